import { describe, expect, test } from '@jest/globals';
import { planeOf } from '../../core/opinion/components.ts';
import { kMeans } from '../../core/opinion/kmeans.ts';
import { centred, prepare } from '../../core/opinion/matrix.ts';
import { marksOf, sharedBy, sideTable } from '../../core/opinion/marks.ts';
import { bestPartition } from '../../core/opinion/partition.ts';
import { meanSilhouette } from '../../core/opinion/silhouette.ts';
import { seeded } from '../../core/statistics/seeded.ts';

describe('F9 the parts of opinion groups', () => {
  test('answers are centred on those who answered; a missing one says nothing', () => {
    const prepared = prepare(
      [
        { id: 'a', points: 5 },
        { id: 'b', points: 3 },
        { id: 'c', points: 5 },
      ],
      [
        [1, 1, null],
        [5, 3, null],
        [5, null, null],
      ],
    );
    // Everyone has to have answered all three, so nobody is left.
    expect(prepared).toMatchObject({ people: 0, leftOut: 3 });
    const kept = prepare(
      Array.from({ length: 8 }, (_, j) => ({ id: `${j}`, points: 5 })),
      [
        [1, 5, 5, 5, 5, 5, 5, null],
        [3, 5, 5, 5, 5, 5, 5, null],
        [5, 5, 5, 5, 5, 5, null, null],
      ],
    );
    expect(kept).toMatchObject({ people: 2, leftOut: 1, answered: [7, 7] });
    expect(kept.statements).toHaveLength(7);
    expect([...centred(kept)].slice(0, 2)).toEqual([-0.5, 0]);
  });

  test('the plane holds the two largest of three known directions', () => {
    // Three patterns of signs at right angles to each other, with weights 3, 2 and 1.
    const sign = (bit: number, i: number) => (((i >> bit) & 1) === 0 ? 1 : -1);
    const size = 64;
    const x = Float64Array.from({ length: size * size }, (_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return [3, 2, 1].reduce((sum, weight, bit) => sum + weight * sign(bit, i) * sign(bit, j), 0);
    });
    const plane = planeOf(
      x,
      Array.from({ length: size }, (_, i) => (i === 0 ? 16 : size)),
    );
    expect(plane?.held).toBeCloseTo(13 / 14, 9);
    // The first answered a quarter of the statements and is moved out by two.
    for (const [i, out] of [2, 1, 1, 1].entries()) {
      expect(plane?.points[2 * i]).toBeCloseTo(out * 24 * sign(0, i), 4);
      expect(plane?.points[2 * i + 1]).toBeCloseTo(out * 16 * sign(1, i), 4);
    }
    expect(planeOf(new Float64Array(12), [3, 3, 3, 3])).toBeNull();
  });

  test('the directions are sought until they hold still', () => {
    const draw = seeded('directions');
    const x = Float64Array.from({ length: 120 * 100 }, () => draw() - 0.5);
    const answered = Array.from({ length: 120 }, () => 100);
    const held = (rounds?: number) => planeOf(x, answered, rounds)?.held ?? 0;
    expect(held()).toBeGreaterThan(1.3 * held(1));
    expect(held()).toBeCloseTo(held(2000), 6);
  });

  test('the statement that weighs most weighs in positively', () => {
    for (let i = 0; i < 8; i += 1) {
      const draw = seeded(`sign ${i}`);
      const x = Float64Array.from({ length: 30 * 6 }, () => draw() - 0.5);
      const plane = planeOf(
        x,
        Array.from({ length: 30 }, () => 6),
      );
      for (const axis of [0, 1]) {
        const weights = Array.from({ length: 6 }, (_, j) =>
          Array.from(
            { length: 30 },
            (__, p) => (plane?.points[2 * p + axis] ?? 0) * (x[6 * p + j] ?? 0),
          ).reduce((a, b) => a + b),
        );
        expect(Math.max(...weights)).toBe(Math.max(...weights.map(Math.abs)));
      }
    }
  });

  test('a group under the floor joins the one that is nearest', () => {
    // Eight people at 0, eight at 4, three at 40.
    const places = [...Array.from({ length: 16 }, (_, i) => (i < 8 ? 0 : 4)), 40, 40, 40];
    const points = Float64Array.from(places.flatMap((x, i) => [x, 0.01 * i]));
    const found = bestPartition({ points, held: 1 }, 8, seeded('x'));
    expect(found?.k).toBe(2);
    expect([...(found?.groups ?? [])]).toEqual(places.map((x) => (x === 0 ? 1 : 0)));
    expect(bestPartition({ points, held: 1 }, 12, seeded('x'))).toBeNull();
  });

  test('half of a group is no side of it, and the strongest marks come first', () => {
    const people = 16;
    const groups = Int32Array.from({ length: people }, (_, i) => (i < 8 ? 0 : 1));
    // How many of each group agree; the others disagree.
    const agreeing = [
      [8, 8],
      [4, 8],
      [6, 5],
      [8, 0],
      [7, 2],
    ];
    const kept = prepare(
      agreeing.map((_, j) => ({ id: `s${j}`, points: 5 })),
      Array.from({ length: people }, (_, i) =>
        agreeing.map((n) => (i % 8 < (n[i < 8 ? 0 : 1] ?? 0) ? 4 : 1)),
      ),
    );
    const table = sideTable(kept, groups, 2);
    expect(sharedBy(kept, table, 5).map(({ statement, side }) => [statement, side])).toEqual([
      ['s0', 'agree'],
      ['s2', 'agree'],
    ]);
    expect(sharedBy(kept, table, 9)).toEqual([]);
    const marks = [0, 1].map((g) =>
      marksOf(kept, table, g, 5).map(({ statement, side }) => [statement, side]),
    );
    expect(marks).toEqual([
      [
        ['s3', 'agree'],
        ['s4', 'agree'],
      ],
      [
        ['s3', 'disagree'],
        ['s4', 'disagree'],
        ['s1', 'agree'],
      ],
    ]);
    const [mark] = marksOf(kept, table, 0, 5);
    // With one added to either side: 9 of 10 and 1 of 10, half of 20 in all.
    expect(mark?.z).toBeCloseTo(0.8 / Math.sqrt(0.25 * 0.2), 12);
    expect(mark?.inside).toEqual({ agree: 8, disagree: 0, middle: 0, n: 8 });
  });

  test('the silhouette of four points in two pairs, by hand', () => {
    const points = Float64Array.from([0, 0, 0, 1, 4, 0, 4, 1]);
    const far = (4 + Math.sqrt(17)) / 2;
    const groups = Int32Array.from([0, 0, 1, 1]);
    expect(meanSilhouette(points, groups, 2, seeded('x'))).toBeCloseTo((far - 1) / far, 12);
    expect(meanSilhouette(points, new Int32Array(4), 1, seeded('x'))).toBe(0);
    const found = kMeans(points, 2, seeded('x'));
    expect(found[0]).toBe(found[1]);
    expect(found[2]).toBe(found[3]);
    expect(found[0]).not.toBe(found[2]);
  });
});
