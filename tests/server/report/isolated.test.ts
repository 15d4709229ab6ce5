/** Arabic in the sentences of a report: numbers behind it stay behind it, in all three forms and in pictures. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8 } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import type { ReportFormat } from '../../../core/api.ts';
import { FSI, isolated, PDI } from '../../../core/bidi.ts';
import type { Block } from '../../../core/report/model.ts';
import { drawChart } from '../../../server/report/chart/drawChart.ts';
import { withMarks } from '../../../server/report/text.ts';
import { launchBrowser } from '../../support/browser.ts';
import { picture } from '../../support/picture.ts';
import { pixelsOf } from '../../support/pixels.ts';
import { allForms, partOf } from '../../support/readReport.ts';
import { sampleReport } from '../../support/report.ts';

const FATHERS = 'الآباء';
const SENTENCE = `${isolated(FATHERS, 'en')}: 5 of 12 people agreed.`;

let files: Record<ReportFormat, Uint8Array>;
let browser: Browser;

beforeAll(async () => {
  const blocks: Block[] = [{ kind: 'paragraph', text: SENTENCE }];
  const sections = [{ id: 'a', heading: FATHERS, level: 1 as const, blocks }];
  [files, browser] = await Promise.all([allForms({ ...sampleReport(), sections }), launchBrowser()]);
}, 120_000);
afterAll(() => browser.close());

describe('a sentence that begins with an Arabic name', () => {
  test('F12 has its numbers behind the name on the web page', async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.setContent(strFromU8(files.html));
    const places = await page.evaluate((name) => {
      const text = document.querySelector('section p')?.firstChild;
      if (text === null || text === undefined) throw new Error('no text');
      const whole = text.textContent ?? '';
      const of = (part: string): DOMRect => {
        const range = document.createRange();
        range.setStart(text, whole.indexOf(part));
        range.setEnd(text, whole.indexOf(part) + part.length);
        return range.getBoundingClientRect();
      };
      return { name: of(name).right, number: of('5').left, of: of('of 12').left, dir: document.dir };
    }, FATHERS);
    expect(places.dir).toBe('ltr');
    expect(places.number).toBeGreaterThanOrEqual(places.name);
    expect(places.of).toBeGreaterThan(places.number);
    await page.close();
  });

  test('F12 has them behind it in the PDF, and so has its line of the contents', async () => {
    const task = getDocument({ data: Uint8Array.from(files.pdf), verbosity: 0, useSystemFonts: false });
    const file = await task.promise;
    const placed = async (n: number) => {
      const { items } = await (await file.getPage(n)).getTextContent();
      return items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
          : [],
      );
    };
    const arabic = /\p{Script=Arabic}/u;
    const behind = async (n: number, number: RegExp): Promise<void> => {
      const all = await placed(n);
      const names = all.filter(({ text }) => arabic.test(text));
      const found = all.filter(({ text }) => number.test(text) && !arabic.test(text));
      const line = names.find(({ y }) => found.some((f) => Math.abs(f.y - y) < 3));
      if (line === undefined) throw new Error('not on one line');
      for (const f of found.filter(({ y }) => Math.abs(y - line.y) < 3)) expect(f.x).toBeGreaterThan(line.x);
    };
    await behind(3, /5 of 12/u);
    await behind(2, /^\W*3\W*$/u);
    await task.destroy();
  });

  test('F12 has a mark behind the name in the Word file, which all of its versions know', () => {
    const xml = partOf(files.docx, 'word/document.xml');
    const paragraph = (xml.match(/<w:p>[\s\S]*?<\/w:p>/gu) ?? []).find((p) => p.includes('people agreed'));
    expect(paragraph).not.toContain('<w:bidi/>');
    expect(paragraph).toMatch(new RegExp(`<w:rtl/>.*?${FATHERS}<`, 'u'));
    expect(paragraph).toContain('>\u200e: 5 of 12 people agreed.<');
    expect(xml).not.toMatch(/[\u2068\u2069]/u);
    expect(withMarks(`${FATHERS} ${FSI}abc${PDI} 5`, 'rtl')).toBe(`${FATHERS} abc\u200f 5`);
  });

  test('F12 begins at the left of a picture', async () => {
    const first = async (title: string): Promise<number> => {
      const seen = await pixelsOf((await drawChart(picture({ title }), 'png')).bytes);
      const runs = Array.from({ length: 110 }, (_, y) => seen.runs(y)).flat();
      const ink = runs.filter((run) => run.colour === '#1d1b18').map((run) => run.from);
      return Math.min(...ink) / seen.width;
    };
    expect(await first(SENTENCE)).toBeLessThan(0.1);
    expect(await first(`${FATHERS}: 5`)).toBeGreaterThan(0.5);
  });
});
