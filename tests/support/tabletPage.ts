/** A shared tablet in a real browser, on the network's address, as it goes round a room. */
import type { BrowserContext, Page } from 'playwright-core';
import { TIMES } from '../../core/limits.ts';
import { lanAddress } from './program.ts';
import { pairing } from './devices.ts';
import type { TestServer } from './server.ts';
import { PAGE_PATIENCE } from './sizes.ts';

export interface TabletPage {
  page: Page;
  /** Waits until the heading is this. */
  heading(text: string | RegExp): Promise<void>;
  press(name: string): Promise<void>;
}

type Each = (step: string) => Promise<void>;
const nothing: Each = async () => undefined;

/** Signs a browser in as a tablet by the PIN that the console shows, up to the screen on which it is set up. */
export async function tabletIn(context: BrowserContext, server: TestServer): Promise<TabletPage> {
  const { pin } = await pairing(server, 'tablet');
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(PAGE_PATIENCE);
  // Time goes on as ever, and can be made to go faster.
  await page.clock.install();
  await page.goto(`http://${lanAddress()}:${server.app.port}/pair`);
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByLabel('A name for this device').fill('The tablet');
  await page.getByRole('button', { name: 'Join' }).click();
  const tablet = tabletOn(page);
  await tablet.heading('Set up the shared tablet');
  return tablet;
}

/** The same once the page is there. */
export function tabletOn(page: Page): TabletPage {
  return {
    page,
    heading: (text) => page.getByRole('heading', { level: 1, name: text }).waitFor(),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
  };
}

/** Locks it; gives the PIN that it shows once. */
export async function lockIt(
  tablet: TabletPage,
  which: 'every' | 'front',
  each: Each = nothing,
): Promise<string> {
  const { page } = tablet;
  await page.getByRole('radio', { name: which === 'every' ? /^Every statement/ : /^Only the one/ }).check();
  await each('setup');
  await tablet.press('Lock it and show the PIN');
  await tablet.heading('Write this PIN down');
  await each('pin');
  const pin = (await page.locator('.pin').textContent()) ?? '';
  await tablet.press('I have it. Start');
  return pin.replace(/\D/g, '');
}

/** From the start to the first statement: hears everything, says yes, chooses a group, says yes to quoting. */
export async function sayYes(tablet: TabletPage, group: string | null, each: Each = nothing): Promise<void> {
  const { page } = tablet;
  await tablet.press('Next person');
  for (const step of ['What this is about', 'What is kept', 'Who might guess', 'When we must tell someone']) {
    await tablet.heading(step);
    await each(step);
    await tablet.press('Next');
  }
  await answerAsk(tablet, group, each);
  await page.getByRole('group', { name: 'What do you think?' }).waitFor();
}

/** From the question on. */
export async function answerAsk(
  tablet: TabletPage,
  group: string | null,
  each: Each = nothing,
): Promise<void> {
  await tablet.heading('Do you want to take part?');
  await tablet.page.getByText('Answer in one way only:').waitFor();
  await each('ask');
  await tablet.press('Yes');
  if (group !== null) {
    await tablet.heading('Which group are you in?');
    await tablet.page.getByRole('radio', { name: group, exact: true }).check();
    await each('group');
    await tablet.press('Next');
  }
  await tablet.heading('May we use your words?');
  await each('quote');
  await tablet.press('Yes');
}

/** Answers the statement in hand, with a comment for the room or the team, and goes on. */
export async function answer(
  tablet: TabletPage,
  word: string,
  comment = '',
  who: 'The room' | 'Only the team' = 'The room',
): Promise<void> {
  const { page } = tablet;
  await page.getByRole('radio', { name: word, exact: true }).check();
  if (comment !== '') {
    await page.locator('textarea').fill(comment);
    await page.getByRole('radio', { name: who, exact: true }).check();
  }
  await tablet.press('Next');
}

/** One person's whole turn, one answer a statement (null: left out), up to the next start. */
export async function turn(
  tablet: TabletPage,
  answers: readonly ([word: string, comment?: string] | null)[],
  group: string | null = null,
): Promise<void> {
  await sayYes(tablet, group);
  for (const [i, one] of answers.entries()) {
    await tablet.page.getByText(`Statement ${i + 1} of`).waitFor();
    if (one === null) await tablet.press('Leave this one out');
    else await answer(tablet, one[0], one[1]);
  }
  await tablet.heading('Were you heard?');
  await tablet.press('Skip');
  await tablet.press('Hand in my answers');
  await tablet.heading('Saved. Pass it on.');
  await passedOn(tablet);
}

/** What was said at the end of a turn is over. */
export async function passedOn(tablet: TabletPage): Promise<void> {
  await tablet.page.clock.fastForward(TIMES.tabletSavedMs);
  await tablet.heading('Your turn');
}

/** Presses and holds the mark in the corner until the PIN is asked for. */
export async function holdMark(tablet: TabletPage): Promise<void> {
  // A screen that has just come hears nothing for a moment: this waits until the mark can be pressed.
  await tablet.page.getByRole('button', { name: /press and hold/ }).hover();
  await tablet.page.mouse.down();
  await tablet.page.clock.fastForward(TIMES.tabletHoldMs);
  await tablet.heading('For the person who leads the session');
  await tablet.page.mouse.up();
}
