import { expect, test } from '@jest/globals';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import { changeTopics, type TopicsChange } from '../../core/topicChange.ts';
import {
  dotPlace,
  mayPutDots,
  nextTopic,
  NO_TOPICS,
  shownTopics,
  withoutNote,
  withTopic,
  withoutGone,
} from '../../core/topics.ts';
import { makeRoom, press } from '../support/room.ts';

const talking = (): Room => ({ ...press(makeRoom(), 5), freeTalk: true });
function changed(room: Room, ...changes: TopicsChange[]): Room {
  return changes.reduce<Room>((now, change) => {
    const next = changeTopics(now, change, (n) => [0, 2, 5, 5][n] ?? 0);
    if (isRefusal(next)) throw new Error(next.refusal);
    return next;
  }, room);
}
const add = (text: string): TopicsChange => ({ to: 'add', text });
const shown = (room: Room) => shownTopics(room.topics ?? NO_TOPICS, (note) => `words of ${note}`);
const THREE = [add('Letters'), add('Visits'), add('School')];

test('FT1 the facilitator adds to the list; a number is never used again, and a note is there once', () => {
  const room = changed(talking(), ...THREE, { to: 'drop', n: 3 }, add(' Money \n now '));
  expect(shown(room).map(({ n, text }) => `${n} ${text}`)).toEqual(['1 Letters', '2 Visits', '4 Money now']);
  const noted = withTopic(room, { note: 'abc', text: '' });
  if (isRefusal(noted)) throw new Error(noted.refusal);
  expect(shown(noted).at(-1)).toEqual({ n: 5, text: 'words of abc', done: false, phone: true });
  expect(shown(withoutNote(noted, 'abc'))).toHaveLength(3);
  expect(changeTopics(room, add('  '), () => 0)).toMatchObject({ refusal: 'bad-message', where: 'text' });
  expect(changeTopics(room, { to: 'at', n: 9 }, () => 0)).toMatchObject({ refusal: 'no-such-board' });
  expect(changeTopics({ ...room, freeTalk: false }, add('x'), () => 0)).toMatchObject({
    refusal: 'wrong-state',
  });
  let full = room;
  for (let i = 3; i < LIMITS.topics; i += 1) full = changed(full, add(`Topic ${i}`));
  expect(changeTopics(full, add('one more'), () => 0)).toMatchObject({ refusal: 'topics-full' });
});

test('FT2 dots decide on the order once they are all in, and no earlier', () => {
  const ordering = changed(talking(), ...THREE, { to: 'step', step: 'order' });
  expect(ordering.topics?.dots).toBe(null);
  expect(shown(ordering).map(({ n }) => n)).toEqual([1, 2, 3]);
  const after = changed(ordering, { to: 'step', step: 'talk' });
  expect(after.topics?.dots).toEqual({ 1: 2, 2: 5, 3: 5 });
  // As many dots: as they came on the list.
  expect(shown(after).map(({ n }) => n)).toEqual([2, 3, 1]);
});

test('FT1 a person has three dots in all', () => {
  const room = changed(talking(), ...THREE, { to: 'step', step: 'order' });
  const dots = (answer: 1 | 2 | 3 | 4 | null, others: number, n = 1) =>
    mayPutDots(
      room,
      { board: dotPlace(n), revision: 1, answer, comment: '', audience: 'room' },
      undefined,
      others,
    );
  expect(dots(2, 1)).not.toHaveProperty('refusal');
  expect(dots(2, 2)).toMatchObject({ refusal: 'no-such-answer' });
  expect(dots(4, 0)).toMatchObject({ refusal: 'no-such-answer' });
  expect(dots(null, 3)).not.toHaveProperty('refusal');
  expect(dots(1, 0, 8)).toMatchObject({ refusal: 'no-such-board' });
  const collecting = changed(room, { to: 'step', step: 'collect' });
  expect(
    mayPutDots(
      collecting,
      { board: dotPlace(1), revision: 1, answer: 1, comment: '', audience: 'room' },
      undefined,
      0,
    ),
  ).toMatchObject({ refusal: 'not-open' });
});

test('FT3 whoever goes on to the next has talked about the one before', () => {
  const room = changed(talking(), ...THREE, { to: 'step', step: 'talk' }, { to: 'at', n: 1 });
  expect(nextTopic(shown(room), 1)).toBe(2);
  const on = changed(room, { to: 'at', n: 2 }, { to: 'done', n: 3, done: true });
  expect(shown(on).map(({ done }) => done)).toEqual([true, false, true]);
  expect(nextTopic(shown(on), 2)).toBe(null);
  expect(changed(on, { to: 'drop', n: 2 }).topics?.at).toBe(null);
});

test('FT1 a room without phones puts its list in order by hand, and by dots from a show of hands', () => {
  const room = changed(talking(), ...THREE, { to: 'move', n: 3, before: 1 });
  expect(shown(room).map(({ n }) => n)).toEqual([3, 1, 2]);
  expect(shown(changed(room, { to: 'move', n: 3, before: null })).map(({ n }) => n)).toEqual([1, 2, 3]);
  expect(changeTopics(room, { to: 'move', n: 3, before: 9 }, () => 0)).toMatchObject({
    refusal: 'no-such-board',
  });
  expect(changeTopics(room, { to: 'hands', n: 1, hands: 4 }, () => 0)).toMatchObject({
    refusal: 'wrong-state',
  });
  // Hands add to the 0, 2, 5 and 5 of phones; while they are counted, nothing moves.
  const counting = changed(
    room,
    { to: 'step', step: 'order' },
    { to: 'hands', n: 1, hands: 9 },
    { to: 'hands', n: 3, hands: 1 },
    { to: 'hands', n: 1, hands: 6 },
  );
  expect(shown(counting).map(({ n }) => n)).toEqual([3, 1, 2]);
  const after = changed(counting, { to: 'step', step: 'talk' });
  expect(after.topics?.dots).toEqual({ 1: 8, 2: 5, 3: 6 });
  expect(shown(after).map(({ n }) => n)).toEqual([1, 3, 2]);
  // What is moved afterwards stays where it was put; with as many dots, topics stay as they stood.
  const by = changed(after, { to: 'move', n: 2, before: 1 }, { to: 'step', step: 'collect' }, add('Late'));
  expect(shown(by).map(({ n }) => n)).toEqual([2, 1, 3, 4]);
  const none = changed(talking(), ...THREE, { to: 'drop', n: 1 }, { to: 'move', n: 3, before: 2 });
  const even = changed(none, { to: 'step', step: 'order' }, { to: 'step', step: 'talk' });
  expect(shown(even).map(({ n }) => n)).toEqual([3, 2]);
});

test('FT1 FT4 a topic is mended, and what was mended from a note goes with the note', () => {
  const own = changed(talking(), add('Leters'), { to: 'text', n: 1, text: ' Letters ' });
  expect(shown(own)[0]?.text).toBe('Letters');
  expect(changeTopics(own, { to: 'text', n: 1, text: ' ' }, () => 0)).toMatchObject({
    refusal: 'bad-message',
  });
  const noted = withTopic(own, { note: 'abc', text: '' });
  if (isRefusal(noted)) throw new Error(noted.refusal);
  const mended = changed(noted, { to: 'text', n: 2, text: 'In plain words' });
  expect(shown(mended)[1]).toMatchObject({ text: 'In plain words', phone: true });
  const gone = { list: mended.topics?.list ?? [] };
  expect(shownTopics(gone, () => '').map(({ n }) => n)).toEqual([1]);
  expect(withoutGone(mended, (note) => note === 'abc')).toBe(mended);
  expect(JSON.stringify(withoutGone(mended, () => false))).not.toContain('plain');
});

test('FT3 a topic has minutes of its own, or as many as all', () => {
  const room = changed(talking(), ...THREE, { to: 'minutes', minutes: 15 }, { to: 'time', n: 2, minutes: 5 });
  expect(room.topics?.list.map(({ minutes }) => minutes)).toEqual([undefined, 5, undefined]);
  const back = changed(room, { to: 'text', n: 2, text: 'Home visits' }, { to: 'time', n: 2, minutes: null });
  expect(back.topics?.list[1]).toEqual({ n: 2, note: '', text: 'Home visits', done: false });
});
