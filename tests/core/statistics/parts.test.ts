import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded, shuffle, xoshiro128 } from '../../../core/statistics/seeded.ts';
import {
  chiSquareAbove,
  gammaQ,
  lnGamma,
  normalAbove,
  normalBeyond,
} from '../../../core/statistics/tails.ts';
import { chooseRow, ratio } from '../../../core/statistics/ways.ts';

describe('F9 numbers that are the same for the same seed', () => {
  test('xoshiro128** as published', () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect([next(), next(), next(), next()]).toEqual([11520, 0, 5927040, 70819200]);
  });

  test('another seed gives other numbers, spread evenly', () => {
    expect(seeded('a')()).toBe(seeded('a')());
    expect(seeded('a')()).not.toBe(seeded('b')());
    const draw = seeded('even');
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 20_000; i += 1) {
      const at = Math.floor(draw() * 10);
      tenths[at] = (tenths[at] ?? 0) + 1;
    }
    const chiSquare = tenths.reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0);
    expect(chiSquareAbove(chiSquare, 9)).toBeGreaterThan(0.001);
  });

  test('a shuffle makes every order as often as any other', () => {
    const draw = seeded('orders');
    const orders = new Map<string, number>();
    for (let i = 0; i < 12_000; i += 1) {
      const list = [1, 2, 3];
      shuffle(list, draw);
      orders.set(list.join(), (orders.get(list.join()) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    const chiSquare = [...orders.values()].reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0);
    expect(chiSquareAbove(chiSquare, 5)).toBeGreaterThan(0.001);
  });

  test('nothing in core/ draws numbers of its own', () => {
    const core = join(import.meta.dirname, '../../../core');
    const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(30);
    for (const file of files)
      expect(readFileSync(join(core, file), 'utf8')).not.toMatch(/Math\.random|getRandomValues/);
  });
});

describe('F9 tails', () => {
  test('of the normal distribution', () => {
    expect(normalBeyond(1.959963984540054)).toBeCloseTo(0.05, 13);
    expect(normalAbove(0)).toBeCloseTo(0.5, 14);
    expect(normalAbove(-1)).toBeCloseTo(0.8413447460685429, 13);
    // Far out, where 1 less the other side would have no digits left.
    expect(normalAbove(10) / 7.619853024160527e-24).toBeCloseTo(1, 10);
  });

  test('of chi-square, closed where there are two degrees of freedom', () => {
    for (const x of [0.01, 0.5, 1, 2, 3, 5, 10, 40, 200])
      expect(chiSquareAbove(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11);
    expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareAbove(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
    expect(chiSquareAbove(0, 3)).toBe(1);
    expect(gammaQ(50, 50)).toBeCloseTo(0.48119168452796, 10);
  });

  test('the gamma function of whole numbers', () => {
    let factorial = 1;
    for (let n = 1; n < 20; n += 1) {
      expect(lnGamma(n)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= n;
    }
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
  });
});

test('F9 ways are counted exactly, also beyond what a number holds', () => {
  expect(chooseRow(5)).toEqual([1n, 5n, 10n, 10n, 5n, 1n]);
  expect(chooseRow(100).reduce((a, b) => a + b, 0n)).toBe(2n ** 100n);
  expect(ratio(1n, 3n)).toBeCloseTo(1 / 3, 15);
  expect(ratio(2n ** 5000n / 3n, 2n ** 5000n)).toBeCloseTo(1 / 3, 15);
});
