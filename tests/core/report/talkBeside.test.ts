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
