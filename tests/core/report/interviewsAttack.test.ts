/** Somebody who has every release, and looks for what few of those who were interviewed said. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { interviewCounts, type ToldInterviews } from '../../../core/report/interviews.ts';
import { relatedThemes } from '../../../core/report/themesRelated.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import { NEW_PASSAGE, NEW_SOURCE } from '../../../core/talk/sources.ts';
import { codebook } from '../../../core/talk/themes.ts';
import { singledOut, type Published } from '../release/attacker.ts';
import { theme } from './talkMade.ts';

const WORDS = 'Nobody ever asked me that.';
/** What is raised as b or c is raised as a, too; c as b. */
const THEMES = [theme('a'), theme('b', { parent: 'a' }), theme('c', { parent: 'b' })];
const BOOK = codebook(THEMES);
const RELATED = relatedThemes(THEMES, []);
const NESTED = ['a', 'b', 'c'];
const FLOORS = fc.constantFrom(5, 5, 8);

interface Step {
  /** Heaps that come, by how many of them raised the theme and how many did not. */
  come: { raised: number; silent: number }[];
  /** Heaps that go, by their place. */
  go: number[];
  /** People whose interview is put under a theme, or under another, or taken from all. */
  flips: number[];
  /** How deep those who come and raise something raise it, in turn. */
  depths: number[];
  /** The report is about every second interview only. */
  half: boolean;
}
const heap = fc.record({ raised: fc.integer({ min: 0, max: 6 }), silent: fc.integer({ min: 0, max: 4 }) });
const step: fc.Arbitrary<Step> = fc.record({
  come: fc.array(heap, { maxLength: 2 }),
  go: fc.array(fc.nat(5), { maxLength: 2 }),
  flips: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(60), { maxLength: 9 })),
  depths: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  half: fc.boolean(),
});

const crowd = fc.record({ raised: fc.integer({ min: 0, max: 16 }), silent: fc.integer({ min: 0, max: 3 }) });
const large: fc.Arbitrary<Step> = step.chain((one) => crowd.map((come) => ({ ...one, come: [come] })));

interface Released {
  of: Set<number>;
  raised: Set<number>;
  told: ToldInterviews | undefined;
  /** Of each of the three themes. */
  all: { raised: Set<number>; told: ToldInterviews | undefined }[];
  /** These were counted, and not those of an earlier release. */
  counted: boolean;
}

function history(steps: readonly Step[], floor: number): Released[] {
  let next = 0;
  let heaps: number[][] = [];
  // The first so many of the three themes.
  const depth = new Map<number, number>();
  const depthOf = (id: number): number => depth.get(id) ?? 0;
  const earlier: EntryTalk[] = [];
  return steps.map(({ come, go, flips, depths, half }, at): Released => {
    const gone = new Set(go.map((n) => heaps[n % Math.max(1, heaps.length)]));
    heaps = heaps.filter((one) => !gone.has(one));
    for (const { raised, silent } of come) {
      const ids = Array.from({ length: raised + silent }, () => (next += 1));
      for (const id of ids.slice(0, raised)) depth.set(id, depths[id % depths.length] ?? 1);
      heaps.push(ids);
    }
    const all = heaps.flat();
    for (const n of flips) {
      const id = all[n % Math.max(1, all.length)] ?? 0;
      depth.set(id, depthOf(id) > 0 ? depthOf(id) - 1 : (depths[0] ?? 1));
    }
    const of = half ? all.filter((id) => id % 2 === 0) : all;
    const sorted = of.map((id) => `i${id}`).toSorted();
    const counts = interviewCounts({
      sources: of.map((id) => ({ ...NEW_SOURCE, id: `i${id}`, text: WORDS, mayUse: true })),
      passages: of
        .filter((id) => depthOf(id) > 0)
        .map((id) => ({
          ...NEW_PASSAGE,
          id: `p${id}`,
          source: `i${id}`,
          themes: NESTED.slice(depthOf(id) - 1, depthOf(id)),
          from: 0,
          to: WORDS.length,
        })),
      others: new Set(),
      book: BOOK,
      related: RELATED,
      inPrint: new Set(NESTED),
      floor,
      earlier,
      date: `2026-0${at + 1}-01`,
    });
    const themes = RELATED.noted(NESTED);
    if (counts !== null) earlier.push({ cells: [], quotes: [], themes, interviews: counts.entry });
    const byTheme = NESTED.map((name, i) => ({
      raised: new Set(of.filter((id) => depthOf(id) > i)),
      told: counts?.themes.get(name),
    }));
    return {
      of: new Set(of),
      ...(byTheme[0] ?? { raised: new Set(), told: undefined }),
      all: byTheme,
      counted: counts?.entry.interviews.join() === sorted.join(),
    };
  });
}

const fresh = ({ told, counted }: Pick<Released, 'told' | 'counted'>): boolean =>
  counted && told?.again === null;

test('RT7 RT2 with every release nobody works out how many fewer than the floor raised a theme, or were interviewed', () => {
  let seen = 0;
  let nested = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 5 }), FLOORS, (steps, floor) => {
      const released = history(steps, floor);
      const figure = (ids: ReadonlySet<number>): Published => ({
        responses: [...ids].map((person) => ({ person, cell: 0 })),
        values: [ids.size],
      });
      const numbers = released.flatMap(({ of, counted, all }) =>
        all
          .map((one) => ({ ...one, of, counted }))
          .filter((one) => fresh(one) && typeof one.told?.n === 'number'),
      );
      seen += numbers.length > 1 ? 1 : 0;
      nested += released.some(
        ({ all: [a, b] }) => typeof a?.told?.n === 'number' && typeof b?.told?.n === 'number',
      )
        ? 1
        : 0;
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
  expect(nested).toBeGreaterThan(200);
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

/** How many may have raised the upper alone, in each set of people, given what was told of both. */
function possibleAlone(
  cells: readonly { key: string; size: number }[],
  lines: readonly { upper: number | 'few' | 'not'; lower: number | 'few' | 'not' }[],
  floor: number,
): { upper: Set<number>; lower: Set<number>; alone: Set<number> }[] {
  const range = cells.map(() => ({
    upper: new Set<number>(),
    lower: new Set<number>(),
    alone: new Set<number>(),
  }));
  const chosen: [number, number][] = [];
  const sum = (line: number, which: 0 | 1): number =>
    chosen.reduce((n, pair, i) => n + (cells[i]?.key[line] === '1' ? pair[which] : 0), 0);
  const most = (n: number | 'few' | 'not'): number => (n === 'few' ? floor - 1 : n === 'not' ? Infinity : n);
  const go = (at: number): void => {
    if (lines.some(({ upper, lower }, i) => sum(i, 0) > most(upper) || sum(i, 1) > most(lower))) return;
    if (at === cells.length) {
      const wrong = (n: number | 'few' | 'not', is: number): boolean => typeof n === 'number' && n !== is;
      if (lines.some(({ upper, lower }, i) => wrong(upper, sum(i, 0)) || wrong(lower, sum(i, 1)))) return;
      for (const [i, [up, low]] of chosen.entries()) {
        range[i]?.upper.add(up);
        range[i]?.lower.add(low);
        range[i]?.alone.add(up - low);
      }
      return;
    }
    for (let up = 0; up <= (cells[at]?.size ?? 0); up += 1)
      for (let low = 0; low <= up; low += 1) {
        chosen[at] = [up, low];
        go(at + 1);
      }
    chosen.length = at;
  };
  go(0);
  return range;
}

test('RT7 RT2 nor of a theme and one nested under it, put together', () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.array(large, { minLength: 1, maxLength: 3 }), FLOORS, (steps, floor) => {
      const released = history(
        steps.map((one) => ({ ...one, flips: [] })),
        floor,
      ).filter(({ counted }) => counted);
      const told = (one: ToldInterviews | undefined) => (one?.again === null ? one.n : 'not');
      const lines = released.map(({ all: [a, b] }) => ({ upper: told(a?.told), lower: told(b?.told) }));
      const all = new Set(released.flatMap(({ of }) => [...of]));
      const keyOf = (id: number): string => released.map(({ of }) => (of.has(id) ? '1' : '0')).join('');
      const cells = [...Map.groupBy(all, keyOf)].map(([key, ids]) => ({ key, size: ids.length }));
      if (cells.length > 2) return;
      if (lines.some(({ upper, lower }) => Number(upper) + Number(lower) > 0)) seen += 1;
      for (const range of possibleAlone(cells, lines, floor))
        for (const [what, values] of Object.entries(range)) {
          const [only = 0] = values;
          if (values.size === 1 && only > 0 && only < floor) expect([what, cells, lines, only]).toBeNull();
        }
    }),
    { numRuns: 1500 },
  );
  expect(seen).toBeGreaterThan(20);
});
