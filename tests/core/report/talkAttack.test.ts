/** Somebody who has every release, and looks for what few people said, or for what somebody took back. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TalkReport } from '../../../core/report/talk.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import type { TalkBefore } from '../../../core/report/toldNumbers.ts';
import type { Point } from '../../../core/talk/types.ts';
import { singledOut, type Published } from '../release/attacker.ts';
import {
  consultation,
  families,
  floors,
  people,
  release,
  said,
  SESSIONS,
  statement,
  there,
  workers,
} from './talkMade.ts';

const GROUPS = [families?.id ?? '', workers?.id ?? ''];
const THEMES = ['a', 'b', 'c'];

/** Points that are alike but for their ids. */
const heap = fc.record({
  session: fc.constantFrom(...SESSIONS),
  group: fc.constantFrom('', ...GROUPS),
  statement: fc.constantFrom('', statement),
  themes: fc.subarray(THEMES, { minLength: 1 }),
  stance: fc.constantFrom('' as const, '' as const, 'disagree' as const),
  n: fc.integer({ min: 1, max: 9 }),
});
type Heap = typeof heap extends fc.Arbitrary<infer T> ? T : never;
const step = fc.record({
  come: fc.array(heap, { maxLength: 3 }),
  goes: fc.array(fc.nat(200), { maxLength: 9 }),
  sessions: fc.oneof(fc.constant(SESSIONS), fc.subarray(SESSIONS, { minLength: 1 })),
});
function pointsOf(heaps: readonly Heap[], next: { id: number }): Point[] {
  return heaps.flatMap(({ n, themes, ...rest }) =>
    Array.from({ length: n }, () => said(`p${(next.id += 1)}`, themes, rest)),
  );
}

interface Release {
  report: TalkReport | null;
  points: Point[];
}

/** All that a reader sees but words that somebody said. */
function printed(report: TalkReport | null): unknown {
  return report === null
    ? null
    : { ...report, entry: null, themes: report.themes.map((one) => ({ ...one, quotes: [] })) };
}

function history(
  start: readonly Heap[],
  steps: readonly { come: Heap[]; goes: number[]; sessions: string[] }[],
  floor: 5 | 10,
  sizes: ReadonlyMap<string, number>,
  /** From this release on the floor is 10. */
  raised = steps.length,
): { releases: Release[]; earlier: TalkBefore[] } {
  const next = { id: 0 };
  let points = pointsOf(start, next);
  const [releases, earlier]: [Release[], TalkBefore[]] = [[], []];
  for (const [i, { come, goes, sessions: chosen }] of steps.entries()) {
    const gone = new Set(goes.map((at) => points[at % Math.max(1, points.length)]?.id));
    points = [...points.filter(({ id }) => !gone.has(id)), ...pointsOf(come, next)];
    const of = there.filter(({ id }) => chosen.includes(id));
    const least = i < raised ? floor : 10;
    const report = release(points, least, {
      earlier,
      people: sizes,
      sessions: of,
      all: there,
      date: `2026-0${i + 1}-01`,
    });
    releases.push({ report, points: points.filter(({ session }) => chosen.includes(session)) });
    if (report !== null) earlier.push({ ...report.entry, floor: least });
  }
  return { releases, earlier };
}

test('RT2 one who disagrees, in a session where nobody had said it, shows in nothing while the number stands', () => {
  const many = Array.from({ length: 12 }, (_, i) => said(`p${i}`, ['a'], { session: i < 6 ? 'w' : 'x' }));
  const first = release(many, 5, {});
  const more = [...many, said('late', ['a'], { session: 'y', stance: 'disagree' })];
  const second = release(more, 5, { earlier: first === null ? [] : [first.entry] });
  const seen = (report: TalkReport | null) =>
    report?.themes.map(({ id, sessions: n, points, dissent }) => [
      id,
      n,
      typeof points === 'string' ? points : points.n,
      dissent,
    ]);
  expect(seen(first)).toEqual([['a', 2, 12, false]]);
  expect(seen(second)).toEqual(seen(first));
});

test('RT1 one participant’s one is not told apart from a number that it stood in, or the rest would be told with it', () => {
  const at = (session: string, n: number, theme: string) =>
    Array.from({ length: n }, (_, i) => said(`${session}${theme}${i}`, [theme], { session }));
  const earlier: EntryTalk[] = [];
  const told = (points: Point[], ids: string[]) => {
    const of = there.filter(({ id }) => ids.includes(id));
    const report = release(points, 5, { all: there, sessions: of, earlier });
    if (report !== null) earlier.push(report.entry);
    return report?.themes.find(({ id }) => id === 'a')?.points;
  };
  const before = at('y', 6, 'a');
  const after = [...before, ...at('w', 1, 'a'), ...at('z', 4, 'a')];
  expect(told(before, SESSIONS)).toMatchObject({ n: 6, again: null });
  expect(told(after, SESSIONS)).toMatchObject({ n: 11, again: null });
  expect(told(after, ['w'])).toBe('few');
});

describe('with every release', () => {
  test('RT2 that fewer points than the floor were taken back is seen in nothing that the next release tells', () => {
    fc.assert(
      fc.property(
        fc.array(heap, { minLength: 1, maxLength: 7 }),
        fc.array(step, { maxLength: 2 }),
        fc.array(fc.nat(200), { minLength: 1, maxLength: 4 }),
        floors,
        people,
        (start, steps, taken, floor, sizes) => {
          // What went before adds up with it, until it is the floor together.
          const grown = steps.map((one) => ({ ...one, goes: [] }));
          const last = { come: [], goes: [], sessions: steps.at(-1)?.sessions ?? SESSIONS };
          const [as, less] = [[], taken].map((goes) =>
            history(start, [...grown, last, { ...last, goes }], floor, sizes).releases.at(-1),
          );
          expect(printed(less?.report ?? null)).toEqual(printed(as?.report ?? null));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('RT2 RT1 so it is where the floor was raised meanwhile', () => {
    fc.assert(
      fc.property(
        fc.array(heap, { minLength: 1, maxLength: 7 }),
        fc.array(step, { maxLength: 2 }),
        fc.array(fc.nat(200), { minLength: 1, maxLength: 4 }),
        fc.nat(1),
        (start, steps, taken, late) => {
          const grown = steps.map((one) => ({ ...one, goes: [] }));
          const last = { come: [], goes: [], sessions: steps.at(-1)?.sessions ?? SESSIONS };
          // Sessions are large enough that the same are counted under both.
          const sizes = new Map(SESSIONS.map((id) => [id, 20]));
          const [as, less] = [[], taken].map((goes) => {
            const all = [...grown, last, { ...last, goes }];
            return history(start, all, 5, sizes, all.length - 1 - late).releases.at(-1);
          });
          expect(printed(less?.report ?? null)).toEqual(printed(as?.report ?? null));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('RT2 any two numbers of one theme, group or statement that were ever printed are the same or differ by the floor', () => {
    fc.assert(
      fc.property(
        fc.array(heap, { minLength: 1, maxLength: 7 }),
        fc.array(step, { minLength: 2, maxLength: 5 }),
        floors,
        people,
        (start, steps, floor, sizes) => {
          const { releases } = history(start, steps, floor, sizes);
          const numbers: { key: string; n: number; of: string[] }[] = [];
          for (const { report } of releases)
            for (const { id, points, groups, statements } of report?.themes ?? []) {
              const of = report?.entry.sessions ?? [];
              const note = (key: string, told: { n: number; again: string | null }): void => {
                if (told.again === null) numbers.push({ key, n: told.n, of });
              };
              if (points === 'one') note(id, { n: 1, again: null });
              else if (typeof points !== 'string') note(id, points);
              for (const one of groups) note(`${id} ${one.label}`, one);
              for (const one of statements) note(`${id} ${one.number}`, one);
            }
          // Of sessions that have nothing in common two numbers are of other things.
          for (const one of numbers)
            for (const other of numbers)
              if (one.key === other.key && one.n > other.n && one.of.some((id) => other.of.includes(id)))
                expect(one.n - other.n).toBeGreaterThanOrEqual(floor);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('RT2 RT1 from reports on whatever sessions, nobody works out a number under the floor by adding and subtracting wholes, groups and statements', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.array(heap, { minLength: 2, maxLength: 8 }),
        fc.array(step, { minLength: 2, maxLength: 4 }),
        floors,
        (start, steps, floor) => {
          // Whoever takes something back is looked for above; here things are said, and sessions are chosen.
          const { releases } = history(
            start,
            steps.map((one) => ({ ...one, goes: [] })),
            floor,
            new Map(SESSIONS.map((id) => [id, 20])),
          );
          for (const theme of THEMES) {
            // Of one participant's one it is told that it is one: there is nothing left to work out.
            const known = new Set<string>();
            const under = (point: Point): boolean =>
              point.themes.some((id) => id === theme || (theme === 'a' && id === 'c'));
            const figures = releases.flatMap(({ report, points }): Published[] => {
              const told = report?.themes.find(({ id }) => id === theme);
              const own = points.filter(under);
              if (told?.points === 'one' && own.length === 1) for (const { id } of own) known.add(id);
              const parts = [
                { told: told?.points, is: () => true },
                ...(told?.groups ?? []).map((one) => ({
                  told: one,
                  is: ({ group }: Point) =>
                    consultation.groups.find(({ id }) => id === group)?.label === one.label,
                })),
                ...(told?.statements ?? []).map((one) => ({
                  told: one,
                  is: (point: Point) => consultation.statements[one.number - 1]?.id === point.statement,
                })),
              ];
              return parts.flatMap(({ told: number, is }): Published[] => {
                if (number === undefined || typeof number === 'string' || number.again !== null) return [];
                const those = own.filter(is);
                // A number that was told of less than there is now is no news.
                if (those.length !== number.n) return [];
                seen += number === told?.points ? 0 : 1;
                return [
                  {
                    responses: those.map(({ id }) => ({ person: Number(id.slice(1)), cell: 0 })),
                    values: [],
                  },
                ];
              });
            });
            const hidden = figures.map(({ responses }): Published => {
              const rest = responses.filter(({ person }) => !known.has(`p${person}`));
              return { responses: rest, values: [rest.length] };
            });
            expect(singledOut(hidden, 0, floor)).toBeNull();
          }
        },
      ),
      { numRuns: 500 },
    );
    // Else it would hold since no part is ever told.
    expect(seen).toBeGreaterThan(100);
  });

  test('RT1 a theme that appears with a session of few people is not told before as many as the floor are new', () => {
    const sizes = new Map([
      ['w', 12],
      ['x', 1],
      ['y', 2],
      ['z', 2],
    ]);
    const at = (session: string, n: number, themes: string[]) =>
      Array.from({ length: n }, (_, i) => said(`${session}${i}`, themes, { session }));
    const of = (ids: string[]) => there.filter(({ id }) => ids.includes(id));
    const first = release(at('w', 8, ['b']), 5, { people: sizes, sessions: of(['w']) });
    const earlier = [first?.entry ?? { cells: [], quotes: [] }];
    const told = (ids: string[]) =>
      release([...at('w', 8, ['b']), ...ids.flatMap((id) => at(id, 1, ['a']))], 5, {
        all: there,
        people: sizes,
        earlier,
        sessions: of(['w', ...ids]),
      });
    expect(told(['x'])).toMatchObject({ of: 1, sessionsLeft: 1, themes: [{ id: 'b', sessions: 1 }] });
    expect(told(['x', 'y', 'z'])).toMatchObject({
      of: 4,
      sessionsLeft: 0,
      themes: [{ id: 'a', sessions: 3, points: 'few' }, { id: 'b' }],
    });
    expect(consultation.groups.length).toBeGreaterThan(1);
  });
});
