/** Where a recommendation was raised, as pages tell it one after the other: somebody has them all. */
import { expect, test } from '@jest/globals';
import { fromOnPage, type ToldItem } from '../../core/recommendations/told.ts';
import type { FromOut } from '../../core/recommendations/toldFrom.ts';
import { many, pages, said, seen, tell } from './toldFromMade.ts';

test('RC6 a session comes into the number and goes out of it only by as many points as the floor', () => {
  const [w, x] = [many('w', 6), many('x', 2)];
  expect(pages({ points: [...w, ...x] }, { points: w })).toEqual(['2 of 4', '2 of 4']);
  expect(pages({ points: [...w, ...x] }, { points: x })).toEqual(['2 of 4', '1 of 4']);
  expect(pages({ points: [...w, ...x] }, { points: [...w, ...x, ...many('y', 4)] })).toEqual([
    '2 of 4',
    '2 of 4',
  ]);
  expect(pages({ points: [...w, ...x] }, { points: [...w, ...x, ...many('y', 5)] })).toEqual([
    '2 of 4',
    '3 of 4',
  ]);
  // What has not moved is noted once.
  const first = tell([], { points: w });
  expect(tell([first], { points: w })).toBe(first);
  // Hands are none of it.
  const loud = [...w, said('y', 'y', ['t'], 9)];
  expect(pages({ points: w }, { points: loud })).toEqual(['1 of 4', '1 of 4']);
  expect(pages({ points: loud }, { points: w })).toEqual(['2 of 4', '2 of 4']);
});

test('RC6 some who go in one session and as many who come in another are not nobody', () => {
  const w = many('w', 6);
  const first = { points: [...w, ...many('x', 3), ...many('y', 3)] };
  // Three of x have gone, and three more came in w.
  expect(pages(first, { points: [...many('w', 9), ...many('y', 3)] })).toEqual(['3 of 4', '3 of 4']);
  // It looks the same now, and x coming back is no more to be seen than its going.
  const swapped = { points: [...w, ...many('x', 3), ...many('z', 3)] };
  expect(pages(first, swapped, { points: w })).toEqual(['3 of 4', '3 of 4', '3 of 4']);
});

test('RC6 linking something else tells nothing of who took back what the number was of', () => {
  const w = many('w', 6);
  const x = many('x', 2);
  const u = many('w', 7, ['u']);
  const both = ['theme.t', 'theme.u'];
  expect(pages({ points: [...w, ...x, ...u] }, { points: [...w, ...u], evidence: both })).toEqual([
    '2 of 4',
    '2 of 4',
  ]);
  // Nobody took anything back: what is linked besides is told.
  const more = [...w, ...x, ...many('y', 1, ['u'])];
  expect(pages({ points: more }, { points: more, evidence: both })).toEqual(['2 of 4', '3 of 4']);
  // What is above it, and what is also under it, has to do with it.
  const under = [...w, ...many('x', 1, ['under'])];
  expect(pages({ points: under, evidence: ['theme.under'] }, { points: w })).toEqual(['one', 'one']);
  const shared = [...many('w', 6, ['t', 'u']), ...x];
  expect(pages({ points: shared }, { points: many('w', 6, ['t', 'u']), evidence: ['theme.u'] })).toEqual([
    '2 of 4',
    '2 of 4',
  ]);
  // What has nothing to do with it is told for itself.
  expect(pages({ points: [...w, ...x, ...u] }, { points: [...w, ...u], evidence: ['theme.u'] })).toEqual([
    '2 of 4',
    '1 of 4',
  ]);
});

test('RC6 that it is one person’s idea stands until as many have come or gone, and a point that was linked goes with nobody seeing it', () => {
  const [lone, three] = [many('x', 1), many('w', 3)];
  expect(pages({ points: lone }, { points: [...lone, ...three] })).toEqual(['one', 'one']);
  expect(pages({ points: [...lone, ...three] }, { points: lone })).toEqual(['2 of 4', '2 of 4']);
  expect(pages({ points: lone }, { points: [...lone, ...many('w', 5)] })).toEqual(['one', '2 of 4']);
  // As many hands are as many people.
  expect(pages({ points: lone }, { points: [said('xt0', 'x', ['t'], 5)] })).toEqual(['one', '1 of 4']);
  const linked = { points: lone, evidence: ['point.x.xt0'] };
  expect(pages(linked, { points: [], evidence: ['point.x.xt0'] })).toEqual(['one', 'one']);
  expect(pages(linked, { points: three, evidence: ['theme.t'] })).toEqual(['one', 'one']);
  const besides = { points: lone, evidence: ['theme.u', 'point.x.xt0'] };
  expect(pages(besides, { points: many('w', 6), evidence: ['theme.t'] })).toEqual(['one', 'one']);
  // Nobody had said anything: nothing can have been taken back.
  expect(pages({ points: [] }, { points: lone })).toEqual([null, 'one']);
});

test('RC6 a session that is smaller since somebody went is counted as before, one that is new or removed as it is', () => {
  const points = [...many('w', 6), ...many('x', 2)];
  expect(pages({ points }, { points, large: ['w', 'x', 'y'] })).toEqual(['2 of 4', '2 of 4']);
  const before = { points, sessions: ['w', 'y', 'z'], large: ['w', 'y', 'z'] };
  expect(pages(before, { points })).toEqual(['1 of 3', '2 of 4']);
  expect(
    pages({ points }, { points: many('w', 6), sessions: ['w', 'y', 'z'], large: ['w', 'y', 'z'] }),
  ).toEqual(['2 of 4', '1 of 3']);
});

test('RC6 of what went out before it was kept nothing but itself is known, and it stands', () => {
  const old: FromOut = {
    raised: { n: 3, of: 4, smaller: false },
    lone: false,
    voices: 3,
    links: ['theme.t'],
  };
  expect(seen(tell([old], { points: many('w', 40) }))).toBe('3 of 4');
  const item = { id: 'r', raised: old.raised, lone: false } as ToldItem;
  const none = { ...item, id: 'none', raised: null };
  const found = fromOnPage({ change: [item], keep: [none] }, []);
  expect(found).toEqual([{ recommendation: 'r', counts: { ...old, links: [] } }]);
  expect(seen(tell([found[0]?.counts as FromOut], { points: many('w', 40) }))).toBe('3 of 4');
  // What was noted as it went out is not told of twice.
  expect(fromOnPage({ change: [item], keep: [] }, [{ recommendation: 'r', counts: old }])).toEqual([]);
  expect(fromOnPage({ change: [item], keep: [] }, [{ recommendation: 's', counts: old }])).toHaveLength(1);
});

test('RC6 one that stays as it was told has the number of all sessions as others have it', () => {
  const first = ['w', 'x'];
  const both = [...many('w', 6), ...many('x', 1)];
  const was = { points: both, sessions: first };
  expect(pages(was, { points: [...many('w', 6), ...many('y', 6)] })).toEqual(['2 of 2', '3 of 4']);
  // So it reads where nobody has taken anything back.
  expect(pages(was, { points: [...both, ...many('y', 6)] })).toEqual(['2 of 2', '3 of 4']);
});

test('RC6 what was told of a theme binds one above it no longer, once that told as well that all of it is gone', () => {
  const two = many('w', 2);
  const back = [...two, ...many('z', 1, ['under'])];
  expect(
    pages(
      { points: many('z', 5, ['under']), evidence: ['theme.under'] },
      { points: two },
      // One person alone, who would show in it.
      { points: back },
    ),
  ).toEqual(['1 of 4', '1 of 4', '1 of 4']);
});
