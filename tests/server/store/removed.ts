/** A session of which two people have a code, to be removed and brought back. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LiveStore, SealedSession, Store } from '../../../server/store/store.ts';
import { aConsultation, aParticipant, aResponse, aSession, begun, openedRoom } from './made.ts';

export const CODE = 'BCDF2345GHJK';
export const OTHER = 'BCDF2345GHJM';
export const UNTIL = '2026-12-06';
export const MINE = 'my neighbour saw everything';

/** Two with a code among eight, on two boards. */
export async function held(store: Store): Promise<LiveStore> {
  const live = await begun(store, aSession('session-1', { withdrawUntil: UNTIL }), openedRoom(2));
  for (let person = 0; person < 8; person += 1)
    for (const board of [1, 2])
      await live.place(
        aResponse(board, live.tagOf(`token ${person}`, `s${board}`, 1), {
          comment: person === 0 ? `${MINE} ${board}` : '',
          quote: true,
        }),
      );
  await live.saveParticipant(aParticipant(live.hashOf('token 0')));
  await live.tabletRecipient();
  await live.saveCode('token 0', CODE);
  await live.saveCode('token 1', OTHER);
  return live;
}

export async function sealedHere(store: Store): Promise<SealedSession> {
  await held(store);
  await store.seal('session-1', true);
  return copyOf(store);
}

/** As an archive has it. */
export async function copyOf(store: Store, id = 'session-1'): Promise<SealedSession> {
  const session = await store.session(id);
  if (session === null) throw new Error('no session');
  const { boards, eligible } = await store.figures([id]);
  const responses = [];
  for (const { n } of boards) responses.push(...(await store.sealedResponses(id, n)));
  return { session, boards, eligible, responses };
}

export const bring = (store: Store, sealed: SealedSession, more: object = {}) =>
  store.takeIn({
    consultation: aConsultation(),
    from: 1,
    sealed: [sealed],
    sessions: [],
    reviews: [],
    report: null,
    releases: [],
    ...more,
  });

export const keys = (folder: string): string[] => readdirSync(join(folder, 'keys'));
export const answers = async (store: Store, id = 'session-1'): Promise<number> =>
  (await store.sealedResponses(id, 1)).length + (await store.sealedResponses(id, 2)).length;
