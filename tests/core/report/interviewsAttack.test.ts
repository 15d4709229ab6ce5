/** Somebody who has every release, and looks for what few of those who were interviewed said. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { interviewCounts, type ToldInterviews } from '../../../core/report/interviews.ts';
import type { EntryInterviews } from '../../../core/release/stories.ts';
import { NEW_PASSAGE, NEW_SOURCE } from '../../../core/talk/sources.ts';
import { codebook } from '../../../core/talk/themes.ts';
import { singledOut, type Published } from '../release/attacker.ts';
import { theme } from './talkMade.ts';

const WORDS = 'Nobody ever asked me that.';
const BOOK = codebook([theme('a')]);
const FLOORS = fc.constantFrom(5, 5, 8);

interface Step {
  /** Heaps that come, by how many of them raised the theme and how many did not. */
  come: { raised: number; silent: number }[];
  /** Heaps that go, by their place. */
  go: number[];
  /** People whose interview is put under the theme, or taken from it. */
  flips: number[];
  /** The report is about every second interview only. */
  half: boolean;
}
const heap = fc.record({ raised: fc.integer({ min: 0, max: 6 }), silent: fc.integer({ min: 0, max: 4 }) });
const step: fc.Arbitrary<Step> = fc.record({
  come: fc.array(heap, { maxLength: 2 }),
  go: fc.array(fc.nat(5), { maxLength: 2 }),
  flips: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(60), { maxLength: 9 })),
  half: fc.boolean(),
});

interface Released {
  of: Set<number>;
  raised: Set<number>;
  told: ToldInterviews | undefined;
  /** These were counted, and not those of an earlier release. */
  counted: boolean;
}

function history(steps: readonly Step[], floor: number): Released[] {
  let next = 0;
  let heaps: number[][] = [];
  const raises = new Set<number>();
  const earlier: EntryInterviews[] = [];
  return steps.map(({ come, go, flips, half }, at): Released => {
    const gone = new Set(go.map((n) => heaps[n % Math.max(1, heaps.length)]));
    heaps = heaps.filter((one) => !gone.has(one));
    for (const { raised, silent } of come) {
      const ids = Array.from({ length: raised + silent }, () => (next += 1));
      for (const id of ids.slice(0, raised)) raises.add(id);
      heaps.push(ids);
    }
    const all = heaps.flat();
    for (const n of flips) {
      const id = all[n % Math.max(1, all.length)] ?? 0;
      if (!raises.delete(id)) raises.add(id);
    }
    const of = half ? all.filter((id) => id % 2 === 0) : all;
    const counts = interviewCounts({
      sources: of.map((id) => ({ ...NEW_SOURCE, id: `i${id}`, text: WORDS, mayUse: true })),
      passages: of
        .filter((id) => raises.has(id))
        .map((id) => ({
          ...NEW_PASSAGE,
          id: `p${id}`,
          source: `i${id}`,
          themes: ['a'],
          from: 0,
          to: WORDS.length,
        })),
      others: new Set(),
      book: BOOK,
      inPrint: new Set(['a']),
      floor,
      earlier,
      date: `2026-0${at + 1}-01`,
    });
    if (counts !== null) earlier.push(counts.entry);
    return {
      of: new Set(of),
      raised: new Set(of.filter((id) => raises.has(id))),
      told: counts?.themes.get('a'),
      counted:
        counts !== null &&
        of
          .map((id) => `i${id}`)
          .toSorted()
          .join() === counts.entry.interviews.join(),
    };
  });
}

const fresh = ({ told, counted }: Released): boolean => counted && told?.again === null;

test('RT7 RT2 with every release nobody works out how many fewer than the floor raised a theme, or were interviewed', () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 5 }), FLOORS, (steps, floor) => {
      const released = history(steps, floor);
      const figure = (ids: ReadonlySet<number>): Published => ({
        responses: [...ids].map((person) => ({ person, cell: 0 })),
        values: [ids.size],
      });
      const numbers = released.filter((one) => fresh(one) && typeof one.told?.n === 'number');
      seen += numbers.length > 1 ? 1 : 0;
      expect(
        singledOut(
          numbers.map(({ raised }) => figure(raised)),
          0,
          floor,
        ),
      ).toBeNull();
      for (const { raised, of, told } of numbers) expect(told).toMatchObject({ n: raised.size, of: of.size });
      const sets = released.filter(({ counted }) => counted);
      expect(
        singledOut(
          sets.map(({ of }) => figure(of)),
          0,
          floor,
        ),
      ).toBeNull();
    }),
    { numRuns: 20000 },
  );
  // Else it would hold since nothing is ever told.
  expect(seen).toBeGreaterThan(200);
});

test('RT7 RT2 that fewer than the floor raised a theme, or no longer do, is seen in nothing after it was told', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 3 }),
      step,
      fc.array(fc.nat(60), { minLength: 1, maxLength: 9 }),
      FLOORS,
      (steps, last, flips, floor) => {
        const before = history(steps, floor).at(-1);
        // What went before a number that stands adds up with it, until it is the floor together.
        if (typeof before?.told?.n !== 'number' || !fresh(before)) return;
        const at = (more: Partial<Step>) =>
          history(
            [...steps, { ...last, come: [], go: [], half: steps.at(-1)?.half ?? false, ...more }],
            floor,
          ).at(-1);
        const [still, moved] = [at({ flips: [] }), at({ flips })];
        const changed = [...(moved?.raised ?? [])].filter((id) => still?.raised.has(id) !== true).length;
        const gone = [...(still?.raised ?? [])].filter((id) => moved?.raised.has(id) !== true).length;
        if (changed < floor && gone < floor) expect(moved?.told).toEqual(still?.told);
      },
    ),
    { numRuns: 2000 },
  );
});

/** Every number of people in each set that goes with what was told; few: at most one under the floor. */
function possible(
  cells: readonly { key: string; size: number }[],
  lines: readonly { n: number | 'few' }[],
  floor: number,
) {
  const range = cells.map(() => new Set<number>());
  const values: number[] = [];
  const sum = (line: number): number =>
    cells.reduce((n, { key }, i) => n + (key[line] === '1' ? (values[i] ?? 0) : 0), 0);
  const go = (at: number): void => {
    if (lines.some(({ n }, line) => sum(line) > (n === 'few' ? floor - 1 : n))) return;
    if (at === cells.length) {
      if (lines.some(({ n }, line) => n !== 'few' && sum(line) !== n)) return;
      for (const [i, n] of values.entries()) range[i]?.add(n);
      return;
    }
    for (let n = 0; n <= (cells[at]?.size ?? 0); n += 1) {
      values[at] = n;
      go(at + 1);
    }
    values.length = at;
  };
  go(0);
  return range;
}

test('RT7 RT2 nor by weighing what “fewer than the floor” leaves possible beside a number', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 4 }), FLOORS, (steps, floor) => {
      const lines = history(
        steps.map((one) => ({ ...one, flips: [] })),
        floor,
      ).filter(fresh);
      const all = new Set(lines.flatMap(({ of }) => [...of]));
      const keyOf = (id: number): string => lines.map(({ of }) => (of.has(id) ? '1' : '0')).join('');
      const cells = [...Map.groupBy(all, keyOf)].map(([key, ids]) => ({ key, size: ids.length }));
      const told = lines.map(({ told: one }) => ({
        n: one?.n === 'few' ? ('few' as const) : Number(one?.n),
      }));
      for (const [i, range] of possible(cells, told, floor).entries()) {
        const [only = 0] = range;
        if (range.size === 1 && only > 0 && only < floor) expect([cells[i], told, only]).toBeNull();
      }
    }),
    { numRuns: 2000 },
  );
});
