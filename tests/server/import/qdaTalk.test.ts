/** What comes back from software for qualitative analysis, into laptops with a real database. */
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { QdaCode, QdaProject } from '../../../core/qda/types.ts';
import { guid, qdpxFile } from '../../../server/export/qdaFiles.ts';
import { archiveOf, take } from '../../support/archives.ts';
import {
  back,
  closeAll,
  kept,
  qdpx,
  shown,
  taken,
  talked,
  talkedLaptop,
  WORDS,
} from '../../support/qdaLaptop.ts';
import { schemaFaults } from '../../support/qdaSchema.ts';
import { coding, point, removal, theme } from '../../support/talk.ts';
import { newFolder, opened } from '../store/made.ts';

afterEach(closeAll);

describe('our own files', () => {
  test('QX6 QX3 on another laptop all texts are there to the letter, with themes, groups and marks; nobody may be quoted', async () => {
    const file = await qdpx(await talkedLaptop());
    const other = await kept(opened(newFolder()));
    const { consultation: made, warnings = [] } = await taken(other, file);
    const { points } = await other.talk.read(made.id);
    const by = (text: string) => points.find((one) => one.text === text);
    const groups = new Map(made.groups.map(({ id, label }) => [label, id]));
    expect(by(WORDS)).toMatchObject({
      kind: 'quote',
      mayQuote: false,
      gender: 'woman',
      hands: 2,
      group: groups.get('Parents'),
    });
    expect(by('Point q')).toMatchObject({ stance: 'idea', group: groups.get('Workers') });
    expect(points).toHaveLength(4);
    expect((await shown(other, made.id)).themes).toEqual(['Being heard / Never leaf', 'Being heard plum']);
    expect(by('=1+1 "said"\nin aa \u0627\u0644\u0628\u064a\u062a 👩‍👧')?.themes).toHaveLength(1);
    expect(warnings).toEqual([
      'Of “Session aa, post-its under a theme” only what is marked was taken. The rest of its text was left out.',
      'Nothing that came in may be quoted before somebody ticks it: a file does not show who said yes to that.',
    ]);
    const sessions = await other.sessions(made.id);
    expect(sessions.map(({ name, date, state, imported }) => [name, date, state, imported?.from])).toEqual(
      expect.arrayContaining(
        [['Session aa, discussion', '2026-06-12', 'sealed', 'qda']].map((row) => [
          row[0],
          expect.any(String),
          ...row.slice(2),
        ]),
      ),
    );
    // Archives have it, and so does the next file, whose themes have the same ids.
    expect(
      strFromU8(unzipSync(await archiveOf(other, made.id))['manifest.json'] ?? new Uint8Array()),
    ).toContain('"version": 4');
    const third = await kept(opened(newFolder()));
    await take(third, await archiveOf(other, made.id));
    expect(await third.talk.read(made.id)).toEqual(await other.talk.read(made.id));
    const xml = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['project.qde'] ?? new Uint8Array());
    const codebook = (bytes: Uint8Array) => xml(bytes).match(/<CodeBook>[\s\S]*<\/CodeBook>/)?.[0];
    const again = await qdpx(third, made.id);
    expect(await schemaFaults('project', xml(again))).toEqual([]);
    expect(codebook(again)).toBe(codebook(file));
  });

  test('QX6 TK3 read back unchanged, merged themes can be parted with what each had', async () => {
    const store = await talkedLaptop();
    await talked(store, theme('v', { name: 'Waiting', into: 't' }), point('w', { themes: ['v'] }, 'bb'));
    await talked(store, coding('1.aa-1', [], ['v'], 'aa'));
    const before = await store.talk.read('shared');
    const { warnings = [] } = await taken(store, await qdpx(store));
    const after = await store.talk.read('shared');
    expect([after.points, after.codings]).toEqual([before.points, before.codings]);
    expect(warnings.filter((words) => words.includes('were put under themes'))).toEqual([]);
  });

  test('QX6 on the laptop that it came from nothing is added: what was coded elsewhere is put on what is here', async () => {
    const store = await talkedLaptop();
    const file = await qdpx(store);
    const before = await shown(store, 'shared');
    await taken(store, file);
    expect(await shown(store, 'shared')).toEqual(before);
    // Coded in another program, which gives marks other ids, and marks a part of one.
    const { project } = await back(file);
    const more: QdaCode = {
      id: guid('new'),
      name: 'Housing',
      colour: '#b3446d',
      description: '',
      codable: true,
      codes: [],
    };
    const recoded: QdaProject = {
      ...project,
      codes: [...project.codes, more],
      cases: [],
      sources: project.sources.map((source) => ({
        ...source,
        selections: source.selections.map((own) => ({
          ...own,
          id: guid(`other ${own.id}`),
          to: own.to - 1,
          codings: [{ code: more.id, coder: 'R2' }],
        })),
      })),
    };
    const { warnings = [], consultation: into } = await taken(store, qdpxFile(recoded));
    expect(into.id).toBe('shared');
    const after = await shown(store, 'shared');
    expect(after.points).toEqual(
      before.points.map(([text, on]) => [
        text,
        [...(on ?? '').split(','), 'Housing']
          .filter((one) => one !== '')
          .toSorted()
          .join(),
      ]),
    );
    expect(after.codings).toEqual([['1.aa-0', 'Being heard,Housing']]);
    expect(after.themes).toContain('Housing rose');
    expect(warnings).toContain(
      '4 points, post-its and passages that were here were put under themes of the file. They were taken off none.',
    );
    expect((await store.sessions('shared')).length).toBe(2);
  });

  test('QX6 TK6 what was removed meanwhile does not come back by an older file', async () => {
    const store = await talkedLaptop();
    const file = await qdpx(store);
    await talked(store, removal(point('r', { text: 'Under nothing' }, 'bb')));
    const { warnings = [] } = await taken(store, file);
    expect((await store.talk.read('shared')).points.map((one) => one.text)).not.toContain('Under nothing');
    expect(warnings.join(' ')).toContain('1 mark is on words that are not here any more');
  });
});
