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
  texts: string[];
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
    texts: said.all === null ? [] : sessions.flatMap(({ heard }) => heard?.texts ?? []).toSorted(),
  };
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
