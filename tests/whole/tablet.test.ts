/** A tablet that goes round a room of people without phones, in a real browser with a profile on the disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ConsultationPage } from '../../core/api.ts';
import { launchBrowser, launchProfile } from '../support/browser.ts';
import { holding } from '../support/bytes.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import {
  answer,
  answerAsk,
  holdMark,
  lockIt,
  passedOn,
  sayYes,
  tabletIn,
  tabletOn,
  turn,
} from '../support/tabletPage.ts';
import { opened, over, viewOf, walkAround } from '../support/tabletRoom.ts';

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

test('K5 K1 K2 after ten people the browser’s profile holds nothing of any of them, and each counted once', async () => {
  const room = await walkAround(server, ['They call me back', 'They come when they said'], true);
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
  const people = await opened(server, session.id, packets);
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
  await over(server, room);
}, 180_000);

test.each(Object.keys(SIZES) as (keyof typeof SIZES)[])(
  'E1 E2 K5 every screen of a turn, by taps, on a screen of the size of a %s',
  async (size) => {
    const room = await walkAround(
      server,
      ['They call me back', 'I have a say in what happens to my family'],
      true,
    );
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
    await over(server, room);
    expectNothingFound();
  },
  120_000,
);

test('K4 K3 only the one in front: it waits, picks the next one up by itself, and who held it before need not hear all again', async () => {
  const { session } = await openSession(server, ['They call me back', 'They come when they said']);
  const desk = await connectConsole(server, session.id);
  const context = await browser.newContext({ viewport: TABLET, hasTouch: true });
  const tablet = await tabletIn(context, server);
  const { page } = tablet;
  await lockIt(tablet, 'front');
  await tablet.heading('The next statement comes in a moment.');
  await look(page, 'tablet-waits', true);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await tablet.heading('Your turn');
  await look(page, 'tablet-front-start', true);
  await sayYes(tablet, null);
  await answer(tablet, 'Agree', 'They did once');
  await tablet.heading('Hand in your answer?');
  // It closes under their hands, and counts as a card that comes late.
  await desk.do({ do: 'close', board: 1 });
  await tablet.press('Hand in my answer');
  await tablet.heading('Saved. Pass it on.');
  await tablet.heading('The next statement comes in a moment.');
  await desk.do({ do: 'show', board: 2 });
  await desk.do({ do: 'open', board: 2 });
  await tablet.press('I have held it before');
  await answerAsk(tablet, null);
  await page.getByRole('heading', { name: 'They come when they said' }).waitFor();
  await answer(tablet, 'Disagree');
  await tablet.press('Hand in my answer');
  await tablet.heading('Your turn');
  const view = await desk.until(({ tablets, boards }) => tablets.waiting === 0 && boards[1]?.placed === 1);
  // Whoever held it at both is counted as one person.
  expect([view.joined, view.boards.map((b) => b.placed)]).toEqual([1, [1, 1]]);
  // After the end it goes round once more, for the one question that is left.
  await desk.do({ do: 'end' });
  await tablet.heading('Were you heard?');
  await look(page, 'tablet-front-heard-start', true);
  await tablet.press('Next person');
  await page.getByRole('radio', { name: 'No', exact: true }).first().check();
  await page.getByLabel('What stopped you?').fill('An officer stood behind me');
  await look(page, 'tablet-front-heard', true);
  await tablet.press('Hand it in');
  await tablet.heading('Saved. Pass it on.');
  await tablet.heading('Were you heard?');
  await tablet.press('Next person');
  await tablet.press('Skip');
  await tablet.heading('That is fine. Pass it on.');
  await desk.until(({ heard, tablets }) => heard === 1 && tablets.waiting === 0);
  await context.close();
  await over(server, { session, desk });
  const path = `/api/consultations/${session.consultation}`;
  const { sessions } = await server.get<ConsultationPage>(path);
  expect(sessions.find(({ id }) => id === session.id)?.heard).toMatchObject({
    phone: { said: { yes: 0, partly: 0, no: 1 } },
    texts: ['An officer stood behind me'],
  });
  expectNothingFound();
}, 90_000);

test('K8 E1 the laptop passed on: from the console’s own dialog to the PIN and back, and nothing between', async () => {
  const room = await walkAround(server, ['They call me back']);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
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
  await over(server, room);
  expectNothingFound();
}, 90_000);
