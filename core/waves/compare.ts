/** Two waves of a consultation, statement by statement and group by group. */
import type { AnalysisStatement } from '../api.ts';
import { LEAST_ANSWERS } from '../analysis/camps.ts';
import type { Part } from '../analysis/parts.ts';
import { figureOfPart, isSilent, rowsOf } from '../analysis/parts.ts';
import type { Figure } from '../results.ts';
import { scaleKey } from '../scale.ts';
import type { WaveFigures } from './api.ts';
import { changeOf, type Change } from './change.ts';
import { wordedDifferently, type Worded } from './worded.ts';

export interface WavePair {
  part: Part;
  was: Figure;
  now: Figure;
  change: Change | null;
}

export interface WaveLine {
  number: number;
  /** As it is now. */
  statement: AnalysisStatement;
  round: 1 | 2;
  /** Everyone first, then each part that stands in both waves. */
  pairs: WavePair[];
  worded: Worded[];
}

/** Why a statement is not compared, see the messages `wave.why.*`. */
export type NotCompared = 'new' | 'scale' | 'was' | 'now';

type Both<T> = Record<'now' | 'was', T>;

export interface Groups {
  /** Known by its id, under another name then. */
  renamed: { now: string; was: string }[];
  /** Only in this wave, and only in that one. */
  fresh: string[];
  gone: string[];
  /** In both, with people in one of the two only. */
  silent: Both<string[]>;
  /** Merges by name that cannot be made up of what there was then. */
  apart: string[];
}

export interface ComparedWaves {
  lines: WaveLine[];
  not: { number: number; id: string; text: string; why: NotCompared }[];
  /** Statements of that wave which are not in this one. */
  dropped: string[];
  groups: Groups;
}

/**
 * Statements and groups are known by their ids; wordings may differ, which is said, and scales may not. A merge of
 * groups is compared where each of its groups was there; a choice of sessions never is, since sessions are other ones.
 *
 * @param parts see `partsOf`, of the present wave
 */
export function compareWaves(
  now: WaveFigures,
  was: WaveFigures,
  parts: readonly Part[],
  wanted: 1 | 2,
): ComparedWaves {
  const before = new Map(was.page.statements.map((s) => [s.id, s]));
  const shown = parts.filter((part) => isInBoth(part, was));
  const compared: ComparedWaves = {
    lines: [],
    not: [],
    dropped: was.page.statements
      .filter((s) => !now.page.statements.some(({ id }) => id === s.id))
      .map(({ text }) => text),
    groups: groupsOf(now, was, parts),
  };
  for (const statement of now.page.statements) {
    const { id, number, text } = statement;
    const one = before.get(id);
    const line =
      one === undefined ? 'new' : lineOf({ now, was }, { now: statement, was: one }, shown, wanted);
    if (typeof line === 'string') compared.not.push({ number, id, text, why: line });
    else compared.lines.push(line);
  }
  return compared;
}

function lineOf(
  waves: Both<WaveFigures>,
  statement: Both<AnalysisStatement>,
  parts: readonly Part[],
  wanted: 1 | 2,
): WaveLine | NotCompared {
  if (statement.was.rounds.length === 0) return 'was';
  if (statement.now.rounds.length === 0) return 'now';
  if (scaleKey(statement.now.scale) !== scaleKey(statement.was.scale)) return 'scale';
  const inBoth = statement.now.rounds.includes(wanted) && statement.was.rounds.includes(wanted);
  const round = inBoth ? wanted : 1;
  const rows = {
    now: rowsOf(waves.now.page, statement.now),
    was: rowsOf(waves.was.page, statement.was),
  };
  const figure = (of: keyof Both<unknown>, part: Part): Figure =>
    figureOfPart(rows[of], statement[of], round, part, []);
  const pairs = parts
    .map((part): Omit<WavePair, 'change'> => ({ part, was: figure('was', part), now: figure('now', part) }))
    .filter((pair) => pair.part.kind === 'everyone' || !(isSilent(pair.was) && isSilent(pair.now)))
    .map((pair) => ({ ...pair, change: changeOf(pair.was, pair.now) }));
  const versions = (of: keyof Both<unknown>) =>
    waves[of].asked.find((one) => one.statement === statement.now.id)?.versions ?? [];
  return {
    number: statement.now.number,
    statement: statement.now,
    round,
    pairs,
    worded: wordedDifferently(versions('was'), versions('now')),
  };
}

function isInBoth({ groups, sessions }: Part, was: WaveFigures): boolean {
  return sessions.length === 0 && groups.every((id) => was.page.groups.some((g) => g.id === id));
}

function groupsOf(now: WaveFigures, was: WaveFigures, parts: readonly Part[]): Groups {
  const [own, theirs] = [now.page.groups, was.page.groups];
  const both = own.filter(({ id }) => theirs.some((g) => g.id === id));
  const only = (here: WaveFigures, there: WaveFigures): string[] =>
    both.flatMap(({ id, label }) => (tookPart(here, id) && !tookPart(there, id) ? [label] : []));
  return {
    renamed: own.flatMap(({ id, label }) => {
      const before = theirs.find((g) => g.id === id)?.label;
      return before === undefined || before === label ? [] : [{ now: label, was: before }];
    }),
    fresh: own.filter(({ id }) => !theirs.some((g) => g.id === id)).map(({ label }) => label),
    gone: theirs.filter(({ id }) => !own.some((g) => g.id === id)).map(({ label }) => label),
    silent: { now: only(now, was), was: only(was, now) },
    apart: parts.filter((part) => part.kind === 'unit' && !isInBoth(part, was)).map(({ label }) => label),
  };
}

/** Whether anybody of a group was there when anything was asked. */
function tookPart({ page }: WaveFigures, group: string): boolean {
  return page.statements.some((statement) => {
    const rows = rowsOf(page, statement);
    return statement.rounds.some(
      (round) => !isSilent(figureOfPart(rows, statement, round, { groups: [group], sessions: [] }, [])),
    );
  });
}

/** `board`: as they stand. `change`: where everyone's answers differ most first, see Cliff's delta. */
export const WAVE_ORDERS = ['board', 'change'] as const;
export type WaveOrder = (typeof WAVE_ORDERS)[number];

/** Lines in an order; those with few answers in one of the waves last, since one person more would turn them. */
export function inWaveOrder(lines: readonly WaveLine[], order: WaveOrder): WaveLine[] {
  const key = ({ pairs: [everyone] }: WaveLine): number | null => {
    if (order === 'board') return 0;
    const few = everyone === undefined || Math.min(everyone.was.n, everyone.now.n) < LEAST_ANSWERS;
    return few || everyone.change === null ? null : -Math.abs(everyone.change.delta);
  };
  return lines.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.number - b.number;
    return x - y || a.number - b.number;
  });
}

/**
 * Everyone's figure of one statement in one wave, for a line of small bars; null where it was not asked there, or with
 * other answers.
 */
export function figureIn(wave: WaveFigures, { statement, round }: WaveLine): Figure | null {
  const own = wave.page.statements.find(({ id }) => id === statement.id);
  if (own === undefined || scaleKey(own.scale) !== scaleKey(statement.scale) || !own.rounds.includes(round))
    return null;
  return figureOfPart(rowsOf(wave.page, own), own, round, { groups: [], sessions: [] }, []);
}
