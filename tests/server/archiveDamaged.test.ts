/** Archives that were damaged, or made by someone else than Standpoint: refused whole, with the place named. */
import { createHash, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ARCHIVE_VERSION } from '../../core/schemaArchive.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { entriesOf, unpackEntry } from '../../server/archive/unzip.ts';
import { openArchiveFile } from '../../server/use/archives.ts';
import { archiveOf, consultation, everything, held, laptop, rooms } from '../support/archives.ts';
import { newFolder, opened } from './store/made.ts';

type Files = Record<string, Uint8Array>;

describe('a damaged archive', () => {
  const cases: [string, (files: Files) => void, Partial<Refusal>][] = [
    ['one changed answer', (f) => edit(f, /responses/, '"phone"', '"paper"'), { refusal: 'bad-file' }],
    ['a file too many', (f) => void (f['extra.txt'] = strToU8('x')), { where: 'extra.txt' }],
    ['a file missing', (f) => void delete f['reviews.json'], { where: 'reviews.json' }],
    ['no manifest', (f) => void delete f['manifest.json'], { where: 'manifest.json' }],
    [
      'a newer one',
      (f) => edit(f, /manifest/, '"version": 1', `"version": ${ARCHIVE_VERSION + 1}`),
      { refusal: 'file-newer' },
    ],
  ];
  test.each(cases)('F13 is refused whole: %s', async (_, damage, refusal) => {
    const a = await laptop(consultation(), held('aa', [1, 2, 3]));
    const files: Files = unzipSync(await archiveOf(a, 'shared'));
    damage(files);
    const b = await laptop(consultation());
    const before = await everything(b, 'shared');
    expect(await openArchiveFile(b, rooms, zipSync(files))).toMatchObject(refusal);
    expect(await everything(b, 'shared')).toBe(before);
    await a.close();
    await b.close();
  });

  test('F13 is refused when it is cut short at any place', async () => {
    const a = await laptop(consultation(), held('aa', [1, 2, 3]));
    const bytes = await archiveOf(a, 'shared');
    const b = await opened(newFolder());
    for (let end = 0; end < bytes.length; end += Math.ceil(bytes.length / 40))
      expect(await openArchiveFile(b, rooms, bytes.subarray(0, end))).toMatchObject({ refusal: 'bad-file' });
    expect(await b.listConsultations()).toEqual([]);
    await a.close();
    await b.close();
  });

  const wrong: [string, (row: unknown[]) => void, RegExp][] = [
    ['an answer that the scale has not', (row) => void (row[3] = 7), /line 1 of its responses, answer/],
    ['a group that is nobody’s', (row) => void (row[2] = 'g9'), /line 1 of its responses, groups/],
    ['a person where none may be known', (row) => void (row[9] = 'p1'), /line 1 of its responses, person/],
    ['a comment that is too long', (row) => void (row[4] = 'x'.repeat(501)), /line 1 of its responses, 4/],
  ];
  test.each(wrong)('P5 names the line of %s, though its hash is right', async (_, change, where) => {
    const a = await laptop(consultation(), held('aa', [1, 2, 3]));
    const files: Files = unzipSync(await archiveOf(a, 'shared'));
    const name = Object.keys(files).find((n) => n.endsWith('.jsonl')) ?? '';
    const [first = '', ...rest] = strFromU8(files[name] ?? new Uint8Array()).split('\n');
    const row = JSON.parse(first) as unknown[];
    change(row);
    rehash(files, name, [JSON.stringify(row), ...rest].join('\n'));
    const b = await opened(newFolder());
    const refusal = await openArchiveFile(b, rooms, zipSync(files));
    expect(isRefusal(refusal) ? refusal.where : '').toMatch(where);
    expect(await b.listConsultations()).toEqual([]);
    await a.close();
    await b.close();
  });
});

describe('an archive that holds what cannot be', () => {
  type Doc = {
    session: { attendance: unknown[]; date: string; twoGroups: boolean };
    boards: { scale: unknown; version: number; wordings: unknown[] }[];
    eligible: unknown[];
  };
  const cases: [string, (doc: Doc) => void, RegExp][] = [
    [
      'people of a group that is nobody’s',
      (d) => void (d.session.attendance = [{ group: 'g9', gender: '', ageBand: '', n: 3 }]),
      /attendance\.0\.group/,
    ],
    ['a day that there is not', (d) => void (d.session.date = '2026-02-31'), /session\.date/],
    [
      'a scale without labels',
      (d) => boardOf(d, { scale: { kind: 'own', declines: [] } }),
      /boards\.0\.scale/,
    ],
    [
      'a label of a book’s length',
      (d) => boardOf(d, { scale: { kind: 'own', labels: ['x'.repeat(1e5), 'y'], declines: [] } }),
      /boards\.0\.scale\.labels\.0/,
    ],
    ['a version nobody wrote', (d) => boardOf(d, { version: 7 }), /boards\.0/],
    ['a statement without words', (d) => boardOf(d, { wordings: [] }), /boards\.0\.wordings/],
    ['people counted twice', (d) => void d.eligible.push(d.eligible[0]), /eligible\.1/],
    ['two groups where one was asked', (d) => void (d.session.twoGroups = false), /responses, groups/],
  ];
  test.each(cases)('P5 names %s', async (_, change, where) => {
    const a = await laptop(consultation(), held('aa', [1, 2, 3]));
    const files: Files = unzipSync(await archiveOf(a, 'shared'));
    const doc = JSON.parse(strFromU8(files['sessions/aa.json'] ?? new Uint8Array())) as Doc;
    change(doc);
    rehash(files, 'sessions/aa.json', JSON.stringify(doc));
    const b = await opened(newFolder());
    const refusal = await openArchiveFile(b, rooms, zipSync(files));
    expect(isRefusal(refusal) ? refusal.where : '').toMatch(where);
    expect(await b.listConsultations()).toEqual([]);
    await a.close();
    await b.close();
  });

  test('P5 refuses one that is packed to fill the memory, before it is unpacked', async () => {
    const a = await laptop(consultation(), held('aa', [1, 2, 3]));
    const files: Files = unzipSync(await archiveOf(a, 'shared'));
    files['reviews.json'] = strToU8(' '.repeat(50_000_000));
    const refusal = await openArchiveFile(a, rooms, zipSync(files));
    expect(refusal).toMatchObject({ where: 'reviews.json', detail: 'a file as Standpoint packs it' });
    await a.close();
  });

  test('P5 stops unpacking one that lies about its size as soon as it shows', async () => {
    const store = await opened(newFolder());
    const bytes = lying('reviews.json', deflateRawSync(Buffer.alloc(400_000_000, ' '), { level: 1 }), 1000);
    expect(bytes.length).toBeGreaterThan(1_000_000);
    const [entry] = entriesOf(bytes);
    if (entry === undefined) throw new Error('The zip has no file.');
    // The unpacking itself stopped, at the size that was told.
    await expect(unpackEntry(bytes, entry)).rejects.toMatchObject({ code: 'ERR_BUFFER_TOO_LARGE' });
    expect(await openArchiveFile(store, rooms, bytes)).toMatchObject({ refusal: 'bad-file', where: '' });
    await store.close();
  }, 30_000);

  test('P5 refuses one whose files lie over each other', async () => {
    const store = await opened(newFolder());
    const zip = Buffer.from(zipSync({ 'reviews.json': randomBytes(1000), 'report.json': strToU8('{}') }));
    const mark = Buffer.from([0x50, 0x4b, 1, 2]);
    const [first, second] = [zip.indexOf(mark), zip.lastIndexOf(mark)];
    // Method, checksum, sizes and place of the second are those of the first.
    zip.copy(zip, second + 10, first + 10, first + 28);
    zip.copy(zip, second + 42, first + 42, first + 46);
    expect(await openArchiveFile(store, rooms, zip)).toMatchObject({ where: 'archive' });
    await store.close();
  });

  function boardOf(doc: Doc, change: Partial<Doc['boards'][number]>): void {
    Object.assign(doc.boards[0] ?? {}, change);
  }
});

/** A zip of one file that is packed already, and is said to have another size unpacked. */
function lying(name: string, packed: Buffer, size: number): Buffer {
  const zip = Buffer.from(zipSync({ [name]: [packed, { level: 0 }] }));
  const entry = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (const [at, method, unpacked] of [
    [0, 8, 22],
    [entry, 10, 24],
  ] as const) {
    zip.writeUInt16LE(8, at + method);
    zip.writeUInt32LE(size, at + unpacked);
  }
  return zip;
}

function edit(files: Files, name: RegExp, from: string, to: string): void {
  const found = Object.keys(files).find((n) => name.test(n)) ?? '';
  const text = strFromU8(files[found] ?? new Uint8Array());
  expect(text).toContain(from);
  files[found] = strToU8(text.replace(from, to));
}

function rehash(files: Files, name: string, text: string): void {
  const bytes = strToU8(text);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
    files: Record<string, string>;
  };
  manifest.files[name] = createHash('sha256').update(bytes).digest('hex');
  files[name] = bytes;
  files['manifest.json'] = strToU8(JSON.stringify(manifest));
}
