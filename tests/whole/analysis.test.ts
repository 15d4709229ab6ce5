/** The results page over a session of two rounds and over an imported one, in a browser. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { AnalysisPage, CommentItem, ReportPage } from '../../core/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { FIRST_PICTURE, holdTwoRounds } from '../support/twoRounds.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let server: TestServer;
let browser: Browser;
let desk: Page;
let id = '';
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  id = await holdTwoRounds(server);
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  });
  await openStartLink(context, server.app.startLink());
  desk = await context.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const path = (of = id): string => `/api/consultations/${of}`;
const open = async (query = ''): Promise<void> => {
  await desk.goto(`${server.url}/console/c/${id}/results${query}`);
  await desk.locator('.matrix').waitFor();
};
const firstLine = (): Promise<string> => desk.locator('.line-button').first().innerText();

test('F1 F2 F3 E1 the overview has the figures of each group; it is sorted by agreement and by how far groups are apart', async () => {
  await open();
  const cells = desk.locator('.line').first().locator('td .cell-words');
  expect(await cells.allInnerTexts()).toEqual([
    '7\u00a0of\u00a014 agree',
    '5\u00a0of\u00a06 agree',
    '1\u00a0of\u00a06 agree',
    '1\u00a0of\u00a02 agree',
  ]);
  await look(desk, 'analysis-overview');
  await desk.getByLabel('Order').selectOption('agree');
  expect(await firstLine()).toContain('We want the same');
  await desk.getByLabel('Order').selectOption('apart');
  expect(await firstLine()).toContain('I am listened to');
  await desk.getByText('Families agree more than Workforce: a large difference (0.78).').waitFor();
  await desk.getByText(/^Common ground \(1\)/).click();
  await desk.getByText('More than half of everyone, and of every group compared, agree.').waitFor();
  await desk.getByText(/^Split \(1\)/).click();
  await look(desk, 'analysis-common-ground');
  // The address keeps how it is looked at.
  await desk.reload();
  await desk.locator('.matrix').waitFor();
  expect(await desk.getByLabel('Order').inputValue()).toBe('apart');
  expectNothingFound();
}, 120_000);

test('F3 F9 E1 a statement in full: both rounds, what moved, who moved, and statistics with their caveats', async () => {
  await open('?more=agreement,consensus,intervals,tests');
  await desk.getByRole('button', { name: /I am listened to/ }).click();
  await desk.locator('canvas').first().waitFor();
  expect(await desk.locator('.round').count()).toBe(2);
  // The tables of both rounds stand under each other, whole.
  const tables = desk.locator('.round-table .table-box');
  expect(await tables.count()).toBe(2);
  for (const table of await tables.all())
    expect(await table.evaluate((el) => el.scrollWidth - el.clientWidth)).toBeLessThanOrEqual(0);
  const everyone = tables.first().locator('tbody tr').first();
  expect((await everyone.innerText()).split(/\s+/)).toEqual([
    'Everyone',
    '2',
    '4',
    '1',
    '5',
    '2',
    '14',
    'between',
    'Neither',
    'and',
    'Agree',
    '1',
    '0',
    '0',
  ]);
  await desk
    .getByText(
      'Of 14 people who answered in both rounds in linked sessions, 4 moved towards agreeing, 1 towards disagreeing, 9 stayed.',
    )
    .waitFor();
  await desk
    .getByText(/These people were not drawn at random/)
    .first()
    .waitFor();
  await desk
    .getByText(/Families, Workforce and Carers: Kruskal-Wallis.*p = 0\.\d{3} \(exact\)/)
    .first()
    .waitFor();
  await desk.getByText(/Wilcoxon signed rank: p = .* \(exact\).*Both leave out those who stayed/).waitFor();
  const measures = desk.getByRole('region', { name: 'Statement 1: More statistics, First round' });
  expect(await measures.locator('tbody tr').first().locator('td').allInnerTexts()).toEqual([
    '14',
    'Disagree',
    'between Neither and Agree',
    'Agree',
    '0.08',
    '0.45',
    'not given below 20 people',
  ]);
  await desk.getByRole('button', { name: 'We want the same' }).click();
  await look(desk, 'analysis-statement');
  await desk.getByRole('button', { name: 'How it is drawn' }).click();
  for (const name of [/Middle answer set apart/, /Plain bars/])
    await desk.getByRole('radio', { name }).check();
  await desk.getByRole('checkbox', { name: /Patterns/ }).check();
  await look(desk, 'analysis-plain-patterns');
  expectNothingFound();
}, 120_000);

test('F4 groups are put together by name, changed, removed and brought back, and the report has the same', async () => {
  await open();
  const units = async () => (await server.get<ReportPage>(`${path()}/report`)).document.units;
  await desk.getByRole('button', { name: /^Put together/ }).click();
  await desk.getByRole('button', { name: 'Put groups or sessions together' }).click();
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await desk.getByText('Give it a name.').waitFor();
  await desk.getByRole('checkbox', { name: 'Families' }).check();
  await desk.getByRole('checkbox', { name: 'Carers' }).check();
  expect(await desk.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Families and Carers');
  await look(desk, 'analysis-merge');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await desk.getByRole('columnheader', { name: 'Families and Carers' }).waitFor();
  expect(await desk.locator('.line').first().locator('td .cell-words').last().innerText()).toBe(
    '6\u00a0of\u00a08 agree',
  );
  expect(await units()).toMatchObject([{ name: 'Families and Carers', groups: ['families', 'carers'] }]);
  await desk.getByRole('button', { name: /^Change/ }).click();
  await desk.getByRole('textbox', { name: 'Name' }).fill('At home');
  await desk.keyboard.press('Enter');
  await desk.getByRole('columnheader', { name: 'At home' }).waitFor();
  await desk.getByRole('button', { name: /^Remove/ }).click();
  await desk.getByRole('columnheader', { name: 'At home' }).waitFor({ state: 'detached' });
  expect(await units()).toEqual([]);
  await desk.getByRole('button', { name: 'Undo' }).click();
  await desk.getByRole('columnheader', { name: 'At home' }).waitFor();
  expect(await units()).toMatchObject([{ name: 'At home' }]);
  expectNothingFound();
}, 120_000);

test('F14 E1 comments are searched, marked for quoting, and made fit to be printed beside the original', async () => {
  await open();
  await desk.getByRole('button', { name: /I am listened to/ }).click();
  await desk.locator('.comments-box summary').first().click();
  const cards = desk.locator('.said');
  await cards.first().waitFor();
  expect(await cards.count()).toBe(4);
  const team = cards.filter({ hasText: 'Not for the wall' });
  expect(await team.innerText()).toContain('For the team only: cannot be quoted.');
  expect(await team.getByRole('checkbox').count()).toBe(0);
  expect(await cards.filter({ hasText: 'rather not be quoted' }).getByRole('checkbox').count()).toBe(0);
  await desk.getByRole('textbox', { name: 'Search' }).fill('CAFE');
  await desk.getByText('1 of 4 comments').waitFor();
  const card = cards.first();
  await card.getByRole('checkbox', { name: 'Mark for quoting' }).check();
  await card.getByText('Not checked yet, so it is not printed').waitFor();
  await card.getByRole('button', { name: 'Check and edit for printing' }).click();
  await card.getByRole('textbox').fill('She listened to me in the Café');
  await card.getByRole('checkbox', { name: /I have read it/ }).check();
  await card.getByText('✓ Checked').waitFor();
  await look(desk, 'analysis-comments');
  const statement = (await server.get<AnalysisPage>(`${path()}/analysis`)).statements[0]?.id ?? '';
  const kept = (await server.get<CommentItem[]>(`${path()}/comments?statement=${statement}`)).find(
    (c) => c.review,
  );
  expect(kept).toMatchObject({
    comment: 'Anna Smith listened to me in the Café',
    review: { chosen: true, checked: true, published: 'She listened to me in the Café' },
  });
  await desk.getByRole('textbox', { name: 'Search' }).fill('07700');
  await cards.first().locator('mark', { hasText: '07700 900123' }).waitFor();
  // The report's page leads to the comments of one statement.
  await desk.goto('about:blank');
  await desk.goto(`${server.url}/console/c/${id}/results#line-${statement}`);
  await cards.first().waitFor();
  expect(await cards.count()).toBe(4);
  // The same comments stand under all statements, with what was done to them.
  await desk.getByRole('button', { name: /I am listened to/ }).click();
  await desk.getByText('Search all comments').click();
  await desk.getByRole('checkbox', { name: 'Only those marked for quoting' }).check();
  await desk.getByText('1 of 4 comments').waitFor();
  expect(await cards.innerText()).toContain('She listened to me in the Café');
  expectNothingFound();
}, 120_000);

test('F15 a figure is saved as PNG and SVG and copied, with its question, n and date in it', async () => {
  await open();
  await desk.getByRole('button', { name: /I am listened to/ }).click();
  const save = async (name: RegExp) => {
    const downloading = desk.waitForEvent('download');
    const asking = desk.waitForRequest('**/api/picture');
    await desk.getByRole('button', { name }).first().click();
    expect((await asking).postDataJSON()).toMatchObject({ picture: FIRST_PICTURE });
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(
      /^\d{4}-\d\d-\d\d_.*statement-1_round-1_CONFIDENTIAL-TEAM-ONLY\.(png|svg)$/,
    );
    return readFile(await file.path());
  };
  const png = await save(/^Save PNG/);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect(width).toBeGreaterThanOrEqual(1280);
  expect(height).toBeGreaterThan(300);
  const sized = await desk.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      return [bitmap.width, bitmap.height];
    },
    [...png],
  );
  expect(sized).toEqual([width, height]);
  const svg = (await save(/^Save SVG/)).toString();
  expect(svg).toContain('<title>I am listened to');
  await desk
    .getByRole('button', { name: /^Copy picture/ })
    .first()
    .click();
  await desk.locator('.take-away').getByText('Copied. Paste it where you want it.').waitFor();
  const copied = await desk.evaluate(async () => (await navigator.clipboard.read())[0]?.types);
  expect(copied).toContain('image/png');
}, 120_000);

test('E1 E2 it is whole by keyboard, at the width of a phone, and on paper; a failure says what to do', async () => {
  await open();
  await desk.locator('.line-button').first().focus();
  await desk.keyboard.press('Enter');
  await desk.locator('canvas').first().waitFor();
  await desk.setViewportSize({ width: 390, height: 844 });
  await look(desk, 'analysis-phone');
  const wide = () => desk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await wide()).toBeLessThanOrEqual(0);
  await desk.setViewportSize({ width: 1280, height: 720 });
  expect(await wide()).toBeLessThanOrEqual(0);
  await desk.emulateMedia({ media: 'print' });
  expect(
    await desk
      .getByRole('button', { name: /^Save PNG/ })
      .first()
      .isVisible(),
  ).toBe(false);
  expect(await desk.locator('.statement-full').first().isVisible()).toBe(true);
  await desk.emulateMedia({ media: 'screen' });
  await desk.route('**/analysis', (route) => route.abort());
  await desk.reload();
  await desk.getByText(/did not answer/).waitFor();
  await desk.unroute('**/analysis');
  await desk.getByRole('button', { name: 'Try again' }).click();
  await desk.locator('.matrix').waitFor();
  expectNothingFound();
}, 120_000);
