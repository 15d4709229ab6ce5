/** An interviewer presses twice: with a mouse, and with a finger. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { isRefusal } from '../../core/refusal.ts';
import type { TalkPage } from '../../core/talk/api.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';
import { question } from '../support/sources.ts';

let hall: ScribeHall;
beforeAll(async () => {
  hall = await openScribeHall();
  const done = await hall.api('POST', `/api/consultations/${hall.consultation}/themes`, {
    changes: ['What helped?', 'What did not?', 'What would you change?'].map((text, i) =>
      question(`q${i}`, { text, order: i + 1 }),
    ),
  });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
});
afterAll(() => hall?.close());

const open = async (options: BrowserContextOptions): Promise<Page> => {
  const context = await hall.browser.newContext({ reducedMotion: 'reduce', ...options });
  await openStartLink(context, await hall.program.link());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/interview`);
  return page;
};
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const step = (page: Page, text: string) => page.getByText(text).waitFor();
/** Up to where the next press leads to the first question. */
const told = async (page: Page): Promise<void> => {
  await button(page, 'Begin').click();
  for (const asked of ['May we use what you tell us?', 'May we quote you, without your name?'])
    await page.getByRole('group', { name: asked }).getByLabel('Yes').check();
};

test('IV8 a double click passes no question over and hands nothing over, and those without an answer are named', async () => {
  const page = await open({ viewport: { width: 1366, height: 768 } });
  await told(page);
  await button(page, 'Next').dblclick();
  await step(page, 'Question 1 of 3');
  await page.getByLabel('What they say').fill('My sister.');
  await button(page, 'Next').dblclick();
  await step(page, 'Question 2 of 3');
  await button(page, 'Next').click();
  await step(page, 'Question 3 of 3');
  await button(page, 'Next').click();
  await button(page, 'Finish').dblclick();
  await page.getByText('1 question was answered.').waitFor();
  await page.getByText('2 questions have no answer.').waitFor();
  await look(page, 'interview-unanswered');
  await button(page, '2. What did not?').click();
  await step(page, 'Question 2 of 3');
  await page.getByLabel('What they say').fill('The letters.');
  for (const name of ['Next', 'Next', 'Finish']) await button(page, name).click();
  await page.getByText('1 question has no answer.').waitFor();
  await button(page, 'Hand it over').click();
  await page.getByText('Handed over.').waitFor();
  await page.context().close();
});

test('IV8 nor do two taps of a finger', async () => {
  const page = await open({ viewport: { width: 360, height: 640 }, hasTouch: true });
  await told(page);
  // Time stands still between the two.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await button(page, 'Next').tap();
  await step(page, 'Question 1 of 3');
  await button(page, 'Next').tap();
  await step(page, 'Question 1 of 3');
  await page.clock.runFor(1000);
  await button(page, 'Next').tap();
  await step(page, 'Question 2 of 3');
  await page.clock.runFor(1000);
  await button(page, 'Next').tap();
  await page.clock.runFor(1000);
  await button(page, 'Next').tap();
  await page.clock.runFor(1000);
  await button(page, 'Finish').tap();
  await page.getByText('3 questions have no answer.').waitFor();
  await page.clock.resume();
  await look(page, 'interview-unanswered-phone', true);
  expectNothingFound();
  expect(await page.getByRole('list').getByRole('button').count()).toBe(3);
  await page.context().close();
});

test('IV8 two taps pass over neither what is read out nor the moment after it, which says that it was handed over', async () => {
  const page = await open({ viewport: { width: 360, height: 640 }, hasTouch: true });
  await button(page, 'Begin').waitFor();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  /** Both where the button is, whatever stands there the second time. */
  const twice = async (name: string, next: string): Promise<void> => {
    await page.clock.runFor(1000);
    await button(page, name).scrollIntoViewIfNeeded();
    const box = await button(page, name).boundingBox();
    if (box === null) throw new Error(name);
    const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await page.touchscreen.tap(...at);
    await step(page, next);
    await page.touchscreen.tap(...at);
    await step(page, next);
  };
  await twice('Begin', 'Read this out first');
  expect(await page.getByText('Choose yes or no for both.').count()).toBe(0);
  await page.clock.runFor(1000);
  for (const asked of ['May we use what you tell us?', 'May we quote you, without your name?'])
    await page.getByRole('group', { name: asked }).getByLabel('Yes').check();
  await twice('Next', 'Question 1 of 3');
  await page.getByLabel('What they say').fill('My sister.');
  await twice('Next', 'Question 2 of 3');
  await twice('Next', 'Question 3 of 3');
  await twice('Next', 'The last page');
  await twice('Finish', '1 question was answered.');
  await twice('Hand it over', 'Take a moment. How are you?');
  await page.getByText('Handed over.').waitFor();
  const said = await page.getByText('Handed over.').boundingBox();
  expect((said?.y ?? 640) + (said?.height ?? 0)).toBeLessThan(640);
  await page.clock.runFor(1000);
  await button(page, 'Another interview').tap();
  await button(page, 'Begin').waitFor();
  await page.context().close();
});

test('IV8 two windows hold two interviews; one that is begun is gone on with or thrown away, never mixed with the next', async () => {
  const first = await open({ viewport: { width: 390, height: 844 } });
  await told(first);
  await button(first, 'Next').click();
  await first.getByLabel('What they say').fill('Nobody came.');
  const second = await first.context().newPage();
  second.setDefaultTimeout(PAGE_PATIENCE);
  await second.goto(first.url());
  await button(second, 'Begin').waitFor();
  expect(await second.getByText('An interview is begun').count()).toBe(0);

  // Its person stops: whoever comes next finds no way on but by saying which.
  await button(first, 'Back').click();
  await step(first, 'An interview is begun on this device: 1 question was answered.');
  await button(first, 'Back').click();
  await step(first, 'An interview is begun on this device: 1 question was answered.');
  await look(first, 'interview-begun', true);
  expect(await button(first, 'Begin').count()).toBe(0);
  await first.getByText('Change what is written down of this person').click();
  await first.getByLabel('A member of staff').check();
  await button(first, 'Throw it away').click();
  await button(first, 'Keep it').click();
  await first.reload();
  await button(first, 'Go on with the one that is begun').click();
  await step(first, 'Question 1 of 3');
  expect(await first.getByLabel('What they say').inputValue()).toBe('Nobody came.');

  // Closed in the midst of it, it is asked about in the window that finds it.
  await first.close();
  await second.reload();
  await button(second, 'Go on with the one that is begun').click();
  for (const name of ['Next', 'Next', 'Next', 'Finish', 'Hand it over']) await button(second, name).click();
  await second.getByText('Handed over.').waitFor();
  const { sources } = await hall.api<TalkPage>('GET', `/api/consultations/${hall.consultation}/themes`);
  expect(sources.filter(({ text }) => text.includes('Nobody came'))).toMatchObject([
    { interviewer: 'staff' },
  ]);
  expect(await second.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('Nobody');
  await second.reload();
  await button(second, 'Begin').waitFor();
  expectNothingFound();
  await second.context().close();
});
