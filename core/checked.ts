/** What stays of asking rooms about recommendations: counts by session, with the words that were shown. */
import {
  NO_ONE,
  SAID_ANSWERS,
  withSheets,
  type CheckCounts,
  type Checking,
  type CheckItem,
  type SaidCounts,
} from './checking.ts';
import type { Recommendation } from './recommendations/types.ts';
import type { Answer } from './scale.ts';
import type { Session } from './session.ts';

/** One recommendation in one session, phones and paper together: by way, a count of few would point at them. */
export interface Checked extends CheckItem, SaidCounts {
  /** Null: nobody was asked for dots on it. */
  dots: number | null;
}

const ANSWERS: Record<(typeof SAID_ANSWERS)[number], Answer> = {
  said: 1,
  notQuite: 2,
  missing: 3,
  declined: 'n',
};

/** @param said how many phones gave which answer; the same for how many dots each put */
export function countsOf(said: ReadonlyMap<Answer, number>, dots: ReadonlyMap<Answer, number>): CheckCounts {
  const counts = { ...NO_ONE };
  for (const name of SAID_ANSWERS) counts[name] = said.get(ANSWERS[name]) ?? 0;
  let [n, people] = [0, 0];
  for (const [each, phones] of dots)
    if (typeof each === 'number') [n, people] = [n + each * phones, people + phones];
  return { said: counts, dots: { n, people } };
}

/** @param counts what phones say of an item as the session is finished */
export function checkedFrom(check: Checking, counts: (n: number) => CheckCounts): Checked[] {
  const { list, paper, dotted } = check;
  const onPaper = dottedOnPaper(check);
  return list.flatMap((item): Checked[] => {
    const asked = dotted.includes(item.n) || onPaper.has(item.n);
    const phones = counts(item.n);
    const { said, dots } = withSheets(asked ? phones : { ...phones, dots: null }, paper, item.n);
    const any = SAID_ANSWERS.some((answer) => said[answer] > 0) || dots !== null;
    return any ? [{ ...item, ...said, dots: dots?.n ?? null }] : [];
  });
}

/**
 * Those that were on a sheet on which somebody put dots. Sheets are typed up as sums, so which list they were of is
 * taken from what the dots are on: a list that alone has something with dots, and for what is on several and on none
 * of those the last that has it.
 */
function dottedOnPaper({ lists, now, paper }: Checking): Set<number> {
  const all = lists ?? [now];
  const dotted = paper.rows.flatMap((row) => (row.dots > 0 ? [row.n] : []));
  const having = (n: number): number[][] => all.filter((one) => one.includes(n));
  const sure = new Set(dotted.flatMap((n) => (having(n).length === 1 ? having(n).flat() : [])));
  const rest = dotted.filter((n) => !sure.has(n));
  return new Set([...sure, ...rest, ...rest.flatMap((n) => having(n).at(-1) ?? [])]);
}

type Kept = Pick<Session, 'id' | 'checked'>;

/** What rooms said of a recommendation while it read like this. */
export interface CheckedWords {
  text: string;
  points: string;
  /** It reads like this now. */
  now: boolean;
  sessions: string[];
  said: SaidCounts;
}

/** The words of now first, then by their letters. */
export function checkedOn(
  one: Pick<Recommendation, 'id' | 'text' | 'points'>,
  sessions: readonly Kept[],
): CheckedWords[] {
  const found = new Map<string, CheckedWords>();
  for (const { id, checked = [] } of sessions)
    for (const item of checked) {
      if (item.recommendation !== one.id || SAID_ANSWERS.every((answer) => item[answer] === 0)) continue;
      const key = `${item.text}\n\n${item.points}`;
      const now = item.text === one.text && item.points === one.points;
      const { text, points } = item;
      const words = found.get(key) ?? { text, points, now, sessions: [], said: { ...NO_ONE } };
      found.set(key, words);
      for (const answer of SAID_ANSWERS) words.said[answer] += item[answer];
      if (!words.sessions.includes(id)) words.sessions.push(id);
    }
  const list = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, words]) => words);
  return [...list.filter(({ now }) => now), ...list.filter(({ now }) => !now)];
}

/** How many dots a recommendation has over sessions; null: none of them was asked. */
export function dotsOf(id: string, sessions: readonly Kept[]): { n: number; sessions: number } | null {
  const asked = sessions.flatMap((session) => {
    const items = (session.checked ?? []).filter((item) => item.recommendation === id && item.dots !== null);
    return items.length === 0 ? [] : [items.reduce((sum, item) => sum + (item.dots ?? 0), 0)];
  });
  if (asked.length === 0) return null;
  return { n: asked.reduce((sum, n) => sum + n, 0), sessions: asked.length };
}

/**
 * Places by participants' dots, from 1: as many dots share a place. Where none is on it there is no place, and what
 * was not asked about comes last.
 *
 * @param list in the team's order, which is kept among those that share a place
 */
export function byDots<One extends Pick<Recommendation, 'id'>>(
  list: readonly One[],
  sessions: readonly Kept[],
): { one: One; dots: number | null; place: number | null }[] {
  const known = list.map((one) => ({ one, dots: dotsOf(one.id, sessions)?.n ?? null }));
  const sorted = known.toSorted((a, b) => (b.dots ?? -1) - (a.dots ?? -1));
  return sorted.map(({ one, dots }) => ({
    one,
    dots,
    place:
      dots === null || dots === 0 ? null : sorted.filter((other) => (other.dots ?? -1) > dots).length + 1,
  }));
}
