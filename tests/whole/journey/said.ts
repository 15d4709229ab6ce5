/** What was said: noted on a scribe's tablet, sent from a phone, told in an interview, and put under themes. */
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { THERE, thoughtPlace } from '../../../core/thought.ts';
import { drag } from '../../support/selecting.ts';
import { wordsIn, type Hall } from './hall.ts';
import type { Room } from './room.ts';

export const CALLS = 'Being rung back';
const WAITING = 'Waiting';
/** What a person wrote on the phone that the test holds. */
export const THOUGHT = 'A text the day before 🙏 would help';
export const QUOTE = 'میں فون کے پاس بیٹھی رہتی ہوں 📞';
/** What is selected in the interview: across an emoji of several code points and words that run the other way. */
export const PASSAGES = ['Friday 👩‍👩‍👧, «بہت دیر سے», and nobody', 'میں 📞 کے پاس بیٹھی رہی۔'];
const INTERVIEW = `The letter came on ${PASSAGES[0]} rang back. ${PASSAGES[1]}`;

const saved = (page: Page) => page.getByText('All saved').waitFor();
const row = (page: Page, text: string): Locator => page.locator('.point').filter({ hasText: text });

/** The scribe's screen of a session, on the tablet. */
export async function openScribe(hall: Hall, room: Room): Promise<Page> {
  const page = await hall.tablet.newPage();
  await page.goto(`${hall.tabletUrl}/console/s/${room.session}/talk`);
  await page.getByLabel('What was said', { exact: true }).waitFor();
  return page;
}

/** Types a point; in it, `#` and a name stand for a theme that is made or found while typing. */
async function note(page: Page, text: string, theme: string, ...marks: string[]): Promise<void> {
  await page.getByLabel('What was said', { exact: true }).focus();
  await page.keyboard.insertText(text);
  if (theme !== '') {
    await page.keyboard.type(' #');
    await page.keyboard.type(theme);
    await page.keyboard.press('Enter');
  }
  for (const key of [...(marks.length > 0 ? ['Tab', ...marks] : []), 'Enter']) await page.keyboard.press(key);
  await row(page, text).waitFor();
}

/** The first room: two themes are made while typing, of which one is a quote in Urdu, and hands are counted. */
export async function scribeFirst(page: Page): Promise<void> {
  await note(page, 'Nobody rings back', CALLS);
  await note(page, 'They ring when I am at work', '', '1', 'h', 'h');
  await note(page, QUOTE, WAITING, 'q', 'y');
  await row(page, 'They ring when I am at work').getByText('2 hands').waitFor();
  await row(page, QUOTE).getByText(WAITING).waitFor();
  await saved(page);
}

/** A person adds a thought on the phone, others do; the facilitator notes that one, and the scribe finds its theme. */
export async function thinkAloud(hall: Hall, room: Room, scribe: Page): Promise<void> {
  const { phone, crowd } = room;
  await phone.page.getByRole('button', { name: 'Add a thought' }).tap();
  await phone.page.getByLabel('Your thought', { exact: true }).fill(THOUGHT);
  await phone.page.getByRole('button', { name: 'Send it' }).tap();
  await phone.page.getByText('Saved', { exact: true }).waitFor();
  // Thoughts come to the console once there are as many as the least batch.
  for (const [i, one] of crowd.slice(0, 4).entries())
    expect(await one.place(thoughtPlace(2, i), 1, THERE, `Thought ${i} of somebody else`)).toBe(1);
  const card = hall.page
    .getByRole('complementary', { name: 'Comments' })
    .locator('.comment')
    .filter({ hasText: THOUGHT });
  await card.getByRole('button', { name: 'Note it' }).click();
  const point = row(scribe, THOUGHT);
  await point.getByText('From a phone').waitFor();
  await point.getByRole('button', { name: `“${THOUGHT}”`, exact: true }).click();
  for (const key of ['Tab', '1', 'Enter']) await scribe.keyboard.press(key);
  await point.getByText(CALLS).waitFor();
  await saved(scribe);
}

/** The second room, with what there is by then. */
export async function scribeSecond(page: Page): Promise<void> {
  await note(page, 'Here nobody rings back either', '', '1');
  await note(page, 'We wait by the phone', '', '2');
  await saved(page);
}

/** An interview is held on the tablet, and comes to the laptop when it is handed over. */
export async function interview(hall: Hall): Promise<void> {
  const page = await hall.tablet.newPage();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(`${hall.tabletUrl}/console/c/${hall.id}/interview`);
  await page.getByText('No questions were written yet.').waitFor();
  await button('Begin').click();
  for (const question of ['May we use what you tell us?', 'May we quote you, without your name?'])
    await page.getByRole('group', { name: question }).getByLabel('Yes').check();
  await button('Next').click();
  await page.getByLabel('What they say').focus();
  await page.keyboard.insertText(INTERVIEW);
  await button('Finish').click();
  await button('Hand it over').click();
  await page.getByText('Handed over. It is on the laptop').waitFor();
  await page.close();
}

/** Its words are selected, with the mouse and by keys, and put under a theme. */
export async function codeInterview(hall: Hall): Promise<void> {
  const { page } = hall;
  await hall.go('sources');
  await page.getByRole('link', { name: /^Interview, / }).click();
  const reader = page.locator('.reader');
  await reader.waitFor();
  await drag(page, PASSAGES[0] ?? '');
  await page
    .locator('.source-now')
    .getByText(PASSAGES[0] ?? '')
    .waitFor();
  await reader.press('1');
  await page.keyboard.press('Escape');
  await reader.focus();
  // With nothing selected: the last sentence.
  await page.keyboard.press('ArrowUp');
  await page
    .locator('.source-now')
    .getByText(PASSAGES[1] ?? '')
    .waitFor();
  await reader.press('2');
  await saved(page);
}

/** Two themes that say the same become one. */
export async function mergeThemes(hall: Hall): Promise<void> {
  const { page, button, dialog } = hall;
  await hall.go('themes');
  await button('Codebook').click();
  await button(new RegExp(`^Change.*the theme ${WAITING}`)).click();
  await dialog().getByLabel('Merge into').selectOption(CALLS);
  await button('Merge', dialog()).click();
  await page.getByText(`Holds what was under: ${WAITING}`).waitFor();
  await saved(page);
}

export interface RaisedShown {
  sessions: number;
  /** Of how many sessions. */
  of: number;
  sources: number;
  points: number;
  hands: number;
  passages: number;
}

/** How often the theme that is left was raised, as its page says it. */
export async function raisedOf(hall: Hall): Promise<RaisedShown> {
  await hall.go('themes');
  const line = hall.page.getByText(/^Raised in/);
  await line.first().waitFor();
  // The other theme is in this one, so it is told nowhere.
  expect(await line.count()).toBe(1);
  const words = await wordsIn(line.first());
  const number = (told: RegExp): number => Number(told.exec(words)?.[1] ?? Number.NaN);
  // “the one interview or document” where there is one.
  const texts = words.includes('the one interview') ? 1 : number(/(\d+) of \d+ interviews/u);
  return {
    sessions: number(/in (\d+) of \d+ sessions/u),
    of: number(/in \d+ of (\d+) sessions/u),
    sources: texts,
    points: number(/(\d+) points?/u),
    hands: number(/(\d+) hands?/u),
    passages: number(/(\d+) passages?/u),
  };
}
