/** What was typed in a dialog and not pressed yet: Esc, “Cancel” and a reload ask before it goes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { aloneDesk, LEAD } from '../support/alone.ts';
import { asksToLeave, holds, letGo } from '../support/leaving.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { asked } from '../support/recommendations.ts';
import { correction, study } from '../support/studies.ts';
import type { ToldServer } from '../support/told.ts';
import { toldDesk } from '../support/toldDesk.ts';

let hall: ToldServer;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  ({ hall, browser, desk } = await toldDesk());
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hall?.server.stop();
});

const goTo = (path: string) => desk.goto(`${hall.server.url}/console/c/shared${path}`);
const button = (name: string | RegExp) => desk.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (): Locator => desk.getByRole('dialog');
test('E5 TK8 E1 a question of the interview that is being typed is asked about before its dialog goes', async () => {
  await goTo('/sources');
  await button('Questions of the interview').click();
  await button('Add a question').click();
  const field = dialog().getByLabel('Question', { exact: true });
  await field.fill('What would you change?');
  await holds(desk, () => field.inputValue(), 'What would you change?');
  await look(desk, 'unsaved-question');
  await letGo(desk);
  // Untouched, it closes as before.
  await button('Add a question').click();
  await desk.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('E5 TK3 E1 what is named and ticked of a split is asked about, also where the theme was changed as well', async () => {
  await goTo('/themes');
  await button('Codebook').click();
  await button(/^Change.*Being rung back/).click();
  await dialog().getByLabel('What belongs under it').fill('Calls');
  await asksToLeave(desk);
  await dialog().getByRole('button', { name: 'Split', exact: true }).click();
  const name = dialog().getByLabel('Name of the new theme');
  await name.fill('Letters');
  await dialog().getByRole('checkbox').first().check();
  // Folded up, it is still there.
  await dialog().getByRole('button', { name: 'Split', exact: true }).click();
  await name.waitFor({ state: 'hidden' });
  await dialog().getByRole('button', { name: 'Split', exact: true }).click();
  await holds(desk, () => name.inputValue(), 'Letters');
  await look(desk, 'unsaved-split');
  await letGo(desk);
});

test('E5 TK3 E1 saving, merging and removing a theme ask before they let a split go that was begun', async () => {
  await goTo('/themes');
  await button('Codebook').click();
  await button(/^Change.*Being rung back/).click();
  const press = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
  await press('Split');
  const name = dialog().getByLabel('Name of the new theme');
  await name.fill('Letters');
  await dialog().getByRole('checkbox').first().check();
  const question = dialog().getByRole('alert').filter({ hasText: 'You began to split this theme' });
  await dialog().getByLabel('Merge into').selectOption({ index: 1 });
  for (const act of ['Save', 'Remove this theme', 'Merge']) {
    await press('Split');
    await press(act);
    await question.waitFor();
    await press('Go on splitting');
    await question.waitFor({ state: 'detached' });
    expect([await name.isVisible(), await name.inputValue()]).toEqual([true, 'Letters']);
  }
  await press('Save');
  await look(desk, 'unsaved-split-save');
  // What it is about is not there any more.
  await name.fill('');
  await dialog().getByRole('checkbox').first().uncheck();
  await question.waitFor({ state: 'detached' });
  await name.fill('Letters');
  await press('Save');
  await question.waitFor();
  // What was asked was about what stood there then.
  await dialog().getByLabel('What belongs under it').fill('Calls, and when they come');
  await question.waitFor({ state: 'detached' });
  await press('Save');
  await press('Let the split go');
  await dialog().waitFor({ state: 'detached' });
  await desk.getByText('Calls, and when they come').waitFor();
  expect(await button(/^Change.*Letters/).count()).toBe(0);
});

test('E5 E1 a new session and a pasted list are asked about', async () => {
  await goTo('');
  await button('New session').first().click();
  const place = dialog().getByLabel('Place');
  await place.fill('Room 4');
  await holds(desk, () => place.inputValue(), 'Room 4');
  await look(desk, 'unsaved-session');
  await letGo(desk);
  await button('Paste several').click();
  const list = dialog().getByLabel('Statements, one a line');
  await list.fill('They call me back');
  await holds(desk, () => list.inputValue(), 'They call me back');
  await look(desk, 'unsaved-paste');
  await letGo(desk);
});

test('E5 RB3 E1 other words that are typed as a correction is taken up are asked about', async () => {
  await hall.server.send('POST', '/api/consultations/shared/case-studies', {
    changes: [correction('k', { of: 'calls', was: 'Being rung back' })],
  });
  await goTo('/read-back');
  await button(/^Take it up/)
    .first()
    .click();
  const field = dialog().getByRole('textbox');
  await field.fill('Being rung back at once');
  await holds(desk, () => field.inputValue(), 'Being rung back at once');
  await look(desk, 'unsaved-take-up');
  await letGo(desk);
});

test('E5 RC11 E1 a promised day that is not written down and a recommendation that begins with a space hold the window', async () => {
  await hall.ask(asked('form', { text: 'Make the form shorter', askedOn: '2026-02-01' }));
  await goTo('/recommendations');
  await button('Make the form shorter').click();
  const day = desk.getByLabel('Promised for');
  await day.fill('2027-06-30');
  await asksToLeave(desk);
  // It waits where its card is folded, and comes back with one that was removed.
  const waits = desk.getByText('Promised day not written down yet');
  await button('Make the form shorter').click();
  await day.waitFor({ state: 'detached' });
  await waits.waitFor();
  await desk.getByText('Not saved: a promised day is not written down yet').waitFor();
  await look(desk, 'unsaved-promise');
  await asksToLeave(desk);
  await button('Make the form shorter').click();
  expect(await day.inputValue()).toBe('2027-06-30');
  await button('Remove this recommendation').click();
  await waits.waitFor({ state: 'detached' });
  await button('Undo').click();
  await waits.waitFor();
  expect(await day.inputValue()).toBe('2027-06-30');
  await day.fill('');
  await waits.waitFor({ state: 'detached' });
  // So does a correction of one that is written down.
  await day.fill('2027-06-30');
  await button('Write this day down').click();
  await button('Write it down').click();
  await button(/^Correct: Promised for 30 June 2027/).click();
  const meant = desk.getByLabel('The day that was meant');
  await meant.fill('2027-07-30');
  await asksToLeave(desk);
  await button('Make the form shorter').click();
  await meant.waitFor({ state: 'detached' });
  await waits.waitFor();
  await asksToLeave(desk);
  await button('Make the form shorter').click();
  expect(await meant.inputValue()).toBe('2027-07-30');
  await button('Leave it').click();
  await waits.waitFor({ state: 'detached' });
  const fresh = desk.locator('.rec-add').getByLabel('What is asked for');
  await fresh.pressSequentially(' Ring back');
  await asksToLeave(desk);
  await fresh.fill('');
});

test('E5 CS4 CS5 AL6 who read a case study, why a sign may stand and a card that is typed in hold the window', async () => {
  await hall.server.send('POST', '/api/consultations/shared/case-studies', {
    changes: [study('one', { title: 'Waiting', text: 'I waited for Samira.' })],
  });
  await goTo('/case-studies');
  await button(/Waiting/)
    .or(desk.getByRole('link', { name: /Waiting/ }))
    .first()
    .click();
  await desk.getByLabel('Who read it').fill('Peer researcher');
  await asksToLeave(desk);
  // Ticked and taken back, nothing is typed any more.
  await button('No, nobody would').click();
  await button('Take the tick back').click();
  expect(await desk.getByLabel('Who read it').inputValue()).toBe('');
  await desk.waitForFunction(() => dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await button(/^Let it pass/)
    .first()
    .click();
  await desk.getByLabel(/^Why .*Samira.* may stand$/).fill('Many people have one');
  await asksToLeave(desk);
  await desk.getByLabel(/^Why .*Samira.* may stand$/).fill('');
  await aloneDesk(hall.server, 'shared').name(LEAD);
  await goTo('/alone');
  await desk.getByText('Type in a card').click();
  await desk.getByLabel('How to find them').fill('Red card, by the window');
  await asksToLeave(desk);
  await desk.getByLabel('How to find them').fill('');
});

test('E1 no finding of axe on any of these screens', () => {
  expectNothingFound();
});
