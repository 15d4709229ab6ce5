/** A second coder puts points and post-its under themes, by keys alone, and is told how far both agree. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ReportModel } from '../../core/report/model.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Change } from '../../core/talk/change.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { SecondCoding } from '../../core/talk/second.ts';
import type { Store } from '../../server/store/store.ts';
import { consultation, held } from '../support/archives.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { coding, point, theme } from '../support/talk.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const NAMES = ['Waiting', 'Being told', 'Being asked', 'Money', 'Travel', 'School', 'Sleep', 'Food', 'Work'];
const POINTS = 200;
const POSTITS = 40;

let server: TestServer;
let store: Store;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ wrap: (made) => (store = made) }), launchBrowser()]);
  await store.saveConsultation(consultation(), null);
  const wall = held(
    'aa',
    Array.from({ length: POSTITS }, () => 4 as const),
  );
  wall.responses = wall.responses.map((one, i) => ({ ...one, comment: `What a post-it says, number ${i}` }));
  await store.addSealed(wall);
  await change([...NAMES, 'Ten'].map((name, i) => theme(`t${i}`, { name, order: i + 1 })));
  await change(
    Array.from({ length: POINTS }, (_, i) =>
      point(
        `p${i}`,
        {
          text: `Somebody said thing number ${i}, and went on about it for a while so that it has a second line.`,
          kind: i % 2 === 0 ? 'quote' : 'paraphrase',
          themes: i % 3 === 0 ? [] : [`t${i % 3}`],
          statement: i % 4 === 0 ? 's1' : '',
        },
        'aa',
      ),
    ),
  );
  await change([coding('1.aa-0', [], ['t4'], 'aa')]);
  // Nobody of the team has gone through what came from phones.
  await change(['x', 'y'].map((id) => point(`phone-${id}`, { text: `A thought ${id}` }, 'aa')));
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  await openStartLink(context, server.app.startLink());
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

async function change(changes: readonly Change[]): Promise<void> {
  for (let at = 0; at < changes.length; at += 100) {
    const done = await store.talk.change('shared', changes.slice(at, at + 100));
    if (isRefusal(done)) throw new Error(JSON.stringify(done));
  }
}
const open = async (path: string): Promise<Page> => {
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(`${server.url}/console/c/shared/${path}`);
  return page;
};
const words = (page: Page): Promise<string> => page.locator('.second-card blockquote').innerText();
const under = (page: Page, text: string) => page.locator('.second-under').getByText(text, { exact: true });
const progress = (page: Page, text: string) =>
  page.locator('.second-n').getByText(text, { exact: true }).waitFor();
const saved = (page: Page) => page.getByText('All saved').waitFor();
const coded = async (): Promise<SecondCoding[]> => (await store.talk.read('shared')).seconds;
const keys = async (page: Page, ...pressed: string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};

describe('SC3 the second coder’s screen', () => {
  test('SC3 by keys alone, blind, with undo; left and gone on with', async () => {
    const page = await open('second-coder');
    await progress(page, `0 of ${POINTS + POSTITS}`);
    await page.getByText('2 more are left out').waitFor();
    await look(page, 'second-coder');
    // Nothing of where the team put it.
    await under(page, 'Not coded yet').waitFor();
    expect(await page.locator('.theme-put[aria-pressed="true"]').count()).toBe(0);
    const first = await words(page);
    await keys(page, '2', '5');
    await under(page, 'Under Being told and Travel').waitFor();
    await progress(page, `1 of ${POINTS + POSTITS}`);
    await look(page, 'second-coder-put');
    await keys(page, '5', 'Enter');
    await under(page, 'Not coded yet').waitFor();
    const second = await words(page);
    expect(second).not.toBe(first);
    // None of them is an answer as well.
    await keys(page, 'Enter');
    await progress(page, `2 of ${POINTS + POSTITS}`);
    const third = await words(page);
    await keys(page, 'ArrowLeft');
    await under(page, 'Under none of them').waitFor();
    expect(await words(page)).toBe(second);
    await keys(page, 'ArrowLeft');
    await under(page, 'Under Being told').waitFor();
    await keys(page, 'ArrowRight', 'ArrowRight');
    expect(await words(page)).toBe(third);
    await keys(page, 't');
    await page.getByLabel('Find a theme').fill('ten');
    await keys(page, 'Enter');
    await under(page, 'Under Ten').waitFor();
    // What is taken back comes to be seen.
    await keys(page, 'Enter', 'Control+z');
    await under(page, 'Not coded yet').waitFor();
    expect(await words(page)).toBe(third);
    await keys(page, 'Control+z');
    await under(page, 'Not coded yet').waitFor();
    expect(await words(page)).toBe(second);
    await progress(page, `1 of ${POINTS + POSTITS}`);
    await keys(page, 'Control+Shift+z');
    await progress(page, `2 of ${POINTS + POSTITS}`);
    await saved(page);
    expect((await coded()).map(({ themes }) => themes)).toEqual(expect.arrayContaining([['t1'], []]));
    await page.reload();
    await progress(page, `2 of ${POINTS + POSTITS}`);
    expect(await words(page)).toBe(third);
    await page.close();
  });

  test('SC3 a sample is a part of it, stays chosen, and on a phone everything is in reach', async () => {
    const page = await open('second-coder');
    await progress(page, `2 of ${POINTS + POSTITS}`);
    await page.getByLabel('Take on').selectOption('About a third, at random');
    await page
      .locator('.second-n')
      .getByText(/^2 of (6|7|8|9)\d$/)
      .waitFor();
    const third = await words(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await look(page, 'second-coder-phone', true);
    const next = page.getByRole('button', { name: /^(None of them, next|Next)$/ });
    const box = await next.boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    await page.getByRole('button', { name: /^1\s*Waiting$/ }).click();
    await under(page, 'Under Waiting').waitFor();
    await next.click();
    expect(await words(page)).not.toBe(third);
    await page.getByRole('button', { name: 'Undo' }).click();
    await under(page, 'Not coded yet').waitFor();
    expect(await words(page)).toBe(third);
    await saved(page);
    await page.setViewportSize({ width: 360, height: 640 });
    await look(page, 'second-coder-small', true);
    await page.reload();
    await page
      .locator('.second-n')
      .getByText(/^2 of (6|7|8|9)\d$/)
      .waitFor();
    // The network goes away and comes back.
    await context.setOffline(true);
    await keys(page, '4');
    await under(page, 'Under Money').waitFor();
    await page.getByText('1 change waits on this device').waitFor();
    expect(await coded()).toHaveLength(2);
    await context.setOffline(false);
    await saved(page);
    expect((await coded()).map(({ themes }) => themes)).toContainEqual(['t3']);
    await keys(page, 'Control+z');
    await saved(page);
    await page
      .locator('.second-n')
      .getByText(/^2 of (6|7|8|9)\d$/)
      .waitFor();
    await page.close();
    expectNothingFound();
  });

  test('TK8 SC3 a digit begins the field also where it is open already and somebody pressed elsewhere', async () => {
    const page = await open('second-coder');
    await page.locator('.second-card').waitFor();
    const find = page.getByLabel('Find a theme');
    const pass = page.getByRole('button', { name: /^Leave it for later/ });
    await keys(page, '1');
    await find.fill('listen');
    await pass.click();
    await keys(page, '1', '0', 'Enter');
    await under(page, 'Under Ten').waitFor();
    // What was begun there is not what the next one begins with.
    await keys(page, 't');
    expect(await find.inputValue()).toBe('');
    await keys(page, 'Escape', 'Control+z');
    await under(page, 'Not coded yet').waitFor();
    // The key of the field leads back to it, and what is in it stays.
    await keys(page, 't');
    await find.fill('te');
    await pass.click();
    await keys(page, 't', 'n', 'Enter');
    await under(page, 'Under Ten').waitFor();
    await keys(page, 'Control+z');
    await under(page, 'Not coded yet').waitFor();
    await saved(page);
    await page.close();
  });

  test('SC2 SC3 all of a third by keys; how far both agree, with how many, and nothing of its worth on few', async () => {
    const before = await store.talk.read('shared');
    const page = await open('second-coder');
    const left = page.locator('.second-n');
    await left.getByText(/^2 of /).waitFor();
    const all = Number((await left.innerText()).split(' of ')[1]);
    for (let i = 2; i < all; i += 1) {
      const [, n] = /thing number (\d+)/.exec(await words(page)) ?? [];
      // Most as the team has it, read off the words.
      const digit = n === undefined || i % 10 === 0 ? '' : ['', '2', '3'][Number(n) % 3];
      if (digit !== undefined && digit !== '') await keys(page, digit);
      await keys(page, 'Enter');
      await progress(page, `${i + 1} of ${all}`);
    }
    await page.getByText(`All ${all} are coded`).waitFor();
    await saved(page);
    await look(page, 'second-coder-done');
    expect(await coded()).toHaveLength(all);
    const { seconds: _seconds, ...after } = await store.talk.read('shared');
    const { seconds: _before, ...was } = before;
    expect(after).toEqual(was);
    await page.getByRole('link', { name: 'How far you agree' }).click();
    await page.getByText(`It rests on ${all} points and post-its`).waitFor();
    await page.getByText(/The team has \d+ of them under no theme\./).waitFor();
    await page
      .getByRole('row', {
        name: new RegExp(`^All themes together 0\\.\\d\\d \\(.* to .*\\), .* of ${all} \\(\\d+ %\\)`),
      })
      .waitFor();
    await page.getByRole('row', { name: /^Being told 0\.\d\d \(.*\), can be relied on/ }).waitFor();
    await look(page, 'themes-coders-said');
    await page.setViewportSize({ width: 390, height: 844 });
    await look(page, 'themes-coders-phone');
    await page.close();
    expectNothingFound();
  }, 120_000);

  test('SC5 the report of the team and the release tell of it, over the server', async () => {
    for (const audience of ['team', 'release'] as const) {
      const model = await server.send<ReportModel | Refusal>(
        'POST',
        '/api/consultations/shared/report/model',
        { audience },
      );
      if (isRefusal(model)) throw new Error(model.refusal);
      const printed = JSON.stringify(model.sections.find(({ id }) => id === 'codebook'));
      expect(printed).toMatch(/A second person put 70 points .* alpha is 0\.\d\d/);
      expect(JSON.stringify(model).includes('raised together')).toBe(false);
    }
  });
});
