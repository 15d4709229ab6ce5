/** What is typed on a page that is led by what stands behind the #: the way back, Back, and what others remove. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { ToldPage } from '../../core/caseStudies/api.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { study } from '../support/studies.ts';
import { source } from '../support/sources.ts';
import { removal } from '../support/talk.ts';
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

const STUDIES = '/api/consultations/shared/case-studies';
const goTo = (path: string) => desk.goto(`${hall.server.url}/console/c/shared${path}`);
const button = (name: string | RegExp) => desk.getByRole('button', { name, exact: typeof name === 'string' });
const question = (): Locator => desk.getByRole('dialog', { name: 'What you typed is not saved.' });
const back = () => desk.evaluate(() => history.back());
const stays = async (field: Locator, words: string, at: string): Promise<void> => {
  await question().waitFor();
  await button('Go on typing').click();
  await question().waitFor({ state: 'detached' });
  expect([await field.inputValue(), new URL(desk.url()).hash]).toEqual([words, at]);
};
const change = (...changes: object[]) => hall.server.send('POST', STUDIES, { changes });

test('E5 E1 the way to all case studies and Back ask before a case study that is being typed goes', async () => {
  await change(study('one', { title: 'Waiting' }));
  await goTo('/case-studies');
  await desk.getByRole('link', { name: 'Waiting' }).click();
  await button('Change the text').click();
  const title = desk.getByLabel('Title');
  await title.fill('Waiting for months');
  // The way past the head of the page leads nowhere else.
  const moved = desk.evaluate(
    () =>
      new Promise<string>((done) => {
        window.addEventListener('hashchange', () => done(location.hash), { once: true });
      }),
  );
  await desk.locator('a.skip').press('Enter');
  expect(await moved).toBe('#study=one');
  expect(await desk.evaluate(() => document.activeElement?.id)).toBe('content');
  expect([await question().count(), await title.inputValue()]).toEqual([0, 'Waiting for months']);
  await desk.getByRole('link', { name: 'All case studies' }).click();
  await question().waitFor();
  await look(desk, 'unsaved-way-back');
  await stays(title, 'Waiting for months', '#study=one');
  await back();
  await stays(title, 'Waiting for months', '#study=one');
  await back();
  await question().waitFor();
  await desk.keyboard.press('Escape');
  await question().waitFor({ state: 'detached' });
  expect(await title.inputValue()).toBe('Waiting for months');
  await back();
  await question().waitFor();
  await button('Let it go').click();
  await desk.getByRole('link', { name: 'Waiting' }).waitFor();
  // What is not changed goes unasked, and Back leads to it again.
  await desk.getByRole('link', { name: 'Waiting' }).click();
  await button('Change the text').click();
  await desk.getByRole('link', { name: 'All case studies' }).click();
  await button('Write a case study').click();
  await title.fill('Another');
  await back();
  await stays(title, 'Another', '');
  await button('Save').click();
  await desk.getByRole('heading', { name: 'Another' }).waitFor();
});

test('E5 CS2 a case study that was removed meanwhile stays while it is typed, and saving tells the words', async () => {
  await goTo('/case-studies#study=one');
  await button('Change the text').click();
  const title = desk.getByLabel('Title');
  await title.fill('Half a senten');
  await change({ ...study('one'), id: 'gone', was: { title: 'Waiting' }, set: null });
  await desk.getByText('This case study is not here any more.').waitFor();
  await look(desk, 'unsaved-removed');
  await title.pressSequentially('ce');
  await button('Save').click();
  await desk.getByText('It was removed in another window. Yours was: “Half a sentence”.').waitFor();
  await title.waitFor({ state: 'detached' });
  await desk.getByText('This case study is not here any more.').waitFor();
});

test('E5 CS2 undoing that a case study was made leaves what is typed into it', async () => {
  await goTo('/case-studies');
  await button('Write a case study').click();
  const title = desk.getByLabel('Title');
  await title.fill('New');
  await button('Save').click();
  await button('Change the text').click();
  await title.fill('New words');
  await button('Undo').click();
  await desk.getByText('This case study is not here any more.').waitFor();
  expect(await title.inputValue()).toBe('New words');
  await button('Redo').click();
  await desk.getByText('This case study is not here any more.').waitFor({ state: 'detached' });
  await button('Save').click();
  await desk.getByRole('heading', { name: 'New words' }).waitFor();
  const { caseStudies } = await hall.server.get<ToldPage>(STUDIES);
  expect(caseStudies.map((one) => one.title)).toContain('New words');
});

test('E5 E1 Back asks before a text that is brought in or changed goes, and a removed one waits for what is typed', async () => {
  const letter = source('doc', { title: 'Letter', text: 'They never rang back.' });
  await hall.talk(letter);
  await goTo('/sources');
  await desk.getByRole('link', { name: /Letter/ }).click();
  await button('Change').click();
  const title = desk.getByRole('dialog').getByLabel('Title');
  await title.fill('A letter of May');
  await back();
  await stays(title, 'A letter of May', '#doc');
  await hall.talk(removal(letter));
  await desk.getByText('This text was removed on another device.').waitFor();
  expect(await title.inputValue()).toBe('A letter of May');
  await look(desk, 'unsaved-text-removed');
  await button('Save').click();
  await desk.getByText(/Another device removed this while you changed it: .*A letter of May/).waitFor();
  await desk.getByRole('link', { name: 'All texts' }).click();
  await button('Add a text').click();
  await title.fill('Another one');
  await back();
  await stays(title, 'Another one', '');
});

test('E1 no finding of axe on any of these screens', () => {
  expectNothingFound();
});
