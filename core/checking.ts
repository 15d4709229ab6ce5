/**
 * Recommendations that a room is asked about: "is that what you said?", one after the other, and then which matter
 * most, with a few dots for each person. What is shown is fixed as it begins. People answer as they put up post-its,
 * on places of their own, so that nothing shows that two answers are one person's; what stays of it are counts.
 */
import { FLOORS, LIMITS } from './limits.ts';
import type { RecommendationKind } from './recommendations/types.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Placed, Placement } from './response.ts';
import type { Room } from './room.ts';
import type { Answer } from './scale.ts';
import { cleanText, codePoints, utf8Bytes } from './text.ts';
import { DOTS_EACH } from './topics.ts';

/** `ask`: one at a time. `dots`: which matter most. `done`: nothing more is placed. */
export type CheckStep = 'ask' | 'dots' | 'done';

/** A recommendation as it was shown. */
export interface CheckItem {
  /** From 1, in this session, never used for other words. */
  n: number;
  recommendation: string;
  kind: RecommendationKind;
  text: string;
  /** One sub-point a line. */
  points: string;
}

export const SAID_ANSWERS = ['said', 'notQuite', 'missing', 'declined'] as const;
export type SaidCounts = Record<(typeof SAID_ANSWERS)[number], number>;

export interface CheckCounts {
  said: SaidCounts;
  /** Null: nobody was asked for dots on it. `people` put at least one there. */
  dots: { n: number; people: number } | null;
}

/** Sheets of people without a phone, counted by hand: how many there are, and what stands on all of them together. */
export interface CheckSheets {
  sheets: number;
  rows: (SaidCounts & { n: number; dots: number })[];
}

export interface Checking {
  /** All that were shown in this session. */
  list: CheckItem[];
  /** Those that are asked about now, in their order. */
  now: number[];
  /** Every list that was asked about, in the order in which they were begun, that of now the last. Absent: that one alone. */
  lists?: number[][];
  step: CheckStep;
  /** Which is in front. */
  at: number;
  /** How many of them have been in front. */
  reached: number;
  /** Those on which dots could be put. */
  dotted: number[];
  /** What phones said, by item, as it was when that part closed. */
  totals: Record<number, CheckCounts>;
  paper: CheckSheets;
  /** What the room is shown; null: nothing. */
  shown: Record<number, CheckCounts> | null;
  /** What the room saw last. */
  seen: Record<number, CheckCounts>;
}

export const NO_ONE: SaidCounts = { said: 0, notQuite: 0, missing: 0, declined: 0 };
const NOTHING: CheckCounts = { said: NO_ONE, dots: null };

/** Above every dot on a topic. */
const FIRST_CHECK = 60_000;
const FIRST_CHECK_DOT = 61_000;
/** Of how many recommendations, each in its words, one session can be asked. */
export const MOST_CHECKED = 40;

/** Where one person says whether it is what they said: 1 yes, 2 not quite, 3 something is missing, `n` rather not say. */
export function checkPlace(n: number): number {
  return FIRST_CHECK + n;
}

/** Where one person's dots on a recommendation stand; their number is the answer. */
export function checkDotPlace(n: number): number {
  return FIRST_CHECK_DOT + n;
}

/** Null: it is another place. */
export function checkAt(place: number): number | null {
  return within(place - FIRST_CHECK);
}

/** Null: it is another place. */
export function checkDotAt(place: number): number | null {
  return within(place - FIRST_CHECK_DOT);
}

const within = (n: number): number | null => (n >= 1 && n <= MOST_CHECKED ? n : null);

/** Every place where somebody can have written something. */
export const CHECK_PLACES: readonly number[] = Array.from({ length: MOST_CHECKED }, (_, i) =>
  checkPlace(i + 1),
);

/** What the tag of such a place is made from. No statement has such an id. */
export function taggedCheck(place: number): { statement: string; round: 1 | 2 } {
  return { statement: `check:${place}`, round: 1 };
}

/** What the room is asked about now; null: nothing, or it has gone on from it. */
export function checkNow(room: Room): Checking | null {
  return room.state === 'live' && room.checking === true ? (room.check ?? null) : null;
}

/** Which part phones place in now. */
export function openPart(room: Room): 'ask' | 'dots' | null {
  const step = checkNow(room)?.step ?? 'done';
  return step === 'done' ? null : step;
}

/** Whether one can still say what one thinks of it. */
export function isAsked(room: Room, n: number): boolean {
  const check = checkNow(room);
  return check?.step === 'ask' && check.now.slice(0, check.reached).includes(n);
}

const SAYS: readonly Answer[] = [1, 2, 3, 'n'];

/** Whether it may count now: while the room is asked, until dots or the end. Words go with what should be different. */
export function maySay(room: Room, placement: Placement, before: Placed | undefined): Placement | Refusal {
  const { board, answer } = placement;
  const comment = answer === null ? '' : cleanText(placement.comment);
  if (comment === null) return refuse('bad-characters', 'comment');
  if (codePoints(comment) > LIMITS.commentCodePoints || utf8Bytes(comment) > LIMITS.commentBytes)
    return refuse('too-long', 'comment', `at most ${LIMITS.commentCodePoints} characters`);
  if (answer !== null && !SAYS.includes(answer)) return refuse('no-such-answer', 'answer');
  if (comment !== '' && answer !== 2 && answer !== 3) return refuse('bad-message', 'comment', 'nothing');
  const clean: Placement = { ...placement, comment, audience: 'team' };
  if (before?.revision === placement.revision) return clean;
  if (!isAsked(room, checkAt(board) ?? 0)) return refuse('not-open', 'board');
  return room.paused ? refuse('paused') : clean;
}

/** @param others how many dots this person has on other recommendations that are shown now */
export function mayPutCheckDots(
  room: Room,
  dots: Placement,
  before: Placed | undefined,
  others: number,
): Placement | Refusal {
  const { answer } = dots;
  if (dots.comment !== '') return refuse('bad-message', 'comment', 'nothing');
  if (answer !== null && (typeof answer !== 'number' || answer > DOTS_EACH))
    return refuse('no-such-answer', 'answer');
  if (before?.revision === dots.revision) return dots;
  const check = checkNow(room);
  if (check?.step !== 'dots') return refuse('not-open', 'board');
  if (!check.now.includes(checkDotAt(dots.board) ?? 0)) return refuse('no-such-board', 'board');
  if (answer !== null && others + answer > DOTS_EACH)
    return refuse('no-such-answer', 'answer', `${DOTS_EACH} in all`);
  return room.paused ? refuse('paused') : { ...dots, audience: 'team' };
}

/**
 * The room with what phones said in the part that has closed. Where it closes once more and fewer than five have come,
 * gone or changed, it stays as it was: the difference would be theirs. Where nothing stood there is nothing to tell it
 * from. All of it counts when the session is finished.
 */
export function withTotals(room: Room, part: 'ask' | 'dots', counts: (n: number) => CheckCounts): Room {
  const { check } = room;
  if (check === undefined) return room;
  const totals = { ...check.totals };
  // Dots go from one recommendation to another: one of somebody's among nobody's would be seen.
  const anyDots = check.now.some((n) => (totals[n]?.dots?.n ?? 0) > 0);
  for (const n of check.now) {
    const [before, after] = [totals[n] ?? NOTHING, counts(n)];
    const next: CheckCounts =
      part === 'ask' ? { ...before, said: after.said } : { ...before, dots: after.dots ?? NO_DOTS };
    const stood = part === 'ask' ? sumOf(before.said) > 0 : anyDots && before.dots !== null;
    totals[n] = stood && isFew(apart(before, next)) ? before : next;
  }
  return { ...room, check: { ...check, totals } };
}

const NO_DOTS = { n: 0, people: 0 };

/** Of phones and paper together; null: this part has not closed. */
export function totalOf(
  { totals, paper }: Pick<Checking, 'totals' | 'paper'>,
  n: number,
): CheckCounts | null {
  const phones = totals[n];
  return phones === undefined ? null : withSheets(phones, paper, n);
}

/** Counts of phones with what stands on paper. */
export function withSheets(phones: CheckCounts, { rows }: CheckSheets, n: number): CheckCounts {
  const row = rows.find((one) => one.n === n);
  if (row === undefined) return phones;
  const said = { ...phones.said };
  for (const answer of SAID_ANSWERS) said[answer] += row[answer];
  const { dots } = phones;
  return {
    said,
    dots:
      dots === null ? null : { n: dots.n + row.dots, people: dots.people + Math.ceil(row.dots / DOTS_EACH) },
  };
}

/** What is asked of the facilitator before the room is shown it. */
export function showTotals(
  check: Checking,
  consent: { sure?: boolean; again?: 'same' | 'new' },
): Checking | Refusal {
  const found: Record<number, CheckCounts> = {};
  for (const n of check.now) {
    const total = totalOf(check, n);
    if (total !== null) found[n] = check.step === 'done' ? total : { ...total, dots: null };
  }
  if (consent.again === 'same') return { ...check, shown: check.seen };
  const few = Object.entries(found)
    .map(([n, total]) =>
      check.seen[Number(n)] === undefined ? 0 : apart(check.seen[Number(n)] ?? NOTHING, total),
    )
    .find(isFew);
  if (few !== undefined && consent.again !== 'new') return refuse('few-changed', 'change', String(few));
  const least = leastPeople(Object.values(found));
  if (least !== null && least.n < FLOORS.askBeforeReveal && consent.sure !== true && few === undefined)
    return refuse('small-room', `change.${least.of}`, String(least.n));
  return { ...check, shown: found, seen: { ...check.seen, ...found } };
}

const isFew = (n: number): boolean => n > 0 && n < FLOORS.askBeforeReveal;

/** How many people at least came, went or changed between the two. */
function apart(a: CheckCounts, b: CheckCounts): number {
  const steps = SAID_ANSWERS.map((answer) => b.said[answer] - a.said[answer]);
  const more = steps.reduce((sum, n) => sum + Math.max(0, n), 0);
  const fewer = steps.reduce((sum, n) => sum + Math.max(0, -n), 0);
  if (a.dots === null || b.dots === null) return Math.max(more, fewer);
  // One person has as many as that.
  const moved = Math.ceil(Math.abs(b.dots.n - a.dots.n) / DOTS_EACH);
  return Math.max(more, fewer, moved, Math.abs(b.dots.people - a.dots.people));
}

/** People who said one of the three. */
export function answeredOf({ said, notQuite, missing }: SaidCounts): number {
  return said + notQuite + missing;
}

const sumOf = (said: SaidCounts): number => answeredOf(said) + said.declined;

/** Of what is shown, the fewest people behind a count, of dots at least; null: nobody said anything. */
function leastPeople(all: readonly CheckCounts[]): { n: number; of: 'said' | 'dots' } | null {
  const bases = all.filter(({ said }) => sumOf(said) > 0).map(({ said }) => answeredOf(said));
  // Dots of one person may be on several; as many people as are on any of them have put some.
  const dots = all.flatMap((one) => (one.dots !== null && one.dots.n > 0 ? [one.dots.people] : []));
  const least = [
    ...bases.map((n) => ({ n, of: 'said' as const })),
    ...(dots.length > 0 ? [{ n: Math.max(...dots), of: 'dots' as const }] : []),
  ];
  return least.toSorted((a, b) => a.n - b.n)[0] ?? null;
}

/**
 * An earlier room that is put back keeps what was shown since, under its numbers: somebody may have said something of
 * it. What a part came to as it closed, and what the room has seen, stays too.
 */
export function keptCheck(earlier: Checking | undefined, now: Checking | undefined): { check?: Checking } {
  if (now === undefined) return {};
  if (earlier === undefined) return { check: { ...now, shown: null } };
  const { list, totals, seen, dotted, lists = [] } = now;
  return { check: { ...earlier, list, totals, seen, dotted, lists: withList(lists, earlier.now) } };
}

/** @returns the lists with this one as the last, each once */
export function withList(lists: readonly number[][], now: number[]): number[][] {
  return [...lists.filter((one) => !sameList(one, now)), now];
}

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((n) => b.includes(n));
}
