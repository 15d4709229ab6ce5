/** Two windows of one device on one session: each keeps what is typed in it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let hall: ScribeHall;
beforeAll(async () => {
  hall = await openScribeHall();
});
afterAll(() => hall?.close());

const field = (page: Page) => page.getByLabel('What was said', { exact: true });
const begun = (page: Page, text: string) =>
  page.waitForFunction((t) => Object.values(localStorage).some((kept) => String(kept).includes(t)), text);

async function another(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(`${hall.program.url}/console/s/${hall.session.id}/talk`);
  await field(page).waitFor();
  return page;
}

/** Types what is not saved. @returns once it is kept on the device */
async function type(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await begun(page, text);
}

async function expectAfterReload(page: Page, text: string): Promise<void> {
  await page.reload();
  await field(page).waitFor();
  expect(await field(page).inputValue()).toBe(text);
}

test('TK8 each of two windows of a device keeps its own words over a reload, also where one saves, and a closed one’s come up in the next', async () => {
  const { page: one, context } = await hall.scribe();
  const two = await another(context);
  await type(one, 'Words of the first');
  expect(await field(two).inputValue()).toBe('');
  await type(two, 'Words of the second');
  await expectAfterReload(one, 'Words of the first');
  await expectAfterReload(two, 'Words of the second');
  await field(two).press('Enter');
  await two.locator('.point').filter({ hasText: 'Words of the second' }).waitFor();
  await expectAfterReload(one, 'Words of the first');
  await expectAfterReload(two, '');
  await type(two, 'Half of it');
  await two.close();
  const three = await another(context);
  expect(await field(three).inputValue()).toBe('Half of it');
  await expectAfterReload(one, 'Words of the first');
  // The last one of all leaves them as well.
  await one.close();
  await three.close();
  const texts = [await another(context), await another(context)].map((page) => field(page).inputValue());
  expect((await Promise.all(texts)).toSorted()).toEqual(['Half of it', 'Words of the first']);
  await context.close();
});
