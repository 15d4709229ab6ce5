/** What brings a phone back at once that would try again much later, in a real browser whose timers stand still. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { openPhone, sayYes } from '../support/phonePage.ts';
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

const EVENTS = {
  visibilitychange: () => document.dispatchEvent(new Event('visibilitychange')),
  online: () => window.dispatchEvent(new Event('online')),
  pageshow: () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
};

test.each(Object.entries(EVENTS))(
  'L7 %s alone brings a phone back at once, with what it had placed meanwhile, however long it would wait',
  async (_, happens) => {
    const { session } = await openSession(server, ['They call me back']);
    const desk = await connectConsole(server, session.id);
    const phone = await openPhone(browser, `http://${lanAddress()}:${server.app.port}/j/${session.code}`);
    const { page } = phone;
    await sayYes(phone, null);
    await desk.do({ do: 'start' });
    await desk.do({ do: 'open', board: 1 });
    await page.getByRole('radio', { name: 'Agree', exact: true }).check();
    desk.close();
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await server.app.close();
    await page.locator('.line.lost').waitFor();
    await page.getByRole('button', { name: 'Place my post-it' }).tap();
    await phone.says('Not saved yet');
    await server.restart(false);
    // The next try never comes.
    expect(await page.locator('.line.lost').count()).toBe(1);
    await page.evaluate(happens);
    await phone.says(/^Saved$/);
    expect(await page.locator('.line.lost').count()).toBe(0);
    await phone.context.close();
  },
  120_000,
);
