/** Photographs of the real wall in an archive: the picture as it is, and where it belongs in its file's name. */
import { LIMITS } from '../../core/limits.ts';
import { inPlace, type Photo, type PhotoPlace } from '../../core/photo.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { SealedSession } from '../store/store.ts';

/** `photos/SESSION/STATEMENT.ROUND.ID.jpg` */
export const PHOTO_NAME = /^photos\/([a-z0-9-]{1,40})\/([a-z0-9-]{1,40})\.([12])\.([a-z0-9-]{1,40})\.jpg$/;

export function photoName({ session, statement, round, id }: PhotoPlace): string {
  return `photos/${session}/${statement}.${round}.${id}.jpg`;
}

/** @returns every photograph among an archive's files, or a refusal of one that belongs to no board of its sessions */
export function readPhotos(
  files: ReadonlyMap<string, Uint8Array>,
  sessions: readonly SealedSession[],
): Photo[] | Refusal {
  const boards = new Set(
    sessions.flatMap((s) => s.boards.map((b) => boardKey({ ...b, session: s.session.id }))),
  );
  const photos: Photo[] = [];
  const seen = new Set<string>();
  const onBoard = new Map<string, number>();
  for (const [name, bytes] of files) {
    const [, session = '', statement = '', digit, id = ''] = PHOTO_NAME.exec(name) ?? [];
    if (id === '') continue;
    const photo: Photo = { session, statement, round: digit === '2' ? 2 : 1, id, bytes };
    const board = boardKey(photo);
    if (!boards.has(board)) return refuse('bad-file', name, 'a board of a finished session');
    if (seen.has(`${session} ${id}`)) return refuse('bad-file', name, 'each photograph once');
    seen.add(`${session} ${id}`);
    const n = (onBoard.get(board) ?? 0) + 1;
    onBoard.set(board, n);
    if (n > LIMITS.photosPerBoard) return refuse('too-large', name, `at most ${LIMITS.photosPerBoard}`);
    photos.push(photo);
  }
  return photos.length > LIMITS.photosPerConsultation
    ? refuse('too-large', 'photos', `at most ${LIMITS.photosPerConsultation}`)
    : photos.toSorted(inPlace);
}

/**
 * Those of sessions that come with an archive, under their ids here. Photographs are only taken before a session is
 * finished: of one that is here already, what is missing here was removed here.
 */
export function photosOf(
  photos: readonly Photo[],
  coming: ReadonlySet<string>,
  idOf: (session: string) => string,
): Photo[] {
  // Two copies of one sitting in an archive have the same ones.
  const once = new Map<string, Photo>();
  for (const photo of photos) {
    const session = idOf(photo.session);
    if (coming.has(session)) once.set(`${session} ${photo.id}`, { ...photo, session });
  }
  return [...once.values()];
}

function boardKey({ session, statement, round }: Omit<PhotoPlace, 'id'>): string {
  return `${session} ${statement} ${round}`;
}
