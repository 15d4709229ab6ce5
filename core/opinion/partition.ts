/** The best way to sort people into groups. */
import type { Draw } from '../statistics/seeded.ts';
import type { Plane } from './components.ts';
import { kMeans, meansOf } from './kmeans.ts';
import { meanSilhouette } from './silhouette.ts';

export interface Partition {
  /** The group of each person, from 0 to k - 1, the largest group first. */
  groups: Int32Array;
  k: number;
  silhouette: number;
}

/** Numbers of groups that are tried. */
const TRIED = [2, 3, 4, 5];

/**
 * The partition with the largest mean silhouette among those of 2 to 5 groups; of equal ones that with fewer
 * groups. A group smaller than the floor is first merged with the one whose mean is nearest.
 *
 * @param x centred answers, people by rows
 * @returns null where no two groups reach the floor
 */
export function bestPartition({ points }: Plane, floor: number, draw: Draw): Partition | null {
  let best: Partition | null = null;
  for (const tried of TRIED) {
    const { groups, k } = mergeSmall(points, kMeans(points, tried, draw), tried, floor);
    if (k < 2) continue;
    const silhouette = meanSilhouette(points, groups, k, draw);
    if (best === null || silhouette > best.silhouette + 1e-9) best = { groups, k, silhouette };
  }
  return best;
}

/** Merges until every group reaches the floor, and numbers groups by size, equal ones from the left. */
function mergeSmall(
  points: Float64Array,
  groups: Int32Array,
  k: number,
  floor: number,
): { groups: Int32Array; k: number } {
  let merged = groups;
  for (;;) {
    const means = meansOf(points, merged, k);
    const held = means.flatMap((mean, g) => (mean.n > 0 ? [{ ...mean, g }] : []));
    const small = held.filter(({ n }) => n < floor).toSorted((a, b) => a.n - b.n)[0];
    const far = (to: (typeof held)[number]): number =>
      small === undefined ? 0 : (to.x - small.x) ** 2 + (to.y - small.y) ** 2;
    const nearest = held.filter((to) => to !== small).toSorted((a, b) => far(a) - far(b))[0];
    if (small === undefined || nearest === undefined) {
      const order = held.toSorted((a, b) => b.n - a.n || a.x - b.x || a.y - b.y).map(({ g }) => g);
      return { groups: merged.map((g) => order.indexOf(g)), k: order.length };
    }
    merged = merged.map((g) => (g === small.g ? nearest.g : g));
  }
}
