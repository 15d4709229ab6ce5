/** Paper slips in a real browser, by keystrokes and nothing else: no mouse, and no field that is filled by the test. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { AnalysisPage, NewConsultation, StoredDocument } from '../../core/api.ts';
import type { Answer } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import { launchBrowser } from '../support/browser.ts';
import { figureIn } from '../support/figures.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { startProgram, type Program } from '../support/program.ts';
import { openStartLink } from '../support/signIn.ts';

const STATEMENTS = [
  'My social worker listens to me',
  'I know who to ask when something goes wrong',
  'People keep the promises they make to me',
  'I have a say in what happens to my family',
];
const LAPTOP = { width: 1366, height: 768 };
const SIZES = [
  ['phone', { width: 360, height: 640 }],
  ['phone-tall', { width: 390, height: 844 }],
  ['tablet', { width: 768, height: 1024 }],
] as const;

let program: Program;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram('--no-sample'), launchBrowser()]);
  const context = await browser.newContext({ viewport: LAPTOP });
  await openStartLink(context, await program.link());
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
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

/** A session in its lobby; with groups, two of them. */
async function makeSession(groups: string[]): Promise<{ consultation: string; session: Session }> {
  const fresh: NewConsultation = { title: 'What we expect', statements: STATEMENTS.join('\n') };
  const made = await api<StoredDocument>('POST', '/api/consultations', fresh);
  const labels: Record<string, string> = { a: 'Young people', b: 'Parents' };
  made.consultation.groups = groups.map((id) => ({ id, label: labels[id] ?? id, roomLabel: '' }));
  const { id } = made.consultation;
  await api('PUT', `/api/consultations/${id}`, made);
  const draft = await api<Session>('POST', `/api/consultations/${id}/sessions`, { groups });
  return { consultation: id, session: await api('POST', `/api/sessions/${draft.id}/lobby`, {}) };
}

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text: string): Promise<void> => page.keyboard.type(text);
const says = (text: string | RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor();
const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { name }).waitFor();

/** Goes on by Tab until this has the focus. */
async function tabTo(text: string): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    await press('Tab');
    const at = await page.evaluate(() => {
      const on = document.activeElement;
      return `${on?.textContent} ${on?.closest('label')?.textContent}`;
    });
    if (at.includes(text)) return;
  }
  throw new Error(`Tab does not lead to “${text}”.`);
}

interface Paper {
  number: number;
  group: 'a' | 'b';
  answers: { answer: Answer | null; comment: string }[];
  quote: boolean;
}

/** Slips as people might have filled them in, in the order of a shuffled pile; the same each time. */
function pile(n: number): Paper[] {
  let state = 7;
  const draw = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
  const numbers = Array.from({ length: n }, (_, i) => i + 1);
  for (let i = n - 1; i > 0; i -= 1) {
    const j = draw(i + 1);
    [numbers[i], numbers[j]] = [numbers[j] ?? 0, numbers[i] ?? 0];
  }
  const answers: (Answer | null)[] = [1, 2, 3, 4, 5, 5, 4, 4, 'n', 'x', null];
  return numbers.map((number) => ({
    number,
    group: draw(3) === 0 ? 'b' : 'a',
    quote: draw(2) === 0,
    answers: STATEMENTS.map((_, i) => {
      const answer = answers[draw(answers.length)] ?? null;
      return { answer, comment: answer !== null && draw(4) === 0 ? `why ${number * 10 + i}` : '' };
    }),
  }));
}

const KEYS: Record<string, string> = { n: '8', x: '9', null: '0' };
const keyOf = (answer: Answer | null): string => KEYS[String(answer)] ?? String(answer);

/** Types one slip up to its being read back. */
async function typeSlip({ number, group, answers, quote }: Paper): Promise<void> {
  await type(String(number));
  await press('Enter', group === 'a' ? '1' : '2', 'Enter');
  for (const { answer, comment } of answers) {
    await press(keyOf(answer));
    if (answer === null) continue;
    await type(comment);
    await press('Enter');
  }
  if (quote) await press('q');
}

async function saveSlip(paper: Paper): Promise<void> {
  await typeSlip(paper);
  await press('Enter');
  await says(`Slip ${paper.number} is saved.`);
}

test('SL9 SL2 SL3 E1 sixty slips by keystrokes alone, a restart among them, and the totals are those of an independent count', async () => {
  const { consultation, session } = await makeSession(['a', 'b']);
  const papers = pile(60);
  await page.goto(`${program.url}/console/s/${session.id}/slips`);
  await heading('Some statements were never opened');
  await look(page, 'slips-not-opened');
  await tabTo('Open these for paper');
  await press('Enter');
  await page.getByRole('heading', { name: 'Some statements' }).waitFor({ state: 'detached' });
  await tabTo('Slips in the pile');
  await type('60');
  await press('Enter');
  await page.getByText('0 of 60 entered').waitFor();
  await press('Shift+Tab', 'Shift+Tab');
  await look(page, 'slips-number');

  const [one, ...others] = papers;
  if (one === undefined) throw new Error('no paper');
  await type(String(one.number));
  await press('Enter');
  await look(page, 'slips-group');
  await press('Escape');
  await typeSlip(one);
  await look(page, 'slips-review');
  await press('Enter');
  await says(`Slip ${one.number} is saved.`);

  const began = performance.now();
  for (const paper of others.slice(0, 29)) await saveSlip(paper);
  const [middle, ...rest] = others.slice(29);
  if (middle === undefined) throw new Error('no paper');
  // The program is killed while a slip is being typed, and Enter is pressed before it is back.
  await typeSlip(middle);
  await program.kill();
  await press('Enter');
  await says('Not saved yet. Keep this page open.');
  await look(page, 'slips-waiting');
  await program.start();
  await says(`Slip ${middle.number} is saved.`);
  await page.getByText('31 of 60 entered').waitFor();
  await page.getByText('30 slips were entered before Standpoint was started again').waitFor();
  await look(page, 'slips-restarted');
  for (const paper of rest) await saveSlip(paper);
  await page.getByText('60 of 60 entered').waitFor();
  const seconds = (performance.now() - began) / 1000;
  expect(seconds).toBeLessThan(180);
  await look(page, 'slips-all');

  // One of those of before the restart is known to be in, and no more.
  await type(String(one.number));
  await press('Enter');
  await says(/was entered before Standpoint was started again/);

  await page.goto(`${program.url}/console/s/${session.id}`);
  await endAndSeal(session.id);
  const results = await api<AnalysisPage>('GET', `/api/consultations/${consultation}/analysis`);
  for (const groups of [[], ['a'], ['b']])
    for (const [i] of STATEMENTS.entries()) {
      const there = papers.filter((p) => groups.length === 0 || groups.includes(p.group));
      const said = there.map((p) => p.answers[i]?.answer ?? null);
      const count = (answer: Answer | null): number => said.filter((a) => a === answer).length;
      expect(figureIn(results, i, 1, { groups })).toMatchObject({
        counts: [1, 2, 3, 4, 5].map(count),
        declined: { n: count('n'), x: count('x') },
        notAnswered: count(null),
      });
    }
  const comments = await api<{ comments: { text: string }[] }>(
    'GET',
    `/api/consultations/${consultation}/comments`,
  );
  const written = papers.flatMap((p) => p.answers.map((a) => a.comment)).filter((c) => c !== '');
  expect(written.length).toBeGreaterThan(20);
  expect(comments.comments.map((c) => c.text).toSorted()).toEqual(written.toSorted());
  expectNothingFound();
}, 300_000);

/** Ends by the console's own page, as the facilitator does, and finishes. */
async function endAndSeal(session: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'End session' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'End session' }).press('Enter');
  await page.getByRole('button', { name: /Finish now/ }).waitFor();
  expect(await api('POST', `/api/sessions/${session}/seal`, {})).toMatchObject({ state: 'sealed' });
}
