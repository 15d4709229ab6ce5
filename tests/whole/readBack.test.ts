/** Reading back in a browser: words of interviews, the order of themes, and more than two pages hold. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ToldPage } from '../../core/caseStudies/api.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';
import { passage, source } from '../support/sources.ts';
import { correction, study } from '../support/studies.ts';
import { point, theme } from '../support/talk.ts';

let hall: ScribeHall;
let page: Page;

beforeAll(async () => {
  hall = await openScribeHall();
  const context = await hall.browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, await hall.program.link());
  page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
});
afterAll(() => hall.close());

const button = (name: string) => page.getByRole('button', { name });
const SEEN = {
  version: 'v',
  yesTo: 'v',
  yesDay: '2020-01-01',
  yesHow: 'read',
  readTo: 'v',
  reader: 'Second',
  readDay: '2020-01-01',
  writer: 'First',
} as const;

test('RB1 TK9 words of interviews are offered with a yes, themes that were raised stand as on their page, and too much is told of with what would fit', async () => {
  await hall.send(
    theme('t1', { name: 'Said in the room' }),
    theme('t2', { name: 'Told alone' }),
    theme('t3', { name: 'Raised by nobody' }),
    point('p1', { text: 'Nobody rings back', themes: ['t1'] }, hall.session.id),
  );
  await hall.api('POST', `/api/consultations/${hall.consultation}/themes`, {
    changes: ['one', 'two', 'three'].flatMap((id) => [
      source(id, { mayQuote: id === 'one' }),
      passage(`p-${id}`, id, id === 'one' ? 'They came on Monday.' : 'I was told on Friday', {
        themes: ['t2'],
      }),
    ]),
  });
  await hall.api('POST', `/api/consultations/${hall.consultation}/case-studies`, {
    changes: [
      study('much', {
        ...SEEN,
        title: 'Much too long',
        text: 'Nobody had said that, and nobody would. '.repeat(190),
      }),
    ],
  });
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/themes`);
  await page.getByText('Said in the room').first().waitFor();
  const names = await page
    .getByRole('heading', { name: /^(?:\d+ )?(?:Said in the room|Told alone)/ })
    .allTextContents();
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/read-back`);
  const themes = page.getByRole('group', { name: 'Themes, most often raised first' });
  await themes.getByText('raised in 3 interviews and documents').waitFor();
  const labels = await themes
    .getByRole('checkbox')
    .evaluateAll((all) => all.map((one) => one.closest('label')?.textContent));
  expect(labels).toEqual([
    expect.stringContaining('Said in the room'),
    expect.stringContaining('Told alone'),
  ]);
  expect(names.map((name) => name.includes('Said in the room'))).toEqual([true, false]);

  const quotes = page.getByRole('group', { name: /^Quotes/ });
  expect(await quotes.getByRole('checkbox').count()).toBe(1);
  await quotes.getByText('From an interview or document.').waitFor();
  await page.getByLabel('They came on Monday.').check();
  await page.getByText('These are words of one interview or document').waitFor();
  await page.getByLabel('Much too long').check();
  await page.getByText('2 things are picked').waitFor();
  await button('Print two pages').click();
  const much = page.getByRole('dialog', { name: 'Not printed: too much is picked' });
  await much.getByText('It fits without the last case study.').waitFor();
  await look(page, 'read-back-too-much');
  await much.getByRole('button', { name: 'Back to what is picked' }).click();
  await page.getByLabel('Much too long').uncheck();
  const download = page.waitForEvent('download');
  await button('Print two pages').click();
  await download;
  await page.getByRole('dialog', { name: 'Pages to read back' }).waitFor();
  await look(page, 'read-back-printed');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await look(page, 'read-back-interviews');
  expectNothingFound();
});

test('RB2 the day is that of the session, and more people than were there are asked about before they are noted', async () => {
  type Told = Pick<ToldPage, 'corrections' | 'about'>;
  const told = () => hall.api<Told>('GET', `/api/consultations/${hall.consultation}/case-studies`);
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/read-back`);
  await page.getByLabel('Said in the room').check();
  await button('Note what people said').first().click();
  const form = page.locator('.read-note');
  await form.getByLabel('That is what we said').check();
  await form.getByLabel('How many said so').fill('999');
  await form.getByLabel('In which session').selectOption(hall.session.id);
  const at = (await told()).about.sessions.find(({ id }) => id === hall.session.id);
  expect(await form.locator('input[type=date]').inputValue()).toBe(at?.date);
  await form.getByRole('button', { name: 'Save' }).click();
  const many = `999 people said so. Those are more people than the head-count of this session: ${at?.came}.`;
  await form.getByText(many).waitFor();
  await look(page, 'read-back-many');
  expect((await told()).corrections).toEqual([]);
  await form.getByRole('button', { name: 'Change it' }).click();
  await form.getByLabel('How many said so').fill('2');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('That is what we said: 2 people,').waitFor();
  await form.waitFor({ state: 'detached' });
  expectNothingFound();
});

test('CS5 that somebody would recognise it is kept for the next reader, who is offered no tick', async () => {
  const at = `/api/consultations/${hall.consultation}/case-studies`;
  const told = study('known', { ...SEEN, title: 'Told apart', readTo: '', reader: '', readDay: '' });
  await hall.api('POST', at, { changes: [told] });
  const known = page.getByText('A second reader said that somebody would recognise this.');
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/case-studies#study=known`);
  await button('Yes, somebody would').click();
  await known.waitFor();
  await page.getByText('✓ Saved').waitFor();
  await page.reload();
  await known.waitFor();
  expect(await button('No, nobody would').count()).toBe(0);
  await page.getByText('Change the text, and have it read again.').waitFor();
  await look(page, 'case-study-known');
  await page.getByRole('link', { name: 'All case studies' }).click();
  await known.waitFor();
  await look(page, 'case-studies-known');
  expectNothingFound();
});

test('TK3 RB3 taking up what people said gives no theme a name that another one has, whatever its case', async () => {
  await hall.send(theme('one', { name: 'Waiting' }), theme('other', { name: 'Being asked' }));
  await hall.api('POST', `/api/consultations/${hall.consultation}/case-studies`, {
    changes: [correction('k', { of: 'one', was: 'Waiting', text: 'being Asked' })],
  });
  const names = async () => (await hall.talk()).themes.map(({ name }) => name);
  const before = await names();
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/read-back`);
  await page.getByRole('button', { name: /^Take it up/ }).click();
  const dialog = page.getByRole('dialog');
  const change = dialog.getByRole('button', { name: 'Change the words' });
  await change.click();
  await dialog.getByText('There is a theme of this name already.').waitFor();
  expect(await names()).toEqual(before);
  await dialog.getByRole('textbox').fill('Being asked first');
  await dialog.getByText('There is a theme of this name already.').waitFor({ state: 'detached' });
  await change.click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Being asked first' }).waitFor();
  await page.getByText('✓ Taken up.').waitFor();
});
