/** What a device hands over in the first moment after a start, while a session still finds what was noted in it. */
import { expect, test } from '@jest/globals';
import { isRefusal } from '../../../core/refusal.ts';
import { run } from '../../../server/use/running.ts';
import { makeRooms } from '../../../server/use/rooms.ts';
import { changeTalk } from '../../../server/use/talk.ts';
import { point, removal } from '../../support/talk.ts';
import { aConsultation, aResponse, aSession, begun, newFolder, opened } from '../store/made.ts';

test('TP5 TK3 an undo of the team that comes right after a start brings back a thought that stands', async () => {
  const store = await opened(newFolder());
  const live = await begun(store);
  const said = point('phone-a');
  await store.talk.change('c1', [said]);
  await store.talk.change('c1', [removal(said)]);
  const running = await run(aSession(), aConsultation(), live);
  const rooms = makeRooms(
    () => undefined,
    () => undefined,
  );
  rooms.add(running);
  // The session's first turn, which is over for whoever waits for it and for nobody else.
  Object.defineProperty(running, 'turn', {
    get: () => Promise.resolve().then(() => running.noted.set(said.key, aResponse(1, 'a'))),
    set: () => {},
  });
  const changes = [{ ...said, id: 'undone' }];
  const done = await changeTalk(
    store,
    rooms,
    { session: 'session-1' },
    { changes },
    'scribe',
    () => undefined,
  );
  expect(isRefusal(done) ? done : done.outcomes).toEqual([{ id: 'undone', is: 'done' }]);
  await live.close();
  await store.close();
});
