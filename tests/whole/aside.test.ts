/** The console of a laptop on which a session could not be taken up: it is put aside, and its files removed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { joinPhone, openSession, startServer, type TestServer } from '../support/server.ts';
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

test('O3 E1 a session that could not be opened is put aside after a question, and what was kept of it removed after another', async () => {
  const { session } = await openSession(server, ['They call me back'], { name: 'Parents 1' });
  await joinPhone(server, session.code);
  await server.app.close();
  writeFileSync(join(server.folder, 'keys', `${session.id}.db`), 'no longer a database '.repeat(500));
  await server.restart(false);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(`${server.url}/console/laptop`);
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const question = page.getByRole('group', { name: 'Parents 1' });

  await page.getByRole('heading', { name: 'Sessions that could not be opened' }).waitFor();
  await page.getByText('“Parents 1” could not be opened. Its key file').waitFor();
  expect(await page.getByText('Nothing is wrong').count()).toBe(0);
  await press('Put it aside');
  await question.getByText('its phones are told that it is over').waitFor();
  await look(page, 'laptop-aside-asked');
  await press('Not now');
  await question.waitFor({ state: 'detached' });
  await press('Put it aside');
  await question.getByRole('button', { name: 'Put it aside' }).click();
  await page.getByText('“Parents 1” is put aside. Its files are kept.').waitFor();
  await page.getByText(/“Parents 1” was put aside on \d+ \w+ \d{4}\. Its files are kept until/).waitFor();
  await page.getByText(join(server.folder, 'aside')).waitFor();
  expect(await page.getByText('could not be opened').count()).toBe(0);
  // Its codes are named by its name still.
  await page.getByText('The file that the codes of “Parents 1” need is damaged').waitFor();
  await look(page, 'laptop-aside');

  await press('Remove its files');
  await question.getByText('goes for good').waitFor();
  await look(page, 'laptop-aside-remove');
  await question.getByRole('button', { name: 'Remove its files' }).click();
  await page.getByText('The files of “Parents 1” are removed.').waitFor();
  await page.getByRole('heading', { name: 'Put aside' }).waitFor({ state: 'detached' });
  expectNothingFound();
}, 120_000);
