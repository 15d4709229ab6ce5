/** Were a text read as markup, the tests of hostile texts would see it: here it is done on purpose. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Route } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { harmless, taken, watch } from '../support/harmless.ts';
import { CORPUS } from '../support/hostileCorpus.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The page as it is but for the policy by which no text could become markup here, not even on purpose. */
async function withoutTrustedTypes(route: Route): Promise<void> {
  const response = await route.fetch();
  const policy = response.headers()['content-security-policy'] ?? '';
  const kept = policy.split(';').filter((rule) => !/trusted-types/.test(rule));
  expect(kept.length).toBeLessThan(policy.split(';').length);
  await route.fulfill({
    response,
    headers: { ...response.headers(), 'content-security-policy': kept.join(';') },
  });
}

test('P7 markup that is let through is found: an element, a script that the policy stops, one that runs, a request, a word that is too wide', async () => {
  for (const bypassCSP of [false, true]) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, bypassCSP });
    await watch(context, server.url);
    await context.route(`${server.url}/j`, withoutTrustedTypes);
    const page = await context.newPage();
    const seen = async (html: string): Promise<string> => {
      await page.goto(`${server.url}/j`);
      await page.evaluate((text) => {
        document.body.innerHTML = `<div>${text}</div>`;
        // What was put in has run or asked when the next frame is drawn.
        return new Promise((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(drawn));
        });
      }, html);
      await harmless(page, 'seen', ['<b>as typed</b>']);
      return JSON.stringify(taken());
    };
    expect(await seen('&lt;b&gt;as typed&lt;/b&gt;')).toBe('[]');
    expect(await seen('<b>as typed</b>')).toContain('"missing":["<b>as typed</b>"]');
    expect(await seen('<img src=x onerror="window.hit=1">')).toContain(
      bypassCSP ? '"hit":true' : 'policy: script-src-attr',
    );
    expect(await seen('<img src="http://198.51.100.7/p.png">')).toContain(
      bypassCSP ? '"asked":"http://198.51.100.7/p.png"' : 'policy: img-src',
    );
    expect(await seen(`<table><tr><td>${'W'.repeat(200)}</td></tr></table>`)).toMatch(/"wide":[1-9]/);
    if (!bypassCSP)
      for (const text of CORPUS.filter((one) =>
        /^<(?:iframe|object|embed|form action|base|link|math|video)/.test(one),
      ))
        expect([text, await seen(text)]).toEqual([text, expect.stringContaining('"strange":["')]);
    await context.close();
  }
}, 60_000);
