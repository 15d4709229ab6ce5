/** The thread that writes dies in the middle of a commit: what memory says and what the file has stay one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LiveStore, Store } from '../../../../server/store/store.ts';
import { dyingThread, type DyingThread } from '../../../support/dyingThread.ts';
import { aParticipant, aResponse, begun, newFolder, opened, reopened } from '../made.ts';

let folder: string;
let store: Store;
let live: LiveStore;
let thread: DyingThread;
beforeEach(async () => {
  folder = newFolder();
  store = await opened(folder);
  live = await begun(store);
  thread = dyingThread();
});
afterEach(async () => {
  thread.stop();
  await store.close();
});

/** What the program would have after a restart. */
async function afterRestart(): Promise<LiveStore> {
  await store.close();
  store = await opened(folder);
  return reopened(store);
}

describe('before the commit', () => {
  test('S1 nothing is acknowledged, nothing counts, and the next one is saved by a new thread', async () => {
    await live.place(aResponse(1, 'a'));
    thread.next('before');
    const lost = [live.place(aResponse(1, 'b')), live.place(aResponse(1, 'a', { revision: 2, answer: 1 }))];
    expect((await Promise.allSettled(lost)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([live.current(1, 'a')?.revision, live.current(1, 'b')]).toEqual([1, undefined]);
    await live.place(aResponse(1, 'c'));
    const known = await live.responses();
    expect(await (await afterRestart()).responses()).toEqual(known);
  });

  test('S1 while no thread stays alive all is refused and answered at once, and the first that lives goes on', async () => {
    thread.always(true);
    await expect(live.place(aResponse(1, 'a'))).rejects.toThrow('ended');
    await expect(live.saveParticipant(aParticipant('p'))).rejects.toThrow('ended');
    await expect(live.tryWriting()).rejects.toThrow('ended');
    thread.always(false);
    await live.tryWriting();
    expect(await live.place(aResponse(1, 'a'))).toMatchObject({ saved: { tag: 'a' } });
  });
});

describe('after the commit, before it answered', () => {
  test('S1 S2 what is in the file counts: placed, changed and placed beside each other', async () => {
    await live.place(aResponse(1, 'a'));
    thread.next('after');
    const placed = await Promise.all([
      live.place(aResponse(1, 'a', { revision: 2, answer: 1, comment: 'Words' })),
      live.place(aResponse(1, 'b')),
    ]);
    expect(placed).toMatchObject([
      { saved: { revision: 2 }, before: { revision: 1 } },
      { saved: { tag: 'b' } },
    ]);
    // A replay is told the same, an older one what counts.
    expect(await live.place(aResponse(1, 'a'))).toMatchObject({ stale: { revision: 2, answer: 1 } });
    const known = await live.responses();
    expect(await (await afterRestart()).responses()).toEqual(known);
  });

  test('W2 S6 whoever took everything back has, and nothing of it can be placed again', async () => {
    await live.place(aResponse(1, 'a', { comment: 'Words' }));
    await live.place(aResponse(1, 'b'));
    thread.next('after');
    expect(await live.takeOut([{ board: 1, tag: 'a' }])).toMatchObject([{ tag: 'a' }]);
    expect(live.current(1, 'a')).toBeUndefined();
    expect(await live.place(aResponse(1, 'a', { revision: 2 }))).toMatchObject({ stale: { answer: null } });
    const known = await live.responses();
    expect(await (await afterRestart()).responses()).toEqual(known);
  });

  test('W1 W4 people, a yes that was taken back, codes, and who has left', async () => {
    const token = Buffer.alloc(16, 7).toString('base64url');
    const hash = live.hashOf(token);
    thread.next('after');
    await live.saveParticipant(aParticipant(hash, { quote: true }));
    await live.place(aResponse(1, 'a', { quote: true }));
    thread.next('after');
    await live.quote([{ board: 1, tag: 'a' }], false);
    expect(live.current(1, 'a')?.quote).toBe(false);
    thread.next('after');
    await live.saveCode(token, 'a code');
    expect(live.findCode('a code')).toMatchObject({ is: 'person' });
    thread.next('after');
    expect(await live.tabletRecipient()).toMatch(/^age1/);
    thread.next('after');
    await live.forgetPerson(hash);
    expect(live.hasLeft(hash)).toBe(true);
    const again = await afterRestart();
    expect([again.hasLeft(hash), again.current(1, 'a')?.quote]).toEqual([true, false]);
    expect(await again.participants()).toEqual([]);
  });
});
