import { expect, test } from '@jest/globals';
import {
  checkDotPlace,
  checkPlace,
  MOST_CHECKED,
  isAsked,
  mayPutCheckDots,
  maySay,
  openPart,
  totalOf,
  withTotals,
} from '../../core/checking.ts';
import { smallWords } from '../../client/console/live/checkWords.ts';
import { backInCheck, beginCheck, changeCheck, type CheckChange } from '../../core/checkingSteps.ts';
import { phoneCheck, projectorCheck } from '../../core/checkingView.ts';
import { restore } from '../../core/ladder.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Room } from '../../core/room.ts';
import { begun, change, closed, counts, item, step, sure } from '../support/checking.ts';
import { facts, makeRoom, press } from '../support/room.ts';

const said = (room: Room, n: number, answer: 1 | 2 | 3 | 4 | 'n' | 'x' | null, comment = '') =>
  maySay(room, { board: checkPlace(n), revision: 1, answer, comment, audience: 'room' }, undefined);
const dots = (room: Room, n: number, answer: 1 | 2 | 3 | 4 | null, others = 0) =>
  mayPutCheckDots(
    room,
    { board: checkDotPlace(n), revision: 1, answer, comment: '', audience: 'room' },
    undefined,
    others,
  );

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

test('CK4 a part that was left before anybody did anything in it does not stand', () => {
  const early = withTotals(
    change(closed(begun('a', 'b', 'c'), counts(5), counts(5), counts(5)), step('done')),
    'dots',
    () => counts(0, 0, 0, [0, 0]),
  );
  const all = [counts(5, 0, 0, [6, 3]), counts(5, 0, 0, [2, 1]), counts(5, 0, 0, [2, 1])];
  const dotted = (room: Room, ...now: typeof all): Room =>
    withTotals(change(change(room, step('dots')), step('done')), 'dots', (n) => now[n - 1] ?? counts(0));
  const room = dotted(early, ...all);
  expect([1, 2, 3].map((n) => room.check?.totals[n]?.dots?.n)).toEqual([6, 2, 2]);
  // Where some were there, one that goes from one to another shows on neither, not on one that had none.
  const some = dotted(early, counts(5, 0, 0, [6, 3]), counts(5, 0, 0, [0, 0]), counts(5, 0, 0, [2, 1]));
  const moved = dotted(some, counts(5, 0, 0, [5, 3]), counts(5, 0, 0, [1, 1]), counts(5, 0, 0, [2, 1]));
  expect([1, 2, 3].map((n) => moved.check?.totals[n]?.dots?.n)).toEqual([6, 0, 2]);
  // The same for what was asked, also where dots were put meanwhile.
  const unasked = closed(begun('a'), counts(0));
  const between = dotted(unasked, counts(0, 0, 0, [9, 4]));
  expect(closed(change(between, step('ask')), counts(3, 1)).check?.totals[1]).toEqual(
    counts(3, 1, 0, [9, 4]),
  );
});

test('CK4 the facilitator is told how few it is of, answers or dots', () => {
  const room = withTotals(change(closed(begun('a', 'b'), counts(6), counts(6)), step('done')), 'dots', (n) =>
    counts(0, 0, 0, n === 1 ? [2, 1] : [1, 1]),
  );
  const show = (now: Room) => changeCheck(now, { to: 'show', on: true }, facts());
  expect(show(room)).toMatchObject({ refusal: 'small-room', where: 'change.dots', detail: '1' });
  expect(smallWords(1, true)).toBe(
    'Behind the dots on each recommendation there may be no more than 1 person. Ask the room first whether they want to see it.',
  );
  expect(show(closed(begun('a', 'b'), counts(6), counts(1, 1)))).toMatchObject({
    where: 'change.said',
    detail: '2',
  });
  expect(smallWords(2, false)).toMatch(
    /^On one of the recommendations 2 people chose one of the three answers\./,
  );
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
  // A sheet has three dots in all, also for what was on a list before.
  const next = sure(beginCheck(room, [item('c')], facts()));
  const over: CheckChange = { to: 'paper', sheets: 3, rows: [row(1, 3, 5), row(3, 0, 5)] };
  expect(changeCheck(next, over, facts())).toMatchObject({ refusal: 'more-than-sheets' });
  const once = sure(typed(3, row(1, 3, 5), row(2, 0, 4)));
  const twice = sure(changeCheck(once, { to: 'paper', sheets: 2, rows: [row(1, 2, 1)] }, facts()));
  expect(twice.check?.paper).toEqual({ sheets: 2, rows: [row(1, 2, 1)] });
});
