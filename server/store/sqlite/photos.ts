/** Photographs of the real wall, in a table of their own in the main database. */
import type { Transaction } from 'kysely';
import { LIMITS } from '../../../core/limits.ts';
import { inPlace, type Photo, type PhotoPlace } from '../../../core/photo.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import type { PhotoStore } from '../photos.ts';
import type { MainDb } from './mainDb.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';

export class PhotoTable implements PhotoStore {
  readonly #main: MainDb;
  readonly #scrub: () => Promise<void>;

  /** @param scrub takes the last traces of what was removed out of every file */
  constructor(main: MainDb, scrub: () => Promise<void>) {
    this.#main = main;
    this.#scrub = scrub;
  }

  list(sessions: readonly string[]): Promise<PhotoPlace[]> {
    return listPhotos(this.#main, sessions);
  }

  picture(session: string, id: string): Promise<Uint8Array | null> {
    return readPicture(this.#main, session, id);
  }

  add(photo: Photo): Promise<{ id: string } | Refusal> {
    return this.#main.transaction((trx) => addIn(trx, photo));
  }

  async remove(session: string, id: string): Promise<boolean> {
    const there = await this.#main.transaction(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('photo')
        .where('id', '=', id)
        .where('session', '=', (of) => of.selectFrom('session').select('key').where('id', '=', session))
        .executeTakeFirst();
      if (numDeletedRows > 0n) await noteScrub(trx);
      return numDeletedRows > 0n;
    });
    // It is removed; should a copy fail to be renewed now, that is done at the next hour or start.
    if (there) await this.#scrub().catch(() => undefined);
    return there;
  }
}

/** Without the pictures themselves, in an order that is nobody's. */
export async function listPhotos(main: MainDb, sessions: readonly string[]): Promise<PhotoPlace[]> {
  if (sessions.length === 0) return [];
  const rows = await main.query
    .selectFrom('photo')
    .innerJoin('session', 'session.key', 'photo.session')
    .select(['session.id as session', 'photo.id', 'statement', 'round'])
    .where('session.id', 'in', sessions)
    .execute();
  return rows.toSorted(inPlace);
}

/** Null: there is none. */
export async function readPicture(main: MainDb, session: string, id: string): Promise<Uint8Array | null> {
  const row = await main.query
    .selectFrom('photo')
    .innerJoin('session', 'session.key', 'photo.session')
    .select('bytes')
    .where('session.id', '=', session)
    .where('photo.id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

async function addIn(trx: Transaction<Tables>, photo: Photo): Promise<{ id: string } | Refusal> {
  const session = await trx
    .selectFrom('session')
    .select(['key', 'consultation'])
    .where('id', '=', photo.session)
    .executeTakeFirst();
  if (session === undefined) return refuse('no-such-session');
  const bytes = Buffer.from(photo.bytes);
  const onBoard = await trx
    .selectFrom('photo')
    .select((of) => ['id', of('bytes', '=', bytes).as('same')])
    .where('session', '=', session.key)
    .where('statement', '=', photo.statement)
    .where('round', '=', photo.round)
    .execute();
  // Sent once more, since the answer was lost on its way.
  const same = onBoard.find((row) => Boolean(row.same));
  if (same !== undefined) return { id: same.id };
  if (onBoard.length >= LIMITS.photosPerBoard) return refuse('photos-full', 'board');
  const { n } = await trx
    .selectFrom('photo')
    .innerJoin('session', 'session.key', 'photo.session')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('session.consultation', '=', session.consultation)
    .executeTakeFirstOrThrow();
  if (n >= LIMITS.photosPerConsultation) return refuse('photos-full', 'consultation');
  const { id, statement, round } = photo;
  await trx.insertInto('photo').values({ session: session.key, id, statement, round, bytes }).execute();
  return { id };
}

/** Whether a session, or any of a consultation, has one: then copies of the database may have it too. */
export async function hasPhotos(
  trx: Transaction<Tables>,
  of: 'id' | 'consultation',
  value: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('photo')
    .innerJoin('session', 'session.key', 'photo.session')
    .select('photo.session')
    .where(`session.${of}`, '=', value)
    .executeTakeFirst();
  return row !== undefined;
}
