/** The results of many groups: all of it can be found and compared. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { consult, crowd, finish, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

/** As many groups as a county has, with names as long as theirs. */
const GROUPS = Array.from({ length: 10 }, (_, i) => ({
  id: `g${i + 1}`,
  label: `Group ${i + 1} of parents, carers and those who work with them in the county`,
  roomLabel: '',
}));

let server: TestServer;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
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

/** Asks again until the answer fits; the test's own time is the limit. */
async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<void> {
  while (!fits(await ask()));
}

test('F1 F15 E1 ten groups: bars of one scale at one height, the statements stand still, and what is out of sight is told', async () => {
  const { id } = await consult(server, 'Ten groups', ['They listen to me'], (c) => ({
    ...c,
    groups: GROUPS,
  }));
  const people = GROUPS.flatMap((g, i) => crowd(i < 5 ? [5, 4, 4, 5, 4] : [1, 2, 2, 1, 3], g.id));
  await finish(server, await hold(server, id, people, { groups: GROUPS.map((g) => g.id) }));
  await desk.goto(`${server.url}/console/c/${id}/results`);
  await desk.locator('.matrix').waitFor();
  const bars = () =>
    desk.locator('.line .mini').evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect()));
  const drawn = await bars();
  expect(drawn.length).toBe(11);
  expect(new Set(drawn.map(({ width }) => Math.round(width))).size).toBe(1);
  expect(new Set(drawn.map(({ top }) => Math.round(top))).size).toBe(1);
  await look(desk, 'analysis-wide');

  const more = desk.getByRole('button', { name: /more columns? to the right/ });
  const beyond = await desk.locator('.matrix > thead th').evaluateAll((all) => {
    const edge = document.querySelector('.matrix-box')?.getBoundingClientRect().right ?? 0;
    return all.filter((th) => th.getBoundingClientRect().left > edge - 60).length;
  });
  expect(await more.innerText()).toContain(`${beyond} more columns to the right`);
  const statement = desk.locator('.line-button').first();
  const before = (await statement.boundingBox())?.x;
  await more.click();
  await more.waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: /to the left/ }).waitFor();
  expect((await statement.boundingBox())?.x).toBe(before);
  await look(desk, 'analysis-wide-moved');

  // Who is on which side, each a list of its own.
  await desk.getByText(/^Split \(1\)/).click();
  const lists = desk.locator('.ground-side');
  expect(await lists.locator('bdi').count()).toBe(10);
  expect(await lists.first().innerText()).toMatch(/^More than half agree\s+Group 1 of/);
  expect(await lists.last().innerText()).toMatch(/^More than half disagree\s+Group 6 of/);
  await look(desk, 'analysis-wide-split');

  // A wide screen is used: nothing is out of sight any more.
  await desk.setViewportSize({ width: 1920, height: 1080 });
  await eventually(
    () => desk.getByRole('button', { name: /columns? to the/ }).count(),
    (n) => n === 0,
  );
  await look(desk, 'analysis-wide-1920');
  await desk.setViewportSize({ width: 1366, height: 768 });
  expectNothingFound();
}, 120_000);
