/** Which themes were raised together: on one point, on one post-it, or where passages of one text overlap. */
import type { Counted } from './count.ts';
import type { Range } from './passages.ts';
import { overlaps, united } from './stretches.ts';
import type { Codebook, Placed } from './themes.ts';

export interface Together {
  a: Placed;
  b: Placed;
  /** Points and post-its that are under both. */
  said: number;
  /** Places in texts where passages of both overlap. */
  places: number;
  /** Sessions, interviews and documents in which that happened. */
  origins: number;
}

/**
 * The themes that something was put under, not those above them, and no theme with one above it, also where something
 * was put under both: with its own parent every theme would stand together. In order as themes are: of how many sessions, then of how many interviews and documents, then how often.
 */
export function togetherOf(book: Codebook, contributions: readonly Counted[]): Together[] {
  const pairs = new Map<string, Together & { sessions: Set<string>; sources: Set<string> }>();
  const meet = (a: Placed, b: Placed, kind: 'said' | 'places', n: number, origin: string): void => {
    if (b.above.includes(a.theme.id) || a.above.includes(b.theme.id)) return;
    const key = `${a.number} ${b.number}`;
    const none = {
      a,
      b,
      said: 0,
      places: 0,
      origins: 0,
      sessions: new Set<string>(),
      sources: new Set<string>(),
    };
    const pair = pairs.get(key) ?? none;
    pair[kind] += n;
    pair[kind === 'said' ? 'sessions' : 'sources'].add(origin);
    pairs.set(key, pair);
  };
  /** Stretches of each source by the number of a theme. */
  const texts = new Map<string, Map<number, Range[]>>();
  for (const one of contributions) {
    const themes = book.of(one.themes);
    const { passage } = one;
    if (passage !== undefined) {
      const stretches = texts.get(passage.source) ?? new Map<number, Range[]>();
      texts.set(passage.source, stretches);
      for (const { number } of themes) stretches.set(number, [...(stretches.get(number) ?? []), passage]);
    } else
      for (const [i, a] of themes.entries())
        for (const b of themes.slice(i + 1)) meet(a, b, 'said', 1, one.session);
  }
  for (const [source, stretches] of texts) {
    const own = book.list.flatMap((placed) => {
      const ranges = stretches.get(placed.number);
      return ranges === undefined ? [] : [{ placed, ranges: united(ranges) }];
    });
    for (const [i, a] of own.entries())
      for (const b of own.slice(i + 1)) {
        const n = overlaps(a.ranges, b.ranges);
        if (n > 0) meet(a.placed, b.placed, 'places', n, source);
      }
  }
  return [...pairs.values()]
    .toSorted(
      (x, y) =>
        y.sessions.size - x.sessions.size ||
        y.sources.size - x.sources.size ||
        y.said + y.places - x.said - x.places ||
        x.a.number - y.a.number ||
        x.b.number - y.b.number,
    )
    .map(({ sessions, sources, ...pair }) => ({ ...pair, origins: sessions.size + sources.size }));
}
