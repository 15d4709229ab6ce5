/** The report's page on a laptop whose disk is full: it says so, and what was typed is saved when there is space. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ReportPage } from '../../core/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { fullDisk } from '../support/fullDisk.ts';
import { consult, crowd, finish, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openDesk } from '../support/reportPage.ts';
import { startServer, type TestServer } from '../support/server.ts';

const disk = fullDisk();
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ wrap: disk.wrap }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('P5 S7 E1 while typing, before the files are made, and when they are registered, a full disk is called that', async () => {
  const { id } = await consult(server, 'Full disk', ['They listen to me']);
  await finish(server, await hold(server, id, crowd([1, 2, 3, 4, 4, 5])));
  const { page, button, dialog, openMake } = await openDesk(browser, server.app.startLink());
  await page.goto(`${server.url}/console/c/${id}/report`);
  const words =
    'The disk of the laptop is full. Free some space; nothing typed is lost while this page is open.';
  const heard = page.getByLabel('Who we did not hear');
  disk.fill();
  await heard.fill('Fathers');
  await page.getByRole('alert').getByText(words).waitFor();
  await page.getByText('Not saved yet. Keep this page open').waitFor();
  await look(page, 'console-report-full');
  await button('Make the files').click();
  await dialog().getByText(words).waitFor();
  await look(page, 'console-report-full-make');
  disk.free();
  await button('Try again', dialog()).click();
  await button('Word file', dialog()).waitFor();
  expect((await server.get<ReportPage>(`/api/consultations/${id}/report`)).document.notHeard).toBe('Fathers');
  expect(await page.getByRole('alert').count()).toBe(0);
  await button('Cancel', dialog()).click();

  await openMake();
  disk.fill();
  await button('Word file', dialog()).click();
  await dialog().getByText(words).waitFor();
  await look(page, 'console-report-full-work');
  disk.free();
  await button('Try again', dialog()).click();
  await button('Word file', dialog()).click();
  await dialog().getByText('The file is ready').waitFor();
  expectNothingFound();
}, 120_000);
