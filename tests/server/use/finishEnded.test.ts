/** What a program that opens the folder without being the server finishes. */
import { expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { finishEnded } from '../../../server/use/finishEnded.ts';
import { aResponse, aSession, begun, newFolder, opened, openedRoom } from '../store/made.ts';

test('S1 sessions that have ended are sealed, also when only their own file knows; others stay', async () => {
  const folder = newFolder();
  let store = await opened(folder);
  for (const id of ['ended', 'crashed', 'live']) {
    const session = aSession(id, { name: id });
    const live = await begun(store, session);
    await live.place(aResponse(1, 'a'));
    if (id !== 'live') await live.saveRoom({ ...openedRoom(), state: 'ended' });
    await store.saveSession({ ...session, state: id === 'ended' ? 'ended' : 'live' });
  }
  const rehearsal = aSession('rehearsal', { rehearsal: true });
  await begun(store, rehearsal);
  await store.close();

  store = await opened(folder);
  expect(await finishEnded(store)).toEqual({ finished: ['ended', 'crashed'], failed: [] });
  expect((await store.unsealed()).map((s) => s.id)).toEqual(['live', 'rehearsal']);
  const { tallies } = await store.figures(['ended', 'crashed']);
  expect(tallies.map((t) => t.session).toSorted()).toEqual(['crashed', 'ended']);
  expect(await finishEnded(store)).toEqual({ finished: [], failed: [] });
  await store.close();
});

test('S1 one whose file is gone is named, and does not keep the others from it', async () => {
  const folder = newFolder();
  const store = await opened(folder);
  for (const id of ['gone', 'whole']) {
    const session = aSession(id, { name: id });
    const live = await begun(store, session);
    await live.close();
    await store.saveSession({ ...session, state: 'ended' });
  }
  rmSync(join(folder, 'live'), { recursive: true });
  expect(await finishEnded(store)).toEqual({ finished: [], failed: ['gone', 'whole'] });
  await store.close();
});
