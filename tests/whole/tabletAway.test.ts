/** A shared tablet whose network, page or people go away in the middle. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { TIMES } from '../../core/limits.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { ConsoleView } from '../../core/view.ts';
import { launchBrowser } from '../support/browser.ts';
import { lanAddress } from '../support/program.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { answer, holdMark, lockIt, sayYes, tabletIn, turn, type TabletPage } from '../support/tabletPage.ts';

const TABLET = { width: 768, height: 1024 };

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

/** Finishes what a test that failed has left, so that the next tablet finds only its own session. */
let unfinished: (() => Promise<void>) | null = null;
afterEach(async () => {
  await unfinished?.();
});

async function room(...statements: string[]) {
  const { session } = await openSession(server, statements, { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  const counts = async (): Promise<number[]> => {
    const view = await desk.socket.emitWithAck('hello');
    if (isRefusal(view)) throw new Error(view.refusal);
    return [view.joined, ...view.boards.map((b) => b.placed)];
  };
  const over = async (): Promise<void> => {
    unfinished = null;
    await desk.do({ do: 'end' });
    desk.close();
    await server.send('POST', `/api/sessions/${session.id}/seal`);
  };
  unfinished = over;
  return { session, desk, counts, over };
}

async function locked(context: BrowserContext): Promise<TabletPage & { pin: string }> {
  const tablet = await tabletIn(context, server);
  return { ...tablet, pin: await lockIt(tablet, 'every') };
}

const newTablet = (): Promise<BrowserContext> => browser.newContext({ viewport: TABLET, hasTouch: true });
const waits = (page: Page, n: number): Promise<void> => page.getByText(`${n} to hand over`).waitFor();
const all =
  (n: number) =>
  ({ joined, tablets }: ConsoleView): boolean =>
    joined === n && tablets.waiting === 0;

test('K6 K2 five people while the network is away, then five responses and not six, though an answer was lost', async () => {
  const { desk, counts, over } = await room('They call me back', 'They come when they said');
  const context = await newTablet();
  const tablet = await locked(context);
  const { page } = tablet;
  // The few words of the start stand large in the middle.
  const words = await page.getByRole('heading', { level: 1, name: 'Your turn' }).boundingBox();
  expect(words?.height).toBeGreaterThan(60);
  expect(Math.abs((words?.y ?? 0) - TABLET.height / 2)).toBeLessThan(TABLET.height / 6);
  await context.setOffline(true);
  for (let i = 0; i < 5; i += 1) await turn(tablet, [['Agree', `Offline ${i}`], ['Disagree']]);
  await waits(page, 5);
  await look(page, 'tablet-offline', true);
  expect(await counts()).toEqual([0, 0, 0]);
  const kept = await page.evaluate(() => JSON.stringify(Object.fromEntries(Object.entries(localStorage))));
  expect(Object.keys(JSON.parse(kept) as object)).toHaveLength(5);
  expect(kept).not.toMatch(/Offline|Agree/);
  // The first comes through to the laptop's disk, and its answer is lost on the way back.
  let reached = 0;
  await page.route('**/packets', async (route) => {
    reached += 1;
    if (reached > 1) return route.continue();
    expect((await route.fetch()).status()).toBe(200);
    return route.abort();
  });
  await context.setOffline(false);
  const view = await desk.until(all(5));
  expect(view.boards.map((b) => b.placed)).toEqual([5, 5]);
  expect(reached).toBe(6);
  await page.getByText('to hand over').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await counts()).toEqual([5, 5, 5]);
  await context.close();
  await over();
  expectNothingFound();
}, 90_000);

test('K6 K2 what waits survives a reload, a restart of the laptop and a second window, and counts once', async () => {
  const { session, over } = await room('They call me back');
  const context = await newTablet();
  const tablet = await locked(context);
  const { page } = tablet;
  await context.route('**/packets', (route) => route.abort());
  for (const word of ['Agree', 'Neither']) await turn(tablet, [[word]]);
  await waits(page, 2);
  await page.reload();
  await waits(page, 2);
  await server.restart();
  const desk = await connectConsole(server, session.id);
  await desk.until(({ tablets }) => tablets.waiting === 2);
  const laptop = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await openStartLink(laptop, server.app.startLink());
  const screen = await laptop.newPage();
  await screen.goto(`${server.url}/console/s/${session.id}`);
  await screen.getByText('2 to be handed over').waitFor();
  await look(screen, 'console-tablet-waiting');
  await laptop.close();
  await context.unroute('**/packets');
  const second = await context.newPage();
  await second.goto(page.url());
  const view = await desk.until(all(2));
  expect(view.boards[0]?.placed).toBe(2);
  await context.close();
  desk.close();
  await over();
  expectNothingFound();
}, 90_000);

test('K2 two tablets in one room at once, ten people between them', async () => {
  const { desk, counts, over } = await room('They call me back');
  const contexts = await Promise.all([newTablet(), newTablet()]);
  const [one, two] = [await locked(contexts[0]), await locked(contexts[1])];
  const go = async (tablet: TabletPage): Promise<void> => {
    for (let i = 0; i < 5; i += 1) await turn(tablet, [['Agree']]);
  };
  await Promise.all([go(one), go(two)]);
  // Made to go faster, a page's clock may find its line overdue; it is back by itself.
  await desk.until((view) => all(10)(view) && view.tablets.here === 2);
  expect(await counts()).toEqual([10, 10]);
  for (const context of contexts) await context.close();
  await over();
}, 120_000);

test('K7 K5 E1 put down in the middle it asks, covers the answers, and then is as if nobody had begun', async () => {
  const { counts, over } = await room('They call me back');
  const context = await newTablet();
  const tablet = await locked(context);
  const { page } = tablet;
  await sayYes(tablet, null);
  await page.getByRole('radio', { name: 'Agree', exact: true }).check();
  await page.locator('textarea').fill('Half a sentence');
  await page.clock.fastForward(TIMES.tabletIdleMs - 5000);
  expect(await page.locator('textarea').count()).toBe(1);
  await page.clock.fastForward(5000);
  await tablet.heading('Still there?');
  await look(page, 'tablet-idle', true);
  expect(await page.locator('body').innerText()).not.toMatch(/Agree|Half/);
  // Back moves nothing that nobody sees.
  for (let i = 0; i < 3; i += 1) {
    await page.goBack();
    // One after the other, as a hand does: the browser has to hear of the page's new entry in between.
    await tablet.heading('Still there?');
    await page.evaluate(() => history.length);
  }
  await tablet.press('Yes, go on');
  expect(await page.locator('textarea').inputValue()).toBe('Half a sentence');
  // Nor behind the way out, which Back closes.
  await holdMark(tablet);
  await page.getByLabel('PIN').waitFor();
  await page.goBack();
  expect(await page.locator('textarea').inputValue()).toBe('Half a sentence');
  await page.clock.fastForward(TIMES.tabletIdleMs);
  await tablet.heading('Still there?');
  await page.clock.fastForward(TIMES.tabletAskMs);
  await tablet.heading('Your turn');
  // So is help that somebody opened and left, before they began.
  await tablet.press('Help');
  await tablet.heading('Help and complaints');
  await page.clock.fastForward(TIMES.tabletIdleMs);
  await tablet.heading('Still there?');
  await page.clock.fastForward(TIMES.tabletAskMs);
  await tablet.heading('Your turn');
  await sayYes(tablet, null);
  expect(await page.locator('textarea').inputValue()).toBe('');
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await counts()).toEqual([0, 0]);
  await context.close();
  await over();
  expectNothingFound();
}, 60_000);

test('K5 Back goes one screen back for whoever has it, a reload forgets them, and larger text is theirs alone', async () => {
  const { over } = await room('They call me back', 'They come when they said');
  const context = await newTablet();
  const tablet = await locked(context);
  const { page } = tablet;
  await tablet.press('Larger text');
  await sayYes(tablet, null);
  await answer(tablet, 'Agree', 'Only for this turn');
  await page.getByText('Statement 2 of 2').waitFor();
  await page.goBack();
  await page.getByText('Statement 1 of 2').waitFor();
  expect(await page.locator('textarea').inputValue()).toBe('Only for this turn');
  expect(await page.locator('html').getAttribute('data-size')).toBe('1');
  await page.reload();
  await tablet.heading('Your turn');
  expect(await page.locator('html').getAttribute('data-size')).toBe('0');
  await sayYes(tablet, null);
  expect(await page.locator('textarea').inputValue()).toBe('');
  await context.close();
  await over();
}, 60_000);

test('K6 W10 E1 what was not handed over before the session was finished is told, and can only be erased', async () => {
  const { over } = await room('They call me back');
  const context = await newTablet();
  const tablet = await locked(context);
  const { page } = tablet;
  await context.route('**/packets', (route) => route.abort());
  await turn(tablet, [['Agree']]);
  await holdMark(tablet);
  await waits(page, 1);
  await page.getByLabel('PIN').fill(tablet.pin);
  await tablet.press('Unlock');
  await tablet.heading('Set up the shared tablet');
  await waits(page, 1);
  await over();
  await tablet.heading('This session is over');
  await page.getByText('The answers of 1 person were not handed over').waitFor();
  await look(page, 'tablet-gone', true);
  await tablet.press('Erase them');
  await page.getByText('not handed over').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await context.close();
  expectNothingFound();
}, 60_000);

test('K8 K6 E1 a tablet whose access was taken back says so, keeps what waits, and hands it over once it has joined again', async () => {
  const { desk, over } = await room('They call me back');
  const context = await newTablet();
  const tablet = await locked(context);
  const { page } = tablet;
  await context.route('**/packets', (route) => route.abort());
  await turn(tablet, [['Agree', 'Kept for a while']]);
  const devices = await server.get<{ id: string; role: string }[]>('/api/staff/devices');
  for (const { id, role } of devices)
    if (role === 'tablet') await server.send('DELETE', `/api/staff/devices/${id}`);
  await tablet.heading('This tablet is not signed in any more');
  await waits(page, 1);
  await look(page, 'tablet-out', true);
  await context.unroute('**/packets');
  await tabletIn(context, server);
  const view = await desk.until(all(1));
  expect(view.boards[0]?.placed).toBe(1);
  await context.close();
  await over();
  expectNothingFound();
}, 60_000);

test('K8 a tablet on the network that types the console’s address gets nothing of it', async () => {
  const { session, over } = await room('They call me back');
  const context = await browser.newContext({ viewport: TABLET });
  const tablet = await tabletIn(context, server);
  await lockIt(tablet, 'every');
  const at = `http://${lanAddress()}:${server.app.port}`;
  for (const path of ['/console', `/console/s/${session.id}`, `/projector/${session.id}`]) {
    const answered = await tablet.page.goto(at + path);
    expect([path, answered?.status()]).toEqual([path, 403]);
  }
  await context.close();
  await over();
}, 60_000);
