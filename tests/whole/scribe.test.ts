/** The scribe's screen by keys alone, on two devices of which one is cut off for a while. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { connectPhones, sealIt } from '../support/scribeRoom.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';

let hall: ScribeHall;
beforeAll(async () => {
  hall = await openScribeHall();
});
afterAll(() => hall?.close());

const field = (page: Page) => page.getByLabel('What was said', { exact: true });
const keys = async (page: Page, ...pressed: string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};
const row = (page: Page, text: string) => page.locator('.point').filter({ hasText: text });
const saved = (page: Page) => page.getByText('All saved').waitFor();
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

describe('TK8 by keys alone', () => {
  test('TK1 TK8 a point with its marks is on the other device within a second, whose caret stays where it is', async () => {
    const [{ page: one }, { page: two }] = [await hall.scribe(), await hall.scribe()];
    await two.keyboard.type('half a sentence');
    await keys(two, 'Home', 'ArrowRight');
    // A theme that is made while typing; the sentence goes on where it was.
    await one.keyboard.type('They never #');
    await one.keyboard.type('Calls back');
    await keys(one, 'Enter');
    await one.keyboard.type('rang back');
    expect(await field(one).inputValue()).toBe('They never rang back');
    await keys(one, 'Tab', 'q', 's', '3', 'e', 'c', 'p', '1', 'h', 'Enter');
    const began = Date.now();
    await row(two, 'They never rang back').waitFor();
    expect(Date.now() - began).toBeLessThan(1000);
    expect(await focused(one)).toBe('What was said');
    expect([await field(one).inputValue(), await field(two).inputValue()]).toEqual(['', 'half a sentence']);
    const caret = await two.evaluate(() => {
      const on = document.activeElement;
      return on instanceof HTMLTextAreaElement ? on.selectionStart : null;
    });
    expect(caret).toBe(1);
    const marks = await row(two, 'They never rang back').textContent();
    for (const words of [
      'Calls back',
      'Parents, woman, 25 to 34',
      'Experience',
      'Should change',
      'Person 1',
      '1 hand',
    ])
      expect(marks).toContain(words);
    const [kept] = (await hall.talk()).points;
    expect(kept).toMatchObject({
      kind: 'quote',
      group: 'parents',
      gender: 'woman',
      person: 1,
      hands: 1,
      stance: 'experience',
    });
    await look(one, 'scribe-one');
    // A reload keeps what was begun.
    await two.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes(':begun')));
    await two.reload();
    await field(two).waitFor();
    expect(await field(two).inputValue()).toBe('half a sentence');
    for (const page of [one, two]) await page.context().close();
  });

  test('TK8 TK2 one device is cut off, both go on, and afterwards both have everything once', async () => {
    const [{ page: one }, { page: two, context }] = [await hall.scribe(), await hall.scribe()];
    await one.keyboard.type('Shared point');
    await keys(one, 'Enter');
    await row(two, 'Shared point').waitFor();
    await context.setOffline(true);
    await two.keyboard.type('Said while away');
    await keys(two, 'Enter', '+', '+');
    await two.getByText('No connection.').waitFor();
    await row(two, 'Said while away').getByText('2 hands').waitFor();
    // The same point on both: a hand here and a hand there, and two texts.
    await row(two, 'Shared point').getByRole('button', { name: 'Hand' }).click();
    await row(two, 'Shared point').getByRole('button', { name: 'Shared point', exact: true }).click();
    await two.keyboard.type(', as the second heard it');
    await keys(two, 'Enter');
    await keys(one, 'ArrowUp');
    await one.keyboard.type(', as the first heard it');
    await keys(one, 'Tab', 'h', 'Enter');
    await saved(one);
    await look(two, 'scribe-away');
    await context.setOffline(false);
    await two.getByText('Another device changed this meanwhile').waitFor();
    await row(one, 'Said while away').getByText('2 hands').waitFor();
    await row(one, 'Shared point').getByText('2 hands').waitFor();
    const texts = (await hall.talk()).points.map(({ text }) => text);
    expect(texts.filter((text) => text === 'Said while away')).toHaveLength(1);
    expect(texts).toContain('Shared point, as the first heard it');
    await look(two, 'scribe-trouble');
    await two.getByRole('button', { name: 'Take mine' }).click();
    await row(one, 'Shared point, as the second heard it').waitFor();
    await two.getByText('Another device').waitFor({ state: 'detached' });
    // What was chosen last is on its way still.
    await two.waitForFunction(() => !Object.keys(localStorage).some((key) => key.includes(':q:')));
    for (const page of [one, two]) await page.context().close();
  });

  test('TK8 the theme whose whole name was typed is taken, and a new one beside it by choice only', async () => {
    const { page } = await hall.scribe();
    const note = async (text: string, theme: string, ...pressed: string[]): Promise<void> => {
      await page.keyboard.type(`${text} #`);
      await page.keyboard.type(theme);
      await keys(page, ...pressed, 'Enter', 'Enter');
    };
    await note('First time', 'Courts and lawyers');
    // One begins so: Enter takes that, and two more keys make a new one.
    await note('Second time', 'Court');
    await row(page, 'Second time').getByText('Courts and lawyers').waitFor();
    await note('Third time', 'Court', 'ArrowDown');
    await row(page, 'Third time').getByText('Court', { exact: true }).waitFor();
    await page.keyboard.type('Fourth time #');
    await page.keyboard.type('court');
    await look(page, 'scribe-picking');
    await keys(page, 'Enter', 'Enter');
    await row(page, 'Fourth time').getByText('Court', { exact: true }).waitFor();
    await saved(page);
    await page.context().close();
  });

  test('TK3 undo takes back step by step, also a removal and a merge, by keys', async () => {
    const { page } = await hall.scribe();
    await page.keyboard.type('Removed by mistake #');
    await page.keyboard.type('Slips');
    await keys(page, 'Enter', 'Enter');
    await row(page, 'Removed by mistake').waitFor();
    await keys(page, 'ArrowUp');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await row(page, 'Removed by mistake').waitFor({ state: 'detached' });
    await field(page).focus();
    await keys(page, 'Control+z');
    await row(page, 'Removed by mistake').getByText('Slips').waitFor();
    await page.getByRole('button', { name: 'Change the theme Slips' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Merge into').selectOption({ label: 'Calls back' });
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await row(page, 'Removed by mistake').getByText('Calls back').waitFor();
    await field(page).focus();
    await keys(page, 'Control+z');
    await row(page, 'Removed by mistake').getByText('Slips').waitFor();
    await keys(page, 'Control+Shift+z');
    await row(page, 'Removed by mistake').getByText('Calls back').waitFor();
    await saved(page);
    await page.context().close();
  });

  test('TK8 what was being changed outlives a reload, and words whose point was removed elsewhere go on as a new one', async () => {
    const [{ page: one }, { page: two }] = [await hall.scribe(), await hall.scribe()];
    await one.keyboard.type('On both');
    await keys(one, 'Enter');
    await row(two, 'On both').getByRole('button', { name: 'On both', exact: true }).click();
    await two.keyboard.type(' and longer');
    await two.waitForFunction(() =>
      Object.values(localStorage).some((kept) => String(kept).includes('and longer')),
    );
    await two.reload();
    await field(two).waitFor();
    expect(await field(two).inputValue()).toBe('On both and longer');
    await keys(one, 'ArrowUp');
    await one.getByRole('button', { name: 'Remove', exact: true }).click();
    await row(two, 'On both').waitFor({ state: 'detached' });
    await field(two).focus();
    await keys(two, 'Escape');
    await two.getByText('Your words are here as a new one').waitFor({ state: 'attached' });
    expect(await field(two).inputValue()).toBe('On both and longer');
    await keys(two, 'Enter');
    await row(one, 'On both and longer').waitFor();
    for (const page of [one, two]) await page.context().close();
  });

  test('TK8 from the tenth person on two digits choose, and one digit still does where another key follows', async () => {
    const { page } = await hall.scribe();
    const noted = async (text: string, ...pressed: string[]): Promise<string> => {
      await page.keyboard.type(text);
      await keys(page, 'Tab', ...pressed, 'Enter');
      expect(await field(page).inputValue()).toBe('');
      return (await row(page, text).textContent()) ?? '';
    };
    for (let i = 1; i <= 9; i += 1) await noted(`Said by ${i}.`, 'p', String(i));
    // The tenth is new, the eleventh too.
    expect(await noted('First of the tenth', 'p', '1', '0')).toContain('Person 10');
    expect(await noted('First of the eleventh', 'p', '1', '1')).toContain('Person 11');
    expect(await noted('Again the eleventh', 'p', '1', '1')).toContain('Person 11');
    expect(await noted('Again the third', 'p', '3')).toContain('Person 3');
    // A single 1 may become 10, 11 or 12: any other key settles it, and does its own work.
    const first = await noted('Again the first', 'p', '1', 'e', 'h');
    for (const words of ['Person 1', 'Experience', '1 hand']) expect(first).toContain(words);
    expect(first).not.toMatch(/Person 1\d/);
    expect(await noted('The first once more', 'p', '1')).toMatch(/Person 1(?!\d)/);
    await keys(page, 'Tab', 'p', '1');
    await page.getByText('1 typed. A second digit, or go on.').first().waitFor();
    await page.getByRole('button', { name: 'Person 11' }).locator('kbd').getByText('11').waitFor();
    await look(page, 'scribe-eleven');
    await keys(page, 'Escape');
    await page.getByRole('button', { name: 'Person', exact: true }).waitFor();
    await page.context().close();
  });

  test('TK5 signs of a person are pointed out while typing, and nothing is changed', async () => {
    const { page } = await hall.scribe();
    await page.keyboard.type('Ring me on 07700 900123');
    await page.getByText('This may show who somebody is: 07700 900123').waitFor();
    expect(await field(page).inputValue()).toBe('Ring me on 07700 900123');
    await page.context().close();
  });
});

test('TK6 TK4 points hang on post-its of the room and post-its go under themes, and the page goes on once it is counted', async () => {
  const room = await connectPhones(hall, ['nobody listens to us', 'they do try', 'c', 'd', 'e']);
  const { page } = await hall.scribe();
  await page.getByRole('button', { name: 'Post-its' }).click();
  await page.getByRole('button', { name: 'Next point on this: nobody listens to us' }).click();
  await page.keyboard.type('That is how it is for all of us');
  await keys(page, 'Enter');
  await row(page, 'That is how it is').waitFor();
  await row(page, 'That is how it is').getByText('On a post-it: nobody listens to us').waitFor();
  await page.getByRole('button', { name: 'Themes: nobody listens to us' }).click();
  await keys(page, '1', 'Escape');
  await page.locator('.postit').filter({ hasText: 'nobody listens' }).getByText('Calls back').waitFor();
  await saved(page);
  await look(page, 'scribe-postits');
  expect(await page.getByText('This session').count()).toBe(0);
  await sealIt(hall, room, async () => {
    await page.getByText('This session has ended. What you note here still goes to it').waitFor();
  });
  await page.getByText('This session is finished and counted. What you note here still goes to it').waitFor();
  await page.getByRole('button', { name: 'Person' }).waitFor({ state: 'detached' });
  await row(page, 'That is how it is').getByText('On a post-it: nobody listens to us').waitFor();
  expect(await page.getByText('Person 1').count()).toBe(0);
  const talk = await hall.talk();
  expect(talk.points.every(({ place, person }) => place === 0 && person === 0)).toBe(true);
  expect(talk.codings).toHaveLength(1);
  expect(await page.getByLabel('About').inputValue()).toBe('');
  await page.getByLabel('About').selectOption({ label: '2. I know who to ask when something goes wrong' });
  await field(page).focus();
  await page.keyboard.type('Noted afterwards');
  await keys(page, 'Enter');
  await row(page, 'Noted afterwards').getByText('Statement 2').waitFor();
  await look(page, 'scribe-sealed');
  await page.goto(`${hall.program.url}/console/c/${hall.consultation}/themes`);
  await page.getByText('Often is not the same as important').waitFor();
  await page
    .getByText(/Raised in the one session: \d points, 1 post-it and \d hands?\./)
    .first()
    .waitFor();
  await look(page, 'themes-order');
  for (const view of ['By group', 'By statement', 'Codebook']) {
    await page.getByRole('button', { name: view }).click();
    await look(page, `themes-${view.replace(' ', '-')}`);
  }
  await page.getByRole('button', { name: 'Part Slips again' }).click();
  await page.getByRole('heading', { name: 'Slips' }).waitFor();
  await page.getByRole('button', { name: 'Change the theme Calls back' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Split' }).click();
  await dialog.getByLabel('nobody listens to us').check();
  await dialog.getByLabel('Name of the new theme').fill('Listening');
  await look(page, 'themes-split');
  await dialog.getByRole('button', { name: 'Move 1 to it' }).click();
  await page.getByRole('heading', { name: 'Listening' }).waitFor();
  await saved(page);
  const after = await hall.api<{ themes: { id: string; name: string }[]; codings: { themes: string[] }[] }>(
    'GET',
    `/api/consultations/${hall.consultation}/themes`,
  );
  const listening = after.themes.find(({ name }) => name === 'Listening')?.id ?? '';
  expect(after.codings[0]?.themes).toEqual([listening]);
  await page.context().close();
  expectNothingFound();
});
