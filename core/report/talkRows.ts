/** Where what a number of a theme counts was said: by session, by groups of whoever said it, by statement, by theme. */
import type { TalkCell } from '../release/stories.ts';
import { isUnknown, type TalkNumber } from './partsHeld.ts';

/** What is under a theme: where it was said and by whom, once for each time that it was said. */
export type Said = readonly {
  session: string;
  groups: readonly string[];
  statement: string;
  themes: readonly string[];
}[];
export type Rows = NonNullable<TalkCell['sessions']>;

/** A register of before does not say which sessions a number was told of: those it was said in, at least. */
export function toldOf({ of, sessions = [] }: TalkCell): string[] {
  return of ?? sessions.map(({ session }) => session);
}

export function rowsOf(said: Said): Rows {
  const counts = new Map<string, Rows[number]>();
  for (const { session, groups, statement, themes } of said) {
    const where = { session, groups: groups.toSorted(), statement, themes: themes.toSorted() };
    const key = JSON.stringify(where);
    counts.set(key, { ...where, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The same whatever themes it was put under. */
export function plainRows(rows: Rows): Rows {
  return summed(rows.map(({ themes: _themes, ...row }) => row));
}

/** Each place once. */
export function summed(rows: Rows): Rows {
  const counts = new Map<string, Rows[number]>();
  for (const { n, ...where } of rows) {
    const key = JSON.stringify([where.session, where.groups, where.statement, where.themes]);
    counts.set(key, { ...where, n: (counts.get(key)?.n ?? 0) + n });
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

export function perSession(rows: Rows): { session: string; n: number }[] {
  const sum = (own: Rows): number => own.reduce((all, { n }) => all + n, 0);
  return [...Map.groupBy(rows, ({ session }) => session)]
    .map(([session, own]) => ({ session, n: sum(own) }))
    .toSorted((a, b) => (a.session < b.session ? -1 : 1));
}

/** A register of before says of a number by session only: where as much of it is there today, it is what is there. */
export function madeKnown({ by, sessions }: TalkNumber, all: Said): TalkNumber {
  if (!sessions.some(isUnknown)) return { by, sessions };
  const [kind, key = ''] = by.split(' ');
  const own = all.filter(({ groups, statement }) =>
    kind === 'group' ? groups.includes(key) : kind !== 'statement' || statement === key,
  );
  const today = rowsOf(own);
  const rows = sessions.flatMap((row) => {
    const here = today.filter(({ session }) => session === row.session);
    return isUnknown(row) && perSession(here)[0]?.n === row.n ? here : [row];
  });
  return { by, sessions: rows };
}

/** The same number in the same places. */
export function isSame(next: TalkNumber & { n: number }, last: TalkCell): boolean {
  if (next.n !== last.n || last.sessions === undefined) return next.n === last.n;
  const real = (rows: Rows): string => JSON.stringify(plainRows(rows).filter(({ n }) => n > 0));
  return last.sessions.some(isUnknown)
    ? real(perSession(next.sessions)) === real(perSession(last.sessions))
    : real(next.sessions) === real(last.sessions);
}

/** Each id once, in order. */
export function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}
