import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import { nameOf, needsLinking, readKinds, readWanted } from '../../../server/export/kinds.ts';
import { files, nastySource, sampleSource, withConsultation } from './sources.ts';

const given = (kinds: string, table = '', form = '') => readWanted({ files: kinds, table, form });

describe('what can be asked for', () => {
  test('P5 a kind, table or form that does not exist is refused by its name', () => {
    for (const [asked, where, named] of [
      [given('csv,words'), 'files', 'words'],
      [given('', 'answers'), 'table', 'answers'],
      [given('', 'groups', 'xml'), 'form', 'xml'],
    ] as const) {
      if (!isRefusal(asked)) throw new Error('not refused');
      expect(asked).toMatchObject({ refusal: 'bad-message', where });
      expect(asked.detail).toContain(`"${named}"`);
    }
    expect(given('', 'groups')).toEqual({ table: 'groups', form: 'data' });
    expect(readKinds('csv,xlsx,csv')).toEqual(['csv', 'xlsx']);
  });

  test('P5 votes of single people come only when asked for, and only from linked sessions', async () => {
    const all = given('');
    expect(all).toEqual(given('all'));
    expect(JSON.stringify(all)).not.toMatch(/polis-/);
    expect(needsLinking(all as Exclude<typeof all, { refusal: unknown }>)).toBeNull();
    expect(needsLinking({ kinds: ['csv', 'polis-votes'] })).toMatchObject({ refusal: 'needs-linking' });
    expect(needsLinking({ table: 'responses_wide', form: 'data' })).toMatchObject({ where: 'table' });
    for (const source of [await sampleSource(), (await nastySource()).source])
      expect(Object.keys(await files(source, 'all')).filter((n) => /votes/.test(n))).toEqual([]);
  });

  test('F5 names of files say what they are, inside and out, that they are confidential', async () => {
    expect(nameOf({ kinds: ['xlsx'] })).toEqual({ name: 'files', ending: 'xlsx' });
    expect(nameOf({ kinds: ['spss', 'r'] })).toEqual({ name: 'spss r', ending: 'zip' });
    expect(nameOf({ table: 'groups', form: 'excel' })).toEqual({ name: 'groups excel', ending: 'csv' });
    const { source } = await nastySource();
    for (const sample of [true, false]) {
      const out = await files(
        withConsultation(source, () => ({ sample })),
        'all,polis-votes,polis-import',
      );
      const mark = `${sample ? 'SAMPLE_' : ''}CONFIDENTIAL_TEAM_ONLY_`;
      expect(Object.keys(out).filter((n) => !n.startsWith(mark))).toEqual(['datapackage.json']);
      const texts = ['datapackage.json', ...['README.txt', 'read.sps', 'read.R'].map((n) => mark + n)];
      texts.push(...Object.keys(out).filter((n) => n.endsWith('format.json')));
      expect(texts.length).toBeGreaterThan(4);
      for (const name of texts) {
        expect(out[name]).toContain('CONFIDENTIAL: TEAM ONLY');
        expect(/"sample": true|SAMPLE/.test(out[name] ?? '')).toBe(sample);
      }
      // Each script reads and writes files of these names.
      const named = [...(out[`${mark}read.sps`]?.matchAll(/FILE='([^']+)'/g) ?? [])].map((m) => m[1]);
      expect(named).toHaveLength(4);
      for (const name of named) expect(name).toMatch(new RegExp(`^${mark}responses_(long|wide)`));
      expect(out[`${mark}read.R`]).toContain(`paste0("${mark}", name, "_data.csv")`);
      for (const [, path] of out['datapackage.json']?.matchAll(/"path": "([^"]+)"/g) ?? [])
        expect(Object.keys(out)).toContain(path);
    }
  });
});
