/** Consultations and sessions, which are kept as JSON documents. */
import type { Consultation } from '../../../core/consultation.ts';
import type { Transaction } from 'kysely';
import type { Refusal } from '../../../core/refusal.ts';
import { isRefusal, refuse } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { DayChange } from '../rights.ts';
import type { StoredConsultation } from '../store.ts';
import { withoutGone } from './proposals.ts';
import type { MainDb } from './mainDb.ts';
import type { Tables } from './tables.ts';

function readConsultation(row: { revision: number; document: string }): StoredConsultation {
  return { consultation: JSON.parse(row.document) as Consultation, revision: row.revision };
}

/** The session of a row. */
export function readSession(row: { document: string }): Session {
  return JSON.parse(row.document) as Session;
}

/** The consultation with its revision; null when it is not here. */
export async function consultationIn(main: MainDb, id: string): Promise<StoredConsultation | null> {
  const row = await main.query.selectFrom('consultation').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : readConsultation(row);
}

/** In the order in which they came here. */
export async function sessionsIn(main: MainDb, consultation: string): Promise<Session[]> {
  const rows = await main.query
    .selectFrom('session')
    .select('document')
    .where('consultation', '=', consultation)
    .orderBy('key')
    .execute();
  return rows.map(readSession);
}

/** All of them, in the order in which they came here. */
export async function consultationsIn(main: MainDb): Promise<StoredConsultation[]> {
  const rows = await main.query.selectFrom('consultation').selectAll().orderBy('key').execute();
  return rows.map(readConsultation);
}

/**
 * Saves the first (`from` null) or the next revision; refused when it has changed since. That the last day
 * on which data are kept was changed is recorded with it.
 */
export async function writeConsultation(
  main: MainDb,
  consultation: Consultation,
  from: number | null,
  change?: DayChange,
): Promise<{ revision: number } | Refusal> {
  return main.transaction(async (trx) => {
    const saved = await writeIn(trx, consultation, from);
    if (!isRefusal(saved) && change !== undefined) await noteChange(trx, consultation.id, change);
    return saved;
  });
}

async function noteChange(trx: Transaction<Tables>, consultation: string, change: DayChange): Promise<void> {
  const last = await trx
    .selectFrom('day_change')
    .select((build) => build.fn.max('n').as('n'))
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  const document = JSON.stringify(change);
  await trx
    .insertInto('day_change')
    .values({ consultation, n: (last?.n ?? 0) + 1, document })
    .execute();
}

async function writeIn(
  trx: Transaction<Tables>,
  consultation: Consultation,
  from: number | null,
): Promise<{ revision: number } | Refusal> {
  const { id } = consultation;
  const document = JSON.stringify(await withoutGone(trx, consultation));
  if (from === null) {
    const made = await trx
      .insertInto('consultation')
      .values({ id, revision: 1, document })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('revision')
      .executeTakeFirst();
    return made ?? refuse('changed-elsewhere');
  }
  const saved = await trx
    .updateTable('consultation')
    .set({ revision: from + 1, document })
    .where('id', '=', id)
    .where('revision', '=', from)
    .returning('revision')
    .executeTakeFirst();
  if (saved !== undefined) return saved;
  const known = await trx.selectFrom('consultation').select('id').where('id', '=', id).executeTakeFirst();
  return refuse(known === undefined ? 'no-such-consultation' : 'changed-elsewhere');
}

/** Sessions with a live file: in lobby, live or ended. */
export async function unsealedIn(main: MainDb): Promise<Session[]> {
  const rows = await main.query
    .selectFrom('session')
    .select('document')
    .where('state', 'in', ['lobby', 'live', 'ended'])
    .orderBy('key')
    .execute();
  return rows.map(readSession);
}

/**
 * Saves a session in the place of the one with its id, if there is one; its responses are not touched. What
 * was taken out of it meanwhile stays counted. Throws where it is sealed and would be something else again.
 *
 * @param seen as it was read; without it whatever stands is written over
 * @returns false: it is another than was seen by now, or gone, and nothing is written
 */
export function writeSession(main: MainDb, session: Session, seen?: Session): Promise<boolean> {
  const { id, consultation, state } = session;
  return main.transaction(async (trx) => {
    const found = await trx.selectFrom('session').select('document').where('id', '=', id).executeTakeFirst();
    const before = found === undefined ? null : readSession(found);
    if (seen !== undefined && JSON.stringify(before) !== JSON.stringify(seen)) return false;
    // Its answers would be in no figure, and its files are gone.
    if (before?.state === 'sealed' && state !== 'sealed') throw new Error('What is sealed stays so.');
    const known = before?.takenOut ?? 0;
    const kept = known > (session.takenOut ?? 0) ? { ...session, takenOut: known } : session;
    const row = { consultation, state, document: JSON.stringify(kept) };
    await trx
      .insertInto('session')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    return true;
  });
}
