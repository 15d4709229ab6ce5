/**
 * One room, all ways of taking part at once, in real browsers: own phones, a shared tablet, paper slips and
 * the real wall. What everybody said is written down here, counted by itself, and held against every screen
 * and file.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { AnalysisPage } from '../../core/api.ts';
import { isRefusal } from '../../core/refusal.ts';
import { labelsOf, DEFAULT_SCALE } from '../../core/scale.ts';
import { launchBrowser } from '../support/browser.ts';
import { figureIn } from '../support/figures.ts';
import { button, laptopOf } from '../support/laptop.ts';
import { expectNothingFound, look } from '../support/look.ts';
import { openPhone, sayYes } from '../support/phonePage.ts';
import { lanAddress } from '../support/program.ts';
import {
  connectConsole,
  connectProjector,
  openSession,
  startServer,
  type TestServer,
} from '../support/server.ts';
import { lockIt, tabletIn, turn } from '../support/tabletPage.ts';

const STATEMENTS = ['They call me back', 'They come when they said'];
const WORDS = labelsOf(DEFAULT_SCALE);
/** Codes of the answers to both statements, person by person. */
const PHONES: [number, number][] = [
  [5, 4],
  [4, 4],
  [2, 1],
  [3, 5],
  [5, 5],
];
const TABLET: [number, number][] = [
  [1, 2],
  [5, 4],
  [4, 3],
  [4, 4],
  [2, 2],
];
const SLIPS: [number, number][] = [
  [5, 5],
  [3, 1],
  [4, 2],
  [1, 1],
  [5, 3],
  [4, 4],
];
/** Post-its under each heading of the wall, most disagreeing first. */
const WALL = [
  [1, 0, 2, 3, 2],
  [0, 3, 1, 2, 2],
] as const;

/** Counted from what is written above, and by nothing of the program. */
const EXPECTED = [0, 1].map((statement) => {
  const counts: number[] = [...(WALL[statement] ?? [])];
  for (const person of [...PHONES, ...TABLET, ...SLIPS]) {
    const code = person[statement] ?? 0;
    counts[code - 1] = (counts[code - 1] ?? 0) + 1;
  }
  return counts;
});
const HEADS = 9;
const PEOPLE = PHONES.length + TABLET.length + SLIPS.length + HEADS;

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

const keys = async (page: Page, ...pressed: string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};

async function onPhones(code: string, desk: Awaited<ReturnType<typeof connectConsole>>): Promise<void> {
  for (const [who, [first, second]] of PHONES.entries()) {
    const at = `http://${lanAddress()}:${server.app.port}/j/${code}`;
    const phone = await openPhone(browser, at, { width: 360, height: 640 });
    await phone.heading('What this is about');
    await sayYes(phone, null);
    for (const [i, answer] of [first, second].entries()) {
      await phone.page
        .getByText(STATEMENTS[i] ?? '')
        .first()
        .click();
      await phone.place(WORDS[answer - 1] ?? '', '');
      await phone.says('Saved');
      await phone.page.getByRole('button', { name: 'All statements' }).first().tap();
    }
    // A phone that is switched off before its post-it is in takes it along.
    await desk.until((v) => v.boards.every((b) => b.placed === who + 1));
    await phone.context.close();
  }
}

async function onTheTablet(): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 768, height: 1024 } });
  const tablet = await tabletIn(context, server);
  await lockIt(tablet, 'every');
  for (const person of TABLET)
    await turn(
      tablet,
      person.map((code): [string] => [WORDS[code - 1] ?? '']),
    );
  await context.close();
}

async function atTheWall(page: Page, session: string): Promise<void> {
  await page.goto(`${server.url}/console/s/${session}/wall`);
  for (const [i, counts] of WALL.entries()) {
    await page.getByRole('heading', { name: new RegExp(STATEMENTS[i] ?? '') }).waitFor();
    if (i === 0) await page.getByLabel('People at the wall').fill(String(HEADS));
    await page.getByRole('heading', { name: 'Count the wall' }).click();
    for (const [at, n] of counts.entries()) for (let k = 0; k < n; k += 1) await keys(page, `Digit${at + 1}`);
    await button(page, 'Read it back').click();
    await button(page, 'Yes, save it').click();
    await page.getByRole('status').filter({ hasText: 'Saved: 8 post-its.' }).waitFor();
    if (i === 0) await button(page, 'Next statement').click();
  }
}

async function withSlips(page: Page, session: string): Promise<void> {
  await page.goto(`${server.url}/console/s/${session}/slips`);
  await page.getByLabel('Number on the slip').waitFor();
  for (const [i, answers] of SLIPS.entries()) {
    await page.keyboard.type(String(i + 1));
    await keys(page, 'Enter');
    for (const answer of answers) await keys(page, `Digit${answer}`, 'Enter');
    await keys(page, 'Enter');
    await page
      .getByRole('status')
      .filter({ hasText: `Slip ${i + 1} is saved.` })
      .first()
      .waitFor();
  }
}

test('V3 K1 SL1 F1 E1 a room in which every way is mixed: screens, figures, files and methods say what an independent count says', async () => {
  const { session, document } = await openSession(server, STATEMENTS, { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  const screen = await connectProjector(server, session.id);
  await desk.do({ do: 'next' });
  await onPhones(session.code, desk);
  await onTheTablet();
  const page = await laptopOf(server, browser);
  await atTheWall(page, session.id);
  await withSlips(page, session.id);
  const view = await desk.until((v) => v.boards.every((b) => b.placed === PEOPLE - 1));
  // Of the nine at the wall one has put nothing up.
  expect(view.joined).toBe(PEOPLE);
  const who = { group: null, gender: '', ageBand: '', n: PEOPLE - 1 };
  await desk.socket.emitWithAck('attendance', { attendance: [who], others: [] });
  await page.goto(`${server.url}/console/s/${session.id}`);
  await page.getByText('1 more than you counted here').waitFor();
  await look(page, 'console-mixed');
  await desk.do({ do: 'next' });
  for (const [i, counts] of EXPECTED.entries()) {
    expect(await desk.do({ do: 'reveal', board: i + 1 })).toEqual({ ok: true });
    const shown = await screen.until((v) => v.board?.n === i + 1 && v.board.result !== null);
    expect(shown.board?.result?.whole).toMatchObject({ counts, n: PEOPLE - 1, notAnswered: 1 });
  }
  await desk.do({ do: 'end' });
  const sealed = await server.send('POST', `/api/sessions/${session.id}/seal`);
  if (isRefusal(sealed)) throw new Error(sealed.refusal);
  const api = `/api/consultations/${document.consultation.id}`;
  const analysis = await server.get<AnalysisPage>(`${api}/analysis`);
  for (const [i, counts] of EXPECTED.entries()) expect(figureIn(analysis, i)).toMatchObject({ counts });
  const model = JSON.stringify(await server.send('POST', `${api}/report/model`, { audience: 'team' }));
  for (const told of [
    'Own phone: 5 people',
    'shared tablet: 5 people',
    'entered by the facilitator: 14 people',
  ])
    expect(model).toContain(told);
  await page.context().close();
  desk.close();
  screen.close();
  expectNothingFound();
}, 180_000);
