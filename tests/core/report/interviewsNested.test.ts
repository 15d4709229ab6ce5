/** A theme and those nested under it: who raised one raised the other, too. */
import { expect, test } from '@jest/globals';
import type { TalkReport } from '../../../core/report/talk.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import type { TextSource } from '../../../core/talk/sources.ts';
import { entries, many, on, points, release, themes } from './interviewsMade.ts';
import { of, said, theme } from './talkMade.ts';

test('RT7 RT2 a theme and one nested under it leave over nobody of whom few raised the upper one alone', () => {
  const book = [...themes, theme('under', { parent: 'a' })];
  /** @param by who raised what */
  const coded = (
    sources: TextSource[],
    by: Record<string, TextSource[]>,
    earlier: EntryTalk[] = [],
    those = book,
  ) =>
    release([], 0, {
      ...(earlier.length > 0 ? { earlier, date: '2027-01-01' } : {}),
      talk: {
        themes: those,
        points: [...points, said('z', ['under'])],
        codings: [],
        sources,
        passages: Object.entries(by).flatMap(([id, some]) => some.map((one) => on(one.id, [id]))),
      },
    });
  const both = (upper: number, lower: number, earlier: EntryTalk[] = []) =>
    coded(many(0, 12), { under: many(0, lower), a: many(lower, upper - lower) }, earlier);
  const told = (report: TalkReport | null) => ['a', 'under'].map((id) => of(report, id)?.interviews?.n);
  expect(told(both(11, 6))).toEqual([11, 6]);
  // One, four, and nobody who raised the upper one alone look alike.
  expect(told(both(7, 6))).toEqual([7, 'not']);
  expect(told(both(10, 6))).toEqual([10, 'not']);
  expect(told(both(6, 6))).toEqual([6, 'not']);
  expect(told(both(7, 3))).toEqual([7, 'few']);
  // A dash stays one: “few” in its place would tell that somebody went.
  expect(told(both(7, 4, entries(both(7, 6))))).toEqual([7, 'not']);
  // Nor does a number of before, of either.
  expect(told(both(11, 11, entries(both(11, 6))))).toEqual([11, 6]);
  const apart = book.map((one) => ({ ...one, parent: '' }));
  const six = coded(many(0, 12), { under: many(0, 6) }, [], apart);
  expect(told(six)).toEqual(['few', 6]);
  for (const a of [many(6, 1), []])
    expect(told(coded(many(0, 12), { under: many(0, 6), a }, entries(six)))).toEqual(['few', 6]);
  // Of nine five went: where “fewer than the floor” raised the upper one, it would be those four.
  const before = coded(many(0, 17), { under: many(0, 9) }, [], apart);
  const four = coded(many(5, 12), { under: many(5, 4) }, entries(before));
  expect(of(four, 'a')?.interviews).toEqual({ n: 'few', of: 17, again: '2026-12-01' });
  // So they did when nine raised the lower one, which was not there before: those four, and the five who came.
  const nine = coded(
    many(0, 15),
    { under: [...many(0, 4), ...many(10, 5)] },
    entries(release(many(0, 10), 4)),
  );
  expect(told(nine)).toEqual(['few', 'not']);
});
