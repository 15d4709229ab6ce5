import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { AnalysisPage, ConsultationListItem } from '../../core/api.ts';
import type { Session } from '../../core/session.ts';
import { launchBrowser } from '../support/browser.ts';
import { consult, crowd, finish, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let first: TestServer;
let second: TestServer;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  [first, second, browser] = await Promise.all([startServer(), startServer(), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  for (const server of [first, second]) await openStartLink(context, server.app.startLink());
  desk = await context.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([first?.stop(), second?.stop()]);
});

const list = (server: TestServer) => server.get<ConsultationListItem[]>('/api/consultations');

/** Saves everything of a consultation from its results; gives the file. */
async function save(server: TestServer, id: string, name: string): Promise<string> {
  await desk.goto(`${server.url}/console/c/${id}/results`);
  const coming = desk.waitForEvent('download');
  await desk.getByRole('link', { name: 'Save everything as one file' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/CONFIDENTIAL-TEAM-ONLY\.standpoint$/);
  const file = join(server.folder, name);
  await download.saveAs(file);
  return file;
}

async function open(server: TestServer, file: string): Promise<void> {
  await desk.goto(`${server.url}/console`);
  await desk.getByRole('button', { name: /Open a file/ }).click();
  await desk.locator('input[type=file]').setInputFiles(file);
  await desk.getByRole('button', { name: 'Open this file' }).click();
}

test('F13 E1 everything goes to another laptop, comes back with what was held there, and is counted once', async () => {
  const { id } = await consult(first, 'On two laptops', ['Buses should run at night']);
  await finish(first, await hold(first, id, crowd([1, 2, 4, 5, 5]), { name: 'In the hall' }));
  const everything = await save(first, id, 'first.standpoint');

  await open(second, everything);
  await desk.getByText('It is open').waitFor();
  await desk.getByText('New sessions: In the hall.').waitFor();
  await desk.getByRole('link', { name: 'Results of On two laptops' }).waitFor();
  await look(desk, 'console-archive-opened');
  await desk.getByRole('link', { name: 'Open “On two laptops”' }).click();
  await desk.waitForURL(`${second.url}/console/c/${id}`);
  await open(second, everything);
  await desk.getByText('There was nothing new in it').waitFor();

  // Each laptop holds a session of its own; then they meet.
  await finish(first, await hold(first, id, crowd([4, 4, 4, 2, 3, 5]), { name: 'At school' }));
  await finish(second, await hold(second, id, crowd([1, 1, 2, 4, 5]), { name: 'In the centre' }));
  await open(first, await save(second, id, 'second.standpoint'));
  await desk.getByText('Merged').waitFor();
  await desk.getByText('New sessions: In the centre.').waitFor();
  await desk.getByText('Here already, and the same: In the hall.').waitFor();
  await look(desk, 'console-archive-merged');
  const { sessions, statements } = await first.get<AnalysisPage>(`/api/consultations/${id}/analysis`);
  expect(sessions.map((s) => s.name).toSorted()).toEqual(['At school', 'In the centre', 'In the hall']);
  expect(statements[0]?.counts.reduce((sum, [, , , , n]) => sum + n, 0)).toBe(16);
  expectNothingFound();
}, 120_000);

test('F13 E1 a broken archive is told and nothing of it is taken over', async () => {
  const before = await list(second);
  const broken = join(second.folder, 'broken.standpoint');
  await writeFile(broken, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1, 2, 3]));
  await open(second, broken);
  await desk.getByText('“broken.standpoint” is damaged or not whole').waitFor();
  await look(desk, 'console-archive-broken');
  expect(await list(second)).toEqual(before);
  expectNothingFound();
}, 60_000);

test('F13 E1 what is not finished is named beside the files, where they are opened, and before all is removed', async () => {
  const { id } = await consult(first, 'Half finished', ['Buses should run at night']);
  await finish(first, await hold(first, id, crowd([1, 2, 4, 5, 5]), { name: 'In the hall' }));
  await hold(first, id, crowd([1, 5]), { name: 'At school' });
  const draft = await first.send<Session>('POST', `/api/consultations/${id}/sessions`, { name: 'Now' });
  await first.send('POST', `/api/sessions/${draft.id}/lobby`, {});
  const file = await save(first, id, 'half.standpoint');
  const beside = desk.getByRole('list', { name: 'Not in these files yet' });
  await beside.getByText('“At school” is in none of these files yet: it has ended').waitFor();
  await beside.getByText('“Now” is in none of these files yet: it has not ended').waitFor();
  await beside.scrollIntoViewIfNeeded();
  await look(desk, 'console-files-left');

  await desk.goto(`${first.url}/console`);
  await desk.getByRole('button', { name: 'Remove Half finished' }).click();
  await desk.getByText('That file lacks “At school”').waitFor();
  await look(desk, 'console-remove-left');

  await open(second, file);
  await desk.getByText('It is open').waitFor();
  await desk.getByText('The session “At school” is not in this archive: it had ended').waitFor();
  await desk.getByText('The session “Now” is not in this archive: it had not ended').waitFor();
  await look(desk, 'console-archive-lacks');
  expectNothingFound();
}, 120_000);
