/** Passing a comment on in a real browser, while nobody is named to whom it could go and afterwards. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { commentedOn } from '../support/commented.ts';
import { joinDevice } from '../support/devices.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

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

/** The live view, where somebody has pressed to pass the first comment on. */
async function passing(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(url);
  await page.getByRole('button', { name: 'More for this comment' }).first().click();
  await page.getByRole('button', { name: 'Pass on as a concern' }).click();
  return page;
}

test('M4 E1 whoever passes a comment on is told at once that nobody is named, and where; once somebody is, they are asked; what cannot be opened is named', async () => {
  const { session, consultation, desk, phones } = await commentedOn(server, [
    'one',
    'two',
    'three',
    'four',
    'five',
  ]);
  const path = `/console/s/${session.id}`;
  const size = { viewport: { width: 1366, height: 768 }, ignoreHTTPSErrors: true };
  const [laptop, tablet] = await Promise.all([browser.newContext(size), browser.newContext(size)]);
  await openStartLink(laptop, server.app.startLink());
  const page = await passing(laptop, server.url + path);
  await page.getByRole('dialog', { name: 'Nobody is named yet to whom concerns go' }).waitFor();
  await look(page, 'console-concern-no-lead');
  expect(await page.getByRole('button', { name: 'Pass it on' }).count()).toBe(0);

  const scribe = await joinDevice(server, 'scribe');
  const [name = '', value = ''] = (scribe.headers['Cookie'] ?? '').split('=');
  await tablet.addCookies([{ name, value, url: scribe.url }]);
  const theirs = await passing(tablet, scribe.url + path);
  await theirs.getByText('Ask the facilitator to name the lead.').waitFor();
  expect(await theirs.getByRole('link', { name: 'Name the lead' }).count()).toBe(0);

  const opened = laptop.waitForEvent('page');
  await page.getByRole('link', { name: 'Name the lead' }).click();
  const naming = await opened;
  await naming.waitForURL(`**/console/c/${consultation}/concerns`);
  const lead = { name: 'Duty lead', contact: '', passphrase: 'only the lead knows this one' };
  await server.send('PUT', `/api/consultations/${consultation}/concerns/lead`, lead);
  for (const one of [page, theirs]) await one.getByRole('button', { name: 'Pass it on' }).waitFor();
  await look(page, 'console-concern');
  await page.getByRole('button', { name: 'Pass it on' }).click();
  await desk.until((v) => v.notes.some((note) => note.passedOn));

  // What is not as it was written is named, and can go.
  const db = new Database(join(server.folder, 'concerns.db'));
  db.prepare('UPDATE concern SET sealed = substr(sealed, 1, length(sealed) - 4)').run();
  db.close();
  await naming.reload();
  await naming.getByLabel('The lead’s passphrase').fill(lead.passphrase);
  await naming.getByRole('button', { name: 'Open them' }).click();
  await naming.getByText('1 concern could not be opened.').waitFor();
  await naming.getByText('It is not on the disk as it was written.').waitFor();
  await look(naming, 'console-concern-unread');
  await naming.getByRole('button', { name: 'Delete it unread' }).click();
  await naming.getByRole('button', { name: 'Delete it', exact: true }).click();
  await naming.getByText('Nothing was passed on.').waitFor();
  await naming.getByRole('button', { name: 'Name another lead' }).waitFor();
  expectNothingFound();
  for (const socket of [desk, ...phones]) socket.close();
  await Promise.all([laptop.close(), tablet.close()]);
}, 60_000);
