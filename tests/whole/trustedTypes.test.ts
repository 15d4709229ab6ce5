/** What a browser itself forbids on our screens: no text becomes markup or a script, not even by our mistake. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { openSession, startServer, type TestServer } from '../support/server.ts';
import { openStartLink } from '../support/signIn.ts';

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  context = await browser.newContext();
  await openStartLink(context, server.app.startLink());
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What was done with each of the ways in which a text could become markup or a script. */
function attempts(): string[] {
  const text: string = '<img src="/none">';
  const ways: Record<string, () => unknown> = {
    innerHTML: () => (document.createElement('div').innerHTML = text),
    outerHTML: () => (document.body.appendChild(document.createElement('i')).outerHTML = text),
    insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', text),
    DOMParser: () => new DOMParser().parseFromString(text, 'text/html'),
    fragment: () => document.createRange().createContextualFragment(text),
    srcdoc: () => (document.createElement('iframe').srcdoc = text),
    script: () => (document.createElement('script').src = '/none.js'),
  };
  return Object.entries(ways).map(([name, way]) => {
    try {
      way();
      return `${name} allowed`;
    } catch (error) {
      return `${name} ${error instanceof TypeError ? 'refused' : 'failed'}`;
    }
  });
}

test('P3 phone, console and projector work where text can become neither markup nor a script', async () => {
  const { session } = await openSession(server, ['Buses should run at night']);
  const screens = [`/j/${session.code}`, '/console', `/console/s/${session.id}`, `/projector/${session.id}`];
  for (const path of screens) {
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
    });
    await page.goto(server.url + path);
    await page.getByRole('heading').first().waitFor();
    expect([path, wrong]).toEqual([path, []]);
    expect([path, await page.evaluate(attempts)]).toEqual([
      path,
      ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'DOMParser', 'fragment', 'srcdoc', 'script'].map(
        (name) => `${name} refused`,
      ),
    ]);
    await page.close();
  }
});
