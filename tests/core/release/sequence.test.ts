import { describe, expect, test } from '@jest/globals';
import { byGroup, bySession, codes, n, parts, peopleOf, release } from './room.ts';

const room = (session: string, ...sizes: [string, number][]) =>
  sizes.map(([membership, size]) => [session, membership, size] as const);
const people = (...rooms: (readonly [string, string, number])[][]) =>
  peopleOf(rooms.flat()).map((p, id) => ({ ...p, id }));

describe('F10 a release after another', () => {
  test('F10 a new session that is too small is held back, and comes with the next that makes it enough', () => {
    const first = release(people(room('x', ['a', 12])), {});
    const more = people(room('x', ['a', 12]), room('y', ['a', 3]));
    const second = release(more, {}, first.register);
    expect([n(second.plan), codes(second.plan)]).toEqual([12, ['held-back']]);
    expect(second.plan.notes[0]?.slots).toEqual({ sessions: ['y'] });
    const third = release([...more, ...people(room('z', ['a', 2]))], {}, second.register);
    expect([n(third.plan), codes(third.plan)]).toEqual([17, []]);
  });

  test('F10 what could be subtracted is refused, and it is said which session and what to choose instead', () => {
    const all = people(room('x', ['a', 12]), room('y', ['a', 3]));
    const first = release(all);
    const { plan } = release(all, { sessions: ['x'] }, first.register);
    expect(plan.refusals).toEqual([
      { statement: 's', round: 1, releases: [1], sessions: ['y'], instead: { add: ['y'], remove: [] } },
    ]);
    expect([plan.boards[0]?.whole, plan.entry.boards]).toEqual([null, []]);
    expect(release(all, { sessions: ['x', 'y'] }, first.register).plan.refusals).toEqual([]);
  });

  test('F10 another way of parting the same people is merged or left out', () => {
    const all = people(room('x', ['a', 8], ['b', 8], ['c', 3]));
    const first = release(all, { units: [{ name: 'A and C', groups: ['a', 'c'], sessions: [] }] });
    expect(parts(first.plan)).toEqual([['A and C', 11]]);
    const again = release(all, { units: byGroup('a', 'b') }, first.register).plan;
    expect(parts(again)).toEqual([
      ['A and others', 11],
      ['B', 8],
    ]);
    const c = [{ name: 'B and C', groups: ['b', 'c'], sessions: [] }];
    const other = release(all, { units: c }, first.register).plan;
    expect([parts(other), other.notes.map((note) => note.slots)]).toEqual([[], []]);
  });

  test('F10 a group too small to come new is merged with another, and an earlier release is named as why', () => {
    const before = people(room('x', ['a', 10], ['b', 10], ['c', 10]));
    const first = release(before, { units: byGroup('a', 'b', 'c') });
    const after = [...before, ...people(room('y', ['a', 3], ['b', 4], ['c', 6]))];
    const { plan } = release(after, { units: byGroup('a', 'b', 'c') }, first.register);
    expect(parts(plan)).toEqual([
      ['A and B', 27],
      ['C', 16],
    ]);
    expect(plan.notes.map((note) => note.slots)).toEqual([{ names: ['A', 'B'], others: 0, why: 'earlier' }]);
  });

  test('F10 after a withdrawal the earlier counts are printed again until the difference is the floor', () => {
    const before = people(room('x', ['a', 12]), room('y', ['a', 9]));
    const first = release(before, { units: bySession('x', 'y') });
    const one = release(before.slice(1), { units: bySession('x', 'y') }, first.register);
    expect([n(one.plan), parts(one.plan)]).toEqual([
      21,
      [
        ['session x', 12],
        ['session y', 9],
      ],
    ]);
    expect(one.plan.boards[0]?.whole?.reprinted).toEqual([{ release: 1, date: '2026-11-01' }]);
    expect(one.plan.boards[0]?.parts.map((p) => p.reprinted.length)).toEqual([1, 0]);
    expect(one.plan.notes).toMatchObject([
      { code: 'reprinted', slots: { release: 1, date: '2026-11-01', sessions: ['x'] } },
    ]);
    const five = release(before.slice(5), { units: bySession('x', 'y') }, one.register);
    expect([n(five.plan), codes(five.plan)]).toEqual([16, []]);
    // Held against every earlier one: two more than in the second of three.
    const six = release(before.slice(6), {}, five.register);
    expect([n(six.plan), six.plan.boards[0]?.whole?.reprinted]).toEqual([
      16,
      [{ release: 3, date: '2026-11-03' }],
    ]);
  });

  test('F10 what returns to an older state is held against that one as well', () => {
    const all = people(room('x', ['a', 20]));
    const first = release(all);
    const second = release(all.slice(6), {}, first.register);
    expect(n(second.plan)).toBe(14);
    const third = release(all.slice(1), {}, second.register);
    expect([n(third.plan), codes(third.plan)]).toEqual([14, ['reprinted']]);
  });

  test('F10 one who left is not covered by five who came, nor a corrected answer by those who stayed', () => {
    const first = release(people(room('x', ['a', 12])));
    const swapped = people(room('x', ['a', 17])).filter((p) => p.id !== 0);
    expect(
      codes(
        release(
          swapped.map((p) => (p.id > 11 ? { ...p, answer: 5 } : p)),
          {},
          first.register,
        ).plan,
      ),
    ).toEqual(['reprinted']);
    const corrected = people(room('x', ['a', 12])).map((p) => (p.id === 0 ? { ...p, answer: 3 } : p));
    expect(codes(release(corrected, {}, first.register).plan)).toEqual(['reprinted']);
  });

  test('F10 a session that was removed stays in the whole while its people are too few to be missed', () => {
    const small = release(people(room('x', ['a', 12]), room('y', ['a', 3])));
    const left = people(room('x', ['a', 12]));
    expect(n(release(left, {}, small.register).plan)).toBe(15);
    const large = release(people(room('x', ['a', 12]), room('y', ['a', 6])));
    expect(n(release(left, {}, large.register).plan)).toBe(12);
  });

  test('F10 what too few are left of is withheld, also where enough went to be no secret', () => {
    const before = people(room('x', ['a', 12]));
    const { plan } = release(before.slice(8), {}, release(before).register);
    expect([plan.boards[0]?.whole, plan.boards[0]?.withheld, plan.refusals]).toEqual([
      null,
      'under-floor',
      [],
    ]);
  });

  test('F10 who is replaced by another with the same answer changes nothing, and the counts that were used stay', () => {
    const before = people(room('x', ['a', 8], ['b', 8]));
    const first = release(before);
    const swapped = before.map((p) => (p.id === 0 ? { ...p, membership: 'b' } : p));
    const second = release(swapped, {}, first.register);
    expect(codes(second.plan)).toEqual([]);
    const third = release(swapped, { units: byGroup('a', 'b') }, second.register);
    expect([parts(third.plan), codes(third.plan)]).toEqual([
      [
        ['A', 8],
        ['B', 8],
      ],
      ['reprinted'],
    ]);
  });

  test('F10 a late card with a membership nobody had stands in the earlier figure with nobody', () => {
    const first = release(people(room('x', ['a', 12])));
    const late = [...people(room('x', ['a', 12])), ...peopleOf([['x', 'b', 1]])];
    const { plan } = release(late, {}, first.register);
    expect([n(plan), codes(plan)]).toEqual([12, ['reprinted']]);
  });

  test('F10 a higher floor later: what is out is out, and nothing new stands on fewer', () => {
    const all = people(room('x', ['a', 7], ['b', 20]));
    const first = release(all, { units: byGroup('a', 'b') });
    const { plan } = release(all, { floor: 10, units: byGroup('a', 'b') }, first.register);
    expect([n(plan), parts(plan), plan.refusals]).toEqual([27, [], []]);
  });

  test('F10 how many did not answer is kept back where only that would tell on too few', () => {
    const there = [...people(room('x', ['a', 12])), ...peopleOf([['y', 'a', 2]], [])];
    const first = release(there, { sessions: ['x'] }, [], ['x', 'y']);
    expect(first.plan.boards[0]?.whole?.figure.notAnswered).toBe(0);
    const { plan } = release(there, {}, first.register);
    expect([n(plan), plan.boards[0]?.whole?.figure.notAnswered, codes(plan)]).toEqual([
      12,
      null,
      ['not-answered-withheld'],
    ]);
  });
});
