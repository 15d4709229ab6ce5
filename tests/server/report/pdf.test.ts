/** The PDF and what its compiler refuses. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Block } from '../../../core/report/model.ts';
import { chartsOf, type Charts } from '../../../server/report/charts.ts';
import { renderPdf } from '../../../server/report/pdf/renderPdf.ts';
import { prepareReport, type ReadyReport } from '../../../server/report/prepare.ts';
import { readPdf } from '../../support/readReport.ts';
import { sampleReport } from '../../support/report.ts';

let ready: ReadyReport;
let charts: Charts;

beforeAll(async () => {
  ready = await prepareReport(sampleReport());
  charts = chartsOf(ready.figures.map((f) => f.picture));
  await charts.draw('svg', () => Promise.resolve());
});

describe('the PDF', () => {
  test('F15 a picture without a text alternative is refused by the check for PDF/UA-1', () => {
    const bare = {
      ...ready,
      sections: ready.sections.map((s) => ({
        ...s,
        blocks: s.blocks.map((b) => (b.kind === 'figure' ? { ...b, alt: '' } : b)),
      })),
    };
    expect(() => renderPdf(bare, charts)).toThrow('PDF/UA-1 error: missing alt text');
  });

  test('F11 the PDF is tagged, says its title and language, and knows no time but its date', () => {
    const raw = Buffer.from(renderPdf(ready, charts)).toString('latin1');
    expect(raw).toContain('/MarkInfo');
    expect(raw).toContain('pdfuaid:part');
    expect(raw).toMatch(/\/Lang\s*\(en-GB\)/u);
    expect(raw.match(/D:\d{8,14}/gu)?.map((d) => d.slice(2, 16))).toEqual(
      raw.match(/D:\d{8,14}/gu)?.map(() => expect.stringMatching(/^20260612(000000)?$/u)),
    );
    expect(
      raw.match(/\d{4}-\d\d-\d\dT[\d:]+/gu)?.every((t) => t.startsWith('2026-06-12T00:00:00')) ?? true,
    ).toBe(true);
  });

  test('F10 the mark and the number of the page stand on every page', async () => {
    const { pages } = await readPdf(renderPdf(ready, charts));
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(page).toContain('SAMPLE: NOT A REAL CONSULTATION');
    for (const [i, page] of pages.entries()) if (i > 0) expect(page).toContain(`Page ${i + 1}`);
  });

  test('F11 letters that no font has are replaced and it is said, and the rest is printed', async () => {
    const model = sampleReport();
    model.sections[0]?.blocks.unshift({
      kind: 'paragraph',
      text: 'Signs \u{12000} and \u{13000} between words',
    });
    const { text } = await readPdf(renderPdf(await prepareReport(model), charts));
    expect(text).toContain('between words');
    expect(text).toContain(model.words.unprintable.slice(0, 40));
    expect((await readPdf(renderPdf(ready, charts))).text).not.toContain(
      model.words.unprintable.slice(0, 40),
    );
  });

  test('P7 F11 a mark that no font has takes no letter with it, here or elsewhere, and never stops the report', async () => {
    const model = sampleReport();
    model.sections[0]?.blocks.unshift({
      kind: 'paragraph',
      text: 'Circled e\u20dd and t\u20e3 \u0489 and "\u20dd\\\u20dd" between every letter',
    });
    const { text } = await readPdf(renderPdf(await prepareReport(model), charts));
    expect(text).toContain('between every letter');
    expect(text).toContain(model.words.unprintable.slice(0, 40));
    expect(text).toMatch(/Circled e\S? ?and t/);
  });

  test('F12 a note at the end of a chapter is never alone on a page, and one beneath a quote never apart from it', async () => {
    const model = sampleReport();
    const filler = (n: number): Block[] =>
      Array.from({ length: n }, () => ({ kind: 'paragraph' as const, text: 'One line.' }));
    const note: Block = { kind: 'note', text: 'What it cannot say. '.repeat(12) };
    const about: Block[] = [
      { kind: 'paragraph', text: 'It is about this.' },
      { kind: 'quote', text: 'It is about this.', by: 'Parent' },
    ];
    // As many lines as reach over the foot of a page, at every place.
    model.sections = about.flatMap((block, k) =>
      Array.from({ length: 22 }, (_, n) => ({
        id: `s${k}-${n}`,
        heading: 'One',
        level: 1 as const,
        newPage: true,
        blocks: [...filler(20 + n), block, note],
      })),
    );
    const { pages } = await readPdf(renderPdf(await prepareReport(model), charts));
    expect(pages.length).toBeGreaterThan(about.length * 22 + 10);
    const cut = (text: string): string =>
      text.replace(/^SAMPLE: NOT A REAL CONSULTATION\s*/, '').slice(0, 20);
    expect(pages.map(cut).filter((text) => text.startsWith('What it cannot say'))).toEqual([]);
    expect(pages.map(cut).filter((text) => text.startsWith('It is about this')).length).toBeGreaterThan(1);
  });

  test('F12 words of Arabic, Urdu and Pashto are copied out with each letter once', async () => {
    const words = 'أتوقع أن تستمع العاملة میں چاہتا ہوں غواړم چې وپوښتي';
    const model = sampleReport();
    model.sections = [
      { id: 'rtl', heading: 'One', level: 1, blocks: [{ kind: 'paragraph', text: words, lang: 'ar' }] },
    ];
    const { text } = await readPdf(renderPdf(await prepareReport(model), charts));
    // The order of a line that runs from right to left is the reader's.
    const letters = (of: string): string =>
      (of.normalize('NFKC').match(/\p{Script=Arabic}/gu) ?? []).toSorted().join('');
    expect(letters(text)).toBe(letters(words));
  });
});
