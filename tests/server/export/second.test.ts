/** What a second coder said, in the researchers’ files and in projects for other programs. */
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { guid, qdpxFile } from '../../../server/export/qdaFiles.ts';
import { qdaProject } from '../../../server/export/qdaTalk.ts';
import { closeAll, kept, qdpx, shown, taken, talked, talkedLaptop } from '../../support/qdaLaptop.ts';
import { schemaFaults } from '../../support/qdaSchema.ts';
import { second } from '../../support/second.ts';
import { newFolder, opened } from '../store/made.ts';
import { files, MARK } from './sources.ts';
import { NASTY_TEXT, talkedSource } from './talked.ts';

afterEach(closeAll);

/** The team: a and b under "Under", b also under "Top"; a post-it under "Under". */
async function codedTwice() {
  const source = await talkedSource();
  const { talk } = source;
  const postit = talk?.codings[0];
  if (talk === undefined || postit === undefined) throw new Error('nothing was said');
  const points = talk.points.filter(({ id }) => id !== 'd');
  const seconds = points.map(({ session, id }) => ({
    session,
    unit: id,
    themes: id === 'a' ? ['under'] : id === 'b' ? ['top'] : [],
  }));
  return {
    ...source,
    talk: {
      ...talk,
      seconds: [
        ...seconds,
        { session: postit.session, unit: postit.postit, themes: ['top'] },
        { session: 'not exported', unit: 'd', themes: ['top'] },
      ],
    },
  };
}

describe('SC4 files', () => {
  test('SC4 both codings stand beside each other by unit, with agreement, and nothing else changes', async () => {
    const source = await codedTwice();
    const all = await files(source);
    const read = (name: string): Record<string, string>[] =>
      parse<Record<string, string>>(all[`${MARK}${name}_data.csv`] ?? '', { columns: true });
    const rows = read('second_codings');
    expect(rows).toHaveLength(4);
    const nasty = rows.find(({ text }) => text === NASTY_TEXT);
    expect(nasty).toMatchObject({
      kind: 'point',
      counted: '1',
      second_theme_names: 'Under',
      response_id: '',
    });
    expect(rows.find(({ text }) => text === 'Said b')).toMatchObject({
      first_theme_names: '=Top + Under',
      second_theme_ids: 't001',
    });
    // Of its session no point is under a theme.
    expect(rows.find(({ text }) => text === 'Said c')).toMatchObject({ counted: '0', first_theme_ids: '' });
    const postit = rows.find(({ kind }) => kind === 'post-it');
    expect(read('comments').map((row) => row['response_id'])).toContain(postit?.['response_id']);
    const said = read('contributions');
    for (const row of rows) expect(said.map((one) => one['contribution_id'])).toContain(row['unit_id']);
    expect(read('second_agreement')).toMatchObject([
      { theme_id: 't001', units: '3', both: '3' },
      { theme_id: 't002', units: '3', both: '1', first_only: '2', second_only: '0', same: '1' },
      { theme_id: 'all', name: '', units: '3', same: '1', both: '' },
    ]);
    expect(all[`${MARK}second_codings_excel.csv`]).toContain("'=Top");
    expect(all[`${MARK}README.txt`]).toContain('second_agreement');
    const without = await files({ ...source, talk: { ...source.talk, seconds: [] } });
    expect(Object.keys(without).filter((name) => name.includes('second_'))).toEqual([]);
    // But for the example, which is drawn anew in each export.
    const counts = (from: Record<string, string>): Record<string, string>[] =>
      parse<Record<string, string>>(from[`${MARK}themes_data.csv`] ?? '', { columns: true }).map((row) => ({
        ...row,
        example: '',
      }));
    expect(counts(without)).toEqual(counts(all));
  });

  test('SC4 QX1 in a project they are another user’s codings of the same selections', async () => {
    const source = await codedTwice();
    const xml = strFromU8(
      unzipSync(qdpxFile(await qdaProject(source, guid)))['project.qde'] ?? new Uint8Array(),
    );
    expect(await schemaFaults('project', xml)).toEqual([]);
    const user = /<User guid="([^"]+)" name="Second coder"/.exec(xml)?.[1] ?? '';
    expect(user).not.toBe('');
    expect([...xml.matchAll(new RegExp(`<Coding [^>]*creatingUser="${user}"`, 'g'))]).toHaveLength(3);
  });

  test('SC4 QX6 what comes back brings the team’s themes and not the second coder’s among them', async () => {
    const store = await talkedLaptop();
    const alone = await qdpx(store);
    await talked(store, second('p', ['t'], 'aa'), second('1.aa-0', ['u'], 'aa'), second('q', [], 'aa'));
    const file = await qdpx(store);
    expect(file.equals(alone)).toBe(false);
    const there = await kept(opened(newFolder()));
    const { consultation } = await taken(there, file);
    const plain = await kept(opened(newFolder()));
    const { consultation: same } = await taken(plain, alone);
    expect(await shown(there, consultation.id)).toEqual(await shown(plain, same.id));
    const before = await shown(store, 'shared');
    await taken(store, file);
    expect(await shown(store, 'shared')).toEqual(before);
  });
});
