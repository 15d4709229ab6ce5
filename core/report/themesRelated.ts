/**
 * Which themes of earlier releases a theme has to do with. Merged, nested or made anew, it counts the same points under
 * another id, and whoever has the releases reads its name and not its id.
 */
import type { EntryTalk } from '../release/types.ts';
import { codebook } from '../talk/themes.ts';
import type { Theme } from '../talk/types.ts';
import type { Rows } from './talkRows.ts';

export interface Related {
  /** Ids of which what was told is told on under this theme: its own, those merged into it, and one made anew. */
  heirs: (theme: string) => readonly string[];
  /** Those, and all others that may have been told as the same theme. */
  held: (theme: string) => readonly string[];
  /** Ids that are below it, or were in an earlier release. */
  below: (theme: string) => ReadonlySet<string>;
  /** Ids that are above it, or were. */
  above: (theme: string) => ReadonlySet<string>;
  /** What one that is gone was made anew as; empty: nothing, or it is there. */
  madeAnew: (gone: string) => readonly string[];
  /** Ids that what is put under this one counts for today; of one that is gone, as what it was made anew as. */
  reaches: (put: string) => ReadonlySet<string>;
  /** Rows with those of these themes that each is under; where that is not known, it is known by session alone. */
  within: (rows: Rows, themes: readonly string[]) => Rows;
  /** For the register, of those that are in print. */
  noted: (printed: readonly string[]) => NonNullable<EntryTalk['themes']>;
}

/** @param earlier oldest first */
export function relatedThemes(themes: readonly Theme[], earlier: readonly EntryTalk[]): Related {
  const book = codebook(themes);
  const all = new Map(themes.map((theme) => [theme.id, theme]));
  const notes = earlier.flatMap((entry) => entry.themes ?? []);
  const told = new Set(earlier.flatMap(({ cells }) => cells.map(({ theme }) => theme)));
  const over = new Map<string, Set<string>>();
  const under = new Map<string, Set<string>>();
  for (const { id } of themes) for (const upper of leadsTo(all, id)) relate(id, upper);
  for (const { theme, above } of notes) for (const upper of above) relate(theme, upper);
  // Each theme is asked for again with every number.
  const known = new Map<string, { heirs: string[]; held: string[] }>();
  const lineOf = (theme: string): { heirs: string[]; held: string[] } => {
    const line = known.get(theme) ?? workOut(theme);
    known.set(theme, line);
    return line;
  };

  const up = new Map<string, ReadonlySet<string>>();
  const madeAnew = (gone: string): string[] =>
    all.has(gone)
      ? []
      : book.list.flatMap(({ theme: { id } }) => (lineOf(id).held.includes(gone) ? [id] : []));

  function reaches(put: string): ReadonlySet<string> {
    const cached = up.get(put);
    if (cached !== undefined) return cached;
    const ids = all.has(put) ? [put] : madeAnew(put);
    const found = new Set([put, ...book.of(ids).flatMap(({ theme, above }) => [theme.id, ...above])]);
    up.set(put, found);
    return found;
  }

  function relate(lower: string, upper: string): void {
    over.set(lower, (over.get(lower) ?? new Set()).add(upper));
    under.set(upper, (under.get(upper) ?? new Set()).add(lower));
  }

  function workOut(theme: string): { heirs: string[]; held: string[] } {
    const own = [...all.keys()].filter((id) => id !== theme && book.get(id)?.theme.id === theme);
    const line = [theme, ...own];
    const names = new Set(line.map((id) => plain(all.get(id)?.name ?? '')));
    for (const note of notes) if (note.theme === theme && note.name !== '') names.add(plain(note.name));
    const place = placeOf(book.get(theme)?.above ?? []);
    const heirs = [...line];
    const held: string[] = [];
    for (const id of told) {
      if (line.includes(id)) continue;
      const called = notes.filter((note) => note.theme === id && note.name !== '');
      const alike = called.filter(({ name }) => names.has(plain(name)));
      const stands = book.get(id);
      if (stands === undefined) {
        if (alike.some(({ above }) => placeOf(above) === place)) heirs.push(id);
        // What a register of before told of one that is gone is not known by name.
        else if (alike.length > 0 || (called.length === 0 && !line.some((one) => told.has(one))))
          held.push(id);
      } else if (isRenamed(id, theme, alike.length > 0)) held.push(id);
    }
    return { heirs, held: [...heirs, ...held] };
  }

  /** It was told by the name that this theme has now, has another, and was not told beside it. */
  function isRenamed(id: string, theme: string, alike: boolean): boolean {
    const name = plain(all.get(theme)?.name ?? '');
    const beside = earlier.some((entry) =>
      [id, theme].every((one) =>
        entry.themes?.some((note) => note.theme === one && plain(note.name) === name),
      ),
    );
    return alike && !beside && plain(book.get(id)?.theme.name ?? '') !== name;
  }

  function placeOf(above: readonly string[]): string {
    return JSON.stringify([...new Set(above.map((id) => book.get(id)?.theme.id ?? id))]);
  }

  return {
    heirs: (theme) => lineOf(theme).heirs,
    held: (theme) => lineOf(theme).held,
    below: (theme) => under.get(theme) ?? new Set(),
    above: (theme) => over.get(theme) ?? new Set(),
    madeAnew,
    reaches,
    within: (rows, ids) => {
      const lines = ids.map((id) => ({ id, line: new Set(lineOf(id).heirs.filter((one) => !all.has(one))) }));
      return rows.map(({ themes: put, ...row }) => {
        if (put === undefined) return { session: row.session, n: row.n };
        const reached = new Set(put.flatMap((one) => [one, ...leadsTo(all, one)]));
        const isOf = ({ id, line }: (typeof lines)[number]): boolean =>
          reached.has(id) || put.some((one) => line.has(one));
        return { ...row, themes: lines.flatMap((one) => (isOf(one) ? [one.id] : [])).toSorted() };
      });
    },
    noted: (printed) =>
      themes.flatMap(({ id, name }) => {
        const is = printed.includes(id);
        const above = [...leadsTo(all, id)];
        // One that was merged is in no print, and what it was told as is told no more.
        return is || above.some((upper) => printed.includes(upper))
          ? [{ theme: id, name: is ? name : '', above }]
          : [];
      }),
  };
}

/** Ids that a theme leads up to, by what it was merged into or is nested under. */
function leadsTo(all: ReadonlyMap<string, Theme>, id: string): Set<string> {
  const seen = new Set<string>();
  for (let at = all.get(id); at !== undefined;) {
    const next = all.get(at.into) ?? all.get(at.parent);
    if (next === undefined || seen.has(next.id)) break;
    seen.add(next.id);
    at = next;
  }
  return seen;
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
