/** One statement's wordings from two laptops, so that every answer still points to the words it was given on. */
import type { Statement, Wording } from '../consultation.ts';
import { sameWordings } from '../consultation.ts';

interface Version {
  version: number;
  wordings: Wording[];
}

export interface MergedVersions {
  version: number;
  wordings: Wording[];
  earlier: Version[];
  /** Number of each version there to its number in the merged statement. */
  numbers: Map<number, number>;
  /** `same`: nothing new; `corrected`: there is a later correction; `differ`: one number, two texts. */
  outcome: 'same' | 'corrected' | 'differ';
}

function versionsOf(statement: Statement): Version[] {
  const { version, wordings, earlier } = statement;
  return [...earlier, { version, wordings }];
}

function startsWith(list: readonly Version[], start: readonly Version[]): boolean {
  return start.every((v, i) => {
    const other = list[i];
    return other !== undefined && other.version === v.version && sameWordings(other.wordings, v.wordings);
  });
}

/**
 * Merges the versions. Where one list goes on from the other, the longer one counts. Where they part,
 * the wording that is in use here stays in use, and texts that only there has are kept as earlier
 * versions under new numbers; the current one then takes the highest number again.
 */
export function mergeVersions(here: Statement, there: Statement): MergedVersions {
  const [ours, theirs] = [versionsOf(here), versionsOf(there)];
  const same = (list: readonly Version[]): Map<number, number> =>
    new Map(list.map((v) => [v.version, v.version]));
  const { version, wordings, earlier } = here;
  if (startsWith(ours, theirs)) return { version, wordings, earlier, numbers: same(theirs), outcome: 'same' };
  if (startsWith(theirs, ours)) {
    const longer = { version: there.version, wordings: there.wordings, earlier: there.earlier };
    return { ...longer, numbers: same(theirs), outcome: 'corrected' };
  }
  const all = [...ours];
  const next = (): number => Math.max(...all.map((v) => v.version)) + 1;
  const numbers = new Map<number, number>();
  const keep = ({ version: number, wordings: words }: Version): void => {
    const known = all.find((v) => sameWordings(v.wordings, words));
    const merged = known?.version ?? next();
    if (known === undefined) all.push({ version: merged, wordings: words });
    numbers.set(number, merged);
  };
  const current = theirs.at(-1);
  const before = theirs.slice(0, -1);
  const movedOn = before.some((v) => sameWordings(v.wordings, wordings));
  const isNew = current !== undefined && !ours.some((v) => sameWordings(v.wordings, current.wordings));
  for (const one of before) keep(one);
  if (current !== undefined && movedOn && isNew) {
    // They had our words in use and corrected them since.
    const top = next();
    numbers.set(current.version, top);
    return { version: top, wordings: current.wordings, earlier: all, numbers, outcome: 'corrected' };
  }
  if (current !== undefined) keep(current);
  return all.length > ours.length
    ? { version: next(), wordings, earlier: all, numbers, outcome: 'differ' }
    : { version, wordings, earlier, numbers, outcome: 'same' };
}
