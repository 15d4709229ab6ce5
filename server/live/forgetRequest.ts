/** What a phone's browser said of itself when it connected is not kept, in memory neither. */
import type { Socket } from 'socket.io';

/** Lets go of the first request of a connection, with its address and headers, and of what was read from it. */
export function forgetRequest(socket: Pick<Socket, 'conn' | 'handshake'>): void {
  Object.assign(socket.conn, { request: null, remoteAddress: '' });
  Object.assign(socket.handshake, {
    headers: {},
    address: '',
    url: '',
    query: {},
    auth: {},
    time: '',
    issued: 0,
  });
}
