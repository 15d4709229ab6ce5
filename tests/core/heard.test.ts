import { expect, test } from '@jest/globals';
import { moreThanCame, NO_COUNTS, NOT_HEARD, pooledHeard, sameTyped, type Heard } from '../../core/heard.ts';
import { mayBeHeard, SAID_PLACE, TOLD_PLACE } from '../../core/heardPlace.ts';
import { makeRoom } from '../support/room.ts';

/** What was said on phones: yes, partly, no, rather not. */
function said([yes = 0, partly = 0, no = 0, declined = 0]: number[], more: Partial<Heard> = {}): Heard {
  return { ...NOT_HEARD, phone: { ...NO_COUNTS, said: { yes, partly, no, declined } }, ...more };
}
const named = (heard: Record<string, Heard>) => Object.entries(heard).map(([id, h]) => ({ id, heard: h }));
const parts = (heard: Record<string, Heard>, floor = 5): string[] =>
  pooledHeard(named(heard), floor).said.parts.map(
    ({ sessions, figure }) => `${sessions.join('+')} ${figure.n}`,
  );

test('WH2 nothing is shown of fewer people than the floor, their words neither', () => {
  const few = pooledHeard(named({ a: said([2, 1, 1], { texts: ['too loud'] }) }), 5);
  expect(few.said).toEqual({ all: null, parts: [] });
  expect(few.texts).toEqual([]);
  const enough = pooledHeard(named({ a: said([2, 2, 1], { texts: ['too loud'] }) }), 5);
  expect(enough.said.all).toMatchObject({ n: 5, yes: 2, partly: 2, no: 1, percent: null });
  expect(enough.texts).toEqual([{ session: 'a', text: 'too loud' }]);
});

test('WH2 a session under the floor is pooled with others, and no part can be had by taking the rest away', () => {
  expect(parts({ a: said([9]), b: said([8]) })).toEqual(['a 9', 'b 8']);
  expect(parts({ a: said([9]), b: said([3]), c: said([2]) })).toEqual(['a 9', 'b+c 5']);
  // Two alone would be the difference of all and the others: they go with the smallest.
  expect(parts({ a: said([9]), b: said([6]), c: said([2]) })).toEqual(['a 9', 'b+c 8']);
  expect(parts({ a: said([9]), b: said([2]) })).toEqual([]);
  expect(parts({ a: said([9]), b: said([0, 0, 0, 1]) })).toEqual([]);
  for (const floor of [5, 8, 10])
    for (let n = 0; n < 400; n += 1) {
      const counts = Array.from({ length: 1 + (n % 6) }, (_, i) => (n * (i + 3) * 7) % 13);
      const heard = Object.fromEntries(counts.map((count, i) => [`s${i}`, said([count])]));
      const { all, parts: shown } = pooledHeard(named(heard), floor).said;
      const sum = counts.reduce((a, b) => a + b, 0);
      expect(all?.n ?? 0).toBe(sum >= floor ? sum : 0);
      if (shown.length === 0) continue;
      expect(Math.min(...shown.map(({ figure }) => figure.n))).toBeGreaterThanOrEqual(floor);
      expect(shown.reduce((a, { figure }) => a + figure.n, 0)).toBe(sum);
    }
});

test('WH2 F2 from twenty people on there are percentages; paper is added to phones', () => {
  const heard = said([10, 5, 4], {
    paper: { ...NO_COUNTS, said: { yes: 1, partly: 0, no: 0, declined: 2 } },
  });
  expect(pooledHeard(named({ a: heard }), 5).said.all).toEqual({
    n: 20,
    yes: 11,
    partly: 5,
    no: 4,
    apart: 2,
    percent: { yes: 55, partly: 25, no: 20 },
  });
});

test('WH4 those who were asked again are pooled by the day, with the floor', () => {
  const later = (day: string, yes: number, no: number) => ({
    day,
    changed: { yes, partly: 0, no, unknown: 1 },
  });
  const pooled = pooledHeard(
    named({
      a: { ...NOT_HEARD, later: [later('2027-03-01', 3, 1), later('2026-12-01', 1, 1)] },
      b: { ...NOT_HEARD, later: [later('2027-03-01', 0, 2)] },
    }),
    5,
  );
  expect(pooled.changed).toEqual([
    { day: '2026-12-01', figure: null },
    { day: '2027-03-01', figure: { n: 6, yes: 3, partly: 0, no: 3, apart: 2, percent: null } },
  ]);
});

test('WH1 it counts after the end and not before, by the answers that there are, and only one of them has words', () => {
  const ended = { ...makeRoom(), state: 'ended' as const };
  const place = (board: number, answer: 1 | 3 | 'n' | 'x' | null, comment = '') => ({
    board,
    revision: 1,
    answer,
    comment,
    audience: 'room' as const,
  });
  expect(mayBeHeard(ended, place(SAID_PLACE, 'n', ' loud '), undefined)).toMatchObject({
    comment: 'loud',
    audience: 'team',
  });
  expect(mayBeHeard(ended, place(TOLD_PLACE, 'x'), undefined)).toMatchObject({ answer: 'x' });
  expect(mayBeHeard(ended, place(SAID_PLACE, 'x'), undefined)).toMatchObject({ refusal: 'no-such-answer' });
  expect(mayBeHeard(ended, place(TOLD_PLACE, 1, 'words'), undefined)).toMatchObject({ where: 'comment' });
  expect(mayBeHeard(ended, place(SAID_PLACE, 1, 'x'.repeat(501)), undefined)).toMatchObject({
    refusal: 'too-long',
  });
  expect(mayBeHeard({ ...ended, state: 'live' }, place(SAID_PLACE, 1), undefined)).toMatchObject({
    refusal: 'not-open',
  });
});

test('WH8 heads are more than came where a question has more people than the head-count, with what phones said', () => {
  const attendance = [
    { group: null, gender: '', ageBand: '', n: 9 },
    { group: 'g', gender: '', ageBand: '', n: 5 },
  ];
  const typed = (yes: number, day = 0) => ({
    paper: { ...NO_COUNTS, said: { ...NO_COUNTS.said, yes } },
    later: [{ day: '2027-02-01', changed: { yes: 0, partly: 0, no: day, unknown: 0 } }],
  });
  const heard = said([3, 2, 1, 2]);
  expect(moreThanCame({ attendance, heard }, typed(6))).toBeNull();
  expect(moreThanCame({ attendance, heard }, typed(7))).toEqual({ n: 7, came: 14, again: false });
  expect(moreThanCame({ attendance }, typed(14))).toBeNull();
  expect(moreThanCame({ attendance }, typed(0, 15))).toEqual({ n: 15, came: 14, again: true });
  expect(moreThanCame({ attendance: [] }, typed(400))).toBeNull();
  // Phones alone are nothing that was typed in.
  expect(moreThanCame({ attendance, heard: said([20]) }, typed(0))).toBeNull();
});

test('WH8 the same heads are the same in whatever order their keys stand', () => {
  const { said: s, told } = NO_COUNTS;
  const turned = { declined: s.declined, no: s.no, partly: s.partly, yes: s.yes };
  expect(sameTyped({ paper: { told, said: turned }, later: [] }, NOT_HEARD)).toBe(true);
  expect(sameTyped({ paper: { told, said: { ...s, no: 1 } }, later: [] }, NOT_HEARD)).toBe(false);
});
