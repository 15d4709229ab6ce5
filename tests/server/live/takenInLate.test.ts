/** Somebody who is taken in late while the disk is full: counted with the next try, and once. */
import { beforeEach, expect, test } from '@jest/globals';
import type { AnalysisPage } from '../../../core/api.ts';
import type { LiveStore, Store } from '../../../server/store/store.ts';
import { liveFile } from '../../support/slips.ts';
import { everyPacket } from '../../support/tablet.ts';
import { OK, tabletHall } from '../../support/tabletHall.ts';

/** Which writes fail, once each. */
const broken = new Set<'placeSlip' | 'saveParticipant' | 'saveRoom'>();

function breaking(store: Store): Store {
  const begin = store.beginLive.bind(store);
  store.beginLive = async (...sent) => {
    const live: LiveStore = await begin(...sent);
    const failing = <F extends (...given: never[]) => Promise<unknown>>(
      name: typeof broken extends Set<infer N> ? N : never,
      write: F,
    ): F =>
      (async (...given) => {
        if (!broken.delete(name)) return write(...given);
        throw Object.assign(new Error('a full disk'), { code: 'SQLITE_FULL' });
      }) as F;
    live.placeSlip = failing('placeSlip', live.placeSlip.bind(live));
    live.saveParticipant = failing('saveParticipant', live.saveParticipant.bind(live));
    live.saveRoom = failing('saveRoom', live.saveRoom.bind(live));
    return live;
  };
  return store;
}

const hall = tabletHall(breaking);
const NOT = { refusal: 'not-saved' };
beforeEach(() => broken.clear());

/** How many could have answered, by statement, as it is sealed. */
async function there(): Promise<number[]> {
  const { session, server, desk } = hall;
  await desk.do({ do: 'end' });
  await server.send('POST', `/api/sessions/${session.id}/seal`, {});
  const page = await server.get<AnalysisPage>(`/api/consultations/${session.consultation}/analysis`);
  return page.statements.map((s) => s.eligible.reduce((sum, [, , , n]) => sum + n, 0));
}

test('K2 F4 whoever left everything out is counted by the packet that comes again, and once', async () => {
  await hall.begin(['One is true']);
  await hall.openFirst();
  await hall.desk.do({ do: 'close', board: 1 });
  const nothing = await hall.tablet.seal(everyPacket([]));
  broken.add('saveParticipant');
  expect(await hall.tablet.hand(nothing)).toEqual(NOT);
  broken.add('saveRoom');
  expect(await hall.tablet.hand(nothing)).toEqual(NOT);
  expect(await hall.joined()).toBe(0);
  expect(await hall.tablet.hand(nothing)).toEqual(OK);
  expect(await hall.tablet.hand(nothing)).toEqual(OK);
  expect(await hall.joined()).toBe(1);
  expect(await there()).toEqual([1]);
});

test('K2 F4 answers that are in without their person are one person’s once the packet comes again, and counted once', async () => {
  await hall.begin(['One is true'], { mode: 'linked' });
  await hall.openFirst();
  await hall.desk.do({ do: 'close', board: 1 });
  const sealed = await hall.tablet.seal(everyPacket([[1, 4]]));
  broken.add('placeSlip');
  expect(await hall.tablet.hand(sealed)).toEqual(NOT);
  expect(liveFile(hall.server, hall.session.id).rows).toEqual([]);
  broken.add('saveParticipant');
  expect(await hall.tablet.hand(sealed)).toEqual(NOT);
  const [row] = liveFile(hall.server, hall.session.id).rows;
  expect(row).toMatchObject({ answer: 4 });
  expect(await hall.tablet.hand(sealed)).toEqual(OK);
  expect(liveFile(hall.server, hall.session.id).rows).toEqual([row]);
  expect(await hall.joined()).toBe(1);
  expect(await there()).toEqual([1]);
});

test('F4 somebody without a phone, entered late, is counted by the try that is saved, and once', async () => {
  await hall.begin(['One is true']);
  await hall.openFirst();
  await hall.desk.do({ do: 'close', board: 1 });
  const enter = async (): Promise<unknown> =>
    hall.desk.socket.emitWithAck('addFor', {
      person: 1,
      board: 1,
      answer: 4,
      comment: '',
      audience: 'room',
      groups: [],
      quote: false,
    });
  broken.add('saveParticipant');
  expect(await enter()).toEqual(NOT);
  broken.add('saveRoom');
  expect(await enter()).toEqual(NOT);
  expect(await enter()).toEqual(OK);
  expect(await hall.joined()).toBe(1);
  expect(await there()).toEqual([1]);
});
