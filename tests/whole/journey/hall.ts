/** A laptop, the browsers of everyone who has to do with a consultation, and what they share on the way. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { ConsultationPage } from '../../../core/api.ts';
import type { TalkPage } from '../../../core/talk/api.ts';
import type { Store } from '../../../server/store/store.ts';
import { launchBrowser } from '../../support/browser.ts';
import { joinDevice } from '../../support/devices.ts';
import { openDesk, type ReportDesk } from '../../support/reportPage.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { PAGE_PATIENCE } from '../../support/sizes.ts';

export const STATEMENTS = ['They listen to me', 'I know who to ask'];

export interface Hall extends ReportDesk {
  server: TestServer;
  browser: Browser;
  store: () => Store;
  /** A scribe's tablet, which is signed in over https. */
  tablet: BrowserContext;
  /** Where that tablet finds the laptop. */
  tabletUrl: string;
  /** Id of the consultation, once it is made. */
  id: string;
  /** Opens a page of the consultation on the laptop. */
  go: (to: string) => Promise<unknown>;
  page: Page;
  talk: () => Promise<TalkPage>;
  consultation: () => Promise<ConsultationPage>;
  close: () => Promise<void>;
}

export async function openHall(): Promise<Hall> {
  const stores: Store[] = [];
  const keep = (made: Store): Store => {
    stores.push(made);
    return made;
  };
  const [server, browser] = await Promise.all([startServer({ wrap: keep }), launchBrowser()]);
  const desk = await openDesk(browser, server.app.startLink());
  const { url, headers } = await joinDevice(server, 'scribe');
  const [name = '', value = ''] = (headers['Cookie'] ?? '').split('=');
  const tablet = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 820, height: 1180 },
    reducedMotion: 'reduce',
  });
  tablet.setDefaultTimeout(PAGE_PATIENCE);
  await tablet.addCookies([{ name, value, url, secure: true, sameSite: 'Strict' }]);
  const hall: Hall = {
    ...desk,
    server,
    browser,
    store: () => stores.at(-1) as Store,
    tablet,
    tabletUrl: url,
    id: '',
    go: (to) => desk.page.goto(`${server.url}/console/c/${hall.id}${to === '' ? '' : `/${to}`}`),
    talk: () => server.get(`/api/consultations/${hall.id}/themes`),
    consultation: () => server.get(`/api/consultations/${hall.id}`),
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
  return hall;
}

/** Pastes the statements on the console, and makes the floor 5. */
export async function prepare(hall: Hall): Promise<void> {
  const { page, server, saved } = hall;
  await page.goto(`${server.url}/console`);
  await page.getByRole('button', { name: /Paste/ }).click();
  await page.getByLabel('Title').fill('What we expect');
  await page.getByLabel('Statements, one a line').fill(STATEMENTS.join('\n'));
  await page.getByRole('button', { name: 'Begin with 2 statements' }).click();
  await page.waitForURL(/\/console\/c\/[a-z0-9-]+/);
  hall.id = /\/console\/c\/([a-z0-9-]+)/.exec(page.url())?.[1] ?? '';
  const floor = page.getByRole('group', { name: 'Smallest group whose answers others may see' });
  await floor.getByLabel('5 people').check();
  await saved();
}

/** The words that a place on a screen has, for what is found again elsewhere. */
export const wordsIn = async (place: Locator): Promise<string> =>
  (await place.innerText()).replace(/\s+/gu, ' ').trim();
