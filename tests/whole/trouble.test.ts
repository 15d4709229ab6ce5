/** Trouble with the laptop as the facilitator sees it: told calmly, and over by itself. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { fullLive } from '../support/fullLive.ts';
import { madeLaptop } from '../support/laptopPorts.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, sayYes } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const disk = fullLive();
const laptop = madeLaptop();
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ wrap: disk.wrap, laptop: laptop.ports }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function staffPage(path: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(server.url + path);
  return page;
}

test('O7 O9 E1 what cannot be saved is told at once, stays on the phones, and is saved by itself once there is room', async () => {
  const { session } = await openSession(server, ['My worker listens to me', 'Two is true']);
  const socket = await connectConsole(server, session.id);
  await socket.do({ do: 'start' });
  await socket.do({ do: 'open', board: 1 });
  const phone = await openPhone(browser, `http://${lanAddress()}:${server.app.port}/j/${session.code}`);
  await sayYes(phone, null);
  const desk = await staffPage(`/console/s/${session.id}`);
  await desk.getByText('of 1 placed').waitFor();

  disk.fill();
  laptop.writing = 'disk-full';
  await phone.place('Agree', 'They ring me back');
  // Without any beat of the watch: the save that failed tells it.
  await desk.getByText('The disk is full. Nothing can be saved.').waitFor();
  await desk.getByText('Answers are safe on the phones.').waitFor();
  await phone.says(/not saved/i);
  await look(desk, 'console-disk-full');
  await laptop.beat();
  expect(socket.last()?.laptop.saving).toBe('disk-full');

  disk.free();
  [laptop.writing, laptop.free] = ['ok', 120e6];
  await laptop.beat();
  await desk.getByText('The disk is nearly full: 120 MB are left.').waitFor();
  await phone.says('Saved');
  await desk.getByText('1 of 1 placed').or(desk.getByText('of 1 placed')).first().waitFor();
  expect((await socket.until((view) => view.boards[0]?.placed === 1)).laptop.saving).toBe('ok');

  laptop.free = 50e9;
  laptop.power = { percent: 12, plugged: false };
  laptop.wall += 5 * 60_000;
  for (let i = 0; i < 30; i += 1) await laptop.beat();
  await desk.getByText('The battery is at 12 %.').waitFor();
  await desk.getByText('This laptop was asleep for about 5 minutes').waitFor();
  await look(desk, 'console-battery-slept');
  const page = await staffPage('/console/laptop');
  await page.getByText('The battery is at 12 %.').waitFor();
  await look(page, 'laptop-troubles');
  expect(server.faults).toEqual([]);
  expectNothingFound();
}, 120_000);

test('O7 E1 console and projector say that they are cut off, and come back by themselves with everything', async () => {
  const { session } = await openSession(server, ['My worker listens to me']);
  const desk = await staffPage(`/console/s/${session.id}`);
  const wall = await staffPage(`/projector/${session.id}`);
  await desk
    .getByRole('button', { name: /^Start/ })
    .first()
    .waitFor();
  await wall.getByText(session.code.slice(0, 3)).first().waitFor();
  await server.app.close();
  await desk.getByText('Reconnecting by itself. Answers are safe on the phones').waitFor();
  // Cut off itself, it does not know how many are connected.
  await desk.getByText('connected now').waitFor({ state: 'detached' });
  await wall.getByText('Reconnecting').waitFor();
  await look(wall, 'projector-away');
  await server.restart(false);
  await desk.getByText('Reconnecting by itself').waitFor({ state: 'detached' });
  await wall.getByText('Reconnecting').waitFor({ state: 'detached' });
  await desk
    .getByRole('button', { name: /^Start/ })
    .first()
    .click();
  await desk.getByRole('button', { name: /^Show/ }).first().click();
  await wall.getByText('My worker listens to me').first().waitFor();
  expectNothingFound();
}, 120_000);
