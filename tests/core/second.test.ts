/** A second coder of points and post-its: what counts as coded by the first, the sample, and how far both agree. */
import { describe, expect, test } from '@jest/globals';
import {
  agreementOfSaid,
  LEAST_MARKED,
  LEAST_UNITS,
  worthOf,
  type Measured,
} from '../../core/talk/agreement.ts';
import { firstCoding, sampleOf, type SecondCoding } from '../../core/talk/second.ts';
import { codebook } from '../../core/talk/themes.ts';
import { NEW_THEME } from '../../core/talk/types.ts';
import { alphaOfTwo, krippendorffAlpha, masiApart } from '../../core/statistics/krippendorff.ts';

const book = codebook([
  { ...NEW_THEME, id: 'top', name: 'Top' },
  { ...NEW_THEME, id: 'in', name: 'In', parent: 'top', order: 2 },
  { ...NEW_THEME, id: 'other', name: 'Other', order: 3 },
  { ...NEW_THEME, id: 'gone', name: 'Gone', into: 'other', order: 4 },
]);
const said = (id: string, themes: string[] = [], session = 's') => ({ id, session, themes });
const twice = (unit: string, themes: string[] = [], session = 's'): SecondCoding => ({
  unit,
  session,
  themes,
});

describe('SC second coder', () => {
  test('SC2 of a session or board nothing of which the team put under a theme nothing is told', () => {
    const first = firstCoding(
      book,
      [said('a', ['in']), said('b'), said('c', [], 'untouched'), said('d', ['no-such'], 'lost')],
      [
        { session: 's', postit: '1.tag', themes: ['other'] },
        { session: 's', postit: '2.tag', themes: [] },
      ],
    );
    expect(first('s', 'a')).toEqual(['in']);
    // Looked at, and under nothing.
    expect(first('s', 'b')).toEqual([]);
    expect(first('s', '1.another')).toEqual([]);
    expect([first('untouched', 'c'), first('lost', 'd'), first('s', '2.tag'), first('s', 'z')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('SC2 what came from phones is held apart from what the scribe put under themes', () => {
    const points = [said('a', ['in']), said('b'), said('phone-x'), said('phone-y')];
    const seconds = [twice('a', ['in']), twice('b'), twice('phone-x', ['in']), twice('phone-y')];
    const of = (more: typeof points) => agreementOfSaid(book, more, [], seconds);
    expect(of(points)).toMatchObject({ units: 2, unplaced: 1, overall: { same: 2, alpha: 1 } });
    const thought = said('phone-y', ['other']);
    expect(of([...points.slice(0, 3), thought])).toMatchObject({ units: 4, unplaced: 2 });
  });

  test('SC3 a sample is the same on every device, stays so as others come, and lies within a larger one', () => {
    const units = Array.from({ length: 900 }, (_, i) => ({ session: 's', unit: `p${i}` }));
    const third = sampleOf(units, 'third');
    expect(third.length).toBeGreaterThan(240);
    expect(third.length).toBeLessThan(360);
    expect(sampleOf(units.toReversed(), 'third')).toEqual(third);
    const fewer = sampleOf(
      units.filter((_, i) => i % 2 === 0),
      'third',
    );
    expect(fewer).toEqual(third.filter(({ unit }) => Number(unit.slice(1)) % 2 === 0));
    const all = sampleOf(units, 'all');
    expect(all).toHaveLength(900);
    expect(all.slice(0, third.length)).toEqual(third);
    expect(all.slice(0, sampleOf(units, 'tenth').length)).toEqual(sampleOf(units, 'tenth'));
    // Neither as they came nor as they are called.
    expect(all.map(({ unit }) => unit)).not.toEqual(units.map(({ unit }) => unit));
  });

  test('SC2 alpha by theme and over all, on what both looked at, with how often they said the same', () => {
    const points = [
      said('a', ['in']),
      said('b', ['gone']),
      said('c', ['other', 'in']),
      said('d'),
      said('e', ['in']),
    ];
    const { units, unplaced, themes, overall } = agreementOfSaid(
      book,
      points,
      [{ session: 's', postit: '1.x', themes: ['other'] }],
      [
        twice('a', ['in']),
        twice('b', ['other']),
        twice('c', ['other']),
        twice('d', ['top']),
        twice('1.x', ['other']),
        twice('1.y', []),
        // The team has coded nothing there.
        twice('2.y', ['in']),
      ],
    );
    // "d" and "1.y" are under nothing of the team’s.
    expect([units, unplaced]).toEqual([6, 2]);
    const of = (id: string) => themes.find(({ theme }) => theme.id === id);
    expect(of('other')).toMatchObject({
      both: 3,
      first: 0,
      second: 0,
      same: 6,
      marked: 3,
      alpha: 1,
      interval: null,
    });
    expect(of('in')).toMatchObject({ both: 1, first: 1, second: 0, same: 5, marked: 2 });
    // What is under "In" counts for "Top": first a c, second a d.
    expect(of('top')).toMatchObject({ both: 1, first: 1, second: 1, same: 4, marked: 3 });
    const marks = [
      [1, 1],
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
      [0, 0],
    ];
    expect(of('top')?.alpha).toBeCloseTo(krippendorffAlpha(marks).alpha ?? NaN, 12);
    expect(overall).toMatchObject({ same: 4, marked: 5 });
    expect(overall.alpha).toBeGreaterThan(0);
    expect(overall.alpha).toBeLessThan(1);
  });

  test('SC2 of two coders alpha is Krippendorff’s, the worked case of 2011 among them, and its interval is always the same', () => {
    const pairs = Array.from('aabbdcccedda').map((a, i) => [a, 'babbbccceddd'.charAt(i)] as const);
    const { alpha } = alphaOfTwo(pairs, () => 1);
    expect(alpha).toBeCloseTo(0.692, 3);
    expect(alpha).toBeCloseTo(krippendorffAlpha(pairs).alpha ?? NaN, 12);
    const many = Array.from(
      { length: 400 },
      (_, i) => [i % 4 === 0 ? '1' : '0', i % 4 === 0 && i % 20 > 0 ? '1' : '0'] as const,
    );
    const told = alphaOfTwo(many, () => 1);
    expect(alphaOfTwo(many, () => 1)).toEqual(told);
    const [low = NaN, high = NaN] = told.interval ?? [];
    expect(low).toBeLessThan(told.alpha ?? NaN);
    expect(high).toBeGreaterThan(told.alpha ?? NaN);
    // Twenty of 400 differ: the share of such lies between about 3 and 7 of 100 in 95 of 100 samples.
    const expected = (1 - (told.alpha ?? NaN)) / (20 / 400);
    expect((1 - high) / expected).toBeCloseTo(0.03, 2);
    expect((1 - low) / expected).toBeCloseTo(0.0725, 2);
    expect(alphaOfTwo([], () => 1)).toEqual({ alpha: null, interval: null });
    expect(alphaOfTwo([['1', '1']], () => 1)).toEqual({ alpha: null, interval: null });
  });

  test('SC2 sets of themes are as far apart as MASI has it', () => {
    expect(masiApart('', '')).toBe(0);
    expect(masiApart('a b', 'a b')).toBe(0);
    expect(masiApart('', 'a')).toBe(1);
    expect(masiApart('a', 'b')).toBe(1);
    // One holds the other: half in common, two thirds of it.
    expect(masiApart('a', 'a b')).toBeCloseTo(1 - (1 / 2) * (2 / 3), 12);
    // Neither does: a third in common, a third of it.
    expect(masiApart('a b', 'b c')).toBeCloseTo(1 - (1 / 3) * (1 / 3), 12);
  });

  test('SC2 nothing is said of what an alpha is worth on few units, or few of them under a theme', () => {
    const of = (alpha: number | null, marked: number): Measured => ({
      alpha,
      interval: null,
      same: 0,
      marked,
    });
    expect(worthOf(of(1, 1), 8)).toBe('few');
    expect(worthOf(of(1, 40), LEAST_UNITS - 1)).toBe('few');
    expect(worthOf(of(1, LEAST_MARKED - 1), 500)).toBe('few');
    expect(worthOf(of(0.8, LEAST_MARKED), LEAST_UNITS)).toBe('good');
    expect(worthOf(of(0.7, 40), 60)).toBe('fair');
    expect(worthOf(of(0.5, 40), 60)).toBe('low');
    expect(worthOf(of(null, 40), 60)).toBe('none');
    // 2 z² ((1 + 0.667)(3 - 0.667) / (4 (1 - 0.667) 0.5²) - 0.667) of Bloch and Kraemer, with z of 5 %.
    const [least, z] = [0.667, 1.6449];
    const n = 2 * z ** 2 * (((1 + least) * (3 - least)) / (4 * (1 - least) * 0.25) - least);
    expect(Math.ceil(n)).toBe(LEAST_UNITS);
  });
});
