/**
 * The part of the store's port that keeps who would rather talk alone and who wants to be told alone: sealed for the
 * lead, apart from answers and from each other, with nothing that leads to anybody.
 */
import type { AloneCounts } from '../../core/apiAlone.ts';
import type { AloneKind } from '../../core/alone.ts';

export interface AloneRow {
  id: string;
  /** YYYY-MM-DD of the session, and the last day on which it is kept. */
  date: string;
  until: string;
  /** The lead has asked them. */
  asked: boolean;
  /** The public key for which it is sealed. */
  recipient: string;
  sealed: Uint8Array;
}

export interface AloneStore {
  /**
   * Durable when the promise resolves; the same one again changes nothing (`there`).
   *
   * @returns `other-lead`, with nothing added, where that is not the lead's key any more
   */
  add(consultation: string, kind: AloneKind, row: AloneRow): Promise<'added' | 'there' | 'other-lead'>;
  /**
   * The same, in the place of what is there by its id, of whichever kind; that the lead asked them stays where it is of
   * the kind that it was. All of it or nothing: refused, or cut off in the middle, what was there stands.
   */
  put(consultation: string, kind: AloneKind, row: AloneRow): Promise<'put' | 'other-lead'>;
  /** In the order of their random ids. */
  list(consultation: string, kind: AloneKind): Promise<AloneRow[]>;
  /** Secret keys, each locked by its lead's passphrase: the lead's own, and of those before for whom some still wait. */
  keys(consultation: string): Promise<{ recipient: string; key: string }[]>;
  /** Whether it was there. */
  markAsked(consultation: string, kind: AloneKind, id: string): Promise<boolean>;
  /** No byte of it stays. Whether there was one. */
  remove(consultation: string, kind: AloneKind, id: string): Promise<boolean>;
  /** Removes those whose day is over, and counts them. */
  dropOver(today: string): Promise<void>;
  /** How many went on their day. */
  gone(consultation: string): Promise<AloneCounts>;
  /** Writes the file anew, so that neither it nor its date shows in which order what came, or when. */
  rewrite(): Promise<void>;
}
