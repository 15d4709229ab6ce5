import { expect, test } from '@jest/globals';
import type { AnalysisPage } from '../../../core/api.ts';
import { partsOf } from '../../../core/analysis/parts.ts';
import type { Consultation } from '../../../core/consultation.ts';
import { scaleOf } from '../../../core/consultation.ts';
import type { WaveFigures } from '../../../core/waves/api.ts';
import { changeOf, testOf } from '../../../core/waves/change.ts';
import { compareWaves, figureIn, inWaveOrder } from '../../../core/waves/compare.ts';
import { sayAgreed } from '../../../client/console/pages/waves/words.ts';
import { plain } from '../../support/readReport.ts';
import { wordedDifferently } from '../../../core/waves/worded.ts';
import { SECOND_ANSWERS, secondWave, THIRD_ANSWERS, thirdWave, type Answers } from '../../support/waves.ts';

function figures(of: Consultation, answers: Answers): WaveFigures {
  const memberships = of.groups.map(({ id }) => id);
  const page: AnalysisPage = {
    title: of.title,
    sample: false,
    floor: 5,
    groups: of.groups,
    unfinished: [],
    running: [],
    sessions: [{ id: 's', name: 'S', date: '2026-01-01', mode: 'unlinked', groups: memberships }],
    talk: { said: false, themes: false },
    memberships,
    statements: of.statements.map((s, i) => ({
      id: s.id,
      number: i + 1,
      text: s.wordings[0]?.text ?? '',
      wordings: s.wordings,
      version: 1,
      versionsAnswered: [1],
      scale: scaleOf(of, s),
      rounds: answers[s.id] === undefined ? [] : [1],
      counts: Object.entries(answers[s.id] ?? {}).flatMap(([group, counts]) =>
        counts.map((n, at): [number, 1, number, number, number] => [
          0,
          1,
          memberships.indexOf(group),
          at + 1,
          n,
        ]),
      ),
      eligible: [],
      apart: 0,
    })),
  };
  return { page, asked: of.statements.map((s) => ({ statement: s.id, versions: [s.wordings] })) };
}

const NOW = figures(thirdWave(), THIRD_ANSWERS);
const WAS = figures(secondWave(), SECOND_ANSWERS);

test('WA3 WA4 F2 statements are compared by id where the scale is the same, and whatever is not compared says why', () => {
  const units = [
    { id: 'u', name: 'All adults', groups: ['parents', 'staff'], sessions: [] },
    { id: 'v', name: 'Families', groups: ['parents', 'young'], sessions: [] },
    { id: 'w', name: 'In May', groups: [], sessions: ['s'] },
  ];
  const parts = partsOf(NOW.page, units, 'groups', [], [], 'Everyone');
  const { lines, not, dropped, groups } = compareWaves(NOW, WAS, parts, 2);
  expect(
    lines.map(({ number, round, pairs }) => [
      number,
      round,
      pairs.map(({ part, was, now, change }) => [
        part.label,
        was.counts,
        now.counts,
        change?.was,
        change?.now,
        change?.points,
      ]),
    ]),
  ).toEqual([
    [
      1,
      1,
      [
        ['Everyone', [3, 9, 6, 14, 8], [4, 9, 7, 20, 12], 22, 32, 7],
        ['Parents', [2, 4, 4, 8, 6], [1, 2, 3, 12, 8], 14, 20, 19],
        ['Workforce', [1, 5, 2, 6, 2], [2, 6, 3, 5, 2], 8, 7, null],
        ['All adults', [3, 9, 6, 14, 8], [3, 8, 6, 17, 10], 22, 27, 6],
      ],
    ],
    [
      2,
      1,
      [
        ['Everyone', [11, 11, 6, 7, 5], [3, 9, 8, 19, 13], 12, 32, 32],
        ['Parents', [8, 7, 4, 3, 2], [2, 4, 4, 9, 7], 5, 16, 41],
        ['Workforce', [3, 4, 2, 4, 3], [1, 3, 3, 7, 4], 7, 11, null],
        ['All adults', [11, 11, 6, 7, 5], [3, 7, 7, 16, 11], 12, 27, 31],
      ],
    ],
  ]);
  expect(not.map(({ id, why }) => [id, why])).toEqual([
    ['letters', 'scale'],
    ['food', 'new'],
  ]);
  expect(dropped).toEqual(['Visits are at a time that suits me']);
  expect(groups).toEqual({
    renamed: [],
    fresh: ['Young people'],
    gone: [],
    silent: { now: [], was: [] },
    apart: ['Families', 'In May'],
  });
  expect(lines.map(({ worded }) => worded.length)).toEqual([0, 1]);
  expect(inWaveOrder(lines, 'change').map(({ number }) => number)).toEqual([2, 1]);
  expect(inWaveOrder(lines, 'board').map(({ number }) => number)).toEqual([1, 2]);
  const [line] = lines;
  if (line === undefined) throw new Error('Nothing was compared.');
  expect(figureIn(WAS, line)?.counts).toEqual([3, 9, 6, 14, 8]);
});

test('WA3 a group that has another name is the same, one that is gone is named, and what nobody answered is not compared', () => {
  const renamed = {
    ...NOW,
    page: { ...NOW.page, groups: [{ id: 'staff', label: 'People who work here' }] },
  };
  const silent = figures(secondWave(), { ...SECOND_ANSWERS, listen: undefined as never });
  const { groups, not } = compareWaves(renamed, silent, partsOf(renamed.page, [], 'groups', [], [], 'E'), 1);
  expect(groups).toMatchObject({
    renamed: [{ now: 'People who work here', was: 'Workforce' }],
    gone: ['Parents'],
  });
  expect(not[0]).toMatchObject({ id: 'listen', why: 'was' });
  const few = compareWaves(
    figures(thirdWave(), { ...THIRD_ANSWERS, listen: { parents: [0, 0, 0, 0, 4] } }),
    WAS,
    partsOf(NOW.page, [], 'groups', [], [], 'E'),
    1,
  );
  // Four people differ most, and stand last all the same: one more would turn them.
  expect(inWaveOrder(few.lines, 'change').map(({ statement }) => statement.id)).toEqual(['ask', 'listen']);
});

test('WA3 a group that is in both and took part in one only is named, and its numbers of that one stand', () => {
  const answers = { listen: { parents: [1, 2, 3, 12, 8] }, ask: { parents: [2, 4, 4, 9, 7] } };
  const now = figures(thirdWave(), answers);
  const parts = partsOf(now.page, [], 'groups', [], [], 'E');
  const { groups, lines } = compareWaves(now, WAS, parts, 1);
  expect(groups.silent).toEqual({ now: [], was: ['Workforce'] });
  const staff = lines[0]?.pairs.find(({ part }) => part.label === 'Workforce');
  if (staff === undefined) throw new Error('The group is not shown.');
  expect([sayAgreed(staff.was), sayAgreed(staff.now)].map(plain)).toEqual(['8 of 16', '–']);
  expect(compareWaves(WAS, now, partsOf(WAS.page, [], 'groups', [], [], 'E'), 1).groups.silent).toEqual({
    now: ['Workforce'],
    was: [],
  });
});

test('WA4 F9 the difference has its interval and the rank test for other people, and none where nobody answered', () => {
  const [was, now] = [
    { counts: [11, 11, 6, 7, 5], n: 40 },
    { counts: [3, 9, 8, 19, 13], n: 52 },
  ];
  const change = changeOf(was, now);
  expect(change).toMatchObject({ points: 32, interval: { low: 11, high: 48 } });
  const found = testOf({ ...was, label: '2025' }, { ...now, label: '2026' });
  expect(found?.test).toMatchObject({ n1: 52, n2: 40, method: 'exact' });
  expect(found?.test.delta).toBeCloseTo(change?.delta ?? 0, 12);
  expect(change?.delta).toBeGreaterThan(0.39);
  expect(found?.caveats).toEqual(expect.arrayContaining(['not-sampled', 'these-people-only']));
  expect(changeOf(was, { counts: [0, 0, 0, 0, 0], n: 0 })).toBeNull();
  expect(testOf({ ...was, label: 'a' }, { counts: [0, 0, 0, 0, 0], n: 0, label: 'b' })).toBeNull();
  expect(changeOf({ counts: [0, 0, 0, 7, 4], n: 11 }, now)).toMatchObject({ points: null, interval: null });
});

test('WA3 words differ by group and language, whoever had words of their own', () => {
  const of = (text: string, group: string | null = null, lang = 'en') => ({ group, lang, text });
  const said = (was: object[], now: object[]) => wordedDifferently([was as never], [now as never]);
  expect(said([of('A')], [of('A'), of('Â', null, 'fr')])).toEqual([]);
  // The group's own words are those that everyone had before.
  expect(said([of('A')], [of('A', 'g')])).toEqual([]);
  expect(said([of('A')], [of('A'), of('B', 'g')])).toEqual([
    { group: 'g', lang: 'en', was: ['A'], now: ['B'] },
  ]);
  expect(said([of('Â', null, 'fr')], [of('A')])).toEqual([
    { group: null, lang: 'en', was: ['Â'], now: ['A'] },
  ]);
  expect(wordedDifferently([[of('A')], [of('C')]], [[of('A')]])).toEqual([
    { group: null, lang: 'en', was: ['A', 'C'], now: ['A'] },
  ]);
  expect(wordedDifferently([], [])).toEqual([]);
});
