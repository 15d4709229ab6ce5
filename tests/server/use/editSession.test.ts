/** Edits of a session that come at the same time. */
import { expect, test } from '@jest/globals';
import { NO_COUNTS } from '../../../core/heard.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { editSession } from '../../../server/use/editSession.ts';
import type { Rooms } from '../../../server/use/sessions.ts';
import { aConsultation, aSession, newFolder, opened } from '../store/made.ts';

/** No session is running. */
const NO_ROOMS = { byId: () => undefined } as unknown as Rooms;

test('WH8 of heads that are saved at the same moment, all but the first are told of others', async () => {
  const store = await opened(newFolder());
  try {
    await store.saveConsultation(aConsultation(), null);
    const session = aSession();
    await store.saveSession(session);
    const seen = { paper: NO_COUNTS, later: [] };
    const save = (yes: number) =>
      editSession(store, NO_ROOMS, session.id, {
        heard: { edit: 'typed', paper: { ...NO_COUNTS, said: { ...NO_COUNTS.said, yes } }, later: [], seen },
      });
    const answers = await Promise.all([save(6), save(7), save(8)]);
    expect(answers.map(isRefusal)).toEqual([false, true, true]);
    expect((await store.session(session.id))?.heard?.paper.said.yes).toBe(6);
    // A name that is changed at the same moment takes nothing with it.
    const both = [save(9), editSession(store, NO_ROOMS, session.id, { name: 'Named' })];
    expect((await Promise.all(both)).map(isRefusal)).toEqual([true, false]);
    expect(await store.session(session.id)).toMatchObject({
      name: 'Named',
      heard: { paper: { said: { yes: 6 } } },
    });
  } finally {
    await store.close();
  }
});
