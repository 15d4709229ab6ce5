import { expect, test } from '@jest/globals';
import { differenceInterval, pointsInterval } from '../../../core/statistics/difference.ts';

/** Newcombe 1998, Statistics in Medicine 17(8):873-890, Table II, method 10. */
const PUBLISHED: [a: [number, number], b: [number, number], low: number, high: number][] = [
  [[56, 70], [48, 80], 0.0524, 0.3339],
  [[9, 10], [3, 10], 0.1705, 0.809],
  [[6, 7], [2, 7], 0.0582, 0.8062],
  [[5, 56], [0, 29], -0.0381, 0.1926],
  [[0, 10], [0, 20], -0.1611, 0.2775],
  [[0, 10], [0, 10], -0.2775, 0.2775],
  [[10, 10], [0, 20], 0.6791, 1],
  [[10, 10], [0, 10], 0.6075, 1],
];

test('F9 WA4 the interval of a difference of two shares agrees with the published cases', () => {
  for (const [[k, n], [l, m], low, high] of PUBLISHED) {
    const found = differenceInterval({ k, n }, { k: l, n: m });
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
    // The other way round it is the same with its sign turned.
    const turned = differenceInterval({ k: l, n: m }, { k, n });
    expect(turned.low).toBeCloseTo(-found.high, 12);
  }
  expect(() => differenceInterval({ k: 0, n: 0 }, { k: 1, n: 2 })).toThrow(RangeError);
  expect(() => differenceInterval({ k: 3, n: 2 }, { k: 1, n: 2 })).toThrow(RangeError);
});

test('F2 WA4 it is told in whole points, and to nobody where one side has fewer than twenty people', () => {
  expect(pointsInterval({ k: 56, n: 70 }, { k: 48, n: 80 })).toEqual({ low: 5, high: 33 });
  expect(pointsInterval({ k: 10, n: 19 }, { k: 48, n: 80 })).toBeNull();
  expect(pointsInterval({ k: 48, n: 80 }, { k: 10, n: 19 })).toBeNull();
  expect(Object.is(pointsInterval({ k: 0, n: 20 }, { k: 0, n: 1e9 })?.low, -0)).toBe(false);
});
