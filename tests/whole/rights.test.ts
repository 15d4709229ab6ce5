/** A person's rights in a real browser: help, a code, coming back by it, leaving, and what the phone keeps. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { NewSession } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { launchBrowser, launchProfile } from '../support/browser.ts';
import { holding } from '../support/bytes.ts';
import { clockAt } from '../support/clock.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, phoneIn, sayYes, type PhonePage } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import { connectConsole, joinPhone, openSession, startServer, type TestServer } from '../support/server.ts';

const SMALL = { width: 360, height: 640 };
const COMMENT = 'my neighbour saw everything that evening';
const DRAFT = 'half a thought that was never placed';

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

const WORDS = {
  dangerTo: 'Ann Lee, who leads safeguarding',
  helpFrom: 'Ring 116 123, day and night.',
  complainTo: 'Write to complaints@northmoor.example.',
  withdrawUntil: 'Ask any of us how.',
  consent: '',
  rights: 'You get your travel paid either way.',
};

/** An open session of two statements with a console. */
async function room(wanted: NewSession = {}, edit: (c: Consultation) => void = () => undefined) {
  const { session } = await openSession(server, ['They call me back', 'They come'], wanted, (c) => {
    c.words = WORDS;
    c.ledBy = 'The Parents’ Panel';
    edit(c);
  });
  const desk = await connectConsole(server, session.id);
  const address = `http://${lanAddress()}:${server.app.port}/j`;
  return { session, desk, address, at: `${address}/${session.code}` };
}

const press = (phone: PhonePage, name: string | RegExp): Promise<void> =>
  phone.page.getByRole('button', { name }).tap();
const menu = (phone: PhonePage): Promise<void> => press(phone, 'Menu');
const facts = async (phone: PhonePage): Promise<string> =>
  (await phone.page.locator('main').innerText()) ?? '';

test('W1 W2 W9 E1 E2 one person: help before the yes, a code, cleared storage, back by the code, leaving with everything', async () => {
  const { session, desk, address, at } = await room();
  const others = await Promise.all(Array.from({ length: 5 }, () => joinPhone(server, session.code)));
  const phone = await openPhone(browser, address, SMALL);
  await press(phone, 'Help');
  await phone.heading('Help and complaints');
  await look(phone.page, 'phone-help-nowhere', true);
  await press(phone, 'Go back');
  await phone.page.getByLabel('Code on the big screen').fill(session.code);
  await press(phone, 'Join');
  await phone.heading('What this is about');
  await press(phone, 'Help');
  await phone.heading('Help and complaints');
  const told = await facts(phone);
  for (const words of [...Object.values(WORDS), 'The Parents’ Panel', '6 December 2026'])
    expect(told).toContain(words);
  await look(phone.page, 'phone-help', true);
  await press(phone, 'Go back');
  await sayYes(phone, null);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await phone.place('Agree', COMMENT);
  await phone.says('Saved');

  await menu(phone);
  await look(phone.page, 'phone-menu-in', true);
  await press(phone, 'A code for later');
  await phone.heading('A code for later');
  await look(phone.page, 'phone-later', true);
  await press(phone, 'Show me a code');
  await phone.heading('Your code');
  await look(phone.page, 'phone-later-code', true);
  const code = (await phone.page.locator('.big-code').textContent()) ?? '';
  expect(code).toMatch(/^\w{4} \w{4} \w{4}$/);

  // The room goes on, and does not take anybody away from their code.
  await desk.do({ do: 'close', board: 1 });
  expect(await phone.page.locator('.big-code').textContent()).toBe(code);
  await desk.do({ do: 'reopen', board: 1 });
  await phone.context.clearCookies();
  await phone.page.evaluate(() => localStorage.clear());
  await phone.page.goto(at);
  await phone.heading('What this is about');
  await menu(phone);
  await press(phone, 'I have a code from before');
  await phone.heading('A code from before');
  await phone.page.getByLabel('Your code').fill('nonsense');
  await press(phone, 'Go on');
  await phone.page.getByText('This code has twelve letters').waitFor();
  await look(phone.page, 'phone-return', true);
  await phone.page.getByLabel('Your code').fill('BCDF 2345 GHJK');
  await press(phone, 'Go on');
  await phone.page.getByText('We do not know this code').waitFor();
  await phone.page.getByLabel('Your code').fill(code.toLowerCase());
  await press(phone, 'Go on');
  await press(phone, 'Tap to see your answer');
  await phone.page.getByText(COMMENT).waitFor();
  expect((await desk.until((v) => v.boards[0]?.placed === 1)).joined).toBe(6);

  await menu(phone);
  await press(phone, 'Leave the session');
  await phone.heading('What happens to your answers?');
  await look(phone.page, 'phone-leave', true);
  // Whoever keeps their answers in is told, before this phone forgets, by what they could still take them out.
  expect(await facts(phone)).toContain('Only with a code can you take them back later.');
  await press(phone, 'A code for later');
  await phone.heading('A code for later');
  await press(phone, 'Back');
  await phone.heading('What happens to your answers?');
  await press(phone, /Take all my answers back/);
  await phone.heading('Take all your answers back?');
  await look(phone.page, 'phone-leave-sure', true);
  await press(phone, 'Yes, take them back');
  await phone.heading('You have left');
  await look(phone.page, 'phone-left', true);
  expect(await facts(phone)).toContain('All your answers are deleted.');
  await desk.until((v) => v.joined === 5 && v.boards[0]?.placed === 0);
  expect(new URL(phone.page.url()).pathname).toBe('/j');
  await phone.page.reload();
  await phone.heading('Join the session');
  await press(phone, 'I have a code from before');
  await phone.page.getByLabel('Your code').fill(code);
  await press(phone, 'Go on');
  await phone.page.getByText('are out already').waitFor();
  expectNothingFound();
  for (const one of others) one.close();
  desk.close();
}, 120_000);

test('W8 after leaving with the answers staying in, the browser’s profile has none of them, no draft and no token', async () => {
  const { session, desk, at } = await room({ style: 'walk-around' });
  await desk.do({ do: 'next' });
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-profile-'));
  const open = () => launchProfile(folder, SMALL);
  let context = await open();
  let phone = await phoneIn(context, at);
  await sayYes(phone, null);
  await press(phone, /They call me back/);
  await context.setOffline(true);
  await phone.place('Strongly agree', COMMENT);
  await phone.says('Not saved yet');
  // Closed with something unsent and something unplaced, as phones are.
  await press(phone, 'All statements');
  await press(phone, /They come/);
  await phone.page.locator('textarea').fill(DRAFT);
  const [cookie] = await context.cookies(at);
  const token = cookie?.value ?? '';
  expect(token.length).toBe(22);
  await phone.page.close();
  await context.close();
  const kept = (words: string): string[] => holding(folder, words);
  expect(kept(`standpoint:out:${session.code}`)).not.toEqual([]);
  for (const words of [COMMENT, token]) expect(kept(words)).toEqual([]);

  context = await open();
  phone = await phoneIn(context, at);
  await desk.until((v) => v.boards[0]?.placed === 1);
  await press(phone, /They come/);
  await phone.page.locator('textarea').fill(DRAFT);
  const tab = await phoneIn(context, at);
  await menu(phone);
  await press(phone, 'Leave the session');
  await press(phone, /Keep my answers in/);
  await phone.heading('You have left');
  expect(await facts(phone)).toContain('Your answers stay in.');
  await tab.heading('You have left');
  expect(await context.cookies(at)).toEqual([]);
  const left = await phone.page.evaluate(() => [localStorage.length, sessionStorage.length, history.state]);
  expect(left).toEqual([0, 0, '']);
  await context.close();
  for (const words of [COMMENT, DRAFT, token]) expect(kept(words)).toEqual([]);
  expect(desk.last()?.boards[0]?.placed).toBe(1);
  await rm(folder, { recursive: true, force: true });
  desk.close();
}, 120_000);

test('W3 W4 E1 after the session, the page at its address takes answers out by the code, or the yes to quoting', async () => {
  const { session, desk, address } = await room({}, (c) => (c.withdrawDays = 30));
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const placed = await joinPhone(server, session.code);
  await placed.place(1, 1, 5, COMMENT);
  const made = await placed.code();
  const code = 'code' in made ? made.code : '';
  const second = await joinPhone(server, session.code);
  await second.place(1, 1, 4);
  const later = await second.code();
  await desk.do({ do: 'end' });
  const ended = await openPhone(browser, `${address}/${session.code}`, SMALL);
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  await ended.context.close();
  const comments = (): Promise<{ quote: boolean }[]> =>
    server.get(`/api/consultations/${session.consultation}/comments`);
  const phone = await openPhone(browser, address, SMALL);
  await press(phone, 'I have a code from before');
  await phone.page.getByLabel('Your code').fill(code);
  await press(phone, 'Go on');
  await phone.heading('This session is over');
  expect(await facts(phone)).toContain('22 December 2026');
  await look(phone.page, 'phone-out', true);
  await press(phone, 'Do not quote my words');
  await phone.page.getByText('will not be quoted').waitFor();
  expect(await comments()).toMatchObject([{ quote: false }]);
  await press(phone, 'Take all my answers out');
  await phone.heading('Take all your answers out?');
  await look(phone.page, 'phone-out-sure', true);
  await press(phone, 'Yes, take them out');
  await phone.heading(/Your answers are out/);
  await look(phone.page, 'phone-out-done', true);
  expect(await comments()).toEqual([]);

  await server.send('DELETE', `/api/consultations/${session.consultation}`);
  const other = await openPhone(browser, address, SMALL);
  await press(other, 'I have a code from before');
  await other.page.getByLabel('Your code').fill('code' in later ? later.code : '');
  await press(other, 'Go on');
  await other.heading('Your answers are not here now');
  expect(await facts(other)).toContain('left out of it until 22 December 2026');
  await look(other.page, 'phone-removed', true);
  await press(other, 'Do not quote my words');
  await other.page.getByText('your words are not quoted from it').waitFor();
  await press(other, 'Take all my answers out');
  await press(other, 'Yes, take them out');
  await other.heading(/If a copy is opened here again, your answers are left out/);
  await look(other.page, 'phone-removed-done', true);
  expectNothingFound();
  placed.close();
  second.close();
  desk.close();
}, 120_000);

test('W4 W10 linked people are told so, may change the second yes, and find code and leaving at the end too', async () => {
  const { session, desk, at } = await room({ mode: 'linked' }, (c) => {
    c.withdrawDays = 0;
    c.keepUntil = '2027-11-30';
  });
  const phone = await openPhone(browser, at, SMALL);
  const screens: string[] = [];
  await sayYes(phone, null, async () => void screens.push(await facts(phone)));
  const all = screens.join('\n');
  expect(all).toContain('confidential, not anonymous');
  expect(all).toContain('One random number'.toLowerCase());
  expect(all).toContain('until 30 November 2027');
  expect(all).toContain('cannot be taken out any more');
  expect(all).not.toMatch(/Nothing shows which answers|With a code/);
  await menu(phone);
  const quoted = phone.page.getByRole('button', { name: 'My words may be quoted' });
  expect(await quoted.getAttribute('aria-pressed')).toBe('true');
  await quoted.tap();
  await phone.page.locator('[aria-pressed="false"]', { hasText: 'My words may be quoted' }).waitFor();
  for (const step of ['start', 'end'] as const) await desk.do({ do: step });
  await phone.heading('Were you heard?');
  await phone.page.getByRole('button', { name: 'Skip' }).tap();
  await phone.heading('Thank you');
  await menu(phone);
  await look(phone.page, 'phone-ended-rights', true);
  await press(phone, 'Leave the session');
  await press(phone, /Keep my answers in/);
  await phone.heading('You have left');
  expect(session.mode).toBe('linked');
  expectNothingFound();
  desk.close();
}, 120_000);
