/**
 * What a report tells of being heard: in a release one figure to each question over all sessions, never under the
 * floor and never one that tells of fewer people beside an earlier release; for the team, under the same floor, the
 * sessions too, and what stopped people.
 */
import { heardCells, heardFigure, pooledHeard, type HeardFigure, type HeardPart } from '../heard.ts';
import type { EntryHeard } from '../release/types.ts';
import type { Session } from '../session.ts';
import { holdHeard } from './heardHeld.ts';

export interface HeardSource {
  /** Those of the report. */
  sessions: readonly Pick<Session, 'id' | 'heard'>[];
  /** Of the report, for the team too: what was said of being heard is shown to nobody under it. */
  floor: number;
  /** What earlier releases told, oldest first. */
  earlier: readonly EntryHeard[];
  /** YYYY-MM-DD. */
  date: string;
  audience: 'release' | 'team';
}

export interface HeardRow {
  question: EntryHeard['question'];
  /** `few`: under the floor; `earlier`: beside an earlier release it would tell of too few. */
  figure: HeardFigure | 'few' | 'earlier';
  /** The date of the release that it is taken from unchanged; null: it is today's. */
  again: string | null;
  /** Everyone in it, or in what an earlier release leaves of it, said the same. */
  oneAnswer: boolean;
  /** For the team: the sessions apart. */
  parts: HeardPart[];
}

export interface HeardReport {
  rows: HeardRow[];
  /** What stopped people; for the team. */
  texts: string[];
  /** For the register. */
  entry: EntryHeard[];
}

/** Null: nobody said anything, or nobody was asked. */
export function heardReport(source: HeardSource): HeardReport | null {
  const { sessions, audience, earlier, date, floor } = source;
  const pooled = pooledHeard(sessions, floor);
  const entry: EntryHeard[] = [];
  const asked = heardCells(sessions);
  const rows = asked.map(({ question, sessions: own }): HeardRow => {
    const row = { question, again: null, oneAnswer: false, parts: [] };
    const pool = question === 'said' || question === 'told' ? pooled[question] : null;
    const whole =
      pool === null
        ? (pooled.changed.find(({ day }) => question === changedOn(day))?.figure ?? null)
        : pool.all;
    if (audience === 'team') return { ...row, figure: whole ?? 'few', parts: pool?.parts ?? [] };
    const before = earlier.filter((one) => one.question === question);
    const last = before.at(-1);
    // Printed again only where it is about sessions of this report, and where it reaches the floor of this one.
    const stands = last?.sessions.every(({ session }) => sessions.some(({ id }) => id === session)) === true;
    const then = stands ? heardFigure(last.sessions.map(({ cells }) => cells)) : null;
    const may = then !== null && then.n >= floor;
    if (whole === null && !may) return { ...row, figure: 'few' };
    const same = last !== undefined && sameCells(last.sessions, own);
    const moved = earlier.filter((one) => isMoved(one, question, own, asked));
    const { safe, oneAnswer } = holdHeard({ sessions: own }, [...before, ...moved], floor);
    if (whole !== null && (same || safe)) {
      entry.push({ question, date: same ? last.date : date, sessions: own });
      // With its date also where nobody came: else one that stands would tell that somebody did.
      return { ...row, figure: whole, oneAnswer: oneAnswer && !same, again: same ? last.date : null };
    }
    if (last === undefined || !may) return { ...row, figure: 'earlier' };
    // Also where fewer than the floor are left: that they are fewer would tell that somebody went.
    entry.push(last);
    return { ...row, figure: then, again: last.date };
  });
  if (rows.length === 0) return null;
  return { rows, texts: audience === 'team' ? pooled.texts.map(({ text }) => text) : [], entry };
}

/**
 * Whether it was told of another day, of a session that has fewer on that day now and some on this one: the day was
 * corrected since, and these are the same people. Another time of asking leaves the earlier one as it was.
 */
function isMoved(
  told: EntryHeard,
  question: EntryHeard['question'],
  own: EntryHeard['sessions'],
  asked: readonly Pick<EntryHeard, 'question' | 'sessions'>[],
): boolean {
  if (told.question === question || !isLater(told.question) || !isLater(question)) return false;
  const there = asked.find((one) => one.question === told.question)?.sessions ?? [];
  return told.sessions.some(
    ({ session, cells }) =>
      own.some((one) => one.session === session) &&
      total(there.find((one) => one.session === session)?.cells ?? []) < total(cells),
  );
}

const total = (cells: readonly number[]): number => cells.reduce((sum, n) => sum + n, 0);
const isLater = (question: EntryHeard['question']): boolean => question.startsWith('changed ');
const changedOn = (day: string): EntryHeard['question'] => `changed ${day}`;

function sameCells(a: EntryHeard['sessions'], b: EntryHeard['sessions']): boolean {
  const told = (figure: EntryHeard['sessions']): string =>
    JSON.stringify(figure.map(({ session, cells }) => [session, ...cells]).toSorted(byId));
  const byId = ([x]: (string | number)[], [y]: (string | number)[]): number =>
    String(x) < String(y) ? -1 : 1;
  return told(a) === told(b);
}
