/** One person with more tabs than a person may have, in a real browser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { LIMITS } from '../../core/limits.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, phoneIn, sayYes, type PhonePage } from '../support/phonePage.ts';
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

const ELSEWHERE = 'Open in another tab';

/** How often each page has opened a line. */
function linesOf({ page }: PhonePage): () => number {
  let lines = 0;
  page.on('websocket', () => void (lines += 1));
  return () => lines;
}

test('P4 E1 the tab that is one too many says so and stays quiet, also when it is seen again; a tap takes over', async () => {
  const { session } = await openSession(server, ['They call me back']);
  const desk = await connectConsole(server, session.id);
  const address = `http://${lanAddress()}:${server.app.port}/j/${session.code}`;
  const first = await openPhone(browser, address, { width: 360, height: 640 });
  await sayYes(first, null);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  await first.page.getByRole('radio', { name: 'Agree', exact: true }).check();
  await first.page.locator('textarea').fill('half a thought');
  const lines = linesOf(first);
  const tabs: PhonePage[] = [];
  for (let i = 0; i < LIMITS.socketsPerPerson; i += 1) {
    tabs.push(await phoneIn(first.context, address));
    await tabs[i]?.page.getByRole('radio').first().waitFor();
  }
  await first.heading(ELSEWHERE);
  await look(first.page, 'phone-elsewhere', true);
  await first.page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('online'));
  });
  const [second] = tabs;
  if (second === undefined) throw new Error('no tab');
  await first.page.getByRole('button', { name: 'Use it here' }).tap();
  await second.heading(ELSEWHERE);
  // Only the tap has opened one.
  expect(lines()).toBe(1);
  expect(await first.page.locator('textarea').inputValue()).toBe('half a thought');
  await first.page.getByRole('button', { name: 'Place my post-it' }).tap();
  await first.says('Saved');
  for (const tab of tabs.slice(1)) expect(await tab.page.getByText(ELSEWHERE).count()).toBe(0);
  expect((await desk.until((v) => v.boards[0]?.placed === 1)).joined).toBe(1);
  expectNothingFound();
  await first.context.close();
  desk.close();
}, 120_000);
