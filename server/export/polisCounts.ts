/**
 * What people answered, as Polis counts it: agree 1, disagree -1, pass 0. The strength of an answer is
 * lost: strongly agree and agree are one vote, the middle answer is a pass, a declined one is no vote.
 */
import { scaleOf } from '../../core/consultation.ts';
import { points, scaleKey, type Answer, type Scale } from '../../core/scale.ts';
import type { Membership } from '../../core/session.ts';
import { groupsOf } from '../../core/session.ts';
import type { Codes } from './codes.ts';
import type { SealedBoard } from '../store/store.ts';
import type { ExportSource } from './source.ts';

export type Vote = 1 | 0 | -1;

/** The vote an answer comes to; null for a declined one. */
export function voteOf(scale: Scale, answer: Answer): Vote | null {
  if (typeof answer !== 'number') return null;
  const half = Math.floor(points(scale) / 2);
  return answer <= half ? -1 : answer > points(scale) - half ? 1 : 0;
}

export interface Votes {
  agree: number;
  disagree: number;
  pass: number;
}

/** One way to sort people into the groups of Polis, whose number stands for one group each. */
export interface Grouping {
  folder: string;
  /** Names of its groups, in the order of their numbers. */
  labels: string[];
  of(membership: Membership): number | null;
}

/**
 * What is counted of one round, for the sessions that were chosen: each statement on the scale it has now,
 * or, in a round beside that one, all that was answered on one other scale.
 */
export interface PolisRound {
  round: 1 | 2;
  folder: string;
  /** Code of the other scale; null: each statement on its own. */
  other: string | null;
  /** Whether there is such a round beside it. */
  apart: boolean;
  /** Whether this board's answers are counted here. */
  takes(board: SealedBoard): boolean;
  /** By statement, in the order of the consultation, then by membership. */
  counts: Map<Membership, Votes>[];
  /** The fewest people who can have given these votes: no one votes on a statement twice. */
  leastVoters: number;
}

/** Counts of each round that was held, by scale; a round without any board is left out. */
export async function polisRounds(source: ExportSource, codes: Codes): Promise<PolisRound[]> {
  const { consultation } = source;
  const now = new Map(consultation.statements.map((s) => [s.id, scaleKey(scaleOf(consultation, s))]));
  const otherOf = ({ statement, scale }: SealedBoard): string | null =>
    now.get(statement) === scaleKey(scale) ? null : codes.scale(scale);
  const held = new Map<string, Pick<PolisRound, 'round' | 'other'>>();
  for (const { id } of source.sessions)
    for (const board of (await source.figuresOf(id)).boards)
      if (now.has(board.statement)) {
        const other = otherOf(board);
        held.set(`round-${board.round}${other === null ? '' : `-${other}`}`, { round: board.round, other });
      }
  const rounds: PolisRound[] = [];
  for (const [folder, { round, other }] of [...held].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const apart = [...held.values()].some((h) => h.other !== other);
    const takes = (board: SealedBoard): boolean => board.round === round && otherOf(board) === other;
    rounds.push({ round, folder, other, apart, takes, ...(await countsOf(source, takes)) });
  }
  return rounds;
}

async function countsOf(
  source: ExportSource,
  takes: PolisRound['takes'],
): Promise<Pick<PolisRound, 'counts' | 'leastVoters'>> {
  const { statements } = source.consultation;
  const at = new Map(statements.map((s, i) => [s.id, i]));
  const counts = statements.map(() => new Map<Membership, Votes>());
  let leastVoters = 0;
  for (const session of source.sessions) {
    const { boards, tallies } = await source.figuresOf(session.id);
    const scales = new Map(boards.filter(takes).map((b) => [`${b.statement} ${b.round}`, b.scale]));
    const placed = new Map<string, number>();
    for (const row of tallies) {
      const scale = scales.get(`${row.statement} ${row.round}`);
      const vote = scale === undefined ? null : voteOf(scale, row.answer);
      const list = counts[at.get(row.statement) ?? -1];
      if (vote === null || list === undefined) continue;
      add(list, row.membership, vote, row.n);
      placed.set(row.statement, (placed.get(row.statement) ?? 0) + row.n);
    }
    leastVoters += Math.max(0, ...placed.values());
  }
  return { counts, leastVoters };
}

function add(list: Map<Membership, Votes>, membership: Membership, vote: Vote, n: number): void {
  const row = list.get(membership) ?? { agree: 0, disagree: 0, pass: 0 };
  row[vote === 1 ? 'agree' : vote === -1 ? 'disagree' : 'pass'] += n;
  list.set(membership, row);
}

/** Votes of those whom a test lets through. */
export function sumOf(counts: Map<Membership, Votes>, test: (m: Membership) => boolean): Votes {
  const sum: Votes = { agree: 0, disagree: 0, pass: 0 };
  for (const [membership, votes] of counts) {
    if (!test(membership)) continue;
    sum.agree += votes.agree;
    sum.disagree += votes.disagree;
    sum.pass += votes.pass;
  }
  return sum;
}

/** Columns of a group are named by a letter, so there are no more groups in one grouping. */
export const MOST_GROUPS = 26;

/**
 * The groupings of a round. Polis puts everyone into one group at most, so people of two groups make a
 * group of their own where all are told apart, and each group also has a grouping of its own. It has one
 * too when they are more than can be told apart.
 */
export function groupingsOf({ counts }: PolisRound, codes: Codes): Grouping[] {
  const here = new Set(counts.flatMap((list) => [...list.keys()]));
  here.delete('');
  const named = [...here].map((membership) => ({ membership, code: codes.groups(groupsOf(membership)) }));
  named.sort((a, b) => (a.code < b.code ? -1 : 1));
  const all: Grouping = { folder: 'everyone', labels: ['Everyone'], of: () => 0 };
  if (named.length === 0) return [all];
  const numbers = new Map(named.map(({ membership }, i) => [membership, i]));
  const split: Grouping = {
    folder: 'by-group',
    labels: named.map(({ membership }) => codes.groupLabels(groupsOf(membership))),
    of: (membership) => numbers.get(membership) ?? null,
  };
  const fits = named.length <= MOST_GROUPS;
  if (fits && !named.some(({ code }) => code.includes('+'))) return [all, split];
  const single = [...new Set(named.flatMap(({ membership }) => groupsOf(membership)))];
  const each = single
    .map((id): Grouping => ({
      folder: `${codes.groups([id])}-or-not`,
      labels: [codes.groupLabels([id]), 'Everyone else'],
      of: (membership) => (groupsOf(membership).includes(id) ? 0 : 1),
    }))
    .toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
  return [all, ...(fits ? [split] : []), ...each];
}
