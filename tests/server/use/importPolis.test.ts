/** A Polis import is there whole or not at all. */
import { expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import type { Store } from '../../../server/store/store.ts';
import { importPolis } from '../../../server/use/importPolis.ts';
import { rooms } from '../../support/archives.ts';
import { newFolder, opened } from '../store/made.ts';

const FILES = {
  'summary.csv': 'topic,Buses\nvoters,2\nconversation-description,Night',
  'comments.csv': [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    '1700000000,x,0,5,2,0,1,More night buses please',
  ].join('\n'),
  'votes.csv': [
    'timestamp,datetime,comment-id,voter-id,vote',
    '1700000300,x,0,4,1',
    '1700000100,x,0,7,1',
  ].join('\n'),
  'participant-votes.csv': [
    'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0',
    '4,0,0,1,1,0,1',
    '7,,1,1,1,0,1',
  ].join('\n'),
};
const WRITES = ['saveConsultation', 'saveSession', 'addSealed', 'takeIn', 'removeConsultation'];

/** The store of a program that is killed after so many writes: the next and all after it do not happen. */
function killedAfter(store: Store, writes: number): Store {
  let left = writes;
  return new Proxy(store, {
    get(of, name) {
      const verb: unknown = Reflect.get(of, name);
      if (typeof verb !== 'function') return verb;
      return (...given: unknown[]): unknown => {
        if (WRITES.includes(String(name)) && (left -= 1) < 0) throw new Error('killed');
        return verb.apply(of, given) as unknown;
      };
    },
  });
}

test('F8 an import that is killed at any point leaves nothing, or everything', async () => {
  for (const writes of [0, 1, 2, 3]) {
    const store = await opened(newFolder());
    const made = await importPolis(killedAfter(store, writes), rooms, FILES).catch(() => null);
    const all = await store.listConsultations();
    const sessions = all[0] === undefined ? [] : await store.sessions(all[0].consultation.id);
    expect([writes, all.length]).toEqual([writes, sessions.length]);
    expect(all.length).toBe(made === null || isRefusal(made) ? 0 : 1);
    if (writes > 0) expect(all.length).toBe(1);
    await store.close();
  }
});
