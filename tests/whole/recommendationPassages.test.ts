/** Recommendations that rest on interviews: what is said of them, and one click to the passage and back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { asked } from '../support/recommendations.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';
import { passage, source } from '../support/sources.ts';
import { theme } from '../support/talk.ts';
import { toldServer, type ToldServer } from '../support/told.ts';

let hall: ToldServer;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  [hall, browser] = await Promise.all([toldServer(), launchBrowser()]);
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, hall.server.app.startLink());
  desk = await context.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
  await hall.talk(
    theme('late', { name: 'Told too late', order: 3 }),
    ...['i1', 'i2', 'i3'].flatMap((id) => [
      source(id, { title: `Interview ${id} at home` }),
      passage(`in-${id}`, id, 'I was told on Friday, too late.', { themes: ['late'] }),
    ]),
  );
  await hall.ask(
    asked('early', { text: 'Tell people a week before', evidence: ['theme.late'] }),
    asked('one', { text: 'Ask before you come', evidence: [], order: 2 }),
  );
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hall?.server.stop();
});

const goTo = (path: string) => desk.goto(`${hall.server.url}/console/c/shared/${path}`);
const card = (text: string) => desk.locator('.rec').filter({ hasText: text });

test('RC4 RC5 a theme of interviews shows its support, and a passage is linked and found in one click both ways', async () => {
  await goTo('recommendations#rec-early');
  await card('Tell people a week').getByText('Raised in 3 interviews.').waitFor();
  await card('Tell people a week').getByText('3 voices are behind it').waitFor();
  await goTo('recommendations#rec-one');
  await desk.reload();
  const one = card('Ask before you come');
  await one.getByRole('button', { name: 'Link evidence' }).click();
  await one.getByLabel('Link evidence').fill('told on friday');
  const found = one.locator('.rec-find li').filter({ hasText: 'Interview i2' });
  await found.getByRole('button', { name: /^Link: I was told/ }).click();
  await one.getByText('It rests on one interview, which is one person’s.').waitFor();
  await one.getByText('One person’s idea').waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByText('All saved').waitFor();
  await look(desk, 'recommendations-passage');
  await one.getByRole('link', { name: 'I was told on Friday' }).click();
  const side = desk.locator('.source-now-open');
  await side.getByText('1 recommendation rests on this').waitFor();
  expect(await desk.locator('.reading h1').textContent()).toContain('Interview i2 at home');
  await look(desk, 'sources-recommendations');
  await side.getByRole('link', { name: 'Ask before you come', exact: true }).click();
  await desk.locator('.rec-open').filter({ hasText: 'Ask before you come' }).waitFor();
  await goTo('sources#i1.in-i1');
  await side.getByRole('link', { name: /^Make it a recommendation: I was told/ }).click();
  await desk.getByText('It will rest on one interview').waitFor();
  expect(await desk.getByLabel('What is asked for').inputValue()).toBe('I was told on Friday, too late.');
});

test('RC5 from the page of themes to what rests on a passage, and to the passage itself', async () => {
  await goTo('themes#theme-late');
  const late = desk.locator('#theme-late');
  await late.getByText('Read all 3 that are under it').click();
  await late.getByRole('link', { name: 'Ask before you come' }).waitFor();
  await late.getByRole('link', { name: 'in Interview i3 at home' }).click();
  await desk.locator('.source-now-open').getByText('told on Friday').waitFor();
});

test('E1 no finding of axe on any of these screens', () => {
  expectNothingFound();
});
