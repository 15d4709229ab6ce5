/** Two releases about themes: wholes beside groups and statements, and numbers of sessions that one is not about. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildReport } from '../../../core/report/build.ts';
import { newReport } from '../../../core/report/document.ts';
import { holdsTogether, type Edge } from '../../../core/report/leastCut.ts';
import type { TalkReport } from '../../../core/report/talk.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import type { Point } from '../../../core/talk/types.ts';
import { sampleInput } from './made.ts';
import { families, of as themeOf, release, said, statement, there, workers } from './talkMade.ts';

const [f, w] = [families?.id ?? '', workers?.id ?? ''];
const many = (session: string, n: number, more: Partial<Point> = {}, theme = 'a'): Point[] =>
  Array.from({ length: n }, (_, i) =>
    said(`${session}${theme}${more.group ?? ''}${more.statement ?? ''}${i}`, [theme], { session, ...more }),
  );

const of = (report: TalkReport | null | undefined, id: string) => themeOf(report ?? null, id);

/** Releases after one another, each on some sessions and with what was said by then. */
function releases(...list: { ids: string[]; points: Point[] }[]): (TalkReport | null)[] {
  const earlier: EntryTalk[] = [];
  return list.map(({ ids, points }, i) => {
    const about = there.filter(({ id }) => ids.includes(id));
    const date = `2026-11-0${i + 1}`;
    const report = release(points, 5, { sessions: about, all: there, earlier: [...earlier], date });
    if (report !== null) earlier.push(report.entry);
    return report;
  });
}

async function printed(talk: TalkReport | null = null): Promise<string> {
  const { sections } = buildReport(await sampleInput({ talk, document: newReport(5, 'shown') }));
  return JSON.stringify(sections.filter(({ id }) => id === 'talk' || id.startsWith('theme-')));
}

describe('a whole and its parts', () => {
  test('RT1 RT2 a group’s number is held against the wholes of both releases, not only against that group’s', () => {
    const before = [...many('w', 5, { group: f }), ...many('w', 5, { group: w })];
    const then = [...before, ...many('x', 5, { group: f }), ...many('x', 1, { group: w })];
    const [first, second] = releases({ ids: ['w'], points: before }, { ids: ['w', 'x'], points: then });
    expect(of(first, 'a')?.groups.map(({ n }) => n)).toEqual([5, 5]);
    expect(of(second, 'a')?.points).toEqual({ n: 16, again: null });
    // With ten of the one, sixteen less ten less the five of before would be one of the other.
    expect(of(second, 'a')?.groups.map(({ n, again }) => [n, again])).toEqual([
      [5, '2026-11-01'],
      [5, '2026-11-01'],
    ]);
    const [, apart] = releases(
      { ids: ['w'], points: before },
      {
        ids: ['w', 'x'],
        points: [
          ...then,
          ...many('x', 4, { group: w, place: 1 }).map((one) => ({ ...one, id: `${one.id}+` })),
        ],
      },
    );
    expect(
      of(apart, 'a')
        ?.groups.map(({ n }) => n)
        .toSorted(),
    ).toEqual([10, 10]);
  });

  test('RT1 RT2 nor a statement’s', () => {
    const before = many('w', 10, { statement });
    const then = [...before, ...many('x', 1, { statement }), ...many('x', 5)];
    const [first, second] = releases({ ids: ['w'], points: before }, { ids: ['w', 'x'], points: then });
    expect(of(first, 'a')?.statements).toEqual([{ number: 1, n: 10, again: null }]);
    // Eleven less the ten of before would be one in the other session.
    expect(of(second, 'a')).toMatchObject({
      points: { n: 16, again: null },
      statements: [{ number: 1, n: 10, again: '2026-11-01' }],
    });
  });

  test('RT1 RT2 a group and a statement that few are apart are not both told', () => {
    const points = [...many('w', 9, { group: f, statement }), ...many('w', 1, { group: f }), ...many('x', 8)];
    const [report] = releases({ ids: ['w', 'x'], points });
    expect(of(report, 'a')).toMatchObject({ points: { n: 18 }, groups: [{ n: 10 }], statements: [] });
  });

  test('RT2 a register of before that knows sessions alone is held as far as it goes', () => {
    const before = [...many('w', 6, { group: f }), ...many('w', 6, { group: w })];
    const then = [...before, ...many('x', 6, { group: f }), ...many('x', 6, { group: w })];
    const [first] = releases({ ids: ['w'], points: before });
    const cells = (first?.entry.cells ?? []).map(({ of: _of, sessions = [], ...cell }) => ({
      ...cell,
      sessions: [{ session: 'w', n: sessions.reduce((sum, { n }) => sum + n, 0) }],
    }));
    const earlier = [{ ...(first?.entry ?? { quotes: [] }), cells }];
    const next = (points: Point[]) =>
      of(release(points, 5, { sessions: there, all: there, earlier, date: '2026-12-01' }), 'a');
    expect(next(then)).toMatchObject({ points: { n: 24, again: null }, groups: [{ n: 12 }, { n: 12 }] });
    expect(next(then.slice(0, -1))?.points).toEqual({ n: 23, again: null });
    // Where there is not as much any more as it says, nobody knows which of it has gone.
    const fewer = next(then.slice(6));
    expect(fewer?.groups.every(({ again }) => again !== null)).toBe(true);
  });

  test('RT2 a graph holds together unless some piece of it falls apart by less', () => {
    const nodes = ['p', 'q', 'r', 's', 't'];
    const edge = fc.record({
      a: fc.constantFrom(...nodes),
      b: fc.constantFrom(...nodes),
      n: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 9 }), fc.integer({ min: 1, max: 8 }), (edges, least) => {
        expect(holdsTogether(edges, least)).toBe(cutsOf(nodes, edges).every((n) => n === 0 || n >= least));
      }),
      { numRuns: 2000 },
    );
  });
});

/** By trying every half: one that takes nothing away parts what was apart. */
function cutsOf(nodes: readonly string[], edges: readonly Edge[]): number[] {
  return Array.from({ length: 2 ** nodes.length }, (_, half) => {
    const side = (node: string): number => Math.floor(half / 2 ** nodes.indexOf(node)) % 2;
    return edges.reduce((sum, { a, b, n }) => sum + (side(a) === side(b) ? 0 : n), 0);
  });
}

describe('of which sessions', () => {
  test('RT2 a report on other sessions does not say of them what was said elsewhere', async () => {
    const points = [...many('w', 12), ...many('y', 9), ...many('z', 2)];
    const [, second] = releases({ ids: ['w'], points }, { ids: ['y'], points });
    expect(of(second, 'a')).toMatchObject({ sessions: 1, of: 1, points: { n: 9, again: null } });
    // Of both, and then of one: what is left is two, and eleven is not of this one alone.
    const [both, one] = releases({ ids: ['y', 'z'], points }, { ids: ['y'], points });
    expect(of(both, 'a')?.points).toEqual({ n: 11, again: null });
    expect(of(one, 'a')).toMatchObject({ sessions: 1, of: 1, points: 'not', groups: [] });
    const text = await printed(one);
    expect(text).toContain('["Theme a","1 of 1","–"]');
    expect(text).toContain('Where “–” stands in this table, a number is not told');
    expect(await printed(both)).not.toContain('Where “–” stands');
  });

  test('RT2 what was not told stays so while few have come or gone, and a theme whose last few points went stays', () => {
    const points = [...many('y', 6), ...many('z', 2)];
    const [, first, second] = releases(
      { ids: ['y', 'z'], points },
      { ids: ['y'], points },
      { ids: ['y'], points: points.slice(2) },
    );
    expect(of(first, 'a')?.points).toBe('not');
    expect(of(second, 'a')).toMatchObject({ points: 'not', sessions: 1 });
    const more = [...many('w', 8), ...many('x', 4)];
    const [, none] = releases({ ids: ['w', 'x'], points: more }, { ids: ['x'], points: more.slice(0, 8) });
    expect(of(none, 'a')).toMatchObject({ points: 'few', sessions: 1 });
  });

  test('RT2 dissent is told of the sessions in which it was', () => {
    const points = [
      ...many('w', 8),
      said('no', ['a'], { session: 'w', stance: 'disagree' }),
      ...many('x', 2),
    ];
    const [first, second] = releases({ ids: ['w', 'x'], points }, { ids: ['x'], points });
    expect([first, second].map((one) => of(one, 'a')?.dissent)).toEqual([true, false]);
  });

  test('RT2 what stands has the sessions of its day beside it, in number and in date', async () => {
    const before = [...many('w', 6), ...many('x', 6)];
    const points = [
      ...before,
      ...many('y', 2),
      ...many('z', 2),
      ...['y', 'z'].flatMap((id) => many(id, 6, {}, 'b')),
    ];
    const [, second] = releases({ ids: ['w', 'x'], points: before }, { ids: ['w', 'x', 'y', 'z'], points });
    expect(of(second, 'a')).toMatchObject({ sessions: 2, of: 2, again: '2026-11-01' });
    const text = await printed(second);
    expect(text).toContain('["Theme a","2 of 2 (as on 1 November 2026)","12 (as on 1 November 2026)"]');
    expect(text).toContain('["Theme b","2 of 4","12"]');
    expect(text).toContain('As on 1 November 2026: raised in 2 of 2 sessions, 12 points.');
    const [, one] = releases(
      { ids: ['w'], points: [...many('w', 1), ...many('w', 9, {}, 'b')] },
      { ids: ['w', 'x'], points: [...many('w', 1), ...many('w', 9, {}, 'b'), ...many('x', 2)] },
    );
    expect(await printed(one)).toContain('raised in the one session, 1 point.');
  });

  test('RT5 sessions of which nothing was put under a theme are counted, and that is said', async () => {
    const points = [
      ...many('w', 12),
      ...Array.from({ length: 9 }, (_, i) => said(`y${i}`, [], { session: 'y' })),
    ];
    const [report] = releases({ ids: ['w', 'y'], points });
    expect(report).toMatchObject({ of: 2, coded: 1 });
    expect(await printed(report)).toContain(
      'In 1 of these 2, something was put under a theme. “Raised in” counts both.',
    );
    const [all] = releases({ ids: ['w'], points });
    expect(await printed(all)).not.toContain('was put under a theme');
  });
});
