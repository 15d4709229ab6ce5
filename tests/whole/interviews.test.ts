/** Interviews: held question by question on a phone, brought in as text, coded by selecting, agreed on by two. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ConsultationPage } from '../../core/api.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { TalkPage } from '../../core/talk/api.ts';
import { codePoints } from '../../core/text.ts';
import { wordsAt } from '../../core/talk/positions.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openScribeHall, type ScribeHall } from '../support/scribePage.ts';
import { openStartLink } from '../support/signIn.ts';
import { drag } from '../support/selecting.ts';
import { theme } from '../support/talk.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const TEXT = `Q: What was it like when the social worker first came?
She came on a Tuesday 👪 and nobody had told us. I was scared they would take him. She sat down and asked what we needed, and that was the first time anybody asked.

Q: What would you change?
Tell us before you come. We waited eleven weeks for a letter, and when it came I could not read it. My sister read it to me.`;

let hall: ScribeHall;
beforeAll(async () => {
  hall = await openScribeHall();
  const { consultation } = hall;
  const done = await hall.api('POST', `/api/consultations/${consultation}/themes`, {
    changes: [
      theme('waiting', { name: 'Waiting' }),
      theme('told', { name: 'Being told', colour: 'plum', order: 2 }),
      theme('asked', { name: 'Being asked', colour: 'teal', order: 3 }),
    ],
  });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  const page = await hall.api<ConsultationPage>('GET', `/api/consultations/${consultation}`);
  page.consultation.words.helpFrom = 'Family helpline, 0800 000 000, day and night\nAsha at the centre';
  page.consultation.words.dangerTo = 'the safeguarding lead of the centre';
  const { consultation: document, revision } = page;
  await hall.api('PUT', `/api/consultations/${consultation}`, { consultation: document, revision });
});
afterAll(() => hall?.close());

const open = async (path: string, width: number, height: number): Promise<Page> => {
  const context = await hall.browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  await openStartLink(context, await hall.program.link());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.goto(`${hall.program.url}${path}`);
  return page;
};
const stored = (): Promise<TalkPage> => hall.api('GET', `/api/consultations/${hall.consultation}/themes`);
const coded = async (): Promise<string[]> => {
  const { sources, passages } = await stored();
  return passages
    .map((one) => {
      const text = sources.find(({ id }) => id === one.source)?.text ?? '';
      return `${one.coder}: ${wordsAt(text, one)} (${one.themes.toSorted().join(' ')})`;
    })
    .toSorted();
};
const saved = (page: Page) => page.getByText('All saved').waitFor();
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const reader = (page: Page) => page.locator('.reader');

describe('IV interviews and documents', () => {
  test('IV3 IV9 a text is brought in with its consent; names in it are pointed out', async () => {
    const page = await open(`/console/c/${hall.consultation}/sources`, 1366, 768);
    await page.getByText('No texts yet').waitFor();
    await look(page, 'sources-empty');
    await button(page, 'Questions of the interview').click();
    for (const [words, who] of [
      ['What was it like when they first came?', 'Participants'],
      ['What would you change, if you could change one thing?', 'The team and participants together'],
    ] as const) {
      await button(page, 'Add a question').click();
      await page.getByLabel('Question', { exact: true }).fill(words);
      await page.getByLabel('Who proposed it').selectOption(who);
      await page.getByLabel('Who agreed to it').fill('Parents’ panel');
      await button(page, 'Save').click();
    }
    await page.locator('.question-list li').nth(1).waitFor();
    await button(page, /^Move up.*question 2$/).click();
    await page.locator('.question-list li').first().getByText('What would you change').waitFor();
    await button(page, 'Undo').click();
    await page.locator('.question-list li').first().getByText('What was it like').waitFor();
    await look(page, 'sources-questions');
    await button(page, 'Texts').click();
    await button(page, 'Add a text').click();
    await page.getByLabel('Title').fill('Interview with Mrs Daniela Okafor');
    await page.getByText('This may show who somebody is').waitFor();
    await page.getByLabel('Title').fill('Interview 4, family centre');
    await page.getByLabel('Open a file').setInputFiles({
      name: 'notes.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF'),
    });
    await page.getByText('notes.pdf is no plain text').waitFor();
    await page.getByLabel('Open a file').setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`\uFEFF${TEXT.replaceAll('\n', '\r\n')}`),
    });
    await page.getByText(`${codePoints(TEXT)} characters were read from notes.txt.`).waitFor();
    await page.getByLabel('Group').selectOption('Parents');
    await page.getByLabel('Who asked').selectOption('Peer interviewer');
    await look(page, 'sources-add');
    await button(page, 'Save').click();
    // Without a yes nothing can be selected into a theme, and the screen says why.
    await page.getByText('Nobody has written down a yes').waitFor();
    await look(page, 'sources-no-use');
    expect(await button(page, /Waiting/).isDisabled()).toBe(true);
    await button(page, 'They said yes: write it down').click();
    await saved(page);
    expect((await stored()).sources).toMatchObject([
      { text: TEXT, mayUse: true, mayQuote: false, interviewer: 'peer' },
    ]);
    await page.context().close();
  });

  test('IV1 IV10 words are selected by mouse and by keys, overlap, and are put under themes by number', async () => {
    const page = await open(`/console/c/${hall.consultation}/sources`, 1366, 768);
    await page.getByRole('link', { name: 'Interview 4, family centre' }).click();
    await drag(page, 'nobody had told us');
    await page.locator('.source-now').getByText('nobody had told us').waitFor();
    await button(page, /Being told/).click();
    // What was selected stays selected, although the text was cut anew: the next theme goes to the same passage.
    await page.keyboard.press('Escape');
    await drag(page, 'told us. I was scared');
    await reader(page).press('3');
    await reader(page).press('1');
    await reader(page).press('1');
    // By keys: the sentence after what is selected, more words, a theme that is made on the way.
    await page.keyboard.press('Escape');
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('t');
    await page.getByLabel('Find a theme or write a new one').fill('Letters');
    await page.keyboard.press('Enter');
    await saved(page);
    const { themes } = await stored();
    const letters = themes.find(({ name }) => name === 'Letters')?.id ?? '';
    expect(await coded()).toEqual([
      `first: We waited eleven weeks for a letter, and when it came I could not read it. My sister read it to me. (${letters})`,
      'first: nobody had told us (told)',
      'first: told us. I was scared (asked)',
    ]);
    // The words that are shown are the words that are kept.
    expect(await reader(page).evaluate((box) => box.textContent)).toBe(TEXT);
    await button(page, /^Passages/).click();
    await look(page, 'reading-passages');
    await page.locator('.source-passages').getByRole('button', { name: 'told us. I was scared' }).click();
    await page.getByLabel('Note').fill('Fear of losing the child');
    await page.getByLabel('Note').blur();
    await look(page, 'reading-open');
    await button(page, 'Remove passage').click();
    await button(page, 'Undo').click();
    await saved(page);
    expect(await coded()).toContain('first: told us. I was scared (asked)');
    expect((await stored()).passages.some(({ note }) => note === 'Fear of losing the child')).toBe(true);
    await page.context().close();
  });

  test('IV2 the text is mended: passages stay with their words, one is told to have lost them, undo brings it back', async () => {
    const page = await open(`/console/c/${hall.consultation}/sources`, 1366, 768);
    await page.getByRole('link', { name: 'Interview 4, family centre' }).click();
    await button(page, 'Change').click();
    const field = page.getByLabel('Text', { exact: true });
    await field.fill(
      TEXT.replace(' and nobody had told us. I was scared they would take him', ' [taken out]'),
    );
    await button(page, 'Save').click();
    await page.getByText('2 passages have lost their words.').waitFor();
    await saved(page);
    expect((await coded()).map((one) => one.slice(0, 16))).toEqual([
      'first:  (asked)',
      'first:  (told)',
      'first: We waited',
    ]);
    await button(page, /^Passages/).click();
    await page.locator('.source-passages button').first().click();
    await look(page, 'reading-lost');
    await drag(page, 'asked what we needed');
    await page.locator('.source-passages li').filter({ hasText: 'Being asked' }).getByRole('button').click();
    await button(page, 'Put it where I have selected').click();
    await saved(page);
    expect(await coded()).toContain('first: asked what we needed (asked)');
    await button(page, 'Undo').click();
    await button(page, 'Undo').click();
    await saved(page);
    expect(await coded()).toContain('first: nobody had told us (told)');
    // The second coder does not see what the first one marked.
    await page.getByLabel('Coding as').selectOption('Second coder');
    await page.getByText('No passage yet.').waitFor();
    await page.getByText('What you mark as the second coder tells how far two people agree').waitFor();
    await drag(page, 'nobody had told us');
    await reader(page).press('2');
    await page.keyboard.press('Escape');
    await drag(page, 'We waited eleven weeks');
    await reader(page).press('1');
    await saved(page);
    await page.getByLabel('Show the other coder’s too').check();
    await look(page, 'reading-both');
    await page.setViewportSize({ width: 390, height: 844 });
    await look(page, 'reading-phone');
    await page.context().close();
  });

  test('IV5 IV6 IV7 SC6 the page of themes counts an interview as one voice, and says how far two agree', async () => {
    const page = await open(`/console/c/${hall.consultation}/themes`, 1366, 768);
    await page.getByText('Raised in the one interview or document: 1 passage.').first().waitFor();
    // Only the second coder put anything of it there.
    await page
      .getByText(/^Not raised/)
      .first()
      .waitFor();
    await page.getByText('Read the one that is under it').first().click();
    await look(page, 'themes-order-texts');
    await button(page, 'Together').click();
    await page.getByRole('row', { name: /Being told Being asked – 1 1/ }).waitFor();
    await look(page, 'themes-together');
    await button(page, 'Two coders').click();
    await page.getByText('It rests on 8 sentences of 1 text').waitFor();
    await page.getByRole('row', { name: /Being told 1\.00, too few to tell 8 of 8 1 0 0/ }).waitFor();
    await look(page, 'themes-coders');
    await page.context().close();
  });

  test('IV8 an interview is held with the network away, on a phone, and handed over once', async () => {
    const page = await open(`/console/c/${hall.consultation}/interview`, 360, 640);
    await page.getByText('There are 2 questions.').waitFor();
    await look(page, 'interview-start', true);
    await page.context().setOffline(true);
    await page.getByLabel('Group').selectOption('Parents');
    await button(page, 'Begin').click();
    await button(page, 'Next').click();
    await page.getByText('Choose yes or no for both.').waitFor();
    const yes = (of: string) => page.getByRole('group', { name: of });
    await yes('May we use what you tell us?').getByLabel('No').check();
    await button(page, 'Next').click();
    await page.getByText('Then nothing is kept').waitFor();
    await look(page, 'interview-no', true);
    await button(page, 'Begin again').click();
    await page.getByLabel('Group').selectOption('Parents');
    await button(page, 'Begin').click();
    await yes('May we use what you tell us?').getByLabel('Yes').check();
    await yes('May we quote you, without your name?').getByLabel('Yes').check();
    await page.getByText('I have to pass it on to the safeguarding lead').waitFor();
    await look(page, 'interview-told', true);
    await button(page, 'Next').click();
    await page.getByText('Question 1 of 2').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByLabel('What they say').fill('They came early. Call me on 07700 900123.');
    await page.getByText('This may show who somebody is: 07700 900123').waitFor();
    await look(page, 'interview-ask', true);
    await page.getByLabel('What they say').fill('They came early.');
    await button(page, 'Next').click();
    await page.getByText('No connection. Go on').waitFor();
    await button(page, 'Next').click();
    await page.getByLabel('What they say').fill('Thank you for asking.');
    await button(page, 'Finish').click();
    await page.getByText('2 questions were answered.').waitFor();
    await look(page, 'interview-end', true);
    await button(page, 'Hand it over').click();
    await page.getByText('Take a moment. How are you?').waitFor();
    await page.getByText('Not handed over yet.').waitFor();
    await look(page, 'interview-care-waits', true);
    const onDevice = () =>
      page.evaluate(() => Object.values(localStorage).some((kept) => String(kept).includes('came early')));
    expect(await onDevice()).toBe(true);
    expect((await stored()).sources).toHaveLength(1);
    await page.context().setOffline(false);
    await page.getByText('Handed over. It is on the laptop').waitFor();
    await page.getByText('Family helpline, 0800 000 000').waitFor();
    await look(page, 'interview-care', true);
    const { sources } = await stored();
    expect(sources).toHaveLength(2);
    expect(sources.find(({ title }) => title.startsWith('Interview, '))).toMatchObject({
      text: '1. What was it like when they first came?\nThey came early.\n\n2. What would you change, if you could change one thing?\n(no answer)\n\n3. Is there anything else you want to tell us?\nThank you for asking.',
      interviewer: 'peer',
      group: 'parents',
      mayUse: true,
      mayQuote: true,
    });
    expect(await onDevice()).toBe(false);
    await page.context().close();
    const list = await open(`/console/c/${hall.consultation}/sources`, 1366, 768);
    await list.getByLabel('Search in titles and texts').fill('eleven weeks');
    await list.getByText('1 text', { exact: true }).waitFor();
    await list.getByText('… ').waitFor();
    await list.getByLabel('Search in titles and texts').fill('');
    await list.getByText('2 passages of the second coder, not counted').waitFor();
    await look(list, 'sources-list');
    await list.context().close();
    expectNothingFound();
  });
});
