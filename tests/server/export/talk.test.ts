/** Points and themes in the researchers' files. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { ExportSource } from '../../../server/export/source.ts';
import { asks } from '../../support/asks.ts';
import { laptop } from '../../support/devices.ts';
import { openSession, connectConsole, startServer } from '../../support/server.ts';
import { point, theme } from '../../support/talk.ts';
import { files, MARK, nastySource } from './sources.ts';
import { NASTY_TEXT, talkedSource } from './talked.ts';

async function tables(source: ExportSource): Promise<Record<string, Record<string, string>[]>> {
  const all = await files(source);
  const read = (name: string): Record<string, string>[] =>
    parse<Record<string, string>>(all[`${MARK}${name}_data.csv`] ?? '', { columns: true });
  return { contributions: read('contributions'), themes: read('themes'), comments: read('comments') };
}

describe('F5 contributions and themes', () => {
  test('F5 TK9 every point and every post-it under a theme is there, with ids that lead to the other files', async () => {
    const { contributions = [], themes = [], comments = [] } = await tables(await talkedSource());
    const by = (text: string) => contributions.find((row) => row['text'] === text);
    expect(contributions).toHaveLength(4);
    expect(by(NASTY_TEXT)).toMatchObject({
      source: 'discussion',
      kind: 'quote',
      may_quote: '1',
      hands: '3',
      group_id: 'g01',
      theme_ids: 't002',
      theme_names: 'Under',
    });
    expect(by('Said b')).toMatchObject({
      stance: 'idea',
      outcome: 'change',
      gender: 'woman',
      may_quote: '',
      theme_ids: 't001+t002',
    });
    const written = comments.find((row) => row['comment'] === '@home');
    expect(by('Said c')).toMatchObject({
      postit_response_id: written?.['response_id'],
      theme_ids: '',
      statement_id: 's01',
    });
    expect(by('@home')).toMatchObject({
      source: 'post-it',
      kind: 'post-it',
      postit_response_id: written?.['response_id'],
      theme_ids: 't002',
    });
    expect(themes.map((row) => [row['theme_id'], row['parent_id'], row['name'], row['colour']])).toEqual([
      ['t001', '', '=Top', '#3f7d3a'],
      ['t002', 't001', 'Under', '#7a4a94'],
    ]);
    expect(themes[0]).toMatchObject({
      description: 'All of it',
      sessions: '3',
      points: '2',
      postits: '1',
      hands: '3',
      voices: '6',
    });
    expect(themes[1]).toMatchObject({ sessions: '3', points: '2', postits: '1' });
  });

  test('F5 F6 order and ids are other ones in each export, and no cell is a formula', async () => {
    const source = await talkedSource();
    const ids = async () => (await tables(source))['contributions']?.map((row) => row['contribution_id']);
    const [one, other] = [await ids(), await ids()];
    // Those of the linked session are its last two; twelve exports do not happen to put them in order.
    for (let i = 0; i < 12; i += 1) {
      const last = (await ids())?.slice(-2) ?? [];
      expect(last).toEqual(last.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)));
    }
    expect(one?.some((id) => other?.includes(id))).toBe(false);
    const excel = (await files(source))[`${MARK}contributions_excel.csv`] ?? '';
    expect(excel).toContain(`'=1+1`);
    expect((await files(source))[`${MARK}themes_excel.csv`]).toContain(`'=Top`);
    expect((await files(source, 'datapackage'))['datapackage.json']).toContain('contributions_data.csv');
  });

  test('F5 without points and themes the files are what they were', async () => {
    const { source } = await nastySource();
    const names = Object.keys(await files(source));
    expect(names.filter((name) => /contributions|themes/.test(name))).toEqual([]);
  });
});

test('F5 TK7 over the route they are in the zip of a session that was counted, and asked for by name', async () => {
  const server = await startServer();
  try {
    const { session } = await openSession(server);
    const changes = [
      theme('t', { name: 'Listening' }),
      point('p', { text: 'They listened', themes: ['t'], person: 4 }, session.id),
    ];
    await server.send('POST', `/api/sessions/${session.id}/talk`, { changes });
    const desk = await connectConsole(server, session.id);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'end' });
    await server.send('POST', `/api/sessions/${session.id}/seal`, {});
    const { url, headers } = laptop(server);
    const path = `${url}/api/consultations/${session.consultation}/export`;
    const table = async (name: string) => (await asks(`${path}?table=${name}&form=data`, { headers })).text;
    expect(await table('contributions')).toContain('They listened');
    expect(await table('themes')).toMatch(/^t001,,Listening,,#3f7d3a,1,0,1,0,0,0,1,They listened\r?$/m);
    const project = await asks(`${path}?files=qdpx`, { headers });
    expect(unzipSync(project.bytes)['project.qde']).toBeDefined();
    expect(project.headers['content-disposition']).toMatch(/_project_CONFIDENTIAL-TEAM-ONLY\.qdpx"?$/);
    expect((await asks(`${path}?files=csv`, { headers })).bytes.includes('contributions_data.csv')).toBe(
      true,
    );
    expect(server.faults).toEqual([]);
  } finally {
    await server.stop();
  }
});
