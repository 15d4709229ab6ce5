/** The report's page in a browser, as a facilitator uses it. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { openStartLink } from './signIn.ts';
import { PAGE_PATIENCE } from './sizes.ts';

export interface ReportDesk {
  page: Page;
  dialog: () => Locator;
  button: (name: string | RegExp, within?: Page | Locator) => Locator;
  /** Resolves when everything typed so far is saved. */
  saved: () => Promise<void>;
  /** Opens the dialog of the files, until it has been told what would be done. */
  openMake: () => Promise<void>;
  /** What comes down when something is pressed. */
  download: (press: () => Promise<void>) => Promise<{ name: string; bytes: Uint8Array }>;
}

/** A page of its own at the usual size of a laptop's screen, signed in by a start link. */
export async function openDesk(browser: Browser, link: string): Promise<ReportDesk> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await openStartLink(context, link);
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  const dialog = (): Locator => page.getByRole('dialog');
  const button = (name: string | RegExp, within: Page | Locator = page): Locator =>
    within.getByRole('button', { name });
  return {
    page,
    dialog,
    button,
    saved: () =>
      page
        .getByRole('status')
        .filter({ hasText: /Saved$/ })
        .first()
        .waitFor(),
    openMake: async () => {
      await button('Make the files').click();
      await button('Word file', dialog()).waitFor();
    },
    download: async (press) => {
      const coming = page.waitForEvent('download');
      await press();
      const file = await coming;
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    },
  };
}

/** The text of a Word file without its marks. */
export function wordText(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
}
