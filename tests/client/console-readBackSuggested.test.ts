import { expect, test } from '@jest/globals';
import { cameTo, dayOf } from '../../client/console/readBack/suggested.ts';

const past = { id: 'a', name: 'A', date: '2026-11-10', came: 18 };
const running = { id: 'b', name: 'B', date: '2026-12-01', came: 0 };
const about = { sessions: [past, running], today: '2026-11-29' };

test('RB2 the day is the session’s where it was before today, and today where none is chosen or it is still to come', () => {
  expect(['a', 'b', ''].map((session) => dayOf(about, session))).toEqual([
    '2026-11-10',
    '2026-11-29',
    '2026-11-29',
  ]);
});

test('RB2 how many there can have been is known where head-counts were typed in', () => {
  expect(['a', 'b', ''].map((session) => cameTo(about, session))).toEqual([18, 0, 0]);
  expect(cameTo({ sessions: [past, { ...running, came: 4 }] }, '')).toBe(22);
  expect(cameTo({ sessions: [] }, '')).toBe(0);
});
