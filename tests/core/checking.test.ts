import { expect, test } from '@jest/globals';
import { byDots, checkedFrom, checkedOn, countsOf, dotsOf, type Checked } from '../../core/checked.ts';
import {
  checkDotPlace,
  checkPlace,
  MOST_CHECKED,
  isAsked,
  mayPutCheckDots,
  maySay,
  NO_ONE,
  openPart,
  totalOf,
  withTotals,
  type CheckCounts,
} from '../../core/checking.ts';
import { backInCheck, beginCheck, changeCheck, type CheckChange } from '../../core/checkingSteps.ts';
import { phoneCheck, projectorCheck } from '../../core/checkingView.ts';
import { restore } from '../../core/ladder.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import type { Answer } from '../../core/scale.ts';
import { facts, makeRoom, press } from '../support/room.ts';

const item = (id: string, text = `Ask for ${id}`) =>
  ({ recommendation: id, kind: 'change', text, points: 'first\nsecond' }) as const;
const sure = (next: Room | Refusal): Room => {
  if (isRefusal(next)) throw new Error(JSON.stringify(next));
  return next;
};
const begun = (...ids: string[]): Room => {
  const items = ids.map((id) => item(id));
  return sure(beginCheck(press(makeRoom(), 2), items, facts()));
};
const change = (room: Room, ...changes: CheckChange[]): Room =>
  changes.reduce<Room>((now, one) => sure(changeCheck(now, one, facts())), room);
const step = (to: 'ask' | 'dots' | 'done'): CheckChange => ({ to: 'step', step: to });
const said = (room: Room, n: number, answer: 1 | 2 | 3 | 4 | 'n' | 'x' | null, comment = '') =>
  maySay(room, { board: checkPlace(n), revision: 1, answer, comment, audience: 'room' }, undefined);
const dots = (room: Room, n: number, answer: 1 | 2 | 3 | 4 | null, others = 0) =>
  mayPutCheckDots(
    room,
    { board: checkDotPlace(n), revision: 1, answer, comment: '', audience: 'room' },
    undefined,
    others,
  );
const counts = (
  yes: number,
  notQuite = 0,
  missing = 0,
  put: [number, number] | null = null,
): CheckCounts => ({
  said: { ...NO_ONE, said: yes, notQuite, missing },
  dots: put === null ? null : { n: put[0], people: put[1] },
});
/** With the ask closed at these counts. */
const closed = (room: Room, ...all: CheckCounts[]): Room =>
  withTotals(change(room, step('dots')), 'ask', (n) => all[n - 1] ?? counts(0));

test('CK1 the room is asked one after the other, and what was in front can be answered until dots', () => {
  const room = begun('a', 'b', 'c');
  expect(room).toMatchObject({ freeTalk: true, checking: true });
  expect(room.boards.every(({ state }) => state !== 'open')).toBe(true);
  expect([1, 2, 3].map((n) => isAsked(room, n))).toEqual([true, false, false]);
  const on = change(room, { to: 'at', n: 2 });
  expect([1, 2, 3].map((n) => isAsked(on, n))).toEqual([true, true, false]);
  // Back to the first, the second stays where it can be changed; then back to the statement.
  const back = backInCheck(on);
  expect([back?.check?.at, isAsked(back as Room, 2)]).toEqual([1, true]);
  expect(backInCheck(back as Room)).toMatchObject({ at: room.at });
  expect(openPart(backInCheck(back as Room) as Room)).toBe(null);
  const late = change(on, step('dots'));
  expect(said(late, 1, 1)).toMatchObject({ refusal: 'not-open' });
  expect(changeCheck(on, { to: 'at', n: 9 }, facts())).toMatchObject({ refusal: 'no-such-board' });
  expect(changeCheck(late, { to: 'at', n: 1 }, facts())).toMatchObject({ refusal: 'wrong-state' });
  expect(beginCheck(makeRoom(), [item('a')], facts())).toMatchObject({ refusal: 'wrong-state' });
  expect(beginCheck(room, [], facts())).toMatchObject({ refusal: 'bad-message', where: 'change.ids' });
});

test('CK1 three answers or none, with words where it should be different, for the team only', () => {
  const room = begun('a', 'b');
  expect(said(room, 1, 1)).toMatchObject({ answer: 1, audience: 'team' });
  expect(said(room, 1, 2, ' Say when ')).toMatchObject({ comment: 'Say when', audience: 'team' });
  expect(said(room, 1, 'n')).toMatchObject({ answer: 'n' });
  expect(said(room, 1, null, 'gone')).toMatchObject({ answer: null, comment: '' });
  expect(said(room, 1, 1, 'why')).toMatchObject({ refusal: 'bad-message', where: 'comment' });
  expect(said(room, 1, 4)).toMatchObject({ refusal: 'no-such-answer' });
  expect(said(room, 1, 'x')).toMatchObject({ refusal: 'no-such-answer' });
  expect(said(room, 1, 3, 'x'.repeat(LIMITS.commentCodePoints + 1))).toMatchObject({ refusal: 'too-long' });
  expect(said(room, 2, 1)).toMatchObject({ refusal: 'not-open' });
  expect(said({ ...room, paused: true }, 1, 1)).toMatchObject({ refusal: 'paused' });
});

test('CK2 everyone has three dots in all, once they are asked for', () => {
  const room = begun('a', 'b');
  expect(dots(room, 1, 1)).toMatchObject({ refusal: 'not-open' });
  const open = change(room, step('dots'));
  expect(dots(open, 1, 3)).toMatchObject({ answer: 3 });
  expect(dots(open, 1, 2, 2)).toMatchObject({ refusal: 'no-such-answer', detail: '3 in all' });
  expect(dots(open, 1, 4)).toMatchObject({ refusal: 'no-such-answer' });
  expect(dots(open, 1, null, 3)).toMatchObject({ answer: null });
  expect(dots(open, 3, 1)).toMatchObject({ refusal: 'no-such-board' });
  expect(dots(change(open, step('done')), 1, 1)).toMatchObject({ refusal: 'not-open' });
});

test('CK3 what was shown is fixed: other words are another number, the same words keep theirs, and undo keeps both', () => {
  const room = begun('a', 'b');
  const again = sure(beginCheck(room, [item('b'), item('a', 'Ask for more')], facts()));
  expect(again.check?.now).toEqual([2, 3]);
  expect(again.check?.list.map(({ text }) => text)).toEqual(['Ask for a', 'Ask for b', 'Ask for more']);
  const undone = restore(room, again);
  expect(undone.check?.now).toEqual([1, 2]);
  expect(undone.check?.list).toHaveLength(3);
  // The very first beginning is undone too: the room is where it was, and nothing that was said is lost.
  const first = restore(press(makeRoom(), 2), room);
  expect([first.checking, first.check?.list.length]).toEqual([undefined, 2]);
  const many = Array.from({ length: MOST_CHECKED - 1 }, (_, i) => item(`r${i}`));
  expect(beginCheck(room, many, facts())).toMatchObject({ refusal: 'checked-full' });
});

test('CK4 nobody is shown a count before the facilitator shows it; under five people they are asked', () => {
  const asking = begun('a', 'b');
  expect(JSON.stringify([phoneCheck(asking), projectorCheck(asking)])).not.toContain('Ask for b');
  expect(changeCheck(asking, { to: 'show', on: true }, facts())).toMatchObject({ refusal: 'wrong-state' });
  const room = closed(asking, counts(6, 1), counts(3, 1));
  expect(projectorCheck(room).check?.shown).toBe(null);
  expect(JSON.stringify(phoneCheck(room))).not.toMatch(/said|shown/);
  expect(changeCheck(room, { to: 'show', on: true }, facts())).toMatchObject({
    refusal: 'small-room',
    detail: '4',
  });
  const shown = change(room, { to: 'show', on: true, sure: true });
  expect(projectorCheck(shown).check?.shown?.[2]).toEqual(counts(3, 1));
  expect(projectorCheck(change(shown, { to: 'show', on: false })).check?.shown).toBe(null);
  // Whoever goes on or back takes them off the screen.
  expect(backInCheck(shown)?.check).toMatchObject({ shown: null, step: 'dots' });
  expect(change(shown, step('done')).check?.shown).toBe(null);
});

test('CK4 dots of fewer than five people are asked about too, and are not shown while they are put', () => {
  const open = closed(begun('a', 'b'), counts(6), counts(7));
  const during = change(open, { to: 'show', on: true });
  expect(during.check?.shown?.[1]?.dots).toBe(null);
  const few = withTotals(change(open, step('done')), 'dots', (n) =>
    counts(0, 0, 0, n === 1 ? [6, 4] : [1, 1]),
  );
  expect(few.check?.totals[1]).toEqual({ ...counts(6), dots: { n: 6, people: 4 } });
  expect(changeCheck(few, { to: 'show', on: true }, facts())).toMatchObject({
    refusal: 'small-room',
    detail: '4',
  });
});

test('CK4 what fewer than five people changed shows on no screen by itself', () => {
  const room = closed(begun('a'), counts(6, 1));
  const shown = change(room, { to: 'show', on: true });
  // Asked anew, one more has come: the counts stay; with five they move.
  const back = change(shown, step('ask'));
  expect(closed(back, counts(7, 1)).check?.totals[1]).toEqual(counts(6, 1));
  expect(closed(back, counts(11, 1)).check?.totals[1]).toEqual(counts(11, 1));
  // A late sheet: asked for, and the same as before may be shown.
  const row = { n: 1, said: 0, notQuite: 0, missing: 1, declined: 0, dots: 0 };
  const typed = change(shown, { to: 'paper', sheets: 1, rows: [row] });
  expect(typed.check?.shown?.[1]).toEqual(counts(6, 1));
  expect(totalOf(typed.check as NonNullable<Room['check']>, 1)).toEqual(counts(6, 1, 1));
  expect(changeCheck(typed, { to: 'show', on: true }, facts())).toMatchObject({
    refusal: 'few-changed',
    detail: '1',
  });
  expect(change(typed, { to: 'show', on: true, again: 'same' }).check?.shown?.[1]).toEqual(counts(6, 1));
  expect(change(typed, { to: 'show', on: true, again: 'new' }).check?.shown?.[1]).toEqual(counts(6, 1, 1));
});

test('CK4 six dots more can be two people’s, and do not show', () => {
  const dotted = (room: Room, n: number, people: number): Room =>
    withTotals(change(room, step('done')), 'dots', () => counts(0, 0, 0, [n, people]));
  const open = change(closed(begun('a'), counts(20)), step('dots'));
  const first = dotted(open, 12, 6);
  const again = change(first, step('dots'));
  expect(dotted(again, 18, 8).check?.totals[1]?.dots).toEqual({ n: 12, people: 6 });
  expect(dotted(again, 27, 11).check?.totals[1]?.dots).toEqual({ n: 27, people: 11 });
});

test('CK5 sheets are a set, held against how many there are, and typed up after the end too', () => {
  const room = closed(begun('a', 'b'), counts(6), counts(6));
  const row = (n: number, yes: number, put: number) => ({
    n,
    said: yes,
    notQuite: 0,
    missing: 0,
    declined: 0,
    dots: put,
  });
  const typed = (sheets: number, ...rows: ReturnType<typeof row>[]) =>
    changeCheck({ ...room, state: 'ended' }, { to: 'paper', sheets, rows }, facts());
  expect(typed(3, row(1, 4, 0))).toMatchObject({ refusal: 'more-than-sheets', where: 'change.rows.0' });
  expect(typed(3, row(1, 3, 5), row(2, 0, 5))).toMatchObject({ refusal: 'more-than-sheets' });
  expect(typed(3, row(7, 1, 0))).toMatchObject({ refusal: 'no-such-board' });
  expect(typed(3, row(1, 1, 0), row(1, 1, 0))).toMatchObject({ refusal: 'bad-message' });
  const once = sure(typed(3, row(1, 3, 5), row(2, 0, 4)));
  const twice = sure(changeCheck(once, { to: 'paper', sheets: 2, rows: [row(1, 2, 1)] }, facts()));
  expect(twice.check?.paper).toEqual({ sheets: 2, rows: [row(1, 2, 1)] });
});

const kept = (id: string, checked: Partial<Checked>[]) => ({
  id,
  checked: checked.map((one, i): Checked => ({
    n: i + 1,
    ...item('a'),
    ...NO_ONE,
    dots: null,
    ...one,
  })),
});

test('CK6 what stays are counts of phones and paper together, by session, with the words that were shown', () => {
  const room = change(closed(begun('a', 'b', 'c'), counts(1)), {
    to: 'paper',
    sheets: 9,
    rows: [{ n: 2, said: 8, notQuite: 1, missing: 0, declined: 0, dots: 4 }],
  });
  const gave = new Map<Answer, number>([
    [1, 2],
    ['n', 1],
  ]);
  const none = new Map<Answer, number>();
  const phones = (n: number) =>
    countsOf(n === 1 ? gave : none, n === 1 ? new Map<Answer, number>([[3, 2]]) : none);
  const checked = checkedFrom(room.check as NonNullable<Room['check']>, phones);
  expect(checked.map(({ n, said: yes, declined, dots: put, text }) => [n, yes, declined, put, text])).toEqual(
    [
      [1, 2, 1, 6, 'Ask for a'],
      [2, 8, 0, 4, 'Ask for b'],
      [3, 0, 0, 0, 'Ask for c'],
    ],
  );
  // Nobody said anything of it and nobody was asked for dots: nothing stays.
  expect(checkedFrom(begun('a').check as NonNullable<Room['check']>, () => counts(0, 0, 0, [0, 0]))).toEqual(
    [],
  );
});

test('CK7 rooms that were shown other words are not added to those that were shown these', () => {
  const sessions = [
    kept('s1', [{ said: 7, notQuite: 2 }]),
    kept('s2', [{ said: 3, missing: 1, text: 'Ask for less' }]),
    kept('s3', [{ said: 1 }, { recommendation: 'b', said: 9 }]),
    { id: 's4' },
  ];
  const one = { id: 'a', text: 'Ask for a', points: 'first\nsecond' };
  expect(checkedOn(one, sessions).map((w) => [w.now, w.sessions, w.said.said, w.said.notQuite])).toEqual([
    [true, ['s1', 's3'], 8, 2],
    [false, ['s2'], 3, 0],
  ]);
});

test('CK7 the order by dots: over sessions, ties share a place, and what was not asked about has none', () => {
  const sessions = [
    kept('s1', [
      { recommendation: 'a', dots: 4 },
      { recommendation: 'b', dots: 6 },
      { recommendation: 'c', dots: 0 },
    ]),
    kept('s2', [
      { recommendation: 'a', dots: 2 },
      { recommendation: 'd', dots: 9 },
    ]),
  ];
  const list = ['e', 'c', 'a', 'b', 'd'].map((id) => ({ id }));
  expect(byDots(list, sessions).map(({ one, dots: put, place }) => [one.id, put, place])).toEqual([
    ['d', 9, 1],
    ['a', 6, 2],
    ['b', 6, 2],
    ['c', 0, 4],
    ['e', null, null],
  ]);
  expect(dotsOf('a', sessions)).toEqual({ n: 6, sessions: 2 });
});
