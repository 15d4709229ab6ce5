/** The room's own list on the console: by hand, by a show of hands, and with a clock that the test holds. */
import { expect, test } from '@jest/globals';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, sayYes } from '../support/phonePage.ts';
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
  // What is typed and not left yet stays while the screen is drawn anew.
  await desk.do({ do: 'topics', change: { to: 'add', text: 'Something else' } });
  await row('Something else').waitFor();
  await board.keyboard.press('Tab');
  await desk.until((v) => v.topics?.list.map(({ hands }) => hands).join() === '7,0,12,0');
  expect(order()).toEqual(['Letters', 'ملاقاتیں', LONG, 'Something else']);
  await look(board, 'topics-console-hands');
  await topics.getByRole('button', { name: 'Talk', exact: true }).click();
  await until(LONG, 'Letters', 'ملاقاتیں', 'Something else');
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
  const now = (text: string) => topics.locator('.topics-now').filter({ hasText: text });
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
  await now('Letters')
    .getByText(/^0:0\d of 3 min$/)
    .waitFor();
  await board.clock.runFor(150_000);
  await now('Letters')
    .getByText(/^2:3\d of 3 min$/)
    .waitFor();
  await board.clock.runFor(60_000);
  await now('Letters')
    .getByText(/^3:3\d\. The 3 min are over\.$/)
    .waitFor();
  expect(await topics.getByText('of 10 min').count()).toBe(0);
  await look(board, 'topics-console-over');
  // Its own clock stands while the room talks about another.
  await row('Visits').getByRole('button', { name: 'Talk about it' }).click();
  await now('Visits')
    .getByText(/^0:0\d of 10 min$/)
    .waitFor();
  const left = await row('Letters').locator('.topic-facts').textContent();
  await board.clock.runFor(65_000);
  await now('Visits')
    .getByText(/^1:0\d of 10 min$/)
    .waitFor();
  expect(await row('Letters').locator('.topic-facts').textContent()).toBe(left);
  expectNothingFound();
  desk.close();
});

test('FT3 the topic that is talked about and its clock are in sight, however long the list is', async () => {
  const { session } = await openSession(here.server, ['One']);
  const desk = await connectConsole(here.server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true });
  for (let n = 1; n <= 9; n += 1)
    await desk.do({ do: 'topics', change: { to: 'add', text: `Topic number ${n}` } });
  await desk.do({ do: 'topics', change: { to: 'step', step: 'talk' } });
  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  for (const [height, ...topics] of [
    [768, 1, 2, 3],
    [625, 4, 5, 6],
  ] as const) {
    await board.setViewportSize({ width: 1366, height });
    const clock = board.locator('.topics-now').getByText('of 10 min');
    const row = board.locator('.topic-now');
    for (const n of topics) {
      await board.getByRole('button', { name: 'Next topic' }).click();
      await row.getByText(`Topic number ${n}`).waitFor();
    }
    await clock.waitFor();
    for (const one of [clock, row.locator('p').first()])
      expect(
        await one.evaluate((of) => {
          const { left, top, bottom } = of.getBoundingClientRect();
          return of.contains(document.elementFromPoint(left + 2, (top + bottom) / 2));
        }),
      ).toBe(true);
    await look(board, `topics-console-nine-${height}`);
  }
  expectNothingFound();
  desk.close();
});

test('FT3 what a talk needs stands first in the menu, all of which is in sight on a small laptop', async () => {
  const { session } = await openSession(here.server, ['One']);
  const desk = await connectConsole(here.server, session.id);
  for (const step of ['start', 'next', 'next', 'next'] as const)
    await desk.do(step === 'next' ? { do: 'next', sure: true } : { do: step });
  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  await board.getByRole('button', { name: 'More', exact: true }).click();
  await board.getByRole('button', { name: 'Check recommendations' }).waitFor();
  const panel = board.locator('.menu-panel').filter({ has: board.locator('.menu-columns') });
  expect((await panel.getByRole('button').allTextContents()).slice(0, 4)).toEqual([
    'Note what is said',
    'Talk freely',
    'Ask for statements',
    'Check recommendations',
  ]);
  const cut = await panel.evaluate((el) => {
    const { left, right, top, bottom } = el.getBoundingClientRect();
    return [el.scrollHeight > el.clientHeight, left < 0, top < 0, right > innerWidth, bottom > innerHeight];
  });
  expect(cut).toEqual([false, false, false, false, false]);
  await look(board, 'live-more-small');
  expectNothingFound();
  desk.close();
});

test('FT1 FT3 the big screen and the small picture of it have the same words, order and numbers', async () => {
  const { session } = await openSession(here.server, ['I know who to ring'], {}, (doc) => {
    doc.languages = ['en', 'ur'];
    const [statement] = doc.statements;
    statement?.wordings.push({ group: null, lang: 'ur', text: 'مجھے معلوم ہے کس کو فون کرنا ہے' });
  });
  const desk = await connectConsole(here.server, session.id);
  const board = await staffPage({ width: 1366, height: 768 }, `/console/s/${session.id}`);
  const projector = await staffPage({ width: 1280, height: 720 }, `/projector/${session.id}`);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'next', sure: true });
  await projector.getByText('I know who to ring').waitFor();
  const stage = board.locator('.stage-screen');
  await stage.getByText('I know who to ring').waitFor();
  expect(await stage.getByText('فون').count()).toBe(await projector.getByText('فون').count());
  await desk.do({ do: 'talk', on: true });
  const texts = ['ملاقاتیں', ...Array.from({ length: 11 }, (_, i) => `Topic ${i + 1}, in a few words`)];
  for (const text of texts) await desk.do({ do: 'topics', change: { to: 'add', text } });
  await projector.getByText('Topic 11').waitFor();
  await stage.getByText('Topic 11').waitFor();
  /** In the order in which they are read: down one column, then the other. */
  const read = (page: typeof board, list: string): Promise<string[]> =>
    page.evaluate((selector) => {
      const rows = [...document.querySelectorAll<HTMLElement>(selector)].map((el) => ({
        text: (el.textContent ?? '').replace(/\s+/gu, ' ').trim(),
        ...el.getBoundingClientRect().toJSON(),
      })) as { text: string; left: number; top: number }[];
      return rows
        .toSorted((a, b) => (Math.abs(a.left - b.left) > 20 ? a.left - b.left : a.top - b.top))
        .map(({ text }) => text);
    }, list);
  const numbered = (rows: string[]): string[] => rows.map((row) => row.replace(/^○ ?(\d+\.) ?/u, '$1 '));
  const wanted = texts.map((text, i) => `${i + 1}. ${text}`);
  expect(numbered(await read(projector, '.topic-list .topic'))).toEqual(wanted);
  expect(numbered(await read(board, '.stage-topics li'))).toEqual(wanted);
  // A topic from right to left stands beside its number.
  const gap = await projector.evaluate(() => {
    const [row] = document.querySelectorAll('.topic-list .topic');
    const range = document.createRange();
    const words = row?.querySelector('.topic-text');
    if (words == null) return Infinity;
    range.selectNodeContents(words);
    return (
      range.getBoundingClientRect().left -
      (row?.querySelector('.topic-number')?.getBoundingClientRect().right ?? 0)
    );
  });
  expect(gap).toBeLessThan(40);
  await look(projector, 'topics-projector-twelve');
  await look(board, 'topics-console-twelve');
  await projector.setViewportSize({ width: 1920, height: 1080 });
  await look(projector, 'topics-projector-twelve-large');
  expectNothingFound();
  desk.close();
});

test('FT1 S7 E2 a topic on a phone says how many letters are left, and what is begun stays while the room puts topics in order', async () => {
  const { session } = await openSession(here.server, ['One']);
  const desk = await connectConsole(here.server, session.id);
  const phone = await openPhone(here.browser, `${here.server.url}/j/${session.code}`, {
    width: 360,
    height: 640,
  });
  await sayYes(phone, null);
  const { page } = phone;
  const step = (to: 'collect' | 'order' | 'talk') =>
    desk.do({ do: 'topics', change: { to: 'step', step: to } });
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true });
  await page.getByRole('button', { name: 'Add a topic' }).tap();
  const field = page.getByLabel('What should we talk about?');
  await page.getByText('80 letters left').waitFor();
  await field.fill('x'.repeat(104));
  await page.getByText('24 letters too many').waitFor();
  await look(page, 'topics-phone-over', true);
  await field.fill('The night my son was taken');
  for (const to of ['order', 'talk'] as const) {
    await step(to);
    await field.waitFor({ state: 'detached' });
    await step('collect');
    expect(await field.inputValue()).toBe('The night my son was taken');
  }
  await page.getByRole('button', { name: 'Put it up' }).tap();
  await page.getByRole('button', { name: 'Add another topic' }).tap();
  expect(await field.inputValue()).toBe('');
  await field.fill('Left again');
  await page.getByRole('button', { name: 'Leave it' }).tap();
  await page.reload();
  await page.getByRole('button', { name: 'Add another topic' }).waitFor();
  expectNothingFound();
  desk.close();
  await phone.context.close();
});

test('P7 E1 a topic from right to left over two lines begins each of them at the right', async () => {
  const { session } = await openSession(here.server, ['One']);
  const desk = await connectConsole(here.server, session.id);
  await desk.do({ do: 'start' });
  await desk.do({ do: 'talk', on: true });
  const text = 'سماجی کارکن والدین کی بات سنیں اور تحریری جواب دیں';
  for (const one of [text, ...Array.from({ length: 11 }, (_, i) => `Topic ${i + 1}, in a few words`)])
    await desk.do({ do: 'topics', change: { to: 'add', text: one } });
  const projector = await staffPage({ width: 1280, height: 720 }, `/projector/${session.id}`);
  const words = projector.locator('.topic-text', { hasText: 'سماجی' });
  await words.waitFor();
  await look(projector, 'topics-projector-urdu');
  const lines = await words.evaluate((el) => {
    const range = document.createRange();
    range.selectNodeContents(el);
    return [...range.getClientRects()].map(({ right }) => Math.round(right));
  });
  expect(lines.length).toBeGreaterThan(1);
  expect(Math.max(...lines) - Math.min(...lines)).toBeLessThan(3);
  expectNothingFound();
  desk.close();
});
