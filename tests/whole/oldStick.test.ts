/** The console before it takes over from a stick that may not be the newest. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, joinPhone, openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';
import { madeStick, nameStick } from '../support/stick.ts';

const stick = madeStick();
const realNow = Date.now.bind(Date);
let off = 0;
let first: TestServer;
let second: TestServer;
let browser: Browser;
beforeAll(async () => {
  jest.spyOn(Date, 'now').mockImplementation(() => realNow() + off);
  [first, second, browser] = await Promise.all([startServer(), startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  jest.restoreAllMocks();
  await Promise.all([first?.stop(), second?.stop()]);
  rmSync(join(stick.folder, '..'), { recursive: true, force: true });
});

test('O5 O6 E1 it says of when the stick is, asks, and takes over once somebody says that there is none that is newer', async () => {
  const passphrase = await nameStick(first, stick);
  const { session } = await openSession(first, ['My worker listens to me'], { name: 'Parents 1' });
  const desk = await connectConsole(first, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  const phone = await joinPhone(first, session.code);
  off = -3 * 24 * 3_600_000;
  await stick.copied(async () => {
    await phone.place(1, 1, 4, 'They never ring me back');
    await phone.place(1, 2, 4, 'They do ring me back now');
  });
  off = 0;
  stick.pull();
  await first.app.close();
  stick.plug();

  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, second.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(`${second.url}/console/laptop`);
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const question = page.getByRole('group', { name: 'Is this the newest there is?' });
  await page.getByLabel('Folder of the other laptop’s stick').fill(stick.folder);
  await page.getByLabel('Passphrase of the stick').fill(passphrase);
  await press('Take over');
  await question
    .getByText(/last copied to on \d+ \w+ \d{4} at \d\d:\d\d, .* That is about 3 days ago\./)
    .waitFor();
  await question.getByText('It has “Parents 1”.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('doubt');
  await look(page, 'laptop-stick-old');
  await press('Not now');
  await question.waitFor({ state: 'detached' });
  expect(second.app.running).toEqual([]);

  await press('Take over');
  await question.waitFor();
  // What is typed anew is another question.
  await page.getByLabel('Passphrase of the stick').fill(`${passphrase} `);
  await question.waitFor({ state: 'detached' });
  await press('Take over');
  await press('It is the newest. Take over');
  await page.getByText(/“Parents 1” is here as it was on \d+ \w+ \d{4} at \d\d:\d\d or later/).waitFor();
  await look(page, 'laptop-taken-old');
  await first.restart(false);
  expectNothingFound();
}, 120_000);
