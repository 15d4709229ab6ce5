/** Hostile texts on every surface of the three forms. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8 } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import type { ReportFormat } from '../../../core/api.ts';
import type { Block, ReportModel } from '../../../core/report/model.ts';
import { printable } from '../../../server/report/text.ts';
import { launchBrowser } from '../../support/browser.ts';
import { HOSTILE } from '../../support/hostileTexts.ts';
import {
  allForms,
  missingInPdf,
  pdfActions,
  plain,
  readPdf,
  readWord,
  unsoundParts,
} from '../../support/readReport.ts';
import { sampleReport } from '../../support/report.ts';
import { figureOf } from '../../support/reportFigures.ts';

/** Each text in each kind of block. */
function blocksOf(text: string, i: number): Block[] {
  const figure = figureOf(`H${i + 1}`, text, [{ label: text, counts: [1, 2, 3, 4, 5] }], text);
  return [
    { kind: 'paragraph', text, lang: text },
    { kind: 'note', text },
    { kind: 'list', items: [text, text] },
    { kind: 'statement', number: text, for: text, text, lang: 'en' },
    { kind: 'quote', by: text, text, lang: 'x-"><b' },
    { kind: 'facts', items: [{ name: text, value: text }] },
    { kind: 'table', caption: text, head: [text, 'n'], rows: [[text, '3']], numeric: [1] },
    { ...figure, caption: text, alt: text },
  ];
}

function hostileReport(): ReportModel {
  const model = sampleReport();
  const all = HOSTILE.slice(0, 20).join(' ');
  return {
    ...model,
    subtitle: all,
    mark: all.slice(0, 300),
    cover: HOSTILE.map((text) => ({ name: 'Text', value: text })),
    words: { ...model.words, foot: HOSTILE[17] ?? '', page: HOSTILE[0] ?? '', contents: HOSTILE[9] ?? '' },
    sections: HOSTILE.map((text, i) => ({ id: text, heading: text, level: 1, blocks: blocksOf(text, i) })),
  };
}

let files: Record<ReportFormat, Uint8Array>;
let browser: Browser;

beforeAll(async () => {
  [files, browser] = await Promise.all([allForms(hostileReport()), launchBrowser()]);
}, 180_000);
afterAll(() => browser.close());

const asPrinted = HOSTILE.map((text) => plain(printable(text)));

async function opened(width: number): Promise<{ page: Page; away: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const away: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data|about):/u.test(request.url())) away.push(request.url());
  });
  page.on('dialog', (dialog) => {
    away.push('dialog');
    void dialog.dismiss();
  });
  await page.setContent(strFromU8(files.html), { waitUntil: 'load' });
  return { page, away };
}

describe('hostile texts', () => {
  test('F11 in the web page they are letters: nothing runs, nothing is asked for, nothing sticks out', async () => {
    for (const width of [1200, 360]) {
      const { page, away } = await opened(width);
      const seen = await page.evaluate(() => ({
        hit: 'hit' in window,
        wide: document.documentElement.scrollWidth > window.innerWidth,
        scripts: document.querySelectorAll('script, iframe, link, object, embed, form').length,
        images: [...document.images].every((image) => image.complete && image.naturalWidth > 0),
        text: document.body.textContent,
      }));
      expect(away).toEqual([]);
      expect(seen).toMatchObject({ hit: false, wide: false, scripts: 0, images: true });
      const text = plain(seen.text);
      expect(asPrinted.filter((wanted) => text.split(wanted).length < 13)).toEqual([]);
      await page.close();
    }
  });

  test('F11 in the Word file they are letters, and every part is sound XML', async () => {
    const told = readWord(files.docx);
    expect(asPrinted.filter((wanted) => told.text.split(wanted).length < 13)).toEqual([]);
    const { parts, unsound } = await unsoundParts(await browser.newPage(), files.docx);
    expect(unsound).toEqual([]);
    const links = parts.map(([, text]) => text).join('');
    expect(links.includes('TargetMode="External"')).toBe(false);
  });

  test('F11 in the PDF they are letters, of every script, and nothing was read from the machine', async () => {
    const { text } = await readPdf(files.pdf);
    const missing = missingInPdf(text, asPrinted, 11);
    expect(missing).toEqual([]);
    for (const never of ['root:x:0', sampleReport().words.unprintable.slice(0, 40)])
      expect(text.includes(never)).toBe(false);
    expect(pdfActions(files.pdf)).toEqual([]);
  });
});
