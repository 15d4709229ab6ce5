/** Files of qualitative analysis, read back: our own to the last letter, hostile ones not at all. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { isRefusal } from '../../../core/refusal.ts';
import { lengthOf, safeText, withLf } from '../../../core/qda/text.ts';
import type { QdaCode, QdaProject } from '../../../core/qda/types.ts';
import { writeProject } from '../../../core/qda/write.ts';
import { guid, qdcFile, qdpxFile } from '../../../server/export/qdaFiles.ts';
import { readQda, type ReadQda } from '../../../server/import/qda/read.ts';
import { toldWords } from '../../../server/import/qda/told.ts';
import { PROJECT, qdeFile, whatever } from '../../support/qda.ts';

async function back(bytes: Uint8Array): Promise<ReadQda> {
  const read = await readQda(bytes);
  if (isRefusal(read)) throw new Error(JSON.stringify(read));
  return read;
}

/** A project as it is in the file: each id is a GUID. */
function inFile(project: QdaProject): QdaProject {
  const codes = (list: readonly QdaCode[]): QdaCode[] =>
    list.map((code) => ({ ...code, id: guid(code.id), codes: codes(code.codes) }));
  return {
    ...project,
    codes: codes(project.codes),
    sources: project.sources.map((source) => ({
      ...source,
      id: guid(source.id),
      selections: source.selections.map((own) => ({
        ...own,
        id: guid(own.id),
        codings: own.codings.map(({ code, coder }) => ({ code: guid(code), coder })),
      })),
    })),
    cases: project.cases.map((one) => ({
      ...one,
      id: guid(one.id),
      sources: one.sources.map(guid),
      selections: one.selections.map(guid),
    })),
  };
}

describe('our own files', () => {
  test('QX6 a project is read back as it was written, and written again it is the same file', async () => {
    const file = qdpxFile(PROJECT);
    const { project, told } = await back(file);
    expect(project).toEqual(inFile(PROJECT));
    expect(told).toEqual([]);
    expect(qdpxFile(project)).toEqual(file);
    const codes = await back(strToU8(qdcFile(PROJECT.codes)));
    expect(codes).toMatchObject({ kind: 'codebook', project: { codes: inFile(PROJECT).codes } });
  });

  test('QX1 QX6 whatever the texts are, they and what is marked in them come back to the last code point', async () => {
    await fc.assert(
      fc.asyncProperty(whatever, whatever, fc.nat(), fc.nat(), async (text, name, a, b) => {
        const kept = safeText(withLf(text).text).text;
        const length = lengthOf(kept);
        const [from, to] = [a % (length + 1), b % (length + 1)].toSorted((x, y) => x - y);
        const [first] = PROJECT.sources;
        const selections = from === to ? [] : [{ ...first!.selections[0]!, from: from!, to: to! }];
        const project: QdaProject = {
          ...PROJECT,
          codes: PROJECT.codes.map((code) => ({ ...code, description: name })),
          sources: [{ ...first!, name, text: kept, selections }],
          cases: [],
        };
        const { project: read } = await back(qdpxFile(project));
        expect(read.sources[0]?.text).toBe(kept);
        expect(read.sources[0]?.name).toBe(safeText(name).text);
        expect(read.codes[0]?.description).toBe(safeText(name).text);
        const marked = read.sources[0]?.selections.map((own) => [...kept].slice(own.from, own.to).join(''));
        expect(marked).toEqual(from === to ? [] : [[...kept].slice(from, to).join('')]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('files of other programs', () => {
  test('QX8 what has no home here is counted and told', async () => {
    const { xml, texts } = writeProject(PROJECT, guid);
    const id = guid('first');
    const given = xml
      .replace(
        '</Sources>',
        `<PictureSource guid="${guid('p')}"/><AudioSource guid="${guid('a')}"/><AudioSource guid="${guid('b')}"/>
        <TextSource guid="${guid('rich')}" name="In Word" richTextPath="internal://x.docx"/></Sources>
        <Notes><Note guid="${guid('n')}"/></Notes>`,
      )
      .replace(
        '<VariableValue>',
        `<Coding guid="${guid('w')}"><CodeRef targetGUID="${guid('never')}"/></Coding><VariableValue>`,
      );
    const { told, project } = await back(qdeFile(given, texts));
    expect(toldWords(told).toSorted()).toEqual(
      [
        'The text “In Word” was left out: it is not in the file as plain text.',
        '1 picture was left out.',
        '2 sound recordings were left out.',
        '1 memo was left out.',
      ].toSorted(),
    );
    expect(project.sources.map((source) => source.id)).toEqual([id]);
  });

  test('QX8 capitals and braces of GUIDs, a BOM, CRLF, Windows’ strokes and a text in the file itself are all taken', async () => {
    const { xml, texts } = writeProject(PROJECT, guid);
    const text = texts[0]?.text.replaceAll('\n', '\r\n') ?? '';
    const given = `\ufeff${xml}`
      .replaceAll(
        /(guid|GUID)="([0-9a-f-]{36})"/g,
        (_, name: string, id: string) => `${name}="{${id.toUpperCase()}}"`,
      )
      // What stands behind the line ends is further on by each of them.
      .replace('startPosition="20" endPosition="47"', 'startPosition="22" endPosition="49"');
    const zip = zipSync({
      'project.qde': strToU8(given),
      [`Sources\\${texts[0]?.name}`]: strToU8(`\ufeff${text}`),
    });
    const { project, told } = await back(zip);
    expect(project.sources[0]).toMatchObject({ text: PROJECT.sources[0]?.text, id: guid('first') });
    expect(project.sources[0]?.selections.map(({ from, to }) => [from, to])).toEqual([
      [0, 18],
      [20, 47],
    ]);
    expect(toldWords(told).join(' ')).toContain('ended in another way');
    const inside = xml
      .replace(/ plainTextPath="[^"]+"/, '')
      .replace(
        /(<TextSource[^>]+>)/,
        '$1<PlainTextContent>Words &amp; more 👧 and so on, and on, and on, and on</PlainTextContent>',
      );
    expect((await back(strToU8(inside))).project.sources[0]?.text).toContain('Words & more 👧');
  });
});
