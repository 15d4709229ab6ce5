/** Themes of one name: pointed out wherever themes are listed, merged by one press, and parted again. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNothingFound, look } from '../support/look.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';

let hall: ScribeHall;
beforeAll(async () => {
  hall = await openScribeHall();
});
afterAll(() => hall?.close());

const TWINS = '2 themes are called “Garden”.';
const field = (page: Page) => page.getByLabel('What was said', { exact: true });
const merge = (page: Page) => page.getByRole('button', { name: 'Merge the 2 called Garden' });
const themes = async () => (await hall.talk()).themes;

async function note(page: Page, text: string, name: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.type(`${text} #${name}`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Change the theme ${name}` }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.point').filter({ hasText: text }).waitFor();
}

test('TK3 TK8 E1 a theme that two scribes made at once is pointed out on both, and one press makes it one', async () => {
  const [{ page: one }, { page: two, context }] = [await hall.scribe(), await hall.scribe()];
  await context.setOffline(true);
  await two.getByText('No connection.').waitFor();
  await note(two, 'Said at the back', 'Garden');
  await note(one, 'Said in front', 'Garden');
  await one.getByText('All saved').waitFor();
  await context.setOffline(false);
  await two.getByText('All saved').waitFor();
  for (const page of [one, two]) await page.getByText(TWINS).waitFor();
  await look(one, 'scribe-theme-twins');
  await field(one).fill('goes on');
  await merge(one).click();
  for (const page of [one, two]) await page.getByText(TWINS).waitFor({ state: 'detached' });
  expect(await field(one).inputValue()).toBe('goes on');
  await one.getByText('All saved').waitFor();
  const [first, second] = (await themes()).toSorted((a, b) => a.into.length - b.into.length);
  expect([first?.into, second?.into]).toEqual(['', first?.id]);
  await one.getByRole('button', { name: 'Undo' }).click();
  await two.getByText(TWINS).waitFor();
  // The page of all themes has it as well.
  await two.goto(`${hall.program.url}/console/c/${hall.consultation}/themes`);
  await merge(two).waitFor();
  await look(two, 'themes-twins');
  await merge(two).click();
  await two.getByText('the one session: 2 points').waitFor();
  expect(await two.getByRole('heading', { name: 'Garden' }).count()).toBe(1);
  expectNothingFound();
  for (const page of [one, two]) await page.context().close();
});
