/** The part of the store's port that keeps photographs of the real wall, for the team only. */
import type { Photo, PhotoPlace } from '../../core/photo.ts';
import type { Refusal } from '../../core/refusal.ts';

/** They go with their session, its consultation, and on the day on which data are destroyed. No snapshot has them that exports and reports are made from. */
export interface PhotoStore {
  /** Without the pictures themselves, in an order that is nobody's. */
  list(sessions: readonly string[]): Promise<PhotoPlace[]>;
  picture(session: string, id: string): Promise<Uint8Array | null>;
  /**
   * Durable when the promise resolves. The same picture of the same board once more is the one that is there.
   * Refused as `photos-full` where the board or the consultation has as many as it may.
   *
   * @returns the id under which it stands
   */
  add(photo: Photo): Promise<{ id: string } | Refusal>;
  /** Soon after no file has it. Whether there was one. */
  remove(session: string, id: string): Promise<boolean>;
}

/** What an archive brings of them. */
export interface PhotosTaken {
  /** Of the held sessions that come with it; absent: none. */
  photos?: Photo[];
}
