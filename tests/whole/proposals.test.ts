/** People write statements of their own, and one of them is asked in the next session: every screen that has to do with it. */
import { expect, test } from '@jest/globals';
import type { ConsultationPage } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { PROPOSING, THERE, thoughtPlace } from '../../core/thought.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, sayYes } from '../support/phonePage.ts';
import { connectConsole, joinPhone, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();
const { staffPage } = here;

const STATEMENTS = [
  'My social worker listens to me',
  'When a plan is made about my family, somebody asks me first and writes down what I said in my own words',
];
const SAID = [
  'I know what is written about me.',
  'I can read my own file.',
  'My letters are in words that I would use myself, and when they are not there is somebody who sits down with me and goes through them until I have understood every one of them.',
  'Workers should not change all the time',
];

test('E5 SP1 SP3 SP4 statements are asked for, written on phones, kept, put together, accepted and refused', async () => {
  const { session, document } = await openSession(here.server, STATEMENTS);
  const { id } = document.consultation;
  const crowd = await Promise.all(Array.from({ length: 4 }, () => joinPhone(here.server, session.code)));
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`, {
    width: 360,
    height: 640,
  });
  await sayYes(phone, null);
  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  const projector = await staffPage({ width: 1280, height: 720 }, `/projector/${session.id}`);
  await board.getByRole('button', { name: 'Start' }).click();

  // Asked for from the menu; every screen says what is wanted.
  await board.getByRole('button', { name: 'More', exact: true }).first().click();
  await board.getByRole('button', { name: 'Ask for statements' }).click();
  await projector.getByRole('heading', { name: 'Write a statement of your own' }).waitFor();
  await look(projector, 'propose-projector');

  const { page } = phone;
  await phone.heading('Write a statement of your own');
  await look(page, 'propose-phone-form', true);
  const field = page.getByLabel('Your statement', { exact: true });
  await page.getByRole('button', { name: 'Send it', exact: true }).tap();
  await page.getByText('Write your statement first.').waitFor();
  // One that begins otherwise is asked about once; a statement in another language is sent all the same.
  await field.fill('Nobody asked my son');
  await page.getByRole('button', { name: 'Send it', exact: true }).tap();
  await page.getByText('It is easiest to answer').waitFor();
  await page.getByRole('button', { name: 'Send it as it is' }).waitFor();
  await look(page, 'propose-phone-begin', true);
  await page.reload();
  expect(await field.inputValue()).toBe('Nobody asked my son');
  await field.fill('My son is asked too.');
  await page.getByRole('button', { name: 'Send it', exact: true }).tap();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'propose-phone-one', true);
  await page.getByRole('button', { name: 'Tap to see your statement' }).tap();
  await page.getByText('My son is asked too.').waitFor();
  await page.getByRole('button', { name: 'Write another statement' }).tap();
  await field.fill('Kept short');
  await page.getByRole('button', { name: 'Send it', exact: true }).tap();
  await page.getByRole('button', { name: 'Send it as it is' }).tap();
  await page.getByRole('heading', { name: 'Your statements' }).waitFor();

  const comments = board.getByRole('complementary', { name: 'Comments' });
  for (const [i, text] of SAID.entries())
    expect(await crowd[i]?.place(thoughtPlace(PROPOSING, i), 1, THERE, text)).toBe(1);
  await comments.getByText('My son is asked too.').waitFor();
  await look(board, 'propose-console-waiting');
  for (const text of [...SAID, 'My son is asked too.']) {
    const one = comments.locator('.comment').filter({ hasText: text });
    await one.getByRole('button', { name: 'Keep it' }).click();
    await one.waitFor({ state: 'detached' });
  }

  // Where statements are prepared.
  const editor = await staffPage({ width: 1366, height: 768 }, `/console/c/${id}`);
  const list = editor.getByRole('region', { name: 'Proposed by participants' });
  await list.scrollIntoViewIfNeeded();
  await list.getByText('5 wait for you.').waitFor();
  for (const text of SAID.slice(0, 2)) await list.getByRole('checkbox', { name: text }).check();
  await list.scrollIntoViewIfNeeded();
  await look(editor, 'propose-editor-list');
  await list.getByRole('button', { name: 'Make one statement of 2' }).click();
  const dialog = editor.getByRole('dialog', { name: 'A statement from participants' });
  await dialog.getByLabel('The statement').fill('x'.repeat(403));
  await dialog.getByText('3 characters too many.').waitFor();
  await dialog.getByLabel('The statement').fill('I know what is in my file.');
  await dialog.getByLabel('Accepted by').fill('Young people’s panel');
  await look(editor, 'propose-editor-accept');
  await editor.keyboard.press('Escape');
  await dialog.getByText('What you typed is not saved.').waitFor();
  await dialog.getByRole('button', { name: 'Go on typing' }).click();
  await dialog.getByRole('button', { name: 'Accept it' }).click();
  await editor.getByText('Accepted as statement 3.').first().waitFor();
  await look(editor, 'propose-editor-accepted');
  const refuse = list.getByRole('listitem').filter({ hasText: SAID[3] ?? '' });
  await refuse.getByRole('button', { name: 'Refuse' }).click();
  const why = editor.getByRole('dialog', { name: 'Refuse a proposal' });
  await why.getByLabel('Why, in a few words').fill('About workers, not about oneself');
  await look(editor, 'propose-editor-refuse');
  await why.getByRole('button', { name: 'Cancel' }).click();
  await why.getByText('What you typed is not saved.').waitFor();
  await why.getByRole('button', { name: 'Go on typing' }).click();
  await why.getByRole('button', { name: 'Refuse it' }).click();
  await list.getByText('2 wait for you.').waitFor();
  await list.getByText('1 refused').click();
  await list.getByText('Refused: About workers, not about oneself').waitFor();
  await list.scrollIntoViewIfNeeded();
  await look(editor, 'propose-editor-refused');
  // Refusing is taken back, and so is accepting.
  const undo = editor.getByRole('button', { name: 'Undo', exact: true }).first();
  await undo.click();
  await list.getByText('3 wait for you.').waitFor();
  await undo.click();
  await list.getByText('5 wait for you.').waitFor();
  await editor.getByRole('button', { name: 'Redo', exact: true }).first().click();
  await list.getByText('3 wait for you.').waitFor();
  await editor.locator('.saved-saved').waitFor();
  const { consultation } = await here.server.get<ConsultationPage>(`/api/consultations/${id}`);
  expect(consultation.statements.at(-1)?.from).toMatchObject({ acceptedBy: 'Young people’s panel' });
  expect(
    consultation.statements
      .at(-1)
      ?.from?.wordings.map(({ text }) => text)
      .toSorted(),
  ).toEqual(SAID.slice(0, 2).toSorted());

  // The running session has it where the facilitator says so.
  const ladder = board.getByRole('navigation', { name: 'Statements' });
  await look(board, 'propose-console-fresh');
  await ladder.getByRole('button', { name: 'Ask it here too: I know what is in my file.' }).click();
  await ladder.locator('.rung').filter({ hasText: 'I know what is in my file.' }).waitFor();
  await ladder.getByText('Not in this session yet').waitFor({ state: 'detached' });
  await look(board, 'propose-console-added');

  // Any step ends the asking.
  await board.getByRole('button', { name: 'More', exact: true }).first().click();
  await board.getByRole('button', { name: 'Stop asking for statements' }).click();
  await page.getByRole('heading', { name: 'Write a statement of your own' }).waitFor({ state: 'detached' });
  expect(here.server.faults).toEqual([]);
  expectNothingFound();
});

test('WA1 SP4 the next wave does not say that anybody has taken back what they proposed', async () => {
  const wordings = [{ point: 'f'.repeat(22), text: 'Tell me before you change my plan' }];
  const { document } = await openSession(here.server, STATEMENTS, {}, (c) => {
    for (const one of c.statements) one.from = { who: 'participants', wordings, acceptedBy: '' };
  });
  const wave = await here.server.send<{ consultation: Consultation }>('POST', '/api/consultations', {
    again: document.consultation.id,
  });
  const editor = await staffPage({ width: 1366, height: 768 }, `/console/c/${wave.consultation.id}`);
  const told = editor.locator('.proposed').first();
  await told.getByText('It is kept in the wave in which they proposed it').waitFor();
  expect(await editor.locator('main').innerText()).not.toMatch(/has been taken out/);
  await told.scrollIntoViewIfNeeded();
  await look(editor, 'propose-editor-wave');
  expectNothingFound();
});

test('SP3 M5 accepting shows all of a long statement and what shows a person; two clicks accept one, and ask one here', async () => {
  const { session } = await openSession(here.server, STATEMENTS);
  const id = session.consultation;
  const phones = await Promise.all([1, 2, 3].map(() => joinPhone(here.server, session.code)));
  const desk = await connectConsole(here.server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true, propose: true });
  const texts = [SAID[2] ?? '', 'I want my worker Sharon Bates to come on time', 'I know my file'];
  for (const [i, phone] of phones.entries())
    expect(await phone.place(thoughtPlace(PROPOSING, 0), 1, THERE, texts[i] ?? '')).toBe(1);
  await desk.do({ do: 'talk', on: true });
  await desk.until((v) => v.notes.length === 3);
  await desk.do({ do: 'notes', board: 0, to: 'show' });

  const editor = await staffPage({ width: 1366, height: 768 }, `/console/c/${id}`);
  const list = editor.getByRole('region', { name: 'Proposed by participants' });
  const dialog = editor.getByRole('dialog', { name: 'A statement from participants' });
  await editor.evaluate(() =>
    document.addEventListener('click', ({ detail }) => {
      if (detail > 1) document.body.dataset['second'] = 'heard';
    }),
  );
  for (const text of texts) {
    const one = list.getByRole('listitem').filter({ hasText: text });
    const named = text.includes('Sharon') ? 1 : 0;
    await one.waitFor();
    expect(await one.getByText('Looks like a sign of a person: “Sharon Bates”').count()).toBe(named);
    await one.getByRole('button', { name: 'Make a statement' }).click();
    const field = dialog.getByLabel('The statement');
    await editor.waitForFunction(() => {
      const area = document.querySelector<HTMLTextAreaElement>('dialog textarea');
      return area !== null && area.scrollHeight <= area.clientHeight;
    });
    expect(await field.inputValue()).toBe(text);
    expect(await dialog.getByText(/Looks like a sign/).count()).toBe(named);
    await look(editor, `propose-editor-accept-${texts.indexOf(text)}`);
    await dialog.getByRole('button', { name: 'Accept it' }).dblclick();
    // The second click is on what was behind the dialog, the way to the next proposal for instance.
    expect(await dialog.count()).toBe(0);
  }
  expect(await editor.locator('body').getAttribute('data-second')).toBeNull();
  await editor.locator('.saved-saved').waitFor();

  await desk.do({ do: 'talk', on: false });
  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  const ladder = board.getByRole('navigation', { name: 'Statements' });
  await ladder.locator('.fresh mark').filter({ hasText: 'Sharon Bates' }).waitFor();
  await ladder.getByText('1 sign of a person').waitFor();
  await look(board, 'propose-console-signs');
  await ladder
    .getByRole('button', { name: /^Ask it here too/ })
    .first()
    .dblclick();
  await ladder
    .locator('.rung')
    .filter({ hasText: texts[0] ?? '' })
    .waitFor();
  const view = await desk.until((v) => v.fresh?.length === 2);
  expect(view.boards).toHaveLength(3);
  expect(await board.getByText('The session is not at a point').count()).toBe(0);
  expectNothingFound();
  for (const socket of [desk, ...phones]) socket.close();
});
