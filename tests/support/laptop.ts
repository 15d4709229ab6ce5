/** The facilitator's laptop: a browser that is signed in, and its buttons by their words. */
import type { Browser, Locator, Page } from 'playwright-core';
import type { TestServer } from './server.ts';
import { openStartLink } from './signIn.ts';
import { PAGE_PATIENCE } from './sizes.ts';

/** A page of its own context, signed in; close the context when it is done with. */
export async function laptopOf(
  server: TestServer,
  browser: Browser,
  width = 1366,
  height = 768,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  await openStartLink(context, server.app.startLink());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  return page;
}

/** By all of its words, or by a pattern. */
export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: typeof name === 'string' });
}
