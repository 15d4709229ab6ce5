/** What an author typed stands in every form as it was typed, whatever it resembles. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8 } from 'fflate';
import type { Browser } from 'playwright-core';
import type { ReportFormat } from '../../../core/api.ts';
import type { Block, ReportModel } from '../../../core/report/model.ts';
import { launchBrowser } from '../../support/browser.ts';
import { allForms, partOf, plain, readPdf, readWeb, readWord } from '../../support/readReport.ts';
import { sampleReport } from '../../support/report.ts';
import { figureOf } from '../../support/reportFigures.ts';
import { png } from '../../support/teamPictures.ts';

const TEXTS = [
  'They call it="my plan',
  'x=\'a\' y="b" it\'s "fine" d="M1 2L3 4"',
  "a=\"' onload='alert(1)",
  ']]> <![CDATA[ & &amp; &#x41; <b>',
  'size="1.23456" and 0.98765',
  '_Toc99999 is one, PAGEREF _Toc12 \\h another',
  '100 % of %20 and #1, \\d="\u0007"',
];
const UNTOLD = 'A picture is left out here: nobody has described it for those who cannot see it.';

function reportOf(blocks: Block[]): ReportModel {
  return { ...sampleReport(), sections: [{ id: 'a', heading: '_Toc7 heads this', level: 1, blocks }] };
}

const image = (alt: string, caption: string): Block => ({
  kind: 'image',
  type: 'image/png',
  data: png().toString('base64'),
  alt,
  caption,
});

let files: Record<ReportFormat, Uint8Array>;
let browser: Browser;
beforeAll(async () => {
  const figures = TEXTS.map((text, i) => ({
    ...figureOf(String(i + 1), text, [{ label: text, counts: [1, 2, 3, 4, 5] }], text),
    alt: text,
  }));
  const model = reportOf([...figures, image('', ''), image(' ', ''), image('', 'Picture: Ada')]);
  [files, browser] = await Promise.all([allForms(model), launchBrowser()]);
}, 120_000);
afterAll(() => browser.close());

describe('texts that resemble code', () => {
  test('F15 every chart is drawn, wide and narrow, and says its statement as it was typed', async () => {
    for (const width of [1200, 360]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.setContent(strFromU8(files.html), { waitUntil: 'load' });
      const seen = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLImageElement>('figure.chart img')].map((img) => {
          const svg = decodeURIComponent(img.currentSrc.slice(img.currentSrc.indexOf(',') + 1));
          const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
          return {
            drawn: img.naturalWidth > 0,
            title: read.querySelector('title')?.textContent,
            alt: img.alt,
          };
        }),
      );
      const printed = TEXTS.map((text) => text.replace('\u0007', '\ufffd'));
      expect(seen).toEqual(printed.map((text) => ({ drawn: true, title: text, alt: text })));
      await page.close();
    }
  });

  test('F11 the Word file counts its bookmarks and leaves texts alone', () => {
    const { text } = readWord(files.docx);
    for (const typed of TEXTS) expect(text).toContain(plain(typed.replace('\u0007', '\ufffd')));
    expect(text).toContain('_Toc7 heads this');
    const xml = partOf(files.docx, 'word/document.xml');
    expect(xml).toMatch(/<w:bookmarkStart [^>]*w:name="_section_1"/u);
    expect(xml).toMatch(/PAGEREF _section_1 /u);
    expect(xml).toMatch(/w:anchor="_section_1"/u);
    expect(xml).toContain('descr="_Toc99999 is one');
  });

  test('F11 the same report has the same bytes again', async () => {
    const model = reportOf([{ kind: 'paragraph', text: TEXTS.join('\n') }, image('Ada', '')]);
    const [one, two] = [await allForms(model), await allForms(model)];
    for (const format of ['html', 'docx', 'pdf'] as const)
      expect(Buffer.from(one[format]).equals(two[format])).toBe(true);
  });
});

describe('a picture that nobody described', () => {
  test('F15 is left out and a note says so; a credit alone stands for a description', async () => {
    const told = [readWeb(files.html).text, readWord(files.docx).text, (await readPdf(files.pdf)).text];
    for (const text of told) {
      expect(plain(text).split(UNTOLD)).toHaveLength(3);
      expect(text).toContain('Picture: Ada');
    }
    expect(strFromU8(files.html).match(/<figure class="image">/gu)).toHaveLength(1);
  });
});

describe('texts without a space', () => {
  test('F11 a word of 30,000 letters and thousands of stacked marks go into the Word file whole', async () => {
    const long = ['x'.repeat(30_000), 'ก้'.repeat(5000), 'مرحبا '.repeat(2000).trim()];
    const { docx } = await allForms(reportOf(long.map((text) => ({ kind: 'paragraph', text }))));
    const { text } = readWord(docx);
    for (const typed of long) expect(text.includes(typed)).toBe(true);
  }, 60_000);
});
