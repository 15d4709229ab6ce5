import { describe, expect, test } from '@jest/globals';
import { planRelease } from '../../../core/release/plan.ts';
import { unitsFor } from '../../../core/release/units.ts';
import { byGroup, bySession, codes, inputOf, n, parts, peopleOf, release } from './room.ts';

describe('F10 one release', () => {
  test('F10 A=12, B=9, C=4 with a floor of ten: A 12, "B and C combined" 13', () => {
    const people = peopleOf([
      ['x', 'a', 12],
      ['x', 'b', 9],
      ['x', 'c', 4],
    ]);
    const { plan } = release(people, { floor: 10, units: byGroup('a', 'b', 'c') });
    expect([n(plan), parts(plan)]).toEqual([
      25,
      [
        ['A', 12],
        ['B and C', 13],
      ],
    ]);
    expect(plan.notes).toEqual([
      {
        code: 'merged',
        statement: 's',
        round: 1,
        slots: { names: ['B', 'C'], others: 0, why: 'under-floor' },
      },
    ]);
  });

  test('F10 where merging cannot do it only the whole is told, and under the floor nothing', () => {
    const two = release(
      peopleOf([
        ['x', 'a', 9],
        ['x', 'b', 2],
      ]),
      { units: byGroup('a', 'b') },
    ).plan;
    expect([n(two), parts(two), codes(two)]).toEqual([11, [], ['split-withheld']]);
    const few = release(peopleOf([['x', 'a', 4]]), { units: byGroup('a') }).plan;
    expect([few.boards[0]?.whole, few.boards[0]?.withheld]).toEqual([null, 'under-floor']);
    expect(few.entry.boards).toEqual([]);
  });

  test('F10 hidden breakdowns: only the whole, and it is said', () => {
    const people = peopleOf([
      ['x', 'a', 12],
      ['x', 'b', 12],
    ]);
    const { plan } = release(people, { breakdowns: 'hidden', units: byGroup('a', 'b') });
    expect([n(plan), parts(plan), codes(plan)]).toEqual([24, [], ['breakdowns-hidden']]);
  });

  test('F10 too few without a group are joined to the least part, and not worked out from the rest', () => {
    const people = peopleOf([
      ['x', 'a', 12],
      ['x', 'b', 9],
      ['x', '', 2],
    ]);
    const { plan } = release(people, { units: byGroup('a', 'b') });
    expect(parts(plan)).toEqual([
      ['A', 12],
      ['B and others', 11],
    ]);
  });

  test('F10 a named choice may stand alone when the others are enough', () => {
    const people = peopleOf([
      ['x', 'a', 6],
      ['x', 'b', 3],
      ['x', 'c', 7],
    ]);
    const units = [{ name: 'Families', groups: ['a', 'b'], sessions: [] }];
    expect(parts(release(people, { units }).plan)).toEqual([['Families', 9]]);
  });

  test('F10 a few people in two groups are not worked out', () => {
    const people = peopleOf([
      ['x', 'a', 8],
      ['x', 'b', 8],
      ['x', 'a+b', 2],
      ['x', 'c', 7],
    ]);
    expect(parts(release(people, { units: byGroup('a', 'b', 'c') }).plan)).toEqual([
      ['A and B', 18],
      ['C', 7],
    ]);
  });

  test('F10 the base counts coded answers, and those who declined are not worked out either', () => {
    const people = [
      ...peopleOf([['x', 'a', 9]]),
      ...peopleOf([['x', 'b', 3]], ['n']),
      ...peopleOf([['x', 'c', 8]]),
    ];
    expect(parts(release(people, { units: byGroup('a', 'b', 'c') }).plan)).toEqual([
      ['A', 9],
      ['B and C', 8],
    ]);
  });

  test('F10 splits by group and by session are safe together, or the second is not shown', () => {
    const apart = peopleOf([
      ['x', 'a', 8],
      ['y', 'b', 8],
    ]);
    const both = [...byGroup('a', 'b'), ...bySession('x', 'y')];
    expect(parts(release(apart, { units: both }).plan)).toHaveLength(4);
    const crossed = peopleOf([
      ['x', 'a', 8],
      ['x', 'b', 2],
      ['y', 'a', 2],
      ['y', 'b', 8],
    ]);
    const { plan } = release(crossed, { units: both });
    expect(parts(plan)).toEqual([
      ['A', 10],
      ['B', 10],
    ]);
    expect(plan.notes.map((note) => note.slots)).toEqual([
      { names: ['session x', 'session y'], why: 'under-floor' },
    ]);
  });

  test('F10 the merge of the largest statement is where the others begin', () => {
    const one = inputOf(
      peopleOf([
        ['x', 'a', 30],
        ['x', 'b', 9],
        ['x', 'c', 4],
      ]),
    );
    const other = inputOf(
      peopleOf([
        ['x', 'a', 9],
        ['x', 'b', 9],
        ['x', 'c', 9],
      ]),
    );
    const second = other.tallies.map((row) => ({ ...row, statement: 't' }));
    const plan = planRelease({
      ...one,
      statements: ['t', 's'],
      boards: [...one.boards, ...one.boards.map((b) => ({ ...b, statement: 't' }))],
      tallies: [...one.tallies, ...second],
      units: byGroup('a', 'b', 'c'),
    });
    expect(plan.boards.map((b) => b.parts.map((p) => p.names.join()))).toEqual([
      ['A', 'B,C'],
      ['A', 'B,C'],
    ]);
    expect(plan.notes.filter((note) => note.code === 'merged')).toMatchObject([{ statement: null }]);
  });

  test('F4 different scales are never one figure, versions of a wording only where that is asked for', () => {
    const people = peopleOf([
      ['x', 'a', 6],
      ['y', 'a', 7],
    ]);
    const input = inputOf(people);
    const [x, y] = input.boards;
    if (x === undefined || y === undefined) throw new Error('two boards');
    const wholes = (boards: typeof input.boards, poolVersions: boolean) =>
      planRelease({ ...input, boards, poolVersions }).boards.map((b) => [b.versions, b.whole?.figure.n]);
    expect(wholes([x, { ...y, version: 2 }], true)).toEqual([[[1, 2], 13]]);
    expect(wholes([x, { ...y, version: 2 }], false)).toEqual([
      [[1], 6],
      [[2], 7],
    ]);
    const four = { kind: 'agreement-4' as const, declines: [] };
    expect(wholes([x, { ...y, scale: four }], true)).toEqual([
      [[1], 6],
      [[1], 6],
    ]);
  });

  test('F10 how many did not answer is told for the whole, in figures of the same function', () => {
    const people = [...peopleOf([['x', 'a', 8]]), ...peopleOf([['x', 'b', 2]], [])];
    expect(release(people).plan.boards[0]?.whole?.figure).toMatchObject({
      n: 8,
      notAnswered: 2,
      percent: null,
    });
  });

  test('F10 a part in which all gave one answer, or nobody agreed, waits for a yes', () => {
    const people = [
      ...peopleOf([['x', 'a', 6]], [5]),
      ...peopleOf([['x', 'b', 6]], [1, 2, 3]),
      ...peopleOf([['x', 'c', 6]]),
    ];
    const { flags } = release(people, { units: byGroup('a', 'b', 'c') }).plan;
    expect(flags.map(({ names, kind }) => [names, kind])).toEqual([
      [['A'], 'one-answer'],
      [['B'], 'none-agree'],
    ]);
    expect(new Set(flags.map((f) => f.key)).size).toBe(2);
  });

  test('F10 what may be asked for: each group, each session, choices by name, nothing', () => {
    const own = [{ name: 'Both', groups: ['a', 'b'], sessions: [] }];
    const ask = (what: Parameters<typeof unitsFor>[0]) =>
      unitsFor(what, [{ id: 'a', name: 'A' }], [{ id: 'x', name: 'First' }], own);
    expect((['groups', 'sessions', 'units', 'none'] as const).map(ask)).toEqual([
      [{ name: 'A', groups: ['a'], sessions: [] }],
      [{ name: 'First', groups: [], sessions: ['x'] }],
      own,
      [],
    ]);
  });
});
