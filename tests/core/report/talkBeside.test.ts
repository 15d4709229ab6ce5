/** Where themes and recommendations were raised, as the chapters of releases and pages tell it beside each other. */
import { describe, expect, test } from '@jest/globals';
import { askedReport } from '../../../core/report/asked.ts';
import { newReport } from '../../../core/report/document.ts';
import { fromWords } from '../../../core/recommendations/toldWords.ts';
import type { ToldOut } from '../../../core/recommendations/told.ts';
import { toldBeside, type ToldSource } from '../../../core/recommendations/toldLists.ts';
import type { TalkReport } from '../../../core/report/talk.ts';
import type { EntryTalk } from '../../../core/release/types.ts';
import { NEW_PASSAGE, NEW_SOURCE } from '../../../core/talk/sources.ts';
import type { Point } from '../../../core/talk/types.ts';
import { recommendation } from '../../support/recommendations.ts';
import { consultation, of, said, talk, theme, there } from './talkMade.ts';

const SESSIONS = there
  .slice(0, 3)
  .map((session) => ({ ...session, attendance: [{ group: null, gender: '', ageBand: '', n: 20 }] }));
const TALK = { themes: [theme('a'), theme('b', { parent: 'a' })], codings: [], sources: [], passages: [] };
const many = (session: string, n: number, themes = ['b']): Point[] =>
  Array.from({ length: n }, (_, i) => said(`${session}${themes.join('')}${i}`, themes, { session }));

interface Now {
  points: Point[];
  evidence?: string[];
  /** Those of the report. */
  sessions?: string[];
  more?: Partial<ToldSource['talk']>;
}

/** What went out, one after the other: themes by a release, recommendations by a page or by the next release. */
function series() {
  const earlier: EntryTalk[] = [];
  const out: ToldOut[] = [];
  const source = ({ points, evidence = ['theme.b'], more }: Now, id = 'r'): ToldSource => ({
    consultation,
    list: [recommendation(id, { evidence })],
    out,
    sessions: SESSIONS,
    eligible: [],
    talk: { ...TALK, points, ...more },
    postits: [],
    releases: earlier,
    floor: 5,
  });
  const themes = (now: Now): TalkReport | null =>
    talk(now.points, {
      sessions: SESSIONS.filter(({ id }) => now.sessions?.includes(id) !== false),
      all: SESSIONS,
      talk: { ...TALK, points: now.points, ...now.more },
      document: newReport(5, 'shown'),
      earlier,
      date: `2026-11-0${earlier.length + 1}`,
      beside: toldBeside(source(now)),
    });
  return {
    themes: (now: Now, id = 'b'): string => {
      const report = themes(now);
      if (report !== null) earlier.push(report.entry);
      const row = of(report, id);
      if (row === undefined) return 'none';
      const points = typeof row.points === 'string' ? row.points : `${row.points.n}`;
      return `${row.sessions} of ${row.of}, ${points}`;
    },
    page: (now: Now, id = 'r', named = false): string => {
      const asked = askedReport(source(now, id), 'release');
      out.push(...(asked?.from ?? []));
      const [item] = asked?.change ?? [];
      return item === undefined ? 'none' : fromWords({ ...item, themes: named ? item.themes : [] }, 5);
    },
  };
}
type Series = ReturnType<typeof series>;

describe('RC6 RT1 beside what a release told of themes', () => {
  test('RC6 a recommendation that is new does not tell what was taken back of its theme', () => {
    for (const w of [11, 1]) {
      const all = series();
      const then = all.themes({ points: [...many('w', w), ...many('x', 1), ...many('y', 6, ['a'])] });
      const now = { points: [...many('w', w), ...many('y', 6, ['a'])] };
      expect(then).toContain('2 of 3');
      expect(all.themes(now)).toBe(then);
      expect(all.page(now)).toBe('Raised in 2 of 3 sessions.');
      // All that was under it is gone.
      if (w === 1) expect(all.page({ points: many('y', 6, ['a']) })).toBe('Raised in 2 of 3 sessions.');
    }
  });

  test('RC6 what was one participant’s stays so, and what was told of more holds for a part of it', () => {
    const alone = series();
    expect(alone.themes({ points: [...many('w', 1), ...many('x', 6, ['a'])] })).toBe('1 of 2, one');
    expect(alone.page({ points: [...many('w', 3), ...many('x', 6, ['a'])] })).toBe(
      'Raised by one person in the sessions.',
    );
    // Few came in x to what is under a: told of b, they would be seen in what stands of a.
    const part = series();
    expect(part.themes({ points: [...many('w', 6), ...many('y', 6, ['c'])] }, 'a')).toBe('1 of 2, 6');
    expect(part.page({ points: [...many('w', 6), ...many('x', 2)], evidence: ['theme.b'] })).toBe(
      'Raised in 1 of 3 sessions.',
    );
    // Five are told, of the part and of the whole.
    expect(part.page({ points: [...many('w', 6), ...many('x', 5)], evidence: ['theme.a'] }, 's')).toBe(
      'Raised in 2 of 3 sessions.',
    );
  });
});

describe('RC6 RT1 beside what was told of recommendations', () => {
  test('RT1 RC6 the chapter on themes does not tell what was taken back, nor another recommendation', () => {
    const [w, x, a] = [many('w', 11), many('x', 1), many('y', 6, ['a'])];
    const all = series();
    expect(all.page({ points: [...w, ...x, ...a] })).toBe('Raised in 2 of 3 sessions.');
    const now = { points: [...w, ...a] };
    expect(all.themes(now)).toBe('2 of 3, 11');
    expect(all.page(now, 'other')).toBe('Raised in 2 of 3 sessions.');
    // It stays so in the next.
    expect(all.themes({ points: [...w, ...a, ...many('y', 6)] })).toBe('3 of 3, 17');
  });

  test('RT1 RC6 few that came stay unseen, and a theme of which nothing is left stays in its place', () => {
    const [w, a] = [many('w', 7), many('y', 6, ['a'])];
    const came = series();
    came.page({ points: [...w, ...a] });
    expect(came.themes({ points: [...w, ...a, ...many('x', 3)] })).toBe('1 of 3, 10');
    expect(came.themes({ points: [...w, ...a, ...many('x', 3)] })).toBe('1 of 3, 10');
    expect(came.page({ points: [...w, ...a, ...many('x', 3)] })).toBe('Raised in 1 of 3 sessions.');
    expect(came.themes({ points: [...w, ...a, ...many('x', 9)] })).toBe('2 of 3, 16');
    const gone = series();
    gone.page({ points: [...many('w', 1), ...many('x', 1), ...a] });
    expect(gone.themes({ points: a })).toBe('2 of 3, few');
    const one = series();
    expect(one.page({ points: [...many('w', 1), ...a] })).toBe('Raised by one person in the sessions.');
    expect(one.themes({ points: [...many('w', 3), ...many('x', 1), ...a] })).toBe('1 of 3, one');
    const two = series();
    two.page({ points: [...many('w', 1), ...many('x', 1), ...a] });
    expect(two.themes({ points: [...many('w', 1), ...a] })).toBe('2 of 3, few');
  });
});

test('RC4 RC6 RT7 whether an interview raised what one person said is in neither of them', () => {
  const points = [...many('w', 1), ...many('x', 9, ['a'])];
  const sources = ['i1', 'i2'].map((id) => ({
    ...NEW_SOURCE,
    id,
    title: id,
    text: 'Visits are too short.',
    mayUse: true,
  }));
  const read = [[], [{ ...NEW_PASSAGE, id: 'p', source: 'i1', to: 6, themes: ['b'] }]];
  const seen = read.map((passages) => {
    const all = series();
    const now = { points, more: { sources, passages } };
    return [all.page(now), all.themes(now)];
  });
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[0]?.[0]).toBe('Raised by one person in the sessions.');
});

/** What is read where somebody takes a point of theirs back, and where nobody does. */
function worlds(all: Point[], gone: string, read: (now: Point[], series: Series) => string[]): string[][] {
  return [all.filter(({ id }) => id !== gone), all].map((now) => read(now, series()));
}
const APART = { themes: [theme('a'), theme('b')] };
const into = (id: string, other: string) => theme(id, { into: other });
const MERGED = [
  [theme('a'), into('b', 'b2'), theme('b2', { name: 'Theme b' })],
  [into('a', 'a2'), into('b', 'b2'), theme('a2', { name: 'Theme a' }), theme('b2', { name: 'Theme b' })],
  [theme('a'), into('b', 'a')],
  [theme('a'), theme('b', { parent: 'a' })],
];
const BOTH = ['theme.a', 'theme.b'];

describe('RC6 RT1 what stands of themes that were told of together, or are one now', () => {
  test('RT1 a theme stands in its place that a page named with another, and each where it was raised', () => {
    const told = worlds([...many('w', 1, ['a']), ...many('x', 1)], 'xb0', (now, all) => {
      const then = [...many('w', 1, ['a']), ...many('x', 1)];
      expect(all.page({ points: then, evidence: BOTH, more: APART })).toBe('Raised in 2 of 3 sessions.');
      return [all.themes({ points: now, more: APART }), all.themes({ points: now, more: APART }, 'a')];
    });
    expect(told[0]?.[0]).toBe('1 of 2, few');
    expect(told[1]?.[0]).toBe('1 of 2, one');
    const points = [...many('w', 1, ['a']), ...many('x', 1, ['a']), ...many('y', 1)];
    const [gone, kept] = worlds(points, 'xa0', (now, all) => {
      all.page({ points, evidence: BOTH, more: APART });
      return [all.themes({ points: now, more: APART }, 'a'), all.page({ points: now, more: APART }, 's')];
    });
    expect(gone).toEqual(kept);
    expect(gone).toEqual(['2 of 3, few', 'Raised by one person in the sessions.']);
  });

  test('RC6 merging or nesting a theme of which nothing is left leaves a recommendation as it was told', () => {
    const points = [...many('w', 1, ['a']), ...many('x', 1)];
    for (const themes of MERGED)
      for (const releases of [0, 1, 2]) {
        const [gone, kept] = worlds(points, 'xb0', (now, all) => {
          const evidence = BOTH;
          all.page({ points, evidence, more: APART });
          for (let i = 0; i < releases; i += 1) all.themes({ points: now, more: APART });
          const after = [now, now.filter(({ id }) => id === 'wa0')];
          return after.map((left) => all.page({ points: left, evidence, more: { themes } }, 'r', true));
        });
        expect(gone).toEqual(kept);
        expect(gone?.[0]).toContain('Raised in 2 of 3 sessions. Theme');
        expect(gone?.[0]?.includes('Theme b')).toBe(themes[1]?.into !== 'a');
      }
  });

  test('RC4 one person’s stays so where its theme is merged, however often a release told of it', () => {
    const [all, points] = [series(), many('w', 1, ['a'])];
    const evidence = ['theme.a'];
    expect(all.page({ points, evidence, more: APART })).toBe('Raised by one person in the sessions.');
    for (const row of ['1 of 1, one', '1 of 1, 1', '1 of 1, 1'])
      expect(all.themes({ points, more: APART }, 'a')).toBe(row);
    const merged = { themes: [into('a', 'a2'), theme('a2')] };
    expect(all.page({ points, evidence, more: merged })).toBe('Raised by one person in the sessions.');
  });

  test('RC6 beside a statement one person’s is held where a number of sessions told of two', () => {
    const evidence = ['theme.b', `statement.${consultation.statements[0]?.id}`];
    const [gone, kept] = worlds([...many('w', 1), ...many('x', 1)], 'xb0', (now, all) => {
      const points = [...many('w', 1), ...many('x', 1)];
      expect(all.page({ points, evidence })).toContain('Raised in 2 of 3 sessions. It follows');
      return [all.page({ points: now }, 'other'), all.themes({ points: now })];
    });
    expect(gone).toEqual(kept);
    expect(gone?.[0]).toBe('Raised in 2 of 3 sessions.');
    // In one session it may have been one person’s.
    const one = series();
    expect(one.page({ points: many('w', 2), evidence })).toContain('Raised in 1 of 3 sessions.');
    expect(one.page({ points: many('w', 1) }, 'other')).toBe('Raised by one person in the sessions.');
  });
});

describe('RT1 of how many sessions it is told in how many a theme was raised', () => {
  test('RT1 what stands says of those in which it was told to be, also in the next release', () => {
    const points = [...many('w', 1), ...many('x', 1)];
    const [gone, kept] = worlds(points, 'xb0', (now, all) => {
      expect(all.page({ points })).toBe('Raised in 2 of 3 sessions.');
      const more = { themes: [theme('b'), theme('c')] };
      const later = [...now, ...many('w', 6, ['c'])];
      return [all.themes({ points: now, more }), all.themes({ points: later, more })];
    });
    expect(gone).toEqual(kept);
    expect(gone).toEqual(['2 of 2, few', '2 of 2, few']);
  });

  test('RT1 a number of an earlier day has the sessions of that day, whatever a page told since', () => {
    const points = [...many('w', 11), ...many('x', 1)];
    const [gone, kept] = worlds(points, 'xb0', (now, all) => {
      expect(all.themes({ points, sessions: ['w'] })).toBe('1 of 1, 11');
      expect(all.page({ points })).toBe('Raised in 2 of 3 sessions.');
      return [all.themes({ points: now }), all.page({ points: now }), all.page({ points: now }, 'other')];
    });
    expect(gone).toEqual(kept);
    expect(gone).toEqual(['1 of 1, 11', 'Raised in 2 of 3 sessions.', 'Raised in 2 of 3 sessions.']);
  });
});

describe('RC6 RT1 what stands of a theme that is made anew, or nested', () => {
  test('RC6 a theme that was typed anew has what was told of it, of a recommendation that is new as well', () => {
    const points = [...many('w', 1), ...many('x', 1), ...many('y', 6, ['a'])];
    const [gone, kept] = worlds(points, 'xb0', (now, all) => {
      all.themes({ points });
      all.page({ points });
      const more = { themes: [theme('a'), theme('n', { name: 'Theme b', parent: 'a' })] };
      const anew = now.map((one) => (one.themes.includes('b') ? { ...one, themes: ['n'] } : one));
      const next = { points: anew, evidence: ['theme.n'], more };
      return [all.page(next), all.page(next, 'new'), all.themes(next, 'n')];
    });
    expect(gone).toEqual(kept);
    expect(gone?.slice(0, 2)).toEqual(['Raised in 2 of 3 sessions.', 'Raised in 2 of 3 sessions.']);
  });

  test('RC6 what one is nested under was raised where that was, and is one person’s where nothing else is in it', () => {
    const nested = { themes: [theme('p'), theme('b', { parent: 'p' })] };
    const evidence = ['theme.p'];
    for (const released of [false, true]) {
      const points = [...many('x', 1), ...many('y', 6, ['a'])];
      const [gone, kept] = worlds(points, 'xb0', (now, all) => {
        all.page({ points, more: APART });
        if (released) all.themes({ points, more: APART });
        const next = { points: now, evidence, more: nested };
        return [all.page(next, 's', true), all.themes(next, 'p'), all.page(next, 't', true)];
      });
      expect(gone).toEqual(kept);
      const lone = 'Raised by one person in the sessions. Theme: Theme p.';
      expect([gone?.[0], gone?.[2]]).toEqual([lone, lone]);
    }
    // With one who said something else under it they are two.
    const points = [...many('w', 1, ['p']), ...many('x', 1)];
    const [gone, kept] = worlds(points, 'xb0', (now, all) => {
      all.page({ points: points.slice(1), more: APART });
      return [all.page({ points: now, evidence, more: nested }, 's')];
    });
    expect(gone).toEqual(kept);
    expect(gone).toEqual(['Raised in 2 of 3 sessions.']);
  });
});
