/** More than five hundred hostile texts, put in as people put them in, on every screen: they stay letters. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ConsultationPage } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectHarmless, folded, harmless, watch } from '../support/harmless.ts';
import { CORPUS, INNOCENT } from '../support/hostileCorpus.ts';
import {
  commander,
  draftSession,
  gather,
  hostileDocument,
  openLobby,
  placeAll,
  sure,
} from '../support/hostilePeople.ts';
import { BOARDS, commentsOn, shown, shownLine } from '../support/hostileRoom.ts';
import { hearOut, join, phoneIn, type PhonePage } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let server: TestServer;
let browser: Browser;
let of: Consultation;
let lan = '';
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  lan = `http://${lanAddress()}:${server.app.port}`;
  of = await hostileDocument(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

async function context(width: number, height: number, phone = false): Promise<BrowserContext> {
  const made = await browser.newContext({
    viewport: { width, height },
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: 'reduce',
  });
  await watch(made, server.url, lan);
  if (!phone) await openStartLink(made, server.app.startLink());
  return made;
}

async function screen(path: string, width: number, height: number): Promise<Page> {
  const page = await (await context(width, height)).newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(server.url + path);
  return page;
}

const stage = (wall: Page, ...names: string[]) =>
  wall.waitForFunction((wanted) => wanted.includes(document.documentElement.dataset['stage'] ?? ''), names);
const press = (phone: PhonePage, name: string | RegExp) => phone.page.getByRole('button', { name }).tap();

test('P7 P5 H6 a guided session: what people write is on phones, projector and desk as they wrote it, and nothing else happens', async () => {
  const { id, ...wanted } = await draftSession(server, of.id, 'guided');
  const desk = await screen(`/console/s/${id}`, 1366, 768);
  await desk.getByRole('button', { name: 'Open the lobby' }).click();
  await desk.getByText('Tick everything on the checklist').waitFor();
  await harmless(desk, 'desk-ready', [
    of.title,
    wanted.name ?? '',
    ...of.groups.map((g) => g.roomLabel || g.label),
  ]);
  for (const box of await desk
    .getByRole('group', { name: /Before the lobby opens/ })
    .getByRole('checkbox')
    .all())
    await box.check();
  await desk.getByRole('button', { name: 'Open the lobby' }).click();
  await desk.getByRole('button', { name: /^Start/ }).waitFor();
  const { sessions } = await server.get<ConsultationPage>(`/api/consultations/${of.id}`);
  const code = sessions.find((s) => s.id === id)?.code ?? '';
  const { panel, tell } = await commander(server, id);
  const wall = await screen(`/projector/${id}`, 1280, 720);
  const phone = await phoneIn(await context(360, 640, true), `${lan}/j/${code}`);
  const told: Record<string, string[]> = {
    'What this is about': [of.title, of.aim, of.askedBy, of.ledBy, of.answeredBy, of.decided, of.open],
    'What is kept': [of.words.consent],
    'When we must tell someone': [of.words.dangerTo, of.words.helpFrom, of.words.complainTo],
    'It is up to you': [of.words.rights, of.words.withdrawUntil],
    group: of.groups.map((g) => g.roomLabel || g.label),
  };
  const each = (step: string) => harmless(phone.page, `phone-${step}`, told[step]);
  await press(phone, 'Help');
  await phone.heading('Help and complaints');
  await harmless(phone.page, 'phone-help', Object.values({ ...of.words, consent: '' }));
  await press(phone, 'Go back');
  await hearOut(phone, each);
  await join(phone, of.groups[2]?.label ?? '', each);
  await phone.heading(/You are in/);
  await harmless(phone.page, 'phone-in');
  const people = await gather(server, code);
  await stage(wall, 'lobby');
  await harmless(wall, 'projector-lobby', [of.title]);
  await harmless(desk, 'desk-lobby');
  await tell({ do: 'start' });

  for (let b = 0; b < BOARDS; b += 1) {
    const n = b + 1;
    const statement = of.statements[b];
    const wordings = (statement?.wordings ?? []).map((w) => shownLine(w.text));
    const mine = wordings.at(-1) ?? '';
    const watched = b < 3;
    if (b > 0) await tell({ do: 'show', board: n });
    await phone.heading(mine);
    await stage(wall, 'statement');
    await wall.getByText(mine).first().waitFor();
    if (watched) await harmless(phone.page, `phone-${n}-think`, [mine]);
    await tell({ do: 'open', board: n });
    const own = shown(INNOCENT[b % INNOCENT.length] ?? '') + ' ' + shown(CORPUS[b * 11] ?? '').slice(0, 300);
    await phone.page
      .getByRole('radio')
      .nth(b % 3)
      .check();
    await phone.page.locator('textarea').fill(own);
    if (watched) await harmless(phone.page, `phone-${n}-form`, [own, ...(statement?.scale?.labels ?? [])]);
    await press(phone, 'Place my post-it');
    await phone.says('Saved');
    await press(phone, 'Tap to see your answer');
    await phone.page.locator('.note').getByText(folded(own)).waitFor();
    await harmless(phone.page, `phone-${n}-own`, [own]);
    await placeAll(people, b, statement?.scale?.labels?.length ?? 5);
    await wall
      .getByText(`${people.length + 1} post-its`)
      .first()
      .waitFor();
    await harmless(wall, `projector-${n}-open`, wordings);
    await tell({ do: 'close', board: n });
    const written = commentsOn(b).map(shown);
    await panel.until((v) => v.notes.filter((note) => note.board === n).length === written.length + 1);
    await desk.locator('.comment').nth(written.length).waitFor();
    await harmless(desk, `desk-${n}-comments`, [...wordings, ...written]);
    await tell({ do: 'notes', board: n, to: 'show' });
    await tell({ do: 'reveal', board: n, sure: true });
    await stage(wall, 'wall');
    await harmless(wall, `projector-${n}-wall`);
    await phone.page.locator('table').first().waitFor();
    if (watched) await harmless(phone.page, `phone-${n}-result`, [mine]);
    if (b < 2) await harmless(desk, `desk-${n}-revealed`, wordings);
    if (watched)
      for (const result of ['chart', 'table'] as const) {
        await tell({ do: 'screen', change: { result, byGroup: true } });
        await stage(wall, result);
        await harmless(wall, `projector-${n}-${result}`);
      }
    await tell({ do: 'screen', change: { result: 'notes' } });
    await tell({ do: 'discuss', board: n });
  }
  await tell({ do: 'end' });
  await phone.heading('Were you heard?');
  await harmless(phone.page, 'phone-heard');
  await phone.page.getByRole('button', { name: 'Skip' }).tap();
  await phone.heading('Thank you');
  await harmless(phone.page, 'phone-end');
  await stage(wall, 'ended');
  await harmless(wall, 'projector-end');
  await harmless(desk, 'desk-ended');
  for (const one of people) one.close();
  panel.close();
  for (const page of [desk, wall, phone.page]) await page.context().close();
  expectHarmless(60);
}, 200_000);

test('P7 a walk-around: the list of all statements, and every page of a person’s rights', async () => {
  const { id } = await draftSession(server, of.id, 'walk-around');
  const { code } = await openLobby(server, id);
  const { panel, tell } = await commander(server, id);
  const wall = await screen(`/projector/${id}`, 1280, 720);
  const desk = await screen(`/console/s/${id}`, 1366, 768);
  const phone = await phoneIn(await context(360, 640, true), `${lan}/j/${code}`);
  await hearOut(phone);
  await join(phone, of.groups[2]?.label ?? '');
  const people = await gather(server, code, 24);
  await tell({ do: 'start' });
  await tell({ do: 'openAll', round: 1 });
  await phone.heading('Statements');
  // This person's group has wordings of its own for every third.
  const texts = of.statements.map((s) => shownLine(s.wordings.at(-1)?.text ?? ''));
  await harmless(phone.page, 'phone-list', texts);
  await stage(wall, 'all-open');
  await harmless(wall, 'projector-all-open');
  await harmless(desk, 'desk-all-open');
  await Promise.all(
    people.map(async (one, p) => {
      for (let i = 0; i < 18; i += 1)
        sure(await one.place(1 + ((p * 18 + i) % of.statements.length), 1, 1 + ((p + i) % 3)));
    }),
  );
  const menu = (name: string) => press(phone, 'Menu').then(() => press(phone, name));
  await menu('A code for later');
  await phone.heading('A code for later');
  await harmless(phone.page, 'phone-later');
  await press(phone, 'Show me a code');
  await phone.heading('Your code');
  await harmless(phone.page, 'phone-code');
  await menu('Leave the session');
  await phone.heading('What happens to your answers?');
  await harmless(phone.page, 'phone-leave');
  await press(phone, /Take all my answers back/);
  await phone.heading('Take all your answers back?');
  await harmless(phone.page, 'phone-leave-sure');
  await press(phone, 'Yes, take them back');
  await phone.heading('You have left');
  await harmless(phone.page, 'phone-left');
  await tell({ do: 'closeAll' });
  await tell({ do: 'reveal', board: 2, sure: true });
  await stage(wall, 'wall');
  await harmless(wall, 'projector-walk-wall');
  await tell({ do: 'end' });
  for (const one of people) one.close();
  panel.close();
  for (const page of [desk, wall, phone.page]) await page.context().close();
  expectHarmless(9);
}, 120_000);
