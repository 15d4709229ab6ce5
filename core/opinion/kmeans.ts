/** k-means on points of a plane. */
import type { Draw } from '../statistics/seeded.ts';

/** Starts for each k, of which the best counts: many where points are few, so that all seeds find the same. */
const STARTS = { least: 10, most: 100, points: 20_000 };
const ROUNDS = 100;

/**
 * Sorts points into at most k groups whose members are near their mean: Lloyd's rounds (1982, IEEE
 * Transactions on Information Theory 28(2):129-137) from starts chosen by k-means++ (Arthur and Vassilvitskii,
 * 2007), the best of 10 to 100 by the sum
 * of squared distances.
 *
 * @param points two numbers for each point
 * @param draw the same seed gives the same groups
 * @returns the group of each point, from 0; a group may be empty where there are fewer places than k
 */
export function kMeans(points: Float64Array, k: number, draw: Draw): Int32Array {
  const starts = Math.round((2 * STARTS.points) / Math.max(1, points.length));
  let best: { groups: Int32Array; cost: number } | undefined;
  for (let start = 0; start < Math.max(STARTS.least, Math.min(STARTS.most, starts)); start += 1) {
    const found = settle(points, seeds(points, k, draw));
    if (best === undefined || found.cost < best.cost - 1e-12) best = found;
  }
  return best?.groups ?? new Int32Array(points.length / 2);
}

/** Centres among the points, each new one with a chance that rises with its squared distance to the others. */
function seeds(points: Float64Array, k: number, draw: Draw): Float64Array {
  const n = points.length / 2;
  const centres = new Float64Array(2 * k);
  const near = new Float64Array(n).fill(Infinity);
  let chosen = Math.floor(draw() * n);
  for (let c = 0; c < k; c += 1) {
    centres[2 * c] = points[2 * chosen] ?? 0;
    centres[2 * c + 1] = points[2 * chosen + 1] ?? 0;
    let all = 0;
    for (let i = 0; i < n; i += 1) {
      const far = squared(points, i, centres, c);
      if (far < (near[i] ?? 0)) near[i] = far;
      all += near[i] ?? 0;
    }
    let at = draw() * all;
    for (let i = 0; i < n; i += 1) {
      at -= near[i] ?? 0;
      if (at < 0 && (near[i] ?? 0) > 0) {
        chosen = i;
        break;
      }
    }
  }
  return centres;
}

function settle(points: Float64Array, centres: Float64Array): { groups: Int32Array; cost: number } {
  const n = points.length / 2;
  const k = centres.length / 2;
  const groups = new Int32Array(n).fill(-1);
  for (let round = 0; ; round += 1) {
    let [cost, moved] = [0, false];
    for (let i = 0; i < n; i += 1) {
      let nearest = 0;
      let least = squared(points, i, centres, 0);
      for (let c = 1; c < k; c += 1) {
        const far = squared(points, i, centres, c);
        if (far < least) {
          nearest = c;
          least = far;
        }
      }
      cost += least;
      if (groups[i] !== nearest) {
        groups[i] = nearest;
        moved = true;
      }
    }
    if (!moved || round === ROUNDS) return { groups, cost };
    toMeans(points, groups, centres);
  }
}

/** Moves each centre to the mean of its group; that of an empty group stays. */
function toMeans(points: Float64Array, groups: Int32Array, centres: Float64Array): void {
  const means = meansOf(points, groups, centres.length / 2);
  for (const [c, mean] of means.entries())
    if (mean.n > 0) {
      centres[2 * c] = mean.x;
      centres[2 * c + 1] = mean.y;
    }
}

/** The mean and the size of each group. */
export function meansOf(
  points: Float64Array,
  groups: Int32Array,
  k: number,
): { x: number; y: number; n: number }[] {
  const means = Array.from({ length: k }, () => ({ x: 0, y: 0, n: 0 }));
  for (const [i, group] of groups.entries()) {
    const mean = means[group];
    if (mean === undefined) continue;
    mean.x += points[2 * i] ?? 0;
    mean.y += points[2 * i + 1] ?? 0;
    mean.n += 1;
  }
  return means.map(({ x, y, n }) => ({ x: n === 0 ? 0 : x / n, y: n === 0 ? 0 : y / n, n }));
}

function squared(a: Float64Array, i: number, b: Float64Array, j: number): number {
  return ((a[2 * i] ?? 0) - (b[2 * j] ?? 0)) ** 2 + ((a[2 * i + 1] ?? 0) - (b[2 * j + 1] ?? 0)) ** 2;
}
