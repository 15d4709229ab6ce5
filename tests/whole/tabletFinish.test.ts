/** A session that is finished while somebody has the shared tablet in their hands. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { button, laptopOf } from '../support/laptop.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';
import { lockIt, sayYes, tabletIn } from '../support/tabletPage.ts';

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

test('K6 E1 who finishes is told that a tablet is out, and whoever has it in their hands that nothing of theirs is saved', async () => {
  const { session } = await openSession(server, ['They call me back'], { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  const context = await browser.newContext({ viewport: { width: 768, height: 1024 }, hasTouch: true });
  const tablet = await tabletIn(context, server);
  await lockIt(tablet, 'every');
  await sayYes(tablet, null);
  await tablet.page.locator('textarea').fill('They never did');
  await desk.do({ do: 'end' });
  const laptop = await laptopOf(server, browser, 1366, 768);
  await laptop.goto(`${server.url}/console/s/${session.id}`);
  await laptop.getByText('what somebody has not handed in').waitFor();
  await look(laptop, 'console-ended-tablet');
  await button(laptop, 'Finish now and make the files').click();
  const question = laptop.getByRole('dialog', { name: 'Finish while a tablet is out?' });
  await question.getByText('Somebody may be answering on the shared tablet.').waitFor();
  await look(laptop, 'console-finish-tablet');
  await question.getByRole('button', { name: 'Wait' }).click();
  await tablet.page.getByText('They call me back').waitFor();
  await button(laptop, 'Finish now and make the files').click();
  await question.getByRole('button', { name: 'Finish now' }).click();
  await tablet.heading('This session is over');
  await tablet.page.getByText('It was finished before you handed in what you were answering.').waitFor();
  await look(tablet.page, 'tablet-gone-cut');
  expect(await tablet.page.getByText('They never did').count()).toBe(0);
  desk.close();
  await context.close();
  await laptop.context().close();
  expectNothingFound();
}, 60_000);
