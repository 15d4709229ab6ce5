/** The ways between the pages of a consultation: the same on each of them, for whoever is signed in. */
import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { joinDevice } from '../support/devices.ts';
import { consult, crowd, finish, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const hall = staffBrowser();
let id: string;
beforeAll(async () => {
  const held = await consult(hall.server, 'What we expect', ['My worker listens to me']);
  await finish(hall.server, await hold(hall.server, held.id, crowd([1, 2, 3, 4, 5, 5])));
  id = held.id;
});

const PAGES = {
  Prepare: '',
  Print: '/paper',
  Results: '/results',
  'Were you heard?': '/heard',
  Themes: '/themes',
  Interviews: '/sources',
  'Case studies': '/case-studies',
  'Read back': '/read-back',
  Recommendations: '/recommendations',
  'Tell people': '/told',
  Report: '/report',
  'Talking alone': '/alone',
  Concerns: '/concerns',
} as const;
const ALL = ['Prepare', 'Sessions', ...Object.keys(PAGES).slice(1)];
const READ = Object.keys(PAGES).slice(2, 9);

const ways = (page: Page) => page.getByRole('navigation', { name: 'This consultation' });
const namesIn = async (page: Page): Promise<string[]> => ways(page).getByRole('link').allInnerTexts();

test('T2 E1 every page of a consultation has the same ways to the others, and says which of them it is', async () => {
  const page = await hall.staffPage({ width: 1366, height: 768 }, `/console/c/${id}`);
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(`${hall.server.url}/console/c/${id}${path}`);
    await ways(page).waitFor();
    expect([name, await namesIn(page)]).toEqual([name, ALL]);
    expect(await ways(page).locator('[aria-current]').allInnerTexts()).toEqual([name]);
    // All of them stand in the row of a laptop, and none is cut.
    expect(await ways(page).evaluate((row) => row.scrollWidth <= row.clientWidth)).toBe(true);
  }
  for (const [name, path] of Object.entries(PAGES)) {
    await ways(page).getByRole('link', { name, exact: true }).click();
    await page.waitForURL(`**/console/c/${id}${path}`);
    await ways(page).waitFor();
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(`${hall.server.url}/console/c/${id}${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const here = ways(page).locator('[aria-current]');
    await here.waitFor();
    // The row is moved once it is drawn.
    await page.waitForFunction(() => {
      const box = document.querySelector('nav [aria-current]')?.getBoundingClientRect();
      return box !== undefined && box.left >= 0 && box.right <= 390;
    });
    expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, 390]);
  }
  await look(page, 'console-ways-phone');
  await page.close();
  expectNothingFound();
});

test('T2 who may not open a page has no way to it', async () => {
  for (const role of ['scribe', 'researcher'] as const) {
    const { url, headers } = await joinDevice(hall.server, role);
    const [name = '', value = ''] = (headers.Cookie ?? '').split('=');
    const context = await hall.browser.newContext({ ignoreHTTPSErrors: true });
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await page.goto(`${url}/console/c/${id}/themes`);
    await ways(page).waitFor();
    expect([role, await namesIn(page)]).toEqual([role, READ]);
    await context.close();
  }
});

test('S7 what was typed is saved before another page is opened', async () => {
  const page = await hall.staffPage({ width: 1366, height: 768 }, `/console/c/${id}`);
  await page.getByLabel('Title').fill('What we expect of them');
  await ways(page).getByRole('link', { name: 'Results' }).click();
  await page.getByRole('heading', { name: 'What we expect of them' }).waitFor();
  await page.close();
});
