/**
 * The limit that the product is measured against: `ws` and nothing else. Whoever connects gets a state
 * as long as the product's; what comes in goes back as it is; what begins with `!` goes to everyone.
 */
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

const state = 's'.repeat(Number(process.argv[2] ?? 1500));

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', backlog: 4096 });
server.on('connection', (socket) => {
  socket.on('message', (data: Buffer, isBinary) => {
    if (data[0] !== 0x21) return socket.send(data, { binary: isBinary });
    const text = data.toString();
    for (const other of server.clients) if (other.readyState === WebSocket.OPEN) other.send(text);
  });
  socket.send(state);
});
server.on('listening', () => process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`));
