/** The part of the store's port that keeps points of discussions, themes, and which post-its are under which. */
import type { Change, Outcome } from '../../core/talk/change.ts';
import type { Coding, Point, Theme } from '../../core/talk/types.ts';
import type { SecondCoding } from '../../core/talk/second.ts';
import { NO_SOURCES, type Sources } from '../../core/talk/sources.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { StoredStudies } from './studies.ts';

export interface StoredTalk extends Sources {
  themes: Theme[];
  /** Of running sessions in the order in which they came, of sealed ones in the order of their random ids. */
  points: Point[];
  codings: Coding[];
  /** What a second coder put points and post-its of sealed sessions under. */
  seconds: SecondCoding[];
  /** Ids of all of them that were removed. Nothing else of those is kept. */
  gone: string[];
  /** Ids of those that were removed and brought back here: what stands here of them is not removed by an older copy. */
  back: string[];
  /** Only of what is here: ids of points that went while their session runs, which may come back until it is sealed. */
  went?: string[];
  /** Only of what an archive brings: ids of what is from phones and not to be quoted there, whatever stands here. */
  unquoted?: string[];
}

/** Nothing was said, and nothing was put under anything. */
export const NO_TALK: StoredTalk = {
  themes: [],
  points: [],
  codings: [],
  seconds: [],
  ...NO_SOURCES,
  gone: [],
  back: [],
};

/**
 * What goes to another laptop, where a device may hand over once more what was carried out here. Interviews and second
 * codings are of no session that runs: they stay where they are, and go in an archive.
 */
export interface CarriedTalk extends Omit<
  StoredTalk,
  'back' | 'went' | 'unquoted' | 'seconds' | keyof Sources
> {
  /** Ids of changes that were carried out, and what is known beside them. */
  done: string[];
  /** Case studies and corrections; what earlier versions carried has none. */
  studies?: Omit<StoredStudies, 'back'>;
}

/** What changed: ids, of codings post-its of codings with their session before them. */
export type Touched = ReadonlySet<string>;

/** What a point of a running session was made of: a note of the console, and its writer's yes to being quoted. */
export interface NotedAs {
  note: string;
  quote: boolean;
}

/**
 * Points and themes stand in the main database from the start, since people have no part in them that could be put
 * together again. What only the running session knows, the order in which points came, the throwaway numbers of
 * speakers and which comment of the room a point hangs on, goes in the transaction that seals it.
 */
export interface TalkStore {
  read(consultation: string): Promise<StoredTalk>;
  /**
   * Carries out changes in their order, all or none; durable when the promise resolves. One whose id was carried out
   * before changes nothing. Refused where there is no such session, where it was not opened, where there is no room
   * (`points-full`, `sources-full`), or where nobody said yes (`no-consent`); `where` names the change.
   *
   * @param following where points follow the notes of a running session, by the point's id: what they are made of from
   * now on. Such changes overwrite, and nobody has removed what they remove: it is noted no more
   */
  change(
    consultation: string,
    changes: readonly Change[],
    following?: ReadonlyMap<string, NotedAs>,
  ): Promise<Outcome[] | Refusal>;
  /** Ids of points of a running session that went so and do not stand: nobody has removed them. */
  unnoted(session: string): Promise<Set<string>>;
  /** What points of a running session were made of, by the point's id; an earlier version has kept nothing of it. */
  notedAs(session: string): Promise<Map<string, NotedAs>>;
  /** How new what is kept is. It says nothing of when, and holds as long as the program runs. */
  at(consultation: string): string;
  /** What was touched since then; null: that is not known, everything may have been. */
  since(consultation: string, at: string): Touched | null;
}

/** Name of a coding among what was touched. */
export function codingName(session: string, postit: string): string {
  return `${session} ${postit}`;
}

/** Name of a second coding among what was touched. */
export function secondName(session: string, unit: string): string {
  return `${SECOND}${session} ${unit}`;
}

/** How such names begin; no session is called so. */
export const SECOND = 'second/';

/** The store has it; a snapshot can only read it. */
export interface WithTalk {
  readonly talk: TalkStore;
}
export interface ReadsTalk {
  readonly talk: Pick<TalkStore, 'read'>;
}

/** What an archive brings of them; absent: nothing. */
export interface TalkTaken {
  talk?: StoredTalk;
}
