import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Consultation } from '../../core/consultation.ts';
import type { ConsultationListItem, ConsultationPage } from '../../core/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { startProgram, type Program } from '../support/program.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let program: Program;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await openStartLink(context, await program.link());
  desk = await context.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function get<T>(path: string): Promise<T> {
  return (await (await program.fetch(path)).json()) as T;
}
const list = () => get<ConsultationListItem[]>('/api/consultations');

test('F7 L1 E1 a consultation is edited, undone, reordered by keys, saved to a file and opened from it; a broken file is told', async () => {
  await desk.goto(`${program.url}/console`);
  await desk.getByText('SAMPLE').first().waitFor();
  await look(desk, 'console-home-sample');
  await desk.getByRole('radio', { name: /Four statements on the wall/ }).check();
  await desk.getByRole('button', { name: 'Use this template' }).click();
  await desk.waitForURL(/\/console\/c\//);
  const id = desk.url().split('/').at(-1) ?? '';
  const page = () => get<ConsultationPage>(`/api/consultations/${id}`);
  const texts = async () => (await page()).consultation.statements.map((s) => s.wordings[0]?.text);
  const before = await texts();
  const saved = desk
    .getByRole('status')
    .filter({ hasText: /Saved$/ })
    .first();

  const first = desk.getByRole('textbox', { name: /Statement 1/ }).first();
  await first.fill('My worker hears what I say');
  await saved.waitFor();
  await expectEventually(texts, ['My worker hears what I say', ...before.slice(1)]);
  await desk.getByRole('button', { name: 'Undo' }).click();
  await expectEventually(texts, before);
  await desk.getByRole('button', { name: 'Redo' }).click();
  await expectEventually(async () => (await texts())[0], 'My worker hears what I say');
  await first.focus();
  await desk.keyboard.press('Alt+ArrowDown');
  await expectEventually(async () => (await texts())[1], 'My worker hears what I say');
  await look(desk, 'console-editor-edited');

  const downloading = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Save to a file' }).click();
  const file = join(program.folder, 'saved.json');
  await (await downloading).saveAs(file);
  const wanted = (await page()).consultation;

  await desk.goto(`${program.url}/console`);
  await desk.getByRole('button', { name: /Open a file/ }).click();
  const broken = join(program.folder, 'broken.json');
  const json = JSON.parse(await readFile(file, 'utf8'));
  json.consultation.statements[2].wordings[0].text = 7;
  await writeFile(broken, JSON.stringify(json));
  await desk.locator('input[type=file]').setInputFiles(broken);
  await desk.getByRole('button', { name: 'Open this file' }).click();
  await desk
    .getByText(/statements\.2\.wordings\.0\.text/)
    .first()
    .waitFor();
  await look(desk, 'console-broken-file');
  expect((await list()).length).toBe(2);
  await desk.locator('input[type=file]').setInputFiles(file);
  await desk.getByRole('button', { name: 'Open this file' }).click();
  await desk.waitForURL((url) => url.pathname.startsWith('/console/c/') && !url.pathname.endsWith(id));
  const copy = desk.url().split('/').at(-1) ?? '';
  const opened = (await get<ConsultationPage>(`/api/consultations/${copy}`)).consultation;
  // The first is here already, so the second has ids of its own; all else is the same.
  const withoutIds = (document: Consultation): unknown =>
    JSON.parse(JSON.stringify(document).replaceAll(/"(?:id|group)":"[a-z2-7]{26}"/g, '"id":""'));
  expect(withoutIds(opened)).toEqual(withoutIds(wanted));
  expectNothingFound();
}, 120_000);

test('F1 E1 the sample’s results, its files, checking the room, and the sample removed with one click', async () => {
  const sample = (await list()).find((c) => c.sample);
  await desk.goto(`${program.url}/console/c/${sample?.id}/results`);
  await desk.getByRole('button', { name: 'Open all' }).click();
  await desk.locator('canvas').first().waitFor();
  await desk.getByText('SAMPLE').first().waitFor();
  await look(desk, 'console-sample-results');
  const downloading = desk.waitForEvent('download');
  await desk.getByRole('link', { name: /Download/ }).click();
  expect((await downloading).suggestedFilename()).toMatch(/SAMPLE.*CONFIDENTIAL-TEAM-ONLY\.zip$/);

  const tryOut = sample?.sessions.find((s) => s.state === 'lobby');
  await desk.goto(`${program.url}/console/s/${tryOut?.id}`);
  await desk.getByRole('button', { name: 'Check this room' }).first().click();
  await desk
    .getByRole('dialog')
    .getByText(/\d+\.\d+\.\d+\.\d+:\d+/)
    .first()
    .waitFor();
  await look(desk, 'console-room-check');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Shift+?');
  await desk.getByRole('dialog').waitFor();
  await look(desk, 'console-keys');
  await desk.keyboard.press('Escape');

  await desk.goto(`${program.url}/console`);
  await desk.getByRole('button', { name: 'Remove the sample' }).click();
  await desk
    .getByRole('status')
    .filter({ hasText: 'Sample removed. Start Standpoint with --sample to have it again.' })
    .waitFor();
  await expectEventually(async () => (await list()).some((c) => c.sample), false);
  await desk.getByText('SAMPLE', { exact: true }).first().waitFor({ state: 'detached' });
  expectNothingFound();
}, 120_000);

test('F8 an export from Polis is imported on the console, and a broken line is named', async () => {
  const votes = [
    'timestamp,datetime,comment-id,voter-id,vote',
    '1700000000,now,0,0,1',
    '1700000001,now,0,1,-1',
  ];
  const comments = [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    '1700000000,now,0,0,1,1,1,"Buses should run at night"',
  ];
  const upload = async (lines: string[]): Promise<void> => {
    const folder = program.folder;
    await writeFile(join(folder, 'votes.csv'), `${lines.join('\n')}\n`);
    await writeFile(join(folder, 'comments.csv'), `${comments.join('\n')}\n`);
    expect(readdirSync(folder)).toContain('votes.csv');
    await desk.goto(`${program.url}/console`);
    await desk.getByRole('button', { name: /Import from Polis/ }).click();
    await desk
      .locator('input[type=file]:not([webkitdirectory])')
      .setInputFiles([join(folder, 'votes.csv'), join(folder, 'comments.csv')]);
    await desk.getByRole('button', { name: 'Import', exact: true }).click();
  };
  const count = (await list()).length;
  await upload([...votes, '1700000002,now,0,2,5']);
  await desk
    .getByText(/votes\.csv line 4/)
    .first()
    .waitFor();
  expect((await list()).length).toBe(count);
  await upload(votes);
  await expectEventually(async () => (await list()).length, count + 1);
  const made = (await list()).at(-1);
  expect(made?.sessions.map((s) => s.state)).toEqual(['sealed']);
}, 60_000);

/** Asks again until the answer is the one expected; the test's own time is the limit. */
async function expectEventually<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  const same = async (): Promise<boolean> => JSON.stringify(await ask()) === JSON.stringify(wanted);
  while (!(await same())) await desk.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
}
