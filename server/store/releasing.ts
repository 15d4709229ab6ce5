/** The part of the store's port by which what was made of what stands leaves the team, or is not kept. */
import type { Refusal } from '../../core/refusal.ts';
import type { WentOut } from './recommendations.ts';
import type { PhotoStore } from './photos.ts';
import type { Release, Snapshot } from './store.ts';

/** What is sealed as it was when this was opened, and the photographs. */
export interface Whole extends Snapshot {
  readonly photos: Pick<PhotoStore, 'list' | 'picture'>;
}

export interface Releasing {
  /**
   * Everything as it is now, for an archive. To be closed soon: until then what is removed stays in the log, and the
   * store does not close.
   */
  whole(): Whole;
  /**
   * How much was written since the program began, by whatever way: what was read after this number stands for as long as
   * the number is the same.
   */
  writtenSoFar(): Promise<number>;
  /**
   * Adds a release under the next number, and notes what went `out` with it. Refused when the number is no longer
   * `release.number`, and as `taken-back` when `writtenSoFar` is no longer `at`.
   */
  addRelease(release: Release, at?: number, out?: readonly WentOut[]): Promise<{ number: number } | Refusal>;
}
