/** The real wall in a real browser: counted by keys and taps, read back, typed up, shown, over a reload. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { button, laptopOf } from '../support/laptop.ts';
import { expectNothingFound, look } from '../support/look.ts';
import {
  connectConsole,
  connectProjector,
  openSession,
  startServer,
  type TestServer,
} from '../support/server.ts';

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

const typeKeys = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test('V1 V2 V3 E1 a wall is counted by keys, undone, read back, saved, typed up and shown', async () => {
  const { session } = await openSession(server, [
    'I expect my social worker to listen to me',
    'They call me back',
  ]);
  const desk = await connectConsole(server, session.id);
  const screen = await connectProjector(server, session.id);
  const page = await laptopOf(server, browser);
  await page.goto(`${server.url}/console/s/${session.id}/wall`);
  await page.getByRole('heading', { name: 'No statement is open yet' }).waitFor();
  await look(page, 'wall-nothing-open');
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await page.getByRole('heading', { name: /listen to me/ }).waitFor();
  await page.getByLabel('People at the wall').fill('12');
  await page.getByRole('heading', { name: /listen to me/ }).click();
  await typeKeys(page, '5555444218');
  await button(page, 'One more: Neither').click();
  await page.keyboard.press('Shift+Digit1');
  await page.keyboard.press('Digit1');
  await page.keyboard.press('Control+z');
  await page.getByText('10 post-its').waitFor();
  await page.getByText('2 fewer than people.').waitFor();
  await look(page, 'wall-count');
  // What was counted and not saved is there after a reload.
  await page.reload();
  await page.getByText('10 post-its').waitFor();
  await typeKeys(page, '55');
  await page.getByText('As many as people.').waitFor();
  await button(page, 'Read it back').click();
  await page.getByRole('heading', { name: 'Read this to the room' }).waitFor();
  await look(page, 'wall-read-back');
  await button(page, 'Yes, save it').click();
  await page.getByRole('status').filter({ hasText: 'Saved: 12 post-its.' }).waitFor();
  const view = await desk.until((v) => v.boards[0]?.placed === 12);
  expect(view.joined).toBe(12);
  expect(await button(page, 'Read it back').isDisabled()).toBe(true);

  await button(page, 'Type up the words').click();
  await button(page, /Strongly agree 0\/6/).click();
  const field = page.getByLabel('Words of a post-it under “Strongly agree”');
  await field.fill('They came every week');
  await field.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'They came every week' }).waitFor();
  await field.fill('She wrote it down\n\n  He asked my son too  \nNobody laughed\nOnly once');
  await field.press('Enter');
  await button(page, /Strongly agree 5\/6/).waitFor();
  await look(page, 'wall-type');
  // More lines than post-its: what finds none stays in the field.
  await field.fill('One more\nand one too many');
  await field.press('Enter');
  await page.getByText('Every post-it here has its words.').waitFor();
  expect(await field.inputValue()).toBe('and one too many');
  await field.fill('');
  await button(page, 'Take these words away: One more').click();
  await button(page, /Strongly agree 5\/6/).waitFor();
  await desk.do({ do: 'next' });
  await desk.until((v) => v.notes.length === 5);
  await desk.do({ do: 'notes', board: 1, to: 'show' });
  await desk.do({ do: 'next' });
  const shown = await screen.until((v) => v.board?.result != null);
  expect(shown.board?.result?.whole).toMatchObject({
    counts: [0, 1, 1, 3, 6],
    declined: { n: 1, x: 0 },
    notAnswered: 0,
  });
  expect(shown.board?.notes?.map((n) => n.text)).toContain('He asked my son too');
  await page.context().close();
  desk.close();
  expectNothingFound();
}, 120_000);

test('V1 V3 V4 E1 by group on a small screen; another device saved meanwhile; after the end it is held open', async () => {
  const { session } = await openSession(
    server,
    ['They call me back'],
    { groups: ['families', 'workers'] },
    (c) => {
      c.groups = [
        { id: 'families', label: 'Parents and families', roomLabel: '' },
        { id: 'workers', label: 'Social workers', roomLabel: '' },
      ];
    },
  );
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const page = await laptopOf(server, browser, 390, 844);
  const other = await laptopOf(server, browser);
  for (const each of [page, other]) await each.goto(`${server.url}/console/s/${session.id}/wall`);
  await button(page, 'One more: Agree').click();
  await button(page, 'Social workers').click();
  await button(page, 'One more: Disagree').click();
  await look(page, 'wall-count-narrow');
  for (let i = 0; i < 2; i += 1) await button(other, 'One more: Agree').click();
  for (const each of [other, page]) {
    await button(each, 'Read it back').click();
    await button(each, 'Yes, save it').click();
    await each
      .getByRole('status')
      .filter({ hasText: each === other ? 'Saved: 2 post-its.' : 'another device' })
      .waitFor();
  }
  await button(page, 'Read it back').click();
  await look(page, 'wall-read-back-narrow');
  await button(page, 'Yes, save it').click();
  await page.getByRole('status').filter({ hasText: 'Saved: 2 post-its.' }).waitFor();
  await desk.until((v) => v.boards[0]?.placed === 2);
  await desk.do({ do: 'end' });
  await other.goto(`${server.url}/console/s/${session.id}`);
  await button(other, 'Hold it open').click();
  await button(other, 'Everything is typed up').waitFor();
  await look(other, 'console-ended-held');
  await other.getByRole('link', { name: 'Count a real wall' }).click();
  await button(other, 'Type up the words').click();
  await other.getByLabel('Words of a post-it under “Agree”').fill('In the evening, at home');
  await other.keyboard.press('Enter');
  await other.getByRole('listitem').filter({ hasText: 'at home' }).waitFor();
  for (const each of [page, other]) await each.context().close();
  desk.close();
  expectNothingFound();
}, 120_000);
