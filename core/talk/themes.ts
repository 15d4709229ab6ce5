/** The codebook as a tree: which themes stand, what they are nested under, and what merged ones count as. */
import type { Theme } from './types.ts';

export interface Codebook {
  /** Themes that stand, in their order, each before those that are nested under it. */
  list: readonly Placed[];
  /** A theme that stands, by its id or by that of one that was merged into it; undefined: none. */
  get(id: string): Placed | undefined;
  /** The standing themes of a list of ids, each once, in the order of the codebook. */
  of(ids: readonly string[]): Placed[];
}

export interface Placed {
  theme: Theme;
  /** Place in the list, from 1: the key that a scribe presses. */
  number: number;
  /** How deep it is nested; nought: it stands by itself. */
  depth: number;
  /** Ids of the themes above it, the nearest first. */
  above: readonly string[];
}

/**
 * Two devices can nest or merge two themes into each other at the same time: a chain that comes round again is cut
 * where its lowest id stands, the same way on every device, so that no theme is lost.
 */
export function codebook(themes: readonly Theme[]): Codebook {
  const all = new Map(themes.map((theme) => [theme.id, theme]));
  const into = (theme: Theme): string => chain(theme, all, (one) => one.into).at(-1) ?? theme.id;
  const stands = themes.filter((theme) => into(theme) === theme.id);
  const placed = new Map<string, Placed>();
  const above = new Map(
    stands.map((theme) => {
      const up = (one: Theme): string => {
        const parent = all.get(one.parent);
        return parent === undefined ? '' : into(parent);
      };
      return [theme.id, chain(theme, all, up)];
    }),
  );
  const list: Placed[] = [];
  const put = (under: string): void => {
    const next = stands.filter(({ id }) => (above.get(id)?.[0] ?? '') === under);
    for (const theme of next.toSorted(inOrder)) {
      const over = above.get(theme.id) ?? [];
      const one = { theme, number: list.length + 1, depth: over.length, above: over };
      list.push(one);
      placed.set(theme.id, one);
      put(theme.id);
    }
  };
  put('');
  const get = (id: string): Placed | undefined => {
    const theme = all.get(id);
    return theme === undefined ? undefined : placed.get(into(theme));
  };
  return {
    list,
    get,
    of: (ids) => [...new Set(ids.flatMap((id) => get(id) ?? []))].toSorted((a, b) => a.number - b.number),
  };
}

/** Ids that one after the other leads to, without the first; empty where it leads round to itself and is the lowest. */
function chain(first: Theme, all: ReadonlyMap<string, Theme>, next: (theme: Theme) => string): string[] {
  const ids = [first.id];
  for (let at = all.get(next(first)); at !== undefined; at = all.get(next(at))) {
    const round = ids.indexOf(at.id);
    if (round >= 0) {
      const lowest = ids.slice(round).toSorted()[0] ?? '';
      return ids.slice(1, ids.indexOf(lowest) + 1);
    }
    ids.push(at.id);
  }
  return ids.slice(1);
}

/** By this two names are taken for one: in whatever case, and however the spaces stand. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/**
 * Themes that stand under one name: two devices may have made them at once, or two laptops that became one.
 *
 * @returns those of each such name, in the order of the codebook
 */
export function themeTwins({ list }: Codebook): Theme[][] {
  const named = Map.groupBy(list, ({ theme }) => nameKey(theme.name));
  return [...named.values()].filter((all) => all.length > 1).map((all) => all.map(({ theme }) => theme));
}

export function inOrder(a: Theme, b: Theme): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}
