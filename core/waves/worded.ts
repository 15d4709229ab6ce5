/** Whether one statement was put to people in other words in another wave. */
import type { Wording } from '../consultation.ts';
import { wordingFor } from '../consultation.ts';

/** The words for one group (null: for everyone) in one language. Several where it was corrected on the way. */
export interface Worded {
  group: string | null;
  lang: string;
  was: string[];
  now: string[];
}

/** Every version that people answered. */
export type Versions = readonly (readonly Wording[])[];

/**
 * For whom the words differ: of each group that had words of its own in one of the two, and of everyone else, in each
 * language that both had. Where they had no language in common nobody can say, and all words are given.
 */
export function wordedDifferently(was: Versions, now: Versions): Worded[] {
  const all = [...was, ...now].flat();
  const langs = (versions: Versions): Set<string> => new Set(versions.flat().map(({ lang }) => lang));
  const [before, after] = [langs(was), langs(now)];
  const common = [...after].filter((lang) => before.has(lang));
  const groups = [null, ...new Set(all.flatMap(({ group }) => group ?? []))];
  const texts = (versions: Versions, group: string | null, lang: string): string[] =>
    unique(versions.map((one) => wordingFor(one, group === null ? [] : [group], lang)?.text ?? ''));
  if (common.length === 0) {
    const [lang = ''] = after;
    const pair = { was: texts(was, null, [...before][0] ?? ''), now: texts(now, null, lang) };
    return all.length === 0 ? [] : [{ group: null, lang, ...pair }];
  }
  return common.flatMap((lang) =>
    groups.flatMap((group): Worded[] => {
      // Where each group has its own words there are none for everyone.
      if (group === null && !all.some((w) => w.group === null)) return [];
      const pair = { was: texts(was, group, lang), now: texts(now, group, lang) };
      return pair.was.join('\n') === pair.now.join('\n') ? [] : [{ group, lang, ...pair }];
    }),
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '').toSorted();
}
