/** In how many interviews a theme was raised, where it was merged or made anew since that was told. */
import { expect, test } from '@jest/globals';
import type { EntryTalk } from '../../../core/release/types.ts';
import type { Theme } from '../../../core/talk/types.ts';
import { entries, many, on, release } from './interviewsMade.ts';
import { of, said, theme, two } from './talkMade.ts';

const sources = many(0, 17);
const [a, b] = [theme('a'), theme('b')];

/** @param by numbers of those who raised what */
const coded = (themes: Theme[], by: Record<string, number[]>, earlier: EntryTalk[] = []) =>
  release([], 0, {
    ...(earlier.length > 0 ? { earlier, date: '2027-01-01' } : {}),
    talk: {
      themes,
      points: themes.flatMap(({ id }) => [
        said(`x-${id}`, [id]),
        said(`y-${id}`, [id], { session: two ?? '' }),
      ]),
      codings: [],
      sources,
      passages: Object.entries(by).flatMap(([id, some]) =>
        some.map((n) => on(`i${n}`, [id], { id: `${id}-${n}` })),
      ),
    },
  });
const from = (first: number, n: number): number[] => Array.from({ length: n }, (_, i) => first + i);

test('RT7 RT2 a theme that is made anew has the number of interviews that it was told with', () => {
  const first = entries(coded([a], { a: from(0, 6) }));
  const anew = theme('anew', { name: a.name });
  // One of the six took what they said back.
  const five = coded([anew], { anew: from(0, 5) }, first);
  expect(of(five, 'anew')?.interviews).toEqual({ n: 6, of: 17, again: '2026-12-01' });
  expect(five?.entry.interviews?.themes).toMatchObject([{ theme: 'anew', n: 6, date: '2026-12-01' }]);
  // And so on in the release after it.
  const third = coded([anew], { anew: from(0, 5) }, [...first, ...entries(five)]);
  expect(of(third, 'anew')?.interviews).toEqual({ n: 6, of: 17, again: '2026-12-01' });
  const eleven = coded([anew], { anew: from(0, 11) }, first);
  expect(of(eleven, 'anew')?.interviews).toEqual({ n: 11, of: 17, again: null });
});

test('RT7 RT2 one that others were merged into is held against their numbers as well, and only its own stands', () => {
  const first = entries(coded([a, b], { a: from(0, 6), b: from(6, 6) }));
  const merged = [a, { ...b, into: 'a' }];
  // Six and six were told: eleven would be one who went, and so would six that stand, where twelve are told anew.
  for (const n of [6, 5]) {
    const told = coded(merged, { a: from(0, 6), b: from(6, n) }, first);
    expect(of(told, 'a')?.interviews).toEqual({ n: 6, of: 17, again: '2026-12-01' });
  }
  const more = coded(merged, { a: from(0, 6), b: from(6, 11) }, first);
  expect(of(more, 'a')?.interviews).toEqual({ n: 17, of: 17, again: null });
});

const told = (themes: Theme[], by: Record<string, number[]>, earlier: EntryTalk[]) => {
  const report = coded(themes, by, earlier);
  return themes.flatMap(({ id }) => {
    const one = of(report, id)?.interviews;
    return one === undefined ? [] : [`${one?.n}${one?.again === null ? '' : ' again'}`];
  });
};

test('RT7 RT2 nor is a theme told anew that another was nested under, or taken from under, since', () => {
  const under = { ...b, parent: 'a' };
  const apart = entries(coded([a, b], { a: from(0, 6), b: from(6, 6) }));
  const both = entries(coded([a, under], { a: from(0, 5), b: from(5, 5) }));
  for (const gone of [0, 1]) {
    expect(told([a, under], { a: from(gone, 6 - gone), b: from(6, 6) }, apart)).toEqual([
      '6 again',
      '6 again',
    ]);
    // Ten with five under it: five, or fewer, would be left alone.
    expect(told([a, b], { a: from(gone, 5 - gone), b: from(5, 5) }, both)).toEqual(['10 again', '5 again']);
  }
});

test('RT7 RT2 nor is one that was parted, nor what was taken from it', () => {
  const n = theme('n');
  const first = entries(coded([a], { a: from(0, 12) }));
  for (const gone of [0, 1])
    expect(told([a, n], { a: from(6, 6), n: from(gone, 6 - gone) }, first)).toEqual(['12 again', 'not']);
  expect(told([n], { n: from(1, 11) }, first)).toEqual(['not']);
  // Five more have come to it: what is new has its own number then.
  expect(told([a, n], { a: [...from(6, 6), ...from(12, 5)], n: from(0, 6) }, first)).toEqual(['11', '6']);
});

test('RT7 RT2 “fewer than” that stands of a theme that others were merged into has its date', () => {
  const merged = [a, { ...b, into: 'a' }];
  const first = entries(coded([a, b], { a: from(0, 2), b: from(6, 6) }));
  for (const n of [6, 5])
    expect(of(coded(merged, { a: from(0, 2), b: from(6, n) }, first), 'a')?.interviews).toEqual({
      n: 'few',
      of: 17,
      again: '2026-12-01',
    });
  // A dash stood for as many as the floor: what it was merged into is not few then, whether or not one of them went.
  const [p, under, c] = [theme('p'), theme('under', { parent: 'p' }), theme('c')];
  const dashed = coded([p, under, c], { under: from(0, 5), p: from(5, 1), c: from(8, 1) });
  expect(of(dashed, 'under')?.interviews?.n).toBe('not');
  for (const n of [5, 4])
    expect(
      told([p, { ...under, into: 'c' }, c], { under: from(0, n), p: from(5, 1), c: [] }, entries(dashed)),
    ).toEqual(['6 again', 'few again']);
  // And a dash stays one where another is merged into it, or it is typed anew elsewhere.
  const before = entries(coded([p, under, c], { under: from(0, 5), p: [], c: from(5, 7) }));
  for (const n of [5, 4]) {
    const by = { under: from(0, n), c: from(5, 7) };
    expect(told([p, under, { ...c, into: 'under' }], by, before)).toEqual(['5 again', 'not']);
    const out = [p, { ...under, parent: '' }, c];
    const then = [...before, ...entries(coded(out, by, before))];
    const anew = theme('anew', { name: under.name });
    expect(told([p, anew, c], { anew: from(0, n), c: from(5, 7) }, then)).toEqual([
      '5 again',
      'not',
      '7 again',
    ]);
  }
});
