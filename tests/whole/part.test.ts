/** The part that people have in it, as a phone tells it before the yes and asks after it at the end. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, sayYes } from '../support/phonePage.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';

const PART = 'We ask you. Afterwards we tell you how we used what you said.';

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

test('WH7 E1 E2 the part that people have is told before the yes, and at the end they are asked whether that was true', async () => {
  const { session } = await openSession(server, ['They call me back'], {}, (c) => {
    c.involvement = 'consult';
  });
  const desk = await connectConsole(server, session.id);
  const phone = await openPhone(browser, `${server.url}/j/${session.code}`, { width: 360, height: 640 });
  const facts = async (): Promise<string> => phone.page.locator('main').innerText();
  await phone.heading('What this is about');
  expect(await facts()).toMatch(new RegExp(`Your part\\s+${PART}`, 'u'));
  await look(phone.page, 'phone-why-part', true);
  await sayYes(phone, null);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'end' });
  await phone.heading('Were you heard?');
  expect(await facts()).toContain(PART);
  await phone.page.getByRole('group', { name: 'Was that true?' }).waitFor();
  await look(phone.page, 'phone-heard-part', true);
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await look(phone.page, 'phone-heard-part-390', true);
  desk.close();
  expectNothingFound();
});
