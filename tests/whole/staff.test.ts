import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Session } from '../../core/session.ts';
import { launchBrowser } from '../support/browser.ts';
import { finish, consult, crowd, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { lanAddress } from '../support/program.ts';
import { connectConsole, joinPhone, openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let server: TestServer;
let browser: Browser;
let session: Session;
let laptop: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const held = await consult(server, 'What we expect', ['My worker listens to me', 'I know who to ask']);
  await finish(server, await hold(server, held.id, crowd([1, 2, 3, 4, 5, 5])));
  ({ session } = await openSession(server, ['They call me back', 'They come when they said'], {
    name: 'Adults 1',
  }));
  laptop = await pageIn(await browser.newContext({ viewport: { width: 1366, height: 768 } }));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function pageIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  return page;
}

/** Another device with a browser of its own; whoever holds it goes on after the warning. */
const elsewhere = (width = 1280, height = 720): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width, height }, ignoreHTTPSErrors: true, reducedMotion: 'reduce' });

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Chooses a role on the laptop; gives the address and the PIN that it shows. */
async function offer(role: string): Promise<{ url: string; pin: string }> {
  await laptop.goto(`${server.url}/console/staff`);
  await button(laptop, 'Another device').click();
  await laptop
    .getByRole('dialog')
    .getByRole('radio', { name: new RegExp(`^${role}`) })
    .check();
  await look(laptop, `staff-add-role-${role}`);
  await button(laptop, 'Show the PIN').click();
  const pin = (await laptop.locator('.add-pin').textContent()) ?? '';
  const url = (await laptop.locator('.add-url').textContent()) ?? '';
  await look(laptop, `staff-add-pin-${role}`);
  return { url, pin };
}

async function typeIn(page: Page, pin: string, name: string): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByLabel('A name for this device').fill(name);
  await button(page, 'Join').click();
}

test('T1 T4 E1 without a sign-in the console says what to do; the printed link is pasted into it, used, and gone from the address', async () => {
  await laptop.goto(`${server.url}/console/staff`);
  await laptop.getByRole('heading', { name: 'Sign in on this laptop' }).waitFor();
  await look(laptop, 'staff-sign-in');
  const link = server.app.startLink();
  // In a window that is on the console already, only what is after the # changes.
  await laptop.goto(link.replace('/console#', '/console/staff#'));
  await laptop.getByRole('heading', { name: 'Devices and sign-in' }).waitFor();
  expect(laptop.url()).toBe(`${server.url}/console/staff`);
  expect(await laptop.evaluate(() => document.cookie)).toBe('');
  await look(laptop, 'staff-devices');
  const other = await pageIn(await browser.newContext({ viewport: { width: 1366, height: 768 } }));
  await other.goto(link);
  await other.getByRole('alert').filter({ hasText: 'used already' }).waitFor();
  await look(other, 'staff-sign-in-used');
  // A link opens in a tab of its own; whoever comes back to this one is signed in here too.
  await openStartLink(other.context(), server.app.startLink());
  await other.evaluate(() => window.dispatchEvent(new Event('focus')));
  await other.getByRole('heading', { name: 'Your consultations' }).waitFor();
  await other.context().close();
  expectNothingFound();
});

test('T2 T3 T5 T6 E1 a scribe joins over TLS by PIN, moderates and cannot move the room, and is out when the access is taken back', async () => {
  const { url, pin } = await offer('Scribe');
  expect(url).toMatch(new RegExp(`^https://${lanAddress().replaceAll('.', '\\.')}:\\d+/pair$`));
  const scribe = await pageIn(await elsewhere());
  await scribe.goto(url);
  await scribe.getByRole('heading', { name: 'Join as another device' }).waitFor();
  await look(scribe, 'staff-pair');
  await typeIn(scribe, pin.startsWith('000') ? '999 999' : '000 000', 'Amina’s tablet');
  await scribe.getByText('This is not the PIN.').waitFor();
  await look(scribe, 'staff-pair-wrong');
  await typeIn(scribe, pin, 'Amina’s tablet');
  await scribe.getByText('Scribe · Amina’s tablet').waitFor();
  await laptop.getByRole('status').filter({ hasText: 'Amina’s tablet has joined as scribe.' }).waitFor();
  await look(laptop, 'staff-add-joined');
  await button(laptop, 'Done').click();

  // Only what a scribe may do is there, and the server refuses the rest.
  expect(await scribe.getByRole('heading', { name: 'Begin a new one' }).count()).toBe(0);
  expect(await button(scribe, /^Remove/).count()).toBe(0);
  await look(scribe, 'staff-home-scribe');
  const refused = await scribe.evaluate(async (id) => {
    const answer = await fetch(`/api/sessions/${id}`, { method: 'DELETE', headers: { 'X-Standpoint': '1' } });
    return answer.status;
  }, session.id);
  expect(refused).toBe(403);
  await scribe.getByRole('link', { name: 'Results of What we expect' }).click();
  await scribe.getByText('My worker listens to me').first().waitFor();
  expect(await scribe.getByRole('link', { name: /Download/ }).count()).toBe(0);
  await look(scribe, 'staff-results-scribe');
  await scribe.goto(`${new URL(url).origin}/console/s/${session.id}`);

  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  for (let i = 0; i < 6; i += 1) {
    const phone = await joinPhone(server, session.code);
    await phone.place(1, 1, 4, `They ring when they said, ${i}`);
    phone.close();
  }
  await desk.do({ do: 'next' });
  await button(scribe, 'Show').first().waitFor();
  for (const name of [/^Reveal/, 'Back', 'Pause', 'Open the projector', 'Black'])
    expect([name, await button(scribe, name).count()]).toEqual([name, 0]);
  await scribe.keyboard.press('ArrowRight');
  await look(scribe, 'staff-live-scribe');
  // What a scribe has come for is in sight, and leads there and back.
  await scribe.getByRole('link', { name: 'Note what is said' }).click();
  await scribe.getByLabel('What was said', { exact: true }).waitFor();
  await scribe.goBack();
  await button(scribe, 'Show').first().click();
  const view = await desk.until((v) => v.notes.some((note) => note.choice === 'show'));
  expect(view.boards[0]?.state).toBe('closed');
  await button(scribe, 'More').click();
  await scribe.getByRole('button', { name: 'Who is here' }).waitFor();
  expect(await scribe.getByRole('button', { name: 'End session' }).count()).toBe(0);
  await scribe.keyboard.press('Escape');

  await laptop.goto(`${server.url}/console/staff`);
  await button(laptop, 'Take back the access of Amina’s tablet').click();
  await laptop.getByRole('status').filter({ hasText: 'Access taken back' }).waitFor();
  await scribe.getByRole('dialog', { name: 'You have been signed out' }).waitFor();
  await look(scribe, 'staff-signed-out');
  await scribe.reload();
  await scribe.getByRole('heading', { name: 'Join as another device' }).waitFor();
  await scribe.context().close();
  desk.close();
  expectNothingFound();
}, 120_000);

test('T2 T5 E1 a researcher gets results and files; a projector joins on plain http and goes to the session that runs', async () => {
  const research = await offer('Researcher');
  const researcher = await pageIn(await elsewhere(1366, 768));
  await researcher.goto(research.url);
  await typeIn(researcher, research.pin, 'Jo’s laptop');
  await researcher.getByRole('link', { name: 'Results of What we expect' }).waitFor();
  expect(await researcher.getByRole('link', { name: 'Go to the session' }).count()).toBe(0);
  await look(researcher, 'staff-home-researcher');
  await researcher.goto(`${new URL(research.url).origin}/console/s/${session.id}`);
  await researcher.getByRole('heading', { name: 'This page is not for this device' }).waitFor();
  await look(researcher, 'staff-not-for-role');
  await researcher.getByRole('link', { name: 'What this device may see' }).click();
  await researcher.getByRole('link', { name: 'Results of What we expect' }).click();
  await researcher.getByRole('link', { name: /Download/ }).waitFor();
  await researcher.context().close();

  const screen = await offer('Projector');
  expect(new URL(screen.url).protocol).toBe('http:');
  const wall = await pageIn(await elsewhere(390, 844));
  await wall.goto(screen.url);
  await wall.getByRole('heading', { name: 'Join as another device' }).waitFor();
  await look(wall, 'staff-pair-plain-phone');
  await typeIn(wall, screen.pin, 'The hall’s computer');
  await wall.waitForURL(`**/projector/${session.id}`);
  await wall.getByText('They call me back').first().waitFor();
  await button(laptop, 'Done').click();
  await button(laptop, 'Take back the access of The hall’s computer').click();
  await wall.getByRole('heading', { name: 'This screen is not signed in' }).waitFor();
  await look(wall, 'staff-projector-out');
  await wall.context().close();
  expectNothingFound();
}, 120_000);

test('T4 T7 E1 a passphrase is set and signs the laptop in; who did what is told', async () => {
  await laptop.goto(`${server.url}/console/staff`);
  await laptop.getByLabel('New passphrase').fill('short');
  await button(laptop, 'Set it').click();
  await laptop.getByText('Take at least six words').waitFor();
  await look(laptop, 'staff-passphrase-short');
  await laptop.getByLabel('New passphrase').fill('the walls have post its on them');
  await button(laptop, 'Set it').click();
  await laptop.getByRole('status').filter({ hasText: 'The passphrase is set.' }).waitFor();
  await button(laptop, 'Sign out here').click();
  // The page that is left has a section of the same name.
  await button(laptop, 'Sign in').waitFor();
  await laptop.getByLabel('Passphrase', { exact: true }).fill('the walls have no post its on them');
  await button(laptop, 'Sign in').click();
  await laptop.getByText('This is not the passphrase.').waitFor();
  await look(laptop, 'staff-sign-in-passphrase');
  await laptop.getByLabel('Passphrase', { exact: true }).fill('the walls have post its on them');
  await button(laptop, 'Sign in').click();
  await laptop.getByRole('heading', { name: 'Your consultations' }).waitFor();
  await laptop.goto(`${server.url}/console/log`);
  const said = laptop.getByRole('row').filter({ hasText: 'Tried a wrong passphrase' });
  await said.filter({ hasText: 'Not signed in' }).waitFor();
  await laptop.getByRole('row').filter({ hasText: 'Took the access back from: Amina’s tablet' }).waitFor();
  await look(laptop, 'staff-log');
  expectNothingFound();
}, 60_000);
