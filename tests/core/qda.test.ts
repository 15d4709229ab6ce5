/** Texts and places in files for qualitative analysis. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { joinPieces } from '../../core/qda/join.ts';
import { marksText, readMarks } from '../../core/qda/marks.ts';
import { lengthOf, safeText, withLf } from '../../core/qda/text.ts';
import type { QdaProject } from '../../core/qda/types.ts';
import { writeCodebook, writeProject } from '../../core/qda/write.ts';
import { guid } from '../../server/export/qdaFiles.ts';
import { schemaFaults } from '../support/qdaSchema.ts';
import { PROJECT, selected, whatever } from '../support/qda.ts';

const one = (text: string, from = 0, to = lengthOf(text)): QdaProject => ({
  ...PROJECT,
  sources: [
    { ...PROJECT.sources[0]!, text, selections: [{ ...PROJECT.sources[0]!.selections[0]!, from, to }] },
  ],
  cases: [],
});

describe('places are code points', () => {
  test('QX1 emoji families, Urdu and letters with marks are cut where they were marked', () => {
    for (const word of ['👩‍👩‍👧', 'میرا سوشل ورکر', 'cafe\u0301', '🏴󠁧󠁢󠁷󠁬󠁳󠁿']) {
      const { text, places } = joinPieces([`Before 🙂`, word, 'after']);
      const place = places[1];
      expect([...text].slice(place?.from, place?.to).join('')).toBe(word);
      const { xml, texts } = writeProject(one(text, place?.from, place?.to), guid);
      expect(selected(xml, texts)).toEqual([word]);
    }
  });

  test('QX1 whatever is joined, each piece is found at its place', () => {
    fc.assert(
      fc.property(fc.array(whatever, { maxLength: 6 }), (pieces) => {
        const { text, places } = joinPieces(pieces);
        for (const [i, place] of places.entries()) {
          const piece = withLf(pieces[i] ?? '').text;
          expect(place === null ? '' : [...text].slice(place.from, place.to).join('')).toBe(piece);
        }
      }),
    );
  });

  test('QX1 line ends of other systems become LF, and what was marked stays what it was', () => {
    const text = 'one\r\ntwo 👧\r\nthree\rfour';
    const from = lengthOf('one\r\n');
    const { xml, texts } = writeProject(one(text, from, from + 5), guid);
    expect(texts[0]?.text).toBe('one\ntwo 👧\nthree\nfour');
    expect(selected(xml, texts)).toEqual(['two 👧']);
  });
});

describe('what XML can hold', () => {
  test('QX2 what XML cannot hold becomes another sign, one for one, and is counted', () => {
    const text = '\ufeffa\u0000b\u0008c\ud800d\ufffee';
    expect(safeText(text)).toEqual({ text: '\u2060a\ufffdb\ufffdc\ufffdd\ufffde', replaced: 5 });
    const made = writeProject({ ...one(text), name: 'x\u0001', description: '<&>"]]>' }, guid);
    expect(made.replaced).toBe(6);
    expect(made.texts[0]?.text.codePointAt(0)).toBe(0x2060);
    expect(made.xml).toContain('<Description>&lt;&amp;&gt;"]]&gt;</Description>');
  });

  test('QX2 a project and a codebook are valid by the published schemas, and so are empty ones', async () => {
    const nasty = '<&>"\' \n\t\r\n =1+1 👩‍👩‍👧 \u0000';
    const full: QdaProject = {
      ...PROJECT,
      name: nasty,
      description: nasty,
      codes: PROJECT.codes.map((code) => ({ ...code, name: nasty, description: nasty })),
    };
    for (const project of [PROJECT, full, { ...PROJECT, codes: [], sources: [], cases: [] }])
      expect(await schemaFaults('project', writeProject(project, guid).xml)).toEqual([]);
    expect(await schemaFaults('codebook', writeCodebook(full.codes, 'Standpoint', guid))).toEqual([]);
    // The check itself sees a fault.
    const wrong = writeProject(PROJECT, guid)
      .xml.replace('<Users>', '<Codes>')
      .replace('</Users>', '</Codes>');
    expect(await schemaFaults('project', wrong)).not.toEqual([]);
  });

  test('QX2 empty wrappers are left out, days have no finer time, and who made something is always there', () => {
    const { xml } = writeProject({ ...PROJECT, codes: [], sources: [], cases: [] }, guid);
    expect(xml).not.toMatch(/CodeBook|Variables|Cases|Sources|Sets/);
    const whole = writeProject(PROJECT, guid).xml;
    expect(
      [...whole.matchAll(/DateTime="([^"]+)"/g)].filter(([, at]) => !at?.endsWith('T00:00:00Z')),
    ).toEqual([]);
    for (const name of ['TextSource', 'PlainTextSelection', 'Coding'])
      for (const [tag] of whole.matchAll(new RegExp(`<${name} [^>]+>`, 'g')))
        expect(tag).toMatch(/creatingUser="[0-9a-f-]{36}" creationDateTime="/);
  });

  test('QX2 a selection outside its text, and a code that is not there, is never written', () => {
    for (const [from, to] of [
      [0, 99],
      [3, 3],
      [-1, 2],
    ])
      expect(() => writeProject(one('short', from, to), guid)).toThrow('outside');
    expect(() => writeProject({ ...PROJECT, codes: [] }, guid)).toThrow('code');
  });

  test('QX2 ids are UUIDs of version 5, the same each time, and one that is a GUID stays', () => {
    expect(guid('a')).toBe(guid('a'));
    expect(guid('a')).not.toBe(guid('b'));
    expect(guid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(guid(guid('a'))).toBe(guid('a'));
  });
});

test('QX3 marks of a point are read back, but never that somebody may be quoted', () => {
  const marks = { kind: 'quote', mayQuote: true, stance: 'idea', outcome: 'worked', hands: 3 } as const;
  expect(readMarks(marksText(marks))).toEqual({ ...marks, mayQuote: false });
  const plain = { kind: 'paraphrase', mayQuote: false, stance: '', outcome: '', hands: 0 } as const;
  expect(readMarks(marksText(plain))).toEqual(plain);
  for (const other of ['', 'a memo', 'quote; and more', 'quote; hands many'])
    expect(readMarks(other)).toBeNull();
});
