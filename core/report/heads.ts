/** Head-counts as a report tells them: those that may be printed, and why others may not. */
import type { ReleasedHeads } from '../release/heads.ts';
import type { HeadKind } from '../release/types.ts';
import type { PublishedStatement, ReportInput } from './input.ts';
import type { Speech } from './words.ts';

type Heads = Pick<ReportInput, 'heads'>;

/** The head-counts of one kind that may be printed; null where there are none. */
export function tableOf({ heads }: Heads, kind: HeadKind): ReleasedHeads['tables'][number] | null {
  return heads.tables.find((t) => t.kind === kind) ?? null;
}

/** Why a kind that is recorded is not printed; null where it is printed or not recorded. */
export function whyLeft({ heads }: Heads, kind: HeadKind): 'floor' | 'earlier' | 'there' | 'figures' | null {
  return heads.left.find((l) => l.kind === kind)?.why ?? null;
}

/** In how many of the report's sessions heads were counted, where it is not all of them; null: in all, or in none. */
export function countedIn({ sessions }: Pick<ReportInput, 'sessions'>): number | null {
  const n = sessions.filter(({ attendance }) => attendance.length > 0).length;
  return n === 0 || n === sessions.length ? null : n;
}

/** Words with the date of the release that they are taken from again. */
export function withDate(
  { say, date }: Speech,
  { again, date: day }: { again: boolean; date: string },
  words: string,
): string {
  return again ? say('heads.again', { words, date: date(day) }) : words;
}

/** Words with the days that they are of, the earliest first; none: they are of today. */
export function withDays({ say, date }: Speech, days: readonly string[], words: string): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return words;
  return first === last
    ? say('heads.again', { words, date: date(first) })
    : say('heads.between', { words, first: date(first), last: date(last) });
}

/** Most people who answered one statement, of the figures that are printed; 0 where none is. */
export function mostAnswered(statements: readonly PublishedStatement[]): number {
  return Math.max(0, ...statements.flatMap((s) => s.rounds.map((r) => r.whole?.n ?? 0)));
}
