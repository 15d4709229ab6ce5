/** A part in which everyone declined has no figure of its own, and what it was parted from is whole again. */
import { expect, test } from '@jest/globals';
import type { Answer } from '../../../core/scale.ts';
import { parts, peopleOf, release, byGroup, type Person } from './room.ts';

const people = (groups: Record<string, { coded: number; declined: number }>): Person[] =>
  Object.entries(groups).flatMap(([membership, { coded, declined }]) =>
    (
      [
        [4, coded],
        ['n', declined],
      ] as const satisfies (readonly [Answer, number])[]
    ).flatMap(([answer, n]) => peopleOf([['x', membership, n]], [answer])),
  );

test('F10 parts are held against earlier releases once more when one of them turned out to have no figure', () => {
  // Of those in group a eight more declined, of those in no group six fewer; both moved enough by themselves.
  const before = people({
    a: { coded: 0, declined: 6 },
    '': { coded: 10, declined: 14 },
    p: { coded: 10, declined: 0 },
  });
  const after = people({
    a: { coded: 0, declined: 14 },
    '': { coded: 10, declined: 8 },
    p: { coded: 10, declined: 5 },
  });
  const first = release(before);
  const second = release(after, {}, first.register);
  const { plan } = release(after, { units: byGroup('a', 'p') }, second.register);
  // Without a figure of group a the two are one remainder beside p, and only two of it moved.
  expect(parts(plan)).toEqual([]);
  expect(plan.refusals).toEqual([]);
  // Where as many moved in that remainder as the floor asks, the part is shown.
  const more = people({
    a: { coded: 0, declined: 14 },
    '': { coded: 10, declined: 14 },
    p: { coded: 10, declined: 5 },
  });
  const other = release(more, {}, first.register);
  expect(parts(release(more, { units: byGroup('a', 'p') }, other.register).plan)).toEqual([['P', 10]]);
});
