/** Pages that rest on post-its of counted sessions, while the laptop does not tell them, and as one is taken out. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CommentItem } from '../../core/api.ts';
import { asked } from '../support/recommendations.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';
import type { ToldServer } from '../support/told.ts';
import { toldDesk } from '../support/toldDesk.ts';

let hall: ToldServer;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  ({ hall, browser, desk } = await toldDesk());
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hall?.server.stop();
});

const COMMENTS = '**/api/consultations/*/comments';
const RUNG = 'They said they would ring me back and never did';
const goTo = (path: string) => desk.goto(`${hall.server.url}/console/${path}`);
const button = (name: string) => desk.getByRole('button', { name, exact: true });
/** The page asks, and hears nothing, until it is let through. */
const holdBack = () => desk.route(COMMENTS, (route) => route.abort());
const letThrough = () => desk.unroute(COMMENTS);

test('TK9 E1 while post-its cannot be had nothing is shown by group or by statement, and then what is so', async () => {
  await holdBack();
  await goTo('c/shared/themes');
  await button('By group').click();
  await desk.getByText('The post-its could not be read yet').waitFor();
  await button('By statement').click();
  expect(await desk.getByRole('table').count()).toBe(0);
  await letThrough();
  await desk.getByRole('columnheader', { name: /^1\. My social/ }).waitFor();
  const calls = desk.getByRole('row').filter({ hasText: 'Being rung back' });
  // Two of its voices are points about no statement with four hands; the post-its stand at theirs.
  expect((await calls.locator('td').allInnerTexts())[1]).toBe('1 (1)');
});

test('RC5 while post-its cannot be had no piece of evidence is told to be missing', async () => {
  await hall.ask(asked('ring', { text: 'Ring back', evidence: ['postit.aa.1.aa-0'] }));
  await holdBack();
  await goTo('c/shared/recommendations#rec-ring');
  await desk.getByText('Ring back').first().waitFor();
  expect(await desk.getByText(/not here any more/).count()).toBe(0);
  await letThrough();
  await desk.getByText(RUNG).first().waitFor();
  expect(await desk.getByText(/not here any more/).count()).toBe(0);
});

test('RB1 while post-its cannot be had it is not said that none may be read back', async () => {
  await holdBack();
  await goTo('c/shared/read-back');
  await desk.getByText('The post-its could not be read yet').waitFor();
  expect(await desk.getByText(/no post-it was read and chosen/).count()).toBe(0);
  await letThrough();
  await desk.getByText(/no post-it was read and chosen/).waitFor();
});

test('TP5 TK6 a post-it that its writer takes out goes from the scribe’s screen and the second coder’s', async () => {
  await goTo('s/aa/talk');
  await button('Post-its').click();
  const card = desk.locator('.postit').filter({ hasText: RUNG });
  await card.getByRole('button', { name: /^Themes: / }).click();
  await desk.locator('.scribe-postit').waitFor();
  const other = await desk.context().newPage();
  other.setDefaultTimeout(PAGE_PATIENCE);
  await other.goto(`${hall.server.url}/console/c/shared/second-coder`);
  await other.getByText('0 of 7').waitFor();
  await desk.context().route(COMMENTS, async (route) => {
    const answer = await route.fetch();
    const list = (await answer.json()) as CommentItem[];
    await route.fulfill({ json: list.filter(({ comment }) => comment !== RUNG) });
  });
  for (const page of [other, desk]) {
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    if (page === other) await other.getByText('0 of 6').waitFor();
    else await desk.getByText(RUNG).first().waitFor({ state: 'detached' });
  }
  expect(await desk.getByText(RUNG).count()).toBe(0);
  await other.close();
});
