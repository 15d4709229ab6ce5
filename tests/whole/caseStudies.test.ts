/** A case study from its first words to both ticks, with two windows on it, and reading back to people, in a browser. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { ReportPage } from '../../core/api.ts';
import type { ToldPage } from '../../core/caseStudies/api.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { pagesOf } from '../support/paper.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';
import { editStudy, study } from '../support/studies.ts';
import { point, theme } from '../support/talk.ts';

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
  const lists = { names: ['Ruth Bell'], places: ['Leeds'] };
  await hall.api('PUT', path, { revision, document: { ...document, lists } });
  context = await hall.browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, await hall.program.link());
  (page = await context.newPage()).setDefaultTimeout(PAGE_PATIENCE);
});
afterAll(() => hall.close());

const told = () => hall.api<ToldPage>('GET', `/api/consultations/${hall.consultation}/case-studies`);
const button = (name: string | RegExp, on = page) => on.getByRole('button', { name });
const saved = (on = page) => on.getByText('✓ Saved').waitFor();

test('CS1 CS3 CS4 CS5 CS11 a story gets changed names, its signs settled and both ticks; a change of words takes them back', async () => {
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

  const rowOf = (words: string) => page.locator('.study-names .row').filter({ hasText: words });
  await button('Change the name “Jake”').click();
  await page.getByText('Mostly men’s:').waitFor();
  const name = (await rowOf('Mostly men’s:').getByRole('button').first().textContent()) ?? '';
  await look(page, 'case-study-names');
  await button(name).click();
  await page.getByText(`my son ${name} could stay`).waitFor();
  await page
    .getByText(`${name}’s file`)
    .or(page.getByText(`${name}'s file`))
    .waitFor();
  // The name in use is offered first, so that one person has one name.
  await button('Change the name “Ruth”').click();
  await page.getByText('Already in this case study:').waitFor();
  // A sister gets no brother's name.
  await rowOf('Mostly women’s:').getByRole('button').nth(1).click();
  await button('Replace with [place] “Leeds”').click();
  for (const words of ['“my son”', '“My sister”']) {
    await button(`Let it pass ${words}`).click();
    await button('Many people have one').click();
    await page.locator('.study-names').getByRole('button', { name: 'Let it pass' }).click();
  }
  await page.getByText('✓ Each one was replaced or passed.').waitFor();
  await saved();
  const kept = JSON.stringify((await told()).caseStudies);
  expect(kept).toContain('Jake heard all of it from the corridor'.replace('Jake', name));
  expect(kept).not.toMatch(/Jake|Ruth|Leeds/);

  // The yes is to words that the person knows.
  const drafting = page.waitForEvent('download');
  await button('Print it to read to them').click();
  const draft = await pagesOf(readFileSync(await (await drafting).path()));
  expect(draft).toHaveLength(1);
  expect(draft[0]?.text).toContain('DRAFT, TO BE READ TO THE PERSON');
  await page.getByRole('dialog', { name: 'A draft to read to them' }).getByText('Print again').waitFor();
  await look(page, 'case-study-draft');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  const opening = context.waitForEvent('page');
  await button('Show it to them in a second window').click();
  const screen = await opening;
  await screen.setViewportSize({ width: 1280, height: 720 });
  await screen.getByText('Your story. A draft, for you alone').waitFor();
  await look(screen, 'case-study-draft-window');
  await screen.close();
  await look(page, 'case-study-draft-shown');

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
  other.setDefaultTimeout(PAGE_PATIENCE);
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

test('RB1 what was picked is printed, and shown one at a time in a window that is sent nothing else', async () => {
  const { session } = hall;
  const { title } = (await told()).caseStudies[0] ?? { title: '' };
  const ready = (await told()).caseStudies[0];
  await hall.api('POST', `/api/consultations/${hall.consultation}/case-studies`, {
    changes: [
      editStudy(
        ready?.id ?? '',
        { yesTo: ready?.yesTo ?? '', readTo: ready?.readTo ?? '' },
        { yesTo: ready?.version ?? '', readTo: ready?.version ?? '' },
      ),
      study('not-ready', { title: 'Unready' }),
    ],
  });
  await hall.send(
    theme('t1', { name: 'Being listened to' }),
    theme('t2', { name: 'Somebody who stays' }),
    theme('t3', { name: 'Hidden from all' }),
    point(
      'p1',
      { text: 'They change every three months', kind: 'quote', mayQuote: true, themes: ['t2'] },
      session.id,
    ),
    point('p2', { text: 'Said without a yes', kind: 'quote', themes: ['t2', 't1'] }, session.id),
  );
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/read-back`);
  await page.getByText('1 case study is not ready and cannot be read back yet.').waitFor();
  await look(page, 'read-back-empty');
  await page.getByLabel('They change every three months').waitFor();
  expect(await page.getByText('Said without a yes').count()).toBe(0);
  const themes = page.getByRole('group', { name: 'Themes, most often raised first' }).getByRole('checkbox');
  expect(await themes.count()).toBe(2);
  await page.getByLabel('Somebody who stays').check();
  await page.getByLabel('Being listened to').check();
  await page.getByLabel('They change every three months').check();
  await page.getByLabel(title).check();
  await page.getByText('4 things are picked').waitFor();
  const download = page.waitForEvent('download');
  await button('Print two pages').click();
  const path = await (await download).path();
  const pages = await pagesOf(readFileSync(path));
  expect(pages).toHaveLength(2);
  const printed = pages.map(({ text }) => text).join(' ');
  for (const words of ['Somebody who stays', 'Being listened to', 'They change every three months', title])
    expect(printed).toContain(words);
  expect(printed).not.toMatch(/Hidden from all|without a yes|Unready/);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  const opening = context.waitForEvent('page');
  await button('Show in a second window').click();
  const screen = await opening;
  await screen.setViewportSize({ width: 1280, height: 720 });
  const asked: string[] = [];
  screen.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await screen.reload();
  await screen.getByText('Somebody who stays').waitFor();
  await look(screen, 'read-back-window-theme');
  expect(asked).toContain('/api/staff/me');
  expect(asked.filter((at) => at.startsWith('/api/') && at !== '/api/staff/me')).toEqual([]);
  for (const word of ['Being listened to', 'three months', 'Hidden from all', title])
    expect(await screen.content()).not.toContain(word);
  await screen.keyboard.press('ArrowRight');
  await screen.getByText('Being listened to').waitFor();
  // A window behind another one draws nothing.
  await page.bringToFront();
  await page.getByText(/^2 of \d$/).waitFor();
  await button('Next →').click();
  await screen.bringToFront();
  await screen.getByText('“They change every three months”').waitFor();
  await screen.setViewportSize({ width: 1920, height: 1080 });
  await screen.keyboard.press('PageDown');
  await screen.getByRole('heading', { name: title }).waitFor();
  await look(screen, 'read-back-window-study');
  // As large as it fits, which is measured while its size is tried.
  const size = await screen.locator('.read-window-text p').evaluate((p) => getComputedStyle(p).fontSize);
  expect(parseFloat(size)).toBeGreaterThan(50);
  await page.bringToFront();
  await look(page, 'read-back-picked');
  await button('Show nothing').click();
  await screen.bringToFront();
  await screen.getByText('What we heard you say').waitFor();
  expect(await screen.content()).not.toContain('Before the meeting');
  await screen.close();
});

test('RB2 RB3 what people correct stands beside it everywhere; taken up it changes the words, undo takes that back', async () => {
  const at = hall.session.id;
  const said = page.locator('.read-said > ul > li');
  const corrections = async () => (await told()).corrections;
  await said.first().getByRole('button', { name: 'Note what people said' }).click();
  const form = page.locator('.read-note');
  await form.getByLabel('We would say it like this').fill('Somebody who stays for years');
  await form.getByLabel('How many said so').fill('6');
  await form.getByLabel('In which session').selectOption(at);
  await look(page, 'read-back-note');
  await button('Save', page).click();
  await page.getByText('Not quite. 6 people,').waitFor();
  await button('Take it up “Somebody who stays for years”').click();
  await look(page, 'read-back-accept');
  await button('Change the words').click();
  await page.getByRole('heading', { name: 'Somebody who stays for years' }).waitFor();
  await page.getByText('✓ Taken up. The words were changed.').waitFor();
  await page.getByText('It was read back as: “Somebody who stays”').waitFor();
  await saved();
  expect(await corrections()).toMatchObject([
    {
      about: 'theme',
      of: 't2',
      was: 'Somebody who stays',
      text: 'Somebody who stays for years',
      people: 6,
      session: at,
      accepted: true,
    },
  ]);
  expect(JSON.stringify((await hall.talk()).themes)).toContain('Somebody who stays for years');
  await look(page, 'read-back-corrected');

  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/themes`);
  await page.getByText('It was read back as: “Somebody who stays”').waitFor();
  await look(page, 'themes-corrected');
  await page.goBack();
  await page.getByText('✓ Taken up. The words were changed.').waitFor();
  await button('Note what people said to “Somebody who stays for years”').click();
  await page.getByLabel('Something is missing').check();
  await page.getByLabel('What is missing').fill('They say goodbye');
  await button('Save', page).click();
  // What stands below moves up as the form goes.
  await page.getByLabel('What is missing').waitFor({ state: 'detached' });
  await button('Take it up “They say goodbye”').click();
  await page.getByLabel('New words').fill('Somebody who stays and says goodbye');
  await button('Change the words').click();
  await page.getByRole('heading', { name: 'Somebody who stays and says goodbye' }).waitFor();
  await button('Undo').click();
  await page.getByRole('heading', { name: 'Somebody who stays for years' }).waitFor();
  await saved();
  expect((await corrections()).map(({ text, accepted }) => `${text}: ${accepted}`).toSorted()).toEqual([
    'Somebody who stays for years: true',
    'They say goodbye: false',
  ]);
  expect((await hall.talk()).themes.find(({ id }) => id === 't2')?.name).toBe('Somebody who stays for years');
  expectNothingFound();
});
