/** Ordering a paper pack in a real browser: from the consultation, for a session, with code cards while it runs. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Download, Page } from 'playwright-core';
import type { Session } from '../../core/session.ts';
import type { StoredDocument } from '../../core/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { clockAt } from '../support/clock.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { readPdf } from '../support/readReport.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const SIZES = [
  ['phone', 360, 640],
  ['phone-tall', 390, 844],
  ['tablet', 768, 1024],
  ['console', 1366, 768],
] as const;

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ clock: clockAt('2026-11-22') }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(server.url + path);
  return page;
}

const textOf = async (download: Download): Promise<string> =>
  (await readPdf(readFileSync(await download.path()))).text;

/** Two groups with words of their own, in two languages. */
const twoGroups = (doc: StoredDocument['consultation']): void => {
  doc.languages = ['en', 'cy'];
  doc.groups = ['Families', 'Social workers'].map((label, i) => ({ id: `g${i}`, label, roomLabel: '' }));
  doc.statements[0]?.wordings.push({ group: 'g1', lang: 'en', text: 'I listen to families' });
};

test('PR8 E1 a pack is ordered on its page at every size, and what cannot be made says why before it is asked for', async () => {
  const { document: made } = await openSession(server, ['My worker listens', 'I am told'], {}, twoGroups);
  const page = await open(`/console/c/${made.consultation.id}`);
  await page.getByRole('link', { name: 'Print', exact: true }).click();
  await page.getByRole('heading', { name: 'Print a paper pack' }).waitFor();
  await page.getByText('Groups have statements in words of their own here.').waitFor();
  expect(await page.getByRole('radio', { name: 'Apart for each group' }).isChecked()).toBe(true);
  // No session is chosen, so that there are no codes.
  expect(await page.getByRole('checkbox', { name: 'Code cards' }).count()).toBe(0);
  for (const [name, width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await look(page, `console-print-${name}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  const make = page.getByRole('button', { name: 'Make the pack' });
  await page.getByLabel('People: Families').fill('150');
  await page.getByLabel('People: Social workers').fill('60');
  await page.getByText('Choose between 1 and 200 people in all.').waitFor();
  expect(await make.isDisabled()).toBe(true);
  await page.getByLabel('People: Families').fill('2');
  await page.getByLabel('People: Social workers').fill('1');
  const download = page.waitForEvent('download');
  await make.click();
  const text = await textOf(await download);
  expect(text).toContain('I listen to families');
  expect(text).toContain('Slip 3');
  expect(text).not.toContain('Slip 4');
  await page.getByText('The file is ready').waitFor();
  await look(page, 'console-print-done');
  await page.getByRole('button', { name: 'Print something else' }).click();
  await make.waitFor();
  expectNothingFound();
  await page.context().close();
}, 120_000);

test('PR4 E1 code cards are offered while the session runs, come in a file of their own and are new at each printing', async () => {
  const { document, session } = await openSession(server, ['I am told']);
  const desk = await connectConsole(server, session.id);
  const live = await open(`/console/s/${session.id}`);
  await live.getByRole('button', { name: 'More' }).click();
  const popup = live.waitForEvent('popup');
  await live.getByRole('button', { name: 'Print a paper pack' }).click();
  const page = await popup;
  await page.getByLabel('For which session').waitFor();
  expect(await page.getByLabel('For which session').inputValue()).toBe(session.id);
  await page.getByRole('checkbox', { name: 'Code cards' }).check();
  await page.getByLabel('How many people').fill('3');
  await look(page, 'console-print-session');
  const codes = async (): Promise<string[]> => {
    await page.getByRole('button', { name: 'Make the pack' }).click();
    await page.getByText('The files are ready.').waitFor();
    await look(page, 'console-print-files');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'code-cards-DELETE-WHEN-PRINTED' }).click();
    const text = await textOf(await download);
    await page.getByRole('button', { name: 'Print something else' }).click();
    return [...text.matchAll(/[2-9B-Z]{4} [2-9B-Z]{4} [2-9B-Z]{4}/g)].map(([code]) => code);
  };
  const [first, second] = [await codes(), await codes()];
  expect([first.length, second.length]).toEqual([3, 3]);
  expect(new Set([...first, ...second]).size).toBe(6);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'end' });
  const ended = await server.get<{ sessions: Session[] }>(`/api/consultations/${document.consultation.id}`);
  expect(ended.sessions[0]?.state).toBe('ended');
  await page.reload();
  await page.getByText('Code cards belong to one session.').waitFor();
  expect(await page.getByRole('checkbox', { name: 'Code cards' }).count()).toBe(0);
  expectNothingFound();
  desk.close();
}, 120_000);

test('PR8 E1 statements in letters that no font has are named before anything is made', async () => {
  const { document } = await openSession(server, ['My worker listens', 'મારી વાત સાંભળે છે']);
  const page = await open(`/console/c/${document.consultation.id}/paper`);
  await page.getByRole('button', { name: 'Make the pack' }).click();
  const why = page.getByRole('alert').filter({ hasText: 'no font for these letters: Gujarati.' });
  await why.filter({ hasText: 'stand in: statements 2.' }).waitFor();
  await look(page, 'console-print-letters');
  expectNothingFound();
  await page.context().close();
}, 120_000);

test('PR8 E1 an empty consultation says that there is nothing to print', async () => {
  const made = await server.send<StoredDocument>('POST', '/api/consultations', { template: 'empty' });
  await server.send('PUT', `/api/consultations/${made.consultation.id}`, {
    ...made,
    consultation: { ...made.consultation, statements: [] },
  });
  const page = await open(`/console/c/${made.consultation.id}/paper`);
  await page.getByText('There is no statement yet, so there is nothing to print.').waitFor();
  await look(page, 'console-print-empty');
  expectNothingFound();
  await page.context().close();
}, 60_000);
