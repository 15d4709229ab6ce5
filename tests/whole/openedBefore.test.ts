/** What one device has open while another one writes: a dialog, a field that has the caret, a question about removing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { ReportPage } from '../../core/api.ts';
import type { Change } from '../../core/talk/change.ts';
import type { TalkPage } from '../../core/talk/api.ts';
import { asksToLeave } from '../support/leaving.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { editPassage, editSource, passage, SAID, source } from '../support/sources.ts';
import { correction, editStudy, study } from '../support/studies.ts';
import { editTheme, point } from '../support/talk.ts';
import type { ToldServer } from '../support/told.ts';
import { toldDesk } from '../support/toldDesk.ts';

const SAYING = 'They told me that they would ring';
let hall: ToldServer;
let browser: Browser;
let desk: Page;
beforeAll(async () => {
  ({ hall, browser, desk } = await toldDesk());
  await hall.talk(source('one', { mayQuote: true }), passage('a', 'one', 'on Friday', { themes: ['calls'] }));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hall?.server.stop();
});

const goTo = (path: string) => desk.goto(`${hall.server.url}/console/c/shared/${path}`);
const button = (name: string | RegExp) => desk.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (): Locator => desk.getByRole('dialog');
const saved = () => desk.getByText('All saved').waitFor();
const kept = () => hall.server.get<TalkPage>('/api/consultations/shared/themes');
/** Another device writes, and this one asks for what is newer at once. */
async function elsewhere(...changes: Change[]): Promise<void> {
  await hall.talk(...changes);
  await desk.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('IV3 IV4 E1 a text that is open in a dialog keeps the no and the words that another device wrote meanwhile', async () => {
  await goTo('sources#one');
  await button('Change').click();
  const theirs = { mayUse: false, mayQuote: false, text: SAID.replace('𝒩obody', 'None') };
  await elsewhere(editSource('one', { mayUse: true, mayQuote: true, text: SAID }, theirs));
  await desk.getByText('Nobody has written down a yes').waitFor();
  await dialog().getByLabel('Title').fill('Interview, Friday');
  await dialog().getByRole('button', { name: 'Save', exact: true }).click();
  await saved();
  expect((await kept()).sources).toMatchObject([{ ...theirs, title: 'Interview, Friday' }]);
  // What is asked about is what was seen.
  await button('Remove').click();
  await elsewhere(editSource('one', { mayUse: false }, { mayUse: true }));
  await dialog().getByText('It was changed on another device while this was open.').waitFor();
  expect(await dialog().getByRole('button', { name: 'Remove it' }).isDisabled()).toBe(true);
  await look(desk, 'sources-remove-changed');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
});

test('TK2 IV4 E1 a note on a passage is saved over what was seen, is asked about, and goes with no page', async () => {
  await goTo('sources#one.a');
  const note = desk.getByLabel('Note', { exact: true });
  const notes = async () => (await kept()).passages.map((one) => one.note);
  await note.fill('Mine');
  await asksToLeave(desk);
  await elsewhere(editPassage('a', 'one', { note: '' }, { note: 'Theirs' }));
  await elsewhere(editPassage('a', 'one', { stance: '' }, { stance: 'agree' }));
  await desk.waitForFunction(() =>
    [...document.querySelectorAll('select')].some((one) => one.value === 'agree'),
  );
  expect(await note.inputValue()).toBe('Mine');
  await note.blur();
  await desk.getByText('What it wrote stands: “Theirs”. You had: “Mine”.').waitFor();
  expect([await notes(), await note.inputValue()]).toEqual([['Theirs'], 'Theirs']);
  await button('Take mine').click();
  await saved();
  expect([await notes(), await note.inputValue()]).toEqual([['Mine'], 'Mine']);
  // A character that nobody sees is told of.
  await note.fill('Mine\u0007');
  await note.blur();
  await desk.getByText('There is a hidden character after “Mine”.').waitFor();
  await look(desk, 'reading-note-hidden');
  // Back by the browser, with the caret in the field.
  await note.fill('Mine, and more');
  await desk.evaluate(() => {
    location.hash = '';
  });
  await button('Add a text').waitFor();
  await saved();
  expect(await notes()).toEqual(['Mine, and more']);
  // The passage goes while its note is typed.
  await goTo('sources#one.a');
  await note.fill('Nowhere else');
  const [one] = (await kept()).passages;
  const { id: _id, source: _source, ...was } = one ?? { id: '', source: '' };
  await elsewhere({ id: 'gone', of: 'passage', key: 'a', source: 'one', words: '', was, set: null });
  await desk.getByText('Another device removed this while you changed it: “Nowhere else”.').waitFor();
  await button('Let it go').click();
});

test('TK2 E1 a theme that was described on another device while its dialog was open is not removed unseen', async () => {
  await goTo('themes');
  await button('Codebook').click();
  await button(/^Change.*Telling it once/).click();
  await dialog().getByLabel('Name').fill('Telling it');
  await elsewhere(editTheme('story', { description: '' }, { description: 'Also to each new worker' }));
  await dialog().getByRole('button', { name: 'Remove this theme' }).click();
  await desk.getByText('“Also to each new worker”').waitFor();
  expect((await kept()).themes.find(({ id }) => id === 'story')).toMatchObject({
    name: 'Telling it',
    description: 'Also to each new worker',
  });
  await button('Keep it').click();
});

test('CS1 CS2 E1 a case study that was changed while somebody was asked whether it goes stays, and is read again', async () => {
  const send = (...changes: object[]) =>
    hall.server.send('POST', '/api/consultations/shared/case-studies', { changes });
  await send(study('st', { title: 'Waiting', text: 'I waited.' }));
  await goTo('case-studies');
  await button(/Waiting/)
    .or(desk.getByRole('link', { name: /Waiting/ }))
    .first()
    .click();
  await button('Remove').click();
  await send(editStudy('st', { text: 'I waited.' }, { text: 'I waited for a year.' }));
  await desk.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await dialog().getByText('It was changed in another window while this was open.').waitFor();
  expect(await dialog().getByRole('button', { name: 'Remove it' }).isDisabled()).toBe(true);
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  // A tick is to the words that were read, and a yes to those that were heard.
  const yes = desk.getByRole('group', { name: 'How do they know the text?' }).getByRole('radio').first();
  await yes.check();
  await desk.getByLabel('Who read it').fill('Peer researcher');
  await send(editStudy('st', { text: 'I waited for a year.' }, { text: 'I waited for ten weeks.' }));
  await desk.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await desk.getByText('The text was changed while this was typed.').waitFor();
  expect([await yes.isChecked(), await button('No, nobody would').isDisabled()]).toEqual([false, true]);
  await look(desk, 'case-study-moved');
  await button('I have read it again').click();
  await button('No, nobody would').click();
  await desk.getByText(/^✓ .*Peer researcher/).waitFor();
});

test('S7 E5 E1 words to be printed are saved as they are typed in the report, and asked about in the results', async () => {
  await hall.talk(point('q', { text: SAYING, kind: 'quote', mayQuote: true, themes: ['calls'] }, 'aa'));
  await goTo('report#talk');
  const part = desk.locator('#talk');
  await part.getByText('Being rung back').first().click();
  const quote = part.locator('li').filter({ hasText: SAYING }).first();
  await quote.getByRole('checkbox').first().check();
  const words = quote.getByLabel('As it may be printed');
  await words.fill('They never rang');
  await words.focus();
  const printed = async () =>
    (await hall.server.get<ReportPage>('/api/consultations/shared/report')).document.points?.[0];
  // Each turn asks the server itself, which goes on meanwhile; the test's own time is the limit.
  while ((await printed())?.published !== 'They never rang');
  expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
  await goTo('results');
  await desk.locator('.comments-box summary').first().click();
  await button('Check and edit for printing').first().click();
  await desk.getByLabel('As it may be printed').first().fill('They never rang');
  await asksToLeave(desk);
  await desk.getByLabel('As it may be printed').first().blur();
});

test('TK8 RB3 E1 a hidden character in a new theme and empty words of a correction are told of', async () => {
  await goTo('sources#one');
  await desk.locator('.reader').focus();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('t');
  const field = desk.getByRole('combobox', { name: 'Find a theme' });
  await field.fill('Letters\u0007');
  await desk.keyboard.press('Enter');
  await desk.getByText('hidden character after “Letters”').waitFor();
  await look(desk, 'theme-picker-hidden');
  await field.fill('Letters');
  await desk.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
  await saved();
  expect((await kept()).themes.map(({ name }) => name)).toContain('Letters');
  await hall.server.send('POST', '/api/consultations/shared/case-studies', {
    changes: [correction('k', { of: 'calls', was: 'Being rung back' })],
  });
  await goTo('read-back');
  await button(/^Take it up/)
    .first()
    .click();
  await dialog().getByRole('textbox').fill(' ');
  await button('Change the words').click();
  await dialog().getByText('Type the new words first.').waitFor();
  expectNothingFound();
});
