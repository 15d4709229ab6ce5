/** A case study from its first words to both ticks, with two windows on it, in a browser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { ReportPage } from '../../core/api.ts';
import type { ToldPage } from '../../core/caseStudies/api.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { openStartLink } from '../support/signIn.ts';

const STORY = `Before the meeting I was told it would be about school. It was about whether my son Jake could stay with us. Nobody had said that.

My sister Ruth had come with me from Leeds. She asked who had decided. The officer said that Jake's file was closed to her. Jake heard all of it from the corridor.

It took four months until somebody said they were sorry. After that I was asked what would help, for the first time.`;

let hall: ScribeHall;
let page: Page;
let context: BrowserContext;

beforeAll(async () => {
  hall = await openScribeHall();
  const path = `/api/consultations/${hall.consultation}/report`;
  const { revision, document } = await hall.api<ReportPage>('GET', path);
  document.lists = { names: ['Ruth Bell'], places: ['Leeds'] };
  await hall.api('PUT', path, { revision, document });
  context = await hall.browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, await hall.program.link());
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterAll(() => hall.close());

const told = () => hall.api<ToldPage>('GET', `/api/consultations/${hall.consultation}/case-studies`);
const button = (name: string | RegExp, on = page) => on.getByRole('button', { name });
const saved = (on = page) => on.getByText('✓ Saved').waitFor();

test('CS1 CS3 CS4 CS5 a story gets changed names, its signs settled and both ticks; a change of words takes them back', async () => {
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/case-studies`);
  await page.getByText('No case studies yet').waitFor();
  await look(page, 'case-studies-empty');
  await button('Write a case study').click();
  await page.getByLabel('Title').fill('Nobody had said that');
  await page.getByLabel('The story, in the team’s words').fill(STORY);
  await page.getByLabel('Group').selectOption('Parents');
  await page.getByLabel('Gender').selectOption('woman');
  await page.getByLabel('Written by').fill('Peer researcher');
  await look(page, 'case-studies-form');
  await button('Save').click();
  await page.getByRole('heading', { name: 'Nobody had said that' }).waitFor();
  await saved();
  await look(page, 'case-study-signs');

  await button('Change the name “Jake”').click();
  await page.getByText('New:').waitFor();
  const name = (await page.locator('.study-names .row').last().getByRole('button').first().textContent()) ?? '';
  await look(page, 'case-study-names');
  await button(name).click();
  await page.getByText(`my son ${name} could stay`).waitFor();
  await page.getByText(`${name}’s file`).or(page.getByText(`${name}'s file`)).waitFor();
  // The name in use is offered first, so that one person has one name.
  await button('Change the name “Ruth”').click();
  await page.getByText('Already in this case study:').waitFor();
  await page.locator('.study-names .row').last().getByRole('button').nth(1).click();
  await button('Replace with [place] “Leeds”').click();
  for (const words of ['“my son”', '“My sister”']) {
    await button(`Let it pass ${words}`).click();
    await button('Many people have one').click();
    await page.locator('.study-names').getByRole('button', { name: 'Let it pass' }).click();
  }
  await page.getByText('✓ Each one was replaced or passed.').waitFor();
  await saved();
  expect(JSON.stringify((await told()).caseStudies)).not.toMatch(/Jake|Ruth|Leeds/);

  await page.getByLabel('Heard it read').check();
  await button('They said yes to this text').click();
  await page.getByText('they heard it read and said yes').waitFor();
  await page.getByLabel('Who read it').fill('peer  RESEARCHER');
  await page.getByText('The second reader has to be somebody else than the writer.').waitFor();
  expect(await button('No, nobody would').isDisabled()).toBe(true);
  await page.getByLabel('Who read it').fill('Second reader');
  await button('No, nobody would').click();
  await page.getByText('✓ Nothing is missing. A report may print it.').waitFor();
  await saved();
  await look(page, 'case-study-ready');

  await button('Change the text').click();
  await page.getByText('the yes and the second reader’s tick are taken back').waitFor();
  await page.getByLabel('Title').fill('Nobody had told me');
  await button('Save').click();
  await page.getByText('It was changed after the person said yes. Ask again.').waitFor();
  await look(page, 'case-study-taken-back');
  await button('Undo').click();
  await page.getByText('✓ Nothing is missing. A report may print it.').waitFor();
  await saved();
  expect((await told()).caseStudies).toMatchObject([{ title: 'Nobody had said that' }]);
});

test('CS2 two windows: what only one changed is kept of both, and of one text both are shown and one is chosen', async () => {
  const other = await context.newPage();
  other.setDefaultTimeout(10_000);
  await other.goto(page.url());
  await other.getByRole('heading', { name: 'Nobody had said that' }).waitFor();
  await button('Change the text', other).click();
  await button('Change the text').click();
  await other.getByLabel('Title').fill('A day in the corridor');
  await other.getByLabel('Age band').selectOption('25 to 34');
  await page.getByLabel('Title').fill('Four months');
  await button('Save', other).click();
  await saved(other);
  await other.getByRole('heading', { name: 'A day in the corridor' }).waitFor();
  await button('Save').click();
  await page.getByText('Another window changed this meanwhile.').waitFor();
  await page.getByRole('heading', { name: 'A day in the corridor' }).waitFor();
  await look(page, 'case-study-two-windows');
  await button('Use mine').click();
  await page.getByRole('heading', { name: 'Four months' }).waitFor();
  await saved();
  expect((await told()).caseStudies).toMatchObject([{ title: 'Four months', ageBand: '25 to 34' }]);
  await other.close();
  await page.getByRole('link', { name: 'All case studies' }).click();
  await page.getByText('2 things are missing').waitFor();
  await look(page, 'case-studies-list');
  expectNothingFound();
});
