/** A connection that goes on while nothing is left of the request that began it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { forgetRequest } from '../../../server/live/forgetRequest.ts';

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
