/** What releases said of persons: what the next one is held against, and what it adds. */
import { sessionsAbout } from '../../core/release/about.ts';
import { bareWords, personsIn, type EntryPersons } from '../../core/release/persons.ts';
import type { ReportInput } from '../../core/report/input.ts';
import type { ToldPersons } from '../../core/report/saidBefore.ts';
import { quotesIn } from '../../core/report/withoutTexts.ts';
import type { Release } from '../store/store.ts';
import { markOf } from './boundTo.ts';

/** What each of these said. Of one from before words had marks the words that it quotes stand in it alone. */
export function personsTold(releases: readonly Pick<Release, 'entry' | 'model'>[]): ToldPersons[] {
  return releases.map(({ entry, model }) => {
    const about = sessionsAbout(entry);
    const { salt = '' } = entry.persons ?? {};
    return {
      ...(about === undefined ? {} : { about }),
      persons: personsIn(entry),
      ...(salt === ''
        ? { loose: new Set(quotesIn(model).map(bareWords)) }
        : { markOf: (words: string) => markOf(salt, words) }),
    };
  });
}

/**
 * What a release that is made of this says of persons.
 *
 * @param salt a fresh one
 */
export function personsNow(
  { talk, studies }: Pick<ReportInput, 'talk' | 'studies'>,
  salt: string,
): EntryPersons {
  const words = new Map([
    ...(talk?.themes ?? []).flatMap(({ quotes }) => quotes.map(({ point, text }) => [point, text] as const)),
    ...(studies?.list ?? []).map(({ id, text }) => [id, text] as const),
  ]);
  const list = personsIn({
    ...(talk === null ? {} : { talk: talk.entry }),
    ...(studies === null ? {} : { studies: studies.list }),
  });
  return {
    salt,
    list: list.map((one) => {
      const text = words.get(one.id);
      return text === undefined ? one : { ...one, mark: markOf(salt, text) };
    }),
  };
}
