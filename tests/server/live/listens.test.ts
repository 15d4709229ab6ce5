/** Which events the server listens to, asked of the server itself. */
import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { EVENT_ACCESS } from '../../../core/access.ts';
import { EVENTS } from '../../../core/protocol.ts';
import { servePhones } from '../../../server/live/phone.ts';
import { serveConsoles, serveProjectors } from '../../../server/live/staff.ts';
import { serveTablets } from '../../../server/live/tablet.ts';

/** Stands for a namespace: connects one socket and keeps the names of what is listened to on it. */
function listening(serve: (namespace: never) => unknown): string[] {
  const names: string[] = [];
  const running = { session: { id: 's' }, changed: () => undefined, people: new Map() };
  const socket = {
    conn: Object.assign(new EventEmitter(), { transport: { name: 'polling' } }),
    handshake: {},
    request: {},
    data: { running, who: { hash: '', token: '' }, known: { session: null } },
    join: () => undefined,
    use: () => undefined,
    once: () => undefined,
    on: (name: string) => void names.push(name),
  };
  const namespace = {
    use: () => undefined,
    on: (_: 'connection', connect: (one: typeof socket) => void) => connect(socket),
  };
  serve(namespace as never);
  return names.toSorted();
}

test('T2 P6 the server listens to exactly the events of the protocol, and each stands in the table', () => {
  const now = (): number => 0;
  const rooms = { all: () => [].values() } as never;
  const heard = {
    phone: listening((namespace) => servePhones(namespace, rooms, now, () => undefined)),
    projector: listening((namespace) => serveProjectors(namespace, {} as never)),
    tablet: listening((namespace) => serveTablets(namespace, { now } as never)),
    console: listening((namespace) => serveConsoles(namespace, {} as never)),
  };
  for (const name of ['phone', 'projector', 'tablet', 'console'] as const) {
    expect([name, heard[name]]).toEqual([name, [...EVENTS[name].in].toSorted()]);
    expect([name, Object.keys(EVENT_ACCESS[name]).toSorted()]).toEqual([name, heard[name]]);
  }
});
