import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { liveFigure, nextBatch, type ShownAnswers } from '../../core/liveResult.ts';
import { DEFAULT_SCALE, type Answer } from '../../core/scale.ts';

const same = (tags: string[]): string[] => tags;
const current = (answers: (Answer | null)[]) => new Map(answers.map((a, i) => [`t${i}`, a]));
const fours = (n: number) => current(Array.from({ length: n }, () => 4));

describe('H9 results while people place', () => {
  test('H9 nothing moves until twice the floor of people differ, and the floor of them always stays back', () => {
    expect(nextBatch(fours(9), {}, 5, same)).toBeNull();
    expect(Object.keys(nextBatch(fours(10), {}, 5, same) ?? {})).toHaveLength(5);
    expect(Object.keys(nextBatch(fours(40), {}, 5, same) ?? {})).toHaveLength(35);
    expect(nextBatch(fours(19), {}, 10, same)).toBeNull();
  });

  test('H9 a changed answer and one that was taken back wait like a new one', () => {
    const shown = nextBatch(fours(15), {}, 5, same) ?? {};
    const moved = fours(15);
    for (let i = 0; i < 4; i += 1) moved.set(`t${i}`, i % 2 === 0 ? 1 : null);
    // Five have not been shown, four differ: nine.
    expect(nextBatch(moved, shown, 5, same)).toBeNull();
    moved.delete('t4');
    const next = nextBatch(moved, shown, 5, (tags) => tags.toSorted());
    expect(Object.keys(next ?? {}).length).toBeGreaterThan(0);
    expect(next).not.toEqual(shown);
  });

  test('H9 whatever people do, no two pictures differ by fewer people than the floor', () => {
    const placement = fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.option(fc.constantFrom<Answer[]>(1, 2, 3, 4, 5, 'n', 'x'), { nil: null }),
    );
    let moves = 0;
    fc.assert(
      fc.property(
        fc.array(placement, { minLength: 60, maxLength: 200 }),
        fc.integer({ min: 5, max: 10 }),
        fc.infiniteStream(fc.nat()),
        (all, floor, chance) => {
          const now = new Map<string, Answer | null>();
          const shuffle = (tags: string[]): string[] =>
            tags
              .map((tag) => ({ tag, at: Number(chance.next().value) }))
              .toSorted((a, b) => a.at - b.at)
              .map(({ tag }) => tag);
          let shown: ShownAnswers = {};
          for (const [who, answer] of all) {
            now.set(`t${who}`, answer);
            const next = nextBatch(now, shown, floor, shuffle);
            if (next === null) continue;
            moves += 1;
            const tags = new Set([...Object.keys(shown), ...Object.keys(next)]);
            const before = shown;
            expect([...tags].filter((t) => before[t] !== next[t]).length).toBeGreaterThanOrEqual(floor);
            const left = [...now].filter(([tag, a]) => (next[tag] ?? null) !== a);
            expect(left.length).toBeGreaterThanOrEqual(floor);
            shown = next;
          }
        },
      ),
    );
    expect(moves).toBeGreaterThan(50);
  });

  test('H9 the order of what is kept tells nothing of the order in which it was shown', () => {
    const shown = nextBatch(fours(30), {}, 5, (tags) => tags.toReversed()) ?? {};
    expect(Object.keys(shown)).toEqual(Object.keys(shown).toSorted());
  });

  test('H9 a figure needs the floor of people behind it, those who declined not counted', () => {
    const shown = { a: 4, b: 4, c: 2, d: 1, e: 'n', f: 5 } as const;
    expect(liveFigure(shown, DEFAULT_SCALE, 5)).toMatchObject({
      counts: [1, 1, 0, 2, 1],
      n: 5,
      declined: { n: 1, x: 0 },
      notAnswered: null,
    });
    expect(liveFigure(shown, DEFAULT_SCALE, 6)).toBeNull();
  });
});
