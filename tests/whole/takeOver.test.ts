/** The laptop dies in the middle: another one goes on with the stick, and people are who they were. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TakenOver } from '../../core/stick.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, sayYes, type PhonePage } from '../support/phonePage.ts';
import { startProgram, type Program } from '../support/program.ts';
import { openStartLink } from '../support/signIn.ts';
import { madeStick } from '../support/stick.ts';
import { workOf } from '../support/lockWork.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const STATEMENTS = ['My worker listens to me', 'I know who to ask'];

let first: Program;
let second: Program;
let browser: Browser;
const stick = madeStick();
const others: Program[] = [];
beforeAll(async () => {
  [first, second, browser] = await Promise.all([
    startProgram('--no-sample'),
    startProgram('--no-sample'),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([first, second, ...others].map((program) => program?.stop()));
  await rm(join(stick.folder, '..'), { recursive: true, force: true });
});

async function consoleOf(program: Program): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, await program.link());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(`${program.url}/console/laptop`);
  return { context, page };
}

async function send<T>(program: Program, method: string, path: string, body: unknown = {}): Promise<T> {
  const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/json' };
  const response = await program.fetch(path, { method, headers, body: JSON.stringify(body) });
  return (await response.json()) as T;
}

const press = (phone: PhonePage, name: string): Promise<void> =>
  phone.page.getByRole('button', { name }).tap();

test('O5 O6 E1 another laptop with the stick goes on with the same people, and the first asks when it comes back', async () => {
  const { page: desk } = await consoleOf(first);
  await desk.getByText('Nothing is wrong').waitFor();
  await desk.getByLabel('Folder of the stick on this laptop').first().fill(stick.folder);
  await look(desk, 'laptop-well');
  await desk.getByRole('button', { name: 'Copy to this stick' }).click();
  const passphrase = (await desk.locator('.laptop-words').textContent()) ?? '';
  expect(passphrase).toMatch(/^(?:[2-9B-Z]{4}-){5}[2-9B-Z]{4}$/);
  expect(workOf(stick.files().get('key.age') ?? Buffer.alloc(0))).toBe(18);
  await look(desk, 'laptop-passphrase');

  const made = await send<{ consultation: { id: string } }>(first, 'POST', '/api/consultations', {
    title: 'What we expect',
    statements: STATEMENTS.join('\n'),
  });
  const path = `/api/consultations/${made.consultation.id}/sessions`;
  const draft = await send<{ id: string }>(first, 'POST', path, { name: 'Parents 1' });
  const session = await send<{ code: string }>(first, 'POST', `/api/sessions/${draft.id}/lobby`);
  await desk.goto(`${first.url}/console/s/${draft.id}`);
  const firstWall = await desk.context().newPage();
  await firstWall.goto(`${first.url}/projector/${draft.id}`);
  const next = async (name: string | RegExp): Promise<void> =>
    desk.getByRole('button', { name }).first().click();
  await next(/^Start/);
  await next(/^Show/);
  await next(/^Open placing/);

  const phones = await Promise.all([1, 2].map(() => openPhone(browser, `${first.lan}/j/${session.code}`)));
  for (const phone of phones) await sayYes(phone, null);
  const [stays, wroteDown] = phones as [PhonePage, PhonePage];
  await wroteDown.page.getByRole('button', { name: 'Menu' }).tap();
  await press(wroteDown, 'A code for later');
  await press(wroteDown, 'Show me a code');
  const code = (await wroteDown.page.locator('.big-code').textContent()) ?? '';
  await press(wroteDown, 'Back');
  await wroteDown.place('Disagree', 'They do not');
  await wroteDown.says('Saved');
  await stays.place('Agree', 'At first I thought so');
  await stays.says('Saved');
  // The first copy after a press may have been on its way before it; the one after that has it.
  for (const words of ['Now I am not sure', 'They really do'])
    await stick.copied(async () => {
      await press(stays, 'Change');
      await stays.page.locator('textarea').fill(words);
      await press(stays, 'Place the changed post-it');
      await stays.says('Saved');
    });
  // Placed after the last copy: only the phone has it once the laptop is gone.
  await press(stays, 'Change');
  await stays.page.getByRole('radio', { name: 'Strongly agree', exact: true }).check();
  await press(stays, 'Place the changed post-it');
  await stays.says('Saved');
  // From here on their time can be made to go faster.
  await desk.clock.install();
  await stays.page.clock.install();
  await first.kill();
  await desk.getByText('Reconnecting by itself').waitFor();
  // What needs the laptop is grey until it is back; what this page does by itself is not.
  expect(await desk.getByRole('button', { name: /^Close/ }).isDisabled()).toBe(true);
  expect(await desk.getByRole('button', { name: 'More' }).isDisabled()).toBe(false);
  await look(desk, 'laptop-away-console');
  await look(firstWall, 'laptop-away-projector');

  const { page: other } = await consoleOf(second);
  await other.goto(`${second.url}/console`);
  await other.getByText('Did another laptop die').waitFor();
  await look(other, 'laptop-second-home');
  await other.getByRole('link', { name: 'Take over here' }).click();
  await other.getByLabel('Folder of the other laptop’s stick').fill('/nowhere');
  await other.getByLabel('Passphrase of the stick').fill('wrong');
  await other.getByRole('button', { name: 'Take over', exact: true }).click();
  await other.getByText('There is no such folder').first().waitFor();
  await look(other, 'laptop-take-refused');
  await other.getByLabel('Folder of the other laptop’s stick').fill(stick.folder);
  await other.getByLabel('Passphrase of the stick').fill(passphrase.toLowerCase());
  await other.getByRole('button', { name: 'Take over', exact: true }).click();
  await other.getByText('There is no such folder').first().waitFor({ state: 'detached' });
  await other.getByText(/“Parents 1” is here as it was at \d\d:\d\d or later/).waitFor();
  expect(await other.getByLabel('Passphrase of the stick').count()).toBe(0);
  await look(other, 'laptop-taken');
  await other.getByRole('link', { name: 'To “Parents 1”' }).click();
  await other
    .getByRole('button', { name: /^Close/ })
    .first()
    .waitFor();
  const secondWall = await other.context().newPage();
  await secondWall.goto(other.url().replace('/console/s/', '/projector/'));
  await secondWall.getByRole('heading', { name: 'New address' }).waitFor();
  await look(secondWall, 'laptop-new-address');

  // The page that was open the whole time.
  const moved = stays.page.getByRole('button', { name: 'New address?' });
  await stays.page.getByText('Looking for the laptop').waitFor();
  await stays.page.clock.fastForward(15_000);
  await moved.waitFor();
  await look(stays.page, 'phone-away', true);
  await moved.click();
  await look(stays.page, 'phone-moved', true);
  await stays.page.getByLabel('Address on the wall').fill('evil.example');
  await press(stays, 'Open it');
  await stays.page.getByText('That is not an address in this room').first().waitFor();
  const opening = stays.context.waitForEvent('page');
  await stays.page.getByLabel('Address on the wall').fill(new URL(second.lan).host);
  // Cookies know no ports: at another address there would be none.
  await stays.context.clearCookies();
  await press(stays, 'Open it');
  const there = await opening;
  await there.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  await there.getByRole('button', { name: 'Tap to see your answer' }).tap();
  expect(await there.locator('.note').innerText()).toMatch(/Strongly agree[\s\S]*They really do/);
  expect(there.url()).toBe(`${second.lan}/j/${session.code}`);
  await stays.heading('You are in the new page now');
  await look(stays.page, 'phone-moved-done', true);

  // Whoever scans the new code without the old page is asked, and comes in by a code.
  const scanned = await openPhone(browser, `${second.lan}/j/${session.code}`);
  await scanned.heading('Were you in this session before?');
  await look(scanned.page, 'phone-before', true);
  await press(scanned, 'I have a code');
  await scanned.page.getByLabel('Your code').fill(code);
  await press(scanned, 'Go on');
  await scanned.says('Saved');
  const fresh = await openPhone(browser, `${second.lan}/j/${session.code}`);
  await press(fresh, 'No, I am new');
  await sayYes(fresh, null);
  await fresh.place('Neither');
  await fresh.says('Saved');
  await other.getByText('3 of 3').first().waitFor();

  await desk.clock.fastForward(30_000);
  await desk.getByText('another laptop with the stick').waitFor();
  await look(desk, 'laptop-away-long');
  await first.start();
  // The windows that stood open the whole time.
  await desk.getByRole('heading', { name: 'This session waits for you' }).waitFor();
  await look(desk, 'laptop-waits-console');
  await firstWall.getByRole('heading', { name: 'One moment, please' }).waitFor();
  await look(firstWall, 'laptop-waits-projector');
  const { page: back } = await consoleOf(first);
  await back.getByText('went on at another laptop').waitFor();
  await look(back, 'laptop-elsewhere');
  await back.goto(`${first.url}/console`);
  await back.getByText('went on at another laptop').waitFor();
  await back.getByText('Waits for you', { exact: true }).waitFor();
  expect(await back.getByRole('link', { name: 'Go to the session' }).count()).toBe(0);
  await look(back, 'laptop-waits-home');
  await back.getByRole('link', { name: 'Decide on the Laptop page' }).click();
  await back.getByRole('button', { name: 'Go on here' }).click();
  await look(back, 'laptop-open-sure');
  await back.getByRole('button', { name: 'It has stopped. Go on here' }).click();
  await back.getByRole('link', { name: 'To “Parents 1”' }).waitFor();
  await look(back, 'laptop-opened');
  await desk.getByRole('button', { name: /^Close/ }).waitFor();
  await firstWall.getByText('Placing is open').waitFor();

  // The second is told although nothing is placed there, and it is not said that its phones wait.
  await other.getByRole('link', { name: 'Decide' }).click();
  await other.getByRole('button', { name: 'Remove what is here' }).waitFor();
  expect(await other.getByText('Its phones wait').count()).toBe(0);
  expect(await other.getByText('Nothing is wrong').count()).toBe(0);
  await other.getByRole('button', { name: 'Remove what is here' }).click();
  await look(other, 'laptop-elsewhere-sure');
  await other.getByRole('button', { name: 'Remove it' }).click();
  await other.getByText('What was here of “Parents 1” is removed.').waitFor();
  expectNothingFound();
}, 240_000);

test('O5 where the other laptop has the address and port of the first, phones are back without a tap', async () => {
  const one = await startProgram('--no-sample');
  others.push(one);
  const place = madeStick();
  const named = await send<{ passphrase: string }>(one, 'PUT', '/api/stick', { folder: place.folder });
  const made = await send<{ consultation: { id: string } }>(one, 'POST', '/api/consultations', {
    title: 'What we expect',
    statements: STATEMENTS.join('\n'),
  });
  const draft = await send<{ id: string }>(
    one,
    'POST',
    `/api/consultations/${made.consultation.id}/sessions`,
  );
  let code = '';
  await place.copied(async () => {
    ({ code } = await send<{ code: string }>(one, 'POST', `/api/sessions/${draft.id}/lobby`));
  });
  const phone = await openPhone(browser, `${one.lan}/j/${code}`);
  await sayYes(phone, null);
  await phone.heading('You are in. Watch the big screen.');
  await one.kill();
  await phone.page.getByText('Looking for the laptop').waitFor();
  const other = await startProgram('--no-sample', '--port', new URL(one.url).port);
  others.push(other);
  const taken = await send<TakenOver>(other, 'POST', '/api/stick/take', {
    folder: place.folder,
    passphrase: named.passphrase,
  });
  expect(taken).toMatchObject({ address: one.lan, sameAddress: true });
  // They joined after the copy: their yes is given again, without asking twice.
  await phone.page.getByText('Connected').waitFor();
  await phone.heading('You are in. Watch the big screen.');
  const { page: desk } = await consoleOf(other);
  await desk.goto(`${other.url}/console/s/${draft.id}`);
  await desk.getByText('1 connected now').waitFor();
  await rm(join(place.folder, '..'), { recursive: true, force: true });
}, 120_000);
