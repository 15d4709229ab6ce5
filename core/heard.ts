/**
 * Were you heard? What people said at the end of a session, on phones and on paper, and when they were asked again
 * later. Kept of it are counts and what stopped people, of each session apart and never beside an answer; shown are
 * figures over sessions, in which no part is smaller than the floor.
 */
import { FLOORS } from './limits.ts';
import type { Session } from './session.ts';

/** "I could say what I wanted to say". */
export const SAID = ['yes', 'partly', 'no', 'declined'] as const;
/** "What you were told you can change: was that true?" */
export const TOLD = ['yes', 'partly', 'no', 'unknown'] as const;
/** Asked again later: "Did anything change?" */
export const CHANGED = ['yes', 'partly', 'no', 'unknown'] as const;

export type SaidCounts = Record<(typeof SAID)[number], number>;
export type ToldCounts = Record<(typeof TOLD)[number], number>;
export type ChangedCounts = Record<(typeof CHANGED)[number], number>;

export interface HeardCounts {
  said: SaidCounts;
  told: ToldCounts;
}

/** Heads that were counted when people were asked again. */
export interface Later {
  /** YYYY-MM-DD. */
  day: string;
  changed: ChangedCounts;
}

export interface Heard {
  /** From phones, as it stood when the session was finished. */
  phone: HeardCounts;
  /** From paper, typed in. */
  paper: HeardCounts;
  /** What stopped people, for the team; in the order of the alphabet, which says nothing of when each came. */
  texts: string[];
  later: Later[];
}

export const NO_COUNTS: HeardCounts = {
  said: { yes: 0, partly: 0, no: 0, declined: 0 },
  told: { yes: 0, partly: 0, no: 0, unknown: 0 },
};

/** What of it is typed in. */
export type Typed = Pick<Heard, 'paper' | 'later'>;

/** What stopped somebody, with the session it was written in: to take it out there, never to be shown. */
export interface Stopped {
  session: string;
  text: string;
}

/** More heads than the head-count has; `again`: of those who were asked again. */
export interface More {
  n: number;
  came: number;
  again: boolean;
}

export const NOT_HEARD: Heard = { phone: NO_COUNTS, paper: NO_COUNTS, texts: [], later: [] };

/** One question over some sessions. */
export interface HeardFigure {
  /** Who said yes, partly or no: the base. */
  n: number;
  yes: number;
  partly: number;
  no: number;
  /** Who would rather not say, or do not know; in no base. */
  apart: number;
  /** Whole percentages of yes, partly and no, from twenty people on; null below. */
  percent: { yes: number; partly: number; no: number } | null;
}

/** One part of the sessions: one by itself, or several of which each alone is too small. */
export interface HeardPart {
  sessions: string[];
  figure: HeardFigure;
}

export interface HeardPool {
  /** Of all sessions together; null where fewer people than the floor said anything. */
  all: HeardFigure | null;
  /** What `all` is made of. Empty where it would have one part only. */
  parts: HeardPart[];
}

export interface PooledHeard {
  said: HeardPool;
  told: HeardPool;
  /** By the day on which people were asked again, the latest last. */
  changed: { day: string; figure: HeardFigure | null }[];
  /** What stopped people, over all sessions; empty while fewer people than the floor said anything. */
  texts: Stopped[];
}

type Three = { yes: number; partly: number; no: number };
const NONE: Three = { yes: 0, partly: 0, no: 0 };

/**
 * What was said of being heard over these sessions. A session with fewer people than the floor is put together with
 * others; where these are too few as well, with the smallest that is shown, so that no part can be had by taking the
 * others from the whole.
 *
 * @param sessions of one consultation
 * @param floor the least number of people behind a figure
 */
export function pooledHeard(sessions: readonly Pick<Session, 'id' | 'heard'>[], floor: number): PooledHeard {
  const pool = (of: (counts: HeardCounts) => Three & { apart: number }): HeardPool =>
    poolOf(
      sessions.flatMap(({ id, heard }) =>
        heard === undefined ? [] : [{ sessions: [id], figure: figure([of(heard.phone), of(heard.paper)]) }],
      ),
      floor,
    );
  const said = pool(({ said: { declined, ...three } }) => ({ ...three, apart: declined }));
  return {
    said,
    told: pool(({ told: { unknown, ...three } }) => ({ ...three, apart: unknown })),
    changed: changedBy(sessions, floor),
    texts: said.all === null ? [] : stoppedIn(sessions),
  };
}

/** Those of the same words in the order of ids, which are random. */
function stoppedIn(sessions: readonly Pick<Session, 'id' | 'heard'>[]): Stopped[] {
  const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  return sessions
    .flatMap(({ id, heard }) => (heard?.texts ?? []).map((text) => ({ session: id, text })))
    .toSorted((a, b) => order(a.text, b.text) || order(a.session, b.session));
}

/** Whether the same heads are typed in, on the same days in the same order. */
export function sameTyped(a: Typed, b: Typed): boolean {
  return typedText(a) === typedText(b);
}

/** Key by key: two that are the same may have their keys in another order. */
function typedText({ paper, later }: Typed): string {
  return JSON.stringify([
    SAID.map((key) => paper.said[key]),
    TOLD.map((key) => paper.told[key]),
    later.map(({ day, changed }) => [day, CHANGED.map((key) => changed[key])]),
  ]);
}

/** How many were there, as it was typed in; 0: it was not. */
export function headsIn(attendance: Session['attendance']): number {
  return attendance.reduce((sum, row) => sum + row.n, 0);
}

/**
 * Heads that are more than the people who were there, where head-counts were typed in: of the questions at the end,
 * with what phones said, and of each day on which people were asked again.
 *
 * @returns what is typed in on the first such question, without what phones said of it, since the session may be too
 * small to be told apart; null: none is more, or it is not known how many were there
 */
export function moreThanCame(
  { attendance, heard }: Pick<Session, 'attendance' | 'heard'>,
  { paper, later }: Typed,
): More | null {
  const came = headsIn(attendance);
  const { phone } = heard ?? NOT_HEARD;
  const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);
  const asked = [
    { n: sum(paper.said), phones: sum(phone.said), again: false },
    { n: sum(paper.told), phones: sum(phone.told), again: false },
    ...later.map(({ changed }) => ({ n: sum(changed), phones: 0, again: true })),
  ];
  const more = asked.find(({ n, phones }) => n > 0 && n + phones > came);
  return came === 0 || more === undefined ? null : { n: more.n, again: more.again, came };
}

function changedBy(
  sessions: readonly Pick<Session, 'heard'>[],
  floor: number,
): { day: string; figure: HeardFigure | null }[] {
  const days = new Map<string, (Three & { apart: number })[]>();
  for (const { day, changed } of sessions.flatMap(({ heard }) => heard?.later ?? [])) {
    const { unknown, ...three } = changed;
    days.set(day, [...(days.get(day) ?? []), { ...three, apart: unknown }]);
  }
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, counts]) => ({ day, figure: shown(figure(counts), floor) }));
}

function poolOf(all: readonly HeardPart[], floor: number): HeardPool {
  const answered = all.filter(({ figure: { n, apart } }) => n + apart > 0);
  const whole = shown(together(answered).figure, floor);
  if (whole === null) return { all: null, parts: [] };
  const large = answered.filter(({ figure: { n } }) => n >= floor);
  const rest = together(answered.filter(({ figure: { n } }) => n < floor));
  if (rest.sessions.length === 0) return { all: whole, parts: large.length > 1 ? large : [] };
  const parts = rest.figure.n >= floor ? [...large, rest] : withSmallest(large, rest);
  return { all: whole, parts: parts.length > 1 ? parts : [] };
}

/** A rest that is too small by itself goes with the smallest of the others. */
function withSmallest(large: readonly HeardPart[], rest: HeardPart): HeardPart[] {
  const [smallest, ...others] = large.toSorted((a, b) => a.figure.n - b.figure.n);
  return smallest === undefined ? [] : [...others, together([smallest, rest])];
}

function together(parts: readonly HeardPart[]): HeardPart {
  return {
    sessions: parts.flatMap(({ sessions }) => sessions),
    figure: figure(parts.map((part) => part.figure)),
  };
}

/** Yes, partly, no, and who is in no base. */
export type HeardCells = [number, number, number, number];
export type HeardQuestion = 'said' | 'told' | `changed ${string}`;

/** What was said to each question, session by session in the order of their ids; where nobody said anything, none. */
export function heardCells(
  sessions: readonly Pick<Session, 'id' | 'heard'>[],
): { question: HeardQuestion; sessions: { session: string; cells: HeardCells }[] }[] {
  const days = new Set(sessions.flatMap(({ heard }) => heard?.later ?? []).map(({ day }) => day));
  const questions: HeardQuestion[] = [
    'said',
    'told',
    ...[...days].toSorted().map((day) => `changed ${day}` as const),
  ];
  return questions
    .map((question) => ({
      question,
      sessions: sessions
        .flatMap(({ id, heard }) =>
          heard === undefined ? [] : [{ session: id, cells: cellsOf(heard, question) }],
        )
        .filter(({ cells }) => cells.some((n) => n > 0))
        .toSorted((a, b) => (a.session < b.session ? -1 : 1)),
    }))
    .filter((one) => one.sessions.length > 0);
}

function cellsOf({ phone, paper, later }: Heard, question: HeardQuestion): HeardCells {
  const counts: HeardCells[] =
    question === 'said'
      ? [phone, paper].map(({ said }) => [said.yes, said.partly, said.no, said.declined])
      : question === 'told'
        ? [phone, paper].map(({ told }) => [told.yes, told.partly, told.no, told.unknown])
        : later
            .filter(({ day }) => question === `changed ${day}`)
            .map(({ changed }) => [changed.yes, changed.partly, changed.no, changed.unknown]);
  return counts.reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]], [0, 0, 0, 0]);
}

/** The figure that such counts make together. */
export function heardFigure(all: readonly HeardCells[]): HeardFigure {
  return figure(all.map(([yes, partly, no, apart]) => ({ yes, partly, no, apart })));
}

const shown = (of: HeardFigure, floor: number): HeardFigure | null => (of.n >= floor ? of : null);

function figure(counts: readonly (Three & { apart: number })[]): HeardFigure {
  const sum = { ...NONE, apart: 0 };
  for (const one of counts) {
    sum.yes += one.yes;
    sum.partly += one.partly;
    sum.no += one.no;
    sum.apart += one.apart;
  }
  const n = sum.yes + sum.partly + sum.no;
  const share = (part: number): number => Math.round((100 * part) / n);
  const percent =
    n < FLOORS.percentFrom ? null : { yes: share(sum.yes), partly: share(sum.partly), no: share(sum.no) };
  return { ...sum, n, percent };
}
