import { describe, expect, test } from '@jest/globals';
import { pairedRows, type LinkedPerson } from '../../../core/release/paired.ts';
import { planRelease } from '../../../core/release/plan.ts';
import type { ReleaseEntry, ReleaseInput, ReleasePlan, ReleaseUnit } from '../../../core/release/types.ts';
import type { Answer } from '../../../core/scale.ts';
import { DEFAULT_SCALE, scaleKey } from '../../../core/scale.ts';
import { byGroup } from './room.ts';

interface Guest {
  session: string;
  group: string;
  before: Answer | null;
  after: Answer | null;
  linked: boolean;
}

/** So many people of a session who answer in turn, and move as they are told. */
function guests(
  session: string,
  n: number,
  after: (before: number, i: number) => Answer | null = (b) => b,
  more: Partial<Guest> = {},
): Guest[] {
  return Array.from({ length: n }, (_, i) => {
    const before = [2, 4, 4, 5, 1][i % 5] ?? 3;
    return { session, group: 'a', before, after: after(before, i), linked: true, ...more };
  });
}

const moved = (n: number) => (before: number, i: number) => (i < n ? (before === 5 ? 3 : 5) : before);

function plan(
  people: readonly Guest[],
  earlier: readonly ReleaseEntry[] = [],
  units: readonly ReleaseUnit[] = [],
  sessions: string[] = [],
): ReleasePlan {
  const statement = 's';
  const all = [...new Set(people.map((p) => p.session))];
  const placed = (p: Guest, round: 1 | 2) => (round === 1 ? p.before : p.after);
  const boards = ([1, 2] as const).flatMap((round) =>
    all
      .filter((s) => people.some((p) => p.session === s && placed(p, round) !== null))
      .map((session) => ({ session, statement, round, version: 1, scale: DEFAULT_SCALE })),
  );
  const tallies = ([1, 2] as const).flatMap((round) =>
    people.flatMap((p) => {
      const answer = placed(p, round);
      const where = { session: p.session, membership: p.group, statement, round, version: 1 };
      return answer === null ? [] : [{ ...where, answer, n: 1 }];
    }),
  );
  const chosen = people.filter((p) => sessions.length === 0 || sessions.includes(p.session));
  const scale = scaleKey(DEFAULT_SCALE);
  const linked = chosen.flatMap(({ session, group, before, after, linked: on }): LinkedPerson[] => {
    const side = (answer: Answer | null) => (answer === null ? null : { membership: group, answer });
    return on ? [{ session, statement, scale, before: side(before), after: side(after) }] : [];
  });
  const input: ReleaseInput = {
    date: '2026-11-01',
    floor: 5,
    breakdowns: 'shown',
    statements: [statement],
    allSessions: all,
    sessions,
    units,
    boards,
    poolVersions: true,
    tallies,
    eligible: [],
    paired: pairedRows(linked),
    earlier,
  };
  return planRelease(input);
}

const told = (p: ReleasePlan) => p.moved.map((m) => m.sessions);
const codes = (p: ReleasePlan) => p.notes.map((note) => note.code);
const entered = (p: ReleasePlan, number: number): ReleaseEntry => ({ ...p.entry, number });

describe('F10 who moved between two rounds', () => {
  test('F10 it is told of everyone, and kept for later releases', () => {
    const p = plan(guests('x', 12, moved(6)));
    expect([told(p), codes(p)]).toEqual([[['x']], []]);
    expect(p.entry.moved).toMatchObject([{ statement: 's', round: 2, atoms: [{ cells: [1, 6, 5, 0, 0] }] }]);
  });

  test('F10 one who left before the second round is not worked out: both figures, and not who moved', () => {
    const p = plan(guests('x', 12, (before, i) => (i === 11 ? null : before)));
    expect(p.boards.map((b) => b.whole?.figure.n)).toEqual([12, 11]);
    expect([told(p), codes(p), p.entry.moved]).toEqual([[], ['moved-withheld'], undefined]);
  });

  test('F10 nor one who came late, who declined the second time, or a card that is not linked', () => {
    const all = guests('x', 12);
    const one = guests('x', 1);
    const late = one.map((p) => ({ ...p, before: null }));
    const declined = one.map((p): Guest => ({ ...p, after: 'n' }));
    const card = one.map((p) => ({ ...p, linked: false }));
    for (const more of [late, declined, card])
      expect(codes(plan([...all, ...more]))).toContain('moved-withheld');
    expect(told(plan([...all, ...guests('x', 5, undefined, { linked: false })]))).toEqual([['x']]);
  });

  test('F10 one who left and one who came do not hide each other', () => {
    const swap = [
      ...guests('x', 12, (b, i) => (i === 0 ? null : b)),
      ...guests('x', 1, undefined, { before: null }),
    ];
    expect(codes(plan(swap))).toEqual(['moved-withheld']);
  });

  test('F10 a small session that was held in the first round only takes who moved with it', () => {
    const p = plan([...guests('x', 12), ...guests('y', 2, () => null)]);
    expect([p.boards.map((b) => b.whole?.figure.n), codes(p)]).toEqual([[14, 12], ['moved-withheld']]);
    const large = plan([...guests('x', 12), ...guests('y', 6, () => null)]);
    expect([told(large), codes(large)]).toEqual([[['x']], []]);
  });

  test('F10 in each part too: one of a group who left, and five of another who came', () => {
    const people = [
      ...guests('x', 12, (b, i) => (i < 3 ? null : b)),
      ...guests('x', 12, (b, i) => (i < 3 ? null : b), { group: 'b' }),
    ];
    expect(codes(plan(people, [], byGroup('a', 'b')))).toEqual(['moved-withheld']);
    expect(told(plan(people))).toEqual([['x']]);
  });

  test('F10 of a session that is held back nothing is in it, also not by a second release', () => {
    const before = guests('x', 12, moved(6));
    const first = plan(before);
    const second = plan([...before, ...guests('y', 1, () => 5)], [entered(first, 1)]);
    expect(codes(second)).toEqual(['held-back', 'held-back']);
    expect([told(second), second.entry.moved]).toEqual([[['x']], first.entry.moved]);
  });

  test('F10 beside an earlier release: not while too few have changed, nor while figures are printed again', () => {
    const before = guests('x', 12, moved(6));
    const first = entered(plan(before), 1);
    // The totals of both rounds stay as they were: two answers were linked otherwise.
    const [a, b] = [before[6], before[9]];
    if (a === undefined || b === undefined) throw new Error('twelve people');
    const swapped = before.map((p) =>
      p === a ? { ...a, after: b.after } : p === b ? { ...b, after: a.after } : p,
    );
    expect(codes(plan(swapped, [first]))).toEqual(['moved-withheld']);
    expect(codes(plan(before.slice(1), [first]))).toEqual(['reprinted', 'reprinted', 'moved-withheld']);
    const grown = [...before, ...guests('y', 30, (x, i) => [x, 5, 1][i % 3] ?? x)];
    const second = plan(grown, [first]);
    expect([told(second), codes(second)]).toEqual([[['x', 'y']], []]);
  });

  test('F10 where nobody is linked nothing is said of it', () => {
    const p = plan(guests('x', 12, undefined, { linked: false }));
    expect([told(p), codes(p)]).toEqual([[], []]);
  });
});
