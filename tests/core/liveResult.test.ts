import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsOf, liveFigure, nextBatch, shownAgain, type ShownAnswers } from '../../core/liveResult.ts';
import { DEFAULT_SCALE, type Answer } from '../../core/scale.ts';

const same = (tags: string[]): string[] => tags;
const current = (answers: (Answer | null)[]) => new Map(answers.map((a, i) => [`t${i}`, a]));
const NONE: ShownAnswers = new Map();
const fours = (n: number) => current(Array.from({ length: n }, () => 4));

describe('H9 results while people place', () => {
  test('H9 nothing moves until twice the floor of people differ, and the floor of them always stays back', () => {
    expect(nextBatch(fours(9), NONE, 5, same)).toBeNull();
    expect(nextBatch(fours(10), NONE, 5, same)?.size).toBe(5);
    expect(nextBatch(fours(40), NONE, 5, same)?.size).toBe(35);
    expect(nextBatch(fours(19), NONE, 10, same)).toBeNull();
  });

  test('H9 a changed answer and one that was taken back wait like a new one', () => {
    const shown = nextBatch(fours(15), NONE, 5, same) ?? NONE;
    const moved = fours(15);
    for (let i = 0; i < 4; i += 1) moved.set(`t${i}`, i % 2 === 0 ? 1 : null);
    // Five have not been shown, four differ: nine.
    expect(nextBatch(moved, shown, 5, same)).toBeNull();
    moved.delete('t4');
    const next = nextBatch(moved, shown, 5, (tags) => tags.toSorted());
    expect(next?.size).toBeGreaterThan(0);
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
        (placements, floor, chance) => {
          const now = new Map<string, Answer | null>();
          const shuffle = (tags: string[]): string[] =>
            tags
              .map((tag) => ({ tag, at: Number(chance.next().value) }))
              .toSorted((a, b) => a.at - b.at)
              .map(({ tag }) => tag);
          let shown = NONE;
          for (const [who, answer] of placements) {
            now.set(`t${who}`, answer);
            const next = nextBatch(now, shown, floor, shuffle);
            if (next === null) continue;
            moves += 1;
            const tags = new Set([...shown.keys(), ...next.keys()]);
            const before = shown;
            expect([...tags].filter((t) => before.get(t) !== next.get(t)).length).toBeGreaterThanOrEqual(
              floor,
            );
            const all = new Set([...now.keys(), ...next.keys()]);
            const left = [...all].filter((tag) => (next.get(tag) ?? null) !== (now.get(tag) ?? null));
            expect(left.length).toBeGreaterThanOrEqual(floor);
            // Should the program be started anew here, the counts are all that is left.
            shown = who % 3 === 0 ? shownAgain(countsOf(next), now, shuffle) : next;
            expect(countsOf(shown)).toEqual(countsOf(next));
          }
        },
      ),
    );
    expect(moves).toBeGreaterThan(50);
  });

  test('H9 what is kept are counts, which say nothing of who is in them', () => {
    const shown = new Map<string, Answer>([
      ['z', 4],
      ['a', 1],
      ['m', 4],
      ['b', 'n'],
    ]);
    expect(JSON.stringify(countsOf(shown))).toBe('{"1":1,"4":2,"n":1}');
    expect(countsOf(new Map([...shown].toReversed()))).toEqual(countsOf(shown));
  });

  test('H9 after a restart as many as can be are found again, and what fits nobody waits for its batch', () => {
    const now = current([4, 4, 1, null, 'n', 2]);
    const shown = shownAgain({ 1: 1, 3: 1, 4: 2, 5: 1, n: 1 }, now, same);
    expect([...shown].filter(([tag]) => now.has(tag))).toEqual([
      ['t0', 4],
      ['t1', 4],
      ['t2', 1],
      ['t4', 'n'],
      // Somebody changed their answer: one difference, and not two.
      ['t5', 3],
    ]);
    expect([...shown].filter(([tag]) => !now.has(tag)).map(([, answer]) => answer)).toEqual([5]);
  });

  test('H9 a figure needs the floor of people behind it, those who declined not counted', () => {
    const shown = { 1: 1, 2: 1, 4: 2, 5: 1, n: 1 };
    expect(liveFigure(shown, DEFAULT_SCALE, 5)).toMatchObject({
      counts: [1, 1, 0, 2, 1],
      n: 5,
      declined: { n: 1, x: 0 },
      notAnswered: null,
    });
    expect(liveFigure(shown, DEFAULT_SCALE, 6)).toBeNull();
  });
});
