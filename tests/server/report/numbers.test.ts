/** The three forms of a report against the model and each other. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ReportFormat } from '../../../core/api.ts';
import { allForms, plain, readPdf, readWeb, readWord, tablesOf } from '../../support/readReport.ts';
import { sampleReport } from '../../support/report.ts';

const model = sampleReport();
const figures = model.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'figure');
let files: Record<ReportFormat, Uint8Array>;
let pdf: string;

beforeAll(async () => {
  files = await allForms(model);
  pdf = (await readPdf(files.pdf)).text;
});

const cells = tablesOf(model).map((t) => [t.head, ...t.rows].map((row) => row.map(plain)));

describe('one model', () => {
  test('F11 the tables of the web page are the model’s, cell for cell', () => {
    expect(readWeb(files.html).tables).toEqual(cells);
  });

  test('F11 the tables of the Word file are the model’s, cell for cell', () => {
    const withFacts = readWord(files.docx).tables;
    // Facts are set as tables without a head of their own.
    const facts = [
      model.cover,
      ...model.sections.flatMap((s) => s.blocks).flatMap((b) => (b.kind === 'facts' ? [b.items] : [])),
    ];
    const factCells = facts.map((items) => items.map((f) => [f.name, f.value].map(plain)));
    expect(withFacts.filter((t) => !factCells.some((f) => JSON.stringify(f) === JSON.stringify(t)))).toEqual(
      cells,
    );
    expect(withFacts).toHaveLength(cells.length + factCells.length);
  });

  test('F11 every row of every table stands in the PDF with its numbers in order', () => {
    for (const table of tablesOf(model))
      for (const row of table.rows) {
        if (table.numeric.length === 0) for (const cell of row) expect(pdf).toContain(plain(cell));
        else expect(pdf).toContain(plain(row.join(' ')));
      }
  });

  test('F15 every figure has its number, its caption with its n, and its sentence in all three', () => {
    for (const text of [readWeb(files.html).text, readWord(files.docx).text, pdf])
      for (const figure of figures) {
        expect(text).toContain(plain(`Figure ${figure.number}. ${figure.caption}`));
        expect(text).toContain(plain(figure.sentence));
        expect(text).toContain(plain(figure.table.caption));
      }
  });

  test('F11 headings, cover, mark, notes, lists and contents stand in all three', () => {
    const blocks = model.sections.flatMap((s) => s.blocks);
    const texts = [
      model.title,
      model.subtitle,
      model.mark,
      model.words.contents,
      ...model.cover.flatMap((f) => [f.name, f.value]),
      ...model.sections.map((s) => s.heading),
      ...blocks.flatMap((b) =>
        b.kind === 'note' || b.kind === 'paragraph' ? [b.text] : b.kind === 'list' ? b.items : [],
      ),
    ];
    for (const text of [readWeb(files.html).text, readWord(files.docx).text, pdf])
      for (const wanted of texts) expect(text).toContain(plain(wanted));
  });

  test('F11 the JSON is the model', () => {
    expect(JSON.parse(Buffer.from(files.json).toString('utf8'))).toEqual(model);
  });

  test('F11 the same model gives the same bytes in every form', async () => {
    const again = await allForms(sampleReport());
    for (const format of ['html', 'pdf', 'docx', 'json'] as const)
      expect(Buffer.compare(again[format], files[format])).toBe(0);
  });

  test('F15 a figure without its sentence, its words or its table goes nowhere', async () => {
    for (const lost of ['sentence', 'alt', 'table'] as const) {
      const bare = sampleReport();
      const figure = bare.sections.flatMap((s) => s.blocks).find((b) => b.kind === 'figure');
      if (figure === undefined) throw new Error('the sample has figures');
      if (lost === 'table') figure.table.rows = [];
      else figure[lost] = '';
      await expect(allForms(bare)).rejects.toThrow('Figure 1 has no');
    }
  });
});
