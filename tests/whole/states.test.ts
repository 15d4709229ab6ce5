import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Command } from '../../core/room.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { hearOut, openPhone, type PhonePage } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import { connectConsole, joinPhone, openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const SEVEN = ['Never', 'Hardly ever', 'Seldom', 'Now and then', 'Often', 'Nearly always', 'Always'];

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(path: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(server.url + path);
  return page;
}

test('E1 E2 the states that a usual session does not pass through: two languages and groups, a picture, seven points, right to left, pause, blank, overlay, dark, one comment, dialogs, the closed door, gone', async () => {
  const { session } = await openSession(
    server,
    ['They call me back', 'They come when they said'],
    { groups: ['a', 'b', 'c'], twoGroups: true, mode: 'linked' },
    (doc) => {
      doc.groups = ['Parents', 'Carers', 'Young people in touch with the service'].map((label, i) => ({
        id: ['a', 'b', 'c'][i] ?? '',
        label,
        roomLabel: '',
      }));
      doc.languages = ['en', 'ar'];
      doc.scale = { kind: 'own', labels: SEVEN, declines: ['n'] };
      doc.words.helpFrom = 'Ask at the desk';
      const [first] = doc.statements;
      if (first === undefined) throw new Error('no statement');
      first.wordings.push({ group: null, lang: 'ar', text: 'يعاودون الاتصال بي' });
      first.picture = { type: 'image/png', data: PICTURE, alt: 'A telephone' };
    },
  );
  const panel = await connectConsole(server, session.id);
  const tell = async (command: Command): Promise<void> => {
    expect(await panel.do(command)).toEqual({ ok: true });
  };
  const wall = await open(`/projector/${session.id}`, 1280, 720);
  const desk = await open(`/console/s/${session.id}`, 1366, 768);
  const address = `http://${lanAddress()}:${server.app.port}/j/${session.code}`;
  const phone: PhonePage = await openPhone(browser, address, { width: 360, height: 640 });

  await phone.heading('Choose a language');
  await look(phone.page, 'phone-language', true);
  await phone.page.getByRole('button', { name: /العربية|Arabic/ }).tap();
  await hearOut(phone);
  await phone.page.getByRole('button', { name: 'Yes', exact: true }).tap();
  await phone.heading('Which groups are you in?');
  await phone.page.getByRole('checkbox', { name: 'Parents' }).check();
  await phone.page.getByRole('checkbox', { name: 'Carers' }).check();
  await look(phone.page, 'phone-two-groups', true);
  await phone.page.getByRole('button', { name: 'Next' }).tap();
  await phone.page.getByRole('button', { name: 'No', exact: true }).tap();
  await phone.heading(/You are in/);
  await phone.page.getByRole('button', { name: 'Menu' }).tap();
  await look(phone.page, 'phone-menu', true);
  await phone.page.getByText('Dark colours').tap();
  await look(phone.page, 'phone-menu-dark', true);
  await phone.page.getByRole('button', { name: 'Menu' }).tap();

  const others = await Promise.all(
    Array.from({ length: 11 }, (_, i) => joinPhone(server, session.code, [i < 6 ? 'a' : 'c'])),
  );
  await tell({ do: 'door', locked: true });
  const late = await openPhone(browser, address);
  await late.page
    .getByText(/The door is closed/)
    .first()
    .waitFor();
  await look(late.page, 'phone-door', true);
  await desk.getByText('The door is closed').first().waitFor();
  await look(desk, 'console-door');
  await tell({ do: 'door', locked: false });

  await tell({ do: 'next' });
  await tell({ do: 'next' });
  await phone.page.getByText('يعاودون').first().waitFor();
  await look(phone.page, 'phone-seven-points', true);
  await phone.page.getByRole('radio', { name: 'Often' }).check();
  await phone.page.locator('textarea').fill('نعم، لكن بعد وقت طويل 👨‍👩‍👧');
  await look(phone.page, 'phone-right-to-left', true);
  await phone.page.getByRole('button', { name: 'Place my post-it' }).tap();
  await phone.says('Saved');
  for (const [i, other] of others.entries())
    expect(await other.place(1, 1, (i % 7) + 1, i % 2 === 0 ? `Because of the ${i} o'clock bus` : '')).toBe(
      1,
    );
  await wall
    .getByText(/12 post-its/)
    .first()
    .waitFor();
  await look(wall, 'projector-pile');

  for (const [name, command, back] of [
    ['paused', { do: 'pause', on: true }, { do: 'pause', on: false }],
    ['black', { do: 'screen', change: { blank: 'black' } }, { do: 'screen', change: { blank: 'none' } }],
    ['white', { do: 'screen', change: { blank: 'white' } }, { do: 'screen', change: { blank: 'none' } }],
    ['join', { do: 'screen', change: { join: true } }, { do: 'screen', change: { join: false } }],
    ['dark', { do: 'screen', change: { theme: 'dark' } }, { do: 'screen', change: { theme: 'light' } }],
    ['size4', { do: 'screen', change: { size: 4 } }, { do: 'screen', change: { size: 2 } }],
  ] as [string, Command, Command][]) {
    await tell(command);
    await wall.waitForFunction((want) => {
      const { stage, theme, size } = document.documentElement.dataset;
      return [stage, theme, `size${size ?? ''}`].includes(want);
    }, name);
    await look(wall, `projector-${name}`);
    if (name === 'paused') {
      await phone.heading(/Paused/);
      await look(phone.page, 'phone-paused', true);
      await look(desk, 'console-paused');
    }
    await tell(back);
    await wall.waitForFunction(() => {
      const { stage, theme, size } = document.documentElement.dataset;
      return stage === 'statement' && theme === 'light' && size === '2';
    });
  }

  await tell({ do: 'next' });
  await tell({ do: 'notes', board: 1, to: 'show' });
  await tell({ do: 'next' });
  await wall.locator('.wall').first().waitFor();
  await look(wall, 'projector-wall-notes');
  await tell({ do: 'screen', change: { notes: 'one' } });
  await wall.locator('.wall').first().waitFor({ state: 'detached' });
  await look(wall, 'projector-one-note');
  await tell({ do: 'screen', change: { result: 'chart', byGroup: true, theme: 'dark', notes: 'all' } });
  await wall.locator('canvas').first().waitFor();
  await look(wall, 'projector-chart-dark');
  await phone.page.locator('table').first().waitFor();
  await look(phone.page, 'phone-result-dark', true);

  await desk.keyboard.press('t');
  await desk.getByText('your clock').waitFor();
  await look(desk, 'console-clock');
  await desk.keyboard.press('t');
  await desk.getByText('your clock').waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'More' }).click();
  await look(desk, 'console-more');
  await desk.getByRole('button', { name: /Add an answer/ }).click();
  await look(desk, 'console-add-for');
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'More' }).click();
  await desk.getByRole('button', { name: 'Who is here' }).click();
  await look(desk, 'console-attendance');
  await desk.keyboard.press('Escape');
  await tell({ do: 'keys', locked: true });
  await desk.getByText('This laptop is locked').waitFor();
  await look(desk, 'console-locked');
  await tell({ do: 'keys', locked: false });

  await tell({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  await phone.heading('Thank you');
  await look(phone.page, 'phone-gone', true);
  await desk
    .getByText(/Counted and kept|closed/)
    .first()
    .waitFor();
  await look(desk, 'console-sealed');
  await wall.waitForFunction(() => document.documentElement.dataset['stage'] === 'gone');
  await look(wall, 'projector-gone');
  for (const other of others) other.close();
  panel.close();
  expectNothingFound();
  expect(server.faults).toEqual([]);
}, 200_000);
