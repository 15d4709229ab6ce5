/** The room's own list on the console: by hand, by a show of hands, and with a clock that the test holds. */
import { expect, test } from '@jest/globals';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, connectProjector, openSession } from '../support/server.ts';
import { staffBrowser } from '../support/staffBrowser.ts';

const here = staffBrowser();
const { staffPage } = here;
const LONG = 'Who decides about school, and whether we are asked before it is decided';

test('FT1 FT2 a room without phones moves, mends and orders its list on the console, and undo takes back each', async () => {
  const { session } = await openSession(here.server, ['One']);
  const desk = await connectConsole(here.server, session.id);
  const wall = await connectProjector(here.server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true });
  for (const text of ['Leters', LONG, 'ملاقاتیں'])
    await desk.do({ do: 'topics', change: { to: 'add', text } });
  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  const topics = board.getByRole('region', { name: 'Topics' });
  const order = () => desk.last()?.topics?.list.map(({ text }) => text);
  const until = (...texts: string[]) =>
    desk.until((v) => v.topics?.list.map(({ text }) => text).join() === texts.join());
  const row = (text: string) => topics.locator('.topic').filter({ hasText: text });
  await topics.getByRole('button', { name: /^Move up: .*ملاقاتیں/ }).click();
  await until('Leters', 'ملاقاتیں', LONG);
  await topics.getByRole('button', { name: /^Move up: .*ملاقاتیں/ }).click();
  await until('ملاقاتیں', 'Leters', LONG);
  // Where it cannot go further up, the way down has the focus.
  await board.waitForFunction(() =>
    /^Move down: .*ملاقاتیں/.test(document.activeElement?.getAttribute('aria-label') ?? ''),
  );
  await board.getByRole('button', { name: 'Undo: the list of topics' }).click();
  await until('Leters', 'ملاقاتیں', LONG);
  await row('Leters').getByRole('button', { name: 'Change', exact: true }).click();
  await topics.getByLabel('Words of the topic: Leters').fill('Letters');
  await look(board, 'topics-console-mend');
  await board.keyboard.press('Enter');
  await until('Letters', 'ملاقاتیں', LONG);
  await wall.until((v) => v.talk?.topics?.list[0]?.text === 'Letters');

  await topics.getByRole('button', { name: 'Order', exact: true }).click();
  await topics.getByLabel(`Dots by show of hands for: ${LONG}`).fill('12');
  await topics.getByLabel('Dots by show of hands for: Letters').fill('7');
  await board.keyboard.press('Tab');
  await desk.until((v) => v.topics?.list.map(({ hands }) => hands).join() === '7,0,12');
  expect(order()).toEqual(['Letters', 'ملاقاتیں', LONG]);
  await look(board, 'topics-console-hands');
  await topics.getByRole('button', { name: 'Talk', exact: true }).click();
  await until(LONG, 'Letters', 'ملاقاتیں');
  await row('Letters').getByText('7 dots').waitFor();
  await look(board, 'topics-console-counted');
  const seen = await wall.until((v) => v.talk?.topics?.step === 'talk');
  expect(JSON.stringify(seen)).not.toMatch(/hands|dots|minutes/);
  expectNothingFound();
  for (const socket of [desk, wall]) socket.close();
});

test('FT3 each topic has its own time; the clock counts for the one that is talked about, and says calmly that it is over', async () => {
  const { session } = await openSession(here.server, ['One']);
  const desk = await connectConsole(here.server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true });
  for (const text of ['Letters', 'Visits']) await desk.do({ do: 'topics', change: { to: 'add', text } });
  await desk.do({ do: 'topics', change: { to: 'step', step: 'talk' } });
  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  const topics = board.getByRole('region', { name: 'Topics' });
  const row = (text: string) => topics.locator('.topic').filter({ hasText: text });
  await row('Letters').getByRole('button', { name: 'Change', exact: true }).click();
  await topics.getByLabel('Time for: Letters').selectOption({ label: '3 minutes' });
  await row('Letters').getByText('3 min for this one').waitFor();
  await row('Letters').getByRole('button', { name: 'Change', exact: true }).click();
  const asked = await desk.until((v) => v.topics?.list[0]?.minutes === 3);
  expect(asked.topics?.list.map(({ minutes, ownTime }) => [minutes, ownTime])).toEqual([
    [3, true],
    [10, false],
  ]);
  await board.clock.install();
  await row('Letters').getByRole('button', { name: 'Talk about it' }).click();
  await row('Letters')
    .getByText(/^0:0\d of 3 min$/)
    .waitFor();
  await board.clock.runFor(150_000);
  await row('Letters')
    .getByText(/^2:3\d of 3 min$/)
    .waitFor();
  await board.clock.runFor(60_000);
  await row('Letters')
    .getByText(/^3:3\d\. The 3 min are over\.$/)
    .waitFor();
  expect(await topics.getByText('of 10 min').count()).toBe(0);
  await look(board, 'topics-console-over');
  // Its own clock stands while the room talks about another.
  await row('Visits').getByRole('button', { name: 'Talk about it' }).click();
  await row('Visits')
    .getByText(/^0:0\d of 10 min$/)
    .waitFor();
  const left = await row('Letters').locator('.topic-facts').textContent();
  await board.clock.runFor(65_000);
  await row('Visits')
    .getByText(/^1:0\d of 10 min$/)
    .waitFor();
  expect(await row('Letters').locator('.topic-facts').textContent()).toBe(left);
  expectNothingFound();
  desk.close();
});
