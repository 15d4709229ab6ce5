/** One order of themes, and of two that were raised together: sessions first, then people. */
import { expect, test } from '@jest/globals';
import { contributions } from '../../core/talk/contributions.ts';
import { countThemes } from '../../core/talk/count.ts';
import { NEW_PASSAGE, NEW_SOURCE, type Passage, type TextSource } from '../../core/talk/sources.ts';
import { codebook, themeTwins } from '../../core/talk/themes.ts';
import { togetherOf } from '../../core/talk/together.ts';
import { NEW_POINT, NEW_THEME, type Point, type Theme } from '../../core/talk/types.ts';
import { placeOf, SAID } from '../support/sources.ts';

const book = codebook(['top', 'in', 'other'].map((id, order) => ({ ...NEW_THEME, id, name: id, order })));
const text = (id: string): TextSource => ({ ...NEW_SOURCE, id, text: SAID, mayUse: true });
const marked = (source: string, words: string, themes: string[]): Passage => ({
  ...NEW_PASSAGE,
  ...placeOf(words),
  id: `${source} ${words}`,
  source,
  themes,
});
const point = (id: string, themes: string[], hands = 0): Point => ({
  ...NEW_POINT,
  id,
  session: 'one',
  source: 'discussion',
  place: 0,
  text: 'x',
  themes,
  hands,
});

test('TK9 sessions come first, then voices: no number of interviews stands above a room', () => {
  const many = ['s', 't', 'u', 'v', 'w', 'x'];
  const order = (points: Point[]) =>
    countThemes(
      book,
      contributions(points, [], [], [{ id: 'one', groups: [] }], {
        sources: many.map(text),
        passages: many.map((id) => marked(id, 'Monday', ['other'])),
      }),
    ).map(({ theme, sessions, sources }) => [theme.id, sessions, sources]);
  expect(order([point('p', ['top'])])).toEqual([
    ['top', 1, 0],
    ['other', 0, 6],
    ['in', 0, 0],
  ]);
  // Of as many sessions, interviews are voices like others.
  expect(order([point('p', ['top'], 3), point('q', ['other'])])).toEqual([
    ['other', 1, 6],
    ['top', 1, 0],
    ['in', 0, 0],
  ]);
});

test('TK9 two that met in a session stand before two that met in interviews alone, however often', () => {
  const many = ['s', 't', 'u'];
  const list = contributions([], [{ session: 'two', postit: '1.a', themes: ['top', 'other'] }], [], [], {
    sources: many.map(text),
    passages: many.flatMap((id) => [marked(id, 'on Monday', ['in']), marked(id, 'Monday', ['other'])]),
  });
  expect(togetherOf(book, list).map(({ a, b, origins }) => [a.theme.id, b.theme.id, origins])).toEqual([
    ['top', 'other', 1],
    ['in', 'other', 3],
  ]);
});

test('TK3 themes of one name are known in whatever case, and one that was merged is none', () => {
  const named = (...names: string[]) =>
    names.map((name, order) => ({ ...NEW_THEME, id: String.fromCharCode(97 + order), name, order }));
  const twins = (themes: Theme[]) => themeTwins(codebook(themes)).map((all) => all.map(({ id }) => id));
  const [a, b, c, d, e] = named('Garden', 'Calls', ' garden', 'GARDEN', 'Gardens') as [
    Theme,
    Theme,
    Theme,
    Theme,
    Theme,
  ];
  expect(twins([a, b, c, d, e])).toEqual([['a', 'c', 'd']]);
  // One that is under another comes after it, so that it goes into that one.
  expect(twins([{ ...a, parent: 'd' }, b, d])).toEqual([['d', 'a']]);
  expect(twins([a, b, { ...c, into: 'a' }, { ...d, into: 'a' }])).toEqual([]);
});
