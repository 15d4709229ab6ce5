import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import { newToken } from '../../../server/random.ts';
import {
  connectConsole,
  connectProjector,
  connected,
  joinPhone,
  openSession,
  startServer,
  type TestServer,
} from '../../support/server.ts';
import type { AnalysisPage } from '../../../core/api.ts';
import { figureIn } from '../../support/figures.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

async function everything(): Promise<Buffer> {
  const entries = await readdir(server.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  return Buffer.concat(await Promise.all(files.map((f) => readFile(f))));
}

test('H2 nothing that is stored, live or sealed, holds a token, an address or a device', async () => {
  const { session } = await openSession(server);
  const desk = await connectConsole(server, session.id);
  const token = newToken();
  const socket = io(server.url, {
    auth: { code: session.code, token },
    transports: ['websocket'],
    extraHeaders: { 'User-Agent': 'SENTINEL-DEVICE', 'Accept-Language': 'SENTINEL-LANGUAGE' },
    forceNew: true,
  });
  await connected(socket);
  await socket.emitWithAck('join', { groups: [], quote: true });
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  expect(await socket.emitWithAck('place', 1, 1, 4, 'SENTINEL-COMMENT', 0)).toBe(1);
  const secrets = [token, 'SENTINEL-DEVICE', 'SENTINEL-LANGUAGE', '127.0.0.1', '::1'];
  const live = await everything();
  // The search itself is shown to find something.
  expect(live.includes('SENTINEL-COMMENT')).toBe(true);
  expect(secrets.filter((s) => live.includes(s))).toEqual([]);
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const sealed = await everything();
  expect(sealed.includes('SENTINEL-COMMENT')).toBe(true);
  expect([...secrets, session.code].filter((s) => sealed.includes(s))).toEqual([]);
  socket.disconnect();
  desk.close();
});

test('L1 F1 two rounds: the second stands beside the first on the projector, and both in the results', async () => {
  const { session, document } = await openSession(server, ['One'], {}, (doc) => {
    doc.rounds = 2;
  });
  const desk = await connectConsole(server, session.id);
  const wall = await connectProjector(server, session.id);
  const phones = await Promise.all(Array.from({ length: 5 }, () => joinPhone(server, session.code)));
  for (const [board, answer] of [
    [1, 2],
    [2, 5],
  ] as const) {
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    for (const phone of phones) expect(await phone.place(board, 1, answer)).toBe(1);
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
    await desk.do({ do: 'next' });
  }
  const shown = await wall.until((v) => v.board?.round === 2 && v.board.result !== null);
  expect(shown.board?.before?.whole.counts).toEqual([0, 5, 0, 0, 0]);
  expect(shown.board?.result?.whole.counts).toEqual([0, 0, 0, 0, 5]);
  const phone = await phones[0]?.until((v) => v.boards.some((b) => b.n === 2 && b.result !== null));
  expect(phone?.boards.find((b) => b.n === 2)).toMatchObject({ number: 1, round: 2 });
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const page = await server.get<AnalysisPage>(`/api/consultations/${document.consultation.id}/analysis`);
  expect(page.statements[0]?.rounds.map((round) => figureIn(page, 0, round).counts)).toEqual([
    [0, 5, 0, 0, 0],
    [0, 0, 0, 0, 5],
  ]);
  for (const socket of [...phones, desk, wall]) socket.close();
});
