/** Which parts of a theme's number a release may tell. */
import type { Counted } from '../talk/count.ts';

/**
 * Parts of what is under a theme of which the number may be told: what is in the same of them, and what is in none, is
 * nothing or reaches the floor, so that no part and no rest can be worked out that is less. The least goes first.
 */
export function toldParts(
  under: readonly Counted[],
  keys: (of: Counted) => readonly string[],
  floor: number,
): [string, number][] {
  const sizes = new Map<string, number>();
  for (const one of under) for (const key of keys(one)) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  let shown = [...sizes].filter(([, n]) => n >= floor).toSorted(([, a], [, b]) => b - a);
  while (shown.length > 0) {
    const classes = new Map<string, number>();
    for (const one of under) {
      const key = shown.flatMap(([part]) => (keys(one).includes(part) ? [part] : [])).join(' ');
      classes.set(key, (classes.get(key) ?? 0) + 1);
    }
    if ([...classes.values()].every((n) => n >= floor)) return shown;
    shown = shown.slice(0, -1);
  }
  return [];
}
