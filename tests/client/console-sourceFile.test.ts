/** Files that somebody opens as an interview or document. */
import { describe, expect, test } from '@jest/globals';
import { Document, FootnoteReferenceRun, Header, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { LIMITS } from '../../core/limits.ts';
import { readFile } from '../../client/console/talk/sources/readFile.ts';

const read = (name: string, bytes: Uint8Array | string): unknown => {
  const got = readFile(name, typeof bytes === 'string' ? strToU8(bytes) : bytes);
  return 'wrong' in got ? got.wrong : got.text;
};
const word = (xml: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="w">${xml}</w:document>`),
  });

describe('IV9 files', () => {
  test('IV9 text and Markdown, with and without byte order mark and carriage returns, give the same words', () => {
    const words = '# Notes\n\nShe said “no”. 👪';
    expect(read('a.txt', words)).toBe(words);
    expect(read('A.MD', `\uFEFF${words.replaceAll('\n', '\r\n')}\r\n`)).toBe(words);
    expect(readFile('Interview_4  centre.v2.txt', strToU8('x'))).toEqual({
      text: 'x',
      title: 'Interview 4 centre.v2',
      left: [],
    });
  });

  test('IV9 P5 what is no text is refused by its line, and other files by their names', () => {
    expect(read('a.txt', new Uint8Array([65, 10, 66, 10, 0xff, 0xfe]))).toContain('Line 3 of a.txt');
    expect(read('a.txt', 'one\r\ntwo\u0000\r\nthree')).toContain('Line 2 of a.txt');
    expect(read('a.pdf', 'x')).toContain('a.pdf is no plain text');
    expect(read('a.doc', 'x')).toContain('old kind');
    expect(read('a.txt', ' \n ')).toContain('no words in a.txt');
    expect(read('a.txt', 'x'.repeat(LIMITS.sourceText + 1))).toContain('more than');
    expect(read('a.txt', new Uint8Array(LIMITS.sourceFileBytes + 1))).toContain('larger than 20 MB');
  });

  test('IV9 a Word file as a program writes it: paragraphs, breaks, tabs, lists', async () => {
    const file = new Document({
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun({ text: 'Q1. Who & what <helped>?', bold: true })] }),
            new Paragraph({
              children: [new TextRun('My'), new TextRun('\tsister'), new TextRun({ text: 'came', break: 1 })],
            }),
            new Paragraph({ text: 'first', bullet: { level: 0 } }),
          ],
        },
      ],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(file));
    expect(read('a.docx', bytes)).toBe('Q1. Who & what <helped>?\nMy sister\ncame\n- first');
  });

  test('IV9 what Word keeps beside the words is not read: fields, deleted text, what is said twice', () => {
    const p = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`;
    const xml = [
      p('<w:t a=">">kept</w:t><w:delText>deleted</w:delText><w:instrText>HYPERLINK "http://x"</w:instrText>'),
      '<mc:AlternateContent><mc:Choice>',
      p('<w:t>once</w:t>'),
      '</mc:Choice><mc:Fallback>',
      p('<w:t>once</w:t>'),
      '</mc:Fallback></mc:AlternateContent>',
      p('<w:t>a&#x41;&#66;&amp;amp;<!-- <w:t>no</w:t> --><![CDATA[<raw>]]></w:t>'),
    ];
    expect(read('a.docx', word(xml.join('')))).toBe('kept\nonce\naAB&amp;<raw>');
  });

  test('IV9 words beside the text of a Word file are told as left out, where there are any', async () => {
    const file = new Document({
      footnotes: { 1: { children: [new Paragraph('It was on a Monday.')] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Centre, room 2')] }) },
          children: [new Paragraph({ children: [new TextRun('They came'), new FootnoteReferenceRun(1)] })],
        },
      ],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(file));
    const told = { text: 'They came', left: ['footnotes', 'margins'] };
    expect(readFile('a.docx', bytes)).toMatchObject(told);
    const xml = '<w:document><w:p><w:r><w:t>x</w:t></w:r></w:p></w:document>';
    const parts = {
      'word/document.xml': strToU8(xml),
      // Lines that part notes from the text, and nothing else.
      'word/footnotes.xml': strToU8('<w:footnotes><w:footnote><w:p/></w:footnote></w:footnotes>'),
      'word/comments.xml': new Uint8Array(LIMITS.sourceUnpackedBytes + 1),
    };
    expect(readFile('a.docx', zipSync(parts))).toMatchObject({ text: 'x', left: ['comments'] });
  });

  test('IV9 P5 a damaged file, a bomb and entities of its own are refused by the file’s name', () => {
    const whole = word('<w:p><w:r><w:t>x</w:t></w:r></w:p>');
    expect(read('a.docx', 'no zip')).toContain('a.docx is damaged');
    expect(read('a.docx', whole.subarray(0, whole.length - 30))).toContain('a.docx is damaged');
    expect(read('a.docx', zipSync({ 'other.xml': strToU8('x') }))).toContain('a.docx is damaged');
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(LIMITS.sourceUnpackedBytes + 1) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(read('a.docx', bomb)).toContain('larger than 30 MB');
    // One that says it is small.
    const view = new DataView(bomb.buffer);
    for (let i = 0; i < bomb.length - 4; i += 1)
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 1000, true);
    view.setUint32(22, 1000, true);
    expect(read('a.docx', bomb)).toContain('a.docx is damaged');
    const entity = `<!DOCTYPE w [<!ENTITY a "b">]><w:document><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>`;
    expect(read('a.docx', zipSync({ 'word/document.xml': strToU8(entity) }))).toContain('damaged');
  });
});
