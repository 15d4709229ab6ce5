/**
 * A consultation that repeats an earlier one, as its next wave. What makes the two comparable is kept, ids of
 * statements and groups among it; what belonged to the earlier one alone is left behind.
 */
import type { Consultation, Statement, Wave } from '../consultation.ts';
import { LIMITS } from '../limits.ts';
import type { Session } from '../session.ts';

/** The year (YYYY) in which a consultation was held last; empty: no session of it is finished. */
export function yearOf(sessions: readonly Pick<Session, 'date' | 'state' | 'rehearsal'>[]): string {
  const days = sessions.filter((s) => s.state === 'sealed' && !s.rehearsal).map(({ date }) => date);
  return days.toSorted().at(-1)?.slice(0, 4) ?? '';
}

/**
 * The next wave of a consultation: its statements in the words of today, scale, groups, languages, rules and what
 * people are told. Days are to be filled in anew. No session comes along, no key of whoever leads, and nothing of
 * anybody's: of statements that came from participants only that they did, since the words of a proposer could not be
 * taken out of a second place.
 *
 * @param year see `yearOf`
 */
export function againOf(before: Consultation, id: string, year: string): Consultation {
  const { notTaken: _refused, waves = [], voice, ...rest } = before;
  const last: Wave = { id: before.id, title: before.title, year };
  return {
    ...rest,
    id,
    answerDue: '',
    keepUntil: '',
    statements: before.statements.map(statementAgain),
    // What happened then is no answer to what happened now.
    ...(voice === undefined ? {} : { voice: { ...voice, influence: '' } }),
    waves: [last, ...waves.filter((wave) => wave.id !== id)].slice(0, LIMITS.waves),
    sample: false,
  };
}

function statementAgain({ from, ...statement }: Statement): Statement {
  return {
    ...statement,
    version: 1,
    earlier: [],
    ...(from === undefined ? {} : { from: { ...from, wordings: [] } }),
  };
}

/** The consultation as one that repeats nothing. */
export function partedFrom({ waves: _before, ...rest }: Consultation): Consultation {
  return rest;
}

/** What waves are sorted and named by. */
export interface Placed {
  id: string;
  waves?: readonly Wave[];
}

/** The first of all waves that a consultation belongs to, here or not: itself where it repeats nothing. */
export function firstOf({ id, waves = [] }: Placed): string {
  return waves.at(-1)?.id ?? id;
}

/** Consultations in their order, but those of one series together, where the first of them stood, the latest first. */
export function seriesTogether<T extends Placed>(list: readonly T[]): T[] {
  const series = Map.groupBy(list, firstOf);
  return [...series.values()].flatMap((own) =>
    own.toSorted((a, b) => (b.waves?.length ?? 0) - (a.waves?.length ?? 0)),
  );
}

/** Whether two repeat the same one under the same name, so that nothing tells them apart. */
export function isTwin(a: Placed & { title: string }, b: Placed & { title: string }): boolean {
  const [before] = a.waves ?? [];
  return before !== undefined && before.id === b.waves?.[0]?.id && a.title === b.title;
}

/** Whether two are waves of one series, so that one is what the other repeats, or both repeat the same. */
export function sameSeries(a: Placed, b: Placed): boolean {
  const line = ({ id, waves = [] }: Placed): string[] => [id, ...waves.map((wave) => wave.id)];
  const theirs = line(b);
  return line(a).some((id) => theirs.includes(id));
}
