/** Phones whose browser keeps nothing, or whose storage is full, in a real browser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { phoneIn, sayYes } from '../support/phonePage.ts';
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
  expect(server.faults).toEqual([]);
});

const TOLD = 'This browser keeps nothing. Do not close or reload this page.';

/** Somebody in a room at its open statement, in a browser that was changed first. */
async function inRoom(change: (context: BrowserContext) => Promise<unknown>) {
  const { session } = await openSession(server, ['They call me back']);
  const desk = await connectConsole(server, session.id);
  const size = { width: 360, height: 640 };
  const context = await browser.newContext({ viewport: size, hasTouch: true, reducedMotion: 'reduce' });
  await change(context);
  const phone = await phoneIn(context, `http://${lanAddress()}:${server.app.port}/j/${session.code}`);
  await sayYes(phone, null);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'open', board: 1 });
  return { desk, phone };
}

test('S1 E1 where storage and cookies are blocked placing works, and the page says that a refresh would make a new person', async () => {
  const { desk, phone } = await inRoom((context) =>
    context.addInitScript(() => {
      const nothing = (): void => {};
      const get = (): never => {
        throw new DOMException('blocked', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get });
      Object.defineProperty(document, 'cookie', { get: () => '', set: nothing });
    }),
  );
  await phone.place('Agree', 'They never do');
  await phone.says(/^Saved$/);
  expect(await phone.page.getByText(TOLD).count()).toBe(1);
  await look(phone.page, 'phone-keeps-nothing', true);
  await desk.until((view) => view.joined === 1 && view.boards[0]?.placed === 1);
  await phone.page.reload();
  await phone.heading('What this is about');
  expectNothingFound();
  desk.close();
  await phone.context.close();
}, 120_000);

test('S1 L7 where storage is full placing works, and a refresh is the same person with the same answer', async () => {
  const { desk, phone } = await inRoom((context) =>
    context.addInitScript(() => {
      let length = 1024 * 1024;
      for (let n = 0; length >= 1; n += 1)
        try {
          localStorage.setItem(`full ${n}`, 'x'.repeat(length));
        } catch {
          length = Math.floor(length / 2);
        }
    }),
  );
  await phone.place('Agree');
  await phone.says(/^Saved$/);
  expect(await phone.page.getByText(TOLD).count()).toBe(0);
  await phone.page.reload();
  await phone.says(/^Saved$/);
  await desk.until((view) => view.joined === 1 && view.boards[0]?.placed === 1);
  desk.close();
  await phone.context.close();
}, 120_000);
