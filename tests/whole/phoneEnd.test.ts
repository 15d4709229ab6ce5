/** What a phone says at the end while something it has was not saved, in a real browser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { phoneIn, sayYes, type PhonePage } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody in a room, at its open statement. */
async function inRoom() {
  const { session } = await openSession(server, ['They call me back']);
  const desk = await connectConsole(server, session.id);
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  // What is placed never reaches the laptop.
  await context.routeWebSocket(/socket\.io/, (phoneSide) => {
    const laptopSide = phoneSide.connectToServer();
    phoneSide.onMessage((message) => {
      if (!String(message).includes('["place"')) laptopSide.send(message);
    });
  });
  const phone = await phoneIn(context, `http://${lanAddress()}:${server.app.port}/j/${session.code}`);
  await sayYes(phone, null);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  await phone.page.getByRole('radio').first().waitFor();
  const seal = async (): Promise<void> => {
    expect(await server.send('POST', `/api/sessions/${session.id}/seal`, {})).toMatchObject({
      state: 'sealed',
    });
    desk.close();
  };
  return { phone, desk, seal };
}

/** Everything that is said on the screen. */
const said = ({ page }: PhonePage): Promise<string> => page.locator('body').innerText();

const UNSURE = 'Statement 1. You sent this, but this phone was not told that it is saved';
const OVER = 'Not everything you placed got through before the end.';

test('S1 E1 whoever was away at the end is told once that something did not get through, and nothing else of it', async () => {
  const { phone, desk, seal } = await inRoom();
  await phone.context.setOffline(true);
  await phone.place('Agree', 'Nobody rang me');
  await phone.says('Not saved yet');
  await desk.do({ do: 'end' });
  await seal();
  await phone.context.setOffline(false);
  await phone.page.getByText(OVER).waitFor();
  // What was written is not gone with it.
  await phone.page.locator('.late-one').filter({ hasText: UNSURE }).getByText('Nobody rang me').waitFor();
  expect(await said(phone)).not.toMatch(/Not saved|Keep this page|are in|Sending/);
  await look(phone.page, 'phone-end-unsaved', true);
  expectNothingFound();
  await phone.context.close();
}, 120_000);

test('S1 E1 whoever is told of the end while something waits is told the same; before that nobody hears that their answers are in', async () => {
  const { phone, desk, seal } = await inRoom();
  const { page } = phone;
  await phone.place('Agree');
  await phone.says('Not saved yet');
  await desk.do({ do: 'end' });
  await page.getByRole('button', { name: 'Skip' }).tap();
  await page.getByText('This session is over.').waitFor();
  expect(await said(phone)).toContain('Not saved yet');
  expect(await said(phone)).not.toMatch(/are in/);
  await seal();
  await page.getByText(OVER).waitFor();
  expect(await said(phone)).not.toMatch(/Not saved|Keep this page|are in|Sending/);
  await phone.context.close();
}, 120_000);
