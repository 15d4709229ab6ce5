import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { AnalysisPage, ConsultationListItem, ConsultationPage } from '../../core/api.ts';
import { figureIn } from '../support/figures.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { hearOut, join, openPhone, sayYes, type PhonePage } from '../support/phonePage.ts';
import { startProgram, type Program } from '../support/program.ts';
import { openStartLink } from '../support/signIn.ts';
import { PAGE_PATIENCE } from '../support/sizes.ts';

const WORDS = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];
const FAMILIES = [
  'My worker listens to me.',
  'My worker explains why decisions are made.',
  'My worker has enough time for me.',
  'I can say no to my worker without getting into trouble.',
];
const WORKFORCE = [
  'I listen to the families I work with.',
  'I explain to families why decisions are made.',
  'I have enough time for each family.',
  'Families can say no to me without getting into trouble.',
];
/** Answers by person and statement; 0 places nothing. */
const PLAN = [
  [1, 2, 3, 4],
  [2, 2, 0, 5],
  [5, 4, 4, 4],
  [5, 5, 2, 3],
  [4, 1, 1, 2],
];

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-sample'), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function get<T>(path: string): Promise<T> {
  return (await (await program.fetch(path)).json()) as T;
}

test('L2 L3 L7 F4 E1 E2 a walk-around from a template: five phones in two groups with mirrored wordings, Back, two tabs, a no, a latecomer and a killed server', async () => {
  const laptop = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await openStartLink(laptop, await program.link());
  const desk = await laptop.newPage();
  desk.setDefaultTimeout(PAGE_PATIENCE);
  await desk.goto(`${program.url}/console`);
  await desk.getByRole('radio', { name: /Families and workforce/ }).check();
  await look(desk, 'console-home-template');
  await desk.getByRole('button', { name: 'Use this template' }).click();
  await desk.getByRole('button', { name: 'New session' }).first().click();
  await desk.getByLabel('Name', { exact: true }).fill('Both sides of the table');
  await desk.getByRole('radio', { name: /^Walk-around/ }).check();
  // No more can be typed than is kept.
  const most = ['Name', 'Place'].map((label) =>
    desk.getByLabel(label, { exact: true }).getAttribute('maxlength'),
  );
  expect(await Promise.all(most)).toEqual(['80', '200']);
  await look(desk, 'console-session-form');
  await desk.getByRole('button', { name: 'Make the session' }).click();
  await desk.getByRole('link', { name: /^Open Both sides/ }).click();
  await desk.getByRole('button', { name: 'Open the lobby' }).click();
  await desk.getByRole('button', { name: /^Start/ }).waitFor();
  const id = (await get<ConsultationListItem[]>('/api/consultations'))[0]?.id ?? '';
  const session = (await get<ConsultationPage>(`/api/consultations/${id}`)).sessions[0];
  const code = session?.code ?? '';
  const screen = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
  });
  await openStartLink(screen, await program.link());
  const wall = await screen.newPage();
  await wall.goto(`${program.url}/projector/${session?.id}`);

  const phones: PhonePage[] = [];
  for (let i = 0; i < 4; i += 1) {
    const phone = await openPhone(browser, `${program.lan}/j`, { width: 390, height: 844 });
    if (i === 0) await look(phone.page, 'phone-code', true);
    await phone.page.locator('input').fill(`${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`);
    await phone.page.getByRole('button', { name: 'Join' }).tap();
    if (i === 1) {
      // This person says no first, and changes their mind.
      await hearOut(phone);
      await phone.page.getByRole('button', { name: 'No', exact: true }).tap();
      await phone.heading(/That is fine/);
      await look(phone.page, 'phone-no', true);
      await phone.page.getByRole('button', { name: 'I want to take part after all' }).tap();
    } else await hearOut(phone);
    await join(phone, i < 2 ? 'Families' : 'People who work with families');
    await phone.heading(/You are in/);
    phones.push(phone);
  }
  await desk.getByText(/4 connected/).waitFor();
  await desk.getByRole('button', { name: /^Start/ }).click();
  const [first] = phones as [PhonePage];
  await first.heading('Statements');
  await look(first.page, 'phone-list', true);
  await look(wall, 'projector-walk-around');
  await look(desk, 'console-walk-around');

  const answerAll = async (i: number, from = 0): Promise<void> => {
    const phone = phones[i] as PhonePage;
    const texts = i < 2 ? FAMILIES : WORKFORCE;
    for (const [s, text] of texts.entries()) {
      const answer = PLAN[i]?.[s] ?? 0;
      if (answer === 0 || s < from) continue;
      await phone.page.getByRole('button', { name: text }).tap();
      await phone.heading(text);
      await phone.place(WORDS[answer - 1] ?? '', `from ${i} on ${s}`);
      await phone.says('Saved');
      await phone.page.goBack();
      await phone.heading('Statements');
    }
  };
  await answerAll(0);
  await answerAll(1);
  await look(first.page, 'phone-list-done', true);

  // Two tabs of one phone are one person: a change in one is there in the other.
  const tab = await first.context.newPage();
  await tab.goto(`${program.lan}/j/${code}`);
  await tab.getByRole('heading', { level: 1, name: 'Statements' }).waitFor();
  await tab.getByRole('button', { name: FAMILIES[0] ?? '' }).tap();
  await tab.getByRole('button', { name: 'Tap to see your answer' }).tap();
  await tab.getByText('from 0 on 0').waitFor();
  await tab.close();

  // A latecomer, and a server that dies while the others are still walking around.
  const late = await openPhone(browser, `${program.lan}/j/${code}`);
  await sayYes(late, 'People who work with families');
  await late.heading('Statements');
  phones.push(late);
  await program.kill();
  await program.start();
  await desk.getByText(/5 connected/).waitFor();
  for (const i of [2, 3, 4]) await answerAll(i);

  await desk.getByRole('button', { name: /^Close all/ }).click();
  for (let s = 0; s < 4; s += 1) {
    await desk
      .getByRole('button', { name: /^Reveal/ })
      .first()
      .click();
    // Four people answered the third statement: the facilitator is asked first.
    if (s === 2) await desk.getByRole('button', { name: 'Show it' }).click();
    await wall
      .getByText(new RegExp(`Statement ${s + 1} of 4`))
      .first()
      .waitFor();
    await wall.locator('.wall').first().waitFor();
    if (s === 0) await look(wall, 'projector-1080-wall');
  }
  // The phone follows what the room is being shown.
  await first.heading(FAMILIES[3] ?? '');
  await first.page.locator('table').first().waitFor();
  await look(first.page, 'phone-walk-result', true);
  await desk
    .getByRole('button', { name: /^End session/ })
    .first()
    .click();
  await desk.getByRole('dialog').getByRole('button', { name: /End/ }).click();
  await desk.getByRole('button', { name: /Finish now and/ }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Finish now' }).click();
  await desk
    .getByRole('link', { name: /Results/ })
    .first()
    .waitFor();

  const results = await get<AnalysisPage>(`/api/consultations/${id}/analysis`);
  const counts = (people: number[], s: number) =>
    WORDS.map((_, code_) => people.filter((i) => PLAN[i]?.[s] === code_ + 1).length);
  for (const s of results.statements.keys()) {
    expect(figureIn(results, s).counts).toEqual(counts([0, 1, 2, 3, 4], s));
    const byGroup = results.groups.map((g) => figureIn(results, s, 1, { groups: [g.id] }).counts);
    expect(byGroup).toEqual([counts([0, 1], s), counts([2, 3, 4], s)]);
  }
  expectNothingFound();
}, 300_000);
