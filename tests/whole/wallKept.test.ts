/** What is counted and typed of a wall and not saved yet, in a real browser: kept on this device, locked, until it is over. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Wall } from '../../core/wall.ts';
import { launchBrowser } from '../support/browser.ts';
import { button, laptopOf } from '../support/laptop.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

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

/** A session at its first statement, and a tab in which its wall is counted. */
async function wall() {
  const { session } = await openSession(server, ['They call me back']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const path = `${server.url}/console/s/${session.id}/wall`;
  const page = await laptopOf(server, browser, 1280, 720);
  await page.goto(path);
  await button(page, 'One more: Agree').waitFor();
  return { session, desk, path, page, context: page.context() };
}

async function tab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(path);
  await button(page, 'One more: Agree').waitFor();
  return page;
}

async function save(page: Page, told: string): Promise<void> {
  await button(page, 'Read it back').click();
  await button(page, 'Yes, save it').click();
  await page.getByRole('status').filter({ hasText: told }).waitFor();
}

/** Everything this browser keeps for the console, whatever it is called. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...Object.entries(localStorage), ...Object.entries(sessionStorage)]
      .filter(([name]) => name.startsWith('standpoint-wall-'))
      .map(([, value]) => String(value)),
  );
const walls = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('standpoint-wall-')).length);
const gone = (page: Page) =>
  page.waitForFunction(() => !Object.keys(localStorage).some((name) => name.startsWith('standpoint-wall-')));

const FIELD = 'Words of a post-it under “Agree”';
const BEFORE = 'What was counted or typed here before, and not saved, is here again.';

test('V7 what is counted and typed is there again after the tab was closed, locked meanwhile, until it is thrown away', async () => {
  const { session, desk, path, page, context } = await wall();
  await page.keyboard.press('4');
  await page.keyboard.press('4');
  await save(page, 'Saved: 2 post-its.');
  expect(await walls(page)).toBe(0);
  await page.keyboard.press('5');
  await page.getByLabel('People at the wall').fill('3');
  await button(page, 'Type up the words').click();
  await button(page, /^Agree/).click();
  await page.getByLabel(FIELD).fill('they never came 😀');
  await page.waitForFunction(() => Object.keys(localStorage).some((n) => n.startsWith('standpoint-wall-')));
  expect((await kept(page)).join(' ')).not.toMatch(/they|drafts|texts/u);
  await page.close();
  const again = await tab(context, path);
  await again.getByText(BEFORE).waitFor();
  await again.getByText('3 post-its').waitFor();
  expect(await again.getByLabel('People at the wall').inputValue()).toBe('3');
  await look(again, 'wall-from-before');
  // Another tab begins with what was saved, and what it counts is its own.
  const other = await tab(context, path);
  await other.getByText('2 post-its').waitFor();
  expect(await other.getByText(BEFORE).count()).toBe(0);
  await other.keyboard.press('1');
  await other.close();
  await again.reload();
  await again.getByText(BEFORE).waitFor();
  await button(again, 'Type up the words').click();
  await button(again, /^Agree/).click();
  expect(await again.getByLabel(FIELD).inputValue()).toBe('they never came 😀');
  await button(again, 'Throw it away').click();
  await look(again, 'wall-throw-away');
  await again.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
  await again.getByText(BEFORE).waitFor({ state: 'detached' });
  expect(await again.getByLabel(FIELD).inputValue()).toBe('');
  await button(again, 'Count').click();
  await again.getByText('2 post-its').waitFor();
  // What the other one left is what the next tab goes on with.
  await again.reload();
  await again.getByText('3 post-its').waitFor();
  const { boards } = await server.get<Wall>(`/api/sessions/${session.id}/wall`);
  expect(boards[0]?.columns.map((c) => [c.answer, c.n])).toEqual([[4, 2]]);
  await context.close();
  desk.close();
  expectNothingFound();
}, 120_000);

test('V7 nothing of it is left on the device once the session is sealed, or somebody signs out', async () => {
  for (const end of ['sealed', 'sealed elsewhere', 'signed out'] as const) {
    const { session, desk, page, context } = await wall();
    await page.keyboard.press('5');
    await page.waitForFunction(() => Object.keys(localStorage).some((n) => n.startsWith('standpoint-wall-')));
    if (end === 'sealed elsewhere') await page.goto('about:blank');
    if (end === 'signed out') {
      await page.goto(`${server.url}/console/staff`);
      await button(page, 'Sign out here').click();
      await page.waitForURL(`${server.url}/console`);
    } else {
      await desk.do({ do: 'end' });
      await server.send('POST', `/api/sessions/${session.id}/seal`, {});
      // Whichever page of the console is opened first.
      if (end === 'sealed elsewhere') await page.goto(`${server.url}/console`);
    }
    await gone(page);
    await context.close();
    desk.close();
  }
}, 120_000);

test('V1 E1 a second scribe soon sees what the first has saved, in the middle of their own work', async () => {
  const { desk, path, page, context } = await wall();
  const other = await laptopOf(server, browser, 1280, 720);
  await other.goto(path);
  await button(other, 'Type up the words').click();
  await other.getByText('Count the post-its of this statement first.').waitFor();
  await page.keyboard.press('4');
  await save(page, 'Saved: 1 post-it.');
  await other.getByLabel(FIELD).fill('one\ntwo');
  await other.getByText('These are 2 lines: a post-it for each.').waitFor();
  await look(other, 'wall-two-lines');
  await context.close();
  await other.context().close();
  desk.close();
  expectNothingFound();
}, 120_000);

test('V7 E1 words that were not saved when the session was sealed are shown once more, and not kept', async () => {
  const { session, desk, page, context } = await wall();
  await page.keyboard.press('4');
  await save(page, 'Saved: 1 post-it.');
  await button(page, 'Type up the words').click();
  await page.getByLabel(FIELD).fill('they never ca');
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  await page.getByText('These words were not saved before it ended.').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'they never ca' }).waitFor();
  await look(page, 'wall-sealed-while-typing');
  await gone(page);
  await page.reload();
  await page.getByText('This session is not running').waitFor();
  expect(await page.getByText('they never ca').count()).toBe(0);
  await context.close();
  desk.close();
  expectNothingFound();
}, 120_000);
