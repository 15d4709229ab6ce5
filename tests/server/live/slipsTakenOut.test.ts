/** A paper slip that is taken out while the disk refuses this or that. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AnalysisPage } from '../../../core/api.ts';
import { newId } from '../../../server/random.ts';
import type { LiveStore, Store } from '../../../server/store/store.ts';
import { figureIn } from '../../support/figures.ts';
import { connectConsole, startServer, type TestServer } from '../../support/server.ts';
import { liveFile, paperSession, slip } from '../../support/slips.ts';

/** Writes that are let through first, and how many of the next fail. */
const disk = { good: Infinity, bad: 0 };

function failing<F extends (...sent: never[]) => Promise<unknown>>(write: F): F {
  return (async (...sent) => {
    disk.good -= 1;
    if (disk.good >= 0) return write(...sent);
    disk.bad -= 1;
    if (disk.bad < 0) return write(...sent);
    throw Object.assign(new Error('a full disk'), { code: 'SQLITE_FULL' });
  }) as F;
}

function breakingLive(live: LiveStore): LiveStore {
  live.saveRoom = failing(live.saveRoom.bind(live));
  live.takeOut = failing(live.takeOut.bind(live));
  live.forgetPerson = failing(live.forgetPerson.bind(live));
  return live;
}

function breaking(store: Store): Store {
  const begin = store.beginLive.bind(store);
  store.beginLive = async (...sent) => breakingLive(await begin(...sent));
  return store;
}

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ wrap: breaking });
});
afterEach(async () => {
  Object.assign(disk, { good: Infinity, bad: 0 });
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** Three slips that are in, of which the first left the second statement blank. */
async function three() {
  const paper = await paperSession(server);
  for (const [i, answers] of [[4, null] as const, [5, null] as const, [null, 5] as const].entries())
    expect(await paper.slips.enter(i + 1, slip(answers))).toEqual({ ok: true });
  expect(await paper.slips.check(1, slip([4, null]))).toEqual({ ok: true });
  return paper;
}

type Paper = Awaited<ReturnType<typeof three>>;

const entered = ({ session }: Paper): number[] => JSON.parse(liveFile(server, session.id).room).slips.entered;

/** The figures once everything is over: counts and who did not answer, of each statement. */
async function figures({ session, document, desk }: Paper) {
  // What was out already and could only not be ticked off is ticked off at the end.
  Object.assign(disk, { good: Infinity, bad: 0 });
  await desk.do({ do: 'end' });
  desk.close();
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const page = await server.get<AnalysisPage>(`/api/consultations/${document.consultation.id}/analysis`);
  return page.statements.map((_, i) => {
    const { counts, notAnswered } = figureIn(page, i, 1);
    return [counts, notAnswered];
  });
}

const WITHOUT = [
  [[0, 0, 0, 0, 1], 1],
  [[0, 0, 0, 0, 1], 1],
];
const WITH = [
  [[0, 0, 0, 1, 1], 1],
  [[0, 0, 0, 0, 1], 2],
];

/** Which write fails first, and how many do. */
const STEPS = [0, 1, 2, 3, 4].flatMap((good) => [1, 2, 3].map((bad): [number, number] => [good, bad]));

test.each(STEPS)(
  'SL4 after %i writes of taking it out %i fail: pressing again finishes it, and it is counted out once',
  async (good, bad) => {
    const paper = await three();
    Object.assign(disk, { good, bad });
    let done = await paper.slips.takeOut(1);
    for (let again = 0; again < bad && JSON.stringify(done) !== '{"ok":true}'; again += 1) {
      expect(done).toEqual({ refusal: 'not-saved' });
      done = await paper.slips.takeOut(1);
    }
    expect(done).toEqual({ ok: true });
    expect(await paper.slips.takeOut(1)).toEqual({ refusal: 'slip-unknown', where: 'number' });
    expect(entered(paper)).toEqual([2, 3]);
    expect(await figures(paper)).toEqual(WITHOUT);
  },
);

test.each(STEPS)(
  'SL4 L7 after %i writes of taking it out %i fail and the program ends: it is in as it was, or out as a whole',
  async (good, bad) => {
    const paper = await three();
    Object.assign(disk, { good, bad });
    const done = await paper.slips.takeOut(1);
    Object.assign(disk, { good: Infinity, bad: 0 });
    paper.desk.close();
    await server.restart();
    const isOut = !entered(paper).includes(1);
    if ('ok' in done) expect(isOut).toBe(true);
    const desk = await connectConsole(server, paper.session.id);
    expect(await figures({ ...paper, desk })).toEqual(isOut ? WITHOUT : WITH);
  },
);

test('SL4 SL5 a slip that could not be taken out is called up, corrected and checked as before', async () => {
  const paper = await three();
  // The answers cannot be taken out, nor can it be written down that they stay.
  Object.assign(disk, { good: 1, bad: 2 });
  expect(await paper.slips.takeOut(1)).toEqual({ refusal: 'not-saved' });
  expect(entered(paper)).toEqual([2, 3]);
  expect(await paper.slips.enter(1, slip([1, 1]))).toEqual({ refusal: 'slip-entered', where: 'number' });
  expect(entered(paper)).toEqual([1, 2, 3]);
  expect(await paper.slips.read(1)).toEqual({ slip: slip([4, null]) });
  const view = await paper.desk.until(({ slips }) => slips.entered.length === 3 && slips.checked.length > 0);
  expect(view.slips.checked).toEqual([1]);
  expect(await paper.slips.change(1, slip([5, null]))).toEqual({ ok: true });
  paper.desk.close();
  await server.restart();
  expect(entered(paper)).toEqual([1, 2, 3]);
});

test('SL4 SL8 whoever left by the card of their slip is counted out once, and taking it out frees its number', async () => {
  const paper = await paperSession(server);
  const path = `/api/sessions/${paper.session.id}/cards`;
  const { codes } = await server.send<{ codes: string[] }>('POST', path, { cards: 1 });
  const [card = ''] = codes;
  expect(await paper.slips.enter(1, slip([4, null]), newId(), card)).toEqual({ ok: true });
  for (const n of [2, 3])
    expect(await paper.slips.enter(n, slip(n === 2 ? [5, null] : [null, 5]))).toMatchObject({ ok: true });
  expect(await server.send('POST', '/j/takeout', { code: card, what: 'all' })).toEqual({ ok: true });
  expect(await paper.slips.read(1)).toEqual({ refusal: 'left', where: 'number' });
  Object.assign(disk, { good: 0, bad: 1 });
  expect(await paper.slips.takeOut(1)).toEqual({ refusal: 'not-saved' });
  expect(await paper.slips.takeOut(1)).toEqual({ ok: true });
  expect(entered(paper)).toEqual([2, 3]);
  expect(await figures(paper)).toEqual(WITHOUT);
});
