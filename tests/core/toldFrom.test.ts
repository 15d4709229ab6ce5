/** Where a recommendation was raised, as pages tell it one after the other: somebody has them all. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromOnPage, type ToldItem } from '../../core/recommendations/told.ts';
import { isRelated, makeRests } from '../../core/recommendations/rests.ts';
import { fromToTell, type FromOut } from '../../core/recommendations/toldFrom.ts';
import { codebook } from '../../core/talk/themes.ts';
import { NEW_POINT, NEW_THEME, type Point } from '../../core/talk/types.ts';

const FLOOR = 5;
const SESSIONS = ['w', 'x', 'y', 'z'];
const BOOK = codebook([
  { ...NEW_THEME, id: 't', name: 'Calls' },
  { ...NEW_THEME, id: 'under', name: 'Calls back', parent: 't' },
  { ...NEW_THEME, id: 'u', name: 'Visits' },
]);

const said = (id: string, session: string, themes: string[], hands = 0): Point => ({
  ...NEW_POINT,
  id,
  session,
  source: 'discussion',
  place: 0,
  text: id,
  themes,
  hands,
});
const many = (session: string, n: number, themes = ['t']): Point[] =>
  Array.from({ length: n }, (_, i) => said(`${session}${themes.join('')}${i}`, session, themes));

interface Now {
  points: readonly Point[];
  evidence?: string[];
  large?: readonly string[];
  sessions?: readonly string[];
}

function tell(out: readonly FromOut[], now: Now): FromOut {
  const { points, evidence = ['theme.t'], large = SESSIONS, sessions = SESSIONS } = now;
  const rests = makeRests({
    book: BOOK,
    points,
    codings: [],
    postits: [],
    sources: [],
    passages: [],
    statements: ['st'],
  });
  return fromToTell({ evidence }, out, {
    rests,
    related: (a, b) => isRelated(BOOK, a, b),
    sessions,
    large: new Set(large),
    floor: FLOOR,
  });
}
/** What a reader sees, page by page. */
function pages(...all: Now[]): (string | null)[] {
  const out: FromOut[] = [];
  return all.map((now) => {
    const told = tell(out, now);
    if (told.voices > 0) out.push(told);
    return seen(told);
  });
}
const seen = ({ raised, lone }: FromOut): string | null =>
  lone ? 'one' : raised === null ? null : `${raised.n} of ${raised.of}${raised.smaller ? ', more' : ''}`;

test('RC6 a session comes into the number and goes out of it only by as many points as the floor', () => {
  const [w, x] = [many('w', 6), many('x', 2)];
  expect(pages({ points: [...w, ...x] }, { points: w })).toEqual(['2 of 4', '2 of 4']);
  expect(pages({ points: [...w, ...x] }, { points: x })).toEqual(['2 of 4', '1 of 4']);
  expect(pages({ points: [...w, ...x] }, { points: [...w, ...x, ...many('y', 4)] })).toEqual([
    '2 of 4',
    '2 of 4',
  ]);
  expect(pages({ points: [...w, ...x] }, { points: [...w, ...x, ...many('y', 5)] })).toEqual([
    '2 of 4',
    '3 of 4',
  ]);
  // What has not moved is noted once.
  const first = tell([], { points: w });
  expect(tell([first], { points: w })).toBe(first);
  // Hands are none of it.
  const loud = [...w, said('y', 'y', ['t'], 9)];
  expect(pages({ points: w }, { points: loud })).toEqual(['1 of 4', '1 of 4']);
  expect(pages({ points: loud }, { points: w })).toEqual(['2 of 4', '2 of 4']);
});

test('RC6 some who go in one session and as many who come in another are not nobody', () => {
  const w = many('w', 6);
  const first = { points: [...w, ...many('x', 3), ...many('y', 3)] };
  // Three of x have gone, and three more came in w.
  expect(pages(first, { points: [...many('w', 9), ...many('y', 3)] })).toEqual(['3 of 4', '3 of 4']);
  // It looks the same now, and x coming back is no more to be seen than its going.
  const swapped = { points: [...w, ...many('x', 3), ...many('z', 3)] };
  expect(pages(first, swapped, { points: w })).toEqual(['3 of 4', '3 of 4', '3 of 4']);
});

test('RC6 linking something else tells nothing of who took back what the number was of', () => {
  const w = many('w', 6);
  const x = many('x', 2);
  const u = many('w', 7, ['u']);
  const both = ['theme.t', 'theme.u'];
  expect(pages({ points: [...w, ...x, ...u] }, { points: [...w, ...u], evidence: both })).toEqual([
    '2 of 4',
    '2 of 4',
  ]);
  // Nobody took anything back: what is linked besides is told.
  const more = [...w, ...x, ...many('y', 1, ['u'])];
  expect(pages({ points: more }, { points: more, evidence: both })).toEqual(['2 of 4', '3 of 4']);
  // What is above it, and what is also under it, has to do with it.
  const under = [...w, ...many('x', 1, ['under'])];
  expect(pages({ points: under, evidence: ['theme.under'] }, { points: w })).toEqual(['one', 'one']);
  const shared = [...many('w', 6, ['t', 'u']), ...x];
  expect(pages({ points: shared }, { points: many('w', 6, ['t', 'u']), evidence: ['theme.u'] })).toEqual([
    '2 of 4',
    '2 of 4',
  ]);
  // What has nothing to do with it is told for itself.
  expect(pages({ points: [...w, ...x, ...u] }, { points: [...w, ...u], evidence: ['theme.u'] })).toEqual([
    '2 of 4',
    '1 of 4',
  ]);
});

test('RC6 that it is one person’s idea stands until as many have come or gone, and a point that was linked goes with nobody seeing it', () => {
  const [lone, three] = [many('x', 1), many('w', 3)];
  expect(pages({ points: lone }, { points: [...lone, ...three] })).toEqual(['one', 'one']);
  expect(pages({ points: [...lone, ...three] }, { points: lone })).toEqual(['2 of 4', '2 of 4']);
  expect(pages({ points: lone }, { points: [...lone, ...many('w', 5)] })).toEqual(['one', '2 of 4']);
  // As many hands are as many people.
  expect(pages({ points: lone }, { points: [said('xt0', 'x', ['t'], 5)] })).toEqual(['one', '1 of 4']);
  const linked = { points: lone, evidence: ['point.x.xt0'] };
  expect(pages(linked, { points: [], evidence: ['point.x.xt0'] })).toEqual(['one', 'one']);
  expect(pages(linked, { points: three, evidence: ['theme.t'] })).toEqual(['one', 'one']);
  const besides = { points: lone, evidence: ['theme.u', 'point.x.xt0'] };
  expect(pages(besides, { points: many('w', 6), evidence: ['theme.t'] })).toEqual(['one', 'one']);
  // Nobody had said anything: nothing can have been taken back.
  expect(pages({ points: [] }, { points: lone })).toEqual([null, 'one']);
});

test('RC6 a session that is smaller since somebody went is counted as before, one that is new or removed as it is', () => {
  const points = [...many('w', 6), ...many('x', 2)];
  expect(pages({ points }, { points, large: ['w', 'x', 'y'] })).toEqual(['2 of 4', '2 of 4']);
  const before = { points, sessions: ['w', 'y', 'z'], large: ['w', 'y', 'z'] };
  expect(pages(before, { points })).toEqual(['1 of 3', '2 of 4']);
  expect(
    pages({ points }, { points: many('w', 6), sessions: ['w', 'y', 'z'], large: ['w', 'y', 'z'] }),
  ).toEqual(['2 of 4', '1 of 3']);
});

test('RC6 of what went out before it was kept nothing but itself is known, and it stands', () => {
  const old: FromOut = {
    raised: { n: 3, of: 4, smaller: false },
    lone: false,
    voices: 3,
    links: ['theme.t'],
  };
  expect(seen(tell([old], { points: many('w', 40) }))).toBe('3 of 4');
  const item = { id: 'r', raised: old.raised, lone: false } as ToldItem;
  const none = { ...item, id: 'none', raised: null };
  const found = fromOnPage({ change: [item], keep: [none] }, []);
  expect(found).toEqual([{ recommendation: 'r', counts: { ...old, links: [] } }]);
  expect(seen(tell([found[0]?.counts as FromOut], { points: many('w', 40) }))).toBe('3 of 4');
  // What was noted as it went out is not told of twice.
  expect(fromOnPage({ change: [item], keep: [] }, [{ recommendation: 'r', counts: old }])).toEqual([]);
  expect(fromOnPage({ change: [item], keep: [] }, [{ recommendation: 's', counts: old }])).toHaveLength(1);
});

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
    const fresh = !out.includes(told);
    if (told.voices > 0 && fresh) out.push(told);
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

test('RC6 with every page: where a number is less, or more, than what was linked explains, as many have gone, or come', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 5 }), (steps) => {
      const all = history(steps).filter(({ fresh, told: { raised } }) => fresh && raised !== null);
      for (const [i, later] of all.entries())
        for (const earlier of all.slice(0, i)) {
          const [a, b] = [earlier.told.raised?.n ?? 0, later.told.raised?.n ?? 0];
          told += a === b ? 0 : 1;
          const moved = (from: Page, to: Page, evidence: string[]): number =>
            Math.max(
              ...SESSIONS.map((session) => {
                const [was, is] = [under(from, evidence, session), under(to, evidence, session)];
                return is.size === 0 ? was.size : 0;
              }),
            );
          if (covers(later.evidence, earlier.evidence) && b < a)
            expect(moved(earlier, later, earlier.evidence)).toBeGreaterThanOrEqual(FLOOR);
          if (covers(earlier.evidence, later.evidence) && b > a)
            expect(moved(later, earlier, earlier.evidence)).toBeGreaterThanOrEqual(FLOOR);
        }
    }),
    { numRuns: 2000 },
  );
  // Else it would hold since nothing ever moves.
  expect(told).toBeGreaterThan(200);
});
