/** One person's story, what is asked for, what a room says of it, and what people are told of the answer. */
import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { checkDotPlace, checkPlace } from '../../../core/checking.ts';
import { readPdf } from '../../support/readReport.ts';
import { wordsIn, type Hall } from './hall.ts';
import { CALLS } from './said.ts';
import type { Room } from './room.ts';

export const STORY = {
  title: 'A letter to nobody',
  text: 'The letter came, and nobody could read it to me. 💌',
};
export const RING = 'Ring back within two working days';
export const AWAY = 'Say who is away, and until when';
export const WHY_NOT = 'There are too few of us';

const card = ({ page }: Hall, text: string): Locator => page.locator('.rec').filter({ hasText: text });
const saved = ({ page }: Hall) => page.getByText('All saved').waitFor();

/** A case study is written, and gets the yes of its person and the tick of its second reader by hand. */
export async function writeStory(hall: Hall): Promise<void> {
  const { page, button } = hall;
  await hall.go('case-studies');
  await button('Write a case study').click();
  await page.getByLabel('Title').fill(STORY.title);
  await page.getByLabel('The story, in the team’s words').fill(STORY.text);
  await page.getByLabel('Written by').fill('Peer researcher');
  await button('Save').click();
  await page.getByRole('heading', { name: STORY.title }).waitFor();
  await page.getByLabel('Heard it read').check();
  await button('They said yes to this text').click();
  await page.getByText('they heard it read and said yes').waitFor();
  await page.getByLabel('Who read it').fill('Second reader');
  await button('No, nobody would').click();
  await page.getByText('✓ Nothing is missing. A report may print it.').waitFor();
  await page.getByText('✓ Saved').waitFor();
}

/** One recommendation from a theme, and one that is typed and rests on a statement that is found by its words. */
export async function recommend(hall: Hall): Promise<void> {
  const { page } = hall;
  await hall.go('themes');
  await page.getByRole('link', { name: `Make it a recommendation: ${CALLS}` }).click();
  await page.getByText('It will rest on:').waitFor();
  await page.getByLabel('What is asked for').fill(RING);
  await page.keyboard.press('Enter');
  await card(hall, RING).waitFor();
  await saved(hall);
  await hall.go('recommendations');
  await page.getByLabel('What is asked for').fill(AWAY);
  await page.keyboard.press('Enter');
  const away = card(hall, AWAY);
  await away.getByRole('button', { name: 'Link evidence' }).click();
  await away.getByLabel('Link evidence').fill('who to ask');
  await away.getByRole('button', { name: /^Link: I know who to ask/ }).click();
  await away.getByRole('button', { name: /^Unlink: I know who to ask/ }).waitFor();
  await saved(hall);
}

/** The room says of each whether it is what it said, gives dots, and a paper sheet is typed up; then it sees all of it. */
export async function checkInRoom(hall: Hall, { crowd, phone, press, session }: Room): Promise<void> {
  const { page, server } = hall;
  const projector = await page.context().newPage();
  await projector.goto(`${server.url}/projector/${session}`);
  await press(/^Start/);
  await press('More');
  await press('Check recommendations');
  await page.getByRole('dialog').getByRole('button', { name: 'Show 2 to the room' }).click();
  for (const [at, text] of [RING, AWAY].entries()) {
    if (at > 0) await press(/^Next recommendation/);
    await phone.heading(text);
    await projector.getByRole('heading', { name: text }).waitFor();
    const own = phone.page.getByRole('radio', {
      name: at === 0 ? 'That is what we said' : 'Something is missing',
    });
    await own.check();
    await phone.page.getByRole('button', { name: 'Place it' }).tap();
    await phone.page.getByText('Saved', { exact: true }).waitFor();
    for (const [i, one] of crowd.entries())
      expect(await one.place(checkPlace(at + 1), 1, i < 4 - at ? 1 : 2)).toBe(1);
  }
  await press(/^Close and give dots/);
  await phone.heading('What matters most to you?');
  await phone.page.getByRole('button', { name: `Put a dot on ${AWAY}` }).tap();
  for (let i = 0; i < 2; i += 1) await phone.page.getByRole('button', { name: `Put a dot on ${RING}` }).tap();
  await phone.page.getByText('You have 0 dots left.').waitFor();
  for (const one of crowd) expect(await one.place(checkDotPlace(1), 1, 3)).toBe(1);
  await page.getByText(`${3 * (crowd.length + 1)} dots are on`).waitFor();
  await press('Type up sheets');
  const sheets = page.getByRole('dialog', { name: 'What stands on the sheets' });
  await sheets.getByLabel('How many sheets').fill('1');
  await sheets.getByLabel('That is what we said, recommendation 1').fill('1');
  await sheets.getByLabel('Not quite, recommendation 2').fill('1');
  await sheets.getByLabel('Dots, recommendation 2').fill('3');
  await sheets.getByRole('button', { name: 'Save', exact: true }).click();
  await sheets.getByText('Phones and sheets count together.').waitFor();
  await sheets.getByRole('button', { name: 'Close' }).click();
  await press(/^Close the dots/);
  await phone.heading('Thank you');
  await page
    .getByRole('button', { name: /^Show the room/ })
    .last()
    .click();
  for (const words of ['6 of 8: that is what we said', '3 of 8: that is what we said'])
    await projector.getByText(words).first().waitFor();
  await press(/^Finish/);
  await projector.close();
}

/** Asked, answered in part with its reason, promised, and not done yet. */
export async function followUp(hall: Hall): Promise<void> {
  const { page } = hall;
  await hall.go('recommendations');
  await page.getByRole('button', { name: RING, exact: true }).click();
  const open = page.locator('.rec-open');
  await open.getByLabel('To whom').fill('The council');
  await open.getByLabel('Asked on').first().fill('2026-11-02');
  await open.getByRole('radio', { name: 'In part' }).check();
  await open.getByLabel('Why not all of it').fill(WHY_NOT);
  await open.getByLabel('Promised for').fill('2027-06-30');
  await open.getByRole('button', { name: 'Write this day down' }).click();
  await open.getByRole('button', { name: 'Write it down' }).click();
  await open.getByText('Promised for 30 June 2027').waitFor();
  await saved(hall);
}

/** What the page of recommendations says of one: what stands behind it, and what the room said. */
export async function shownOf(
  hall: Hall,
  text: string,
): Promise<{ voices: number; said: string; dots: number }> {
  const { page } = hall;
  await hall.go('recommendations');
  await page.getByRole('button', { name: text, exact: true }).click();
  await card(hall, text)
    .getByText(/said: that is what we said/)
    .first()
    .waitFor();
  const words = await wordsIn(card(hall, text));
  return {
    voices: Number(/(\d+) voices? (?:is|are) behind it/u.exec(words)?.[1] ?? Number.NaN),
    said: /(\d+ of \d+) said: that is what we said/u.exec(words)?.[1] ?? 'nothing',
    dots: Number(/(\d+) dots?/u.exec(words)?.[1] ?? Number.NaN),
  };
}

/** Publishes the page, reads it on a phone of somebody who has no account, and takes the posters down. */
export async function tell(hall: Hall): Promise<{ page: string; posters: string[] }> {
  const { page, server, browser, button, download } = hall;
  await hall.go('told');
  await button('Publish the page').click();
  await page.locator('.tell-address a').waitFor();
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const reader = await context.newPage();
  await reader.goto(`${server.url}/told/${hall.id}`);
  await reader.getByRole('heading', { name: RING }).or(reader.getByText(RING)).first().waitFor();
  const told = await wordsIn(reader.locator('body'));
  await context.close();
  await button('Make page and posters').click();
  const posters: string[] = [];
  for (const size of ['A4', 'A3']) {
    const { bytes } = await download(() =>
      page.getByRole('link', { name: new RegExp(`${size}.*\\.pdf`) }).click(),
    );
    posters.push((await readPdf(bytes)).text);
  }
  return { page: told, posters };
}
