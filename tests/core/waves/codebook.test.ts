/** What goes along of the codebook and the questions when a consultation is done again or copied. */
import { expect, test } from '@jest/globals';
import { NEW_QUESTION, type Question } from '../../../core/talk/sources.ts';
import { NEW_THEME, type Theme } from '../../../core/talk/types.ts';
import { takenAlong } from '../../../core/waves/codebook.ts';

const theme = (id: string, more: Partial<Theme> = {}): Theme => ({ ...NEW_THEME, id, name: id, ...more });
const themes = [
  theme('old', { into: 'top' }),
  theme('top', { description: 'What belongs here', colour: 'leaf', order: 2 }),
  theme('in', { parent: 'old', order: 1 }),
  theme('other', { order: 3 }),
];
const questions: Question[] = [
  { ...NEW_QUESTION, id: 'q', text: 'Who listened?', proposedBy: 'participants', agreedBy: 'panel' },
];
const newId = () => {
  let n = 0;
  return () => `new-${(n += 1)}`;
};

test('WA1 IV11 a wave keeps ids of themes and questions; merged themes stay behind and nesting follows them', () => {
  const changes = takenAlong({ themes, questions }, newId(), true);
  expect(changes.map(({ of, key, set }) => [of, key, set])).toEqual([
    [
      'theme',
      'top',
      { ...NEW_THEME, name: 'top', description: 'What belongs here', colour: 'leaf', order: 2 },
    ],
    ['theme', 'in', { ...NEW_THEME, name: 'in', parent: 'top', order: 1 }],
    ['theme', 'other', { ...NEW_THEME, name: 'other', order: 3 }],
    [
      'question',
      'q',
      { ...NEW_QUESTION, text: 'Who listened?', proposedBy: 'participants', agreedBy: 'panel' },
    ],
  ]);
  expect(new Set(changes.map(({ id }) => id)).size).toBe(4);
});

test('IV11 a copy gives fresh ids, and its themes are nested as they were', () => {
  const changes = takenAlong({ themes, questions }, newId(), false);
  const keys = changes.map(({ key }) => key);
  expect(keys.filter((key) => !key.startsWith('new-'))).toEqual([]);
  expect(changes.map(({ set }) => set !== null && 'parent' in set && set.parent)).toEqual([
    '',
    keys[0],
    '',
    false,
  ]);
});
