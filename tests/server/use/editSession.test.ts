/** Edits of a session that come at the same time. */
import { expect, test } from '@jest/globals';
import { NO_COUNTS } from '../../../core/heard.ts';
import { isRefusal } from '../../../core/refusal.ts';
import { editSession } from '../../../server/use/editSession.ts';
import { takeEdit } from '../../../server/use/consultations.ts';
import type { Running } from '../../../server/use/running.ts';
import type { Rooms } from '../../../server/use/sessions.ts';
import type { Store } from '../../../server/store/store.ts';
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

test('RC5 words that went out of a finished session while it was being edited stay out', async () => {
  const store = await opened(newFolder());
  try {
    await store.saveConsultation(aConsultation(), null);
    const shown = { n: 1, recommendation: 'r', kind: 'change', text: 'What Anna said', points: '' } as const;
    const counts = { said: 5, notQuite: 0, missing: 0, declined: 0, dots: null };
    const session = { ...aSession(), state: 'sealed' as const, checked: [{ ...shown, ...counts }] };
    await store.saveSession(session);
    // Whoever edits has read it, and it is another before that is saved.
    let beforeHand: (() => Promise<unknown>) | null = () =>
      store.saveSession({ ...session, checked: [{ ...shown, ...counts, text: '' }] });
    const late = new Proxy(store, {
      get: (target, name) =>
        name === 'consultation'
          ? async (id: string) => {
              const first = beforeHand;
              beforeHand = null;
              await first?.();
              return target.consultation(id);
            }
          : bound(target, name),
    });
    await editSession(late, NO_ROOMS, session.id, { place: 'Hall' });
    expect(await store.session(session.id)).toMatchObject({ place: 'Hall', checked: [{ text: '' }] });
  } finally {
    await store.close();
  }
});

test('RC10 what a running session is told anew stays where it is edited in the same moment', async () => {
  const store = await opened(newFolder());
  try {
    const consultation = aConsultation();
    await store.saveConsultation(consultation, null);
    const session = { ...aSession(), state: 'live' as const, told: [] };
    await store.saveSession(session);
    const goesOn = Promise.withResolvers<void>();
    const running = {
      session,
      consultation,
      room: { boards: [], days: [] },
      turn: Promise.resolve(),
      changed: () => undefined,
      pictures: new Map(),
      store: { saveRoom: () => goesOn.promise },
    } as unknown as Running;
    const rooms = { byId: () => running } as unknown as Rooms;
    const told = takeEdit(store, running, { ...consultation, open: 'Visiting times' });
    const edited = editSession(store, rooms, session.id, { place: 'Hall' });
    // The edit has read the session and waits for its turn.
    const queued = running.turn;
    while (running.turn === queued) await store.session(session.id);
    goesOn.resolve();
    await Promise.all([told, edited]);
    expect(await store.session(session.id)).toMatchObject({
      place: 'Hall',
      told: [{ open: 'Visiting times' }],
    });
  } finally {
    await store.close();
  }
});

function bound(target: Store, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}
