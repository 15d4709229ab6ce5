import { describe, expect, test } from '@jest/globals';
import { flagsOf, notesOf } from '../../../core/release/words.ts';
import { byGroup, peopleOf, release } from './room.ts';

const names = {
  consultation: { statements: [], rounds: 1 as const, breakdowns: 'shown' as const },
  sessions: [],
  floor: 5,
};
const words = (plan: Parameters<typeof flagsOf>[0]): string[] => flagsOf(plan, names).map((f) => f.words);

describe('F10 unanimity by subtraction', () => {
  test('F10 the remainder beside the only part that is shown', () => {
    const people = [...peopleOf([['x', 'a', 10]], [4, 2]), ...peopleOf([['x', 'b', 6]], [5])];
    const { plan } = release(people, { units: byGroup('a') });
    expect(plan.flags.map(({ kind, rest }) => [kind, rest])).toEqual([
      ['one-answer', { is: 'between', parts: [], not: ['A'], releases: [] }],
    ]);
    expect(words(plan)).toEqual([
      'Those who are in the figure of everyone and not in “A” all gave the same answer. Subtracting figures tells what each of them answered.',
    ]);
  });

  test('F10 a part that has another part in it', () => {
    const people = [
      ...peopleOf([['x', 'a', 10]], [4, 2]),
      ...peopleOf([['x', 'b', 5]], [1]),
      ...peopleOf([['x', 'c', 8]], [4, 2]),
    ];
    const both = { name: 'A and B', groups: ['a', 'b'], sessions: [] };
    const { plan } = release(people, { units: [...byGroup('a'), both] });
    expect(words(plan)).toEqual([
      expect.stringContaining('Those who are in “A and B” and not in “A” all gave'),
    ]);
  });

  test('F10 a session that is new since a release', () => {
    const before = peopleOf([['x', 'a', 10]], [4, 2]);
    const first = release(before);
    const { plan } = release([...before, ...peopleOf([['y', 'a', 5]], [5])], {}, first.register);
    expect(words(plan)).toEqual([
      expect.stringContaining('in the figure of everyone and not in release 1 all gave the same answer'),
    ]);
  });

  test('F10 a session that is in an earlier release only', () => {
    const people = [...peopleOf([['x', 'a', 10]], [4, 2]), ...peopleOf([['y', 'a', 6]], [1, 2])];
    const first = release(people);
    expect(first.plan.flags).toEqual([]);
    const { plan } = release(people, { sessions: ['x'] }, first.register);
    expect(words(plan)).toEqual([expect.stringContaining('in release 1 and not in this one did not agree')]);
  });

  test('F10 those who came to the same session, and those who went', () => {
    const before = peopleOf([['x', 'a', 12]], [4, 2]);
    const first = release(before);
    const late = [...before, ...peopleOf([['x', 'a', 5]], [5])];
    expect(words(release(late, {}, first.register).plan)).toEqual([
      expect.stringContaining('came to the figure of everyone after release 1 all gave'),
    ]);
    const left = before.filter((p, i) => i >= 10 || p.answer !== 4);
    expect(words(release(left, {}, first.register).plan)).toEqual([
      expect.stringContaining('went from the figure of everyone after release 1 all gave'),
    ]);
  });

  test('F10 what its own figure says, and what nobody can tell apart, is not said twice', () => {
    const people = [...peopleOf([['x', 'a', 6]], [5]), ...peopleOf([['x', 'b', 6]], [4, 2])];
    expect(release(people).plan.flags).toEqual([]);
    expect(release(people, { units: byGroup('a', 'b') }).plan.flags).toHaveLength(1);
    const all = peopleOf([['x', 'a', 12]], [5]);
    expect(release(all, { units: byGroup('a', 'b') }).plan.flags).toHaveLength(1);
  });
});

test('F10 where nobody is told apart a session that is held back is not named', () => {
  const before = peopleOf([['x', 'a', 12]]);
  const first = release(before);
  const { plan } = release([...before, ...peopleOf([['Wing C', 'a', 2]])], {}, first.register);
  const told = (breakdowns: 'shown' | 'hidden') =>
    notesOf(plan, { ...names, consultation: { ...names.consultation, breakdowns } }).map((n) => n.words);
  expect(told('shown')).toEqual([expect.stringContaining('Wing C')]);
  expect(told('hidden')).toEqual([
    'Some sessions are left out until more people have answered, since fewer than 5 are new.',
  ]);
});
