/**
 * Points and post-its that a second coder put under themes, without seeing where the team put them. Only agreement is
 * counted from that: what is told, quoted and given out stays the team's own coding (docs/decisions/040).
 */
import { seeded } from '../statistics/seeded.ts';
import type { Codebook } from './themes.ts';
import { readPostit, sourceOf, type Coding, type Point } from './types.ts';

/** One that the second coder has looked at. */
export interface SecondCoding {
  /** A sealed one: before that a post-it has another name. */
  session: string;
  /** Id of a point, or a post-it as `BOARD.TAG`. */
  unit: string;
  /** Ids of themes; none: it is under none of them, which is told as well. */
  themes: string[];
}

/** What can be changed of it. It is there from the start, not looked at yet. */
export interface SecondFields {
  themes: string[];
  /** It was looked at; one that was not is under nothing. */
  coded: boolean;
}

export const NOT_CODED: SecondFields = { themes: [], coded: false };

/** Names a point or post-it of any session. */
export function unitKey(session: string, unit: string): string {
  return `${session} ${unit}`;
}

/** What the team put a point or post-it under; null: it is nothing that the team has coded. */
export type First = (session: string, unit: string) => readonly string[] | null;

/**
 * Whoever put nothing under a theme cannot be told from whoever did not look. So points of a session count where any of
 * them is under a theme, those that came from its phones for themselves, since the team may have coded the discussion
 * alone; and post-its of a board where any of that board is, as texts do that both coded.
 */
export function firstCoding(
  book: Codebook,
  points: readonly Pick<Point, 'session' | 'id' | 'themes'>[],
  codings: readonly Coding[],
): First {
  const under = new Map<string, readonly string[]>();
  const known = new Set<string>();
  for (const { session, id, themes } of points) {
    under.set(unitKey(session, id), themes);
    if (book.of(themes).length > 0) known.add(unitKey(session, sourceOf(id)));
  }
  for (const { session, postit, themes } of codings) {
    under.set(unitKey(session, postit), themes);
    if (book.of(themes).length > 0) known.add(unitKey(session, boardOf(postit)));
  }
  return (session, unit) => {
    const board = boardOf(unit);
    const key = unitKey(session, unit);
    if (board === '') return known.has(unitKey(session, sourceOf(unit))) ? (under.get(key) ?? null) : null;
    return known.has(unitKey(session, board)) ? (under.get(key) ?? []) : null;
  };
}

/** Empty: it is a point. */
function boardOf(unit: string): string {
  const postit = readPostit(unit);
  return postit === null ? '' : String(postit.board);
}

/** How much the second coder takes on: everything, or as many as of a random sample come to about that. */
export const SHARES = ['all', 'third', 'tenth'] as const;
export type Share = (typeof SHARES)[number];
const PARTS: Readonly<Record<Share, number>> = { all: 1, third: 1 / 3, tenth: 1 / 10 };

/**
 * Those of a sample, in an order that looks random and is the same on every device, so that somebody can stop and go
 * on. By their ids: a sample stays what it was when others come or go, and a larger one begins with the smaller.
 */
export function sampleOf<T extends { session: string; unit: string }>(
  units: readonly T[],
  share: Share,
): T[] {
  return units
    .map((one) => ({ one, key: unitKey(one.session, one.unit) }))
    .map(({ one, key }) => ({ one, key, place: seeded(`second coder ${key}`)() }))
    .filter(({ place }) => place < PARTS[share])
    .toSorted((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1))
    .map(({ one }) => one);
}
