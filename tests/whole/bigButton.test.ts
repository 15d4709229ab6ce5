/** The big button: pressed twice by unsteady hands, through the list of topics; and what is told before and asked in between. */
import { expect, test } from '@jest/globals';
import type { NewConsultation, StoredDocument } from '../../core/api.ts';
import { checkDotPlace, checkPlace } from '../../core/checking.ts';
import type { Session } from '../../core/session.ts';
import { aloneDesk, LEAD } from '../support/alone.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { asked } from '../support/recommendations.ts';
import { connectConsole, joinPhone, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();
const SIZE = { width: 1366, height: 768 };

test('AL1 E1 before the lobby it says that nobody is shown whom to ask to talk alone; a double click opens and starts once', async () => {
  const { server, staffPage } = here;
  const fresh: NewConsultation = { title: 'What we expect', statements: 'One\nTwo' };
  const made = await server.send<StoredDocument>('POST', '/api/consultations', fresh);
  made.consultation.words.talkTo = 'Jo, by the door';
  const { id } = made.consultation;
  await server.send('PUT', `/api/consultations/${id}`, made);
  const session = await server.send<Session>('POST', `/api/consultations/${id}/sessions`, { name: 'Adults' });
  const page = await staffPage(SIZE, `/console/s/${session.id}`);
  const warns = page.getByText('You wrote down whom to ask to talk alone.');
  await warns.waitFor();
  await look(page, 'ready-alone');
  await aloneDesk(server, id).name(LEAD);
  await page.reload();
  await page.getByText('You have not filled in').waitFor();
  expect(await warns.count()).toBe(0);

  const refused: number[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(response.status());
  });
  await page.getByRole('button', { name: 'Open the lobby' }).dblclick();
  const big = page.locator('.next-button');
  await big.filter({ hasText: 'Start' }).waitFor();
  const desk = await connectConsole(server, session.id);
  await big.dblclick();
  await big.filter({ hasText: 'Open placing' }).waitFor();
  // Whatever the second click had sent would have come before this.
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const view = await desk.until(({ room }) => room.paused);
  expect(view.boards[0]?.state).toBe('shown');
  expect(await page.locator('.next-message').textContent()).toBe('');
  expect(refused).toEqual([]);
  expectNothingFound();
  desk.close();
});

test('FT1 FT3 the big button goes through the list, and what belongs to the statement before is out of sight meanwhile', async () => {
  const { server, staffPage } = here;
  const { session } = await openSession(server, ['One', 'Two'], {}, (doc) => {
    for (const statement of doc.statements) statement.notes = 'Ask who was there';
  });
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'next', sure: true });
  const board = await staffPage(SIZE, `/console/s/${session.id}`);
  await board.getByText('Ask who was there').waitFor();
  const numbers = board.locator('.numbers');
  await numbers
    .getByText(/placed/)
    .first()
    .waitFor();
  await desk.do({ do: 'talk', on: true });
  for (const text of ['Letters', 'Visits']) await desk.do({ do: 'topics', change: { to: 'add', text } });
  const big = board.locator('.next-button');
  for (const [words, hint] of [
    ['Put topics in order', ''],
    ['Go through the topics', ''],
    ['Next topic', 'Letters'],
    ['Next topic', 'Visits'],
    ['All talked about', ''],
  ] as const) {
    await big.filter({ hasText: words }).filter({ hasText: hint }).waitFor();
    expect(await board.getByText('Ask who was there').count()).toBe(0);
    expect(await numbers.getByText(/placed/).count()).toBe(0);
    if (hint === 'Visits') await look(board, 'topics-console-big');
    await big.click();
  }
  // Its answers were not shown yet when the talk began.
  await big.filter({ hasText: 'Reveal statement 1' }).waitFor();
  const { topics } = await desk.until((v) => v.topics?.at === null);
  expect(topics?.list.map(({ done }) => done)).toEqual([true, true]);
  await big.click();
  await board.getByText('Ask who was there').waitFor();
  expectNothingFound();
  desk.close();
});

test('CK4 E1 before what few people said of a recommendation is shown, the question says what its number is of', async () => {
  const { server, staffPage } = here;
  const { session, document } = await openSession(server, ['One']);
  await server.send('POST', `/api/consultations/${document.consultation.id}/recommendations`, {
    changes: [asked('back', { text: 'Ring back', order: 1 }), asked('write', { text: 'Write', order: 2 })],
  });
  const desk = await connectConsole(server, session.id);
  const crowd = await Promise.all(Array.from({ length: 5 }, () => joinPhone(server, session.code)));
  await desk.do({ do: 'start' });
  await desk.do({ do: 'check', change: { to: 'begin', ids: ['back', 'write'] } });
  for (const phone of crowd) expect(await phone.place(checkPlace(1), 1, 1)).toBe(1);
  await desk.do({ do: 'check', change: { to: 'step', step: 'dots' } });
  expect(await crowd[0]?.place(checkDotPlace(2), 1, 2)).toBe(1);
  await desk.do({ do: 'check', change: { to: 'step', step: 'done' } });
  const page = await staffPage(SIZE, `/console/s/${session.id}`);
  await page.locator('.next-button').filter({ hasText: 'Show the room' }).click();
  const dialog = page.getByRole('dialog', { name: 'Show it to the room?' });
  await dialog
    .getByText('Behind the dots on each recommendation there may be no more than 1 person.')
    .waitFor();
  expect(await dialog.getByText('answered').count()).toBe(0);
  await look(page, 'check-console-small');
  expectNothingFound();
  for (const socket of [desk, ...crowd]) socket.close();
});
