/** A tablet that goes round a room of people without phones, in a real browser with a profile on the disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isRefusal } from '../../core/refusal.ts';
import type { Packet } from '../../core/schemaTablet.ts';
import type { ConsoleView } from '../../core/view.ts';
import { launchBrowser, launchProfile } from '../support/browser.ts';
import { holding } from '../support/bytes.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import {
  answer,
  holdMark,
  lockIt,
  passedOn,
  sayYes,
  tabletIn,
  tabletOn,
  turn,
} from '../support/tabletPage.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const TABLET = { width: 768, height: 1024 };
const SIZES = { tablet: TABLET, phone: { width: 390, height: 844 }, small: { width: 360, height: 640 } };
const WORDS = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

type Desk = Awaited<ReturnType<typeof connectConsole>>;

async function viewOf(desk: Desk): Promise<ConsoleView> {
  const view = await desk.socket.emitWithAck('hello');
  if (isRefusal(view)) throw new Error(view.refusal);
  return view;
}

const GROUPS = [
  { id: 'young', label: 'Young people', roomLabel: 'Young people' },
  { id: 'adult', label: 'Adults', roomLabel: 'Adults' },
];

/** A walk-around with everything open. */
async function walkAround(statements: string[], groups = false) {
  const { session } = await openSession(
    server,
    statements,
    { style: 'walk-around', ...(groups ? { groups: GROUPS.map((g) => g.id) } : {}) },
    (doc) => {
      if (groups) doc.groups = GROUPS;
    },
  );
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  return { session, desk };
}

/** Finishes a session, so that the next tablet finds only its own. */
async function over({ session, desk }: Awaited<ReturnType<typeof walkAround>>): Promise<void> {
  await desk.do({ do: 'end' });
  desk.close();
  const sealed = await server.send('POST', `/api/sessions/${session.id}/seal`);
  if (isRefusal(sealed)) throw new Error(sealed.refusal);
}

/** What was sealed, as only the session's key opens it. */
async function opened(session: string, packets: readonly string[]): Promise<Packet[]> {
  const db = new Database(join(server.folder, 'keys', `${session}.db`), { readonly: true });
  const identity = db.prepare('SELECT identity FROM tablet').pluck().get() as string;
  db.close();
  return Promise.all(
    packets.map(async (packet) => {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const bytes = await decrypter.decrypt(Buffer.from(packet, 'base64'));
      return JSON.parse(Buffer.from(bytes).toString()) as Packet;
    }),
  );
}

test('K5 K1 K2 after ten people the browser’s profile holds nothing of any of them, and each counted once', async () => {
  const room = await walkAround(['They call me back', 'They come when they said'], true);
  const { session, desk } = room;
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-profile-'));
  const context = await launchProfile(folder, TABLET);
  const tablet = await tabletIn(context, server);
  const { page } = tablet;
  // The normal case: no cryptography of the browser's own, no service worker.
  expect(await page.evaluate(() => [isSecureContext, 'subtle' in crypto])).toEqual([false, false]);
  const packets: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/packets'))
      packets.push((request.postDataJSON() as { packet: string }).packet);
  });
  await lockIt(tablet, 'every');
  const said = Array.from({ length: 10 }, (_, i) => `Secret number ${i} of the greenhouse`);
  for (const [i, comment] of said.entries()) {
    const group = i % 2 === 0 ? 'Young people' : 'Adults';
    await turn(tablet, [[WORDS[i % 5] ?? '', comment], i === 3 ? null : ['Agree']], group);
  }
  const view = await desk.until(({ tablets, joined }) => joined === 10 && tablets.waiting === 0);
  expect(view.boards.map((b) => b.placed)).toEqual([10, 9]);
  const people = await opened(session.id, packets);
  expect(new Set(people.map((one) => one.token)).size).toBe(10);
  expect(people.flatMap((one) => ('placed' in one ? (one.placed[0]?.comment ?? '') : [])).toSorted()).toEqual(
    said.toSorted(),
  );
  const secrets = [...said, 'greenhouse', ...people.map((one) => one.token)];
  const left = (): string[] => secrets.filter((secret) => holding(folder, secret).length > 0);
  expect(left()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  // Back, a reload and forward lead nowhere but to the start.
  for (const go of [() => page.goBack(), () => page.goBack(), () => page.reload(), () => page.goForward()]) {
    await go();
    await tablet.heading('Your turn');
    expect(page.url()).toContain('/tablet/');
  }
  await context.close();
  expect(left()).toEqual([]);
  await rm(folder, { recursive: true, force: true });
  await over(room);
}, 180_000);

test.each(Object.keys(SIZES) as (keyof typeof SIZES)[])(
  'E1 E2 K5 every screen of a turn, by taps, on a screen of the size of a %s',
  async (size) => {
    const room = await walkAround(['They call me back', 'I have a say in what happens to my family'], true);
    const { codes } = await server.send<{ codes: string[] }>(
      'POST',
      `/api/sessions/${room.session.id}/cards`,
      { cards: 1 },
    );
    const context = await browser.newContext({
      viewport: SIZES[size],
      isMobile: true,
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    const tablet = await tabletIn(context, server);
    const { page } = tablet;
    const each = (step: string): Promise<void> =>
      look(page, `tablet-${size}-${step.replace(/\W+/g, '-')}`, true);
    const pin = await lockIt(tablet, 'every', each);
    await tablet.heading('Your turn');
    await each('start');
    await sayYes(tablet, 'Adults', each);
    await each('board');
    await tablet.press('Next');
    await page.getByText('Choose an answer.').waitFor();
    await each('board-problem');
    await answer(tablet, 'Agree', 'Only once they did', 'Only the team');
    await page.getByText('Statement 2 of 2').waitFor();
    // Back to change it: it is there, and stays theirs alone.
    await tablet.press('Back');
    expect(await page.locator('textarea').inputValue()).toBe('Only once they did');
    await each('board-filled');
    await answer(tablet, 'Disagree');
    await tablet.press('Leave this one out');
    await tablet.heading('Were you heard?');
    await each('heard');
    await tablet.press('Next');
    await page.getByText('Choose an answer, or skip this.').waitFor();
    await page.getByRole('radio', { name: 'Partly', exact: true }).check();
    await page.getByLabel('What stopped you?').fill('The clock');
    await each('heard-filled');
    await tablet.press('Next');
    await tablet.heading('That was the last one');
    expect(await page.locator('main').innerText()).not.toMatch(/isagree|once they did/);
    await each('end');
    await tablet.press('I have a code card');
    await page.getByLabel('Code on the card').fill('BCDF GHJK MNPQ');
    await tablet.press('Use this card');
    await page.getByText('This is no card of this session').waitFor();
    await each('card');
    await page.getByLabel('Code on the card').fill(codes[0] ?? '');
    await tablet.press('Use this card');
    await page.getByText('Your code card goes with them.').waitFor();
    await tablet.press('Help');
    await tablet.heading('Help and complaints');
    await each('help');
    await tablet.press('Go back');
    await tablet.press('Hand in my answers');
    await tablet.heading('Saved. Pass it on.');
    await each('saved');
    await passedOn(tablet);
    await tablet.press('Next person');
    for (let i = 0; i < 4; i += 1) await tablet.press('Next');
    await tablet.press('No');
    await tablet.heading('That is fine. Pass it on.');
    await each('no');
    await passedOn(tablet);
    await holdMark(tablet);
    await page.getByLabel('PIN').fill('12');
    await tablet.press('Unlock');
    await page.getByText('Type the six digits').waitFor();
    await each('exit');
    await page.getByLabel('PIN').fill(pin);
    await tablet.press('Unlock');
    await tablet.heading('Set up the shared tablet');
    expect((await viewOf(room.desk)).boards.map((b) => b.placed)).toEqual([1, 0]);
    await tablet.press('Stop using this tablet');
    await page.getByRole('heading', { name: 'Join as another device' }).waitFor();
    await context.close();
    await over(room);
    expectNothingFound();
  },
  120_000,
);

test('K8 E1 the laptop passed on: from the console’s own dialog to the PIN and back, and nothing between', async () => {
  const room = await walkAround(['They call me back']);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.clock.install();
  await page.goto(`${server.url}/console/s/${room.session.id}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'A shared tablet for people without a phone' }).click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'console-tablet-dialog');
  await page.getByRole('button', { name: 'Add a tablet' }).click();
  await page.locator('.tablet-pin').waitFor();
  await look(page, 'console-tablet-pin');
  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'A shared tablet for people without a phone' }).click();
  await page.getByRole('button', { name: 'Use this laptop' }).click();
  const tablet = tabletOn(page);
  await tablet.heading('Set up the shared tablet');
  await look(page, 'laptop-setup');
  const pin = await lockIt(tablet, 'every');
  await turn(tablet, [['Agree', 'Said on the laptop']]);
  await look(page, 'laptop-start');
  for (const path of ['/console', `/console/s/${room.session.id}`, '/console/staff', '/pair']) {
    await page.goto(server.url + path);
    await page.waitForURL(/\/tablet\//, { waitUntil: 'commit' });
    await tablet.heading('Your turn');
  }
  await page.goto(`${server.url}/projector/${room.session.id}`);
  expect(await page.locator('body').innerText()).not.toContain('They call me back');
  await page.goto(`${server.url}/tablet/${room.session.id}`);
  await holdMark(tablet);
  await page.getByLabel('PIN').fill(String((Number(pin) + 1) % 1_000_000).padStart(6, '0'));
  await page.getByLabel('PIN').press('Enter');
  await page.getByText('This is not the PIN.').waitFor();
  await page.getByLabel('PIN').fill(pin);
  await page.getByLabel('PIN').press('Enter');
  await page.waitForURL(/\/console\/s\//);
  await page.getByText('1 joined').or(page.getByLabel('Numbers')).first().waitFor();
  await context.close();
  await over(room);
  expectNothingFound();
}, 90_000);
