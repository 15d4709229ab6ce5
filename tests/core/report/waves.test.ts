/** A report beside the wave before, from a register that is written by hand. */
import { expect, test } from '@jest/globals';
import type { EntryBoard } from '../../../core/release/types.ts';
import { buildReport } from '../../../core/report/build.ts';
import { EVERYONE, releasedOf, setKey } from '../../../core/waves/released.ts';
import { recommendation } from '../../support/recommendations.ts';
import { OFTEN } from '../../support/waves.ts';
import { plain } from '../../support/readReport.ts';
import { sampleInput } from './made.ts';
import { answered, asked, board, FIRST, now, reportOf, SECOND, SET, THEN, unit } from './wavesMade.ts';

test('WA5 the latest figure of each set of people is read from the register as it was printed', () => {
  const found = releasedOf([FIRST, SECOND], [asked('listen')], 'listen', ['parents', 'staff']);
  expect(found.map(({ key, date, figure }) => [key, date, figure.counts, figure.declined])).toEqual([
    [EVERYONE, '2025-09-01', [6, 2, 3, 4, 13], { n: 1, x: 0 }],
    ['parents', '2025-09-01', [1, 2, 3, 4, 8], { n: 1, x: 0 }],
    ['staff', '2025-06-01', [5, 0, 0, 0, 5], { n: 0, x: 0 }],
  ]);
  expect(found.every(({ figure }) => figure.notAnswered === null)).toBe(true);
  // A scale that nobody knows any more, or more than one, is compared with nothing.
  expect(releasedOf([FIRST], [], 'listen', [])).toEqual([]);
  expect(releasedOf([FIRST], [asked('listen'), asked('listen', OFTEN)], 'listen', [])).toEqual([]);
});

test('WA3 WA5 figures are about the same people where the same groups are put together, and never where sessions are chosen', () => {
  const both = { units: [unit('b'), unit('a')], others: null };
  expect(setKey(both, ['a', 'b'])).toBe(setKey({ units: [unit('a', 'b')], others: null }, ['b', 'a', 'c']));
  expect(setKey({ units: [{ groups: ['a'], sessions: ['s'] }], others: null }, ['a'])).toBeNull();
  expect(setKey({ units: [{ groups: [], sessions: [] }], others: null }, ['a'])).toBeNull();
  const others = { units: [unit('a')], others: [unit('a'), unit('b')] };
  expect(setKey(others, ['a', 'b'])).toBe(setKey(others, ['b', 'a']));
  expect(setKey(others, ['a', 'b'])).not.toBe(setKey(others, ['a', 'b', 'c']));
  expect(setKey(others, ['a', 'b'])).not.toBe(setKey({ ...others, others: null }, ['a', 'b']));
});

test('WA3 WA5 WA6 figures then and now, reasons where there are none, and what became of what was recommended without a number of people', () => {
  const report = reportOf(THEN);
  expect(report).toMatchObject({ state: 'released', date: '2025-09-01', was: { n: 2, year: '2025' } });
  expect(
    report.statements.map(({ id, pairs, apart, worded }) => [
      id,
      pairs.map(({ label, was, now: at, date }) => [label, was.counts, at.counts, date]),
      apart,
      worded.map(({ was }) => was),
    ]),
  ).toEqual([
    [
      'listen',
      [
        ['', [6, 2, 3, 4, 13], [1, 1, 0, 1, 2], '2025-09-01'],
        ['Parents', [1, 2, 3, 4, 8], [0, 0, 0, 1, 2], '2025-09-01'],
      ],
      [
        { label: 'Workforce and Young people', fresh: false },
        { label: 'Young people', fresh: true },
      ],
      [],
    ],
    ['ask', [['', [4, 3, 2, 1, 10], [1, 1, 0, 1, 2], '2025-06-01']], [], [['Other words']]],
  ]);
  expect(report.not.map(({ number, why }) => [number, why])).toEqual([
    [3, 'scale'],
    [4, 'new'],
  ]);
  expect(report.since.map(({ text, word, raised }) => [text, word, raised])).toEqual([
    ['Ring back', null, null],
  ]);
});

test('WA3 WA5 who is told apart in one of the two only is named, in the chapter and with each statement', async () => {
  const parents = [{ label: 'Parents', key: 'parents', figure: answered(4, 5, 5), reprinted: null }];
  const fresh = { label: 'Young people', key: 'young', figure: answered(1), reprinted: null };
  const report = reportOf(THEN, [now('listen', { parts: [...parents, fresh] }), now('ask', { parts: [] })]);
  expect(report.statements.map(({ gone }) => gone)).toEqual([[['staff']], []]);
  expect(report.only).toEqual({ was: [['staff']], now: ['Young people'] });
  const input = await sampleInput({});
  const text = plain(JSON.stringify(buildReport({ ...input, waves: report }).sections));
  expect(text).toContain('Told apart in 2025 only, so not compared here: Workforce.');
  expect(text).toContain('“Everyone” of 2025 has these people in it.');
  expect(text).toContain('Told apart in 2026 only, so not compared here: Young people.');
  expect(text).toContain('Workforce: told apart in 2025 only');
  // Put together with others, or "everyone else", they may be there: nothing is said of them.
  const joined = [...parents, { ...fresh, label: 'Others', key: 'staff+young' }];
  expect(reportOf(THEN, [now('listen', { parts: joined })]).only).toEqual({ was: [], now: ['Others'] });
  const rest = 'young and none of parents+young of parents+staff+young';
  const everyoneElse = [...parents, { ...fresh, key: rest }];
  expect(reportOf(THEN, [now('listen', { parts: everyoneElse })]).only).toEqual({ was: [], now: [] });
  // Who stands in a release on other sessions is not among everyone of the last one.
  const later = { ...SECOND, boards: [board('listen', [{ ...SET, sessions: ['b'] }], [1], [])] };
  const other = {
    ...THEN,
    boards: [...THEN.boards, { ...asked('listen'), session: 'b' }],
    releases: [FIRST, later],
  };
  expect(reportOf(other, [now('listen', { parts: parents })]).only.was).toEqual([]);
  // A figure that is printed again is not said to be among those of today.
  const again = now('listen', { parts: [fresh], reprinted: '2026-02-02' });
  expect(reportOf(THEN, [again]).only.now).toEqual([]);
  // Nothing is told apart now: all that was is named.
  expect(reportOf(THEN, [now('listen', { parts: [] })]).only.was).toEqual([['parents'], ['staff']]);
});

test('WA3 WA5 a statement that was released then and has no figure in this report is named, and one that has neither is not', async () => {
  const report = reportOf(THEN, [now('listen')]);
  expect(report.not.map(({ number, why }) => [number, why])).toEqual([
    [2, 'untold'],
    [3, 'untold'],
  ]);
  const text = plain(JSON.stringify(buildReport({ ...(await sampleInput({})), waves: report }).sections));
  expect(text).toMatch(/2\. “[^”]+”: This report has no figure of it\./u);
});

test('WA6 a promised day that is over by the day of the report says so, as it does on the page', async () => {
  const promised = recommendation('r1', {
    text: 'Ring back',
    askedOn: '2025-06-02',
    answer: 'accepted',
    answeredOn: '2025-07-01',
    promises: ['2025-07-01>2026-03-31'],
  });
  const waves = reportOf({ ...THEN, recommendations: [promised] });
  const printed = async (date: string) =>
    plain(JSON.stringify(buildReport({ ...(await sampleInput({ date })), waves }).sections));
  expect(await printed('2026-03-31')).not.toContain('That day has passed');
  expect(await printed('2026-04-01')).toContain('That day has passed.');
});

test('WA5 of two rounds the last that stands on both sides is compared', () => {
  const round2 = (entry: EntryBoard): EntryBoard => ({ ...entry, round: 2 });
  const both = [now('listen'), now('listen', { round: 2, whole: answered(5, 5, 5) })];
  const [first] = reportOf(THEN, both).statements;
  expect(first?.pairs[0].now.counts).toEqual([1, 1, 0, 1, 2]);
  const twice = {
    ...THEN,
    boards: [...THEN.boards, { ...asked('listen'), round: 2 as const }],
    releases: [FIRST, { ...SECOND, boards: SECOND.boards.map(round2) }],
  };
  const [second] = reportOf(twice, both).statements;
  expect(second?.pairs[0].was.counts).toEqual([6, 2, 3, 4, 13]);
  expect(second?.pairs[0].now.counts).toEqual([0, 0, 0, 0, 3]);
});

test('WA5 nothing was released, nothing is here, a figure is withheld: each is said, and no figure of then stands anywhere', () => {
  const unreleased = reportOf({ ...THEN, releases: [] });
  expect(unreleased).toMatchObject({ state: 'unreleased', statements: [], not: [], dropped: [] });
  expect(reportOf(null)).toMatchObject({
    state: 'missing',
    statements: [],
    since: [],
    was: { year: '2025' },
  });
  const part = reportOf({ ...THEN, releases: [SECOND] }, [now('ask'), now('listen', { whole: null })]);
  expect(part.not.map(({ why }) => why)).toEqual(['withheld', 'unreleased']);
  expect(part.only).toEqual({ was: [], now: [] });
  // The days of then were not told, so the year is that of the release.
  expect(reportOf({ ...THEN, showDates: false, releases: [{ ...FIRST, date: '2026-01-02' }] }).was.year).toBe(
    '2026',
  );
});

test('WA5 F15 the chapter has a figure with two bars for each part, words and numbers, and statistics where they are asked for', async () => {
  const input = await sampleInput({});
  const waves = reportOf(THEN);
  const built = (show = input.document.show) =>
    buildReport({ ...input, document: { ...input.document, show }, waves }).sections.filter(
      ({ id }) => id.startsWith('waves') || id === 'recommendation-since',
    );
  const chapter = built();
  expect(chapter.map(({ id }) => id)).toEqual(['waves', 'waves-1', 'waves-2', 'recommendation-since']);
  // What is not of the last release has its date in the first table too.
  const [table] = chapter.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === 'table' ? [b] : [])));
  const cells = table?.rows.flatMap((row) => row.slice(1, 3));
  expect(cells?.map((cell) => plain(cell).match(/ \(figures of .*/u)?.[0] ?? '')).toEqual([
    '',
    '',
    ' (figures of 1 June 2025)',
    '',
  ]);
  const figures = chapter.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === 'figure' ? [b] : [])));
  expect(figures.map(({ number }) => number)).toEqual(['W1', 'W2']);
  expect(figures[1]?.picture.rows.map(({ label }) => label)).toEqual([
    'Everyone, 2025 (figures of 1 June 2025)',
    'Everyone, 2026',
  ]);
  expect(plain(figures[0]?.sentence ?? '')).toContain(
    '2025: 17 of 28 people (around three in five) agreed or strongly agreed. 2026: 3 of 5 people agreed or strongly agreed.',
  );
  expect(figures[0]?.picture.rows.map(({ label }) => label)).toEqual([
    'Everyone, 2025',
    'Everyone, 2026',
    'Parents, 2025',
    'Parents, 2026 (figures of 2 February 2026)',
  ]);
  // One axis for all figures of the report, also where those of then go further.
  expect(new Set(figures.map(({ picture }) => JSON.stringify(picture.reach))).size).toBe(1);
  expect(JSON.stringify(chapter)).not.toMatch(/Mann and Whitney|Newcombe/u);
  const asked20 = reportOf(THEN, [
    now('listen', { whole: answered(...Array.from({ length: 20 }, () => 5)) }),
  ]);
  const more = buildReport({
    ...input,
    document: { ...input.document, show: { ...input.document.show, tests: true, intervals: true } },
    waves: asked20,
  });
  const text = plain(JSON.stringify(more.sections.find(({ id }) => id === 'waves-1')));
  expect(text).toMatch(/Interval of the difference for everyone: \+17 to \+58 points/u);
  expect(text).toContain('Mann and Whitney');
  expect(text).toContain('That is 39 points more.');
  const follow = { waves: false, recommendations: true, followUp: true, heard: true };
  const without = buildReport({ ...input, document: { ...input.document, follow }, waves });
  expect(without.sections.some(({ id }) => id.startsWith('waves'))).toBe(false);
});
