/** A server, a browser, and the laptop's own pages in it, for a file of journeys. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startServer, type TestServer } from './server.ts';
import { openStartLink } from './signIn.ts';
import { PAGE_PATIENCE } from './sizes.ts';

interface StaffBrowser {
  readonly server: TestServer;
  readonly browser: Browser;
  /** A page of the laptop, signed in. */
  readonly staffPage: (size: { width: number; height: number }, path: string) => Promise<Page>;
}

/** They are there as soon as the first test of the file begins, and go with the last. */
export function staffBrowser(): StaffBrowser {
  let server: TestServer;
  let browser: Browser;
  let staff: BrowserContext;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    staff = await browser.newContext({ reducedMotion: 'reduce' });
    await openStartLink(staff, server.app.startLink());
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    staffPage: async (size, path) => {
      const page = await staff.newPage();
      await page.setViewportSize(size);
      page.setDefaultTimeout(PAGE_PATIENCE);
      await page.goto(server.url + path);
      return page;
    },
  };
}
