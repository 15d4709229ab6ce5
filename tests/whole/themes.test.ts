/** Themes by hand: put under another one, described, coloured; and what the tables by group and by statement say of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ConsultationPage } from '../../core/api.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import type { TalkPage } from '../../core/talk/api.ts';
import type { Theme } from '../../core/talk/types.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';
import { point, theme } from '../support/talk.ts';

let hall: ScribeHall;
let page: Page;
beforeAll(async () => {
  hall = await openScribeHall();
  const path = `/api/consultations/${hall.consultation}`;
  const { consultation } = await hall.api<ConsultationPage>('GET', path);
  const [first = '', second = ''] = consultation.statements.map(({ id }) => id);
  const draft = await hall.api<Session>('POST', `${path}/sessions`, {
    name: 'Youth club',
    groups: ['young', 'parents'],
  });
  await hall.api('POST', `/api/sessions/${draft.id}/lobby`, {});
  const done = await hall.api('POST', `${path}/themes`, {
    changes: [
      theme('calls', { name: 'Calls', order: 1 }),
      theme('letters', { name: 'Letters', order: 2 }),
      theme('story', { name: 'Telling it again', order: 3 }),
      point('a', { themes: ['calls'], group: 'parents', statement: first, hands: 2 }, hall.session.id),
      point('b', { themes: ['calls'], group: 'young', statement: second }, hall.session.id),
      point('c', { themes: ['letters'], group: 'parents', statement: first }, hall.session.id),
      // Under both: it counts once for the one above.
      point('d', { themes: ['letters', 'calls'], group: 'young', statement: second }, hall.session.id),
      point('e', { themes: ['letters'], group: 'parents' }, draft.id),
      point('f', { themes: ['story'], statement: second }, draft.id),
    ],
  });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  const context = await hall.browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, await hall.program.link());
  page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
});
afterAll(() => hall?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const saved = () => page.getByText('All saved').waitFor();
const stored = async (name: string): Promise<Theme | undefined> =>
  (await hall.api<TalkPage>('GET', `/api/consultations/${hall.consultation}/themes`)).themes.find(
    (one) => one.name === name,
  );

/** A table of the page, row by row, heads first. */
async function tableOf(view: string): Promise<string[][]> {
  await button(view).click();
  await page
    .getByRole('columnheader', { name: view === 'By group' ? 'Parents' : /^1\. My social/ })
    .waitFor();
  const rows = await page.getByRole('table').getByRole('row').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

test('TK9 E1 by group and by statement stand the voices, and in how many sessions', async () => {
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/themes`);
  await page.getByRole('heading', { name: 'Calls' }).waitFor();
  // Letters were raised in both sessions, calls in one: that comes before how many voices there are.
  expect(await tableOf('By group')).toEqual([
    ['Theme', 'All', 'Young people', 'Parents', 'No group told'],
    ['Letters', '3 (2)', '1 (1)', '2 (2)', '–'],
    ['Calls', '5 (1)', '2 (1)', '3 (1)', '–'],
    ['Telling it again', '1 (1)', '–', '–', '1 (1)'],
  ]);
  expect(await tableOf('By statement')).toEqual([
    [
      'Theme',
      'All',
      '1. My social worker listens to me',
      '2. I know who to ask when something goes wrong',
      'No statement',
    ],
    ['Letters', '3 (2)', '1 (1)', '1 (1)', '1 (1)'],
    ['Calls', '5 (1)', '3 (1)', '2 (1)', '–'],
    ['Telling it again', '1 (1)', '–', '1 (1)', '–'],
  ]);
});

test('TK9 TK3 E1 a theme is put under another one, described and coloured by hand; the one above counts it, each point once', async () => {
  await button('Codebook').click();
  await button(/^Change.*the theme Letters/).click();
  const dialog = page.getByRole('dialog');
  const description = 'Whether somebody could read what came, and when it came.';
  await dialog.getByLabel('What belongs under it').fill(description);
  await dialog.getByRole('radio', { name: 'Purple' }).check();
  await dialog.getByRole('combobox', { name: 'Under', exact: true }).selectOption('Calls');
  await look(page, 'themes-nest');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  const own = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Letters' }) });
  await own.getByText(description).waitFor();
  expect(await own.getByRole('heading').locator('.theme-plum').count()).toBe(1);
  await saved();
  expect(await stored('Letters')).toMatchObject({ parent: 'calls', colour: 'plum', description });
  await look(page, 'themes-nested-codebook');

  // Four points of this session and one of the other, of which one is under both; and two hands.
  await button('How often').click();
  await page.getByText('Raised in 2 of 2 sessions: 5 points and 2 hands.').waitFor();
  await page.getByText('Under Calls').waitFor();
  await look(page, 'themes-nested-order');
  expect((await tableOf('By group')).slice(1)).toEqual([
    ['Calls', '7 (2)', '2 (1)', '5 (2)', '–'],
    ['Letters', '3 (2)', '1 (1)', '2 (2)', '–'],
    ['Telling it again', '1 (1)', '–', '–', '1 (1)'],
  ]);
  expect((await tableOf('By statement')).slice(1)).toEqual([
    ['Calls', '7 (2)', '4 (1)', '2 (1)', '1 (1)'],
    ['Letters', '3 (2)', '1 (1)', '1 (1)', '1 (1)'],
    ['Telling it again', '1 (1)', '–', '1 (1)', '–'],
  ]);
  // What is under a theme cannot be above it.
  await button('Codebook').click();
  await button(/^Change.*the theme Calls/).click();
  const choices = await dialog
    .getByRole('combobox', { name: 'Under', exact: true })
    .getByRole('option')
    .allInnerTexts();
  expect(choices.map((one) => one.trim())).toEqual(['By itself', 'Telling it again']);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  // One step takes all of it back.
  await button('Undo').click();
  await own.getByText('Nothing written yet').waitFor();
  await saved();
  expect(await stored('Letters')).toMatchObject({ parent: '', colour: 'leaf', description: '' });
  expect((await tableOf('By group'))[2]).toEqual(['Calls', '5 (1)', '2 (1)', '3 (1)', '–']);
  await button('Redo').click();
  await saved();
  expect(await stored('Letters')).toMatchObject({ parent: 'calls', colour: 'plum', description });
});

test('TK8 TK9 E1 the scribe makes a theme under another one, none of a name that is there, and finds its points where the other one is shown', async () => {
  const { page: scribe, context } = await hall.scribe();
  await scribe.getByRole('button', { name: 'New theme' }).click();
  const dialog = scribe.getByRole('dialog');
  await dialog.getByLabel('Name').fill(' calls');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('There is a theme of this name already.').waitFor();
  await look(scribe, 'themes-same-name');
  await dialog.getByLabel('Name').fill('Nobody rings back');
  await dialog.getByLabel('What belongs under it').fill('Calls that were promised.');
  await dialog.getByRole('radio', { name: 'Brown' }).check();
  await dialog.getByRole('combobox', { name: 'Under', exact: true }).selectOption('Calls');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await scribe.getByLabel('What was said', { exact: true }).focus();
  await scribe.keyboard.type('I waited a week #');
  await scribe.keyboard.type('Nobody rings');
  await scribe.keyboard.press('Enter');
  await scribe.keyboard.press('Enter');
  const row = scribe.locator('.point').filter({ hasText: 'I waited a week' });
  await row.getByText('Nobody rings back').waitFor();
  await scribe.getByLabel('Show').selectOption('Calls');
  await scribe.getByText('5 points', { exact: true }).waitFor();
  await row.waitFor();
  await scribe.getByLabel('Show').selectOption('Letters');
  await scribe.getByText('2 points', { exact: true }).waitFor();
  expect(await row.count()).toBe(0);
  await scribe.getByText('All saved').waitFor();
  expect(await stored('Nobody rings back')).toMatchObject({
    parent: 'calls',
    colour: 'clay',
    description: 'Calls that were promised.',
  });
  await context.close();
  expectNothingFound();
});

test('TK3 E1 a theme that was given the name of another one is merged into that or removed all the same', async () => {
  await button('Codebook').click();
  const dialog = page.getByRole('dialog');
  const rename = async (): Promise<void> => {
    await button(/^Change.*the theme Telling it again/).click();
    await dialog.getByLabel('Name', { exact: true }).fill('Letters');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Give this one another name, or merge the two.').waitFor();
  };
  await rename();
  await dialog.getByLabel('Merge into').selectOption('Letters');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Holds what was under: Telling it again').waitFor();
  // Parted again, each has its own name.
  await button('Undo').click();
  await rename();
  await dialog.getByRole('button', { name: 'Remove this theme' }).click();
  await dialog.waitFor({ state: 'detached' });
  await saved();
  expect([await stored('Letters'), await stored('Telling it again')]).toMatchObject([
    { into: '' },
    undefined,
  ]);
});
