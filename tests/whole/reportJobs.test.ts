import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strFromU8 } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import type { ReleaseItem } from '../../core/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { consult, crowd, finish, hold } from '../support/held.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { rendererAs } from '../support/renderer.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

/** Stands for the thread that makes the files: it goes on when the test says so. */
let open = Promise.withResolvers<void>();
/** The thread takes its time to stop. */
const stop = Promise.withResolvers<void>();
const renderer = rendererAs((_model, formats, { onStep, onFile }) => {
  const ending = Promise.withResolvers<{ kind: 'done' } | { kind: 'cancelled' }>();
  onStep(12, 40, 'charts');
  void open.promise.then(() => {
    for (const format of formats) onFile({ format, bytes: new TextEncoder().encode(`a ${format}`) });
    ending.resolve({ kind: 'done' });
  });
  return {
    done: ending.promise,
    cancel: () => void stop.promise.then(() => ending.resolve({ kind: 'cancelled' })),
  };
});

let server: TestServer;
let browser: Browser;
let desk: Page;
let id = '';
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ renderer }), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await openStartLink(context, server.app.startLink());
  desk = await context.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
  ({ id } = await consult(server, 'Long work', ['Buses should run at night']));
  await finish(server, await hold(server, id, crowd([1, 2, 3, 4, 4, 5, 5, 2])));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const releases = () => server.get<ReleaseItem[]>(`/api/consultations/${id}/releases`);
const dialog = () => desk.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name });

test('F10 E1 the work says its step, goes on when the page is loaded anew, and leaves nothing when it is cancelled', async () => {
  await desk.goto(`${server.url}/console/c/${id}/report`);
  await desk.getByRole('button', { name: 'Make the files' }).click();
  await button('Word file').click();
  const step = dialog().getByText('12 of 40');
  await step.waitFor();
  await look(desk, 'console-report-work');
  await desk.reload();
  await step.waitFor();
  await desk.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  // Whoever closed it by mistake finds it again.
  await desk.getByRole('button', { name: 'Show the files' }).click();
  await step.waitFor();
  await button('Cancel').click();
  await dialog().getByText('Being stopped').waitFor();
  expect(await button('Cancel').isDisabled()).toBe(true);
  stop.resolve();
  await dialog().getByText('Cancelled').waitFor();
  await look(desk, 'console-report-cancelled');
  open.resolve();
  expect(await releases()).toEqual([]);
  await button('Close').click();
  await desk.getByText('Nothing has been sent out yet').waitFor();
  const make = desk.getByRole('button', { name: 'Make the files' });
  expect(await make.evaluate((el) => el === document.activeElement)).toBe(true);

  open = Promise.withResolvers<void>();
  await make.click();
  await button('All of them').click();
  await step.waitFor();
  await desk.reload();
  open.resolve();
  await dialog().getByText('The files are ready').waitFor();
  await look(desk, 'console-report-files');
  const links = dialog().getByRole('link');
  expect(await links.allInnerTexts()).toEqual(
    ['docx', 'pdf', 'html', 'json'].map((form) => expect.stringMatching(new RegExp(`_v1\\.${form}$`))),
  );
  const coming = desk.waitForEvent('download');
  await links.nth(1).click();
  expect(strFromU8(await readFile(await (await coming).path()))).toBe('a pdf');
  expect((await releases()).map((r) => r.formats)).toEqual([['docx', 'pdf', 'html', 'json']]);

  // What is no longer kept after a restart is said, and can be made once more.
  const address = desk.url();
  await server.restart();
  await desk.goto(address);
  await dialog().getByText('no longer kept').waitFor();
  await look(desk, 'console-report-gone');
  await button('Make another form').click();
  await dialog().getByText('Release 1 once more').waitFor();
  expectNothingFound();
}, 120_000);
