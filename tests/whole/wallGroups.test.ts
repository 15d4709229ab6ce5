/** A real wall in a real browser where everyone is in one group, and where there are ten groups and long texts. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Wall } from '../../core/wall.ts';
import { launchBrowser } from '../support/browser.ts';
import { button, laptopOf } from '../support/laptop.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { connectConsole, openSession, startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  expect(server.faults).toEqual([]);
});

async function save(page: Page, told: string): Promise<void> {
  await button(page, 'Read it back').click();
  await button(page, 'Yes, save it').click();
  await page.getByRole('status').filter({ hasText: told }).waitFor();
}

test('V3 a session of one group: what was counted is still there, typed up, and what is typed stays at its heading', async () => {
  const { session } = await openSession(server, ['They call me back'], { groups: ['families'] }, (c) => {
    c.groups = ['families', 'workers'].map((id) => ({ id, label: id, roomLabel: '' }));
  });
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const page = await laptopOf(server, browser);
  await page.goto(`${server.url}/console/s/${session.id}/wall`);
  await page.getByLabel('People at the wall').fill('3');
  await page.getByRole('heading', { name: /call me back/ }).click();
  for (const key of '55') await page.keyboard.press(key);
  await save(page, 'Saved: 2 post-its.');
  await page.getByText('One fewer than people.').waitFor();
  await page.keyboard.press('1');
  await save(page, 'Saved: 3 post-its.');
  await desk.until((v) => v.boards[0]?.placed === 3);
  await button(page, 'Type up the words').click();
  await button(page, /Strongly agree 0\/2/).click();
  await page.getByLabel('Words of a post-it under “Strongly agree”').fill('They came ev');
  await button(page, /Strongly disagree 0\/1/).click();
  const other = page.getByLabel('Words of a post-it under “Strongly disagree”');
  expect(await other.inputValue()).toBe('');
  await button(page, /Strongly agree 0\/2/).click();
  const field = page.getByLabel('Words of a post-it under “Strongly agree”');
  expect(await field.inputValue()).toBe('They came ev');
  await field.press('Enter');
  await button(page, /Strongly agree 1\/2/).waitFor();
  expect(await field.inputValue()).toBe('');
  await page.context().close();
  desk.close();
}, 120_000);

test('V1 V3 E1 whoever is counting stays at their statement when the room goes on; whoever is not goes with it', async () => {
  const { session } = await openSession(server, ['They call me back', 'They come', 'They listen']);
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const page = await laptopOf(server, browser);
  await page.goto(`${server.url}/console/s/${session.id}/wall`);
  await button(page, 'One more: Agree').click();
  await desk.do({ do: 'open', board: 2 });
  await page.getByText('Statement 2 is in front of the room now.').waitFor();
  await page.getByRole('heading', { name: /They call me back/ }).waitFor();
  await look(page, 'wall-room-went-on');
  await page.keyboard.press('4');
  await button(page, 'Undo').click();
  await page.keyboard.press('4');
  await save(page, 'Saved: 2 post-its.');
  await button(page, 'Go to it').click();
  await page.getByRole('heading', { name: /They come/ }).waitFor();
  await desk.do({ do: 'open', board: 3 });
  await page.getByRole('heading', { name: /They listen/ }).waitFor();
  await page.keyboard.press('1');
  await save(page, 'Saved: 1 post-it.');
  const wall = await server.get<Wall>(`/api/sessions/${session.id}/wall`);
  expect(wall.boards.map(({ columns }) => columns.map((c) => [c.answer, c.n]))).toEqual([
    [[4, 2]],
    [],
    [[1, 1]],
  ]);
  await page.context().close();
  desk.close();
  expectNothingFound();
}, 120_000);

test('V3 E1 ten groups, seven answers, a very long statement and words from right to left fit small screens', async () => {
  const text = `أتوقع من الأخصائي الاجتماعي أن يستمع إليّ ${'I expect my social worker to listen to me whenever I call, '.repeat(6)}`;
  const ids = Array.from({ length: 10 }, (_, i) => `g${i}`);
  const { session } = await openSession(server, [text.slice(0, 280)], { groups: ids }, (c) => {
    c.groups = ids.map((id, i) => ({
      id,
      label: `Parents and other family of group ${i} in the north of the country`,
      roomLabel: '',
    }));
    c.scale = {
      kind: 'own',
      labels: [
        'Absolutely not acceptable',
        '2',
        '3',
        'Neither the one nor the other',
        '5',
        '6',
        'Absolutely acceptable',
      ],
      declines: [],
    };
  });
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const page = await laptopOf(server, browser);
  await page.goto(`${server.url}/console/s/${session.id}/wall`);
  await button(page, /^One more: 7|Absolutely acceptable/)
    .first()
    .waitFor();
  // A digit in the list of groups counts, and does not choose one whose name begins with it.
  await page.getByLabel('Whose post-its').focus();
  for (const [width, height, seen] of [
    [1366, 768, 7],
    [1280, 720, 7],
    [768, 1024, 7],
    [390, 844, 4],
    [360, 640, 1],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const key of '78') await page.keyboard.press(key);
    await page.evaluate(() => window.scrollTo(0, 0));
    await look(page, `wall-ten-groups-${width}`);
    const more = await page
      .getByRole('button', { name: /^One more: / })
      .evaluateAll((all) => all.filter((b) => b.getBoundingClientRect().bottom <= innerHeight).length);
    expect([width, more >= seen]).toEqual([width, true]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  await button(page, 'Read it back').click();
  await look(page, 'wall-ten-groups-read-back');
  await button(page, 'Yes, save it').click();
  await page.getByRole('status').filter({ hasText: 'Saved: 5 post-its.' }).waitFor();
  await page.context().close();
  desk.close();
  expectNothingFound();
}, 120_000);

test('V3 E1 who is in two groups is counted apart, read back with everyone, and there again after a reload', async () => {
  const { session } = await openSession(
    server,
    ['They call me back'],
    { groups: ['families', 'workers'], twoGroups: true },
    (c) => {
      c.groups = [
        { id: 'families', label: 'Parents', roomLabel: '' },
        { id: 'workers', label: 'Social workers', roomLabel: '' },
      ];
    },
  );
  const desk = await connectConsole(server, session.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  const page = await laptopOf(server, browser);
  await page.goto(`${server.url}/console/s/${session.id}/wall`);
  await button(page, 'One more: Agree').click();
  await page.getByLabel('and in').selectOption('Social workers');
  await page.getByLabel('People at the wall: Parents + Social workers').fill('2');
  await button(page, 'One more: Strongly agree').click();
  await button(page, 'One more: Strongly agree').click();
  await look(page, 'wall-two-groups');
  await button(page, 'Read it back').click();
  await page.getByRole('heading', { name: 'Parents + Social workers' }).waitFor();
  await button(page, 'Yes, save it').click();
  await page.getByRole('status').filter({ hasText: 'Saved: 3 post-its.' }).waitFor();
  const wall = await server.get<Wall>(`/api/sessions/${session.id}/wall`);
  expect(wall.heads).toEqual([{ groups: ['families', 'workers'], n: 2 }]);
  const counts = wall.boards[0]?.columns.map(({ groups, n }): [string, number] => [groups.join('+'), n]);
  expect(Object.fromEntries(counts ?? [])).toEqual({ families: 1, 'families+workers': 2 });
  await page.reload();
  await button(page, 'Social workers').click();
  await page.getByLabel('and in').selectOption('Parents');
  await page.getByText('As many as people.').waitFor();
  await page.context().close();
  desk.close();
  expectNothingFound();
}, 120_000);
