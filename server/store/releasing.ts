/** The part of the store's port by which what was made of what stands leaves the team, or is not kept. */
import type { Refusal } from '../../core/refusal.ts';
import type { WentOut } from './recommendations.ts';
import type { Release } from './store.ts';

export interface Releasing {
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
