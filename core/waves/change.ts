/** How the totals of two waves differ. The page and the report take it from here. */
import { FLOORS } from '../limits.ts';
import type { Figure } from '../results.ts';
import { peopleOn } from '../side.ts';
import { cliffDelta } from '../statistics/cliff.ts';
import { compareGroups, type Comparison } from '../statistics/compare.ts';
import { pointsInterval, type PointsInterval } from '../statistics/difference.ts';
import { tableOfCounts } from '../statistics/ranks.ts';

type Counted = Pick<Figure, 'counts' | 'n'>;

export interface Change {
  /** People on the agreeing side, then and now. */
  was: number;
  now: number;
  /** The share agreeing now less the share then, in points, rounded once; null unless both have twenty people. */
  points: number | null;
  interval: PointsInterval | null;
  /** Cliff's delta: above nought where answers are higher now. */
  delta: number;
}

/** @returns null where one of the two has no answer with a code */
export function changeOf(was: Counted, now: Counted): Change | null {
  if (was.n === 0 || now.n === 0) return null;
  const [before, after] = [peopleOn(was, 'agree'), peopleOn(now, 'agree')];
  const few = Math.min(was.n, now.n) < FLOORS.percentFrom;
  return {
    was: before,
    now: after,
    points: few ? null : Math.round(100 * (after / now.n - before / was.n)) + 0,
    interval: pointsInterval({ k: after, n: now.n }, { k: before, n: was.n }),
    delta: cliffDelta(tableOfCounts([now.counts, was.counts])) ?? 0,
  };
}

/** The test for two groups of other people, see `mannWhitney`, with what it cannot say. */
export function testOf(
  was: Counted & { label: string },
  now: Counted & { label: string },
): Extract<Comparison, { kind: 'two' }> | null {
  const found = compareGroups([now, was], '');
  return found.kind === 'two' ? found : null;
}
