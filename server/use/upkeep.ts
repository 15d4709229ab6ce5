/**
 * What the server does by itself at its start and every hour: it finishes sessions that were held open
 * too long, destroys keys when the days for withdrawal are over, and data on the day that was promised, and leaves a
 * record of that, and makes up for copies that failed.
 */
import type { AloneCounts } from '../../core/apiAlone.ts';
import type { Consultation } from '../../core/consultation.ts';
import { addDays } from '../../core/day.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Session } from '../../core/session.ts';
import type { Store } from '../store/store.ts';
import { believe, keysOver } from './daySeen.ts';
import { lastDay } from './keepUntil.ts';
import type { Running } from './running.ts';
import { removeSession, sealSession, type Rooms } from './sessions.ts';

/** Days after which a session that nobody ended counts as over. */
const LEFT_DAYS = 30;

/**
 * What cannot be done now keeps nothing else from being done, and is tried again in an hour.
 *
 * @param today YYYY-MM-DD; a day that is promised is kept to its end
 * @param fault told of an unexpected error
 */
export async function upkeep(
  store: Store,
  rooms: Rooms,
  today: string,
  fault: (error: unknown) => void,
): Promise<void> {
  const attempt = (work: () => Promise<void>): Promise<void> => work().catch(fault);
  // Nothing is destroyed by a clock that may be wrong.
  let believed = false;
  await attempt(async () => {
    believed = await believe(store, today);
  });
  if (believed) await finishHeld(store, rooms, today, attempt);
  if (believed) await destroyWhatIsOver(store, rooms, today, attempt);
  if (believed) await attempt(() => store.alone.dropOver(today));
  if (believed) await attempt(() => store.dropAside(today));
  await attempt(() => store.scrub());
  await attempt(() => store.makeUpCopy());
}

/**
 * Sessions whose paper was to be typed up: not for ever, since until they are sealed their files tell more. The
 * days count from the first on which one was found held: it may have taken place long after its date.
 */
async function finishHeld(
  store: Store,
  rooms: Rooms,
  today: string,
  attempt: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  for (const running of rooms.all()) {
    const { session, room } = running;
    if (session.state !== 'ended' || !room.hold) continue;
    if (room.heldFrom === undefined) await attempt(() => noteHeld(running, today));
    else if (addDays(room.heldFrom, LIMITS.holdDays) < today)
      await attempt(async () => void (await sealSession(store, rooms, session.id)));
  }
}

function noteHeld(running: Running, today: string): Promise<void> {
  const turn = running.turn.then(async () => {
    if (running.closed || !running.room.hold || running.session.state !== 'ended') return;
    const room = { ...running.room, heldFrom: today };
    await running.store.saveRoom(room);
    running.room = room;
  });
  running.turn = turn.catch(() => undefined);
  return turn;
}

async function destroyWhatIsOver(
  store: Store,
  rooms: Rooms,
  today: string,
  attempt: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await attempt(async () => {
    for (const id of await keysOver(store, today)) await attempt(() => store.destroyKey(id));
  });
  await attempt(async () => {
    for (const { consultation } of await store.listConsultations())
      await attempt(() => destroyIfOver(store, rooms, consultation, today));
  });
}

/**
 * Never while a session of it is under way: then it is done in the hour after that was sealed. One that nobody
 * ended, in which nobody is, counts as over a month after its day, or the promise would wait for ever. Its day can
 * be changed; later than the promised one it counts for nothing.
 */
async function destroyIfOver(
  store: Store,
  rooms: Rooms,
  consultation: Consultation,
  today: string,
): Promise<void> {
  const { id, title } = consultation;
  const sessions = await store.sessions(id);
  const keepUntil = lastDay(consultation, sessions);
  if (keepUntil === '' || keepUntil >= today) return;
  const real = sessions.filter((s) => !s.rehearsal && s.state !== 'draft');
  const open = real.filter((s) => s.state !== 'sealed');
  const left = (s: Session): boolean =>
    addDays(s.date < keepUntil ? s.date : keepUntil, LEFT_DAYS) < today &&
    (rooms.byId(s.id)?.presence.size ?? 0) === 0;
  if (!open.every(left)) return;
  for (const { id: forgotten } of open) await removeSession(store, rooms, forgotten, true);
  for (const { id: rehearsal } of sessions.filter((s) => s.rehearsal))
    await removeSession(store, rooms, rehearsal);
  const days = real.map((s) => s.date).toSorted();
  const alone = await unanswered(store, id);
  await store.destroyConsultation({
    consultation: id,
    title,
    on: today,
    keepUntil,
    sessions: real.length,
    first: days[0] ?? '',
    last: days.at(-1) ?? '',
    ...(alone.talk + alone.told === 0 ? {} : { alone }),
  });
}

/** Who wanted to talk or be told alone and was not: those whose day came, and those who wait still. */
async function unanswered(store: Store, id: string): Promise<AloneCounts> {
  const gone = await store.alone.gone(id);
  const [talk, told] = await Promise.all([store.alone.list(id, 'talk'), store.alone.list(id, 'told')]);
  return { talk: gone.talk + talk.length, told: gone.told + told.length };
}
