/** Photographs of a real wall in a real browser: taken, looked at, removed, by a facilitator, a scribe, a researcher. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Session } from '../../core/session.ts';
import type { Role } from '../../core/staff.ts';
import { launchBrowser } from '../support/browser.ts';
import { joinDevice } from '../support/devices.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, joinPhone, openSession, startServer, type TestServer } from '../support/server.ts';
import { changeConsultation } from '../support/sealedCode.ts';
import { openStartLink } from '../support/signIn.ts';
import { wallPicture, withGps } from '../support/teamPictures.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const taken = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });
const done = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
/** The pictures that are on the page as pictures: loaded, and with how many pixels. */
const drawn = (page: Page): Promise<number[]> =>
  page
    .locator('.photo-open img')
    .evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalHeight));

async function laptop(width = 1366, height = 768): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  return page;
}

/** A device that was added, over TLS with the laptop's own certificate. */
async function device(role: Role, width: number, height: number): Promise<{ page: Page; url: string }> {
  const { url, headers } = await joinDevice(server, role);
  const context = await browser.newContext({ viewport: { width, height }, ignoreHTTPSErrors: true });
  const [name = '', value = ''] = (headers['Cookie'] ?? '').split('=');
  await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  return { page, url };
}

async function placing(): Promise<Session> {
  const { session } = await openSession(server, [
    'I expect my social worker to listen to me',
    'They call me back',
  ]);
  const desk = await connectConsole(server, session.id);
  const phone = await joinPhone(server, session.code);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  await phone.place(1, 1, 4, 'they listened');
  desk.close();
  return session;
}

test('V6 E1 a wall is photographed, looked at, removed after one question, and found again beside the finished statement', async () => {
  const session = await placing();
  await changeConsultation(server, session.consultation, { keepUntil: '2027-03-31' });
  const page = await laptop();
  await page.goto(`${server.url}/console/s/${session.id}/wall`);
  await button(page, 'Photograph').click();
  await page.getByText('There is no photograph of this statement yet.').waitFor();
  await page.getByText('It goes with the session, on 31 March 2027 at the latest.').waitFor();
  await look(page, 'photos-none');
  const field = page.getByLabel('Take or choose a photograph');
  expect(await field.getAttribute('accept')).toBe('image/*');
  expect(await field.getAttribute('capture')).toBe('environment');

  await field.setInputFiles(taken('notes.jpg', Buffer.from('words that only call themselves a picture')));
  await page.getByRole('alert').filter({ hasText: 'This file is no picture that can be read.' }).waitFor();
  await look(page, 'photos-refused');
  // The camera held it on its side; it is kept upright.
  await field.setInputFiles(taken('wall.jpg', withGps(wallPicture(2000, 1500))));
  await done(page, 'Saved.');
  await button(page, 'Open large: Photograph 1').waitFor();
  for (const seed of [2, 3]) {
    await field.setInputFiles(taken('wall.jpg', wallPicture(1600, 1200, seed)));
    await button(page, `Open large: Photograph ${seed}`).waitFor();
  }
  await page.getByText('3 are kept. Remove one to take another.').waitFor();
  expect(await field.count()).toBe(0);
  await page.waitForFunction(() => [...document.images].every((img) => img.complete));
  expect((await drawn(page)).toSorted((a, b) => a - b)).toEqual([1200, 1200, 2000]);
  await look(page, 'photos-three');

  await button(page, 'Open large: Photograph 2').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Photograph 2' }).waitFor();
  await look(page, 'photos-large');
  await button(page, 'Full size').click();
  await page.getByRole('region', { name: 'The picture. It can be moved about.' }).waitFor();
  const large = page.locator('.photo-large img');
  expect(await large.evaluate((img) => [img.clientWidth, img.clientHeight])).toEqual(
    await large.evaluate((img) => [
      (img as HTMLImageElement).naturalWidth,
      (img as HTMLImageElement).naturalHeight,
    ]),
  );
  await look(page, 'photos-full-size');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await button(page, 'Remove: Photograph 3').click();
  await dialog.getByText('cannot be brought back').waitFor();
  await look(page, 'photos-remove');
  await button(page, 'Keep it').click();
  expect(await page.locator('.photo').count()).toBe(3);
  await button(page, 'Remove: Photograph 3').click();
  await button(page, 'Yes, remove it').click();
  await done(page, 'Removed for good.');
  expect(await page.locator('.photo').count()).toBe(2);
  await page.reload();
  await button(page, 'Photograph').click();
  await button(page, 'Open large: Photograph 2').waitFor();
  expect(await page.locator('.photo').count()).toBe(2);

  const desk = await connectConsole(server, session.id);
  for (let i = 0; i < 3; i += 1) await desk.do({ do: 'next' });
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const results = `/console/c/${session.consultation}/results`;
  await page.goto(server.url + results);
  await page
    .getByRole('button', { name: /listen to me/ })
    .first()
    .click();
  await page.getByText('Photographs of the wall (team only): 2').click();
  await button(page, /^Open large: .* photograph 1$/).waitFor();
  await page.getByText('Photographs of the wall (team only): 2').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => [...document.images].every((img) => img.complete));
  await look(page, 'photos-results');
  for (const [width, height] of [
    [768, 1024],
    [390, 844],
    [360, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.locator('.photos').scrollIntoViewIfNeeded();
    await look(page, `photos-results-${width}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(await page.getByText('Photographs of the wall').count()).toBe(1);
  // On paper they are not.
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.photos').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await button(page, /^Remove: .* photograph 1$/).click();
  await button(page, 'Yes, remove it').click();
  await page.getByText('Photographs of the wall (team only): 1').waitFor();

  const researcher = await device('researcher', 1366, 768);
  await researcher.page.goto(researcher.url + results);
  await researcher.page
    .getByRole('button', { name: /listen to me/ })
    .first()
    .click();
  await researcher.page.getByText('Photographs of the wall (team only): 1').click();
  await button(researcher.page, /^Open large: .* photograph 1$/).click();
  await researcher.page.getByRole('dialog').getByRole('img').waitFor();
  expect(await button(researcher.page, /Remove/).count()).toBe(0);
  for (const each of [page, researcher.page]) await each.context().close();
  desk.close();
  expectNothingFound();
}, 180_000);

test('V6 E1 a scribe’s phone keeps one and sees it until the page is left; what is not saved is sent again', async () => {
  const session = await placing();
  const { page, url } = await device('scribe', 360, 640);
  await page.goto(`${url}/console/s/${session.id}/wall`);
  await button(page, 'Photograph').click();
  await page.getByText('There is no photograph').waitFor();
  await look(page, 'photos-none-phone', true);
  const field = page.getByLabel('Take or choose a photograph');
  // The laptop does not answer.
  await page.route('**/photos/1', (route) => route.abort());
  await field.setInputFiles(taken('wall.jpg', wallPicture(1200, 1600, 4)));
  await page.getByRole('alert').filter({ hasText: 'The laptop did not answer.' }).waitFor();
  await look(page, 'photos-away-phone', true);
  await page.unroute('**/photos/1');
  await button(page, 'Try again').click();
  await done(page, 'Saved.');
  await button(page, 'Open large: Photograph 1').click();
  await page.getByRole('dialog').getByRole('img').waitFor();
  await look(page, 'photos-large-phone', true);
  await button(page, 'Close').click();
  await look(page, 'photos-one-phone', true);
  await page.reload();
  await button(page, 'Photograph').click();
  await page.getByText('It is kept. Only a facilitator or a researcher can look at it.').waitFor();
  expect(await page.locator('.photos img').count()).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'photos-unseen-phone', true);
  await button(page, 'Remove: Photograph 1').click();
  await button(page, 'Yes, remove it').click();
  await page.getByText('There is no photograph').waitFor();
  await page.context().close();

  const tablet = await laptop(768, 1024);
  await tablet.goto(`${server.url}/console/s/${session.id}/wall`);
  await button(tablet, 'Photograph').click();
  for (const seed of [1, 2]) {
    await tablet
      .getByLabel('Take or choose a photograph')
      .setInputFiles(taken('a.jpg', wallPicture(1600, 1200, seed)));
    await button(tablet, `Open large: Photograph ${seed}`).waitFor();
  }
  await tablet.waitForFunction(() => [...document.images].every((img) => img.complete));
  await look(tablet, 'photos-tablet');
  await button(tablet, 'Open large: Photograph 1').click();
  await look(tablet, 'photos-large-tablet');
  await tablet.context().close();
  expectNothingFound();
}, 120_000);
