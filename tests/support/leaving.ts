/** A window or dialog in which something was typed, and that is about to go. */
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

/** Whether the window asks before it goes; it stays. */
export async function asksToLeave(desk: Page): Promise<void> {
  // It asks from the moment after what was typed has been drawn.
  await desk.waitForFunction(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  const [asks] = await Promise.all([desk.waitForEvent('dialog'), desk.close({ runBeforeUnload: true })]);
  expect(asks.type()).toBe('beforeunload');
  await asks.dismiss();
}

export const question = (desk: Page): Locator =>
  desk.getByRole('dialog').getByRole('alert').filter({ hasText: 'What you typed is not saved.' });

/** An open dialog in which something was typed: nothing closes it unasked. */
export async function holds(
  desk: Page,
  typed: () => Promise<string>,
  words: string,
  cancel = 'Cancel',
): Promise<void> {
  await asksToLeave(desk);
  // Browsers let a second Esc in a row through.
  for (let i = 0; i < 3; i += 1) await desk.keyboard.press('Escape');
  await question(desk).waitFor();
  await desk.getByRole('button', { name: 'Go on typing', exact: true }).click();
  await question(desk).waitFor({ state: 'detached' });
  expect(await typed()).toBe(words);
  const close = desk.getByRole('dialog').getByRole('button', { name: cancel, exact: true });
  await close.click();
  await question(desk).waitFor();
  await desk.getByRole('button', { name: 'Go on typing', exact: true }).click();
  await question(desk).waitFor({ state: 'detached' });
  // Where it was typed, whatever asked.
  expect(await desk.evaluate(() => document.activeElement?.tagName)).toMatch(/^(INPUT|TEXTAREA|SELECT)$/u);
  await close.click();
  await question(desk).waitFor();
}

export async function letGo(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Let it go', exact: true }).click();
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
}
