/** A page of the console of which a part does not come, as where the laptop's network changes at that moment. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { assetsOf, readManifest } from '../../server/http/pages.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const manifest = readManifest();
const { script, styles } = assetsOf(manifest, 'console');
const PHONE = assetsOf(manifest, 'phone');
const part = manifest['client/console/pages/staff.tsx'];
const of = (file = 'none'): string => `/assets/${file}`;
const first = manifest['client/console/main.tsx'];
const beneath = part?.imports?.find(
  (key) => !key.includes('main.tsx') && first?.imports?.includes(key) !== true,
);
const PARTS = {
  'the page’s script': of(part?.file),
  'a script beneath it': of(manifest[beneath ?? '']?.file),
  'the page’s styles': of(part?.css?.[0]),
  'the console’s styles': styles[0] ?? '',
  'who is signed in': '/api/staff/me',
};

async function signedIn(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  return { context, page };
}

/** The next so many requests for it fail as the browser lets them fail. @returns how many have */
async function losing(context: BrowserContext, path: string, most: number): Promise<() => number> {
  let lost = 0;
  await context.route(
    (url) => url.pathname === path,
    (route) => {
      if (lost >= most) return route.continue();
      lost += 1;
      return route.abort('internetdisconnected');
    },
  );
  return () => lost;
}

const shown = (page: Page) => page.getByRole('heading', { name: 'Devices and sign-in' });

/** How what carries this class is laid out. */
const layout = (page: Page, name: string): Promise<string> =>
  page
    .locator(`.${name}`)
    .first()
    .evaluate((el) => getComputedStyle(el).display);

test.each(Object.entries(PARTS))('O11 it opens by itself where %s did not come', async (_name, path) => {
  const { context, page } = await signedIn();
  const lost = await losing(context, path, 1);
  await page.goto(`${server.url}/console/staff`);
  await shown(page).waitFor();
  expect(lost()).toBe(1);
  expect([await layout(page, 'staff'), await layout(page, 'button')]).toEqual(['flex', 'flex']);
  expect(await page.evaluate(() => history.state)).toBeNull();
  await context.close();
});

test('O11 E1 where it does not come for long, or nothing of it does, it says what to do', async () => {
  const { context, page } = await signedIn();
  await losing(context, script, 1);
  await page.goto(`${server.url}/console/staff`);
  await page.getByText('If these words stay, load it again.').waitFor();
  await look(page, 'console-coming');
  await page.reload();
  await shown(page).waitFor();

  await losing(context, PARTS['the page’s script'], Infinity);
  await page.reload();
  await page.getByText('If these words stay, load it again.').waitFor();
  await context.unrouteAll();
  await shown(page).waitFor();
  await context.close();
  expectNothingFound();
});

test.each([
  ['script', PHONE.script],
  ['styles', PHONE.styles[0] ?? ''],
])(
  'O11 E1 a phone whose %s did not come can be used, after one tap where it has to be',
  async (_name, path) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
    const page = await context.newPage();
    page.setDefaultTimeout(PAGE_PATIENCE);
    const lost = await losing(context, path, 1);
    await page.goto(`${server.url}/j`);
    const field = page.getByRole('textbox');
    if (path === PHONE.script) {
      await page.getByText('its way to the laptop was lost').waitFor();
      await look(page, 'phone-coming', true);
      await page.getByRole('link', { name: 'Load it again' }).tap();
    }
    await field.waitFor();
    expect(lost()).toBe(1);
    expect(await page.getByText('its way to the laptop').count()).toBe(0);
    await context.close();
    if (path === PHONE.script) expectNothingFound();
  },
);

test('O11 a screen of the phone’s that did not come is asked for again, by itself', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  const lost = await losing(context, of(manifest['client/phone/later.tsx']?.file), 2);
  await page.goto(`${server.url}/j`);
  await page.getByRole('button', { name: 'I have a code from before' }).tap();
  await page.getByRole('heading', { level: 1, name: 'A code from before' }).waitFor();
  expect(lost()).toBe(2);
  await context.close();
});
