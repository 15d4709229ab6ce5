/** A session that could not be taken up at the start, as its phones meet it. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openLine, type Line } from '../../../client/shared/connection.ts';
import { makeRooms } from '../../../server/use/rooms.ts';
import { connectPhone, joinPhone, openSession, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let line: Line | undefined;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  line?.close();
  await server.stop();
});

/** A room with somebody in it, and its key file: damaged while the server was down. */
async function lostRoom() {
  const { session } = await openSession(server, ['One']);
  const phone = await joinPhone(server, session.code);
  phone.close();
  await server.app.close();
  const path = join(server.folder, 'keys', `${session.id}.db`);
  copyFileSync(path, `${path}.kept`);
  writeFileSync(path, 'no longer a database '.repeat(500));
  await server.restart(false);
  expect(server.app.notTakenUp).toHaveLength(1);
  return { session, token: phone.token, path };
}

test('L7 O3 phones of a session that could not be taken up are not told that it is over, and are back by themselves once its file is', async () => {
  const { session, token, path } = await lostRoom();
  const said: string[] = [];
  let asked = 0;
  let told: () => void = () => undefined;
  const next = (): Promise<void> => new Promise((done) => (told = done));
  const hear = (what: string) => () => {
    said.push(what);
    told();
  };
  line = openLine(server.url, {
    auth: () => {
      asked += 1;
      if (asked === 3) told();
      return { code: session.code, token };
    },
    hello: ({ me }) => hear(`hello ${me.joined}`)(),
    view: () => undefined,
    gone: hear('gone'),
    left: hear('left'),
    elsewhere: hear('elsewhere'),
    refused: ({ refusal }) => hear(refusal)(),
    alive: () => undefined,
  });
  // Twice it was answered and went on asking.
  await next();
  expect(said).toEqual([]);
  await expect(connectPhone(server, 'BCD234')).rejects.toMatchObject({ refusal: 'no-such-code' });
  await server.app.close();
  await rename(`${path}.kept`, path);
  const back = next();
  await server.restart(false);
  await back;
  expect(said).toEqual(['hello true']);
}, 30_000);

test('L7 once such a session is removed it is over for its phones too', async () => {
  const { session } = await openSession(server, ['One']);
  const nothing = (): void => undefined;
  const rooms = makeRooms(nothing, nothing);
  rooms.lost(session);
  expect(rooms.lostCodes()).toEqual([session.code]);
  rooms.remove(session.id);
  expect(rooms.lostCodes()).toEqual([]);
});
