/** The same texts on every screen of what was said: interviews, case studies, reading back, proposals, two coders. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Consultation } from '../../core/consultation.ts';
import { capMarks, cleanLine } from '../../core/text.ts';
import type { Store } from '../../server/store/store.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectHarmless, harmless, watch } from '../support/harmless.ts';
import { crowd, finish, hold } from '../support/held.ts';
import {
  DESCRIPTIONS,
  KEPT,
  NAMES,
  QUESTIONS,
  READY,
  sayAll,
  STUDIES,
  TEXTS,
  TITLES,
} from '../support/hostileAfter.ts';
import { LONG } from '../support/hostileCorpus.ts';
import { hostileDocument } from '../support/hostilePeople.ts';
import { shownLine } from '../support/hostileRoom.ts';
import { openStartLink } from '../support/signIn.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { CHECKS, type Session } from '../../core/session.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let server: TestServer;
let store: Store;
let browser: Browser;
let context: BrowserContext;
let desk: Page;
let of: Consultation;
let session: Session;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ wrap: (made) => (store = made) }), launchBrowser()]);
  of = await hostileDocument(server, 2);
  session = await finish(
    server,
    await hold(server, of.id, crowd([1, 2, 3, 4, 5, 1], 'young'), { groups: ['young'] }, CHECKS),
  );
  await sayAll(store, of, session.id);
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
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

const open = (page: string) => desk.goto(`${server.url}/console/c/${of.id}/${page}`);
const button = (name: string | RegExp) => desk.getByRole('button', { name });
const capped = (texts: readonly string[]): string[] => texts.filter((text) => text !== '').map(capMarks);

test('P7 IV10 texts, their questions, a text with every passage and note, what an interview asks', async () => {
  await open('sources');
  await desk.getByRole('link', { name: shownLine(TITLES[0] ?? ''), exact: true }).waitFor();
  await harmless(desk, 'sources', TITLES.map(shownLine));
  await button('Questions of the interview').click();
  await harmless(desk, 'sources-questions', QUESTIONS.map(shownLine));
  for (const [i, text] of (LONG ? TEXTS : TEXTS.slice(0, 1)).entries()) {
    await open('sources');
    await desk.goto(`${server.url}/console/c/${of.id}/sources#s${i}`);
    await desk.locator('.reader').waitFor();
    // To the letter, since positions count in it.
    expect(await desk.locator('.reader').evaluate((box) => box.textContent)).toBe(text);
    await button(/^Passages/).click();
    await harmless(desk, 'source', [text, TITLES[i] ?? '']);
    for (const one of LONG ? [0, 1, 2, 3, 4, 5] : [1]) {
      await desk
        .locator('.source-passages li button')
        .nth(one * 3)
        .click();
      await desk.getByLabel('Note').waitFor();
      await harmless(desk, 'source-passage');
      await desk.keyboard.press('Escape');
    }
    await button('Change').first().click();
    await desk.getByRole('dialog').waitFor();
    await harmless(desk, 'source-change', [text]);
    await desk.keyboard.press('Escape');
    await desk.setViewportSize({ width: 360, height: 640 });
    await harmless(desk, 'source-phone');
    await desk.setViewportSize({ width: 1366, height: 768 });
  }
  await desk.setViewportSize({ width: 360, height: 640 });
  await open('interview');
  await desk.getByText(/There are \d+ questions/).waitFor();
  await harmless(desk, 'interview');
  await button('Begin').click();
  for (const ask of ['May we use', 'May we quote'])
    await desk.getByRole('group', { name: ask }).getByLabel('Yes').check();
  await harmless(desk, 'interview-consent');
  await button('Next').click();
  for (let i = 0; i < (LONG ? QUESTIONS.length : 4); i += 1) {
    await desk.getByText(`Question ${i + 1} of`).waitFor();
    await harmless(desk, 'interview-question', [shownLine(QUESTIONS[i] ?? '')]);
    await button('Next').click();
  }
  await desk.setViewportSize({ width: 1366, height: 768 });
  expectHarmless(10);
}, 150_000);

test('P7 IV6 IV7 themes with interviews: everything under them, which come together, two coders, corrections', async () => {
  await open('themes');
  await desk.getByText('Raised in').first().waitFor();
  await desk.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  // Letters of other scripts are in fonts of ours, since a laptop may have none for them.
  const loaded = await desk.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].flatMap(({ family, status, unicodeRange }) =>
      family.includes('Standpoint Scripts') && status === 'loaded' ? [unicodeRange.split(/[-,]/u)[0]] : [],
    );
  });
  expect(new Set(loaded)).toEqual(new Set(['U+600', 'U+980', 'U+A00', 'U+E00']));
  await harmless(desk, 'after-themes', [...capped(KEPT), ...NAMES.map(shownLine)]);
  for (const tab of ['Together', 'Two coders', 'Codebook']) {
    await desk.getByText(tab, { exact: true }).first().click();
    await harmless(
      desk,
      `after-themes-${tab}`,
      tab === 'Codebook' ? [...NAMES.map(shownLine), ...capped(DESCRIPTIONS)] : [],
    );
  }
  await open('second-coder');
  for (let i = 0; i < (LONG ? KEPT.length : 6); i += 1) {
    await desk.locator('.second-card').waitFor();
    await harmless(desk, 'second-coder', i === 0 ? NAMES.map(shownLine) : []);
    await desk.keyboard.press('Enter');
  }
  await open('themes');
  await desk.getByText('Raised in').first().waitFor();
  await desk.setViewportSize({ width: 820, height: 1180 });
  await harmless(desk, 'after-themes-tablet');
  await desk.setViewportSize({ width: 1366, height: 768 });
  expectHarmless(5);
}, 90_000);

test('P7 CS1 RB1 case studies, what is read back on every screen, what was corrected', async () => {
  await open('case-studies');
  await desk.locator('a[href^="#study="]').first().waitFor();
  await harmless(
    desk,
    'studies',
    STUDIES.map(({ title }) => shownLine(title)),
  );
  for (let i = 0; i < (LONG ? STUDIES.length : 2); i += 1) {
    const { title, text } = STUDIES[i] ?? { title: '', text: '' };
    await desk.goto(`${server.url}/console/c/${of.id}/case-studies#study=c${i}`);
    await desk.getByRole('heading', { name: cleanLine(title) ?? '' }).waitFor();
    await harmless(desk, 'study', [shownLine(title), ...capped(text.split('\n'))]);
    await button('Change the text').click();
    await harmless(desk, 'study-form', [text]);
    await button('Cancel').click();
  }
  await open('read-back');
  await desk.locator('.read-said').first().waitFor();
  await harmless(desk, 'read-back', [
    ...NAMES.map(shownLine),
    ...READY.map(({ title }) => shownLine(title)),
    ...capped(KEPT.slice(0, 120)),
  ]);
  expectHarmless(6);
}, 90_000);

test(
  'P7 RB1 the second window: each text fits, by itself',
  async () => {
    const screen = await context.newPage();
    await screen.setViewportSize({ width: 1280, height: 720 });
    await screen.goto(`${server.url}/console/c/${of.id}/read-back-window`);
    await screen.getByText('What we heard you say').waitFor();
    const wide: string[] = [];
    for (let i = 0; i < KEPT.length; i += LONG ? 1 : 40) {
      const [title, text] = [KEPT[i] ?? '', KEPT[(i + 1) % KEPT.length] ?? ''];
      const slide = { kind: 'study', title: cleanLine(title) ?? '', text };
      await screen.evaluate(
        async ({ id, shown }) => {
          // Another channel of the same page is heard as another window's is.
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
          new BroadcastChannel(`standpoint-read-back-${id}`).postMessage({ shown });
          while (document.querySelector('.read-window-text p')?.textContent?.startsWith(shown.start) !== true)
            await new Promise(requestAnimationFrame);
        },
        { id: of.id, shown: { ...slide, start: capMarks(text).slice(0, 20) } },
      );
      await harmless(screen, 'read-back-window', [shownLine(title), ...capped([text])]);
      const over = await screen
        .locator('.read-window-text')
        .evaluate((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]);
      if (over.some((n) => n > 1)) wide.push(`${over.join(' ')} ${text}`);
    }
    expect(wide).toEqual([]);
    await screen.close();
    expectHarmless(10);
  },
  LONG ? 300_000 : 60_000,
);

test('P7 SP3 proposals where statements are prepared, accepted and refused', async () => {
  await desk.goto(`${server.url}/console/c/${of.id}`);
  const list = desk.getByRole('region', { name: 'Proposed by participants' });
  await list.getByText('wait for you').waitFor();
  const proposals = KEPT.filter((_, i) => i % 9 === 0);
  await harmless(desk, 'proposals', capped(proposals));
  await list.getByRole('checkbox').nth(0).check();
  await list.getByRole('checkbox').nth(1).check();
  await list.getByRole('button', { name: 'Make one statement of 2' }).click();
  await desk.getByRole('dialog').waitFor();
  await harmless(desk, 'proposal-accept');
  expectHarmless(2);
}, 60_000);
