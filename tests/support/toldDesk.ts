/** A laptop with what was said and asked for, and a page of its console in a real browser, signed in. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { openStartLink } from './signIn.ts';
import { PAGE_PATIENCE } from './sizes.ts';
import { toldServer, type ToldServer } from './told.ts';

export async function toldDesk(
  viewport = { width: 1280, height: 800 },
): Promise<{ hall: ToldServer; browser: Browser; desk: Page }> {
  const [hall, browser] = await Promise.all([toldServer(), launchBrowser()]);
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  await openStartLink(context, hall.server.app.startLink());
  const desk = await context.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
  return { hall, browser, desk };
}
