import { describe, expect, test } from '@jest/globals';
import { findPersonal } from '../../core/personal/findPersonal.ts';

describe('F14 letters that are taken for others', () => {
  const lists = { places: [], staff: [], names: ['Łukasz', 'Søren', 'Анна Волкова', 'Weiß', 'Νίκος'] };
  const found = (text: string): string[] =>
    findPersonal(text, lists).map((s) => `${s.kind}: ${text.slice(s.from, s.to)}`);

  test.each([
    ['lukasz said', 'name: lukasz'],
    ['ŁUKASZ', 'name: ŁUKASZ'],
    ['Soren said', 'name: Soren'],
    ['пришла анна', 'name: анна'],
    ['АННА ВОЛКОВА', 'name: АННА ВОЛКОВА'],
    ['Mr Weiss', 'name: Weiss'],
    ['weiß', 'name: weiß'],
    ['ο νικος', 'name: νικος'],
    ['Ο ΝΙΚΟΣ', 'name: ΝΙΚΟΣ'],
  ])('F14 %j has %j', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  test('F14 words of another script stay words of their own', () => {
    expect(found('все хотят помощи')).toEqual([]);
  });
});
