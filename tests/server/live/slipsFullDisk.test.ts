/** A paper slip that the disk refuses, whole or in a part. */
import { expect, test } from '@jest/globals';
import { newId } from '../../../server/random.ts';
import type { LiveStore, Store } from '../../../server/store/store.ts';
import { startServer } from '../../support/server.ts';
import { liveFile, paperSession, slip } from '../../support/slips.ts';

/** How often writing a slip, or its person, still fails. */
const broken = { placeSlip: 0, saveParticipant: 0 };

function failing<F extends (...sent: never[]) => Promise<unknown>>(name: keyof typeof broken, write: F): F {
  return (async (...sent) => {
    if (broken[name] === 0) return write(...sent);
    broken[name] -= 1;
    throw Object.assign(new Error('a full disk'), { code: 'SQLITE_FULL' });
  }) as F;
}

function breaking(store: Store): Store {
  const begin = store.beginLive.bind(store);
  store.beginLive = async (...sent) => {
    const live: LiveStore = await begin(...sent);
    live.placeSlip = failing('placeSlip', live.placeSlip.bind(live));
    live.saveParticipant = failing('saveParticipant', live.saveParticipant.bind(live));
    return live;
  };
  return store;
}

test('SL2 what a full disk refused is in no part there, and goes on where it stopped', async () => {
  const server = await startServer({ wrap: breaking });
  const { session, desk, slips } = await paperSession(server);
  const id = newId();
  broken.placeSlip = 1;
  expect(await slips.enter(1, slip([4, 5]), id)).toEqual({ refusal: 'not-saved' });
  expect(liveFile(server, session.id).rows).toEqual([]);
  expect(JSON.parse(liveFile(server, session.id).room).slips.entered).toEqual([]);
  broken.saveParticipant = 1;
  expect(await slips.enter(1, slip([4, 5]), id)).toEqual({ refusal: 'not-saved' });
  expect(await slips.enter(1, slip([4, 5]), id)).toEqual({ ok: true });
  expect(liveFile(server, session.id).rows.length).toBe(2);
  expect(await desk.socket.emitWithAck('hello')).toMatchObject({ joined: 1, slips: { entered: [1] } });
  desk.close();
  await server.stop();
  expect(server.faults).toEqual([]);
});
