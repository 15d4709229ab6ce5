/** How well points sit in their groups. */
import type { Draw } from '../statistics/seeded.ts';
import { shuffle } from '../statistics/seeded.ts';

const { sqrt } = Math;

/** Above this many points the mean is taken over a sample of them, since every pair has to be measured. */
const MOST_MEASURED = 600;

/**
 * The mean silhouette of Rousseeuw (1987, Journal of Computational and Applied Mathematics 20:53-65): for each
 * point, (b - a) / max(a, b), with a its mean distance to its own group and b that to the nearest other one.
 * A point alone in its group has 0.
 *
 * @param points two numbers for each point
 * @param groups the group of each point, from 0 to k - 1
 * @param draw chooses the sample of 600 where there are more points
 * @returns -1 to 1; 0 where all are in one group
 */
export function meanSilhouette(points: Float64Array, groups: Int32Array, k: number, draw: Draw): number {
  const sample = Int32Array.from(groups, (_, i) => i);
  if (sample.length > MOST_MEASURED) shuffle(sample, draw);
  const measured = sample.subarray(0, MOST_MEASURED);
  const sizes = Array.from({ length: k }, () => 0);
  for (const i of measured) sizes[groups[i] ?? 0] = (sizes[groups[i] ?? 0] ?? 0) + 1;
  if (sizes.filter((n) => n > 0).length < 2) return 0;
  let sum = 0;
  const far = new Float64Array(k);
  for (const i of measured) {
    far.fill(0);
    const [x, y] = [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
    for (const j of measured) {
      const [dx, dy] = [(points[2 * j] ?? 0) - x, (points[2 * j + 1] ?? 0) - y];
      const g = groups[j] ?? 0;
      far[g] = (far[g] ?? 0) + sqrt(dx * dx + dy * dy);
    }
    sum += silhouette(far, sizes, groups[i] ?? 0);
  }
  return sum / measured.length;
}

/** @param far sum of the distances to each group's points */
function silhouette(far: Float64Array, sizes: readonly number[], own: number): number {
  const others = (sizes[own] ?? 0) - 1;
  if (others < 1) return 0;
  const a = (far[own] ?? 0) / others;
  let b = Infinity;
  for (const [g, n] of sizes.entries()) if (g !== own && n > 0) b = Math.min(b, (far[g] ?? 0) / n);
  const most = Math.max(a, b);
  return most === 0 ? 0 : (b - a) / most;
}
