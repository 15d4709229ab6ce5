/** Days and heads of recommendations that can hardly be so. */
import { expect, test } from '@jest/globals';
import { cameTo, oddDay, oddHeads } from '../../core/recommendations/odd.ts';
import { recommendation } from '../support/recommendations.ts';

const heads = (...all: number[]) => ({
  attendance: all.map((n) => ({ group: null, gender: '', ageBand: '', n })),
});

test('RC11 a day that has not come yet, or one before anybody was asked, is odd, and no other', () => {
  const day = (name: Parameters<typeof oddDay>[0], fields: Parameters<typeof recommendation>[1]) =>
    oddDay(name, recommendation('a', fields), '2027-03-01');
  for (const name of ['askedOn', 'answeredOn', 'doneOn', 'toldOn', 'wordOn'] as const) {
    expect(day(name, {})).toBeNull();
    expect(day(name, { [name]: '2027-03-01' })).toBeNull();
    expect(day(name, { [name]: '2030-01-01' })).toBe('ahead');
  }
  for (const name of ['answeredOn', 'doneOn', 'toldOn', 'wordOn'] as const) {
    expect(day(name, { [name]: '2025-01-01' })).toBeNull();
    expect(day(name, { askedOn: '2027-01-10', [name]: '2025-01-01' })).toBe('early');
    expect(day(name, { askedOn: '2027-01-10', [name]: '2027-01-10' })).toBeNull();
  }
});

test('RC6 more heads than came are odd, where it is known how many came to each session', () => {
  const said = recommendation('a', { wordYes: 30, wordPartly: 10, wordNo: 14, wordUnknown: 1 });
  expect(oddHeads(said, 54)).toBe(55);
  expect(oddHeads(said, 55)).toBeNull();
  expect(oddHeads(said, 0)).toBeNull();
  expect(cameTo([heads(10, 8), heads(36)])).toBe(54);
  expect(cameTo([heads(10, 8), heads()])).toBe(0);
  expect(cameTo([])).toBe(0);
});
