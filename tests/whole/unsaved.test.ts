/** What was typed and is not saved yet: the window says so, and keeps it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { asked } from '../support/recommendations.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';
import { toldServer, type ToldServer } from '../support/told.ts';

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

const goTo = (path: string) => desk.goto(`${hall.server.url}/console/c/shared/${path}`);

test('RC11 RC3 E1 an answer that waits for its reason is called not saved, also once its card is closed, and is kept', async () => {
  await hall.ask(asked('form', { text: 'Make the form shorter', askedOn: '2026-02-01' }));
  await goTo('recommendations');
  const card = desk.locator('.rec').filter({ hasText: 'Make the form shorter' });
  const toggle = desk.getByRole('button', { name: 'Make the form shorter', exact: true });
  const radio = (name: string) => card.getByRole('radio', { name, exact: true });
  await desk.getByText('All saved').waitFor();
  await toggle.click();
  await radio('No').check();
  await card.getByText('A “no” without a reason is not kept.').waitFor();
  await radio('In part').check();
  await card.getByText('An “in part” without a reason is not kept.').waitFor();
  await desk.getByText('Not saved: an answer has no reason yet').waitFor();
  await card.getByRole('button', { name: 'Close' }).last().click();
  await card.getByText('Answer not saved: no reason yet').waitFor();
  expect(await desk.getByText('All saved').count()).toBe(0);
  await look(desk, 'recommendations-begun');
  const kept = async () =>
    (await hall.store.recommendations.read('shared')).list.find(({ id }) => id === 'form');
  expect(await kept()).toMatchObject({ answer: '' });
  await toggle.click();
  expect(await radio('In part').isChecked()).toBe(true);
  await card.getByLabel('Why not all of it').fill('There is no money');
  await card.getByLabel('The answer in their words').focus();
  await desk.getByText('All saved').waitFor();
  expect(await kept()).toMatchObject({ answer: 'part', why: 'There is no money', answeredOn: '' });
});

test('RC11 E1 a case study is not called saved while its words are in the browser alone', async () => {
  await goTo('case-studies');
  await desk.getByText('✓ Saved').waitFor();
  await desk.getByRole('button', { name: 'Write a case study' }).click();
  await desk.getByLabel('Title').fill('Four months');
  await desk.getByText('Not saved yet: press Save').waitFor();
  expect(await desk.getByText('✓ Saved').count()).toBe(0);
  await look(desk, 'case-study-typing');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await desk.getByText('✓ Saved').waitFor();
});

/** Whether the window asks before it goes; it stays. */
async function asksToLeave(): Promise<void> {
  // It asks from the moment after what was typed has been drawn.
  await desk.waitForFunction(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  const [asks] = await Promise.all([desk.waitForEvent('dialog'), desk.close({ runBeforeUnload: true })]);
  expect(asks.type()).toBe('beforeunload');
  await asks.dismiss();
}

test('RB2 E1 a correction that is typed is called not saved, stays where its theme is not picked any more, and is asked about', async () => {
  await goTo('read-back');
  const theme = desk.getByRole('checkbox', { name: /^Being rung back/ });
  await theme.check();
  await desk.getByText('✓ Saved').waitFor();
  const item = desk.locator('.read-said > ul > li').filter({ hasText: 'Being rung back' });
  await item.getByRole('button', { name: 'Note what people said' }).click();
  const words = item.getByLabel('We would say it like this');
  await words.fill('Being rung back the same day');
  await desk.getByText('Not saved yet: press Save').waitFor();
  expect(await desk.getByText('✓ Saved').count()).toBe(0);
  await theme.uncheck();
  await desk.getByText('Nothing is picked yet.').waitFor();
  expect(await words.inputValue()).toBe('Being rung back the same day');
  await asksToLeave();
  await item.getByRole('button', { name: 'Cancel' }).click();
  await item.getByRole('alert').filter({ hasText: 'What you typed is not saved.' }).waitFor();
  await look(desk, 'read-back-typing');
  await item.getByRole('button', { name: 'Save', exact: true }).click();
  await desk.getByText('✓ Saved').waitFor();
  await item.getByRole('strong').filter({ hasText: '“Being rung back the same day”' }).waitFor();
});

test('TK8 E1 a text that is being added is asked about before the window goes', async () => {
  await goTo('sources');
  await desk.getByRole('button', { name: 'Add a text', exact: true }).click();
  await desk.getByRole('dialog').getByLabel('Text', { exact: true }).fill('I was told on Friday');
  await asksToLeave();
  expect(await desk.getByRole('dialog').getByLabel('Text', { exact: true }).inputValue()).toBe(
    'I was told on Friday',
  );
  await desk.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await desk.getByRole('button', { name: 'Leave it' }).click();
});

test('WH4 E1 head-counts that are typed in are called not saved, also folded up, and are asked about until they are', async () => {
  await goTo('heard');
  const sheet = desk.locator('.heard-type').filter({ hasText: 'Youth club' });
  const head = sheet.locator('summary');
  await head.click();
  const yes = sheet
    .getByRole('group', { name: 'I could say what I wanted to say' })
    .getByLabel('Yes', { exact: true });
  await yes.fill('4');
  await sheet.getByText('Not saved yet: press Save').waitFor();
  await look(desk, 'heard-typing');
  await asksToLeave();
  await head.click();
  await head.getByText('Not saved yet').waitFor();
  await head.click();
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await sheet.getByText('✓ Saved').waitFor();
  expect(await head.getByText('Not saved yet').count()).toBe(0);
  await desk.reload();
  await head.click();
  expect(await yes.inputValue()).toBe('4');
});

test('E1 no finding of axe on any of these screens', () => {
  expectNothingFound();
});
