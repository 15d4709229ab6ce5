/** What is sent beside what is asked for: a header that no other site can send. */
import { expect, test } from '@jest/globals';
import { connectConsole, joinPhone, openSession, startServer } from '../../support/server.ts';

test('P3 codes typed on a phone need the header that no other site can send', async () => {
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
  expect((await phone.hello()).me).toMatchObject({ joined: true, mine: [] });
  phone.close();
  desk.close();
  await server.stop();
});
