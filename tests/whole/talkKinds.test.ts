/** What phones add to a talk stands by what it was asked for: topics, statements that are proposed. */
import { expect, test } from '@jest/globals';
import { PROPOSING, THERE, thoughtPlace } from '../../core/thought.ts';
import { TOPIC_LIST } from '../../core/topics.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, joinPhone, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();
const FIVE = [1, 2, 3, 4, 5];

test('SP1 FT1 what is asked for stands alone and is kept alone, and a statement says among points that it was proposed', async () => {
  const { session } = await openSession(here.server, ['They call me back']);
  const desk = await connectConsole(here.server, session.id);
  const phones = await Promise.all(FIVE.map(() => joinPhone(here.server, session.code)));
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true });
  const waiting = (kind: 'topic' | 'proposal', choice: string) =>
    desk.until((v) => v.notes.filter((n) => n[kind] === true && n.choice === choice).length === 5);
  for (const [i, phone] of phones.entries())
    expect(await phone.place(TOPIC_LIST, 1, THERE, `Topic ${i}`)).toBe(1);
  await waiting('topic', 'waiting');
  await desk.do({ do: 'talk', on: true, propose: true });
  for (const [i, phone] of phones.entries())
    expect(await phone.place(thoughtPlace(PROPOSING, 0), 1, THERE, `My file is mine ${i}`)).toBe(1);
  await waiting('proposal', 'waiting');

  const board = await here.staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  const comments = board.getByRole('complementary', { name: 'Comments' });
  await comments.getByText('My file is mine 3').waitFor();
  expect(await comments.getByText(/^Topic \d/).count()).toBe(0);
  await comments.getByRole('button', { name: 'Waiting 5' }).waitFor();
  await look(board, 'comments-proposed-only');
  await comments.getByRole('button', { name: 'Keep all 5 that wait' }).click();
  const kept = await waiting('proposal', 'show');
  expect(kept.notes.filter((n) => n.topic === true && n.choice === 'waiting')).toHaveLength(5);
  // The rest is a choice away.
  await comments.getByLabel('Comments on').selectOption({ label: 'Talking freely' });
  await comments.getByText('Topic 2').waitFor();
  expect(await comments.getByText(/My file is mine/).count()).toBe(0);
  await look(board, 'comments-topics');
  await comments.getByRole('button', { name: 'Put all 5 on the list' }).click();
  await waiting('topic', 'show');

  const scribe = await here.staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}/talk`);
  const point = scribe.locator('.point').filter({ hasText: 'My file is mine 3' });
  await point.getByText('A statement that was proposed, from a phone').waitFor();
  await look(scribe, 'scribe-proposed');
  expectNothingFound();
  for (const socket of [desk, ...phones]) socket.close();
});
