/** The same texts as what was said, as themes and under them: the scribe's screen and the themes of a consultation. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Consultation } from '../../core/consultation.ts';
import type { Session } from '../../core/session.ts';
import type { ChangesDone } from '../../core/talk/api.ts';
import type { Refusal } from '../../core/refusal.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectHarmless, harmless, watch } from '../support/harmless.ts';
import { CORPUS } from '../support/hostileCorpus.ts';
import {
  commander,
  draftSession,
  gather,
  hostileDocument,
  openLobby,
  placeAll,
  sure,
} from '../support/hostilePeople.ts';
import { commentsOn, dealer, shown, shownLine } from '../support/hostileRoom.ts';
import { openStartLink } from '../support/signIn.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { point, theme } from '../support/talk.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const THEMES = 40;
const PEOPLE = 6;
const POINTS = CORPUS.map(shown);
const { line, paragraph } = dealer(3);
const names = Array.from({ length: THEMES }, () => line(80));
const descriptions = names.map(() => paragraph(300));

let server: TestServer;
let browser: Browser;
let desk: Page;
let of: Consultation;
let session: Session;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  of = await hostileDocument(server);
  session = await openLobby(server, (await draftSession(server, of.id, 'guided')).id);
  const { tell } = await commander(server, session.id);
  const people = await gather(server, session.code, PEOPLE);
  await tell({ do: 'start' });
  await tell({ do: 'next' });
  await placeAll(people, 0, 5);
  await tell({ do: 'next' });
  const changes = [
    ...names.map((name, i) => theme(`t${i}`, { name, description: descriptions[i] ?? '', order: i })),
    ...CORPUS.map((text, i) => point(`p${i}`, { text, themes: [`t${i % THEMES}`] }, session.id)),
  ];
  for (let at = 0; at < changes.length; at += 100)
    sure(
      await server.send<ChangesDone | Refusal>('POST', `/api/sessions/${session.id}/talk`, {
        changes: changes.slice(at, at + 100),
      }),
    );
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

test('P7 TK8 the scribe’s screen, its themes and post-its, and the form of a theme', async () => {
  await desk.goto(`${server.url}/console/s/${session.id}/talk`);
  await desk.getByText(`${CORPUS.length} points`).waitFor();
  const earlier = desk.getByRole('button', { name: /earlier points?$/ });
  while ((await earlier.count()) > 0) await earlier.click();
  await expect(desk.locator('.point-text').count()).resolves.toBe(CORPUS.length);
  await harmless(desk, 'talk', [...POINTS, ...names.map(shownLine)]);
  await desk.getByText('Post-its', { exact: true }).click();
  await desk
    .locator('.postit')
    .nth(PEOPLE - 1)
    .waitFor();
  await harmless(desk, 'talk-postits', commentsOn(0).slice(0, PEOPLE).map(shown));
  await desk.getByText('Themes', { exact: true }).nth(1).click();
  await desk.locator('.theme-edit').first().click();
  await desk.getByRole('dialog').waitFor();
  await harmless(desk, 'talk-theme', [shownLine(names[0] ?? ''), shown(descriptions[0] ?? '')]);
  await desk.keyboard.press('Escape');
  await desk.setViewportSize({ width: 820, height: 1180 });
  await harmless(desk, 'talk-tablet');
  await desk.setViewportSize({ width: 1366, height: 768 });
  expectHarmless(4);
}, 90_000);

test('P7 TK9 themes of the consultation: how often with all that is under them, by group, by statement, the codebook', async () => {
  await desk.goto(`${server.url}/console/c/${of.id}/themes`);
  await desk.getByText('Raised in').first().waitFor();
  await desk.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await harmless(desk, 'themes', [...names.map(shownLine), ...POINTS]);
  for (const tab of ['By group', 'By statement', 'Codebook']) {
    await desk.getByText(tab, { exact: true }).first().click();
    await harmless(
      desk,
      `themes-${tab}`,
      tab === 'Codebook' ? [...names.map(shownLine), ...descriptions.map(shown)] : names.map(shownLine),
    );
  }
  expectHarmless(4);
}, 90_000);
