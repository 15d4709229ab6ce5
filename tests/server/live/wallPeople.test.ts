/** How many people a counted wall stands for, whenever heads are written down, and a save that is sent again. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AnalysisPage } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { Wall, WallColumn } from '../../../core/wall.ts';
import { figureIn } from '../../support/figures.ts';
import {
  connectConsole,
  connectProjector,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import { slip, slipsOf } from '../../support/slips.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

/** The same words have the same id, as where they are sent again. */
const idOf = (text: string): string => text.slice(0, 40).replace(/[^a-z0-9-]/g, '-');

const column = (answer: WallColumn['answer'], n: number, texts: string[] = []): WallColumn => ({
  groups: [],
  answer,
  n,
  comments: texts.map((text) => ({ id: idOf(text), text, audience: 'room', quote: false })),
});
const heads = (n: number): Wall['heads'] => [{ groups: [], n }];
const wallPath = ({ id }: Session) => `/api/sessions/${id}/wall`;

async function count(session: Session, board: number, columns: WallColumn[], people: Wall['heads'] = []) {
  const { version } = await server.get<Wall>(wallPath(session));
  const body = { version, heads: people, columns };
  return server.send<Wall | Refusal>('PUT', `${wallPath(session)}/${board}`, body);
}

test('V3 F4 post-its that are counted before the heads are the same people, on every statement, also after the end', async () => {
  const { session, document } = await openSession(server, ['One', 'Two', 'Three'], { style: 'walk-around' });
  const desk = await connectConsole(server, session.id);
  const phone = await joinPhone(server, session.code);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'end' });
  await desk.do({ do: 'hold', on: true });
  await count(session, 1, [column(5, 100)]);
  await count(session, 1, [column(5, 10)]);
  await count(session, 1, [column(5, 10)], heads(12));
  // More post-its than heads, and then a head that was not counted.
  await count(session, 2, [column(2, 14)], heads(12));
  await count(session, 2, [column(2, 14)], heads(14));
  const entry = { do: 'enter', number: 1, id: 'abcdefghijklmnop', slip: slip([]) };
  expect(await server.send('POST', `/api/sessions/${session.id}/slips`, entry)).toEqual({ ok: true });
  await desk.do({ do: 'hold', on: false });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const page = await server.get<AnalysisPage>(`/api/consultations/${document.consultation.id}/analysis`);
  expect(page.statements.map((s) => s.eligible.map(([, , , n]) => n))).toEqual([[16], [16], [16]]);
  phone.close();
  desk.close();
});

test('V3 F4 where nobody counted heads, statements that closed before and after the count were put to as many people', async () => {
  const { session, document } = await openSession(server, ['One', 'Two', 'Three', 'Four']);
  const desk = await connectConsole(server, session.id);
  const phone = await joinPhone(server, session.code);
  const open = async (board: number) => desk.do({ do: 'open', board });
  await desk.do({ do: 'next' });
  await open(1);
  await open(2);
  await count(session, 2, [column(5, 10)]);
  await open(3);
  await count(session, 3, [column(5, 6)]);
  await open(4);
  // The fullest board becomes another, and then a post-it is found to have been counted twice.
  await count(session, 3, [column(5, 12)]);
  await count(session, 3, [column(5, 11)]);
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const page = await server.get<AnalysisPage>(`/api/consultations/${document.consultation.id}/analysis`);
  expect(page.statements.map((s) => s.eligible.map(([, , , n]) => n))).toEqual([[12], [12], [12], [12]]);
  expect([0, 1, 2, 3].map((i) => figureIn(page, i).notAnswered)).toEqual([12, 2, 1, 12]);
  phone.close();
  desk.close();
});

test('V1 a save whose answer was lost can be sent again as it was; one that says something else cannot', async () => {
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  for (const _ of [1, 2]) await desk.do({ do: 'next' });
  const { version } = await server.get<Wall>(wallPath(session));
  const put = (columns: WallColumn[]) =>
    server.send<Wall | Refusal>('PUT', `${wallPath(session)}/1`, { version, heads: heads(3), columns });
  const saved = await put([column(4, 3, ['once'])]);
  expect(await put([column(4, 3, ['once'])])).toEqual(saved);
  expect(await put([column(4, 3, ['once', 'once'])])).toEqual({ refusal: 'changed-elsewhere' });
  expect(await put([column(4, 2, ['a', 'b', 'c'])])).toEqual({ refusal: 'changed-elsewhere' });
  expect(await server.get<Wall>(wallPath(session))).toEqual(saved);
  desk.close();
});

test('V3 heads that were mistyped are nobody on the screens once they are put right', async () => {
  const { session } = await openSession(server, ['One']);
  const desk = await connectConsole(server, session.id);
  const screen = await connectProjector(server, session.id);
  for (const _ of [1, 2]) await desk.do({ do: 'next' });
  await count(session, 1, [], heads(120));
  await screen.until((v) => v.joined === 120);
  await count(session, 1, [], heads(12));
  await screen.until((v) => v.joined === 12);
  screen.close();
  desk.close();
});

test('V3 SL1 whoever is known by a slip is not taken for one at the wall, where nobody counted heads', async () => {
  const { session, document } = await openSession(server, ['One', 'Two']);
  const desk = await connectConsole(server, session.id);
  for (const _ of [1, 2]) await desk.do({ do: 'next' });
  await count(session, 1, [column(5, 10)]);
  const slips = slipsOf(server, session.id);
  for (const number of [1, 2, 3]) expect(await slips.enter(number, slip([]))).toEqual({ ok: true });
  await desk.until((v) => v.joined === 13);
  const screen = await connectProjector(server, session.id);
  await screen.until((v) => v.joined === 13);
  screen.close();
  await server.restart();
  const again = await connectConsole(server, session.id);
  await count(session, 1, [column(5, 9)]);
  await again.until((v) => v.joined === 12);
  await again.do({ do: 'close', board: 1 });
  await again.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const page = await server.get<AnalysisPage>(`/api/consultations/${document.consultation.id}/analysis`);
  expect(page.statements[0]?.eligible.map(([, , , n]) => n)).toEqual([12]);
  expect(figureIn(page, 0).notAnswered).toBe(3);
  again.close();
  desk.close();
});
