/**
 * What nobody has decided on, kept each under a name of its own: two windows have the same place open, and what one
 * of them keeps or lets go must not undo what the other has.
 */
import type { Kept } from './kept.ts';
import { isGone, type Trouble } from './trouble.ts';

/** Under this name earlier versions kept all of them together. */
const TOGETHER = 'troubles';

/** One change can have two: it differs, and the post-it that it hung on has another name. */
function nameOf({ change, why }: Trouble): string {
  return `${TOGETHER}:${typeof why === 'string' ? why : 'refused'}:${change.id}`;
}

/** Those that this device has of a place. */
export function troublesOf(kept: Kept): Trouble[] {
  const together = kept.get(TOGETHER);
  for (const one of Array.isArray(together) ? (together as Trouble[]) : []) kept.set(nameOf(one), one);
  kept.set(TOGETHER, null);
  return kept.all(`${TOGETHER}:`) as Trouble[];
}

/** Those that came are kept, and those that were decided on are not any more; the others are left as they are. */
export function keepTroubles(kept: Kept, before: readonly Trouble[], now: readonly Trouble[]): void {
  for (const one of before) if (!now.includes(one)) kept.set(nameOf(one), null);
  for (const one of now) {
    // Words of a session that was removed are shown once and kept nowhere.
    if (!before.includes(one) && !isGone(one.why)) kept.set(nameOf(one), one);
  }
}
