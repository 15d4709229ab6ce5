import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync, strFromU8 } from 'fflate';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import type { AnalysisPage, ConsultationPage } from '../../core/api.ts';
import { figureIn } from '../support/figures.ts';
import type { Answer } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, sayYes, type PhonePage } from '../support/phonePage.ts';
import { startProgram, type Program } from '../support/program.ts';
import { openStartLink } from '../support/signIn.ts';

const STATEMENTS = [
  'My social worker listens to me',
  'I know who to ask when something goes wrong',
  'People keep the promises they make to me',
  'I have a say in what happens to my family',
];
const WORDS = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];
/** What each of six people answers to each of the four statements; 0 places nothing, -1 declines. */
const PLAN = [
  [5, 4, 4, 5, 3, 4],
  [1, 2, 5, 4, 4, 2],
  [2, -1, 2, 3, 0, 1],
  [4, 4, 5, 1, 2, 5],
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

async function api<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await program.fetch(path, {
    method,
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

/** Pastes the list on the console, gives the consultation two groups, and makes a session ready. */
async function prepare(desk: Page): Promise<Session> {
  await desk.goto(`${program.url}/console`);
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await look(desk, 'console-home-empty');
  await desk.getByRole('button', { name: /Paste/ }).click();
  await desk.getByLabel('Title').fill('What we expect');
  await desk.getByLabel('Statements, one a line').fill(STATEMENTS.map((s, i) => `${i + 1}. ${s}`).join('\n'));
  await look(desk, 'console-home-paste');
  await desk.getByRole('button', { name: 'Begin with 4 statements' }).click();
  await desk.waitForURL(/\/console\/c\/[a-z0-9-]+/);
  await desk.getByRole('heading', { name: 'Statements' }).first().waitFor();
  await look(desk, 'console-editor');
  const id = /\/console\/c\/([a-z0-9-]+)/.exec(desk.url())?.[1] ?? '';
  const path = `/api/consultations/${id}`;
  const page = await api<ConsultationPage>('GET', path);
  expect(page.consultation.statements.map((s) => s.wordings[0]?.text)).toEqual(STATEMENTS);
  const groups = [
    { id: 'young', label: 'Young people', roomLabel: 'You' },
    { id: 'adult', label: 'Adults', roomLabel: 'Adults' },
  ];
  const consultation = { ...page.consultation, groups, answeredBy: 'The head of the service' };
  await api('PUT', path, { revision: page.revision, consultation });
  return api<Session>('POST', `${path}/sessions`, { name: 'Adult group 1', groups: ['young', 'adult'] });
}

/** The counts of a table whose first rows are the answers of the scale. */
async function countsIn(page: Page): Promise<number[]> {
  const rows = page.locator('table').first().locator('tbody tr');
  const counts: number[] = [];
  for (const [i, word] of WORDS.entries()) {
    expect(await rows.nth(i).locator('th').textContent()).toContain(word);
    counts.push(Number(await rows.nth(i).locator('td').first().textContent()));
  }
  return counts;
}

const expected = (statement: number): number[] =>
  WORDS.map((_, i) => PLAN[statement]?.filter((a) => a === i + 1).length ?? 0);

test('L7 S1 H1 F1 E1 E2 a guided session of four statements: six phones, one offline, one refreshed, the server killed; the figures agree everywhere', async () => {
  const laptop = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await openStartLink(laptop, await program.link());
  const desk = await laptop.newPage();
  const session = await prepare(desk);
  await desk.goto(`${program.url}/console/s/${session.id}`);
  await desk.getByRole('button', { name: 'Open the lobby' }).waitFor();
  await look(desk, 'console-ready');
  await desk.getByRole('button', { name: 'Open the lobby' }).click();
  await desk.getByRole('button', { name: /^Start/ }).waitFor();
  await look(desk, 'console-lobby');
  const open = await api<ConsultationPage>('GET', `/api/consultations/${session.consultation}`);
  const code = open.sessions[0]?.code ?? '';
  const screen = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  });
  await openStartLink(screen, await program.link());
  const wall = await screen.newPage();
  await wall.goto(`${program.url}/projector/${session.id}`);
  await wall
    .getByText(`${code.slice(0, 3)} ${code.slice(3)}`)
    .first()
    .waitFor();
  await look(wall, 'projector-lobby');

  const sizes = [
    { width: 360, height: 640 },
    { width: 320, height: 568 },
  ];
  const phones: PhonePage[] = [];
  for (let i = 0; i < 6; i += 1) phones.push(await openPhone(browser, `${program.lan}/j/${code}`, sizes[i]));
  const [first, second, third] = phones as [PhonePage, PhonePage, PhonePage];
  expect(await first.page.evaluate(() => isSecureContext)).toBe(false);
  for (const [i, phone] of phones.entries()) {
    const watched = i < 2;
    await sayYes(phone, i % 2 === 0 ? 'You' : 'Adults', async (step) => {
      if (watched) await look(phone.page, `phone-${phone === first ? 360 : 320}-${step}`, true);
    });
    await phone.heading(/You are in/);
  }
  await look(first.page, 'phone-waiting', true);
  await desk.getByText(/6 connected/).waitFor();

  const press = async (name: RegExp): Promise<void> => desk.getByRole('button', { name }).first().click();
  const placedSays = (n: number) =>
    desk
      .getByText(new RegExp(`${n}\\s*of 6 placed`))
      .first()
      .waitFor();
  const placeAll = async (statement: number, skip: number[] = []): Promise<void> => {
    for (const [i, phone] of phones.entries()) {
      const answer = PLAN[statement]?.[i] ?? 0;
      if (answer === 0 || skip.includes(i)) continue;
      const words = answer === -1 ? 'Rather not say' : (WORDS[answer - 1] ?? '');
      await phone.place(words, `because of ${statement}-${i}`);
      await phone.says('Saved');
    }
  };
  const reveal = async (statement: number): Promise<void> => {
    await press(/^Close/);
    await press(/^Reveal/);
    await wall.locator('.wall, table, canvas').first().waitFor();
    await look(wall, `projector-${statement + 1}-wall`);
    await desk.getByRole('button', { name: 'Table', exact: true }).click();
    await wall.locator('table').first().waitFor();
    expect(await countsIn(wall)).toEqual(expected(statement));
    await look(wall, `projector-${statement + 1}-table`);
    await desk.getByRole('button', { name: 'Chart', exact: true }).click();
    await wall.locator('canvas').first().waitFor();
    await look(wall, `projector-${statement + 1}-chart`);
    await first.page.locator('table').first().waitFor();
    expect(await countsIn(first.page)).toEqual(expected(statement));
    await look(first.page, `phone-${statement + 1}-result`, true);
    await look(desk, `console-${statement + 1}-revealed`);
  };

  // Statement 1: one phone is offline while it places.
  await press(/^Start/);
  await first.page.getByText('Think first').first().waitFor();
  await look(first.page, 'phone-think', true);
  await look(wall, 'projector-shown');
  await press(/^Open placing/);
  await first.page.getByRole('button', { name: 'Place my post-it' }).waitFor();
  await look(first.page, 'phone-form', true);
  await look(second.page, 'phone-form-320', true);
  await first.page.getByRole('button', { name: 'Place my post-it' }).tap();
  await first.page.getByText('Choose an answer.').first().waitFor();
  await look(first.page, 'phone-form-error', true);
  await first.context.setOffline(true);
  await first.place('Strongly agree', 'because of 0-0');
  await first.says('Not saved yet');
  await look(first.page, 'phone-not-saved', true);
  await placeAll(0, [0]);
  await placedSays(5);
  await first.context.setOffline(false);
  await first.says('Saved');
  await placedSays(6);
  await look(first.page, 'phone-saved', true);
  await first.page.getByRole('button', { name: 'Tap to see your answer' }).tap();
  await look(first.page, 'phone-own', true);
  await look(wall, 'projector-open');
  await look(desk, 'console-open');
  await reveal(0);
  await press(/^Discuss/);
  await first.page
    .getByText(/Talking time/)
    .first()
    .waitFor();
  await look(first.page, 'phone-talk', true);
  await look(wall, 'projector-talk');

  // Statement 2: one phone is refreshed, and the server is killed while people place.
  await press(/^Show statement 2/);
  await press(/^Open placing/);
  await placeAll(1, [2, 3]);
  await second.page.reload();
  await second.page.getByRole('button', { name: 'Tap to see your answer' }).waitFor();
  await program.kill();
  await third.place(WORDS[4] ?? '', 'because of 1-2');
  await third.says('Not saved yet');
  await look(desk, 'console-away');
  await program.start();
  await third.says('Saved');
  await desk.getByText(/6 connected/).waitFor();
  await placedSays(5);
  await (phones[3] as PhonePage).place(WORDS[3] ?? '', 'because of 1-3');
  await (phones[3] as PhonePage).says('Saved');
  await placedSays(6);
  await reveal(1);

  // Statement 3: somebody declines, somebody places nothing, somebody changes their mind.
  await press(/^Discuss/);
  await press(/^Show statement 3/);
  await press(/^Open placing/);
  await placeAll(2);
  const sixth = phones[5] as PhonePage;
  await sixth.page.getByRole('button', { name: 'Tap to see your answer' }).tap();
  await sixth.page.getByRole('button', { name: 'Change' }).tap();
  await sixth.page.getByRole('radio', { name: 'Agree', exact: true }).check();
  await sixth.page.getByRole('button', { name: 'Place the changed post-it' }).tap();
  await sixth.says('Saved');
  await sixth.page.getByRole('button', { name: 'Tap to see your answer' }).tap();
  await sixth.page.getByRole('button', { name: 'Take it back' }).tap();
  await sixth.says(/Taken back/);
  await placedSays(4);
  await sixth.place('Strongly disagree', 'because of 2-5');
  await sixth.says('Saved');
  await press(/^Close/);
  await press(/^Reveal/);
  // Four answers with a code: the facilitator is asked first.
  await look(desk, 'console-small-room');
  await desk.getByRole('button', { name: 'Show it' }).click();
  await wall.locator('.wall').first().waitFor();
  // The key goes on from what the console shows, which comes to it by a message of its own.
  const consoleShows = (shown: string) =>
    desk.locator('[aria-pressed="true"]', { hasText: shown }).first().waitFor({ state: 'attached' });
  await consoleShows('Post-its');
  await desk.keyboard.press('p');
  await wall.locator('canvas').first().waitFor();
  await consoleShows('Chart');
  await desk.keyboard.press('p');
  await wall.locator('canvas').first().waitFor({ state: 'detached' });
  await wall.locator('table').first().waitFor();
  expect(await countsIn(wall)).toEqual(expected(2));

  // Statement 4, then the end.
  await press(/^Discuss/);
  await press(/^Show statement 4/);
  await press(/^Open placing/);
  await placeAll(3);
  await reveal(3);
  await press(/^Discuss/);
  await press(/^End session/);
  await desk.getByRole('dialog').getByRole('button', { name: /End/ }).click();
  await first.heading('Were you heard?');
  await first.page.getByRole('button', { name: 'Skip' }).tap();
  await first.heading('Thank you');
  await look(first.page, 'phone-end', true);
  await look(wall, 'projector-end');
  await desk.getByRole('button', { name: /Finish now/ }).waitFor();
  await look(desk, 'console-ended');
  await desk.getByRole('button', { name: /Finish now and/ }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Finish now' }).click();
  await desk
    .getByRole('link', { name: /Results/ })
    .first()
    .waitFor();

  // The files and the results page agree with the plan.
  const results = await api<AnalysisPage>('GET', `/api/consultations/${session.consultation}/analysis`);
  expect(results.statements.map((_, i) => figureIn(results, i).counts)).toEqual([0, 1, 2, 3].map(expected));
  await desk.goto(`${program.url}/console/c/${session.consultation}/results`);
  await desk.locator('canvas, table').first().waitFor();
  await look(desk, 'console-results');
  const zip = await program.fetch(`/api/consultations/${session.consultation}/export`);
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const long = strFromU8(files['CONFIDENTIAL_TEAM_ONLY_responses_long_data.csv'] ?? new Uint8Array());
  const rows = parse<Record<string, string>>(long, { columns: true });
  expect(rows.length).toBe(PLAN.flat().filter((a) => a !== 0).length);
  for (const [i, plan] of PLAN.entries()) {
    const own = rows.filter((r) => r['comment']?.startsWith(`because of ${i}-`));
    const answers = own.map((r): Answer => (r['declined'] === 'n' ? 'n' : Number(r['answer_code'])));
    expect(answers.map(String).toSorted()).toEqual(
      plan
        .filter((a) => a !== 0)
        .map((a) => (a === -1 ? 'n' : String(a)))
        .toSorted(),
    );
  }
  expectNothingFound();
}, 300_000);
