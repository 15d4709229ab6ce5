/** The results page without a browser: its address, the report's document, comments and their published text. */
import { describe, expect, test } from '@jest/globals';
import {
  ALL_COMMENTS,
  byAnswer,
  pieces,
  printed,
  replaced,
  retyped,
  reviewOf,
  signsLeft,
  sought,
  whyNot,
} from '../../client/console/pages/analysis/commentsModel.ts';
import { makeReviews } from '../../client/console/pages/analysis/reviews.ts';
import { makeReportDesk } from '../../client/console/pages/analysis/reportDesk.ts';
import { FIRST_VIEW, queryOfView, viewFrom } from '../../client/console/pages/analysis/view.ts';
import { sayApart, sayCell, sayNumber, sayP, signed } from '../../client/console/pages/analysis/words.ts';
import { say } from '../../client/console/pages/say.ts';
import { ANALYSIS_EN } from '../../client/console/pages/messages/analysis.en.ts';
import { ANALYSIS_MORE_EN } from '../../client/console/pages/messages/analysisMore.en.ts';
import type { CommentItem, ReportPage } from '../../core/api.ts';
import { putUnit } from '../../core/analysis/units.ts';
import { refuse } from '../../core/refusal.ts';
import type { ReportDocument, Review } from '../../core/report/document.ts';
import { newReport } from '../../core/report/document.ts';
import { DEFAULT_SCALE } from '../../core/scale.ts';

function comment(part: Partial<CommentItem>): CommentItem {
  return {
    session: 's',
    board: 1,
    tag: 't',
    statement: 'one',
    round: 1,
    groups: [],
    answer: 4,
    comment: 'Anna listened',
    audience: 'room',
    quote: true,
    shown: true,
    review: null,
    found: [],
    ...part,
  };
}

describe('the address', () => {
  test('a view comes back from its query, and the first one has none', () => {
    expect(queryOfView(FIRST_VIEW)).toBe('');
    expect(viewFrom('')).toEqual(FIRST_VIEW);
    const view = {
      chosen: { sessions: ['s1'], groups: ['g1', 'g2'] },
      beside: 'sessions' as const,
      order: 'apart' as const,
      round: 2 as const,
      neutral: 'plain' as const,
      hatched: true,
      extras: ['intervals', 'tests'] as const,
    };
    expect(viewFrom(queryOfView(view))).toEqual(view);
  });

  test('P5 what an address says wrongly is as if it were not said', () => {
    expect(viewFrom('?order=up&beside=&neutral=7&round=9&more=none')).toEqual(FIRST_VIEW);
  });
});

describe('words', () => {
  const figure = (counts: number[]) => ({
    counts,
    n: counts.reduce((a, b) => a + b, 0),
    declined: { n: 0, x: 0 },
    notAnswered: 0,
    median: 3,
    percent: null,
  });

  test('F2 a cell has the count of those who agree, in a row of small and large groups alike, and net agreement from twenty people on', () => {
    const told = (...counts: number[]): string =>
      sayCell(figure(counts), DEFAULT_SCALE).replaceAll('\u00a0', ' ');
    expect(told(1, 0, 2, 5, 4)).toBe('9 of 12 agree');
    expect(told(5, 3, 2, 1, 1)).toBe('2 of 12 agree');
    expect(told(5, 5, 0, 5, 10)).toBe('15 of 25 agree, net +20');
    expect(told(0, 0, 0, 0, 0)).toBe('no answers');
  });

  test('F3 a cell hides no split and no middle: all on one side, all neither, as many on either side', () => {
    const told = (...counts: number[]): string =>
      sayCell(figure(counts), DEFAULT_SCALE).replaceAll('\u00a0', ' ');
    expect(told(0, 0, 3, 0, 0)).toBe('all 3 neither');
    expect(told(0, 0, 1, 0, 0)).toBe('1 neither');
    expect([told(0, 0, 0, 2, 4), told(30, 3, 0, 0, 0)]).toEqual(['all 6 agree', 'all 33 disagree']);
    expect([told(3, 0, 0, 0, 3), told(6, 6, 5, 10, 2)]).toEqual([
      '3 agree, 3 disagree',
      '12 agree, 12 disagree',
    ]);
  });

  test('F9 numbers have a true minus, no minus nought, and no p is nought', () => {
    expect([signed(-7.4), signed(0.2), signed(41.67)]).toEqual(['−7', '0', '+42']);
    expect([sayNumber(-0.25), sayNumber(-0.001), sayNumber(null)]).toEqual(['−0.25', '0.00', 'none']);
    expect([sayP(0.0004), sayP(0.25)]).toEqual(['p < 0.001', 'p = 0.250']);
    expect(sayApart({ higher: 'A', lower: 'B', delta: 0.5 }, DEFAULT_SCALE)).toContain(
      'a large difference (0.50)',
    );
  });

  test('E4 every plural message has its forms, and no message shouts', () => {
    for (const [key, message] of Object.entries({ ...ANALYSIS_EN, ...ANALYSIS_MORE_EN })) {
      const forms = typeof message === 'string' ? [message] : Object.values(message);
      if (typeof message !== 'string')
        expect([key, Object.keys(message).toSorted()]).toEqual([key, ['one', 'other']]);
      expect([key, forms.some((form) => form.includes('!'))]).toEqual([key, false]);
    }
    expect(say('unit.none')).toBe('Nothing put together yet.');
  });
});

describe('comments', () => {
  const list = [
    comment({ tag: 'a', comment: 'The Café helps', answer: 5, groups: ['g1'] }),
    comment({ tag: 'b', comment: 'nobody came', answer: 1, groups: ['g1', 'g2'] }),
    comment({ tag: 'c', comment: 'cafe again', answer: 'n' }),
  ];
  const tags = (found: readonly CommentItem[]) => found.map((c) => c.tag);

  test('F14 they are found by text, group and answer, and stand from agreeing to disagreeing to declined', () => {
    expect(tags(sought(list, { ...ALL_COMMENTS, text: 'CAFE' }))).toEqual(['a', 'c']);
    expect(tags(sought(list, { ...ALL_COMMENTS, group: 'g2' }))).toEqual(['b']);
    expect(tags(sought(list, { ...ALL_COMMENTS, answer: 'n' }))).toEqual(['c']);
    expect(tags(sought(list, { ...ALL_COMMENTS, chosen: true }))).toEqual([]);
    expect(tags(byAnswer([...list].toReversed()))).toEqual(['a', 'b', 'c']);
  });

  test('F14 one for the team only, or whose writer did not agree, cannot be chosen', () => {
    expect(whyNot(comment({ audience: 'team' }))).toBe('team');
    expect(whyNot(comment({ quote: false }))).toBe('no-quote');
    expect(whyNot(comment({}))).toBeNull();
  });

  const anna = comment({
    comment: 'Anna and Mr Hill listened',
    found: [
      { from: 0, to: 4, kind: 'name', suggestion: '[name]' },
      { from: 9, to: 16, kind: 'name', suggestion: '[social worker]' },
    ],
  });

  test('F14 signs of a person are pointed out in the original, which is whole', () => {
    expect(pieces(anna)).toEqual([
      { text: 'Anna', found: 0 },
      { text: ' and ', found: null },
      { text: 'Mr Hill', found: 1 },
      { text: ' listened', found: null },
    ]);
    expect(printed(anna)).toBe(anna.comment);
    expect(signsLeft(anna)).toEqual([0, 1]);
  });

  test('F14 a replacement is made only when it is asked for, is kept apart from the original, and must be read again', () => {
    const checked = { ...anna, review: { ...retyped(anna, anna.comment), checked: true } };
    const review = replaced(checked, 0);
    expect(review).toMatchObject({
      checked: false,
      published: '[name] and Mr Hill listened',
      replacements: [{ from: 'Anna', to: '[name]', kind: 'name' }],
    });
    const after = { ...anna, review };
    expect(after.comment).toBe('Anna and Mr Hill listened');
    expect(signsLeft(after)).toEqual([1]);
    expect(replaced(after, 0)).toEqual(review);
  });

  test('F14 typing over a replacement forgets it, and the original’s words are no published text of their own', () => {
    const after = { ...anna, review: replaced(anna, 0) };
    expect(retyped(after, 'Someone and Mr Hill listened').replacements).toEqual([]);
    expect(retyped(after, ` ${anna.comment} `)).toMatchObject({
      published: null,
      replacements: [],
    });
  });

  test('F14 an emptied text is not printed, and the original does not come back for it', () => {
    const after = { ...anna, review: retyped(anna, ' ') };
    expect(after.review.published).toBe('');
    expect(printed(after)).toBe('');
    expect(signsLeft(after)).toEqual([]);
    expect(printed({ ...anna, review: retyped(after, anna.comment) })).toBe(anna.comment);
  });
});

describe('decisions about comments', () => {
  test('F14 a text and a box ticked right after it are both kept, shown at once and saved in their order', async () => {
    const saves: Review[] = [];
    const shown: (Review | null)[] = [];
    const seen: (Review | null)[] = [];
    const server = {
      comments: async () => ({ ok: true as const, value: [] }),
      review: async (_: string, review: Review, was: Review | null) => {
        saves.push(review);
        seen.push(was);
        return { ok: true as const, value: { ...comment({}), review } };
      },
    };
    const decide = makeReviews('c', server, (c) => shown.push(c.review));
    const one = comment({});
    const typing = decide(one, (c) => retyped(c, 'Someone listened'));
    const choosing = decide(one, (c) => ({ ...reviewOf(c), chosen: true }));
    expect(shown).toMatchObject([{ chosen: false }, { chosen: true, published: 'Someone listened' }]);
    expect(await Promise.all([typing, choosing])).toEqual([true, true]);
    expect(saves).toEqual(shown);
    expect(seen).toEqual([null, saves[0]]);
  });

  test('F14 where another window has decided since, its decision is shown and nothing is undone', async () => {
    const shown: (Review | null)[] = [];
    const theirs = { ...reviewOf(comment({})), published: 'Without the name', checked: true };
    const server = {
      comments: async () => ({ ok: true as const, value: [comment({ review: theirs })] }),
      review: async () => ({ ok: false as const, refusal: refuse('changed-elsewhere') }),
    };
    const decide = makeReviews('c', server, (c) => shown.push(c.review));
    const told = await decide(comment({}), (c) => ({ ...reviewOf(c), chosen: true }));
    expect(told).toMatchObject({ refusal: 'changed-elsewhere' });
    expect(shown.at(-1)).toEqual(theirs);
  });

  test('P5 what is refused is told, and the comment goes back to what was saved', async () => {
    let last: CommentItem | null = null;
    const server = {
      comments: async () => ({ ok: true as const, value: [] }),
      review: async () => ({ ok: false as const, refusal: refuse('not-to-quote') }),
    };
    const decide = makeReviews('c', server, (c) => (last = c));
    const one = comment({});
    expect(await decide(one, (c) => ({ ...reviewOf(c), chosen: true }))).toMatchObject({
      refusal: 'not-to-quote',
    });
    expect(last).toEqual(one);
  });
});

describe('the report’s document', () => {
  const unit = { id: 'u', name: 'Both', groups: ['a', 'b'], sessions: [] };
  /** A server that holds one document; `others` may save between. */
  function holding(before: { revision: number; document: ReportDocument }) {
    const held = { ...before };
    const saves: number[] = [];
    return {
      held,
      saves,
      report: async () => ({ ok: true as const, value: held as unknown as ReportPage }),
      saveReport: async (_: string, revision: number, document: ReportDocument) => {
        saves.push(revision);
        if (revision !== held.revision) return { ok: false as const, refusal: refuse('changed-elsewhere') };
        Object.assign(held, { revision: revision + 1, document });
        return { ok: true as const, value: { revision: held.revision, document } };
      },
    };
  }

  test('F4 a merge is saved with the report, also where another window has saved meanwhile', async () => {
    const server = holding({ revision: 3, document: newReport(10, 'shown') });
    const desk = makeReportDesk('c', server);
    expect(await desk.open()).toBe(true);
    Object.assign(server.held, { revision: 4, document: { ...newReport(10, 'shown'), title: 'Theirs' } });
    expect(await desk.change(putUnit(unit))).toBe(true);
    expect(server.saves).toEqual([3, 4]);
    expect(server.held.document).toMatchObject({ title: 'Theirs', units: [unit] });
  });

  test('F4 two changes at once are made one after the other', async () => {
    const server = holding({ revision: 1, document: newReport(10, 'shown') });
    const desk = makeReportDesk('c', server);
    const other = { ...unit, id: 'v', name: 'Other' };
    expect(await Promise.all([desk.change(putUnit(unit)), desk.change(putUnit(other))])).toEqual([
      true,
      true,
    ]);
    expect(server.held.document.units).toEqual([unit, other]);
  });

  test('P5 a refusal is handed on, and the document stays as it was', async () => {
    const server = holding({ revision: 1, document: newReport(10, 'shown') });
    const desk = makeReportDesk('c', {
      ...server,
      saveReport: async () => ({ ok: false, refusal: refuse('bad-message') }),
    });
    expect(await desk.change(putUnit(unit))).toMatchObject({ refusal: 'bad-message' });
    expect(desk.document()?.units).toEqual([]);
    const silent = makeReportDesk('c', { ...server, report: async () => ({ ok: false, refusal: null }) });
    expect(await silent.open()).toBeNull();
  });
});
