/** Recommendations checked with the room: console, projector, phones and sheets, and what stands beside them afterwards. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { checkDotPlace, checkPlace } from '../../core/checking.ts';
import type { RecommendationChange } from '../../core/recommendations/change.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { onScreen, openPhone, sayYes } from '../support/phonePage.ts';
import { plain, readPdf } from '../support/readReport.ts';
import { asked, reword } from '../support/recommendations.ts';
import { connectConsole, joinPhone, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();
const { staffPage } = here;

const TEXTS = {
  plan: 'Ask parents and children before a plan about them is made, and write down what they said in their own words',
  letters: 'Write letters in words that people use themselves',
  back: 'Ring back within two working days',
  visits: 'Let brothers and sisters visit on the same day',
};

test('CK1 CK2 CK4 CK5 CK7 E1 E2 recommendations are shown, answered, given dots, shown to the room, and stand with what it said', async () => {
  const { session, document } = await openSession(here.server, ['My social worker listens to me', 'Two']);
  const { id } = document.consultation;
  const change = (...changes: RecommendationChange[]) =>
    here.server.send('POST', `/api/consultations/${id}/recommendations`, { changes });
  await change(
    asked('plan', { text: TEXTS.plan, points: 'In person\nIn time to change it', order: 1 }),
    asked('letters', { text: TEXTS.letters, order: 2 }),
    asked('back', { text: TEXTS.back, order: 3 }),
    asked('visits', { text: TEXTS.visits, kind: 'keep', order: 1 }),
  );
  const crowd = await Promise.all(Array.from({ length: 6 }, () => joinPhone(here.server, session.code)));
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`, {
    width: 360,
    height: 640,
  });
  await sayYes(phone, null);
  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  const projector = await staffPage({ width: 1280, height: 720 }, `/projector/${session.id}`);
  await board.getByRole('button', { name: 'Start' }).click();

  // Chosen from the menu, all of them ticked; one is left out.
  await board.getByRole('button', { name: 'More', exact: true }).first().click();
  await board.getByRole('button', { name: 'Check recommendations' }).click();
  const dialog = board.getByRole('dialog', { name: 'Check recommendations' });
  await dialog.getByRole('button', { name: 'Show 4 to the room' }).waitFor();
  await dialog.getByRole('checkbox', { name: TEXTS.back }).uncheck();
  await look(board, 'check-console-begin');
  // All of them are on one list, none behind an edge of its own.
  for (const list of await dialog.getByRole('group').all())
    expect(await list.evaluate((el) => getComputedStyle(el).overflowY)).toBe('visible');
  await dialog.getByRole('button', { name: 'Show 3 to the room' }).click();
  await projector.getByRole('heading', { name: TEXTS.plan }).waitFor();
  await look(projector, 'check-projector-ask');
  await projector.setViewportSize({ width: 1920, height: 1080 });
  await look(projector, 'check-projector-ask-large');

  const { page } = phone;
  await phone.heading(TEXTS.plan);
  await look(page, 'check-phone-ask', true);
  const place = page.getByRole('button', { name: 'Place it' });
  await place.tap();
  await page.getByText('Choose an answer first.').waitFor();
  await page.getByRole('radio', { name: 'Something is missing' }).check();
  await page.getByLabel('What should it say?').fill('That children are asked alone');
  await look(page, 'check-phone-words', true);
  await page.reload();
  expect(await page.getByLabel('What should it say?').inputValue()).toBe('That children are asked alone');
  expect(await onScreen(page)).toContain('children are asked alone');
  await place.tap();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await onScreen(page)).not.toContain('children are asked alone');
  await look(page, 'check-phone-saved', true);
  await page.getByRole('button', { name: 'Tap to see your answer' }).tap();
  await page.getByText('That children are asked alone').waitFor();
  for (const [i, one] of crowd.entries()) {
    const answer = i < 4 ? 1 : 2;
    const words = answer === 1 ? '' : `Ask twice, and ${i} days before`;
    expect(await one.place(checkPlace(1), 1, answer, words, 1)).toBe(1);
  }
  await board.getByText('7 phones have answered').waitFor();
  await change(reword('letters', { text: TEXTS.letters }, { text: 'Write letters in plain words' }));
  await look(board, 'check-console-ask');

  // On by the keys, back by a key, and undo.
  await board.locator('h2').first().click();
  await board.keyboard.press('ArrowRight');
  await phone.heading(TEXTS.letters);
  await board.getByText('It reads differently now.', { exact: false }).waitFor();
  await board.keyboard.press('ArrowLeft');
  await phone.heading(TEXTS.plan);
  await board.keyboard.press('ArrowRight');
  await phone.heading(TEXTS.letters);
  await page.getByRole('radio', { name: 'That is what we said' }).check();
  await place.tap();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'check-phone-second', true);
  await page.getByRole('button', { name: /^1\. Ask/ }).tap();
  await phone.heading(TEXTS.plan);
  await page.getByRole('button', { name: 'Change it' }).tap();
  await page.getByRole('radio', { name: 'Not quite' }).check();
  await page.getByRole('button', { name: 'Change it' }).tap();
  await page.getByText('Saved', { exact: true }).waitFor();
  for (const one of crowd.slice(0, 5)) expect(await one.place(checkPlace(2), 1, 1)).toBe(1);
  await board.keyboard.press('ArrowRight');
  await phone.heading(TEXTS.visits);
  await board.getByText('Close and give dots').click();
  await phone.heading('What matters most to you?');
  await look(page, 'check-phone-dots', true);
  await page.getByRole('button', { name: `Put a dot on ${TEXTS.visits}` }).tap();
  await page.getByRole('button', { name: `Put a dot on ${TEXTS.visits}` }).tap();
  await page.getByRole('button', { name: `Put a dot on ${TEXTS.plan}` }).tap();
  await page.getByText('You have 0 dots left.').waitFor();
  for (const [i, one] of crowd.entries()) expect(await one.place(checkDotPlace((i % 3) + 1), 1, 3)).toBe(1);
  await board.getByText('21 dots are on').waitFor();
  await look(board, 'check-console-dots');
  await look(projector, 'check-projector-dots');

  // Words came in batches, for the team; noting one makes it a point.
  const comments = board.getByRole('complementary', { name: 'Comments' });
  const words = comments.locator('.comment').filter({ hasText: 'That children are asked alone' });
  await words.getByText('On recommendation 1').waitFor();
  await words.getByRole('button', { name: 'Note it' }).click();

  // Sheets are typed up, and count with phones.
  await board.getByRole('button', { name: 'Type up sheets' }).click();
  const paper = board.getByRole('dialog', { name: 'What stands on the sheets' });
  await paper.getByRole('button', { name: 'Save', exact: true }).click();
  await paper.getByText('Nothing is typed in yet, so nothing was saved.').waitFor();
  await paper.getByLabel('How many sheets').fill('2');
  await paper.getByLabel('That is what we said, recommendation 1').fill('3');
  await paper.getByRole('button', { name: 'Save', exact: true }).click();
  await paper.getByText('Recommendation 1 has 3 crosses, more than 2 sheets can have.').waitFor();
  await paper.getByLabel('That is what we said, recommendation 1').fill('2');
  await paper.getByLabel('Dots, recommendation 3').fill('7');
  await paper.getByRole('button', { name: 'Save', exact: true }).click();
  await paper.getByText('Together there are 7 dots. 2 sheets have no more than 6.').waitFor();
  await paper.getByLabel('Dots, recommendation 3').fill('6');
  await look(board, 'check-console-paper');
  await paper.getByRole('button', { name: 'Save', exact: true }).click();
  await paper.getByText('Phones and sheets count together.', { exact: false }).waitFor();
  await paper.getByRole('button', { name: 'Close' }).click();

  await board.getByText('Close the dots').click();
  await phone.heading('Thank you');
  await board.getByText('6 of 9: that is what we said').waitFor();
  // The facilitator sees the counts; nobody else does before they are shown.
  await projector.getByText('Nothing more is placed.').waitFor();
  for (const screen of [projector, page])
    expect(await onScreen(screen)).not.toMatch(/of 9|\d dots|that is what we said/i);
  await board.getByRole('button', { name: 'Show the room' }).last().click();
  await projector.getByText('6 of 9: that is what we said', { exact: false }).waitFor();
  // By the numbers of the sheets and in their order, the dots beside; nobody is said to have answered nothing.
  expect(await projector.locator('.check-number').allTextContents()).toEqual(['1.', '2.', '3.']);
  expect(await projector.locator('.check-list .check-dots').allTextContents()).toEqual([
    '7 dots',
    '6 dots',
    '14 dots',
  ]);
  expect(await projector.getByText('Nobody answered').count()).toBe(0);
  // What parts them stands at the end of a line, never at the beginning of one.
  expect(await projector.locator('.check-total').first().textContent()).toMatch(/we said\u00a0· \d/);
  const small = board.locator('.stage-check');
  expect(await small.locator('li bdi').allTextContents()).toEqual(
    await projector.locator('.check-text').allTextContents(),
  );
  expect(await small.locator('li b').allTextContents()).toEqual(['7 dots', '6 dots', '14 dots']);
  expect(await board.getByText('Nobody answered').count()).toBe(0);
  await look(projector, 'check-projector-shown');
  await projector.setViewportSize({ width: 1280, height: 720 });
  await look(projector, 'check-projector-shown-small');
  await look(board, 'check-console-shown');
  await board.locator('h2').first().click();
  await board.keyboard.press('Control+z');
  await projector.getByText('Nothing more is placed.').waitFor();
  await board.getByRole('button', { name: 'Finish', exact: true }).first().click();
  await projector.getByText('My social worker listens to me').waitFor();

  const { socket } = await connectConsole(here.server, session.id);
  await socket.emitWithAck('do', { do: 'end' });
  await board.getByRole('button', { name: 'Type up sheets on recommendations' }).waitFor();
  await here.server.send('POST', `/api/sessions/${session.id}/seal`, {});

  // Afterwards, beside each recommendation.
  const after = await staffPage({ width: 1366, height: 768 }, `/console/c/${id}/recommendations`);
  const card = (text: string) => after.locator('.rec').filter({ hasText: text });
  await card(TEXTS.plan).getByText('6 of 9 said: that is what we said').waitFor();
  await card('Write letters in plain words').getByText('Shown in other words').waitFor();
  await look(after, 'check-page-team');
  await after.getByRole('button', { name: 'The order by dots' }).click();
  await after.locator('.rec').first().getByText('Place 1 by dots').waitFor();
  await look(after, 'check-page-dots');
  await card(TEXTS.plan).getByRole('button', { name: TEXTS.plan }).click();
  await card(TEXTS.plan).getByRole('link', { name: 'That children are asked alone' }).waitFor();
  await card(TEXTS.plan).getByRole('heading', { name: 'What the rooms said' }).scrollIntoViewIfNeeded();
  await look(after, 'check-page-open');
  await card('Write letters in plain words')
    .getByRole('button', { name: 'Write letters in plain words' })
    .click();
  await card('Write letters in plain words').getByText(TEXTS.letters).waitFor();

  await after.getByRole('button', { name: 'Print sheets' }).click();
  const [file] = await Promise.all([
    after.waitForEvent('download'),
    after.getByRole('link', { name: /\.pdf/ }).click(),
  ]);
  const { text } = await readPdf(readFileSync(await file.path()));
  for (const printed of ['Is this what you said?', 'Not quite', 'Your dots:'])
    expect(plain(text)).toContain(plain(printed));
  await look(after, 'check-page-print');
  // Loaded anew, each of the buttons that print finds it in the address, and one shows it.
  await after.reload();
  await after.getByRole('link', { name: /\.pdf/ }).waitFor();
  await after.locator('.rec-open').first().waitFor({ state: 'attached' });
  expect(await after.locator('dialog[open]').count()).toBe(1);
  expect(here.server.faults).toEqual([]);
  expectNothingFound();
}, 180_000);
