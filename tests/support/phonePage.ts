/** A person with a phone, in a real browser, on the network's address. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PAGE_PATIENCE } from './sizes.ts';

export interface PhonePage {
  page: Page;
  context: BrowserContext;
  /** Chooses an answer by its words, with a comment, and presses the button. */
  place(answer: string, comment?: string): Promise<void>;
  /** Waits until the phone's status line says this. */
  says(status: string | RegExp): Promise<void>;
  /** Waits until the heading is this. */
  heading(text: string | RegExp): Promise<void>;
}

/** @param double somebody may tap twice: a screen that has just come hears no tap until `hearTaps` */
export async function openPhone(
  browser: Browser,
  address: string,
  size = { width: 390, height: 844 },
  double = false,
): Promise<PhonePage> {
  const context = await browser.newContext({
    viewport: size,
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(tapsAreHeard, { soon: TOO_SOON_MS, held: double });
  return phoneIn(context, address);
}

/** How long a screen that has just come hears no tap. */
const TOO_SOON_MS = 300;

/** Nobody else taps twice, and through all that is told it would be waited for at each screen. */
function tapsAreHeard({ soon, held }: { soon: number; held: boolean }): void {
  const wait = window.setTimeout.bind(window);
  const waiting: (() => void)[] = [];
  const hear = (then: () => void, ms?: number): number => {
    if (ms !== soon || !held) return wait(then, ms === soon ? 0 : ms);
    return waiting.push(then);
  };
  Object.assign(window, {
    setTimeout: hear,
    hearTaps: () => {
      for (const then of waiting.splice(0)) then();
    },
  });
}

/** Where taps may come twice: the moment is over. */
export function hearTaps(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as { hearTaps(): void }).hearTaps());
}

/** The same in a browser that is there already. */
export async function phoneIn(context: BrowserContext, address: string): Promise<PhonePage> {
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(address);
  return {
    page,
    context,
    place: async (answer, comment = '') => {
      await page.getByRole('radio', { name: answer, exact: true }).check();
      if (comment !== '') await page.locator('textarea').fill(comment);
      await page.getByRole('button', { name: 'Place my post-it' }).tap();
    },
    says: (status) => page.getByRole('status').filter({ hasText: status }).waitFor(),
    heading: (text) => page.getByRole('heading', { level: 1, name: text }).waitFor(),
  };
}

/** All that the next seat could read: what stands on the page, and what was typed into its fields, which is no text of it. */
export function onScreen(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll('input, textarea')].map((field) =>
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
      ),
    ].join('\n'),
  );
}

/** Lets the time of a page go on without waiting: what comes so soon after a press is taken for a double one. */
export function later(page: Page): Promise<void> {
  return page.evaluate(() => {
    const then = performance.now() + 1000;
    performance.now = () => then;
  });
}

type Each = (step: string) => Promise<void>;
const nothing: Each = async () => undefined;

/** Goes through what is told, says yes, chooses a group and says yes to being quoted. */
export async function sayYes(phone: PhonePage, group: string | null, each: Each = nothing): Promise<void> {
  await hearOut(phone, each);
  await join(phone, group, each);
}

/** Goes through what is told, up to the question. */
export async function hearOut(phone: PhonePage, each: Each = nothing): Promise<void> {
  const steps = [
    'What this is about',
    'What is kept',
    'Who might guess',
    'When we must tell someone',
    'It is up to you',
  ];
  for (const step of steps) {
    await phone.heading(step);
    await each(step);
    await phone.page.getByRole('button', { name: 'Next' }).tap();
  }
}

/** From the question on: yes, the group, and yes to being quoted. */
export async function join(phone: PhonePage, group: string | null, each: Each = nothing): Promise<void> {
  const { page } = phone;
  await phone.heading('Do you want to take part?');
  await each('take part');
  await page.getByRole('button', { name: 'Yes', exact: true }).tap();
  if (group !== null) {
    await phone.heading('Which group are you in?');
    await each('group');
    await page.getByRole('radio', { name: group, exact: true }).check();
    await page.getByRole('button', { name: 'Next' }).tap();
  }
  await phone.heading('May we use your words?');
  await each('quote');
  await page.getByRole('button', { name: 'Yes', exact: true }).tap();
}
