/**
 * Photographs of the real wall, which the team keeps for itself: handwriting can tell who wrote. They are in no
 * export, no report and no release, and no document of a consultation names them. Refusals are as in core/api.ts:
 *
 * | GET    /api/sessions/ID/photos | | SessionPhotos, of a running session
 * | POST   /api/sessions/ID/photos/BOARD | the picture's bytes (application/octet-stream) | PhotoItem
 * | GET    /api/sessions/ID/photos/PHOTO | | the picture, image/jpeg
 * | DELETE /api/sessions/ID/photos/PHOTO | | { ok: true }
 * | GET    /api/consultations/ID/photos | | PhotoPlace[], of its finished sessions
 */

/** Where a photograph belongs: to one statement of one session in one round. */
export interface PhotoPlace {
  session: string;
  /** Random. Nothing says when it was taken. */
  id: string;
  statement: string;
  round: 1 | 2;
}

export interface Photo extends PhotoPlace {
  /** A JPEG that the server has written: its pixels and nothing else that the camera's file had. */
  bytes: Uint8Array;
}

/** A photograph of a running session. */
export interface PhotoItem {
  id: string;
  board: number;
}

export interface SessionPhotos {
  photos: PhotoItem[];
  /** The last day on which the consultation's data are kept, YYYY-MM-DD; empty: none is set. */
  keepUntil: string;
}

/** In an order that says nothing of when each came. */
export function inPlace(a: PhotoPlace, b: PhotoPlace): number {
  const [one, other] = [a, b].map(({ session, statement, round, id }) =>
    [session, statement, round, id].join(' '),
  );
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
