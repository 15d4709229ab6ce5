/** Starting again in the middle of a session. On a real disk that is full: `npm run test:faults -- --only F3`. */
import { expect, test } from '@jest/globals';
import type { Session } from '../../../core/session.ts';
import type { Store } from '../../../server/store/store.ts';
import { makeRooms } from '../../../server/use/rooms.ts';
import { takeUpSessions } from '../../../server/use/takeUp.ts';

const rooms = makeRooms(
  () => undefined,
  () => undefined,
);

/** A store with one running session, whose file cannot be opened for that reason. */
function failing(code: string): Store {
  const session = { id: 'a', name: 'Tuesday', consultation: 'c', state: 'live' } as Session;
  return {
    unsealed: async () => [session],
    consultation: async () => ({ consultation: {}, revision: 1 }),
    openLive: async () => Promise.reject(Object.assign(new Error('no'), { code })),
  } as unknown as Store;
}

test('S5 on a full disk a start ends with that, since the room is there and whole', async () => {
  const faults: unknown[] = [];
  const start = takeUpSessions(failing('SQLITE_IOERR_SHMSIZE'), rooms, (error) => void faults.push(error));
  await expect(start).rejects.toMatchObject({ code: 'SQLITE_IOERR_SHMSIZE' });
  expect(faults).toEqual([]);
});

test('S5 a session that cannot be read for another reason does not keep the others from starting', async () => {
  const faults: unknown[] = [];
  const left = await takeUpSessions(failing('SQLITE_IOERR'), rooms, (error) => void faults.push(error));
  expect(left.map(({ name }) => name)).toEqual(['Tuesday']);
  expect(faults).toHaveLength(1);
});
