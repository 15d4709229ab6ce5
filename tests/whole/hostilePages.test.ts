/** The same texts on the console's pages, the sheets and the report as a web page, once sessions were held. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CommentItem, StoredDocument } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { launchBrowser } from '../support/browser.ts';
import { joinDevice } from '../support/devices.ts';
import { expectHarmless, harmless, watch } from '../support/harmless.ts';
import { hostileDocument, holdBoth, PASSPHRASE } from '../support/hostilePeople.ts';
import { LONG } from '../support/hostileCorpus.ts';
import { choose, writeReport } from '../support/hostileReport.ts';
import { dealer } from '../support/hostileRoom.ts';
import { openStartLink } from '../support/signIn.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let server: TestServer;
let browser: Browser;
let desk: Page;
let of: Consultation;
let path = '';
let comments: CommentItem[];
let report: ReportDocument;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  of = await hostileDocument(server);
  path = `/api/consultations/${of.id}`;
  await holdBoth(server, of);
  report = await writeReport(server, path);
  comments = await choose(server, path, LONG ? 1 : 12);
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await watch(context, server.url);
  await openStartLink(context, server.app.startLink());
  desk = await context.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

const open = (page: string) => desk.goto(`${server.url}/console/${page}`);
const statements = () => of.statements.map((s) => s.wordings[0]?.text ?? '');

test('P7 home, the editor with all its parts, and locking away', async () => {
  await open('');
  await desk.getByRole('link', { name: /^Results of/ }).waitFor();
  await harmless(desk, 'home', [of.title]);
  await desk.getByRole('button', { name: /^Lock away/ }).click();
  await desk.getByRole('dialog').waitFor();
  await harmless(desk, 'lock', [of.title]);
  await open(`c/${of.id}`);
  await desk.getByRole('heading', { name: 'Statements' }).first().waitFor();
  await harmless(desk, 'editor', [
    ...statements(),
    of.title,
    of.aim,
    of.askedBy,
    of.ledBy,
    of.answeredBy,
    of.answerDue,
    of.decided,
    of.open,
    ...Object.values(of.words),
    ...of.groups.flatMap((g) => [g.label, g.roomLabel]),
  ]);
  expectHarmless(3);
}, 60_000);

test('P7 F15 results: the overview, a statement in full with its figures, and every comment', async () => {
  await open(`c/${of.id}/results?more=agreement,consensus,intervals,tests`);
  await desk.locator('.matrix').waitFor();
  await harmless(desk, 'results', [of.title, ...statements()]);
  await desk.getByText('Search all comments').first().click();
  await desk.locator('.said').first().waitFor();
  await desk.evaluate(async () => {
    const more = () =>
      [...document.querySelectorAll('button')].find((b) => /^Show \d+ more/.test(b.innerText));
    for (let next = more(); next !== undefined; next = more()) {
      next.click();
      await new Promise(requestAnimationFrame);
    }
  });
  await harmless(
    desk,
    'results-comments',
    comments.map((c) => c.comment),
  );
  await desk.locator('.line-button').nth(2).click();
  await desk.locator('canvas').first().waitFor();
  await harmless(desk, 'results-statement', [statements()[2] ?? '']);
  // The next wave names the one before on its own pages.
  const again = await server.send<StoredDocument>('POST', '/api/consultations', { again: of.id });
  await open(`c/${again.consultation.id}`);
  await desk.locator('.wave-note').waitFor();
  await harmless(desk, 'editor-wave', [of.title]);
  await open(`c/${again.consultation.id}/waves`);
  await desk.getByRole('heading', { name: 'No session of this one is finished yet' }).waitFor();
  await harmless(desk, 'waves', [of.title]);
  await server.send('DELETE', `/api/consultations/${again.consultation.id}`);
  expectHarmless(5);
}, 60_000);

test('P7 F11 the report’s page, its preview at the widths of a phone and a laptop, and the sheets to print', async () => {
  await open(`c/${of.id}/report`);
  await desk.getByLabel('Subtitle').waitFor();
  await harmless(desk, 'report', [
    report.title,
    report.subtitle,
    report.notHeard,
    ...Object.values(report.texts).map((text) => text.text),
    ...report.chapters.flatMap((c) => [c.title, c.text, ...c.pictures.flatMap((p) => [p.alt, p.credit])]),
  ]);
  const printed = comments.filter((c) => c.quote).map((c) => c.comment);
  expect(printed.length).toBeGreaterThan(500);
  await desk.goto(`${server.url}${path}/report/preview`, { timeout: 120_000 });
  const chapters = report.chapters.flatMap((c) => [c.title, c.text.split('\n')[0] ?? '']);
  await harmless(desk, 'report-preview', [report.title, ...chapters]);
  await desk.setViewportSize({ width: 360, height: 640 });
  await harmless(desk, 'report-preview-phone');
  await desk.setViewportSize({ width: 1366, height: 768 });
  for (const name of ['privacy', 'consent', 'impact']) {
    await desk.goto(`${server.url}${path}/sheets/${name}`);
    await harmless(desk, `sheet-${name}`, [of.title]);
  }
  expectHarmless(6);
}, 240_000);

test('P7 M4 AL1 concerns, who would rather talk alone, devices and the log', async () => {
  const { line } = dealer(80);
  const name = line(40);
  await joinDevice(server, 'scribe', name);
  await open('staff');
  await desk.getByText('Scribe').first().waitFor();
  await harmless(desk, 'staff', [name]);
  await open('log');
  await desk.locator('table.log').waitFor();
  await harmless(desk, 'log', [of.title]);
  await open(`c/${of.id}/concerns`);
  await desk.getByLabel('Passphrase').first().fill(PASSPHRASE);
  await harmless(desk, 'concerns', [of.words.dangerTo]);
  await desk.getByRole('button', { name: /^Open/ }).click();
  await desk.locator('.concern').first().waitFor();
  await harmless(desk, 'concerns-open');
  await open(`c/${of.id}/alone`);
  await desk.getByLabel('The lead’s passphrase').fill(PASSPHRASE);
  await desk.getByRole('button', { name: /^Open/ }).click();
  await desk.getByText('Do not speak to them in front of others.').first().waitFor();
  await harmless(desk, 'alone-open');
  expectHarmless(5);
}, 60_000);
