/** Themes that are made of something else than in an earlier release: nested, taken out, merged, or parted. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TalkReport } from '../../../core/report/talk.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import { NO_SOURCES } from '../../../core/talk/sources.ts';
import { codebook } from '../../../core/talk/themes.ts';
import type { Point, Theme } from '../../../core/talk/types.ts';
import { families, release, said, theme, there, workers } from './talkMade.ts';

const many = (key: string, n: number, themes: string[], more: Partial<Point>): Point[] =>
  Array.from({ length: n }, (_, i) => said(`${key}${i}`, themes, more));
const [W, X] = [{ session: 'w' }, { session: 'x' }];

interface Day {
  themes: Theme[];
  points: Point[];
}

/** What the chapter has of themes, by their id: "in 1 of 2 sessions as on a day, so many points as on a day". */
function releases(...days: Day[]): Record<string, string>[] {
  const earlier: EntryTalk[] = [];
  return days.map(({ themes, points }, i) => {
    const report = release(points, 5, {
      talk: { themes, points, codings: [], ...NO_SOURCES },
      sessions: there.filter(({ id }) => ['w', 'x'].includes(id)),
      all: there,
      earlier: [...earlier],
      date: `2026-11-0${i + 1}`,
    });
    if (report !== null) earlier.push(report.entry);
    return rows(report);
  });
}

function rows(report: TalkReport | null): Record<string, string> {
  const on = (again: string | null): string => (again === null ? '' : `@${again.slice(-1)}`);
  return Object.fromEntries(
    (report?.themes ?? []).map(({ id, sessions, of, again, points, groups, dissent }) => {
      const n = typeof points === 'string' ? points : `${points.n}${on(points.again)}`;
      const parts = groups.map((one) => `${one.label} ${one.n}${on(one.again)}`).toSorted();
      return [
        id,
        [`${sessions}/${of}${on(again)} ${n}`, ...parts, ...(dissent ? ['dissent'] : [])].join(', '),
      ];
    }),
  );
}

/** The last of these releases, where nobody takes anything back, and where somebody does after the first. */
function both(first: Day, ...then: ((points: Point[]) => Day)[]): Record<string, string>[] {
  return [first.points, first.points.slice(1)].map(
    (points) => releases(first, { ...first, points }, ...then.map((day) => day(points))).at(-1) ?? {},
  );
}

describe('RT2 what a theme is made of since', () => {
  const [a, c] = [many('a', 10, ['a'], X), many('c', 9, ['c'], W)];
  const apart = { themes: [theme('c'), theme('a')], points: [...a, ...c] };

  test('RT2 a theme that another is nested under is not told anew before as many as the floor have come', () => {
    const nested = [theme('c'), theme('a', { parent: 'c' })];
    // Eighteen, beside nine and ten, is one who took something back.
    for (const told of both(apart, (points) => ({ themes: nested, points })))
      expect(told).toEqual({ a: '1/2@1 10@1', c: '1/2@1 9@1' });
    const more = [...a.slice(1), ...c, ...many('m', 6, ['c'], W)];
    expect(releases(apart, { themes: nested, points: more }).at(-1)).toEqual({
      a: '1/2@1 10@1',
      c: '2/2 24',
    });
  });

  test('RT2 nor is one that had nothing under it, and which it is tells of nobody', () => {
    const alone = { themes: [theme('p'), theme('a')], points: [...a.slice(0, 6), ...many('o', 6, ['a'], W)] };
    const nested = [theme('p'), theme('a', { parent: 'p' })];
    for (const told of both(alone, (points) => ({ themes: nested, points })))
      expect(told).toEqual({ a: '2/2@1 12@1', p: '2/2 not' });
  });

  test('RT2 nor one that another was taken out of: “few” would tell that somebody went', () => {
    const start = {
      themes: [theme('a'), theme('b', { parent: 'a' })],
      points: [...many('a', 3, ['a'], W), ...many('b', 4, ['b'], X)],
    };
    for (const told of both(start, (points) => ({ themes: [theme('a'), theme('b')], points })))
      expect(told).toEqual({ a: '2/2@1 7@1', b: '1/2@1 few' });
  });

  test('RT2 nor one that another was merged into below it, nor one that is parted between releases', () => {
    const tree = [theme('c'), theme('b', { parent: 'c' })];
    const start = {
      themes: [...tree, theme('a')],
      points: [...a, ...c, ...many('b', 8, ['b'], W)],
    };
    for (const told of both(start, (points) => ({ themes: [...tree, theme('a', { into: 'b' })], points })))
      expect(told).toEqual({ b: '1/2@1 8@1', c: '1/2@1 17@1' });
    const one = { themes: [theme('a')], points: many('o', 16, ['a'], W) };
    const part = (points: Point[]) => points.map((point, i) => (i < 7 ? { ...point, themes: ['n'] } : point));
    // Eight and seven of sixteen.
    for (const told of both(one, (points) => ({ themes: [theme('a'), theme('n')], points: part(points) })))
      expect(told).toEqual({ a: '1/1@1 16@1', n: '1/1 not' });
    // Nor is it where nothing is left of what was told, or the new one is all of it.
    for (const told of both(one, (points) => ({
      themes: [theme('n')],
      points: points.map((point) => ({ ...point, themes: ['n'] })),
    })))
      expect(told).toEqual({ n: '1/1 not' });
  });

  test('RT2 what was only moved neither came nor went, and a theme that is new beside one that few left has its number', () => {
    const start = { themes: [theme('a')], points: a };
    const points = [...a.slice(1), ...many('n', 7, ['n'], X)];
    expect(releases(start, { themes: [theme('a'), theme('n')], points }).at(-1)).toEqual({
      a: '1/1@1 10@1',
      n: '1/1 7',
    });
    // Where no release told a number there is nothing that it could be held against.
    const few = {
      themes: [theme('a'), theme('b')],
      points: [...a.slice(0, 3), ...c.slice(0, 0), ...many('b', 3, ['b'], W)],
    };
    expect(releases(few, { ...few, themes: [theme('a'), theme('b', { into: 'a' })] }).at(-1)).toEqual({
      a: '2/2 6',
    });
  });
});

describe('RT2 the sessions of a theme that is made of something else', () => {
  test('RT2 a row that stands has the sessions of that theme, of its day', () => {
    const start = {
      themes: [theme('a'), theme('b')],
      points: [...many('a', 8, ['a'], W), ...many('b', 7, ['b'], { ...X, stance: 'disagree' })],
    };
    for (const told of both(start, (points) => ({ themes: [theme('a'), theme('b', { into: 'a' })], points })))
      expect(told).toEqual({ a: '1/2@1 8@1' });
    // One participant’s is not a theme of five that was merged into it, whether or not one of these went.
    const one = {
      themes: [theme('a'), theme('b')],
      points: [...many('a', 5, ['a'], W), said('one', ['b'], X)],
    };
    for (const told of both(one, (points) => ({ themes: [theme('a', { into: 'b' }), theme('b')], points })))
      expect(told).toEqual({ b: '2/2 not' });
  });

  test('RT2 a theme is told to be raised wherever one below it is', () => {
    const nest = (points: Point[]) => ({ themes: [theme('p'), theme('c', { parent: 'p' })], points });
    const themes = [theme('p'), theme('c')];
    const [stays, goes] = [said('stays', ['c'], W), said('goes', ['c'], { ...X, stance: 'disagree' })];
    for (const told of both({ themes, points: [goes, stays] }, nest))
      expect(told).toEqual({ c: '2/2@1 few, dissent', p: '2/2 few, dissent' });
    // Two of whom one is left are not one participant, and one who is gone is there.
    for (const told of both({ themes, points: [said('too', ['c'], W), stays] }, nest))
      expect(told).toEqual({ c: '1/1@1 few', p: '1/1 few' });
    for (const told of both({ themes, points: [goes] }, nest))
      expect(told).toEqual({ c: '1/1@1 1@1, dissent', p: '1/1 not, dissent' });
  });
});

type Op = { k: 'merge' | 'fresh' | 'anew' | 'nest' | 'out'; i: number; j: number };

function changed({ themes, points }: Day, { k, i, j }: Op, n: number): Day {
  const list = codebook(themes).list.map((placed) => placed.theme);
  const [a, b] = [list[i % list.length], list[j % list.length]];
  if (a === undefined || b === undefined) return { themes, points };
  const put = (more: Partial<Theme>): Theme[] =>
    themes.map((one) => (one.id === a.id ? { ...one, ...more } : one));
  const isUnder = a === b || codebook(themes).get(b.id)?.above.includes(a.id) === true;
  const fresh = theme(`n${n}`, { name: a.name, parent: a.parent });
  const to = (id: string): string => (id === a.id ? fresh.id : id);
  switch (k) {
    case 'merge':
      return { themes: a === b ? themes : put({ into: b.id }), points };
    case 'fresh':
      return { themes: [...put({ into: fresh.id }), fresh], points };
    case 'anew':
      return {
        themes: [
          ...themes
            .filter((one) => one !== a)
            .map((one) => ({ ...one, into: to(one.into), parent: to(one.parent) })),
          fresh,
        ],
        points: points.map((one) => ({ ...one, themes: one.themes.map(to) })),
      };
    case 'nest':
      return { themes: isUnder ? themes : put({ parent: b.id }), points };
    case 'out':
      return { themes: put({ parent: '' }), points };
    default:
      return k satisfies never;
  }
}

test('RT2 however themes are nested, merged and made anew: that fewer than the floor went shows in nothing', () => {
  const [f, w] = [families?.id ?? '', workers?.id ?? ''];
  const heap = fc.record({
    session: fc.constantFrom('w', 'x'),
    group: fc.constantFrom('', f, w),
    stance: fc.constantFrom('' as const, '' as const, 'disagree' as const),
    // Of each there is a number: of what never had one nobody knows what it would be.
    n: fc.integer({ min: 5, max: 9 }),
  });
  const op = fc.record({
    k: fc.constantFrom(...(['merge', 'fresh', 'anew', 'nest', 'out'] as const)),
    i: fc.nat(5),
    j: fc.nat(5),
  });
  fc.assert(
    fc.property(
      fc.array(heap, { minLength: 1, maxLength: 3 }),
      fc.nat(3),
      fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
      fc.array(op, { minLength: 1, maxLength: 3 }),
      (heaps, nested, goes, ops) => {
        const themes = ['a', 'b', 'c'].map((id, i) =>
          theme(id, { order: i, parent: i > 0 && ((nested >> (i - 1)) & 1) === 1 ? 'a' : '' }),
        );
        const all = heaps.flatMap(({ n, ...more }, i) => many(`${i}-`, n, [['a', 'b', 'c'][i] ?? ''], more));
        const gone = new Set(goes.map((i) => all[i % all.length]?.id));
        const [as, less] = [all, all.filter(({ id }) => !gone.has(id))].map((points) => {
          let day: Day = { themes, points };
          const days = ops.map((one, i) => {
            day = changed(day, one, i);
            return day;
          });
          return releases({ themes, points: all }, { themes, points }, ...days);
        });
        expect(less).toEqual(as);
      },
    ),
    { numRuns: 300 },
  );
});
