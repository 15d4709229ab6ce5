/** What is under a theme, where it was said, and in which order themes stand in a release. */
import type { EntryTalk } from '../release/types.ts';
import type { Counted } from '../talk/count.ts';
import type { Codebook, Placed } from '../talk/themes.ts';
import type { TalkTheme } from './talk.ts';
import type { ToldRow } from './talkHeld.ts';

/** @param itself and not one that is nested under it */
export function isUnder(
  book: Codebook,
  { themes }: { themes: readonly string[] },
  id: string,
  itself = false,
): boolean {
  return book.of(themes).some(({ theme, above }) => theme.id === id || (!itself && above.includes(id)));
}

/** Its name with those it is nested under. */
export function pathOf(book: Codebook, { theme, above }: Pick<Placed, 'theme' | 'above'>): string {
  return [...above.map((id) => book.get(id)?.theme.name ?? '').toReversed(), theme.name].join(' / ');
}

/** Sessions in which anything was said or coded, or was in what was told before. */
export function spokenIn(all: readonly Counted[], book: Codebook, earlier: readonly EntryTalk[]): string[] {
  const now = all.flatMap(({ passage, themes, isPostit, session }) =>
    passage === undefined && (!isPostit || book.of(themes).length > 0) ? [session] : [],
  );
  return [...new Set([...now, ...earlier.flatMap(({ sessions = [] }) => sessions)])];
}

/** An interview or document is one, however many of its passages are under a theme. */
export function onceEach(under: readonly Counted[]): Counted[] {
  const seen = new Set<string>();
  return under.filter(({ passage }) => {
    if (passage === undefined) return true;
    const first = !seen.has(passage.source);
    seen.add(passage.source);
    return first;
  });
}

/** By what is told and nothing else: an order by hidden numbers would tell which is the larger. */
export function inToldOrder(themes: readonly TalkTheme[], book: Codebook): TalkTheme[] {
  const size = ({ points }: TalkTheme): number =>
    points === 'one' ? 1 : typeof points === 'string' ? 1.5 : points.n;
  const place = new Map(book.list.map(({ theme }, i) => [theme.id, i]));
  return themes.toSorted(
    (a, b) => b.sessions - a.sessions || size(b) - size(a) || (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0),
  );
}

/** Ids of the sessions of these, each once; a passage was not said in one. */
export function sessionsOf(said: readonly { session: string }[]): string[] {
  return [...new Set(said.flatMap(({ session }) => (session === '' ? [] : [session])))];
}

/**
 * Whether the number of a theme has room for what is told of one below it: where more is told of that than there is,
 * since somebody took something back, the number beside it would tell so.
 *
 * @param said what is under the one below
 * @param n how much is under the one above
 */
export function hasRoom(row: ToldRow | null, said: readonly Counted[], n: number): boolean {
  if (row === null) return true;
  const there = sessionsOf(said);
  const isTold = typeof row.points === 'string' ? 0 : row.points.n;
  return isTold <= n && row.sessions.every((id) => there.includes(id));
}
