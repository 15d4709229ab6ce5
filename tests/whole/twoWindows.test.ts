/** One report and one consultation in two windows of a browser: what was typed in either stays. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ConsultationPage, ReportPage } from '../../core/api.ts';
import { LIMITS } from '../../core/limits.ts';
import { launchBrowser } from '../support/browser.ts';
import { consult, crowd, finish, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openDesk } from '../support/reportPage.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Asks again until the answer fits; the test's own time is the limit. */
async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<void> {
  // Each turn asks the server itself, which goes on meanwhile.
  while (!fits(await ask()));
}

async function twoWindows(path: string, until: string) {
  // One after the other: a new start link ends the one before.
  const one = await openDesk(browser, server.app.startLink());
  const two = await openDesk(browser, server.app.startLink());
  for (const { page } of [one, two]) {
    await page.goto(server.url + path);
    await page.getByLabel(until, { exact: true }).waitFor();
  }
  return { one, two };
}

test('S7 E1 a report: different fields are merged without a word; of the same field both texts are shown, and one is chosen', async () => {
  const { id } = await consult(server, 'Two windows', ['They listen to me']);
  await finish(server, await hold(server, id, crowd([1, 2, 3, 4, 4, 5])));
  const kept = async () => (await server.get<ReportPage>(`/api/consultations/${id}/report`)).document;
  const { one, two } = await twoWindows(`/console/c/${id}/report`, 'Summary');
  const summary = (desk: typeof one) => desk.page.getByLabel('Summary', { exact: true });

  await summary(one).fill('One.');
  await eventually(kept, (doc) => doc.texts.summary?.text === 'One.');
  await two.page.getByLabel('Who we did not hear').fill('Fathers');
  await eventually(kept, (doc) => doc.notHeard === 'Fathers');
  expect((await kept()).texts.summary?.text).toBe('One.');
  expect(await summary(two).inputValue()).toBe('One.');
  expect(await two.dialog().count()).toBe(0);
  // Undo takes back what was typed here, not what came from there.
  await two.button('Undo').click();
  await eventually(kept, (doc) => doc.notHeard === '');
  expect((await kept()).texts.summary?.text).toBe('One.');

  await summary(two).fill('Two came, and most of them agreed.');
  await eventually(kept, (doc) => doc.texts.summary?.text.startsWith('Two') ?? false);
  await one.page.getByLabel('Subtitle').fill('For the council');
  await summary(one).fill('Two came, and few of them agreed.');
  const { page, button, dialog } = one;
  await dialog().getByRole('group', { name: 'The summary' }).waitFor();
  expect(await dialog().locator('mark').allInnerTexts()).toEqual(['most', 'few']);
  await look(page, 'console-two-windows');
  await page.keyboard.press('Escape');
  expect(await button('Keep what I chose').isDisabled()).toBe(true);
  await dialog()
    .getByRole('radio', { name: /From the other window/ })
    .check();
  await button('Keep what I chose').click();
  await eventually(kept, (doc) => doc.subtitle === 'For the council');
  expect((await kept()).texts.summary?.text).toBe('Two came, and most of them agreed.');
  expect(await summary(one).inputValue()).toBe('Two came, and most of them agreed.');
  expectNothingFound();
}, 120_000);

test('S7 E1 a consultation: different fields are merged; of the same field both texts are shown, and one is chosen', async () => {
  const { id } = await consult(server, 'Two editors', ['They listen to me']);
  const kept = async () => (await server.get<ConsultationPage>(`/api/consultations/${id}`)).consultation;
  const { one, two } = await twoWindows(`/console/c/${id}`, 'Aim');
  await one.page.getByLabel('Aim', { exact: true }).fill('To hear everyone');
  await eventually(kept, (doc) => doc.aim === 'To hear everyone');
  await two.page.getByRole('textbox', { name: 'Statement 1' }).fill('They listen to us');
  await eventually(kept, (doc) => doc.statements[0]?.wordings[0]?.text === 'They listen to us');
  expect((await kept()).aim).toBe('To hear everyone');
  await one.page.getByRole('textbox', { name: 'Statement 1' }).fill('They hear me');
  const { page, button, dialog } = one;
  await dialog().getByRole('group', { name: 'Statement 1' }).waitFor();
  await look(page, 'console-two-editors');
  await dialog()
    .getByRole('radio', { name: /From this window/ })
    .check();
  await button('Keep what I chose').click();
  await eventually(kept, (doc) => doc.statements[0]?.wordings[0]?.text === 'They hear me');
  expectNothingFound();
}, 120_000);

test('P5 E1 a text that is too long is named with its length; the way there shows its label, from the files too', async () => {
  const { id } = await consult(server, 'Too long', ['They listen to me']);
  await finish(server, await hold(server, id, crowd([1, 2, 3, 4, 4, 5])));
  const { page, button, dialog } = await openDesk(browser, server.app.startLink());
  await page.goto(`${server.url}/console/c/${id}/report`);
  const summary = page.getByLabel('Summary', { exact: true });
  await summary.fill('word '.repeat((LIMITS.reportText + 10_000) / 5));
  const words = 'The summary is too long: 50,000 characters, at most 40,000.';
  const banner = page.getByRole('alert');
  await banner.getByText(words).waitFor();
  /** Whether the field's label stands below what is fixed on top of the page. */
  const labelSeen = () =>
    page.evaluate(() => {
      const edge = document.querySelector('.not-saved')?.getBoundingClientRect().bottom ?? 0;
      const label = [...document.querySelectorAll('label')].find((l) => l.textContent === 'Summary');
      const box = label?.getBoundingClientRect();
      return box !== undefined && box.top >= edge && box.bottom <= innerHeight;
    });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await button('Go there', banner).click();
  await eventually(labelSeen, Boolean);
  await look(page, 'console-report-long');
  await button('Make the files').click();
  await dialog().getByText(words).waitFor();
  await look(page, 'console-report-long-make');
  await button('Go there', dialog()).click();
  await eventually(() => summary.evaluate((el) => el === document.activeElement), Boolean);
  await eventually(labelSeen, Boolean);
  expectNothingFound();
}, 120_000);
