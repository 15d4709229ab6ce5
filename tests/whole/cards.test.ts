/** Cards with codes for later in a real browser: coming back by one, and one that is somebody else's. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { clockAt } from '../support/clock.ts';
import { look } from '../support/look.ts';
import { openPhone, sayYes, type PhonePage } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import { connectConsole, joinPhone, openSession, startServer, type TestServer } from '../support/server.ts';

const SMALL = { width: 360, height: 640 };
const COMMENT = 'my neighbour saw everything that evening';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ clock: clockAt('2026-11-22') }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

async function room() {
  const { session } = await openSession(server, ['They call me back', 'They come']);
  const desk = await connectConsole(server, session.id);
  return { session, desk, at: `http://${lanAddress()}:${server.app.port}/j/${session.code}` };
}

const press = (phone: PhonePage, name: string): Promise<void> =>
  phone.page.getByRole('button', { name }).tap();
const menu = (phone: PhonePage): Promise<void> => press(phone, 'Menu');

test('W1 H1 E1 a card brings its person back after cleared storage, and shows no answer from before', async () => {
  const { session, desk, at } = await room();
  const made = await server.send<{ codes: string[] }>('POST', `/api/sessions/${session.id}/cards`, {
    cards: 1,
  });
  const card = made.codes[0] ?? '';
  const phone = await openPhone(browser, at, SMALL);
  const byCard = async (): Promise<void> => {
    await phone.heading('What this is about');
    await menu(phone);
    await press(phone, 'I have a code from before');
    await phone.page.getByLabel('Your code').fill(card);
    await press(phone, 'Go on');
  };
  await byCard();
  await phone.heading('What this is about');
  await sayYes(phone, null);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await phone.place('Agree', COMMENT);
  await phone.says('Saved');
  await phone.context.clearCookies();
  await phone.page.evaluate(() => localStorage.clear());
  await phone.page.goto(at);
  await byCard();
  await phone.page.getByText('It is in. A phone that came by a card').waitFor();
  await look(phone.page, 'phone-own-untold', true);
  expect(await phone.page.locator('main').innerText()).not.toMatch(/Agree|neighbour/);
  await menu(phone);
  await press(phone, 'A code for later');
  await phone.page.getByText('You came by your card').waitFor();
  await look(phone.page, 'phone-later-back', true);
  await press(phone, 'Back');
  await press(phone, 'Change');
  expect(await phone.page.getByRole('radio', { checked: true }).count()).toBe(0);
  await phone.page.getByRole('radio', { name: 'Disagree', exact: true }).check();
  await press(phone, 'Place the changed post-it');
  await phone.says('Saved');
  expect((await desk.until((v) => v.boards[0]?.placed === 1)).joined).toBe(1);
  await phone.context.close();
  desk.close();
}, 120_000);

test('W1 E1 a card that is somebody else’s by the time of the yes is told at once, and the code can be checked', async () => {
  const { session, desk, at } = await room();
  const made = await server.send<{ codes: string[] }>('POST', `/api/sessions/${session.id}/cards`, {
    cards: 2,
  });
  const [card = '', free = ''] = made.codes;
  const phone = await openPhone(browser, at, SMALL);
  await phone.heading('What this is about');
  await menu(phone);
  await press(phone, 'I have a code from before');
  await phone.page.getByLabel('Your code').fill(card);
  await press(phone, 'Go on');
  await phone.heading('What this is about');
  const other = await joinPhone(server, session.code);
  expect(await other.code(card)).toEqual({ code: card });
  await sayYes(phone, null);
  await phone.heading('The card is not yours');
  await phone.page.getByText('This card is not free').waitFor();
  await look(phone.page, 'phone-later-refused', true);
  await phone.page.getByLabel('Code on the card').fill(card);
  await press(phone, 'Make this card mine');
  await phone.page.getByText('This card is not free').waitFor();
  await phone.page.getByLabel('Code on the card').fill(free);
  await press(phone, 'Make this card mine');
  await phone.heading('You are in. Watch the big screen.');
  expect(await server.send('POST', '/j/code', { code: free })).toMatchObject({ is: 'person' });
  await phone.context.close();
  other.close();
  desk.close();
}, 120_000);
