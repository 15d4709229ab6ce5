/** A damaged database as a facilitator meets it: the page, its button, and the console after it, in a browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { root } from '../support/server.ts';
import { aResponse, begun, newFolder, opened, reopened } from '../server/store/made.ts';

let browser: Browser;
let child: ChildProcess | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  child?.kill('SIGKILL');
  await browser.close();
});

const GREEN = 'rgb(31, 95, 74)';

test('O3 the button in a browser puts the copy in place, the page becomes the console, and the printed link signs in', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  await (await begun(store)).place(aResponse(1, 'a'));
  await store.close();
  writeFileSync(join(folder, 'standpoint.db'), 'no longer a database '.repeat(500));
  const program = spawn(process.execPath, ['server/main.js', '--port', '0', '--data', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = program;
  let printed = '';
  program.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  const until = async (what: RegExp): Promise<string> => {
    while (!what.test(printed)) await once(program.stdout, 'data');
    return what.exec(printed)?.[1] ?? '';
  };
  const url = await until(/(http:\/\/localhost:\d+)\/\n/);

  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  await page.goto(`${url}/`);
  const style = await page.evaluate(async () => {
    await document.fonts.ready;
    const styleOf = (tag: string) => getComputedStyle(document.querySelector(tag) as Element);
    return {
      fonts: [...document.fonts].map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`),
      green: styleOf('button').backgroundColor,
      wide: document.documentElement.scrollWidth <= innerWidth,
    };
  });
  expect(style).toEqual({
    fonts: ['Atkinson Hyperlegible Next loaded', 'Atkinson Hyperlegible Next loaded'],
    green: GREEN,
    wide: true,
  });
  expect(await page.locator('header').innerText()).toBe('Standpoint');
  expect(await page.locator('main').innerText()).toContain('sign in');
  await look(page, 'mend');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await look(page, 'mend-phone');
  expectNothingFound();

  const posted = page.waitForResponse((response) => response.url() === `${url}/mend`);
  await page.getByRole('button', { name: 'Use the copy and start' }).click();
  expect((await posted).status()).toBe(200);
  await page.waitForURL(`${url}/console`);
  await page.getByRole('heading', { name: 'Sign in on this laptop' }).waitFor();
  const link = await until(/(http:\/\/localhost:\d+\/console#start=\S+)/);
  expect(printed).toContain('standpoint.damaged.db');
  const signedIn = await context.newPage();
  await signedIn.goto(link);
  await signedIn.getByText('What I expect').first().waitFor();
  expect(outside).toEqual([]);
  await context.close();
  program.kill('SIGTERM');
  await once(program, 'exit');
  const again = await opened(folder);
  expect((await reopened(again)).current(1, 'a')).toEqual(aResponse(1, 'a'));
  await again.close();
}, 90_000);
