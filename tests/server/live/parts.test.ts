/** What is sent beside what is asked for: a header that no other site can send, and arguments too many. */
import { expect, test } from '@jest/globals';
import { connectConsole, joinPhone, openSession, startServer } from '../../support/server.ts';

test('P3 P5 codes need the header that no other site can send, and an argument too many is refused', async () => {
  const server = await startServer();
  const { session } = await openSession(server);
  const [desk, phone] = [await connectConsole(server, session.id), await joinPhone(server, session.code)];
  const headers = { 'Content-Type': 'application/json' };
  for (const [path, body] of [
    ['/j/code', { code: 'BCDF2345GHJK' }],
    ['/j/takeout', { code: 'BCDF2345GHJK', what: 'all' }],
  ] as const) {
    const send = async (more: Record<string, string>): Promise<unknown> => {
      const init = { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) };
      return (await fetch(server.url + path, init)).json();
    };
    expect(await send({})).toEqual({ refusal: 'wrong-origin', where: 'X-Standpoint' });
    expect(await send({ 'X-Standpoint': '1' })).toMatchObject({ refusal: 'code-unknown' });
  }
  const asked = (socket: object, ...event: unknown[]): Promise<unknown> =>
    (socket as { emitWithAck: (...parts: unknown[]) => Promise<unknown> }).emitWithAck(...event);
  for (const [name, ...parts] of [
    ['hello', 1],
    ['join', { groups: [], quote: false }, 1],
    ['place', 1, 1, 4, 'words', 0, 'more'],
    ['code', {}, 1],
    ['quote', { quote: true }, 1],
    ['leave', 1],
  ])
    expect(await asked(phone.socket, name, ...parts)).toMatchObject({ refusal: 'bad-message', where: name });
  for (const [name, ...parts] of [
    ['hello', 1],
    ['do', { do: 'start' }, 1],
    ['addFor', {}, 1],
    ['attendance', {}, 1],
  ])
    expect(await asked(desk.socket, name, ...parts)).toMatchObject({ refusal: 'bad-message', where: name });
  expect((await phone.hello()).me).toMatchObject({ joined: true, mine: [] });
  phone.close();
  desk.close();
  await server.stop();
});
