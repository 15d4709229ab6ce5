/** What was typed in a dialog of the live screen and not saved yet: Esc, “Close” and a reload ask before it goes. */
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asksToLeave, holds, letGo, question } from '../support/leaving.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { asked } from '../support/recommendations.ts';
import { connectConsole, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();
const SIZE = { width: 1280, height: 800 };

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor();
}

test('E5 E1 head-counts, an answer for somebody and sums of sheets are asked about before their dialog goes', async () => {
  const { server, staffPage } = here;
  const { session, document } = await openSession(server, ['One']);
  await server.send('POST', `/api/consultations/${document.consultation.id}/recommendations`, {
    changes: [asked('back', { text: 'Ring back', order: 1 })],
  });
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'next', sure: true });
  const page = await staffPage(SIZE, `/console/s/${session.id}`);
  const dialog = page.getByRole('dialog');

  await open(page, 'Who is here');
  const heads = dialog.getByRole('spinbutton').first();
  await heads.fill('7');
  await holds(page, () => heads.inputValue(), '7', 'Close');
  await look(page, 'unsaved-heads');
  await letGo(page);
  await open(page, 'Who is here');
  await heads.fill('7');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const told = dialog.getByText('Head-counts saved.');
  await told.waitFor();
  // It is not said beside counts that are not.
  await heads.fill('9');
  await told.waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await told.waitFor();
  // What is saved closes as before.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // Saved in the face of the question, it is over: what is typed after that goes where it is typed.
  await open(page, 'Who is here');
  await heads.fill('8');
  await page.keyboard.press('Escape');
  await question(page).waitFor();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await question(page).waitFor({ state: 'detached' });
  await heads.press('ControlOrMeta+A');
  await page.keyboard.type('12');
  await asksToLeave(page);
  expect([await heads.inputValue(), await question(page).count()]).toEqual(['12', 0]);
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await letGo(page);

  await open(page, 'Add an answer for someone without a phone');
  const comment = dialog.locator('textarea');
  await comment.fill('They ring back');
  await holds(page, () => comment.inputValue(), 'They ring back', 'Close');
  await letGo(page);

  await desk.do({ do: 'check', change: { to: 'begin', ids: ['back'] } });
  await desk.do({ do: 'check', change: { to: 'step', step: 'done' } });
  await page
    .getByRole('button', { name: /sheets/i })
    .first()
    .click();
  const sheets = dialog.getByRole('spinbutton').first();
  await sheets.fill('5');
  await holds(page, () => sheets.inputValue(), '5', 'Close');
  await look(page, 'unsaved-sheets');
  await letGo(page);

  // What is typed before the laptop has answered was not sent.
  await page
    .getByRole('button', { name: /sheets/i })
    .first()
    .click();
  await sheets.fill('5');
  await sheets.evaluate((field: HTMLInputElement) => {
    field.form?.requestSubmit();
    field.value = '6';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await desk.until(({ check }) => check?.paper.sheets === 5);
  await asksToLeave(page);
  await page.keyboard.press('Escape');
  await question(page).waitFor();
  expect(await dialog.getByText('Saved. Phones').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.getByText('Saved. Phones').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await desk.until(({ check }) => check?.paper.sheets === 6);
  expectNothingFound();
  expect(await page.getByRole('dialog').count()).toBe(0);
  desk.close();
});

test('E5 FT1 a topic that is typed and not added waits while a statement is in the place of the list, and the window asks', async () => {
  const { server, staffPage } = here;
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true });
  const page = await staffPage(SIZE, `/console/s/${session.id}`);
  const field = page.getByRole('region', { name: 'Topics' }).getByLabel('A topic');
  await field.fill('Letters');
  await asksToLeave(page);
  await page.locator('.next-button').click();
  await field.waitFor({ state: 'detached' });
  await asksToLeave(page);
  await desk.do({ do: 'talk', on: true });
  expect(await field.inputValue()).toBe('Letters');
  await field.press('Enter');
  await desk.until((view) => view.topics?.list.some(({ text }) => text === 'Letters') === true);
  // So do changed words of one that stands.
  const row = page.getByRole('listitem').filter({ hasText: 'Letters' });
  await row.getByRole('button', { name: 'Change' }).click();
  const words = row.locator('textarea');
  await words.fill('Letters that came late');
  await asksToLeave(page);
  await desk.do({ do: 'talk', on: false });
  await words.waitFor({ state: 'detached' });
  await asksToLeave(page);
  await desk.do({ do: 'talk', on: true });
  expect(await words.inputValue()).toBe('Letters that came late');
  await words.press('Enter');
  await desk.until(
    (view) => view.topics?.list.some(({ text }) => text === 'Letters that came late') === true,
  );
  await words.waitFor({ state: 'detached' });
  // Nothing is typed any more.
  await page.waitForFunction(() => dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await field.inputValue()).toBe('');
  desk.close();
});
test('FT1 E5 a topic that is sent twice at once is added once, and what is typed before the answer stays', async () => {
  const { session } = await openSession(here.server, ['One']);
  const desk = await connectConsole(here.server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true });
  const page = await here.staffPage(SIZE, `/console/s/${session.id}`);
  const field = page.locator('.topics-add input');
  await field.fill('Letters');
  // All in one go, so that no answer comes between.
  await field.evaluate((input: HTMLInputElement) => {
    input.form?.requestSubmit();
    input.form?.requestSubmit();
    input.value = 'Visits';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.locator('.topic').filter({ hasText: 'Letters' }).waitFor();
  await field.press('Enter');
  const after = await desk.until((v) => v.topics?.list.at(-1)?.text === 'Visits');
  expect(after.topics?.list.map(({ text }) => text)).toEqual(['Letters', 'Visits']);
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('.topics-add input')?.value === '',
  );
  desk.close();
});
