/** Paper slips in a real browser, by keystrokes and nothing else: no mouse, and no field that is filled by the test. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AnalysisPage, CommentItem } from '../../core/api.ts';
import type { Answer } from '../../core/scale.ts';
import { figureIn } from '../support/figures.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openSlipDesk, STATEMENTS, type SlipDesk } from '../support/slipDesk.ts';

let desk: SlipDesk;
beforeAll(async () => {
  desk = await openSlipDesk();
});
afterAll(() => desk?.close());

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
  await desk.type(String(number));
  await desk.press('Enter', group === 'a' ? '1' : '2', 'Enter');
  for (const { answer, comment } of answers) {
    await desk.press(keyOf(answer));
    if (answer === null) continue;
    await desk.type(comment);
    await desk.press('Enter');
  }
  if (quote) await desk.press('q');
}

async function saveSlip(paper: Paper): Promise<void> {
  await typeSlip(paper);
  await desk.press('Enter');
  await desk.says(`Slip ${paper.number} is saved.`);
}

test('SL9 SL2 SL3 E1 sixty slips by keystrokes alone, a restart among them, and the totals are those of an independent count', async () => {
  const { consultation, session } = await desk.makeSession(['a', 'b']);
  const papers = pile(60);
  await desk.open(session.id);
  await desk.heading('Some statements were never opened');
  await look(desk.page, 'slips-not-opened');
  await desk.openForPaper();
  await desk.tabTo('Slips in the pile');
  await desk.type('60');
  await desk.press('Enter');
  await desk.page.getByText('0 of 60 entered').waitFor();
  await desk.press('Shift+Tab', 'Shift+Tab');
  await look(desk.page, 'slips-number');

  const [one, ...others] = papers;
  if (one === undefined) throw new Error('no paper');
  await desk.type(String(one.number));
  await desk.press('Enter');
  await look(desk.page, 'slips-group');
  await desk.press('Escape');
  await typeSlip(one);
  await look(desk.page, 'slips-review');
  await desk.press('Enter');
  await desk.says(`Slip ${one.number} is saved.`);

  const began = performance.now();
  for (const paper of others.slice(0, 29)) await saveSlip(paper);
  const [middle, ...rest] = others.slice(29);
  if (middle === undefined) throw new Error('no paper');
  // The program is killed while a slip is being typed, and Enter is pressed before it is back.
  await typeSlip(middle);
  await desk.program.kill();
  await desk.press('Enter');
  await desk.says('Not saved yet. Keep this page open.');
  await look(desk.page, 'slips-waiting');
  await desk.program.start();
  await desk.says(`Slip ${middle.number} is saved.`);
  await desk.page.getByText('31 of 60 entered').waitFor();
  await desk.page.getByText('30 slips were entered before Standpoint was started again').waitFor();
  await look(desk.page, 'slips-restarted');
  for (const paper of rest) await saveSlip(paper);
  await desk.page.getByText('60 of 60 entered').waitFor();
  const seconds = (performance.now() - began) / 1000;
  expect(seconds).toBeLessThan(180);
  await look(desk.page, 'slips-all');

  // One of those of before the restart is known to be in, and no more.
  await desk.type(String(one.number));
  await desk.press('Enter');
  await desk.says(/was entered before Standpoint was started again/);

  await desk.page.goto(`${desk.program.url}/console/s/${session.id}`);
  await endAndSeal(session.id);
  const results = await desk.api<AnalysisPage>('GET', `/api/consultations/${consultation}/analysis`);
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
  const comments = await desk.api<CommentItem[]>('GET', `/api/consultations/${consultation}/comments`);
  const written = papers.flatMap((p) => p.answers.map((a) => a.comment)).filter((c) => c !== '');
  expect(written.length).toBeGreaterThan(20);
  expect(comments.map((c) => c.comment).toSorted()).toEqual(written.toSorted());
  expectNothingFound();
}, 300_000);

/** Ends by the console's own page, as the facilitator does, and finishes. */
async function endAndSeal(session: string): Promise<void> {
  await desk.page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  await look(desk.page, 'slips-menu');
  const opening = desk.page.context().waitForEvent('page');
  await desk.page.getByRole('button', { name: 'Enter paper slips' }).press('Enter');
  const slips = await opening;
  await slips.getByText('60 of 60 entered').waitFor();
  await slips.close();
  await desk.page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  await desk.page.getByRole('button', { name: 'End session' }).press('Enter');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'End session' }).press('Enter');
  await desk.page.getByRole('button', { name: /Finish now/ }).waitFor();
  await look(desk.page, 'slips-ended');
  await desk.page.getByRole('link', { name: 'Enter paper slips' }).press('Enter');
  await desk.page.getByText('The session has ended.').waitFor();
  await look(desk.page, 'slips-after-end');
  expect(await desk.api('POST', `/api/sessions/${session}/seal`, {})).toMatchObject({ state: 'sealed' });
  await desk.heading('This session is closed');
  await look(desk.page, 'slips-sealed');
}
