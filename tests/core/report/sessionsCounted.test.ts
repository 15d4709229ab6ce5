/** Which sessions the themes of a release are counted over, and what that tells of few people. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sessionsCounted } from '../../../core/report/talkHeld.ts';
import type { TalkReport } from '../../../core/report/talk.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import { floors, people, release, said, SESSIONS, there } from './talkMade.ts';

test('RT2 a session in which nothing was said is none that is new: two people beside it are two people', () => {
  const before: EntryTalk = { cells: [], quotes: [], sessions: ['w'], counted: ['w', 'x'] };
  const many = new Map([
    ['w', 20],
    ['x', 20],
    ['y', 2],
    ['z', 3],
  ]);
  expect(sessionsCounted(['w', 'x', 'y'], [before], many, 5)).toEqual(['w', 'x']);
  expect(sessionsCounted(['w', 'x', 'y', 'z'], [before], many, 5)).toEqual(['w', 'x', 'y', 'z']);
});

describe('sessions that are counted', () => {
  const many = new Map([
    ['w', 20],
    ['x', 20],
    ['y', 2],
    ['z', 3],
  ]);
  const of = (...sets: string[][]): EntryTalk[] =>
    sets.map((counted) => ({ cells: [], quotes: [], sessions: counted, counted }));

  test('RT1 few who are not in the report any more stand in it, until they are as many as the floor', () => {
    expect(sessionsCounted(['w', 'x'], of(['w', 'x', 'y']), many, 5)).toEqual(['w', 'x', 'y']);
    expect(sessionsCounted(['w', 'x'], of(['w', 'x', 'y', 'z']), many, 5)).toEqual(['w', 'x']);
    expect(sessionsCounted(['w'], of(['w', 'x', 'y']), many, 5)).toEqual(['w']);
  });

  test('RT1 nor can few be worked out from several reports that are each apart by many', () => {
    // w and x with y, then w alone, then x alone: y is what is left.
    expect(sessionsCounted(['x'], of(['w', 'x', 'y'], ['w']), many, 5)).toEqual(['x', 'y']);
    expect(sessionsCounted(['y'], of(['w', 'x', 'y']), many, 5)).toEqual([]);
  });

  test('RT1 of a session that was removed nobody is known: it stays where it was, and new ones are counted', () => {
    expect(sessionsCounted(['w', 'x'], of(['w', 'gone']), many, 5)).toEqual(['w', 'x', 'gone']);
  });

  test('RT1 one of which nobody knows how many were there waits', () => {
    expect(sessionsCounted(['w', 'unknown'], [], many, 5)).toEqual(['w', 'unknown']);
    expect(sessionsCounted(['w', 'unknown'], of(['w']), many, 5)).toEqual(['w']);
    expect(sessionsCounted(['unknown'], [], many, 5)).toEqual([]);
  });

  test('RT1 whatever reports were made, sessions that are in the same of them are of nobody or of the floor', () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(SESSIONS, { minLength: 1 }), { minLength: 1, maxLength: 6 }),
        people,
        floors,
        (reports, sizes, floor) => {
          const sets: string[][] = [];
          for (const chosen of reports) sets.push(sessionsCounted(chosen, of(...sets), sizes, floor));
          const classes = Map.groupBy(SESSIONS, (id) => sets.map((set) => set.includes(id)).join(' '));
          for (const [key, ids] of classes)
            if (key.includes('true'))
              expect(ids.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0)).toBeGreaterThanOrEqual(floor);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('RT1 what few said stays in print where their session is left out, and a report without any says why', () => {
  const sizes = new Map([
    ['w', 12],
    ['x', 2],
  ]);
  const of = (ids: string[]) => there.filter(({ id }) => ids.includes(id));
  const points = [
    ...Array.from({ length: 8 }, (_, i) => said(`w${i}`, ['b'], { session: 'w' })),
    said('x0', ['a'], { session: 'x' }),
  ];
  const told = (ids: string[], earlier: EntryTalk[]) =>
    release(points, 5, { people: sizes, all: there, sessions: of(ids), earlier });
  const first = told(['w', 'x'], []);
  expect(first?.themes.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  const second = told(['w'], first === null ? [] : [first.entry]);
  expect(second).toMatchObject({ of: 2, sessionsLeft: 0, sessionsMore: 1 });
  const seen = (report: TalkReport | null) => report?.themes.map(({ id, sessions: n }) => [id, n]);
  expect(seen(second)).toEqual(seen(first));
  expect(told(['x'], [])).toMatchObject({ of: 0, sessionsLeft: 1, themes: [], codebook: [] });
});
