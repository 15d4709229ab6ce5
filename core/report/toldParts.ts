/** Which parts of a theme's number a release may tell. */
import type { Counted } from '../talk/count.ts';
import type { Codebook } from '../talk/themes.ts';
import type { talkHeld, Told, ToldRow } from './talkHeld.ts';

/** Of one theme, by the id of a group or statement. */
export type Parts = Record<'groups' | 'statements', [string, Told][]>;

const KINDS = {
  groups: { kind: 'group', keys: ({ groups }: Counted): readonly string[] => groups },
  statements: {
    kind: 'statement',
    keys: ({ statement }: Counted): readonly string[] => (statement === '' ? [] : [statement]),
  },
} as const;

/**
 * In the order of the codebook, since parts of a theme are held against those of the ones above it: an order by how much
 * is under them would tell of hidden numbers by which has parts.
 *
 * @param held null: for the team, which is told everything
 * @param split groups are told apart
 * @returns by the id of the theme
 */
export function partsOfThemes(
  book: Codebook,
  rows: readonly { id: string; mine: readonly Counted[]; row: ToldRow | null }[],
  held: Pick<ReturnType<typeof talkHeld>, 'parts'> | null,
  { floor, split }: { floor: number; split: boolean },
): Map<string, Parts> {
  const byId = new Map(rows.map((one) => [one.id, one]));
  return new Map(
    book.list.flatMap(({ theme: { id } }): [string, Parts][] => {
      const { mine = [], row = null } = byId.get(id) ?? {};
      if (row === null) return [];
      const told = (parts: keyof Parts): [string, Told][] => {
        const { kind, keys } = KINDS[parts];
        const alone = toldParts(mine, keys, floor);
        if (held === null) return alone.map(([key, n]) => [key, { n, again: null }]);
        const may = alone.map(([key]) => key);
        return held.parts(id, kind, row, may, mine, (key) => mine.filter((one) => keys(one).includes(key)));
      };
      return [[id, { groups: split ? told('groups') : [], statements: told('statements') }]];
    }),
  );
}

/**
 * Parts of what is under a theme of which the number may be told: what is in the same of them, and what is in none, is
 * nothing or reaches the floor, so that no part and no rest can be worked out that is less. The least goes first.
 */
export function toldParts(
  under: readonly Counted[],
  keys: (of: Counted) => readonly string[],
  floor: number,
): [string, number][] {
  const sizes = new Map<string, number>();
  for (const one of under) for (const key of keys(one)) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  let shown = [...sizes].filter(([, n]) => n >= floor).toSorted(([, a], [, b]) => b - a);
  while (shown.length > 0) {
    const classes = new Map<string, number>();
    for (const one of under) {
      const key = shown.flatMap(([part]) => (keys(one).includes(part) ? [part] : [])).join(' ');
      classes.set(key, (classes.get(key) ?? 0) + 1);
    }
    if ([...classes.values()].every((n) => n >= floor)) return shown;
    shown = shown.slice(0, -1);
  }
  return [];
}
