/** Which sessions a release was about. */
import type { EntryTalk, ReleaseEntry } from './types.ts';

/**
 * @returns ids; of a release that was registered before they were kept, those that any figure or theme of it counted;
 *   undefined: nothing of it names any
 */
export function sessionsAbout({ about, boards, talk }: ReleaseEntry): string[] | undefined {
  if (about !== undefined) return about;
  const inFigures = boards.flatMap(({ figures }) => figures.flatMap(({ set }) => set.sessions));
  const ids = [...new Set([...inFigures, ...(talk?.counted ?? talk?.sessions ?? [])])];
  return ids.length === 0 ? undefined : ids;
}

/** Of what was told of themes, where nothing else is known: those that were counted. */
export function talkAbout({ about, counted, sessions }: With<EntryTalk>): { about?: readonly string[] } {
  const ids = about ?? counted ?? sessions;
  return ids === undefined ? {} : { about: ids };
}

/** The same with the sessions of its release, where they are known. */
export type With<T> = T & { about?: readonly string[] };

/** What some part of a release told, with the sessions of that release beside it. */
export function withAbout<T extends object>(entry: ReleaseEntry, told: T): With<T> {
  const about = sessionsAbout(entry);
  return about === undefined ? told : { ...told, about };
}
