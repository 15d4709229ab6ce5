/** A room that votes on a server in this very process, so that what holds its event loop can be watched. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../server/app.ts';
import { isStaffFault, openStaff } from '../server/store/openStaff.ts';
import type { Store } from '../server/store/store.ts';
import { signIn } from '../tests/support/signIn.ts';
import type { Placed } from './orders.ts';
import { forget, order, start } from './processes.ts';
import { openRoom } from './servers.ts';

export interface Voting {
  /** Everyone places once a second for so many seconds. */
  vote(seconds: number): Promise<void>;
  /** Everyone places once a second until that is done; what came of their placements. */
  during(act: () => Promise<void>): Promise<Voted>;
  /** Ends the room, its phones, the server and the store. */
  close(): Promise<void>;
}

export interface Voted {
  offered: number;
  acknowledged: number;
  /** Milliseconds from when a placement was due, of the slowest second. */
  p99: number;
}

/** Phones, console and projector are in a process of their own. Throws when a phone is lost. */
export async function startVoting(store: Store, phones: number): Promise<Voting> {
  const faults: unknown[] = [];
  const root = join(import.meta.dirname, '..');
  const fault = (error: unknown): void => void faults.push(error);
  const data = forget(await mkdtemp(join(tmpdir(), 'standpoint-voting-')));
  const staff = await openStaff(data);
  if (isStaffFault(staff)) throw new Error(staff.sentence);
  const app = await startApp({ store, staff, data, root, port: 0, host: '127.0.0.1', fault });
  const { port } = app;
  const load = start(new URL('./load.ts', import.meta.url), []);
  const cookie = await signIn(app.startLink());
  const { code, session } = await openRoom(port, cookie);
  await order(load, { do: 'connect', plain: false, port, phones, code, staff: { session, cookie } });
  await order(load, { do: 'join' });
  await order(load, { do: 'open', times: 1, text: '' });
  const second = (): Promise<Placed> =>
    order(load, { do: 'rate', phones, perSecond: 1, seconds: 1, server: process.pid });
  // The first placements wait for the program to be compiled.
  await second();
  return {
    async vote(seconds) {
      const until = performance.now() + seconds * 1000;
      while (performance.now() < until) await second();
    },
    async during(act) {
      const all: Placed[] = [];
      const over = new AbortController();
      const voting = (async () => {
        while (!over.signal.aborted) all.push(await second());
      })();
      try {
        await act();
      } finally {
        over.abort();
        await voting;
      }
      if (faults.length > 0) throw new Error(String(faults[0]));
      return {
        offered: all.reduce((sum, p) => sum + p.offered, 0),
        acknowledged: all.reduce((sum, p) => sum + p.acknowledged, 0),
        p99: Math.max(...all.map((p) => p.p99)),
      };
    },
    async close() {
      await load.stop();
      await app.close();
    },
  };
}
