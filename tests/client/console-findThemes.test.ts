/** Looking a theme up by what somebody types: what comes first, and whether a new one is meant. */
import { expect, test } from '@jest/globals';
import { findThemes } from '../../client/console/talk/findThemes.ts';
import { codebook } from '../../core/talk/themes.ts';
import { NEW_THEME } from '../../core/talk/types.ts';

const listOf = (...names: string[]) =>
  codebook(names.map((name, i) => ({ ...NEW_THEME, id: `t${i}`, name, order: i + 1 }))).list;
const found = (typed: string, ...names: string[]) => {
  const { first, rest, isNew } = findThemes(listOf(...names), typed);
  const of = (list: typeof first): string[] => list.map(({ theme }) => theme.name);
  return { first: of(first), rest: of(rest), isNew };
};

test('TK8 an exact name comes first, whatever its case and accents, then those that begin so', () => {
  expect(found('court', 'Courts and lawyers', 'Family court', 'Court')).toEqual({
    first: ['Court', 'Courts and lawyers', 'Family court'],
    rest: [],
    isNew: false,
  });
  expect(found(' ecole ', 'Écoles', 'École')).toMatchObject({ first: ['École', 'Écoles'], isNew: true });
  expect(found('Ecole', 'École', 'Ecole').first).toEqual(['Ecole', 'École']);
  // Marks of other scripts make other words.
  expect(found('কলা', 'কল', 'কলা').first).toEqual(['কলা']);
});

test('TK8 with sixty themes the one that is named is among those that are shown', () => {
  const sixty = Array.from({ length: 60 }, (_, i) => `Theme ${60 - i}`);
  const { first, isNew } = found('Theme 4', ...sixty);
  expect(first.slice(0, 2)).toEqual(['Theme 4', 'Theme 49']);
  expect([first.length, isNew]).toEqual([8, false]);
  // By its number, which no name has.
  expect(found('4', ...sixty).first[0]).toBe('Theme 57');
});

test('TK8 a theme that only has it in a word does not stand for a new one', () => {
  expect(found('age', 'Language', 'Managers')).toEqual({
    first: [],
    rest: ['Language', 'Managers'],
    isNew: true,
  });
  expect(found('age', 'Language', 'Old age')).toMatchObject({ first: ['Old age'], rest: ['Language'] });
  expect(found('', 'A', 'B')).toEqual({ first: ['A', 'B'], rest: [], isNew: false });
});
