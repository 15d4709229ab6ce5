import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linesOf } from '../../../core/analysis/lines.ts';
import { figureOfPart, partsOf, rowsOf } from '../../../core/analysis/parts.ts';
import { notReached } from '../../../core/analysis/reached.ts';
import { answeredIn, sharing } from '../../../core/analysis/sharing.ts';
import { putUnit, removeUnit, unitFault } from '../../../core/analysis/units.ts';
import { newReport } from '../../../core/report/document.ts';
import { counts, page, statement } from './made.ts';

type Choice = { groups: string[]; sessions: string[] };
const everyone = { groups: [], sessions: [] };
const first = statement(1, {
  counts: [
    ...counts(0, 1, { 0: [0, 1, 0, 2, 0], 1: [3, 0, 0, 0, 0], 2: [0, 0, 0, 0, 1] }),
    ...counts(1, 1, { 3: [0, 0, 1, 0, 4] }),
    [1, 1, 3, 'n', 2],
  ],
  eligible: [
    [0, 1, 0, 4],
    [0, 1, 1, 3],
    [0, 1, 2, 1],
    [1, 1, 3, 8],
  ],
});
const second = statement(2, { counts: counts(0, 1, { 0: [1, 0, 0, 0, 0] }), eligible: [[0, 1, 0, 1]] });
const here = page(first, second);
const of = (part: { groups: string[]; sessions: string[] }, counted: string[] = []) =>
  figureOfPart(rowsOf(here, first), first, 1, part, counted);

describe('parts', () => {
  test('F1 F3 the figure of everyone has declined and not answered apart', () => {
    expect(of(everyone)).toMatchObject({
      counts: [3, 1, 1, 2, 5],
      n: 12,
      declined: { n: 2, x: 0 },
      notAnswered: 2,
    });
  });

  test('F4 someone in two groups is counted once when the groups are put together', () => {
    expect(of({ groups: ['a'], sessions: [] }).counts).toEqual([0, 1, 0, 2, 1]);
    expect(of({ groups: ['b'], sessions: [] }).counts).toEqual([3, 0, 0, 0, 1]);
    expect(of({ groups: ['a', 'b'], sessions: [] }).counts).toEqual([3, 1, 0, 2, 1]);
  });

  test('F4 a unit of groups and sessions is their meeting, and nobody where none of its sessions is counted', () => {
    expect(of({ groups: ['a', 'c'], sessions: ['two'] }).n).toBe(5);
    expect(of({ groups: [], sessions: ['two'] }, ['one'])).toMatchObject({ n: 0, notAnswered: 0 });
    expect(of({ groups: [], sessions: ['one', 'two'] }, ['one']).n).toBe(7);
  });

  test('F4 the sessions add up to everyone, for any counts', () => {
    const row = fc.tuple(
      fc.nat(1),
      fc.constant(1 as const),
      fc.nat(3),
      fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom('n' as const, 'x' as const)),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const one = statement(1, { counts: rows });
        const figure = (sessions: string[]) =>
          figureOfPart(rowsOf(page(one), one), one, 1, { groups: [], sessions }, []);
        const all = figure([]);
        const sums = all.counts.map(
          (_, i) => (figure(['one']).counts[i] ?? 0) + (figure(['two']).counts[i] ?? 0),
        );
        expect(sums).toEqual(all.counts);
      }),
    );
  });

  test('F2 a percentage only from twenty people on', () => {
    expect(of(everyone).percent).toBeNull();
    const many = statement(1, { counts: counts(0, 1, { 0: [5, 5, 0, 5, 5] }) });
    expect(figureOfPart(rowsOf(page(many), many), many, 1, everyone, []).percent).toEqual([
      25, 25, 0, 25, 25,
    ]);
  });

  test('F4 parts in which the same person answered are known to share people', () => {
    const rows = rowsOf(here, first);
    const of2 = (a: Choice, b: Choice, counted: string[] = []) =>
      sharing(answeredIn(rows, 1, counted), [a, b]);
    const groups = (...ids: string[]): Choice => ({ groups: ids, sessions: [] });
    expect(of2(groups('a'), groups('b'))).toEqual([[0, 1]]);
    expect(of2(groups('a'), groups('c'))).toEqual([]);
    expect(of2(groups('a'), groups('b'), ['two'])).toEqual([]);
    expect(of2({ groups: ['a'], sessions: ['one'] }, { groups: ['b'], sessions: ['two'] })).toEqual([]);
    expect(sharing(answeredIn(rows, 2, []), [groups('a'), groups('b')])).toEqual([]);
    expect(sharing(answeredIn(rows, 1, []), [groups('c'), groups('a'), groups('b', 'c')])).toEqual([
      [1, 2],
      [0, 2],
    ]);
  });

  test('F4 nobody shares by having declined', () => {
    const declined = statement(1, { counts: [[0, 1, 2, 'n', 3]] });
    const parts = [
      { groups: ['a'], sessions: [] },
      { groups: ['b'], sessions: [] },
    ];
    expect(sharing(answeredIn(rowsOf(here, declined), 1, []), parts)).toEqual([]);
  });

  test('F3 people whose session did not get to a statement are not reached, and not counted as not answered', () => {
    expect(notReached(here, second, 1, everyone, [])).toBe(8);
    expect(notReached(here, second, 1, { groups: ['c'], sessions: [] }, [])).toBe(8);
    expect(notReached(here, second, 1, { groups: ['a'], sessions: [] }, [])).toBe(0);
    expect(notReached(here, second, 1, everyone, ['one'])).toBe(0);
    expect(notReached(here, first, 1, everyone, [])).toBe(0);
    expect(notReached(here, { ...second, apart: 1 }, 1, everyone, [])).toBeNull();
  });

  test('F1 the columns keep their order; a second round that was not held shows the first', () => {
    const units = [{ id: 'u', name: 'A and C', groups: ['a', 'c'], sessions: [] }];
    const parts = partsOf(here, units, 'groups', [], ['b', 'c'], 'Everyone');
    expect(parts.map((p) => p.label)).toEqual(['Everyone', 'Group b', 'Group c', 'A and C']);
    expect(partsOf(here, [], 'sessions', ['two'], [], 'Everyone').map((p) => p.label)).toEqual([
      'Everyone',
      'Session two',
    ]);
    const [line] = linesOf(here, parts, [], 2);
    expect([line?.round, line?.figures.map(({ figure }) => figure.n)]).toEqual([1, [12, 4, 5, 9]]);
  });
});

describe('units', () => {
  const unit = { id: 'u', name: 'Groups 2 and 3', groups: ['b', 'c'], sessions: [] };
  const other = { ...unit, id: 'v', name: 'Other' };

  test('F4 one is added, renamed in its place, removed, and brought back where it stood', () => {
    const empty = newReport(10, 'shown');
    const two = putUnit(other)(putUnit(unit)(empty));
    expect(two.units.map((u) => u.id)).toEqual(['u', 'v']);
    const renamed = putUnit({ ...unit, name: 'New' })(two);
    expect(renamed.units.map((u) => u.name)).toEqual(['New', 'Other']);
    const without = removeUnit('u')(renamed);
    expect(without.units).toEqual([other]);
    expect(putUnit(unit, 0)(without).units.map((u) => u.id)).toEqual(['u', 'v']);
    expect({ ...two, units: [] }).toEqual(empty);
  });

  test('P5 one without a name, with another’s name, or of nothing is told', () => {
    expect(unitFault({ ...unit, name: ' ' }, [])).toBe('name');
    expect(unitFault({ ...unit, name: 'Other ' }, [other])).toBe('same');
    expect(unitFault({ ...unit, groups: [] }, [other])).toBe('empty');
    expect(unitFault(unit, [unit, other])).toBeNull();
  });
});
