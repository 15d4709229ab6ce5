/** Stretches of a text: what passages of one theme, selected twice or overlapping, cover together. */
import type { Range } from './passages.ts';

/** The same stretches without overlaps, in the order of the text. Those that only touch stay two. */
export function united(ranges: readonly Range[]): Range[] {
  const list: Range[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = list.at(-1);
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, to);
    else list.push({ from, to });
  }
  return list;
}

/** In how many places two lists of such stretches overlap. */
export function overlaps(a: readonly Range[], b: readonly Range[]): number {
  let [i, j, n] = [0, 0, 0];
  for (;;) {
    const [x, y] = [a[i], b[j]];
    if (x === undefined || y === undefined) return n;
    if (x.from < y.to && y.from < x.to) n += 1;
    if (x.to <= y.to) i += 1;
    else j += 1;
  }
}
