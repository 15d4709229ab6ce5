/** The page about being heard in two windows: what is typed in, and what stopped people. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { NO_COUNTS, NOT_HEARD, type Heard } from '../../core/heard.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openDesk } from '../support/reportPage.ts';
import { toldServer, type ToldServer } from '../support/told.ts';

let hall: ToldServer;
let browser: Browser;
beforeAll(async () => {
  [hall, browser] = await Promise.all([toldServer(), launchBrowser()]);
  for (const [id, texts] of [
    ['aa', ['It went too fast', 'It went too fast']],
    ['bb', ['It went too fast', 'Others talked over me']],
  ] as const) {
    const session = await hall.store.session(id);
    if (session === null) throw new Error('It is not there.');
    const phone = { ...NO_COUNTS, said: { yes: 3, partly: 2, no: 2, declined: 0 } };
    const attendance = [{ group: null, gender: '', ageBand: '', n: 16 }];
    await hall.store.saveSession({
      ...session,
      attendance,
      heard: { ...NOT_HEARD, phone, texts: [...texts] },
    });
  }
});
afterAll(async () => {
  await browser?.close();
  await hall?.server.stop();
});

const heardIn = async (session: string): Promise<Heard> =>
  (await hall.store.session(session))?.heard ?? NOT_HEARD;
const said = async (): Promise<number[]> => {
  const { yes, partly, no } = (await heardIn('aa')).paper.said;
  return [yes, partly, no];
};

/** What is typed in for the first session, unfolded. */
async function unfolded(page: Page): Promise<Locator> {
  const form = page.locator('details', { hasText: 'Family centre, Tuesday' });
  await form.locator('summary').click();
  return form;
}
const type = (form: Locator, answer: string, n: number): Promise<void> =>
  form.getByRole('group', { name: 'I could say' }).getByLabel(answer, { exact: true }).fill(String(n));
const press = (within: Locator, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).click();
const saved = (form: Locator): Promise<void> => form.getByText('✓ Saved').waitFor();

test('WH8 E1 heads saved in another window are shown beside those typed here, and more than came are asked about', async () => {
  const { page: b } = await openDesk(browser, hall.server.app.startLink());
  const c = await b.context().newPage();
  const at = `${hall.server.url}/console/c/shared/heard`;
  await Promise.all([b.goto(at), c.goto(at)]);
  const one = await unfolded(b);
  const two = await unfolded(c);
  await type(one, 'Yes', 6);
  await press(one, 'Save');
  await saved(one);
  await type(two, 'Partly', 3);
  await press(two, 'Save');
  await two.getByText('Other counts were saved in another window').waitFor();
  expect(await said()).toEqual([6, 0, 0]);
  const rows = async (form: Locator): Promise<string[]> =>
    (await form.locator('.heard-apart tbody tr').all()).length === 0
      ? []
      : form.locator('.heard-apart tbody tr').evaluateAll((all) => all.map((row) => row.textContent ?? ''));
  expect(await rows(two)).toEqual([
    'I could say what I wanted to say: Yes60',
    'I could say what I wanted to say: Partly03',
  ]);
  await two.getByText('Not saved yet: press Save').waitFor();
  await look(c, 'heard-two-windows');
  await press(two, 'Take what was saved there');
  expect(await rows(two)).toEqual([]);
  await type(two, 'Partly', 3);
  await press(two, 'Save');
  await saved(two);
  expect(await said()).toEqual([6, 3, 0]);

  // The other way round: the first window is behind now, and may be right.
  await type(one, 'No', 2);
  await press(one, 'Save');
  await press(one, 'Save what is typed here instead');
  await saved(one);
  expect(await said()).toEqual([6, 0, 2]);

  await type(one, 'Yes', 400);
  await press(one, 'Save');
  await one.getByText('On one question 402 heads are typed in.', { exact: false }).waitFor();
  // What phones said in one session is not told apart.
  expect(await one.innerText()).not.toContain('409');
  await look(b, 'heard-more-than-came');
  await press(one, 'Change it');
  expect(await said()).toEqual([6, 0, 2]);
  await type(one, 'Yes', 20);
  await press(one, 'Save');
  await press(one, 'It is right, save it');
  await saved(one);
  expect(await said()).toEqual([20, 0, 2]);
  await b
    .getByText(/\(\d+ %\)/)
    .first()
    .waitFor();
  expectNothingFound();
});

test('WH8 E5 where the page cannot be had again after a save, what is typed for another session stays', async () => {
  const { page } = await openDesk(browser, hall.server.app.startLink());
  await page.goto(`${hall.server.url}/console/c/shared/heard`);
  const other = await unfolded(page);
  const form = page.locator('details.heard-type').nth(1);
  await form.locator('summary').click();
  await type(other, 'No', 4);
  await page.route('**/api/consultations/shared', (route) => route.abort());
  await type(form, 'Partly', 1);
  await press(form, 'Save');
  const problem = page.locator('.heard .problem');
  await problem.waitFor();
  await saved(form);
  await look(page, 'heard-not-again');
  await page.unroute('**/api/consultations/shared');
  await press(problem, 'Try again');
  await problem.waitFor({ state: 'detached' });
  const no = other.getByRole('group', { name: 'I could say' }).getByLabel('No', { exact: true });
  expect(await no.inputValue()).toBe('4');
  await other.getByText('Not saved yet: press Save').waitFor();
  expectNothingFound();
});

test('WH8 WH3 of the same words one is removed, in one session, and what is typed in stays', async () => {
  const { page } = await openDesk(browser, hall.server.app.startLink());
  await page.goto(`${hall.server.url}/console/c/shared/heard`);
  const before = await heardIn('aa');
  const list = page.locator('.heard-texts li');
  const same = list.filter({ hasText: 'It went too fast' });
  await same.nth(2).waitFor();
  await same.first().getByRole('button').click();
  await press(page.locator('.heard-texts'), 'Remove it for good');
  await areLeft(same, 2);
  expect(await list.count()).toBe(3);
  // None of those that are left is about to go.
  expect(await page.getByRole('button', { name: 'Remove it for good' }).count()).toBe(0);
  expect(await heardIn('aa')).toEqual({ ...before, texts: ['It went too fast'] });
  expect((await heardIn('bb')).texts).toEqual(['It went too fast', 'Others talked over me']);

  // Another window has removed one meanwhile: nothing goes in its place.
  const late = await page.context().newPage();
  await late.goto(`${hall.server.url}/console/c/shared/heard`);
  await late.locator('.heard-texts li').nth(2).waitFor();
  await same.first().getByRole('button').click();
  await press(page.locator('.heard-texts'), 'Remove it for good');
  await areLeft(same, 1);
  await late.getByRole('button', { name: 'Remove “It went too fast”' }).first().click();
  await press(late.locator('.heard-texts'), 'Remove it for good');
  await areLeft(late.locator('.heard-texts li').filter({ hasText: 'It went too fast' }), 1);
  await late.getByText('The list is another by now.').waitFor();
  expect((await heardIn('aa')).texts).toEqual([]);
  expect((await heardIn('bb')).texts).toEqual(['It went too fast', 'Others talked over me']);
});

/** Waits until there are as many. */
async function areLeft(of: Locator, n: number): Promise<void> {
  await of.nth(n).waitFor({ state: 'detached' });
  await of.nth(n - 1).waitFor();
}
