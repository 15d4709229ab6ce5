/** Hostile and broken files of qualitative analysis: each is refused by its name. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { isRefusal } from '../../../core/refusal.ts';
import { writeProject } from '../../../core/qda/write.ts';
import { guid, qdpxFile } from '../../../server/export/qdaFiles.ts';
import { readQda } from '../../../server/import/qda/read.ts';
import { PROJECT, qdeFile } from '../../support/qda.ts';

/** What is done to a whole file, and what the refusal has to name. */
const HOSTILE: [name: string, bytes: () => Uint8Array, refusal: string, where: RegExp, detail: RegExp][] = [
  [
    'entities that grow',
    () =>
      qdeOf((xml) =>
        xml
          .replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>')
          .replace('What we', '&b;'),
      ),
    'bad-file',
    /project\.qde line 1/,
    /DOCTYPE/,
  ],
  [
    'an entity from outside',
    () =>
      qdeOf((xml) =>
        xml
          .replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')
          .replace('What we', '&a;'),
      ),
    'bad-file',
    /project\.qde/,
    /DOCTYPE/,
  ],
  [
    'an entity of nobody',
    () => qdeOf((xml) => xml.replace('Being heard', '&lol;')),
    'bad-file',
    /line/,
    /well-formed/,
  ],
  ['XML that is cut short', () => qdeOf((xml) => xml.slice(0, -40)), 'bad-file', /line/, /well-formed/],
  ['another format', () => qdeOf(() => '<html xmlns="x"/>'), 'bad-file', /project\.qde/, /REFI-QDA/],
  ['no XML', () => strToU8('hello'), 'bad-file', /the file/, /well-formed/],
  ['nothing', () => new Uint8Array(), 'bad-file', /the file/, /well-formed/],
  ['another encoding', () => qdeOf((xml) => xml.replace('utf-8', 'utf-16')), 'bad-file', /qde/, /UTF-8/],
  [
    'bytes that are no UTF-8',
    () => zipSync({ 'project.qde': new Uint8Array([60, 255, 254]) }),
    'bad-file',
    /qde/,
    /UTF-8/,
  ],
  [
    'elements without end in one another',
    () => qdeOf((xml) => xml.replace('<Users>', `<Users>${'<x>'.repeat(100)}${'</x>'.repeat(100)}`)),
    'bad-file',
    /line/,
    /60 elements in one another/,
  ],
  [
    'a broken GUID',
    () => qdeOf((xml) => xml.replace(guid('never'), 'never')),
    'bad-file',
    /guid of Code/,
    /GUID/,
  ],
  [
    'half a brace',
    () => qdeOf((xml) => xml.replace(guid('never'), `{${guid('never')}`)),
    'bad-file',
    /guid/,
    /GUID/,
  ],
  ['a GUID twice', () => qdeOf((xml) => xml.replace(guid('again'), guid('never'))), 'bad-file', /-/, /once/],
  [
    'a code that is not there',
    () =>
      qdeOf((xml) =>
        xml.replace(`CodeRef targetGUID="${guid('never')}"`, `CodeRef targetGUID="${guid('x')}"`),
      ),
    'bad-file',
    /CodeRef/,
    /codebook/,
  ],
  [
    'a place behind the end',
    () => qdeOf((xml) => xml.replace('endPosition="47"', 'endPosition="49"')),
    'bad-file',
    /PlainTextSelection/,
    /48 code points/,
  ],
  [
    'places the wrong way round',
    () => qdeOf((xml) => xml.replace('startPosition="0"', 'startPosition="19"')),
    'bad-file',
    /PlainTextSelection/,
    /19 to 18/,
  ],
  [
    'a place before the text',
    () => qdeOf((xml) => xml.replace('startPosition="0"', 'startPosition="-1"')),
    'bad-file',
    /startPosition/,
    /whole number/,
  ],
  [
    'a place that is no number',
    () => qdeOf((xml) => xml.replace('startPosition="0"', 'startPosition="1e1"')),
    'bad-file',
    /startPosition/,
    /whole number/,
  ],
  [
    'a text that is not there',
    () => zipSync({ 'project.qde': strToU8(written.xml) }),
    'bad-file',
    /plainTextPath/,
    /in the file/,
  ],
  [
    'a text of two sources',
    () =>
      qdeOf((xml) =>
        xml.replace(
          '</Sources>',
          `<TextSource guid="${guid('two')}" plainTextPath="internal://${written.texts[0]?.name}"/></Sources>`,
        ),
      ),
    'bad-file',
    /sources/,
    /one source/,
  ],
  [
    'a way out of the folder',
    () => zipSync({ 'project.qde': strToU8(written.xml), '../../etc/cron': strToU8('x') }),
    'bad-file',
    /\.\.\/\.\.\/etc/,
    /leads nowhere else/,
  ],
  [
    'a way out by Windows’ strokes',
    () => zipSync({ 'project.qde': strToU8(written.xml), 'a\\..\\..\\b': strToU8('x') }),
    'bad-file',
    /\.\./,
    /leads nowhere else/,
  ],
  [
    'a place on a disk',
    () => zipSync({ 'project.qde': strToU8(written.xml), 'C:\\x': strToU8('x') }),
    'bad-file',
    /C:/,
    /leads nowhere else/,
  ],
  [
    'a name twice',
    () => zipSync({ 'project.qde': strToU8(written.xml), 'Project.QDE': strToU8('x') }),
    'bad-file',
    /Project\.QDE/,
    /once/,
  ],
  [
    'no project at the root',
    () => zipSync({ 'in/project.qde': strToU8(written.xml) }),
    'bad-file',
    /project\.qde/,
    /at its root/,
  ],
  ['a zip that is cut short', () => qdpxFile(PROJECT).slice(0, 300), 'bad-file', /^$/, /whole \.qdpx/],
  ['a directory that lies', () => lying(), 'bad-file', /project\.qde/, /whole/],
  ['texts that unpack to a great size', () => grown(), 'too-large', /texts/, /200 MB/],
];

const written = writeProject(PROJECT, guid);
const qdeOf = (change: (xml: string) => string): Uint8Array => qdeFile(change(written.xml), written.texts);

/** A file whose directory says that it is small. */
function lying(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'project.qde': strToU8(written.xml.padEnd(100_000)) }));
  zip.writeUInt32LE(50, zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return zip;
}

/** A directory that promises more than may be unpacked, of which nothing is. */
function grown(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'project.qde': strToU8(written.xml), 'sources/a.txt': strToU8('a') }));
  zip.writeUInt32LE(201_000_000, zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return zip;
}

test.each(HOSTILE)('QX7 refused by its name: %s', async (_name, bytes, refusal, where, detail) => {
  const read = await readQda(bytes());
  if (!isRefusal(read)) throw new Error('it was taken');
  expect(read.refusal).toBe(refusal);
  expect(read.where).toMatch(where);
  expect(read.detail).toMatch(detail);
});

test('QX7 whatever a file is, it is read or refused and never a fault', async () => {
  const whole = Buffer.from(qdpxFile(PROJECT));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
      const given = Buffer.from(whole);
      given[at] = byte;
      await readQda(given);
      const xml = Buffer.from(written.xml);
      xml[at % xml.length] = byte;
      await readQda(qdeFile(xml.toString('latin1'), written.texts));
    }),
    { numRuns: 150 },
  );
});
