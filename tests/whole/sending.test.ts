/** The states of a post-it on its way, as a phone says them in a real browser while the server's answer is held back. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { heldLive } from '../support/heldLive.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, sayYes, type PhonePage } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';

const disk = heldLive();
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ wrap: disk.wrap }), launchBrowser()]);
});
afterEach(() => disk.release());
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

const SENDING = 'Sending…';
const UNSAVED = 'Not saved yet. Keep this page open.';
const SAVED = 'Saved';

/** Writes down each text that the status line has from now on, also on pages that are loaded later. */
async function notesStates(page: Page): Promise<void> {
  const notes = (): void => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const note = (): void => {
      const now = document.querySelector('.status')?.textContent ?? '';
      if (now !== '' && now !== said.at(-1)) said.push(now);
    };
    note();
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
  };
  await page.addInitScript(notes);
  await page.evaluate(notes);
}

const states = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { said: string[] }).said);

/** Somebody before an open statement, whose clock stands still: nothing is overdue before a test says so. */
async function person(): Promise<
  PhonePage & { placed(n: number): Promise<unknown>; close(): Promise<void> }
> {
  const { session } = await openSession(server, ['They call me back']);
  const desk = await connectConsole(server, session.id);
  const phone = await openPhone(browser, `http://${lanAddress()}:${server.app.port}/j/${session.code}`);
  await sayYes(phone, null);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  await phone.page.getByRole('radio', { name: 'Agree', exact: true }).waitFor();
  await notesStates(phone.page);
  await phone.page.clock.install();
  await phone.page.clock.pauseAt(Date.now() + 60_000);
  return {
    ...phone,
    placed: (n) => desk.until((view) => view.boards[0]?.placed === n),
    close: async () => {
      desk.close();
      await phone.context.close();
    },
  };
}

/** Looks at a page whose clock stands still: a millisecond at a time goes by for what looks at it. */
async function lookStill(page: Page, name: string): Promise<void> {
  const looking = { over: false };
  const looked = look(page, name, true).finally(() => (looking.over = true));
  while (!looking.over) await page.clock.runFor(1);
  await looked;
}

test('S1 E1 a post-it is told as being sent until the server has it on its disk, and only then as saved', async () => {
  const phone = await person();
  disk.hold();
  await phone.place('Agree');
  await phone.says(SENDING);
  await disk.reached(1);
  await lookStill(phone.page, 'phone-sending');
  expect(await states(phone.page)).toEqual([SENDING]);
  disk.release();
  await phone.says(SAVED);
  expect(await states(phone.page)).toEqual([SENDING, SAVED]);
  await phone.placed(1);
  await phone.close();
  expectNothingFound();
}, 120_000);

test('S1 what the server does not answer is told as not saved, after a refresh too, is sent again from there, and is saved once', async () => {
  const phone = await person();
  const { page } = phone;
  disk.hold();
  await phone.place('Agree', 'They ring me back');
  await phone.says(SENDING);
  await page.clock.runFor(1400);
  expect(await states(page)).toEqual([SENDING]);
  await page.clock.runFor(200);
  await phone.says(UNSAVED);
  expect(await states(page)).toEqual([SENDING, UNSAVED]);
  await page.reload();
  await disk.reached(2);
  await phone.says(SENDING);
  expect(await states(page)).toEqual([UNSAVED, SENDING]);
  disk.release();
  await phone.says(SAVED);
  expect(await states(page)).toEqual([UNSAVED, SENDING, SAVED]);
  // Held back twice and let through twice, it counts once, and a page that is loaded now has nothing to send.
  await phone.placed(1);
  await page.reload();
  await phone.says(SAVED);
  expect(await states(page)).toEqual([SAVED]);
  await phone.close();
}, 120_000);
