/** Editing a session: its facts, and what is typed in of being heard. */
import type { SessionEdit } from '../../core/api.ts';
import { generationOf } from '../../core/archive/sessionFate.ts';
import { NOT_HEARD, sameTyped, type Heard } from '../../core/heard.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { HeardEdit } from '../../core/schemaSession.ts';
import { fixedOnceOpen, withKnownGroups, type Session } from '../../core/session.ts';
import type { Store } from '../store/store.ts';
import { strangeGroup, type Rooms } from './sessions.ts';

/** The last edit of each session that is on its way. */
const onTheWay = new Map<string, Promise<unknown>>();

/**
 * Changes a session. Once its lobby has opened, mode, style and groups stay as people were told. What is typed in of
 * being heard is refused where it is another by now than what was seen.
 */
export function editSession(
  store: Store,
  rooms: Rooms,
  id: string,
  edit: SessionEdit,
): Promise<Session | Refusal> {
  // One after the other: of two that have seen the same, the second finds what the first has written.
  const before = onTheWay.get(id) ?? Promise.resolve();
  const done = before.then(() => editNow(store, rooms, id, edit));
  const settled = done
    .catch(() => undefined)
    .then(() => {
      if (onTheWay.get(id) === settled) onTheWay.delete(id);
    });
  onTheWay.set(id, settled);
  return done;
}

async function editNow(
  store: Store,
  rooms: Rooms,
  id: string,
  edit: SessionEdit,
): Promise<Session | Refusal> {
  const running = rooms.byId(id);
  const before = running?.session ?? (await store.session(id));
  if (before === null) return refuse('no-such-session');
  const after = edited(before, edit);
  if (isRefusal(after)) return after;
  const stored = await store.consultation(before.consultation);
  if (stored === null) return refuse('no-such-consultation');
  const strange = strangeGroup(stored.consultation, after, before);
  if (strange !== null) return strange;
  if (running === undefined) {
    // What was read may be another by now: somebody's words may have been taken out of it.
    if (!(await store.saveSession(after, before))) return editNow(store, rooms, id, edit);
    return withKnownGroups(after, stored.consultation.groups);
  }
  const turn = running.turn.then(async (): Promise<Session | Refusal> => {
    // It was sealed or removed first: its row is not to be what it was before that.
    if (rooms.byId(id) !== running) return editNow(store, rooms, id, edit);
    // A step of the ladder, or other words that people are told, may have come first: what was made of it stays.
    const now = edited(running.session, edit);
    if (isRefusal(now)) return now;
    const { date } = running.session;
    if (now.date !== date) {
      const room = { ...running.room, days: [...new Set([...(running.room.days ?? []), date])] };
      await running.store.saveRoom(room);
      running.room = room;
    }
    running.session = now;
    await store.saveSession(now);
    running.changed(['console']);
    return now;
  });
  running.turn = turn.catch(() => undefined);
  return turn;
}

function edited(before: Session, edit: SessionEdit): Session | Refusal {
  const { heard, ...facts } = edit;
  const after: Session = { ...before, ...facts };
  if (heard !== undefined) {
    const now = heardAfter(before.heard ?? NOT_HEARD, heard);
    if (isRefusal(now)) return now;
    after.heard = now;
  }
  if (before.state === 'sealed') after.generation = generationOf(before) + 1;
  const fixed = fixedOnceOpen(before, after);
  return fixed === null ? after : refuse('wrong-state', fixed, 'fixed since the lobby opened');
}

/**
 * What phones said stays as it was. Heads that are there already are no other than wanted: whoever saves again after
 * an answer was lost is told that they are saved.
 */
function heardAfter(before: Heard, edit: HeardEdit): Heard | Refusal {
  if (edit.edit === 'typed') {
    const { paper, later } = edit;
    if (!sameTyped(before, edit.seen) && !sameTyped(before, edit))
      return refuse('changed-elsewhere', 'heard');
    return { ...before, paper, later };
  }
  // Those of the same words are told apart by nothing: with another number it is not known whether one is gone already.
  const there = before.texts.filter((text) => text === edit.text).length;
  if (there === 0 || there !== edit.seen) return refuse('changed-elsewhere', 'heard');
  return { ...before, texts: before.texts.toSpliced(before.texts.indexOf(edit.text), 1) };
}
