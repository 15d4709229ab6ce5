/** A connection that goes on while nothing is left of the request that began it. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { forgetRequest } from '../../../server/live/forgetRequest.ts';
import { socketServer } from '../../../server/live/socketServer.ts';

test.each(['websocket', 'polling'])(
  'over %s nothing is left of address, headers and token of the first request, and it goes on',
  async (transport) => {
    const http = createServer();
    const server = new Server(http);
    const gone = Promise.withResolvers<undefined>();
    const kept = new Promise<string>((resolve) => {
      server.on('connection', (socket) => {
        forgetRequest(socket);
        const { conn, handshake } = socket;
        resolve(inspect([conn.request, conn.remoteAddress, handshake], { depth: 6 }));
        socket.conn.on('close', () => gone.resolve(undefined));
        socket.on('say', (ack: (text: string) => void) => ack('heard'));
      });
    });
    await new Promise<void>((resolve) => {
      http.listen(0, '127.0.0.1', resolve);
    });
    const phone = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
      transports: [transport],
      auth: { token: 'a-token-of-theirs' },
      extraHeaders: { 'X-Phone': 'an old one' },
    });
    const left = await kept;
    for (const trace of ['127.0.0.1', 'an old one', 'a-token-of-theirs']) expect(left).not.toContain(trace);
    expect(await phone.emitWithAck('say')).toBe('heard');
    phone.disconnect();
    await gone.promise;
    await server.close();
  },
);

test('the request itself is gone from memory while the connection that it began goes on', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const http = createServer();
  const server = socketServer(http, { sameSite: () => true } as never, Promise.resolve());
  let request: WeakRef<IncomingMessage> | undefined;
  http.prependListener('upgrade', (req) => void (request = new WeakRef(req)));
  server.on('connection', (socket) => {
    forgetRequest(socket);
    socket.on('say', (ack: (text: string) => void) => ack('heard'));
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const phone = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: ['websocket'] });
  expect(await phone.emitWithAck('say')).toBe('heard');
  expect(request).toBeDefined();
  // What a turn still holds is let go of in a later one.
  for (let turn = 0; turn < 50 && request?.deref() !== undefined; turn += 1) {
    expect(await phone.emitWithAck('say')).toBe('heard');
    collect();
  }
  expect(request?.deref() === undefined).toBe(true);
  expect(await phone.emitWithAck('say')).toBe('heard');
  phone.disconnect();
  await server.close();
});
