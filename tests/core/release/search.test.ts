/** A search for figures under the floor, with an attacker who has every release. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../../core/scale.ts';
import type { ReleaseEntry, ReleasePlan, ReleaseUnit } from '../../../core/release/types.ts';
import { bounds, type Published, type Response, singledOut } from './attacker.ts';
import { byGroup, bySession, type Choice, type Person, parts, peopleIn, peopleOf, release } from './room.ts';

const SESSIONS = ['w', 'x', 'y', 'z'];
const MEMBERSHIPS = ['', 'a', 'b', 'c', 'a+b', 'b+c'];
const cellOf = (answer: Answer): number => (answer === 'n' ? 5 : answer === 'x' ? 6 : answer - 1);

const answer = fc.constantFrom<Answer>(1, 2, 3, 4, 5, 4, 5, 'n', 'x');
const atom = fc.record({
  session: fc.constantFrom(...SESSIONS),
  membership: fc.constantFrom(...MEMBERSHIPS, 'a', 'b', 'c'),
  answers: fc.array(fc.oneof({ weight: 9, arbitrary: answer }, fc.constant(null)), {
    minLength: 1,
    maxLength: 14,
  }),
});
const list = (from: string[]) => fc.subarray(from, { minLength: 1 });
const own: fc.Arbitrary<ReleaseUnit[]> = fc.array(
  fc.record({
    name: fc.string({ maxLength: 3 }),
    groups: list(['a', 'b', 'c']),
    sessions: fc.oneof(fc.constant<string[]>([]), list(SESSIONS)),
  }),
  { maxLength: 3 },
);
const choice: fc.Arbitrary<Choice> = fc.record({
  floor: fc.constantFrom(5, 5, 8, 10),
  sessions: fc.oneof(fc.constant<string[]>([]), list(SESSIONS)),
  units: fc.oneof(
    fc.constantFrom(
      byGroup('a', 'b', 'c'),
      bySession(...SESSIONS),
      [...byGroup('a', 'b', 'c'), ...bySession(...SESSIONS)],
      [],
    ),
    own,
  ),
  breakdowns: fc.constantFrom('shown', 'shown', 'shown', 'hidden'),
});
/** What happens before a release: late cards, people who withdraw or correct, a session that is removed. */
const step = fc.record({
  choice,
  come: fc.array(atom, { maxLength: 3 }),
  goes: fc.array(fc.nat(200), { maxLength: 7 }),
  changes: fc.array(fc.tuple(fc.nat(200), answer), { maxLength: 4 }),
  removed: fc.option(fc.constantFrom(...SESSIONS), { freq: 12 }),
});
const story = fc.record({
  start: fc.array(atom, { minLength: 2, maxLength: 9 }),
  steps: fc.array(step, { minLength: 2, maxLength: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function join(people: Person[], atoms: Step['come'], next: { id: number }): Person[] {
  const more = atoms.flatMap(({ session, membership, answers }) =>
    answers.map((a): Person => ({ id: (next.id += 1), session, membership, answer: a })),
  );
  return [...people, ...more];
}

function live(people: Person[], { come, goes, changes, removed }: Step, next: { id: number }): Person[] {
  const gone = new Set(goes.map((i) => people[i % Math.max(1, people.length)]?.id));
  const left = people.filter((p) => !gone.has(p.id) && p.session !== removed);
  const corrected = new Map(changes.map(([i, a]) => [left[i % Math.max(1, left.length)]?.id, a]));
  return join(
    left.map((p) => ({ ...p, answer: corrected.get(p.id) ?? p.answer })),
    come.filter((c) => c.session !== removed),
    next,
  );
}

/** Everything an attacker has, in three views: all who placed, coded answers alone, and who was there. */
class Newspaper {
  readonly placed: Published[] = [];
  readonly coded: Published[] = [];
  readonly there: Published[] = [];
  readonly #moments: { people: Person[]; entry: ReleasePlan['entry'] }[] = [];

  print(people: Person[], plan: ReleasePlan): void {
    const moment = { people, entry: plan.entry };
    this.#moments.push(moment);
    for (const board of plan.boards)
      for (const released of [...(board.whole === null ? [] : [board.whole]), ...board.parts]) {
        const { counts, declined, notAnswered } = released.figure;
        const whose = (by: 'cells' | 'there') =>
          SESSIONS.flatMap((session) =>
            MEMBERSHIPS.flatMap((membership) => peopleIn(this.#used(session, membership, by), released.set)),
          );
        const values = [...counts, declined.n, declined.x];
        const all = whose('cells').flatMap(({ id, answer: a }): Response[] =>
          a === null ? [] : [{ person: id, cell: cellOf(a) }],
        );
        // The attacker's view is only fair when the figure is of these very people.
        expect(values.map((_, cell) => all.filter((r) => r.cell === cell).length)).toEqual(values);
        this.placed.push({ responses: all, values });
        this.coded.push({ responses: all.filter((r) => r.cell < 5), values: counts });
        if (notAnswered !== null)
          this.there.push({
            responses: whose('there').map(({ id }) => ({ person: id, cell: 0 })),
            values: [notAnswered + all.length],
          });
      }
  }

  /**
   * The people of an atom that the last release counted: those of the first moment with these counts,
   * since who is replaced by another with the same answer leaves them as they were and tells nothing.
   */
  #used(session: string, membership: string, by: 'cells' | 'there'): Person[] {
    const atoms = this.#moments.at(-1)?.entry.boards[0]?.atoms ?? [];
    const entry = atoms.find((a) => a.session === session && a.membership === membership);
    const wanted = by === 'there' ? (entry?.there ?? 0) : String(entry?.cells ?? cellsOf([]));
    const moments = this.#moments.map(({ people }) =>
      people.filter((p) => p.session === session && p.membership === membership),
    );
    return (
      moments.find((people) => (by === 'there' ? people.length : String(cellsOf(people))) === wanted) ?? []
    );
  }
}

const cellsOf = (people: readonly Person[]): number[] =>
  [0, 1, 2, 3, 4, 5, 6].map(
    (cell) => people.filter((p) => p.answer !== null && cellOf(p.answer) === cell).length,
  );

/** Tells the story with the checker's floor lowered by `fault`; returns how few people were singled out. */
function tell({ start, steps }: { start: Step['come']; steps: Step[] }, fault = 0): number | null {
  const next = { id: 0 };
  const paper = new Newspaper();
  let people = join([], start, next);
  let register: ReleaseEntry[] = [];
  for (const [i, now] of steps.entries()) {
    if (i > 0) people = live(people, now, next);
    const floor = now.choice.floor ?? 5;
    const result = release(
      people,
      { ...now.choice, floor: floor - fault },
      register,
      SESSIONS.filter((s) => people.some((p) => p.session === s)),
    );
    if (result.plan.refusals.length > 0) continue;
    const before = { placed: paper.placed.length, coded: paper.coded.length, there: paper.there.length };
    paper.print(people, result.plan);
    for (const view of ['placed', 'coded', 'there'] as const) {
      const found = singledOut(paper[view], before[view], floor);
      if (found !== null) return found;
    }
    ({ register } = result);
  }
  return null;
}

describe('F10 nothing under the floor in any story of releases', () => {
  test('F10 no combination of any figures of two to four releases is about fewer people than the floor', () => {
    fc.assert(
      fc.property(story, (told) => {
        expect(tell(told)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test('F10 a floor that is one too low is found out', () => {
    const found = fc.check(
      fc.property(story, (told) => tell(told, 1) === null),
      { numRuns: 400, endOnFailure: true },
    );
    expect(found.failed).toBe(true);
    const planted = peopleOf([
      ['x', 'a', 4],
      ['x', 'b', 8],
    ]);
    expect(parts(release(planted, { floor: 4, units: byGroup('a', 'b') }).plan)).toHaveLength(2);
    expect(parts(release(planted, { floor: 5, units: byGroup('a', 'b') }).plan)).toEqual([]);
  });

  test('F10 the attacker itself finds what is planted: a difference, an overlap, a chain of three', () => {
    const of = (...ids: number[]): Published => ({
      responses: ids.map((person) => ({ person, cell: 0 })),
      values: [ids.length],
    });
    const to = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + i);
    expect(singledOut([of(...to(9)), of(...to(6))], 0, 5)).toBe(3);
    expect(singledOut([of(...to(10)), of(...to(5))], 0, 5)).toBeNull();
    expect(singledOut([of(...to(9)), of(...to(6))], 2, 5)).toBeNull();
    expect(singledOut([of(...to(16)), of(...to(9)), of(...to(9, 7))], 0, 5)).toBe(2);
    expect(singledOut([of(...to(12)), of(...to(6)), of(...to(5, 6))], 0, 5)).toBe(1);
  });

  test('F10 a hidden group cannot be bounded more closely than from nought to the floor less one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), (sizes) => {
        const groups = ['a', 'b', 'c', 'd'];
        const people = peopleOf(groups.map((g, i) => ['x', g, sizes[i] ?? 0] as const));
        const { plan } = release(people, { units: byGroup(...groups) });
        const board = plan.boards[0];
        if (board === undefined || board.whole === null) return;
        const unions = [board.whole, ...board.parts].map(({ set, figure }) => ({
          of: groups.flatMap((g, i) =>
            set.units === null || set.units.some((u) => u.groups.includes(g)) ? [i] : [],
          ),
          n: figure.n,
        }));
        for (const [i, [low, high]] of bounds(groups.length, unions).entries()) {
          const size = sizes[i] ?? 0;
          if (size > 0 && size < 5) expect([low, high >= 4]).toEqual([0, true]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
