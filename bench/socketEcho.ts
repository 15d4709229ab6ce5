/** Socket.IO set up as the product's and nothing behind it: what the product would do without a store. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const state = 's'.repeat(Number(process.argv[2] ?? 1500));

const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  perMessageDeflate: false,
  serveClient: false,
  pingInterval: 10_000,
  pingTimeout: 15_000,
});
io.on('connection', (socket) => {
  socket.emit('state', state);
  socket.on('join', (_join: unknown, ack: (ok: true) => void) => ack(true));
  socket.on('place', (...args: unknown[]) => {
    const ack = args.pop() as (revision: unknown) => void;
    ack(args[1]);
  });
});
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  process.stdout.write(`port ${(http.address() as AddressInfo).port}\n`);
});
