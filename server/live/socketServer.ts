/** The server of sockets, and the port that it shares with the pages. */
import { BACKLOG } from '../backlog.ts';
import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { ServerResponse, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server, type Socket } from 'socket.io';
import { LIMITS } from '../../core/limits.ts';
import { NAMESPACES } from '../../core/protocol.ts';
import type { Guard } from '../http/guard.ts';

/** @param ready nobody is let in before it */
export function socketServer(http: HttpServer, guard: Guard, ready: Promise<void>): Server {
  http.on('upgrade', writeTogether);
  const io = new Server(http, {
    // `cors` does not stop a WebSocket from another site; this does.
    allowRequest: (req, done) => void ready.then(() => done(null, guard.sameSite(req))),
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: LIMITS.frameBytes,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    connectTimeout: 10_000,
    pingInterval: 10_000,
    pingTimeout: 15_000,
  });
  io.engine.use(letGoOfRequest);
  noHeadersOfOurs(io);
  // Node makes many of these at once, where Engine.IO asks for random bytes for each.
  io.engine.generateId = () => randomUUID();
  // The first of each namespace, before anybody there is asked who they are.
  for (const name of Object.values(NAMESPACES)) io.of(name).use(refuseWhoAsksAgain);
  return io;
}

/**
 * The answer to an upgrade and Engine.IO's first packet are written in the same moment: together they cost one call
 * of the system instead of two, which counts when a hall joins at once.
 */
function writeTogether(_request: IncomingMessage, socket: Duplex): void {
  socket.cork();
  setImmediate(() => socket.uncork());
}

/**
 * Engine.IO asks at each upgrade whether anybody has headers to add, and takes a key out of the request for it,
 * which makes that slow for whoever reads it next. Nobody here has any.
 */
function noHeadersOfOurs({ engine }: Server): void {
  (engine as unknown as { ws: EventEmitter }).ws.removeAllListeners('headers');
}

/**
 * What Engine.IO makes of an upgrade for others to write headers to lives as long as the connection, and with it
 * the request: what a phone's browser said of itself, and its address. Nobody else reads it after this.
 */
function letGoOfRequest(request: IncomingMessage, response: object, next: () => void): void {
  if (!(response instanceof ServerResponse) && 'req' in response && response.req === request)
    Object.assign(response, { req: null });
  next();
}

/**
 * A phone lets go of the request that it began with (`forgetRequest`), by which anybody is let in; our screens open a
 * connection for each time they ask. Whoever asks once more over a phone's is no screen of ours.
 */
function refuseWhoAsksAgain(socket: Pick<Socket, 'conn'>, next: () => void): void {
  const { request } = socket.conn as { request: IncomingMessage | null };
  if (request === null) socket.conn.close();
  else next();
}

/** Rejects when the port cannot be had. */
export function listen(http: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen({ port, host, backlog: BACKLOG }, () => {
      http.off('error', reject);
      resolve();
    });
  });
}
