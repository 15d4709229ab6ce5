/** Files for software for qualitative analysis. */
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { isRefusal } from '../../../core/refusal.ts';
import { nameOf, needsTalk } from '../../../server/export/kinds.ts';
import { guid, qdcFile, qdpxFile, tagRows } from '../../../server/export/qdaFiles.ts';
import { qdaProject } from '../../../server/export/qdaTalk.ts';
import { selected } from '../../support/qda.ts';
import { schemaFaults } from '../../support/qdaSchema.ts';

import { nastySource, wantedFiles, written } from './sources.ts';
import { interviewedSource, NASTY_TEXT, talkedSource, URDU } from './talked.ts';

function unpack(file: Uint8Array): { xml: string; texts: { name: string; text: string }[] } {
  const files = unzipSync(file);
  const { 'project.qde': xml = new Uint8Array(), ...rest } = files;
  const texts = Object.entries(rest).map(([path, bytes]) => {
    expect(path).toMatch(/^sources\/[0-9a-f-]{36}\.txt$/);
    expect([...bytes.subarray(0, 3)]).not.toEqual([0xef, 0xbb, 0xbf]);
    return { name: path.slice('sources/'.length), text: strFromU8(bytes) };
  });
  return { xml: strFromU8(xml), texts };
}

describe('the project', () => {
  test('QX1 QX2 it is valid, and each selection marks what was said, to the letter', async () => {
    const source = await talkedSource();
    const file = qdpxFile(await qdaProject(source, guid));
    const { xml, texts } = unpack(file);
    expect(await schemaFaults('project', xml)).toEqual([]);
    expect(selected(xml, texts).toSorted()).toEqual(['@home', NASTY_TEXT, 'Said b', 'Said c'].toSorted());
    // A point under a merged theme is under the one it was merged into, and so nested as the codebook is.
    const under = xml.match(/<Code guid="[^"]+" name="=Top"[\s\S]*?<Code guid="([^"]+)" name="Under"/)?.[1];
    expect([...xml.matchAll(/<CodeRef targetGUID="([^"]+)"/g)].filter(([, id]) => id === under)).toHaveLength(
      3,
    );
    expect(xml).toContain('quote; may be quoted; hands 3');
    expect(xml).not.toContain('Merged');
    expect(qdpxFile(await qdaProject(source, guid))).toEqual(file);
  });

  test('QX4 the order of what was said follows from ids alone, and no time is finer than the day', async () => {
    const source = await talkedSource();
    const { talk } = source;
    if (talk === undefined) throw new Error('no talk');
    const other = {
      ...source,
      talk: { ...talk, points: talk.points.toReversed(), codings: talk.codings.toReversed() },
    };
    const hash = async (given: typeof source) =>
      createHash('sha256')
        .update(qdpxFile(await qdaProject(given, guid)))
        .digest('hex');
    expect(await hash(other)).toBe(await hash(source));
    const { xml } = unpack(qdpxFile(await qdaProject(source, guid)));
    expect(xml.match(/\d\d:\d\d:\d\d/g)?.filter((at) => at !== '00:00:00')).toEqual([]);
    for (const point of talk.points) expect(xml).not.toContain(`"${point.id}"`);
  });

  test('QX4 a case is a kind of people: those told by the same attributes are one', async () => {
    const source = await talkedSource();
    const { cases } = await qdaProject(source, guid);
    const [group] = source.consultation.groups;
    expect(cases.map(({ name }) => name)).toEqual(expect.arrayContaining([group?.label, 'woman']));
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  test('QX2 characters that XML cannot hold are replaced and told in the project itself', async () => {
    const source = await talkedSource();
    const { talk } = source;
    const points = (talk?.points ?? []).map((p) => ({ ...p, text: `${p.text}\u0001` }));
    const given = { ...source, talk: { ...talk!, points } };
    const { xml } = unpack(qdpxFile(await qdaProject(given, guid)));
    expect(xml).toContain('3 characters that XML cannot hold were replaced by others.');
    expect(await schemaFaults('project', xml)).toEqual([]);
  });
});

describe('interviews and documents', () => {
  const nothingSaid = { points: [], codings: [], themes: [] };

  test('QX1 QX2 QX9 those with a yes are texts to the letter, with passages of two coders that overlap, and the file is valid', async () => {
    const source = await interviewedSource();
    const file = qdpxFile(await qdaProject(source, guid));
    const { xml, texts } = unpack(file);
    expect(await schemaFaults('project', xml)).toEqual([]);
    const own = texts.filter(({ text }) => text === URDU);
    expect(own).toHaveLength(1);
    expect(texts.map(({ text }) => text)).toContain('Notes of a visit');
    expect(selected(xml, own).filter((words) => words !== '')).toEqual([
      'پوچھا گیا 👩‍👩‍👧 اور',
      '👩‍👩‍👧 اور پھر\nوہ دو',
      '𝒩obody told me.',
    ]);
    expect(xml).toContain('passage; experience; absent\nTwice\nin one<');
    const { sources, cases } = await qdaProject(source, guid);
    const made = sources.find(({ text }) => text === URDU);
    expect(made?.day).toBe('2026-05-04');
    expect(made?.selections.map(({ coder, codings }) => [coder, codings])).toEqual([
      ['First coder', [{ code: 'theme under', coder: 'First coder' }]],
      [
        'Second coder',
        [
          { code: 'theme top', coder: 'Second coder' },
          { code: 'theme under', coder: 'Second coder' },
        ],
      ],
      ['First coder', []],
    ]);
    const values = (name: string) =>
      Object.fromEntries(
        (sources.find((one) => one.name === name)?.attributes ?? [])
          .filter(({ value }) => value !== '')
          .map((one) => [one.name, one.value]),
      );
    const [group] = source.consultation.groups;
    const speaker = { Group: group?.label, Gender: 'woman', 'Age band': '30 to 44' };
    const urdu = {
      ...speaker,
      'Who asked': 'peer',
      Language: 'ur',
      'May be quoted': 'yes',
      Day: '2026-05-04',
    };
    const names = sources.filter(({ name }) => name.startsWith('A mother')).map(({ name }) => name);
    expect(names).toEqual(['A mother of two', 'A mother of two (2)']);
    expect(values(made?.name ?? '')).toMatchObject({ ...urdu, 'Kind of text': 'interview' });
    const notes = sources.find(({ text }) => text === 'Notes of a visit');
    expect(values(notes?.name ?? '')).toEqual({
      'Kind of text': 'document',
      Language: 'en',
      'May be quoted': 'no',
    });
    expect(cases.filter((one) => one.sources.includes(made?.id ?? '')).map(({ name }) => name)).toEqual([
      `${group?.label}, woman, 30 to 44`,
    ]);
  });

  test('QX9 IV3 of a text without a yes there is nothing in any file, and where that is all there is no project', async () => {
    const source = await interviewedSource();
    const { xml, texts } = unpack(qdpxFile(await qdaProject(source, guid)));
    expect(`${xml}${texts.map(({ text }) => text).join('')}`).not.toMatch(/Someone else|Nothing of this/);
    const talk = { ...source.talk!, ...nothingSaid };
    const project = async (sources: typeof talk.sources) =>
      Object.keys(
        unzipSync(await written({ ...source, talk: { ...talk, sources } }, wantedFiles(''))),
      ).filter((name) => name.endsWith('.qdpx'));
    expect(await project(talk.sources)).toHaveLength(1);
    expect(await project(talk.sources.filter(({ mayUse }) => !mayUse))).toEqual([]);
  });
});

describe('the codebook', () => {
  test('QX2 the codebook by itself is valid, and Taguette gets whole paths', async () => {
    const source = await talkedSource();
    const { codes } = await qdaProject(source, guid);
    expect(await schemaFaults('codebook', qdcFile(codes))).toEqual([]);
    expect(tagRows(source)).toEqual([
      ['=Top', 'All of it'],
      ['=Top / Under', ''],
    ]);
    const rows = parse(strFromU8(await written(source, wantedFiles('taguette'))), { columns: true });
    expect(rows).toEqual([
      { tag: '=Top', description: 'All of it' },
      { tag: '=Top / Under', description: '' },
    ]);
  });
});

describe('beside the other files', () => {
  test('QX5 all files have them with a warning of what is lost; by themselves they are no zip', async () => {
    const source = await talkedSource();
    const all = unzipSync(await written(source, wantedFiles('')));
    const named = (end: string) => Object.keys(all).filter((name) => name.endsWith(end));
    expect([...named('project.qdpx'), ...named('codebook.qdc'), ...named('tags_taguette.csv')]).toHaveLength(
      3,
    );
    const readme = strFromU8(all[named('README.txt')[0] ?? ''] ?? new Uint8Array());
    expect(readme).toContain('has less than Standpoint keeps');
    const alone = await written(source, wantedFiles('qdpx'));
    expect(Object.keys(unzipSync(alone))).toContain('project.qde');
    expect(strFromU8(await written(source, wantedFiles('qdc')))).toMatch(/^<\?xml[^>]+>\n<CodeBook /);
    expect(nameOf({ kinds: ['qdpx'] })).toEqual({ name: 'project', ending: 'qdpx' });
  });

  test('QX5 where nobody talked all files leave them out, and asked for by name they are refused', async () => {
    const { source } = await nastySource();
    const names = Object.keys(unzipSync(await written(source, wantedFiles(''))));
    expect(names.filter((name) => /qdpx|qdc|taguette/.test(name))).toEqual([]);
    const none = { said: false, themes: false };
    expect(needsTalk({ kinds: ['csv', 'qdc'] }, none)).toMatchObject({
      refusal: 'no-themes',
      where: 'files',
    });
    expect(needsTalk({ kinds: ['qdpx'] }, { said: true, themes: false })).toBeNull();
    expect(isRefusal(needsTalk({ kinds: ['taguette'] }, { said: true, themes: false }))).toBe(true);
    expect(needsTalk({ table: 'themes', form: 'data' }, none)).toBeNull();
  });
});
