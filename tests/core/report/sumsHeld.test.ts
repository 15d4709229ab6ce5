/** Somebody who has every release, and looks for few people in how many it was read back to and how many were coded. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { betweenReport } from '../../../core/report/between.ts';
import { holdsSum } from '../../../core/report/countsHeld.ts';
import { newReport } from '../../../core/report/document.ts';
import { readBackReport } from '../../../core/report/readBack.ts';
import type { EntryCoders, EntryReadBack } from '../../../core/release/stories.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import type { Correction } from '../../../core/readBack/types.ts';
import { NO_SOURCES } from '../../../core/talk/sources.ts';
import type { Point } from '../../../core/talk/types.ts';
import { singledOut } from '../release/attacker.ts';
import { consultation, said, SESSIONS, talk, theme, there } from './talkMade.ts';

const FLOOR = 5;
const readTo = (session: string, people: number, more: Partial<Correction> = {}): Correction => ({
  id: session,
  about: 'theme',
  of: 't',
  ofSession: '',
  was: 'It was so',
  verdict: 'said',
  text: '',
  day: '2026-11-01',
  session,
  people,
  accepted: false,
  ...more,
});

/** Releases on these sessions, one after the other; of each what it told. */
function readBack(list: readonly { ids: readonly string[]; corrections: Correction[]; floor?: number }[]) {
  const earlier: EntryReadBack[] = [];
  return list.map(({ ids, corrections, floor = FLOOR }, i) => {
    const report = readBackReport({
      corrections,
      sessions: ids.map((id) => ({ id })),
      floor,
      earlier: [...earlier],
      readings: [],
      date: `2026-12-0${i + 1}`,
      audience: 'release',
    });
    const fresh = report?.entry?.date === `2026-12-0${i + 1}`;
    if (report?.entry != null) earlier.push(report.entry);
    return { told: report?.told, again: report?.again ?? null, fresh };
  });
}

describe('reading back', () => {
  test('RB5 F10 what no two reports tell and three of them together do is held too', () => {
    const corrections = [
      readTo('w', 10),
      readTo('x', 2, { verdict: 'notQuite', accepted: true }),
      readTo('y', 15),
    ];
    const reports = readBack([['w', 'x', 'y'], ['w'], ['y']].map((ids) => ({ ids, corrections })));
    expect(reports.map(({ told }) => (typeof told === 'object' ? told.people : told))).toEqual([
      27,
      10,
      'earlier',
    ]);
    // Nor that those who are left are few.
    const left = readBack([['w', 'x', 'y'], ['x']].map((ids) => ({ ids, corrections })));
    expect(left[1]?.told).toBe('earlier');
    // Sessions that have nothing in common say nothing of each other, and an earlier number is not of another report.
    const apart = readBack(
      [['w'], ['y']].map((ids) => ({ ids, corrections: [readTo('w', 10), readTo('y', 12)] })),
    );
    expect(apart[1]).toMatchObject({ told: { people: 12, sessions: ['y'] }, again: null });
  });

  test('RB5 what does not reach a floor that was raised since is told no more, whoever came or went', () => {
    const second = (people: number, floor = 10) =>
      readBack([
        { ids: ['w'], corrections: [readTo('w', 6)] },
        { ids: ['w'], corrections: people === 0 ? [] : [readTo('w', people)], floor },
      ])[1];
    for (const people of [0, 2, 6, 7, 12])
      expect(second(people)).toMatchObject({ told: 'earlier', again: null });
    expect(second(16)).toMatchObject({ told: { people: 16 }, again: null });
    expect(second(6, 5)).toMatchObject({ told: { people: 6 }, again: '2026-12-01' });
  });

  test('RB5 where few were added what was told of these sessions alone stands', () => {
    const [first, second] = readBack([
      { ids: ['w'], corrections: [readTo('w', 10)] },
      { ids: ['w', 'x'], corrections: [readTo('w', 10), readTo('x', 3)] },
    ]);
    expect(second).toMatchObject({ told: first?.told, again: '2026-12-01' });
  });

  test('RB5 F10 whatever was read back and reported, nobody works out a number under the floor', () => {
    const step = fc.record({
      ids: fc.subarray(SESSIONS, { minLength: 1 }),
      more: fc.array(fc.tuple(fc.constantFrom(...SESSIONS), fc.integer({ min: 1, max: 9 })), {
        maxLength: 3,
      }),
    });
    let seen = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 5 }), (steps) => {
        const people = new Map(SESSIONS.map((id) => [id, 0]));
        const list = steps.map(({ ids, more }) => {
          for (const [id, n] of more) people.set(id, (people.get(id) ?? 0) + n);
          const now = SESSIONS.filter((id) => ids.includes(id)).map((id) => ({ id, n: people.get(id) ?? 0 }));
          return { ids, now, corrections: now.filter(({ n }) => n > 0).map(({ id, n }) => readTo(id, n)) };
        });
        const figures = readBack(list).flatMap(({ fresh }, i) => {
          if (!fresh) return [];
          const responses = (list[i]?.now ?? []).flatMap(({ id, n }) =>
            Array.from({ length: n }, (_, k) => ({ person: 1000 * SESSIONS.indexOf(id) + k, cell: 0 })),
          );
          return [{ responses, values: [responses.length] }];
        });
        seen += figures.length > 1 ? 1 : 0;
        expect(singledOut(figures, 0, FLOOR)).toBeNull();
      }),
      { numRuns: 1000 },
    );
    expect(seen).toBeGreaterThan(200);
  });

  test('RB5 a register of before knows the sum alone: it is what is there where that comes to as much', () => {
    const now = [
      { session: 'w', n: 10 },
      { session: 'x', n: 2 },
    ];
    const then = (n: number, sessions: string[]) => holdsSum(now, [{ n, sessions }], FLOOR);
    expect(then(12, ['w', 'x'])).toBe(true);
    expect(then(10, ['w'])).toBe(false);
    expect(then(3, ['w'])).toBe(false);
    expect(then(3, ['y'])).toBe(true);
  });
});

describe('two coders', () => {
  const many = (session: string, n: number): Point[] =>
    Array.from({ length: n }, (_, i) => said(`${session}${i}`, [i % 2 === 0 ? 'a' : 'b'], { session }));
  const points = [...many('w', 62), ...many('x', 2), ...many('y', 70)];
  const themes = [theme('a'), theme('b')];

  /** How many units each of these releases tells, and since when. */
  function coded(list: readonly string[][]) {
    const [talked, coders]: [EntryTalk[], EntryCoders[]] = [[], []];
    return list.map((ids, i) => {
      const source = {
        sessions: there.filter(({ id }) => ids.includes(id)),
        all: there,
        people: new Map(SESSIONS.map((id) => [id, 20])),
        date: `2026-12-0${i + 1}`,
        document: newReport(5, 'shown'),
        talk: { themes, points, codings: [], ...NO_SOURCES },
      };
      const report = talk(points, { ...source, earlier: [...talked] });
      const between = betweenReport({
        ...source,
        consultation,
        audience: 'release',
        otherTexts: new Set(),
        postits: [],
        seconds: points.map((one, k) => ({
          session: one.session,
          unit: one.id,
          themes: k % 10 === 0 ? [] : one.themes,
        })),
        told: report,
        earlier: [...coders],
        earlierTwice: [],
      });
      if (report !== null) talked.push(report.entry);
      if (between?.entry != null) coders.push(between.entry);
      return [between?.said?.units ?? null, between?.said?.again ?? null];
    });
  }

  test('SC5 F10 what three reports tell together of points and post-its is held too', () => {
    expect(coded([['w', 'x', 'y'], ['w'], ['y']])).toEqual([
      [134, null],
      [62, null],
      [null, null],
    ]);
    expect(coded([['w'], ['w', 'x']])).toEqual([
      [62, null],
      [62, '2026-12-01'],
    ]);
    expect(coded([['w'], ['y']])).toEqual([
      [62, null],
      [70, null],
    ]);
  });
});
