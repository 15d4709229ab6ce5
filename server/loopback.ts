/**
 * This machine's own way in where the server was told to listen at one address: the console answers here only,
 * and rehearsals come this way.
 */
import { BACKLOG } from './backlog.ts';
import type { Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';

/** Addresses at which the server hears whoever asks 127.0.0.1 as well. */
const HEARD = new Set(['0.0.0.0', '::', '127.0.0.1']);

/**
 * Rejects when the port is taken there. What comes in is the server's own, as if it had come to its address.
 *
 * @param http listens already
 * @returns takes nobody in any more; who is in stays until the server itself closes
 */
export async function listenHere(http: HttpServer): Promise<() => void> {
  const { address, port } = http.address() as AddressInfo;
  if (HEARD.has(address)) return () => undefined;
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    http.emit('connection', socket),
  );
  await new Promise<void>((done, fail) => {
    door.once('error', fail);
    door.listen({ port, host: '127.0.0.1', backlog: BACKLOG }, () => {
      door.off('error', fail);
      done();
    });
  });
  return () => void door.close();
}
