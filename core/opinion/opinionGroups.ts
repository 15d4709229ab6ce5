/**
 * Opinion groups: people who answered alike, found from the answers alone, in sessions whose answers are
 * linked. They are a way to look at the answers of these people on these statements. They are not kinds of
 * people, nobody joined them, and other statements would have made others.
 */
import { FLOORS } from '../limits.ts';
import { seeded } from '../statistics/seeded.ts';
import { byChance } from './chance.ts';
import type { Plane } from './components.ts';
import { planeOf } from './components.ts';
import { meansOf } from './kmeans.ts';
import type { Mark, Shared } from './marks.ts';
import { marksOf, sharedBy, sideTable } from './marks.ts';
import type { Answers, OpinionStatement } from './matrix.ts';
import { centred, prepare } from './matrix.ts';
import type { Partition } from './partition.ts';
import { bestPartition } from './partition.ts';

export interface OpinionOptions {
  /** Any text that stands for this consultation: the same one gives the same groups. */
  seed: string;
  /** People that a group needs at least; smaller ones are merged. Left out, the least floor. */
  floor?: number;
  /** Whether the place of each person in the plane is given. Left out, it is not. */
  withPoints?: boolean;
}

interface Looked {
  /** People and statements that were looked at, and people left out for too few answers. */
  people: number;
  statements: number;
  leftOut: number;
}

/**
 * How far the groups are apart, by the mean silhouette: `weak` to .65, where they may be no more than the two
 * ends of one crowd (people spread evenly along a line and cut in two come to about .6); `fair` to .75;
 * `strong` above. The usual bounds .5 and .7 are for points that were not first put on the plane that parts
 * them best.
 */
export type Clarity = 'weak' | 'fair' | 'strong';

export interface OpinionGroup {
  size: number;
  /** The mean place of its people in the plane of the two components. */
  centre: { x: number; y: number };
  marks: Mark[];
}

export type NoGroups = 'too-few-people' | 'too-few-statements' | 'no-distinct-groups';

export type OpinionResult =
  | (Looked & { kind: 'none'; reason: NoGroups })
  | (Looked & {
      kind: 'groups';
      /** Largest first. */
      groups: OpinionGroup[];
      shared: Shared[];
      /** Mean silhouette of these groups. */
      silhouette: number;
      clarity: Clarity;
      /** Share of all variance that the plane shows, 0 to 1, and the most that answers without a pattern show. */
      held: number;
      heldByChance: number;
      /** One for each person, in the order of their places, which says nothing about who they are. */
      points: { x: number; y: number; group: number }[] | null;
    });

/** Two components of fewer statements would only draw the answers again. */
const FEWEST_STATEMENTS = 3;
/** Below this mean silhouette Kaufman and Rousseeuw (1990, Finding Groups in Data) see no structure at all. */
const LEAST_SILHOUETTE = 0.25;

/**
 * Sorts people into two to five groups: two principal components of their answers (`planeOf`), k-means
 * (`kMeans`), the number of groups with the best mean silhouette (`meanSilhouette`): the steps of Polis. Unlike
 * Polis it may find that there are none: where the plane holds no more than chance (`byChance`), or the
 * silhouette stays below .25.
 *
 * @param answers one row for each person, without any sign of who they are
 * @returns sizes, marks and common ground; or that there are fewer people than two groups need, fewer than
 *   three statements with answers, or no distinct groups
 * @throws RangeError as `prepare`
 */
export function opinionGroups(
  statements: readonly OpinionStatement[],
  answers: Answers,
  options: OpinionOptions,
): OpinionResult {
  const floor = options.floor ?? FLOORS.choices[0];
  const prepared = prepare(statements, answers);
  const looked: Looked = {
    people: prepared.people,
    statements: prepared.statements.length,
    leftOut: prepared.leftOut,
  };
  const none = (reason: NoGroups): OpinionResult => ({
    ...looked,
    kind: 'none',
    reason,
  });
  if (prepared.people < 2 * floor) return none('too-few-people');
  if (prepared.statements.length < FEWEST_STATEMENTS) return none('too-few-statements');
  const x = centred(prepared);
  const plane = planeOf(x, prepared.answered);
  const chance = byChance(prepared, x, options.seed);
  if (plane === null || !chance.surpassed) return none('no-distinct-groups');
  const best = bestPartition(plane, floor, seeded(options.seed));
  if (best === null || best.silhouette < LEAST_SILHOUETTE) return none('no-distinct-groups');
  const table = sideTable(prepared, best.groups, best.k);
  return {
    ...looked,
    kind: 'groups',
    groups: Array.from({ length: best.k }, (_, g) => ({
      ...placeOf(plane, best, g),
      marks: marksOf(prepared, table, g, floor),
    })),
    shared: sharedBy(prepared, table, floor),
    silhouette: best.silhouette,
    clarity: clarityOf(best.silhouette),
    held: plane.held,
    heldByChance: chance.most,
    points: options.withPoints === true ? pointsOf(plane, best) : null,
  };
}

function clarityOf(silhouette: number): Clarity {
  if (silhouette <= 0.65) return 'weak';
  return silhouette <= 0.75 ? 'fair' : 'strong';
}

function placeOf({ points }: Plane, { groups, k }: Partition, group: number): Omit<OpinionGroup, 'marks'> {
  const { x, y, n } = meansOf(points, groups, k)[group] ?? { x: 0, y: 0, n: 0 };
  return { size: n, centre: { x, y } };
}

function pointsOf({ points }: Plane, { groups }: Partition): { x: number; y: number; group: number }[] {
  return Array.from(groups, (group, i) => ({
    x: points[2 * i] ?? 0,
    y: points[2 * i + 1] ?? 0,
    group,
  })).toSorted((a, b) => a.group - b.group || a.x - b.x || a.y - b.y);
}
