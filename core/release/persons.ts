/**
 * What a release said of whoever is quoted in it, or of whom a case study is: kept also once their words are taken out
 * of it, since a reader has it still. Were it forgotten, removing and undoing would let the next release say the rest.
 */
import type { Attributes } from '../attribution.ts';
import type { EntryStudy } from './stories.ts';
import type { EntryTalk, ReleaseEntry } from './types.ts';

export interface EntryPerson {
  of: 'point' | 'passage' | 'study';
  /** Id of the point, the passage or the case study. */
  id: string;
  /** Id of the session of a point, or of the text of a passage; empty: a case study is in none. */
  in: string;
  said: Attributes;
  /**
   * Of the words as they were printed, made with the salt, and too short to tell much of a guess. Absent: not
   * known.
   */
  mark?: string;
}

export interface EntryPersons {
  /** Random, of this release alone; empty: nothing has a mark. */
  salt: string;
  list: EntryPerson[];
}

interface Told {
  persons?: EntryPersons;
  talk?: Pick<EntryTalk, 'quotes' | 'passages'>;
  studies?: readonly Pick<EntryStudy, 'id' | 'said'>[];
}

/** Also those of a release from before they were kept, as long as what it printed of them was not taken out. */
export function personsIn({ persons, talk, studies = [] }: Told): EntryPerson[] {
  const kept = persons?.list ?? [];
  const standing: EntryPerson[] = [
    ...(talk?.quotes ?? []).map(({ session, point, said }) => ({
      of: 'point' as const,
      id: point,
      in: session,
      said,
    })),
    ...(talk?.passages ?? []).map(({ source, passage, said }) => ({
      of: 'passage' as const,
      id: passage,
      in: source,
      said,
    })),
    ...studies.map(({ id, said }) => ({ of: 'study' as const, id, in: '', said })),
  ];
  const isKept = (one: EntryPerson): boolean =>
    kept.some((other) => other.of === one.of && other.id === one.id && other.in === one.in);
  return [...kept, ...standing.filter((one) => !isKept(one))];
}

/** The same entry, which knows them for good. */
export function withPersons(entry: ReleaseEntry): ReleaseEntry {
  const list = personsIn(entry);
  return list.length === 0 ? entry : { ...entry, persons: { salt: entry.persons?.salt ?? '', list } };
}

/** The same entry without these; null: it has none of them. */
export function withoutPersons(
  entry: ReleaseEntry,
  isTheirs: (one: EntryPerson) => boolean,
): ReleaseEntry | null {
  const { persons } = entry;
  if (persons === undefined || !persons.list.some(isTheirs)) return null;
  return { ...entry, persons: { ...persons, list: persons.list.filter((one) => !isTheirs(one)) } };
}

/** Words as a reader takes them for the same: letters and digits alone. */
export function bareWords(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return bare === '' ? text : bare;
}
