/** How sockets are opened: with room for a hall that joins at once, and without compressing anything. */
import { once } from 'node:events';
import { Server } from 'node:net';
import { expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { takePort } from '../../../server/loopback.ts';
import { createServer } from 'node:http';
import { startServer } from '../../support/server.ts';

test('S7 every door lets a hall wait to be taken, the one for devices of staff among them', async () => {
  const listening = jest.spyOn(Server.prototype, 'listen');
  const server = await startServer();
  try {
    // A door of this machine alone is opened where the other is not one.
    const bare = createServer();
    const close = await takePort(bare, 0, '127.0.0.2');
    close();
    bare.close();
    const doors = listening.mock.calls.map(([options]) => options as { backlog?: number; path?: string });
    const own = doors.filter((options) => typeof options === 'object');
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(own.map(({ backlog }) => backlog)).toEqual(own.map(() => 4096));
  } finally {
    listening.mockRestore();
    await server.stop();
  }
});

test('S1 nothing is compressed, also for a phone that offers it', async () => {
  const server = await startServer();
  const phone = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: true,
  });
  await once(phone, 'open');
  expect(phone.extensions).toBe('');
  phone.terminate();
  await server.stop();
});
