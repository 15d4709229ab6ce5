/** The web page of a report in a real browser. */
import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { policyOf } from '../../../server/report/web/policy.ts';
import { launchBrowser } from '../../support/browser.ts';
import { expectNothingFound, look } from '../../support/look.ts';
import { allForms } from '../../support/readReport.ts';
import { sampleReport } from '../../support/report.ts';

let browser: Browser;
let html: string;
let address: string;

beforeAll(async () => {
  const [files, launched] = await Promise.all([allForms(sampleReport()), launchBrowser()]);
  browser = launched;
  html = Buffer.from(files.html).toString('utf8');
  const path = join(await mkdtemp(join(tmpdir(), 'report-')), 'report.html');
  await writeFile(path, html);
  address = pathToFileURL(path).href;
});
afterAll(() => browser.close());

async function opened(width: number): Promise<{ page: Page; asked: string[] }> {
  // axe is put into the page by script, which the page's own policy forbids.
  const page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: true });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  return { page, asked: asked.filter((url) => !url.startsWith('data:') && url !== address) };
}

describe('the web page of a report', () => {
  test('F15 a phone gets each figure whole, in a drawing made for its width', async () => {
    const shown = async (width: number): Promise<{ drawn: number; shown: number; words: string[] }> => {
      const { page } = await opened(width);
      const found = await page.evaluate(async () => {
        const images = [...document.querySelectorAll<HTMLImageElement>('figure picture img')];
        await Promise.all(images.map((image) => image.decode()));
        return {
          drawn: images[0]?.naturalWidth ?? 0,
          shown: images[0]?.getBoundingClientRect().width ?? 0,
          words: images.map((image) => image.alt),
        };
      });
      await page.close();
      return found;
    };
    const [wide, narrow] = [await shown(1280), await shown(360)];
    expect(wide.drawn).toBe(640);
    expect(narrow.drawn).toBeLessThan(450);
    expect(narrow.shown).toBeLessThanOrEqual(360);
    expect(narrow.words).toEqual(wide.words);
  });

  test('E1 axe finds nothing, wide and narrow, and nothing scrolls sideways', async () => {
    for (const width of [1280, 360]) {
      const { page, asked } = await opened(width);
      await look(page, `report-${width}`);
      expect(asked).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    }
    expectNothingFound();
  });

  test('F15 E1 on a phone a table of few columns shows its numbers, and one that scrolls says so and keeps its caption in sight', async () => {
    for (const width of [360, 390]) {
      const { page } = await opened(width);
      const tables = await page.evaluate(() =>
        [...document.querySelectorAll('.wide')].map((wide) => {
          wide.scrollLeft = 60;
          const { left, right } = wide.getBoundingClientRect();
          const said = document.createRange();
          said.selectNodeContents(wide.querySelector('caption') ?? wide);
          const caption = said.getBoundingClientRect();
          return {
            caption: wide.querySelector('caption')?.textContent,
            columns: wide.querySelectorAll('thead th').length,
            scrolls: wide.scrollWidth > wide.clientWidth,
            shade: getComputedStyle(wide).backgroundAttachment,
            inSight: caption.left >= left - 1 && caption.right <= right + 1,
          };
        }),
      );
      await page.close();
      expect(tables.filter(({ columns, scrolls }) => scrolls && columns <= 4)).toEqual([]);
      expect(tables.filter(({ inSight }) => !inSight)).toEqual([]);
      const scrolling = tables.filter(({ scrolls }) => scrolls);
      expect(scrolling.length).toBeGreaterThan(0);
      for (const { shade } of scrolling) expect(shade).toBe('local, local, scroll, scroll');
    }
  });

  test('F11 it shows by its own policy, with its style and fonts, and without a script', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(address);
    const shown = await page.evaluate(async () => {
      await document.fonts.ready;
      return {
        fonts: [...document.fonts].filter((font) => font.status === 'loaded').length,
        border: getComputedStyle(document.querySelector('.note') ?? document.body).borderInlineStartWidth,
        images: [...document.images].filter((image) => image.naturalWidth > 0).length,
      };
    });
    expect(shown).toEqual({ fonts: 2, border: '4px', images: 12 });
    expect(said).toEqual([]);
    expect(html).not.toContain('<script');
    await page.close();
  });

  test('F11 the policy that a server sends with it is the page’s', () => {
    const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policyOf(html)).toContain(`style-src 'sha256-${hash}'`);
    expect(policyOf(html)).toContain("default-src 'none'");
  });

  test('F15 every picture has words, every table a caption and heads, every quote its source', async () => {
    const { page } = await opened(1280);
    const found = await page.evaluate(() => ({
      silent: [...document.images].filter((image) => image.alt === '').length,
      tables: [...document.querySelectorAll('table')].filter(
        (t) =>
          t.caption === null ||
          t.querySelector('thead th[scope=col]') === null ||
          t.querySelector('tbody th[scope=row]') === null,
      ).length,
      quotes: [...document.querySelectorAll('blockquote')].map((q) => [
        q.lang,
        q.dir,
        q.nextElementSibling?.textContent,
      ]),
    }));
    expect(found.silent + found.tables).toBe(0);
    expect(found.quotes).toContainEqual(['ar', 'rtl', 'Kinship carer, translated in the room']);
    expect(found.quotes).toContainEqual(['bn', '', 'Parent']);
    await page.close();
  });
});
