/** What a figure says when it is taken away as a picture, without a browser. */
import { describe, expect, test } from '@jest/globals';
import { pictureName, pictureOf, type Pictured } from '../../client/console/pages/analysis/pictureModel.ts';
import { FIRST_VIEW, type View } from '../../client/console/pages/analysis/view.ts';
import { linesOf } from '../../core/analysis/lines.ts';
import type { AnalysisPage } from '../../core/api.ts';
import { DEFAULT_SCALE } from '../../core/scale.ts';

const page: AnalysisPage = {
  title: 'Café & what we expect',
  sample: false,
  floor: 5,
  groups: [],
  unfinished: [],
  talk: { said: false, themes: false },
  running: [],
  sessions: [
    { id: 'a', name: 'A', date: '2026-03-04', mode: 'unlinked', groups: [] },
    { id: 'b', name: 'B', date: '2026-03-02', mode: 'unlinked', groups: [] },
    { id: 'c', name: 'C', date: '2026-05-09', mode: 'unlinked', groups: [] },
  ],
  memberships: [''],
  statements: [
    {
      id: 's',
      number: 3,
      text: 'I am listened to.',
      wordings: [],
      version: 1,
      versionsAnswered: [1],
      scale: DEFAULT_SCALE,
      rounds: [1, 2],
      counts: [
        [0, 1, 0, 4, 7],
        [1, 1, 0, 2, 5],
        [1, 1, 0, 'n', 2],
      ],
      eligible: [],
      apart: 0,
    },
  ],
};

function pictured(change: Partial<Pictured> = {}): Pictured {
  const [line] = linesOf(page, [], [], 1);
  if (line === undefined) throw new Error('There is one statement.');
  const rows = [{ label: 'Everyone', figure: line.everyone }];
  return { line, round: null, rows, reach: { sides: 100, middle: 0 }, ...change };
}

const here = (change: Partial<AnalysisPage> = {}, view: Partial<View> = {}) => ({
  page: { ...page, ...change },
  view: { ...FIRST_VIEW, ...view },
});

describe('the picture of a figure', () => {
  test('F15 has its question, its number of people, its dates, and whose eyes it is for', () => {
    const made = pictureOf(here(), pictured());
    expect(made.title).toBe('I am listened to.');
    expect(made.subtitle).toEqual([
      '12 people answered; 2 declined',
      '3 sessions · 2 March 2026 to 9 May 2026',
    ]);
    expect(made.footer).toBe('Café & what we expect. Working figures, CONFIDENTIAL: TEAM ONLY.');
    expect(made.rows).toEqual([{ label: 'Everyone', figure: { counts: [0, 5, 0, 7, 0], n: 12 } }]);
    // Nothing prints these beside it, so they are drawn.
    expect(made.captioned).toBe(false);
  });

  test('F15 names the round, and the date of the only session that is counted', () => {
    const chosen = { sessions: ['a'], groups: [] };
    const made = pictureOf(here({}, { chosen }), pictured({ round: 2 }));
    expect(made.subtitle[1]).toBe('Second round · 1 session · 4 March 2026');
    expect(pictureOf(here({ sample: true }), pictured()).footer).toMatch(/^SAMPLE: made-up people\./);
  });

  test('F15 its file is named by the last date that is counted, statement and round, as the team’s own', () => {
    expect(pictureName(here(), pictured(), 'png')).toBe(
      '2026-05-09_Cafe-what-we-expect_statement-3_CONFIDENTIAL-TEAM-ONLY.png',
    );
    const chosen = { sessions: ['a', 'b'], groups: [] };
    expect(pictureName(here({ sample: true }, { chosen }), pictured({ round: 1 }), 'svg')).toBe(
      'SAMPLE_2026-03-04_Cafe-what-we-expect_statement-3_round-1_CONFIDENTIAL-TEAM-ONLY.svg',
    );
  });
});
