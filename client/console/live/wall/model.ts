/** What is counted on the screen and not saved yet, beside what was saved. */
import type { Answer, Scale } from '../../../../core/scale.ts';
import { points } from '../../../../core/scale.ts';
import { groupsOf, membershipOf } from '../../../../core/session.ts';
import type { Wall, WallColumn, WallComment } from '../../../../core/wall.ts';

/** How many post-its, by group and answer, of one board. */
export type Counts = Readonly<Record<string, number>>;

export function keyOf(groups: readonly string[], answer: Answer): string {
  return `${membershipOf(groups)} ${answer}`;
}

/** The answers of a scale in the order of the wall, the ways to decline last. */
export function answersOf(scale: Scale): Answer[] {
  return [...Array.from({ length: points(scale) }, (_, i) => i + 1), ...scale.declines];
}

/** What was saved of a board. */
export function savedColumns(wall: Wall, n: number): WallColumn[] {
  return wall.boards.find((board) => board.n === n)?.columns ?? [];
}

export function savedCounts(wall: Wall, n: number): Counts {
  return Object.fromEntries(savedColumns(wall, n).map((c) => [keyOf(c.groups, c.answer), c.n]));
}

export function savedHeads(wall: Wall): Counts {
  return Object.fromEntries(wall.heads.map(({ groups, n }) => [membershipOf(groups), n]));
}

/** Memberships in two groups that are counted in any of these. */
export function pairsIn(all: readonly Counts[]): string[][] {
  const keys = all.flatMap((counts) => Object.keys(counts).filter((key) => (counts[key] ?? 0) > 0));
  const pairs = new Set(keys.map((key) => key.split(' ')[0] ?? '').filter((key) => key.includes('+')));
  return [...pairs].toSorted().map(groupsOf);
}

/** Post-its of these groups. */
export function sumOf(counts: Counts, groups: readonly string[], scale: Scale): number {
  return answersOf(scale).reduce<number>((sum, answer) => sum + (counts[keyOf(groups, answer)] ?? 0), 0);
}

/** The same counts with one more or fewer, or null where that cannot be. */
export function counted(counts: Counts, key: string, by: 1 | -1): Counts | null {
  const n = (counts[key] ?? 0) + by;
  return n < 0 ? null : { ...counts, [key]: n };
}

/** Whether two counts say the same; nought and nothing do. */
export function isSame(a: Counts, b: Counts): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? 0) === (b[key] ?? 0));
}

/** Which people a count is of: keys are of groups and answer, or of groups alone where heads are counted. */
const peopleOf = (key: string): string => key.split(' ')[0] ?? '';

function partsOf(...all: readonly Counts[]): string[] {
  return [...new Set(all.flatMap((counts) => Object.keys(counts).map(peopleOf)))];
}

const partOf = (counts: Counts, people: string): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([key]) => peopleOf(key) === people));

/** What is counted here, and what was saved when that was begun. */
export interface Begun {
  from: Counts;
  own: Counts;
}

/**
 * What is counted here once another device has saved: of the groups that were not touched here it is what was
 * counted there. Two people who count two groups do not undo one another's.
 */
export function rebased({ from, own }: Begun, there: Counts): Begun {
  const next: Begun = { from: {}, own: {} };
  for (const people of partsOf(from, own, there)) {
    const touched = !isSame(partOf(own, people), partOf(from, people));
    next.own = { ...next.own, ...partOf(touched ? own : there, people) };
    next.from = { ...next.from, ...partOf(touched ? from : there, people) };
  }
  return next;
}

/** Whether some group was counted here and there since, and not alike. */
export function isContested({ from, own }: Begun, there: Counts): boolean {
  return partsOf(from, own, there).some((people) => {
    const [was, is, now] = [from, own, there].map((counts) => partOf(counts, people)) as [
      Counts,
      Counts,
      Counts,
    ];
    return !isSame(was, now) && !isSame(is, now) && !isSame(is, was);
  });
}

/**
 * Columns as they are saved: what was counted, with the words that are there already.
 *
 * @param choices the groups that are counted apart, each as one choice of a person
 */
export function columnsFrom(
  wall: Wall,
  n: number,
  counts: Counts,
  choices: readonly (readonly string[])[],
  scale: Scale,
): WallColumn[] {
  const saved = new Map(savedColumns(wall, n).map((c) => [keyOf(c.groups, c.answer), c]));
  const listed = choices.flatMap((groups) =>
    answersOf(scale).map((answer) => ({ groups: [...groups], answer })),
  );
  const keys = new Set(listed.map(({ groups, answer }) => keyOf(groups, answer)));
  // What another device counts apart meanwhile stays.
  const others = [...saved].filter(([key]) => !keys.has(key)).map(([, column]) => column);
  return [
    ...listed.map(({ groups, answer }): WallColumn => {
      const key = keyOf(groups, answer);
      return { groups, answer, n: counts[key] ?? 0, comments: saved.get(key)?.comments ?? [] };
    }),
    ...others,
  ].filter((column) => column.n > 0 || column.comments.length > 0);
}

/** The columns of a board with one comment, or without it. */
export function withComment(
  columns: readonly WallColumn[],
  key: string,
  comment: WallComment,
  change: 'add' | 'remove',
): WallColumn[] {
  return columns.map((column) => {
    if (keyOf(column.groups, column.answer) !== key) return column;
    const isUp = column.comments.some(({ id }) => id === comment.id);
    if (change === 'add') return isUp ? column : { ...column, comments: [...column.comments, comment] };
    return { ...column, comments: column.comments.filter(({ id }) => id !== comment.id) };
  });
}
