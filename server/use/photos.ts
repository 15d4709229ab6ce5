/** Photographs of the real wall: kept for the team only, drawn anew as they come in, removed without a trace. */
import { LIMITS } from '../../core/limits.ts';
import type { Photo, PhotoItem, PhotoPlace, SessionPhotos } from '../../core/photo.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { boardAt, type Board } from '../../core/room.ts';
import { newId } from '../random.ts';
import type { Store } from '../store/store.ts';
import { drawInThread, pictureRefusal } from './cleanPictures.ts';
import { lastDay } from './keepUntil.ts';
import type { Running } from './running.ts';
import type { Rooms } from './sessions.ts';

/** Photographs that are drawn in one thread, one after the other: a large one takes 160 MB meanwhile. */
const AT_ONCE = 10;

/** Those of a running session, by its boards. */
export async function photosOfSession(
  store: Store,
  rooms: Rooms,
  id: string,
): Promise<SessionPhotos | Refusal> {
  const running = rooms.byId(id);
  if (running === undefined) return noneRunning(store, id);
  const { consultation, session, room } = running;
  const places = await store.photos.list([id]);
  const others = (await store.sessions(consultation.id)).filter((s) => s.id !== id);
  return {
    photos: places.flatMap((place) => {
      const board = boardOf(room.boards, place);
      return board === undefined ? [] : [{ id: place.id, board: board.n }];
    }),
    keepUntil: lastDay(consultation, [...others, session]),
  };
}

/** Those of a consultation's finished sessions. */
export async function photosOfConsultation(store: Store, id: string): Promise<PhotoPlace[] | Refusal> {
  if ((await store.consultation(id)) === null) return refuse('no-such-consultation');
  const sealed = (await store.sessions(id)).filter((s) => s.state === 'sealed');
  return store.photos.list(sealed.map((s) => s.id));
}

/**
 * Keeps a photograph of one board of a running session: of one that was opened, and until it is sealed. Refused
 * when it is no picture, or when there are as many as there may be.
 */
export async function addPhoto(
  store: Store,
  rooms: Rooms,
  id: string,
  n: number,
  file: Buffer,
): Promise<PhotoItem | Refusal> {
  const running = rooms.byId(id);
  if (running === undefined) return noneRunning(store, id);
  const board = openedBoard(running, n);
  if (isRefusal(board)) return board;
  const clean = await cleanPhotos([{ file, where: 'body' }]);
  if (isRefusal(clean)) return clean;
  const { statement, round } = board;
  const bytes = clean[0] ?? file;
  const added = await store.photos.add({ session: id, id: newId(), statement, round, bytes });
  return isRefusal(added) ? added : { id: added.id, board: n };
}

/** Removes one, of a running or of a finished session. One that is not there any more is removed. */
export async function removePhoto(
  store: Store,
  session: string,
  id: string,
): Promise<{ consultation: string; removed: boolean } | Refusal> {
  const of = await store.session(session);
  if (of === null) return refuse('no-such-session');
  return { consultation: of.consultation, removed: await store.photos.remove(session, id) };
}

/**
 * Photographs of an archive, drawn anew: one that Standpoint wrote stays as it is.
 *
 * @param nameOf the file's name in the archive, for a refusal
 */
export async function withCleanPhotos(
  photos: readonly Photo[],
  nameOf: (photo: Photo) => string,
): Promise<Photo[] | Refusal> {
  const clean = await cleanPhotos(
    photos.map((photo) => ({ file: Buffer.from(photo.bytes), where: nameOf(photo) })),
  );
  return isRefusal(clean) ? clean : photos.map((photo, i) => ({ ...photo, bytes: clean[i] ?? photo.bytes }));
}

/** One order after the other, whoever asks: each takes much room while it is drawn. */
let turn: Promise<unknown> = Promise.resolve();

function cleanPhotos(files: readonly { file: Buffer; where: string }[]): Promise<Buffer[] | Refusal> {
  const cleaned = turn.then(() => cleanInTurn(files));
  turn = cleaned.catch(() => undefined);
  return cleaned;
}

async function cleanInTurn(files: readonly { file: Buffer; where: string }[]): Promise<Buffer[] | Refusal> {
  const clean: Buffer[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE);
    const pictures = some.map(({ file }) => file.toString('base64'));
    const drawn = await drawInThread({ pictures, most: LIMITS.photoBytes, side: LIMITS.photoSide });
    for (const [i, { where }] of some.entries()) {
      const made = drawn[i] ?? 'unreadable';
      if (typeof made === 'string') return pictureRefusal(made, where, LIMITS.photoBytes);
      clean.push(Buffer.from(made.data, 'base64'));
    }
  }
  return clean;
}

function openedBoard(running: Running, n: number): Board | Refusal {
  if (running.closed) return refuse('wrong-state');
  const board = boardAt(running.room, n);
  if (board === undefined) return refuse('no-such-board', 'board');
  return board.opened ? board : refuse('not-open', 'board');
}

function boardOf(boards: readonly Board[], { statement, round }: PhotoPlace): Board | undefined {
  return boards.find((board) => board.statement === statement && board.round === round);
}

async function noneRunning(store: Store, id: string): Promise<Refusal> {
  return refuse((await store.session(id)) === null ? 'no-such-session' : 'wrong-state');
}
