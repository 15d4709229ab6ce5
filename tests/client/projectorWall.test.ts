import { describe, expect, test } from '@jest/globals';
import type { Wall, WallColumn, WallSpace } from '../../client/projector/wallLayout.ts';
import { layoutWall } from '../../client/projector/wallLayout.ts';
import { cutText, linesOf } from '../../client/projector/wallText.ts';

/** A column of a five-point wall at 1920 x 1080. */
const space: WallSpace = { width: 330, height: 560, type: 29, measure: (text) => [...text].length * 14 };

const column = (count: number, ...texts: string[]): WallColumn => ({
  count,
  notes: texts.map((text, i) => ({ id: `${count}.${i}`, text })),
});

function people(wall: Wall, columns: readonly WallColumn[]): boolean {
  return wall.columns.every((c, i) => {
    const blanks = (columns[i]?.count ?? 0) - c.notes.length;
    return c.blanks.length === Math.ceil(blanks / wall.worth);
  });
}

/** Nothing leaves the wall, and no blank post-it lies on a comment. */
function tidy(wall: Wall, room: WallSpace): boolean {
  return wall.columns.every(
    ({ notes, blanks }) =>
      notes.every((n) => n.y + n.height <= room.height + 0.01 && n.x + n.width <= room.width + 0.01) &&
      blanks.every(
        (b) =>
          b.y + wall.side <= room.height + 0.01 &&
          b.x + wall.side <= room.width + 0.01 &&
          notes.every(
            (n) => b.y >= n.y + n.height - 0.01 || b.x >= n.x + n.width - 0.01 || b.x + wall.side <= n.x,
          ),
      ),
  );
}

const long = 'Every one of them started from nothing and asked me the same questions. '.repeat(6);

describe('the wall', () => {
  test('in a small room every comment and every blank post-it has its place', () => {
    const columns = [
      column(1, 'No.'),
      column(1),
      column(2, 'Depends'),
      column(3, 'She does, most days'),
      column(2),
    ];
    const wall = layoutWall(columns, space);
    expect(wall.worth).toBe(1);
    expect(wall.columns.map((c) => c.notes.length + c.blanks.length)).toEqual([1, 1, 2, 3, 2]);
    expect(wall.columns.every((c) => c.more === 0)).toBe(true);
    expect(tidy(wall, space)).toBe(true);
  });

  test('every answer is on the wall once, in a group, a conference and a hall', () => {
    for (const counts of [
      [4, 9, 6, 15, 12],
      [40, 110, 60, 190, 100],
      [120, 310, 270, 880, 420],
      [0, 0, 0, 0, 2000],
    ]) {
      const columns = counts.map((n) => column(n, ...Array.from({ length: Math.min(n, 20) }, () => long)));
      const wall = layoutWall(columns, space);
      expect(people(wall, columns)).toBe(true);
      expect(tidy(wall, space)).toBe(true);
      expect(wall.columns.every((c, i) => c.more + c.notes.length === columns[i]?.notes.length)).toBe(true);
    }
  });

  test('a comment there is no room for is counted, and its post-it is there without words', () => {
    const columns = [column(9, ...Array.from({ length: 9 }, () => long))];
    const [only] = layoutWall(columns, space).columns;
    expect(only?.more).toBeGreaterThan(0);
    expect((only?.notes.length ?? 0) + (only?.blanks.length ?? 0)).toBe(9);
  });

  test('where everyone wrote more than there is room for, some of it hangs in each column', () => {
    const texts = Array.from({ length: 9 }, (_, i) => long.slice(i, 120 + i));
    for (const height of [560, 400, 340]) {
      const columns = Array.from({ length: 5 }, () => column(9, ...texts));
      const wall = layoutWall(columns, { ...space, height });
      expect(wall.columns.every((c) => c.notes.length > 0)).toBe(true);
      expect(people(wall, columns)).toBe(true);
      expect(tidy(wall, { ...space, height })).toBe(true);
    }
  });

  test('a scale of two answers hangs notes side by side', () => {
    const wide = { ...space, width: 850 };
    const [only] = layoutWall([column(3, long, long, long), column(1)], wide).columns;
    expect(new Set(only?.notes.map((n) => n.y))).toEqual(new Set([0]));
    expect(new Set(only?.notes.map((n) => n.x)).size).toBe(3);
  });
});

describe('the wall of a small room', () => {
  const blank = (...counts: number[]) => counts.map((n) => column(n));
  /** How far down the fullest column reaches, of the wall's height. */
  const depth = (wall: Wall): number =>
    Math.max(
      ...wall.columns.flatMap((c) => [
        ...c.blanks.map((b) => b.y + wall.side),
        ...c.notes.map((n) => n.y + n.height),
      ]),
    ) / space.height;

  test('six, twelve and thirty post-its fill it, and the fewer there are the larger they hang', () => {
    const walls = [
      blank(0, 0, 1, 3, 2),
      blank(1, 2, 0, 5, 4),
      blank(3, 6, 4, 9, 8),
      blank(20, 60, 40, 90, 80),
    ].map((columns) => layoutWall(columns, space));
    const sides = walls.map((wall) => wall.side);
    expect(sides).toEqual(sides.toSorted((a, b) => b - a));
    for (const wall of walls.slice(0, 3)) {
      expect(depth(wall)).toBeGreaterThan(0.8);
      expect(wall.side).toBeGreaterThan(space.type * 2.5);
      expect(wall.worth).toBe(1);
      expect(tidy(wall, space)).toBe(true);
    }
  });

  test('one post-it is never larger than its column or half of the wall', () => {
    const wall = layoutWall(blank(1, 0, 0, 0, 0), space);
    expect(wall.side).toBeLessThanOrEqual(space.height / 2);
    const wide = { ...space, width: 850 };
    expect(layoutWall(blank(1, 0), wide).side).toBeLessThanOrEqual(space.height / 2);
  });

  test('comments are set in larger type where there is room, and no word of theirs is broken for it', () => {
    const columns = [
      column(1),
      column(0),
      column(1, 'It depends on the day.'),
      column(3, 'She does, most days'),
      column(1),
    ];
    const wall = layoutWall(columns, space);
    expect(wall.type).toBeGreaterThan(space.type * 1.3);
    for (const { text, width } of wall.columns.flatMap((c) => c.notes))
      for (const word of text.split(' '))
        expect(space.measure(word) * (wall.type / space.type)).toBeLessThanOrEqual(width);
    const crowded = columns.map((c) => column(c.count + 4, long, long, long));
    expect(layoutWall(crowded, space).type).toBeLessThan(wall.type);
    expect(tidy(wall, space)).toBe(true);
  });

  test('a short comment hangs on a square like the blank ones, a long one goes across above them', () => {
    const [only] = layoutWall([column(3, 'No.', long)], space).columns;
    expect(only?.notes.map((n) => n.text.slice(0, 5))).toEqual(['Every', 'No.']);
    const [across, square] = only?.notes ?? [];
    expect(across?.width).toBe(space.width);
    expect(square?.width).toBe(square?.height);
    expect(square?.y).toBeGreaterThan((across?.y ?? 0) + (across?.height ?? 0));
  });
});

describe('the text of a post-it', () => {
  test('it is cut at a word after 140 code points', () => {
    expect(cutText('Short')).toBe('Short');
    const cut = cutText(long);
    expect([...cut].length).toBeLessThanOrEqual(140);
    expect(cut).toMatch(/\w…$/u);
    expect(long.startsWith(cut.slice(0, -1))).toBe(true);
  });

  test('emoji of several code units are never cut in two', () => {
    expect(cutText('🙂'.repeat(200))).toBe(`${'🙂'.repeat(139)}…`);
  });

  test('lines break at spaces, and within a word that is wider than the line', () => {
    const measure = (text: string): number => text.length * 10;
    expect(linesOf('one two three', 80, measure)).toBe(2);
    expect(linesOf('abcdefghijklmnop', 80, measure)).toBe(2);
    expect(linesOf('a', 80, measure)).toBe(1);
  });
});
