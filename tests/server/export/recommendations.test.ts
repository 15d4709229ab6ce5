/** The table of recommendations: ids that lead to the other tables, and every promised day. */
import { parse } from 'csv-parse/sync';
import { expect, test } from '@jest/globals';
import { NEW_PASSAGE, NEW_SOURCE, NO_SOURCES } from '../../../core/talk/sources.ts';
import { NEW_POINT, NEW_THEME, postitKey } from '../../../core/talk/types.ts';
import type { ExportSource } from '../../../server/export/source.ts';
import { recommendation } from '../../support/recommendations.ts';
import { files, MARK, nastySource } from './sources.ts';

const NASTY_TEXT = '=1+1 "said"\n@home';

async function askedSource(): Promise<ExportSource> {
  const { source } = await nastySource();
  const [response] = (await source.responsesOf('linked', 1)).filter((r) => r.comment === '@home');
  const on = postitKey(1, response?.tag ?? '');
  const [statement] = source.consultation.statements;
  const point = {
    ...NEW_POINT,
    id: 'p',
    session: 'linked',
    source: 'discussion' as const,
    place: 0,
    text: 'Said',
  };
  return {
    ...source,
    talk: {
      ...NO_SOURCES,
      themes: [{ ...NEW_THEME, id: 't', name: 'Calls' }],
      points: [{ ...point, themes: ['t'], hands: 2 }],
      codings: [],
      sources: [
        { ...NEW_SOURCE, id: 'i', title: 'One', text: 'They never rang.', mayUse: true },
        { ...NEW_SOURCE, id: 'no', title: 'Two', text: 'They never rang.' },
      ],
      passages: ['i', 'no'].map((of) => ({
        ...NEW_PASSAGE,
        id: `in-${of}`,
        source: of,
        to: 4,
        themes: ['t'],
      })),
      seconds: [],
      gone: [],
      back: [],
    },
    recommendations: [
      recommendation('b', { kind: 'keep', text: 'Stay', evidence: [`postit.linked.${on}`] }),
      recommendation('z', {
        text: NASTY_TEXT,
        points: '=one\n\ntwo',
        evidence: [
          'passage.in-i',
          'passage.in-no',
          'theme.t',
          'point.linked.p',
          `statement.${statement?.id ?? ''}`,
          'point.elsewhere.q',
        ],
        promises: ['2026-12-01>2027-03-31', '2027-04-01>2027-09-30'],
        answer: 'part',
        why: '+Money',
        wordNo: 3,
        wordOn: '2027-05-01',
      }),
    ],
  };
}

test('RC9 F5 F6 each recommendation is a row with what it rests on, as the other tables name it', async () => {
  const all = await files(await askedSource());
  const read = (name: string, form = 'data') =>
    parse<Record<string, string>>(all[`${MARK}${name}_${form}.csv`] ?? '', { columns: true, bom: true });
  const [first, second] = read('recommendations');
  const [contribution] = read('contributions');
  expect(first).toMatchObject({
    recommendation_id: 'r001',
    kind: 'change',
    place: '1',
    text: NASTY_TEXT,
    sub_points: '=one\ntwo',
    lone_idea: '0',
    sessions: '1',
    interviews: '1',
    documents: '0',
    voices: '4',
    theme_ids: read('themes')[0]?.['theme_id'],
    statement_ids: read('statements')[0]?.['statement_id'],
    contribution_ids: contribution?.['contribution_id'],
    passage_ids: read('passages')[0]?.['passage_id'],
    answer: 'part',
    first_promised_for: '2027-03-31',
    promised_for: '2027-09-30',
    promises: '2026-12-01>2027-03-31+2027-04-01>2027-09-30',
    word_yes: '0',
    word_no: '3',
    word_on: '2027-05-01',
  });
  expect(second).toMatchObject({ recommendation_id: 'r002', kind: 'keep', lone_idea: '1', word_yes: '' });
  const comments = read('comments').map((row) => row['response_id']);
  expect(comments).toContain(second?.['postit_response_ids']);
  expect(read('recommendations', 'excel')[0]).toMatchObject({ sub_points: "'=one\ntwo", why: "'+Money" });
  expect(read('codebook').filter(({ file }) => file === 'recommendations').length).toBeGreaterThan(30);
  expect(all[`${MARK}README.txt`]).toContain('recommendations  what was asked for');
});

test('RC9 F5 without a recommendation there is no table of them', async () => {
  const all = await files((await nastySource()).source);
  expect(Object.keys(all).some((name) => name.includes('recommendations'))).toBe(false);
  expect(all[`${MARK}README.txt`]).not.toContain('recommendations');
});
