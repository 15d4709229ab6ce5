/** The whole state comes with being let in, to a phone that asks for it with its handshake. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openLine, type LineHandlers } from '../../../client/shared/connection.ts';
import { openWire, type WireKind } from '../../../client/shared/wire.ts';
import { RATES } from '../../../core/limits.ts';
import type { Hello } from '../../../core/protocol.ts';
import { newToken } from '../../../server/random.ts';
import { connectPhone, joinPhone, openSession, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** What the server says first, without being asked for anything; null: that it was let in and asked then. */
function firstSaid(kind: WireKind, auth: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (said: unknown): void => {
      wire.close();
      resolve(said);
    };
    const wire = openWire(server.url, kind, auth, {
      open: () => {
        if (!('hello' in auth)) wire.ask('hello', [], 5000, () => done(null));
      },
      event: (name, args) => done([name, ...args]),
      refused: reject,
      closed: () => reject(new Error('closed')),
    });
  });
}

test.each(['websocket', 'polling'] as const)(
  'P4 the state comes by itself over %s, as hello has it',
  async (kind) => {
    const { session } = await openSession(server);
    const me = await joinPhone(server, session.code);
    const answer = await me.hello();
    expect(answer.me.joined).toBe(true);
    const auth = { code: session.code, token: me.token };
    expect(await firstSaid(kind, { ...auth, hello: true })).toEqual(['state', answer]);
    // Nobody who has not asked is sent anything before the answer to what they asked.
    expect(await firstSaid(kind, auth)).toBeNull();
    await expect(firstSaid(kind, { ...auth, hello: false })).rejects.toEqual(
      expect.objectContaining({ refusal: 'bad-message' }),
    );
    me.close();
  },
);

test('P4 it counts among what one person may ask', async () => {
  const { session } = await openSession(server);
  const me = await joinPhone(server, session.code);
  // Nothing is given back while the clock stands.
  const stands = performance.now();
  const clock = jest.spyOn(performance, 'now').mockReturnValue(stands);
  try {
    const hellos = Array.from({ length: RATES.eventsBurst + 1 }, () => me.socket.emitWithAck('hello'));
    await Promise.all(hellos);
    const auth = { code: session.code, token: me.token, hello: true };
    expect(await firstSaid('websocket', auth)).toEqual(['state', { refusal: 'too-fast' }]);
  } finally {
    clock.mockRestore();
  }
  me.close();
});

test('S2 a phone has its own answers again by being let in', async () => {
  const { session } = await openSession(server);
  const me = await joinPhone(server, session.code);
  const token = me.token;
  const here = await new Promise<Hello>((resolve, reject) => {
    const handlers: Partial<LineHandlers> = {
      auth: () => ({ code: session.code, token }),
      hello: (hello) => {
        line.close();
        resolve(hello);
      },
      refused: reject,
      alive: () => undefined,
    };
    const line = openLine(server.url, handlers as LineHandlers);
  });
  expect(here.me.joined).toBe(true);
  // Somebody made up is let in and is nobody yet.
  const other = await connectPhone(server, session.code, newToken());
  expect((await other.hello()).me.joined).toBe(false);
  for (const phone of [me, other]) phone.close();
});
