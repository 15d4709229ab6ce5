/** A second entry of paper slips in a real browser, calling them up again, and what happens on the way. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectNothingFound, look } from '../support/look.ts';
import { openSlipDesk, type SlipDesk } from '../support/slipDesk.ts';

const SIZES = [
  ['phone', { width: 360, height: 640 }],
  ['tall', { width: 390, height: 844 }],
  ['tablet', { width: 768, height: 1024 }],
] as const;

let desk: SlipDesk;
beforeAll(async () => {
  desk = await openSlipDesk();
});
afterAll(() => desk?.close());

/** Types a slip of a session without groups up to its being read back; words follow an answer. */
async function typed(number: string, ...marks: string[]): Promise<void> {
  await desk.type(number);
  await desk.press('Enter');
  for (const mark of marks) {
    await desk.press(mark[0] ?? '');
    await desk.type(mark.slice(1));
    if (mark !== '0') await desk.press('Enter');
  }
}

/** The picture at every size, and axe at each. */
async function lookAt(name: string): Promise<void> {
  await look(desk.page, `slips-${name}`);
  for (const [size, viewport] of SIZES) {
    await desk.page.setViewportSize(viewport);
    await look(desk.page, `slips-${name}-${size}`);
    const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect([name, size, wide]).toEqual([name, size, false]);
  }
  await desk.page.setViewportSize({ width: 1366, height: 768 });
}

test('SL9 SL2 E1 a finished slip whose number another desk has used meanwhile gets another one, and nothing is typed again', async () => {
  const { session } = await desk.makeSession([]);
  await desk.open(session.id);
  await desk.openForPaper();
  await typed('5', '4', '5', '2they never came', '1');
  await desk.press('q');
  const other = (number: number) =>
    desk.api('POST', `/api/sessions/${session.id}/slips`, {
      do: 'enter',
      number,
      id: `another${number}`.padEnd(32, 'a'),
      slip: { groups: [], quote: false, audience: 'team', answers: [{ board: 1, answer: 1, comment: '' }] },
    });
  for (const number of [5, 6]) expect(await other(number)).toEqual({ ok: true });
  await desk.press('Enter');
  await desk.says('Another desk has entered a slip 5 meanwhile.');
  await lookAt('taken');
  await desk.press('n');
  await lookAt('renumber');
  // Back, and no key but a question throws it away.
  await desk.press('Escape', 'n');
  await desk.type('6');
  await desk.press('Enter');
  await desk.says('A slip 6 is in already.');
  await desk.type('61');
  await desk.press('Enter');
  await desk.heading('Slip 61');
  await desk.press('Enter');
  await desk.says('Slip 61 is saved.');
  expect(
    await desk.api('POST', `/api/sessions/${session.id}/slips`, { do: 'read', number: 61 }),
  ).toMatchObject({
    slip: {
      quote: true,
      answers: [{ answer: 4 }, { answer: 5 }, { answer: 2, comment: 'they never came' }, { answer: 1 }],
    },
  });
  expect(
    await desk.api('POST', `/api/sessions/${session.id}/slips`, { do: 'read', number: 5 }),
  ).toMatchObject({
    slip: { answers: [{ answer: 1 }] },
  });
  expectNothingFound();
}, 120_000);

test('SL5 SL9 E1 a second person enters slips again: the same is counted, and each difference is decided by a key', async () => {
  const { session } = await desk.makeSession([]);
  await desk.open(session.id);
  await lookAt('start');
  await desk.openForPaper();
  await typed('7', '4', '5', '2they never came', '1');
  await lookAt('readback');
  await desk.press('r', 'Enter');
  // Whoever types on before the answer is there loses no digit of the next number.
  await desk.type('8');
  await desk.says('Slip 7 is saved.');
  await typed('', '1', '1', '1', '1');
  await desk.press('Enter');
  await desk.says('Slip 8 is saved.');
  await typed('9', '3', '0', '3', '3');
  await desk.press('Enter');
  await desk.says('Slip 9 is saved.');

  await desk.press('Shift+Tab', 'Enter');
  await desk.page.getByText('You do not see what was entered first').waitFor();
  await desk.page.getByLabel('Number on the slip').waitFor();
  await typed('7', '4', '5', '2 they never  came ', '1');
  await desk.press('r', 'Enter');
  await desk.says('Slip 7: both entries say the same.');
  await typed('7');
  await desk.says('Slip 7 was checked already.');
  await desk.press('Backspace');
  await typed('44');
  await desk.says('No slip with the number 44 is in.');
  await desk.press('Backspace', 'Backspace');
  // Two differences: of the first the second entry holds, of the other the first.
  await typed('8', '1', '4', '1', '1but why');
  await desk.press('Enter');
  await desk.heading('Slip 8: 2 differences');
  await desk.page.getByRole('button', { name: '1 First 1 Strongly disagree' }).waitFor();
  await lookAt('differ');
  await desk.press('1', 'ArrowUp', 'ArrowUp', '2', '1');
  await lookAt('decided');
  await desk.press('Enter');
  await desk.says('Slip 8 is saved as you chose.');
  await desk.page.getByText('Not checked yet: 9').waitFor();
  const facts = await desk.page.locator('dl > div').allInnerTexts();
  expect(facts.map((fact) => fact.replaceAll(/\s+/g, ' '))).toEqual([
    'Entered 3',
    'Checked by a second entry 2',
    'Both said the same 1',
    'Differed 1',
    'Differences decided for the second 1 of 2',
  ]);
  await lookAt('summary');
  const asked = (number: number) =>
    desk.api('POST', `/api/sessions/${session.id}/slips`, { do: 'read', number });
  const one = { answer: 1, comment: '' };
  expect(await asked(8)).toMatchObject({
    slip: { answers: [one, { answer: 4, comment: '' }, one, one] },
  });
  expectNothingFound();
}, 180_000);

test('SL4 SL9 E1 a slip is called up and corrected, taken out, and Esc throws nothing away without a question', async () => {
  const { session } = await desk.makeSession(['a', 'b']);
  await desk.open(session.id);
  await desk.openForPaper();
  await desk.type('0');
  await desk.press('Enter');
  await desk.says('Type the number on the slip, from 1 to 1,000.');
  await desk.press('Backspace');
  await desk.type('5');
  await desk.press('Enter', 'Enter');
  await desk.page.getByText('Choose a group first.').waitFor();
  await lookAt('group');
  await desk.press('2', 'Enter', 'Enter');
  await desk.page.getByText('Press the key of the answer first.').waitFor();
  await lookAt('answer');
  await desk.press('8');
  await desk.type('nobody asked');
  await lookAt('comment');
  await desk.press('Escape');
  await desk.page.getByRole('dialog').waitFor();
  await lookAt('leave');
  // Enter on the question keeps what was typed, and so does a second Esc.
  await desk.press('Enter', 'Escape', 'Escape');
  expect(await desk.page.getByLabel('What is written there').inputValue()).toBe('nobody asked');
  await desk.press('Enter', '2', 'Enter', 'Backspace', 'Backspace', '3', 'Enter', '0', '9', 'Enter');
  await desk.heading('Read back');
  const lines = async (): Promise<string[]> =>
    (await desk.page.locator('.slips-said').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' '));
  const rest = ['3 Neither', 'Nothing marked', 'Does not apply to me'];
  expect(await lines()).toEqual(['Parents', 'Rather not say nobody asked', ...rest]);
  await desk.press('ArrowUp', 'ArrowUp', '1', 'Enter');
  expect((await lines()).at(-1)).toBe('1 Strongly disagree');
  await desk.press('c');
  await desk.type('BCDF2345GHJK');
  await desk.press('Enter');
  await desk.says('Nothing is lost: Enter tries again.');
  await lookAt('refused');
  for (let i = 0; i < 12; i += 1) await desk.press('Backspace');
  await desk.press('Enter');
  await desk.says('Slip 5 is saved.');

  await desk.type('5');
  await desk.press('Enter');
  await desk.heading('Slip 5 is in already');
  await lookAt('in');
  await desk.press('1');
  await desk.heading('Read back');
  await desk.press('2', '5', 'Enter', 'q', 'Enter');
  await desk.says('Slip 5 is saved as changed.');
  await desk.type('5');
  await desk.press('Enter', '2');
  await desk.page.getByRole('dialog').waitFor();
  await desk.press('Tab', 'Enter');
  await desk.says('Slip 5 is taken out.');
  await desk.page.getByText('0 slips entered').waitFor();
  expectNothingFound();
}, 180_000);

test('SL2 SL9 an answer that is lost on the way is asked for again, also by a program that was started again', async () => {
  const { session } = await desk.makeSession([]);
  await desk.open(session.id);
  await desk.openForPaper();
  const { page, program } = desk;
  await page.route('**/slips', async (route) => {
    await route.fetch();
    await route.abort();
    await page.unroute('**/slips');
  });
  await typed('1', '4', '4', '4', '4');
  await desk.press('Enter');
  await desk.says('Slip 1 is saved.');
  await page.getByText('1 slip entered').waitFor();
  await page.route('**/slips', async (route) => {
    await route.fetch();
    await program.kill();
    await route.abort();
    await page.unroute('**/slips');
    await program.start();
  });
  await typed('2', '4', '4', '4', '4');
  await desk.press('Enter');
  await desk.says('Slip 2 is in. It was saved before Standpoint was started again.');
  await page.getByText('2 slips entered').waitFor();
  // Mouse and reading aloud get on as well.
  await page.getByLabel('Number on the slip').fill('3');
  await page.getByRole('button', { name: 'Go on' }).click();
  for (let i = 0; i < 4; i += 1) {
    await page.getByRole('button', { name: '4 Agree' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
  }
  await page.getByRole('button', { name: 'Save this slip' }).click();
  await desk.says('Slip 3 is saved.');
}, 120_000);
