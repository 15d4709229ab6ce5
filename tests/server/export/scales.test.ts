/** Answers on more than one scale, as after a merge, and what a consultation no longer offers. */
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { files, mergedSource, nastySource, withConsultation, MARK } from './sources.ts';

type Rec = Record<string, string>;
const rows = (out: Record<string, string>, name: string): Rec[] =>
  parse(out[`${MARK}${name}_data.csv`] ?? '', {
    columns: true,
    record_delimiter: '\r\n',
  });
const merged = (list: readonly Rec[]): Rec[] => list.filter((r) => r['session_id'] === 'session06');

describe('answers on two scales', () => {
  test('F12 each answer, comment and board names the scale it was given on', async () => {
    const out = await files(await mergedSource(), 'csv');
    const long = rows(out, 'responses_long');
    expect(merged(long)).toHaveLength(12);
    for (const r of long)
      expect(r['scale']).toBe(r['session_id'] === 'session06' ? 'agreement-3' : 'agreement-5');
    expect(new Set(rows(out, 'comments').map((r) => r['scale']))).toEqual(new Set(['agreement-5']));
    const boards = rows(out, 'boards');
    expect(merged(boards).map((r) => r['scale'])).toEqual(['agreement-3', 'agreement-3']);
    expect(boards.filter((r) => r['scale'] === 'agreement-5').length).toBe(boards.length - 2);
  });

  test('F12 codebook and data package know both, and no labels of one are put on the other', async () => {
    const out = await files(await mergedSource(), 'csv,datapackage,spss');
    const answers = rows(out, 'codebook').filter(
      (c) => c['file'] === 'responses_long' && c['variable'] === 'answer_code',
    );
    expect(answers.map((c) => `${c['scale']} ${c['value']} ${c['value_label']}`)).toEqual([
      'agreement-5 1 Strongly disagree',
      'agreement-5 2 Disagree',
      'agreement-5 3 Neither',
      'agreement-5 4 Agree',
      'agreement-5 5 Strongly agree',
      'agreement-3 1 Disagree',
      'agreement-3 2 Neither',
      'agreement-3 3 Agree',
    ]);
    const { resources } = JSON.parse(out['datapackage.json'] ?? '') as {
      resources: { name: string; schema: { fields: { name: string; categories?: unknown[] }[] } }[];
    };
    const field = (table: string, name: string): { categories?: unknown[] } | undefined =>
      resources.find((r) => r.name === table)?.schema.fields.find((f) => f.name === name);
    expect(field('responses_long', 'answer_code')).not.toHaveProperty('categories');
    expect(field('responses_wide', 's01')?.categories).toHaveLength(5);
    expect(field('responses_wide', 's01_agreement_3')?.categories).toHaveLength(3);
    expect(out[`${MARK}read.sps`]).not.toContain('VALUE LABELS answer_code');
    expect(out[`${MARK}read.sps`]).toMatch(/VARIABLE LEVEL [^.]*s01_agreement_3[^.]* \(ORDINAL\)\./);
    expect(out[`${MARK}read.sps`]).toMatch(/\sscale A16\s/);
  });

  test('F5 the wide file has columns of its own for the other scale of a statement', async () => {
    const wide = rows(await files(await mergedSource(), 'csv'), 'responses_wide');
    const here = merged(wide);
    expect(here).toHaveLength(6);
    for (const r of here) expect(r['s01'] === '' && r['s02'] === '').toBe(true);
    expect(here.map((r) => String(r['s01_agreement_3'])).toSorted()).toEqual(['1', '2', '3', '3', '3', '3']);
    expect(Object.keys(here[0] ?? {}).filter((name) => name.includes('agreement'))).toEqual([
      's01_agreement_3',
      's02_agreement_3',
    ]);
    for (const r of wide.filter((x) => !here.includes(x))) expect(r['s01_agreement_3']).toBe('');
  });

  test('F8 the layout of Polis has a folder of its own for the other scale, and says so', async () => {
    const out = await files(await mergedSource(), 'polis,polis-votes,polis-import');
    const votes = (path: string): Rec[] => parse(out[path] ?? '', { columns: true });
    expect(votes(`${MARK}polis-votes/round-1-agreement-3/everyone/votes.csv`)).toHaveLength(12);
    expect(votes(`${MARK}polis-import/round-1-agreement-3/votes.csv`)).toHaveLength(12);
    const agrees = (folder: string): string[] =>
      votes(`${MARK}polis/${folder}/everyone/comments.csv`).map((c) => c['agrees'] ?? '');
    expect(agrees('round-1-agreement-3')).toEqual(['4', '4', '0', '0']);
    const without = await mergedSource();
    const alone = await files(
      { ...without, sessions: without.sessions.filter((s) => s.id !== 'merged') },
      'polis',
    );
    expect(out[`${MARK}polis/round-1/everyone/comments.csv`]).toBe(
      alone[`${MARK}polis/round-1/everyone/comments.csv`],
    );
    const format = (all: Record<string, string>, folder: string): { scale: string; notes: string[] } => {
      const text = all[`${MARK}polis/${folder}/everyone/format.json`] ?? '{}';
      return (JSON.parse(text) as { standpoint: { scale: string; notes: string[] } }).standpoint;
    };
    expect(format(out, 'round-1-agreement-3')).toMatchObject({ scale: 'agreement-3' });
    expect(format(out, 'round-1').notes.join()).toContain('a folder of its own');
    expect(format(alone, 'round-1').notes.join()).not.toContain('a folder of its own');
  });

  test('F12 the script for R parts answers of one statement by their scale', async () => {
    const script = (await files(await mergedSource(), 'r'))[`${MARK}read.R`];
    expect(script).toContain('labels[[d$scale[1]]]');
    expect(script).not.toContain('scale_of');
  });
});

describe('what was changed after the answers were given', () => {
  test('F5 declined answers stay in the wide file when the scale no longer offers to decline', async () => {
    const { source } = await nastySource();
    const now = withConsultation(source, ({ scale }) => ({ scale: { ...scale, declines: [] } }));
    const out = await files(now, 'csv,datapackage');
    const declined = rows(out, 'responses_long').filter(
      (r) => r['participant_id'] !== '' && r['declined'] !== '',
    );
    const wide = rows(out, 'responses_wide');
    expect(declined.length).toBeGreaterThan(5);
    for (const r of declined)
      expect(wide.find((w) => w['participant_id'] === r['participant_id'])?.['s02_r2_declined']).toBe(
        r['declined'],
      );
  });

  test('F12 the figure of R takes the wording for everyone, in the first language', async () => {
    const { source } = await nastySource();
    const out = await files(
      withConsultation(source, () => ({ languages: ['cy', 'en'] })),
      'r',
    );
    expect(out[`${MARK}read.R`]).toContain('first_language <- "cy"');
    expect(out[`${MARK}read.R`]).toContain('is.na(here$group_id)');
  });
});

describe('more groups than there are letters', () => {
  test('F12 the layout of Polis sets each group against the others, and says why', async () => {
    const { source } = await nastySource();
    const groups = Array.from({ length: 27 }, (_, i) => ({
      id: `many-${i}`,
      label: `G ${i}`,
      roomLabel: '',
    }));
    const [session] = source.sessions;
    if (session === undefined) throw new Error('the sample has sessions');
    const many = withConsultation(
      {
        ...source,
        sessions: [{ ...session, groups: groups.map((g) => g.id) }],
        figuresOf: async (id) => {
          const figures = await source.figuresOf(id);
          const tallies = figures.tallies.flatMap((t) => groups.map((g) => ({ ...t, membership: g.id })));
          return { ...figures, tallies };
        },
      },
      () => ({ groups }),
    );
    const out = await files(many, 'polis');
    const names = Object.keys(out);
    expect(names.some((name) => name.includes('/by-group/'))).toBe(false);
    for (const code of ['g01', 'g27'])
      expect(names).toContain(`${MARK}polis/round-1/${code}-or-not/comment-groups.csv`);
    expect(out[`${MARK}polis/round-1/everyone/format.json`]).toContain('more than 26 groups');
    for (const [name, text] of Object.entries(out))
      if (name.endsWith('comment-groups.csv')) expect(text.split('\n')[0]).toMatch(/^[a-z,-]+$/);
  });
});
