import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ATTRIBUTES, attributionFor, attributionOfAll, type RegisterRow } from '../../core/attribution.ts';

const parent = { role: 'parent', ageBand: 'adult' };
const REGISTER: RegisterRow[] = [
  { ...parent, gender: 'woman', group: '1', place: 'Hall', n: 6 },
  { ...parent, gender: 'man', group: '1', place: 'Hall', n: 2 },
  { ...parent, gender: 'woman', group: '2', place: 'Centre', n: 14 },
  { ...parent, gender: 'man', group: '2', place: 'Centre', n: 7 },
];

describe('F10 what is said of someone who is quoted', () => {
  test('F10 "male adult, group 1" are two people, "male adult" are nine', () => {
    const wanted = { gender: 'man', ageBand: 'adult', group: '1' };
    expect(attributionFor(REGISTER, wanted, 5)).toEqual({
      kept: { gender: 'man', ageBand: 'adult' },
      k: 9,
      dropped: ['group'],
    });
    expect(attributionFor(REGISTER, { ...wanted, gender: 'woman' }, 5)).toMatchObject({ k: 6, dropped: [] });
  });

  test('F10 place goes first, then group, age band, gender and role', () => {
    const everything = { ...parent, gender: 'man', group: '1', place: 'Hall' };
    const dropped = (least: number) => attributionFor(REGISTER, everything, least).dropped;
    expect(dropped(2)).toEqual([]);
    expect(dropped(3)).toEqual(['place', 'group']);
    expect(dropped(10)).toEqual(['place', 'group', 'ageBand', 'gender']);
    expect(attributionFor(REGISTER, everything, 30)).toEqual({ kept: {}, k: 29, dropped: [...ATTRIBUTES] });
  });

  test('F10 what was not recorded is no match', () => {
    const register = [
      { role: 'parent', gender: '', n: 8 },
      { role: 'parent', gender: 'man', n: 2 },
      { role: 'parent', n: 5 },
    ];
    expect(attributionFor(register, { role: 'parent', gender: 'man' }, 5)).toEqual({
      kept: { role: 'parent' },
      k: 15,
      dropped: ['gender'],
    });
    expect(attributionFor(register, { gender: '' }, 5)).toEqual({ kept: {}, k: 15, dropped: [] });
  });

  test('F10 quotes under one pseudonym are looked up together', () => {
    const quotes = [{ group: '1' }, { gender: 'man' }];
    expect(quotes.map((q) => attributionFor(REGISTER, q, 5).dropped)).toEqual([[], []]);
    expect(attributionOfAll(REGISTER, quotes, 5)).toEqual({
      kept: { gender: 'man' },
      k: 9,
      dropped: ['group'],
    });
    expect(attributionOfAll(REGISTER, [{ group: '1' }, { group: '2', gender: 'man' }], 5)).toMatchObject({
      kept: { gender: 'man' },
      dropped: ['group'],
    });
  });

  test('F10 whatever is kept is shared by enough, or it is nothing', () => {
    const value = fc.constantFrom('', 'p', 'q');
    const attributes = fc.record({ role: value, gender: value, ageBand: value, group: value, place: value });
    const rows = fc.array(fc.tuple(attributes, fc.nat(6)));
    fc.assert(
      fc.property(rows, attributes, fc.integer({ min: 3, max: 10 }), (list, wanted, least) => {
        const register = list.map(([a, n]) => ({ ...a, n }));
        const { kept, k, dropped } = attributionFor(register, wanted, least);
        expect(k >= least || Object.keys(kept).length === 0).toBe(true);
        expect(dropped.every((a) => kept[a] === undefined)).toBe(true);
      }),
    );
  });
});
