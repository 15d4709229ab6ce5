/** The same words in two releases on different sessions: whoever finds both knows where they were said. */
import { describe, expect, test } from '@jest/globals';
import { attributionFor, type Attributes } from '../../../core/attribution.ts';
import { talkAbout, withAbout, type With } from '../../../core/release/about.ts';
import type { EntryTalk, QuoteEntry, ReleaseEntry } from '../../../core/release/types.ts';
import { newReport } from '../../../core/report/document.ts';
import { releasedQuotes } from '../../../core/report/quotes.ts';
import { makeSayOf, type SaidBefore } from '../../../core/report/register.ts';
import { studiesReport } from '../../../core/report/studies.ts';
import { NEW_CASE_STUDY, type CaseStudy } from '../../../core/caseStudies/types.ts';
import type { Session } from '../../../core/session.ts';
import fc from 'fast-check';
import { interview, on } from './interviewsMade.ts';
import { about, board, comment, groupSet, GROUPS, part } from './quotesMade.ts';
import { consultation, families, of, said, SESSIONS, talk, theme, there } from './talkMade.ts';

const group = families?.id ?? '';
const heads = (gender: string, ageBand: string, n: number) => ({ group: null, gender, ageBand, n });
/** One young woman in w, twelve in x. */
const ATTENDANCE: Record<string, ReturnType<typeof heads>[]> = {
  w: [heads('woman', '18 to 25', 1), heads('man', '26 and over', 11)],
  x: [heads('woman', '18 to 25', 12), heads('man', '26 and over', 10)],
};
const all = there.map((one): Session => ({ ...one, groups: [group], attendance: ATTENDANCE[one.id] ?? [] }));
const sessionsOf = (ids: readonly string[]): Session[] => all.filter(({ id }) => ids.includes(id));
const WOMAN = { gender: 'woman', ageBand: '18 to 25' };

const theirs = ['w', 'x', 'y'].flatMap((session) =>
  Array.from({ length: 9 }, (_, i) => said(`${session}${i}`, ['a'], { session })),
);
const quote = said('quote', ['a'], { session: 'w', kind: 'quote', mayQuote: true, ...WOMAN });
const chosen = (session: string, point: string) => ({
  session,
  point,
  chosen: true,
  checked: true,
  published: null,
});

type Reported = { said: Attributes | null; held: string[] };
/** What releases on these sessions, one after the other, say of whoever said it; null: it is not in it. */
function told(reports: readonly string[][], passage = false): Reported[] {
  const earlier: With<EntryTalk>[] = [];
  return reports.map((ids, i) => {
    const report = talk([], {
      consultation: { ...consultation, floor: 10 },
      talk: {
        themes: [theme('a')],
        points: passage ? theirs : [...theirs, quote],
        codings: [],
        sources: passage ? [interview('s', { mayQuote: true, ...WOMAN, group })] : [],
        passages: passage ? [on('s', ['a'])] : [],
      },
      document: {
        ...newReport(10, 'shown'),
        points: [passage ? chosen('', 'p-s') : chosen('w', 'quote')],
      },
      sessions: sessionsOf(ids),
      all,
      earlier: [...earlier],
      date: `2026-11-0${i + 1}`,
    });
    if (report !== null) earlier.push({ ...report.entry, about: ids });
    return { said: of(report, 'a')?.quotes[0]?.said ?? null, held: report?.heldQuotes ?? [] };
  });
}

describe('what was said in a session', () => {
  test('RT3 of whoever said it as much is told as enough people share in the sessions that all reports with it are about', () => {
    const [first, second] = told([['w'], ['w', 'x']]);
    expect(first?.said).toEqual({});
    // Thirteen are young women in both sessions, and one where it was said.
    expect(second?.said).toEqual({});
    expect(told([['w', 'x']])[0]?.said).toEqual(WOMAN);
  });

  test('RT3 it is left out of a report on fewer sessions where too few share there what was said before', () => {
    const [first, second, third] = told([['w', 'x'], ['w'], ['w', 'x']]);
    expect(second).toEqual({ said: null, held: ['quote'] });
    // It was not in that one, so nothing follows from it.
    expect(third).toEqual(first);
  });

  test('RT3 a register of before says by its figures and themes which sessions a release was about', () => {
    const entry = (more: object): ReleaseEntry => ({ number: 1, date: '', floor: 5, boards: [], ...more });
    const quotes: EntryTalk = { cells: [], quotes: [] };
    expect(withAbout(entry({ about: ['w'] }), quotes).about).toEqual(['w']);
    expect(withAbout(entry({ talk: { ...quotes, counted: ['w', 'x'] } }), quotes).about).toEqual(['w', 'x']);
    const figures = [{ set: { sessions: ['y'], units: null, others: null }, there: false }];
    const boards = [{ statement: 's', round: 1, figures, atoms: [] }];
    expect(withAbout(entry({ boards }), quotes).about).toEqual(['y']);
    expect(withAbout(entry({}), quotes)).toEqual(quotes);
    expect(talkAbout({ ...quotes, counted: ['w'] })).toEqual({ about: ['w'] });
    expect(talkAbout({ ...quotes, counted: ['w'], about: ['x'] })).toEqual({ about: ['x'] });
    expect(talkAbout(quotes)).toEqual({});
  });

  test('RT3 nor is anything added to what was said before that fewer share than the floor', () => {
    const rows = [
      { group, gender: 'woman', ageBand: '18 to 25', n: 4 },
      { group, gender: 'woman', ageBand: '26 and over', n: 8 },
      { group, gender: 'man', ageBand: '18 to 25', n: 8 },
    ];
    const sayOf = makeSayOf({
      consultation: { ...consultation, floor: 10 },
      document: newReport(10, 'shown'),
      sessions: sessionsOf(['w']).map((one) => ({ ...one, attendance: rows })),
      audience: 'release',
    });
    const young: SaidBefore = { said: { ageBand: '18 to 25' } };
    expect(sayOf(WOMAN, [], 'w')).toEqual({ gender: 'woman' });
    expect(sayOf(WOMAN, [young], 'w')).toEqual({});
  });
});

test('RT3 RT2 whoever puts all reports together that have the words finds as many as the floor who could have said them', () => {
  const cell = fc.record({
    gender: fc.constantFrom('woman', 'man'),
    ageBand: fc.constantFrom('young', 'old'),
    n: fc.integer({ min: 0, max: 9 }),
  });
  const sizes = fc.tuple(...SESSIONS.map(() => fc.array(cell, { maxLength: 4 })));
  const reports = fc.array(fc.subarray(SESSIONS, { minLength: 1 }), { minLength: 1, maxLength: 4 });
  const who = fc.record({
    gender: fc.constantFrom('woman', 'man'),
    ageBand: fc.constantFrom('young', 'old'),
  });
  let narrowed = 0;
  fc.assert(
    fc.property(sizes, reports, who, fc.constantFrom(...SESSIONS), (rows, list, speaker, session) => {
      const people = there.map((one, i) => ({
        ...one,
        groups: [],
        attendance: (rows[i] ?? []).map((row) => ({ ...row, group: null })),
      }));
      const before: Required<SaidBefore>[] = [];
      for (const ids of list) {
        if (!ids.includes(session)) continue;
        const sayOf = makeSayOf({
          consultation: { ...consultation, floor: 5 },
          document: newReport(5, 'shown'),
          sessions: people.filter(({ id }) => ids.includes(id)),
          audience: 'release',
        });
        const words = sayOf(speaker, before, session);
        if (words !== null) before.push({ said: words, about: ids });
      }
      // The reader: which sessions, and which of those who were there.
      const where = people.filter(({ id }) => before.every(({ about: ids }) => ids.includes(id)));
      const known = Object.assign({}, ...before.map((one) => one.said)) as Attributes;
      if (Object.values(known).every((value) => value === '')) return;
      narrowed += before.length > 1 ? 1 : 0;
      const register = where.flatMap(({ attendance }) =>
        attendance.map(({ gender, ageBand, n }) => ({ gender, ageBand, n })),
      );
      expect(attributionFor(register, known, 5)).toMatchObject({ dropped: [] });
      expect(attributionFor(register, known, 5).k).toBeGreaterThanOrEqual(5);
    }),
    { numRuns: 5000 },
  );
  expect(narrowed).toBeGreaterThan(200);
});

test('RT8 words out of an interview are in no two reports that have no session in common: nobody there can have said them', () => {
  const [first, second, third] = told([['x'], ['w', 'y'], ['x', 'w']], true);
  expect(first?.said).toEqual({ group: families?.label, ...WOMAN });
  expect(second).toEqual({ said: null, held: ['p-s'] });
  expect(third?.said).toEqual({ group: families?.label, ...WOMAN });
});

test('CS9 of the person of a case study likewise, and it is left out where what was said before would tell too much', () => {
  const study = {
    ...NEW_CASE_STUDY,
    ...WOMAN,
    id: 'a',
    title: 'T',
    text: 'A story.',
    version: 'v',
    yesTo: 'v',
    yesDay: '2026-11-01',
    yesHow: 'read',
    readTo: 'v',
    reader: 'Second',
    readDay: '2026-11-02',
    writer: 'First',
  } satisfies CaseStudy;
  const report = (ids: string[], before: { said: Attributes; about: string[] }[]) =>
    studiesReport({
      consultation: { ...consultation, floor: 10 },
      document: { ...newReport(10, 'shown'), caseStudies: ['a'] },
      sessions: sessionsOf(ids),
      caseStudies: [study],
      earlier: before.map(({ said: then, ...where }) => ({
        ...where,
        persons: [{ of: 'study', id: 'a', in: '', said: then }],
      })),
      audience: 'release',
    });
  expect(report(['w', 'x'], [])).toMatchObject({ list: [{ said: WOMAN }], held: 0 });
  expect(report(['w', 'x'], [{ said: {}, about: ['w'] }])?.list[0]?.said).toEqual({});
  expect(report(['w'], [{ said: WOMAN, about: ['w', 'x'] }])).toMatchObject({ list: [], held: 1 });
  // Nothing says that it was told in a session: where nothing was said of the person, it may stand in another report.
  expect(report(['y'], [{ said: {}, about: ['w'] }])).toMatchObject({ list: [{ said: {} }], held: 0 });
});

test('F10 a quoted post-it likewise', async () => {
  const source = await about();
  const only = { ...groupSet('staff'), sessions: ['one'] };
  const small = [part(['Staff'], only, [2, 0, 0, 3, 0])];
  const quoted = (
    ids: string[],
    parts: typeof GROUPS,
    before: { about: string[]; said: QuoteEntry['said'] }[],
  ) =>
    releasedQuotes(
      [comment({ membership: 'staff' })],
      {
        ...source,
        sessions: source.sessions.filter(({ id }) => ids.includes(id)),
        releases: before.map((one) => ({
          entry: {
            number: 1,
            date: '2026-11-01',
            floor: 5,
            boards: [],
            about: one.about,
            quotes: [{ session: 'one', board: 1, tag: 't', said: one.said }],
          },
        })),
      },
      { boards: [board(parts)] },
    ).map(({ by }) => by);
  const staff = { as: 'role' as const, label: 'Staff', set: groupSet('staff') };
  expect(quoted(['one', 'two'], GROUPS, [])).toEqual(['Staff']);
  // Three of the five are where a report on that session alone had the words.
  expect(quoted(['one', 'two'], GROUPS, [{ about: ['one'], said: null }])).toEqual(['Participant']);
  expect(quoted(['one'], small, [{ about: ['one', 'two'], said: staff }])).toEqual([]);
  expect(quoted(['one'], small, [{ about: ['one', 'two'], said: null }])).toEqual(['Participant']);
});
