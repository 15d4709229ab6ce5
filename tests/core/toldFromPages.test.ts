/** Whatever is told of where a recommendation was raised, with every page before: somebody has them all. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeRests } from '../../core/recommendations/rests.ts';
import type { FromOut } from '../../core/recommendations/toldFrom.ts';
import type { Point } from '../../core/talk/types.ts';
import { BOOK, FLOOR, said, seen, SESSIONS, tell } from './toldFromMade.ts';

interface Heap {
  session: string;
  themes: string[];
  hands: number;
  n: number;
}
interface Step {
  come: Heap[];
  go: number[];
  evidence: string[];
}
const heap: fc.Arbitrary<Heap> = fc.record({
  session: fc.constantFrom(...SESSIONS),
  themes: fc.constantFrom<string[]>(['t'], ['t'], ['under'], ['u'], ['t', 'u']),
  hands: fc.constantFrom<number>(0, 0, 0, 6),
  n: fc.integer({ min: 1, max: 7 }),
});
const step: fc.Arbitrary<Step> = fc.record({
  come: fc.array(heap, { maxLength: 2 }),
  go: fc.array(fc.nat(99), { maxLength: 8 }),
  evidence: fc.constantFrom<string[]>(
    ['theme.t'],
    ['theme.t'],
    ['theme.t', 'theme.u'],
    ['theme.u'],
    ['theme.under'],
  ),
});

interface Page {
  points: Point[];
  evidence: string[];
  told: FromOut;
  /** Nothing in it stands since before. */
  fresh: boolean;
}

function history(steps: readonly Step[]): Page[] {
  let next = 0;
  let points: Point[] = [];
  const out: FromOut[] = [];
  return steps.map(({ come, go, evidence }) => {
    const gone = new Set(go.map((at) => points[at % Math.max(1, points.length)]?.id));
    const more = come.flatMap(({ n, session, themes, hands }) =>
      Array.from({ length: n }, () => said(`p${(next += 1)}`, session, themes, hands)),
    );
    points = [...points.filter(({ id }) => !gone.has(id)), ...more];
    const told = tell(out, { points, evidence });
    const plain = tell([], { points, evidence });
    const fresh =
      !out.includes(told) &&
      told.lone === plain.lone &&
      JSON.stringify(told.held?.sessions) === JSON.stringify(plain.held?.sessions);
    if (told.voices > 0 && !out.includes(told)) out.push(told);
    return { points, evidence, told, fresh };
  });
}

const under = (page: Pick<Page, 'points'>, evidence: string[], session: string): Set<string> => {
  const rests = makeRests({
    book: BOOK,
    points: page.points,
    codings: [],
    postits: [],
    sources: [],
    passages: [],
    statements: [],
  })({
    evidence,
  });
  return new Set([...rests.behind].flatMap(([id, one]) => (one.session === session ? [id] : [])));
};
const covers = (all: string[], some: string[]): boolean =>
  some.every((key) => all.includes(key) || (key === 'theme.under' && all.includes('theme.t')));

test('RC6 with every page: that fewer points than the floor came or went shows in nothing that the next one tells', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 4 }),
      fc.array(heap, { maxLength: 2 }),
      fc.array(fc.nat(99), { maxLength: 4 }),
      (steps, come, go) => {
        const before = history(steps).at(-1);
        // What went before a number that stands adds up with it, until it is the floor together.
        if (before === undefined || !before.fresh || before.told.voices === 0) return;
        const few = come.map((one) => ({ ...one, hands: 0, n: 1 }));
        const then = history([...steps, { come: few, go, evidence: before.evidence }]).at(-1);
        expect(then === undefined ? null : seen(then.told)).toBe(seen(before.told));
      },
    ),
    { numRuns: 2000 },
  );
});

test('RC6 with every page: whatever else has come, the next one tells what it would tell had nobody taken anything back', () => {
  let moved = 0;
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 4 }),
      fc.array(heap, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(99), { maxLength: 4 }),
      (steps, come, go) => {
        const before = history(steps).at(-1);
        if (before === undefined || !before.fresh || before.told.voices === 0) return;
        const { points, evidence } = before;
        // Of those who come and go in one session at once only the difference is known.
        const stay = new Set(come.map(({ session }) => session));
        const gone = go.filter((at) => !stay.has(points[at % Math.max(1, points.length)]?.session ?? ''));
        const [then, whole] = [gone, []].map((those) =>
          history([...steps, { come, go: those, evidence }]).at(-1),
        );
        moved += gone.length > 0 && whole !== undefined && seen(whole.told) !== seen(before.told) ? 1 : 0;
        expect(then === undefined ? null : seen(then.told)).toBe(
          whole === undefined ? null : seen(whole.told),
        );
      },
    ),
    { numRuns: 1000 },
  );
  // Else it would hold since nothing ever moves.
  expect(moved).toBeGreaterThan(30);
});

test('RC6 with every page: where a number is less, or more, than what was linked explains, as many have gone, or come', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 5 }), (steps) => {
      const pages = history(steps);
      const all = pages.filter(({ fresh, told: { raised } }) => fresh && raised !== null);
      for (const [i, later] of all.entries())
        for (const earlier of all.slice(0, i)) {
          const [a, b] = [earlier.told.raised?.n ?? 0, later.told.raised?.n ?? 0];
          told += a === b ? 0 : 1;
          // What had come or gone by a page between them, that one could tell, and what it told holds.
          const until = pages.slice(pages.indexOf(earlier), pages.indexOf(later) + 1);
          const moved = (none: Page): number =>
            Math.max(
              ...SESSIONS.map((session) =>
                under(none, earlier.evidence, session).size > 0
                  ? 0
                  : Math.max(...until.map((page) => under(page, earlier.evidence, session).size)),
              ),
            );
          if (covers(later.evidence, earlier.evidence) && b < a)
            expect(moved(later)).toBeGreaterThanOrEqual(FLOOR);
          if (covers(earlier.evidence, later.evidence) && b > a)
            expect(moved(earlier)).toBeGreaterThanOrEqual(FLOOR);
        }
    }),
    { numRuns: 2000 },
  );
  // Else it would hold since nothing ever moves.
  expect(told).toBeGreaterThan(200);
});
