/** A consultation is locked away on the console, removed, and opened again from the locked file. */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { archiveOf, consultation, held, laptop } from '../support/archives.ts';
import { launchBrowser } from '../support/browser.ts';
import { workOf } from '../support/lockWork.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openDesk } from '../support/reportPage.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let folder = '';
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ lockWork: undefined }), launchBrowser()]);
  folder = await mkdtemp(join(tmpdir(), 'standpoint-lock-'));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('Z1 E1 locked with a passphrase that is made up, removed with the file in hand, and opened again', async () => {
  const store = await laptop(consultation({ title: 'What we said' }), held('one', [1, 2, 3, 4, 5]));
  const body = new Uint8Array(await archiveOf(store, 'shared'));
  await store.close();
  const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/octet-stream' };
  await server.fetch(`/api/archives`, { method: 'POST', headers, body });

  const { page, button, dialog } = await openDesk(browser, server.app.startLink());
  await page.goto(`${server.url}/console`);
  await button('Lock away “What we said”').click();
  await button('Make one up', dialog()).click();
  const passphrase = await dialog().getByLabel('Passphrase', { exact: true }).inputValue();
  expect(passphrase).toMatch(/^([2-9B-Z]{4}-){5}[2-9B-Z]{4}$/);
  await look(page, 'console-lock');
  await button('Lock it and save the file', dialog()).click();
  await dialog().getByText('The two are not the same').first().waitFor();
  await dialog().getByLabel('The passphrase once more').fill(passphrase);
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await button('Lock it and save the file', dialog()).click();
  const download = await coming;
  const file = join(folder, download.suggestedFilename());
  expect(file).toMatch(/CONFIDENTIAL-TEAM-ONLY\.standpoint\.age$/);
  await copyFile(await download.path(), file);
  // What a guess costs whoever found the file.
  expect(workOf(await readFile(file))).toBe(18);
  await dialog().getByText('Remove it from this laptop?').waitFor();
  await look(page, 'console-locked');

  await button('Remove it from this laptop', dialog()).click();
  await dialog().getByText('Choose the file first.').first().waitFor();
  await dialog().getByLabel('The locked file').setInputFiles(file);
  await button('Remove it from this laptop', dialog()).click();
  await page.getByText('Locked away and removed: What we said').waitFor();
  expect(await server.get('/api/consultations')).toEqual([]);

  await button(/Open a file/).click();
  await page.getByLabel('Consultation file or archive').setInputFiles(file);
  await page.getByLabel('Passphrase or key').fill('not this one, surely not');
  await button('Open this file').click();
  await page.getByText('This passphrase or key does not open it.').first().waitFor();
  await page.getByLabel('Passphrase or key').fill(passphrase);
  await look(page, 'console-unlock');
  await button('Open this file').click();
  await page.getByText('It is open').waitFor();
  expect(await server.get('/api/consultations')).toMatchObject([{ title: 'What we said' }]);
  expectNothingFound();
}, 180_000);
