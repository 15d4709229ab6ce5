/**
 * The port, at every address by which this machine reaches itself. A browser that is told `localhost` asks ::1 first
 * and 127.0.0.1 then: a program that has the port at one of them alone would be shown in the place of the console, and
 * be handed the link that signs the laptop in.
 */
import { BACKLOG } from './backlog.ts';
import type { Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { listen } from './live/socketServer.ts';

export const LOOPBACKS = ['127.0.0.1', '::1'] as const;
export type Loopback = (typeof LOOPBACKS)[number];

/** At which of them a server is heard that listens at an address. */
const HEARD: Readonly<Record<string, readonly Loopback[]>> = {
  '0.0.0.0': ['127.0.0.1'],
  '::': LOOPBACKS,
  '127.0.0.1': ['127.0.0.1'],
  '::1': ['::1'],
};

/** Of a machine that has no such address: no browser can ask there. */
const NO_SUCH = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Whether nobody has a port at an address, or the machine has no such address. */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done(NO_SUCH.has(codeOf(error))));
    server.listen(port, host, () => server.close(() => done(true)));
  });
}

/** Another program has the port at one of this machine's own addresses, and nowhere else. */
export class TakenHere extends Error {
  readonly code = 'EADDRINUSE';
  readonly port: number;
  readonly address: Loopback;
  constructor(port: number, address: Loopback) {
    super(`port ${port} is taken at ${address}`);
    [this.port, this.address] = [port, address];
  }
}

/**
 * Listens at an address, and at this machine's own ones. Rejects where the port cannot be had at all of them; then it
 * listens nowhere.
 *
 * @param port 0 for one that the system chooses
 * @returns takes nobody in any more at this machine's own addresses; who is in stays until the server itself closes
 */
export async function takePort(
  http: HttpServer,
  port: number,
  host: string,
  free = isFree,
): Promise<() => void> {
  // Before it is ours: macOS and Windows give all addresses to one program where another has a single one of them.
  const had: boolean[] = [];
  for (const address of LOOPBACKS) had.push(port === 0 || (await free(port, address)));
  await listen(http, port, host);
  try {
    const taken = LOOPBACKS.find((_, i) => had[i] === false);
    if (taken !== undefined) throw new TakenHere(port, taken);
    return await listenHere(http, port === 0);
  } catch (error) {
    http.close();
    throw error;
  }
}

/**
 * What comes in at this machine's own addresses is the server's own, as if it had come to the one where it listens.
 *
 * @param http listens already
 * @param chosen the port was chosen by the system: where it is taken it is by somebody's connection, and passed over
 */
async function listenHere(http: HttpServer, chosen: boolean): Promise<() => void> {
  const { address: at, port } = http.address() as AddressInfo;
  const doors: (() => void)[] = [];
  const shut = (): void => {
    for (const close of doors) close();
  };
  for (const address of LOOPBACKS) {
    if (HEARD[at]?.includes(address) === true) continue;
    try {
      doors.push(await openDoor(http, port, address));
    } catch (error) {
      if (NO_SUCH.has(codeOf(error)) || (chosen && address === '::1')) continue;
      shut();
      throw codeOf(error) === 'EADDRINUSE' ? new TakenHere(port, address) : error;
    }
  }
  return shut;
}

function openDoor(http: HttpServer, port: number, host: Loopback): Promise<() => void> {
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    http.emit('connection', socket),
  );
  return new Promise((done, fail) => {
    door.once('error', fail);
    door.listen({ port, host, backlog: BACKLOG }, () => {
      door.off('error', fail);
      done(() => void door.close());
    });
  });
}
