/** What somebody has begun to write on a phone while the room goes on, and what a phone says of a session that is over. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { onScreen, phoneIn, sayYes } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

const KEPT = 'You wrote something that was not sent. It stays on this phone.';
const BEGUN = 'You began to write this and did not send it.';
const ABOUT = 'Nobody asked my son';
const FREE = 'Letters come too late';

test('TP1 W8 E1 what was begun waits for its own talk, is shown at the end, and a page loaded again says that it is over', async () => {
  const { session } = await openSession(server, ['They call me back', 'They listen to me']);
  const desk = await connectConsole(server, session.id);
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const phone = await phoneIn(context, `http://${lanAddress()}:${server.app.port}/j/${session.code}`);
  const { page } = phone;
  await sayYes(phone, null);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  await phone.place('Agree');
  await phone.says(/^Saved$/);
  await desk.do({ do: 'close', board: 1 });
  await desk.do({ do: 'reveal', board: 1, sure: true });
  await page.getByRole('button', { name: 'Show which is mine' }).waitFor();
  await look(page, 'begun-revealed');
  await desk.do({ do: 'discuss', board: 1 });
  const words = page.getByLabel('Your thought', { exact: true });
  const add = page.getByRole('button', { name: 'Add a thought' });
  await look(page, 'begun-talk', true);
  await add.tap();
  await words.fill(ABOUT);
  // No bar stands over what is written, and none uncovers an answer beside it.
  await look(page, 'begun-writing');
  expect(await page.locator('.actions button').count()).toBe(0);
  await page.getByRole('button', { name: 'Show which is mine' }).waitFor();

  await desk.do({ do: 'talk', on: true });
  await phone.heading('What should we talk about?');
  await page.getByText(KEPT).waitFor();
  expect(await onScreen(page)).not.toContain(ABOUT);
  await look(page, 'begun-elsewhere', true);
  await add.tap();
  expect(await words.inputValue()).toBe('');
  await words.fill(FREE);
  await desk.do({ do: 'talk', on: true, propose: true });
  await phone.heading('Write a statement of your own');
  expect(await page.getByLabel('Your statement').inputValue()).toBe('');
  await desk.do({ do: 'talk', on: true });
  await phone.heading('What should we talk about?');
  await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, FREE);

  // Beside a post-it it stands in the page, and not in the bar of buttons.
  await desk.do({ do: 'open', board: 2 });
  await phone.place('Agree');
  await phone.says(/^Saved$/);
  await page.locator('main').getByText(KEPT).waitFor();
  await look(page, 'begun-own', true);

  await desk.do({ do: 'end' });
  await phone.heading('Were you heard?');
  // The questions come first; what was begun is on the page after them.
  await page.getByText('You see it on the next page.').waitFor();
  expect(await onScreen(page)).not.toContain(ABOUT);
  await look(page, 'begun-heard', true);
  await page.getByRole('button', { name: 'Skip' }).tap();
  await phone.heading('Thank you');
  for (const [from, text] of [
    ['A thought on statement 1.', ABOUT],
    ['A thought.', FREE],
  ] as const)
    await page
      .locator('.late-one')
      .filter({ hasText: `${from} ${BEGUN}` })
      .getByText(text)
      .waitFor();
  await look(page, 'begun-end', true);
  await page.locator('.late-one').filter({ hasText: ABOUT }).getByRole('button', { name: 'Let it go' }).tap();
  await page.getByText(ABOUT).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => Object.keys(sessionStorage).length)).toBe(1);

  // Finished while the last question is open, so that nobody has pressed anything that says it is over.
  await page.getByRole('button', { name: 'Were you heard? Tell us' }).tap();
  await phone.heading('Were you heard?');
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  await page.waitForFunction(() => sessionStorage.length === 0);
  await phone.heading('Thank you');
  await page.getByText(FREE).waitFor();
  await page.reload();
  await page.getByText('This session is over.').waitFor();
  await look(page, 'begun-over', true);
  expect(await onScreen(page)).not.toMatch(/problem|No session|in\.$/);
  expect(await onScreen(page)).not.toContain(FREE);
  // Whoever opens its address anew is somebody else.
  const other = await phoneIn(context, page.url());
  await other.page.getByText('No session has the code').waitFor();
  expectNothingFound();
  desk.close();
  await context.close();
}, 180_000);

test('L3 E1 a walk-around lists what is half typed as not saved yet, and what was typed and deleted as not begun', async () => {
  const { session } = await openSession(server, ['They call me back', 'They listen to me'], {
    style: 'walk-around',
  });
  const desk = await connectConsole(server, session.id);
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
  const phone = await phoneIn(context, `http://${lanAddress()}:${server.app.port}/j/${session.code}`);
  const { page } = phone;
  await sayYes(phone, null);
  await desk.do({ do: 'start' });
  const item = page.getByRole('button', { name: 'They call me back' });
  const words = page.getByLabel('Say why, if you like');
  await item.getByText('Not yet').waitFor();
  for (const [typed, told] of [
    ['Half of it', 'Not saved yet'],
    ['', 'Not yet'],
  ] as const) {
    await item.tap();
    await words.fill(typed);
    await page.getByRole('button', { name: 'All statements' }).tap();
    await item.getByText(told, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'They listen to me' }).getByText('Not yet').waitFor();
  }
  await look(page, 'begun-list', true);
  desk.close();
  await context.close();
  expectNothingFound();
});
