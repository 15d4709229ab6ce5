/** Recommendations on the console, from an idea to what was done, and telling people. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { printable } from '../../server/report/text.ts';
import { setPoster } from '../../server/told/setPosters.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectHarmless, harmless, watch } from '../support/harmless.ts';
import { CORPUS } from '../support/hostileCorpus.ts';
import { shown } from '../support/hostileRoom.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { missingInPdf, pdfActions, plain, readPdf } from '../support/readReport.ts';
import { asked } from '../support/recommendations.ts';
import { openStartLink } from '../support/signIn.ts';
import { toldServer, type ToldServer } from '../support/told.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let hall: ToldServer;
let browser: Browser;
let context: BrowserContext;
let desk: Page;
beforeAll(async () => {
  [hall, browser] = await Promise.all([toldServer(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  await openStartLink(context, hall.server.app.startLink());
  desk = await context.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hall?.server.stop();
});

const goTo = (page: Page, path: string) => page.goto(`${hall.server.url}/console/c/shared/${path}`);
const card = (page: Page, text: string) => page.locator('.rec').filter({ hasText: text });
const saved = (page: Page) => page.getByText('All saved').waitFor();
const list = async () => (await hall.store.recommendations.read('shared')).list;
const one = async (text: string) => (await list()).find((of) => of.text === text);

test('RC5 RC4 E1 from a theme and from an idea to recommendations, and back from each in one click', async () => {
  await goTo(desk, 'recommendations');
  await desk.getByText('No recommendations yet').waitFor();
  await look(desk, 'recommendations-none');
  await goTo(desk, 'themes');
  await desk.getByRole('link', { name: 'Make it a recommendation: Being rung back' }).click();
  await desk.getByText('It will rest on:').waitFor();
  await desk.getByLabel('What is asked for').fill('Ring back within two working days');
  await look(desk, 'recommendations-add');
  await desk.keyboard.press('Enter');
  await card(desk, 'Ring back within two').getByText('8 voices are behind it').waitFor();
  await saved(desk);
  expect(await one('Ring back within two working days')).toMatchObject({
    evidence: ['theme.calls'],
    to: 'The council',
  });
  // One click to the theme, and one from it back.
  await card(desk, 'Ring back within two').getByRole('link', { name: 'Being rung back' }).click();
  await desk.getByText('1 recommendation rests on this').waitFor();
  await desk.getByRole('link', { name: 'Ring back within two working days' }).click();
  await desk.locator('.rec-open').waitFor();
  await goTo(desk, 'themes');
  await desk.getByText('Read all 2 that are under it').click();
  await desk.getByRole('link', { name: 'Make it a recommendation: A wall with photos' }).click();
  await desk.getByText('It will rest on the idea of one person').waitFor();
  expect(await desk.getByLabel('What is asked for').inputValue()).toBe(
    'A wall with photos of who works here',
  );
  await desk.getByRole('button', { name: 'Add', exact: true }).click();
  await card(desk, 'A wall with photos').getByText('One person’s idea').waitFor();
  await saved(desk);
  // A statement is found by its words, and leads back from the results.
  const idea = card(desk, 'A wall with photos');
  await idea.getByRole('button', { name: 'Link evidence' }).click();
  await idea.getByLabel('Link evidence').fill('know who');
  await idea.getByRole('button', { name: /^Link: I know who/ }).click();
  await idea.getByText('One person’s idea').waitFor({ state: 'detached' });
  await look(desk, 'recommendations-evidence');
  await desk.keyboard.press('Escape');
  await idea.getByRole('button', { name: /^Unlink: I know who/ }).click();
  await idea.getByText('One person’s idea').waitFor();
  await saved(desk);
  await goTo(desk, 'themes');
  await desk.getByText('1 recommendation rests on this').waitFor();
  await look(desk, 'themes-recommendations');
});

test('RC3 RC2 RC1 RC11 E1 the answer with its why, promised days that stay, sub-points, order by keys, undo', async () => {
  await goTo(desk, 'recommendations');
  await desk.getByRole('button', { name: 'Ring back within two working days', exact: true }).click();
  const open = desk.locator('.rec-open');
  await open.getByLabel('Sub-points, one a line').fill('A text counts as well\nNobody waits over a weekend ');
  await open.getByLabel('Asked on').first().fill('2027-01-12');
  await open.getByRole('radio', { name: 'No', exact: true }).check();
  await open.getByText('Not saved yet: say why first.').waitFor();
  await look(desk, 'recommendations-why');
  await open.getByLabel('Why not', { exact: true }).fill('There are too few of us');
  await open.getByLabel('In part').check();
  await open.getByLabel('Why not all of it').waitFor();
  await saved(desk);
  // Typed up months afterwards: no day goes out that nobody typed.
  expect(await one('Ring back within two working days')).toMatchObject({ answer: 'part', answeredOn: '' });
  await open.getByLabel('Answered on').fill('2027-01-20');
  await open.getByLabel('Promised for', { exact: true }).fill('2072-02-15');
  await open.getByRole('button', { name: 'Write this day down' }).click();
  await open.getByText('15 February 2072 stays for good').waitFor();
  await open.getByRole('button', { name: 'Write it down' }).click();
  // A slip: nothing with it has gone out.
  await open.getByRole('button', { name: 'Correct: Promised for 15 February 2072' }).click();
  await open.getByLabel('The day that was meant').fill('2027-02-15');
  await look(desk, 'recommendations-mend');
  await open.getByRole('button', { name: 'Correct it' }).click();
  await open.getByText('Promised for 15 February 2027').waitFor();
  await open.getByLabel('Promised for', { exact: true }).fill('2027-06-30');
  await open.getByRole('button', { name: 'Write this day down' }).click();
  await open.getByRole('button', { name: 'Write it down' }).click();
  await open.getByText('First promised for 15 February 2027').waitFor();
  await open.getByText('Now promised for 30 June 2027').waitFor();
  await open.getByLabel('Yes', { exact: true }).fill('9');
  await open.getByLabel('Partly').fill('3');
  await open.getByLabel('Asked on').last().fill('2027-02-20');
  await saved(desk);
  await look(desk, 'recommendations-open');
  await desk.screenshot({ path: 'tests/screenshots/out/recommendations-whole.png', fullPage: true });
  expect(await one('Ring back within two working days')).toMatchObject({
    points: 'A text counts as well\nNobody waits over a weekend',
    askedOn: '2027-01-12',
    answer: 'part',
    why: 'There are too few of us',
    answeredOn: '2027-01-20',
    promises: ['2027-03-01>2027-02-15', '2027-03-01>2027-06-30'],
    wordYes: 9,
    wordPartly: 3,
    wordOn: '2027-02-20',
  });
  // Undo takes back what was done step by step, and no promise.
  await desk.getByRole('button', { name: 'Undo' }).click();
  await desk.getByRole('button', { name: 'Undo' }).click();
  await saved(desk);
  expect(await one('Ring back within two working days')).toMatchObject({ wordPartly: 0, wordOn: '' });
  expect((await one('Ring back within two working days'))?.promises).toHaveLength(2);
  await desk.getByRole('button', { name: 'Redo' }).click();
  await desk.getByRole('button', { name: 'Redo' }).click();
  await open.getByRole('button', { name: 'Close' }).last().click();
  await desk.getByRole('button', { name: /^A wall with photos/ }).focus();
  await desk.keyboard.press('Alt+ArrowUp');
  await desk.waitForFunction(
    () => document.querySelector('.rec-name')?.textContent?.startsWith('A wall') === true,
  );
  expect(await desk.evaluate(() => document.activeElement?.textContent)).toContain('A wall with photos');
  await desk.getByRole('button', { name: /^Move down: A wall/ }).click();
  await saved(desk);
  await desk.getByRole('button', { name: 'No answer yet (1)' }).click();
  await card(desk, 'Ring back').waitFor({ state: 'detached' });
  await look(desk, 'recommendations-filter');
});

test('RC1 RC8 E1 two windows: what the other changed is shown and somebody chooses; what waits stands on the first page', async () => {
  await hall.ask(
    asked('late', { text: 'Say who is away', askedOn: '2026-11-02', to: 'The trust', order: 3 }),
    asked('keep', { text: 'Keep the family mornings', kind: 'keep', answer: 'accepted' }),
  );
  await goTo(desk, 'recommendations');
  const other = await context.newPage();
  await goTo(other, 'recommendations');
  for (const page of [desk, other])
    await page.getByRole('button', { name: 'Say who is away', exact: true }).click();
  await desk.getByLabel('What is asked for').first().fill('Say who is away, and until when');
  await desk.getByLabel('To whom').focus();
  await saved(desk);
  await other.getByLabel('What is asked for').first().fill('Say who stands in');
  await other.getByLabel('To whom').focus();
  await other.getByText('Another window changed this meanwhile').waitFor();
  await look(other, 'recommendations-trouble');
  await other.getByRole('button', { name: 'Take mine' }).click();
  await other.getByText('Another window changed').waitFor({ state: 'detached' });
  await saved(other);
  expect(await one('Say who stands in')).toBeDefined();
  // Removed by mistake, and brought back with all of it.
  await other.getByRole('button', { name: 'Remove this recommendation' }).click();
  await card(other, 'Say who stands in').waitFor({ state: 'detached' });
  await other.keyboard.press('Control+z');
  await card(other, 'Say who stands in').waitFor();
  await saved(other);
  expect(await one('Say who stands in')).toMatchObject({ to: 'The trust', askedOn: '2026-11-02' });
  await other.close();
  await desk.goto(`${hall.server.url}/console`);
  await desk.getByText('No answer from The trust, which was promised by 15 February 2027').waitFor();
  await desk.getByText('Answered, and participants not told yet').first().waitFor();
  await look(desk, 'home-due');
  await desk.getByRole('link', { name: 'Say who stands in' }).click();
  await desk.locator('.rec-open').waitFor();
  // Somebody who only reads has the facts, and no field.
  const reader = await context.newPage();
  await reader.route('**/api/staff/me', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), role: 'scribe' } });
  });
  await goTo(reader, 'recommendations');
  await reader.getByRole('button', { name: 'Ring back within two working days', exact: true }).click();
  await reader.getByText('There are too few of us').waitFor();
  const whole = reader.getByRole('main');
  expect(await whole.getByText('There are too few of us').count()).toBe(1);
  for (const field of ['textbox', 'radio', 'combobox', 'spinbutton'] as const)
    expect(await whole.getByRole(field).count()).toBe(0);
  await look(reader, 'recommendations-reader');
  await reader.close();
});

test('RC6 RC7 E1 the page is looked at, published, read without a sign-in, and taken back', async () => {
  await goTo(desk, 'told');
  await desk.getByText('It is not published.').waitFor();
  await desk.getByLabel('Keep the family mornings').uncheck();
  await saved(desk);
  await look(desk, 'told-console');
  // What is on the page stands in the list of what leaves.
  for (const words of ['the themes and statements', 'own word', 'told can still change'])
    await desk.locator('.tell-leaves').getByText(words).waitFor();
  await desk.getByRole('button', { name: 'Publish the page' }).click();
  const link = desk.locator('.tell-address a');
  await link.waitFor();
  await look(desk, 'told-published');
  const stranger = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = await stranger.newPage();
  const requests: string[] = [];
  phone.on('request', (request) => requests.push(request.url()));
  const path = `${hall.server.url}/told/shared`;
  await phone.goto(path);
  await phone.getByRole('heading', { name: 'You said, we did, or why not' }).waitFor();
  await phone.getByText('Raised in both sessions of 5 people or more.').waitFor();
  await phone.getByText('No answer yet. Asked on 2 November 2026.').waitFor();
  await phone.getByText('First promised by 15 February 2027. Now promised by 30 June 2027.').waitFor();
  await phone.getByText('Raised by one person in the sessions.').waitFor();
  await phone.getByText('9 said yes').waitFor();
  expect(await phone.getByText('Keep the family mornings').count()).toBe(0);
  expect(await phone.locator('script').count()).toBe(0);
  expect(requests).toContain(path);
  expect(
    requests.filter((url) => url !== path && !url.startsWith('data:') && !url.endsWith('/favicon.ico')),
  ).toEqual([]);
  await phone.screenshot({ path: 'tests/screenshots/out/told-phone.png', fullPage: true });
  await look(phone, 'told-phone-first');
  await phone.setViewportSize({ width: 360, height: 640 });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await phone.setViewportSize({ width: 1366, height: 768 });
  await look(phone, 'told-wide');
  await phone.screenshot({ path: 'tests/screenshots/out/told-wide-full.png', fullPage: true });
  await desk.getByRole('button', { name: 'Take it back' }).click();
  await desk.getByText('It is not published.').waitFor();
  await phone.reload();
  await phone.getByText('This page is not here, or not any more.').waitFor();
  await stranger.close();
});

test('P7 hostile texts are read as they were typed, on the console, on the page and on the poster, and run nothing', async () => {
  const clean = CORPUS.map(shown);
  const each = Math.ceil(clean.length / 4);
  const all = Array.from({ length: each }, (_, i) =>
    asked(`h${i}`, {
      text: clean[i] ?? '',
      answerWords: clean[each + i] ?? '',
      done: clean[2 * each + i] ?? '',
      why: clean[3 * each + i] ?? 'Money',
      order: 10 + i,
      answer: 'part',
    }),
  );
  await hall.ask(...all);
  const strange = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await watch(strange, hall.server.url);
  await openStartLink(strange, hall.server.app.startLink());
  const page = await strange.newPage();
  await goTo(page, 'recommendations');
  await page.locator('#rec-h0').waitFor();
  await harmless(page, 'recommendations', clean.slice(0, each));
  await goTo(page, 'told');
  await page.getByRole('button', { name: 'Publish the page' }).click();
  await page.locator('.tell-address a').waitFor();
  await harmless(page, 'tell', clean.slice(0, each));
  await page.goto(`${hall.server.url}/told/shared`);
  await harmless(page, 'told', clean);
  expectHarmless(3);
  const out = await hall.store.recommendations.published('shared');
  const poster = out === null ? new Uint8Array() : setPoster({ ...out, address: '' }, 'a4').bytes;
  expect(pdfActions(poster)).toEqual([]);
  const printed = await readPdf(poster);
  // What has many lines may go on on the next page, below what stands at the foot of this one.
  const inFonts = clean
    .filter((text) => text.length <= 150 && !text.includes('\n') && !text.startsWith('U+'))
    .map((text) => plain(printable(text)))
    .filter((text) => /^[ -~]+$/u.test(text));
  expect(inFonts.length).toBeGreaterThan(100);
  expect(missingInPdf(printed.text, inFonts)).toEqual([]);
  await strange.close();
});

test('E1 no finding of axe on any of these screens', () => {
  expectNothingFound();
});
