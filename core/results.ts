/**
 * Figures: what people answered, for everyone or for a choice of sessions and groups. The console, the
 * projector, the phone and the files all take their numbers from `figureOf`.
 */
import type { Answer, Decline, Scale } from './scale.ts';
import { points } from './scale.ts';
import type { EligibleRow, TallyRow } from './tally.ts';
import { inGroups } from './tally.ts';
import { FLOORS } from './limits.ts';
import { median } from './statistics/quantile.ts';

export interface Figure {
  /** Counts of the codes 1..k. */
  counts: number[];
  /** People who gave an answer with a code: the base of every share. */
  n: number;
  /** Declined answers, counted apart. */
  declined: Record<Decline, number>;
  /** People who were there and placed nothing; null where it is not known who was there. */
  notAnswered: number | null;
  median: number | null;
  /** Whole percentages of n for the codes 1..k, from twenty people on; null below. */
  percent: number[] | null;
}

/** Which answers a figure is about. Empty lists mean all. */
export interface Selection {
  sessions: readonly string[];
  groups: readonly string[];
  statement: string;
  round: 1 | 2;
}

function matches(
  row: Pick<TallyRow, 'session' | 'statement' | 'round' | 'membership'>,
  s: Selection,
): boolean {
  return (
    row.statement === s.statement &&
    row.round === s.round &&
    (s.sessions.length === 0 || s.sessions.includes(row.session)) &&
    inGroups(row.membership, s.groups)
  );
}

/**
 * The figure of a selection. Any union of sessions and groups is a sum over tallies, and each person
 * is in it once.
 */
export function figureOf(
  tallies: Iterable<TallyRow>,
  eligible: Iterable<EligibleRow> | null,
  selection: Selection,
  scale: Scale,
): Figure {
  const counts = Array.from({ length: points(scale) }, () => 0);
  const declined: Record<Decline, number> = { n: 0, x: 0 };
  for (const row of tallies) if (matches(row, selection)) add(counts, declined, row.answer, row.n);
  const placedAll = counts.reduce((a, b) => a + b, declined.n + declined.x);
  return finished(counts, declined, eligible === null ? null : notAnswered(eligible, selection, placedAll));
}

/** The figure of some answers, without knowing who was there. */
export function figureFrom(answers: Iterable<Answer>, scale: Scale): Figure {
  const counts = Array.from({ length: points(scale) }, () => 0);
  const declined: Record<Decline, number> = { n: 0, x: 0 };
  for (const answer of answers) add(counts, declined, answer, 1);
  return finished(counts, declined, null);
}

/** Whether all who answered gave one and the same answer, so that the figure tells what each of them said. */
export function isOneAnswer({ counts, n }: Figure): boolean {
  return n > 0 && counts.includes(n);
}

/** What follows from the counts. */
function finished(counts: number[], declined: Record<Decline, number>, unanswered: number | null): Figure {
  const n = counts.reduce((a, b) => a + b, 0);
  return {
    counts,
    n,
    declined,
    notAnswered: unanswered,
    median: median(counts),
    percent: n >= FLOORS.percentFrom ? counts.map((c) => Math.round((100 * c) / n)) : null,
  };
}

function add(counts: number[], declined: Record<Decline, number>, answer: Answer, n: number): void {
  if (typeof answer === 'number') {
    if (answer >= 1 && answer <= counts.length) counts[answer - 1] = (counts[answer - 1] ?? 0) + n;
  } else declined[answer] += n;
}

function notAnswered(eligible: Iterable<EligibleRow>, selection: Selection, placedAll: number): number {
  let there = 0;
  for (const row of eligible) if (matches(row, selection)) there += row.n;
  // A late card can make more answers than people counted when the board closed.
  return Math.max(0, there - placedAll);
}

/** How many are on the disagreeing and on the agreeing side, and in the middle where there is one. */
export function sides(counts: readonly number[]): { disagree: number; middle: number; agree: number } {
  const k = counts.length;
  const half = Math.floor(k / 2);
  const sum = (from: number, to: number): number => counts.slice(from, to).reduce((a, b) => a + b, 0);
  return { disagree: sum(0, half), middle: sum(half, k - half), agree: sum(k - half, k) };
}

/** Net agreement in points, -100 to 100: share agreeing less share disagreeing; null without answers. */
export function netAgreement(figure: Figure): number | null {
  if (figure.n === 0) return null;
  const { agree, disagree } = sides(figure.counts);
  return (100 * (agree - disagree)) / figure.n;
}
