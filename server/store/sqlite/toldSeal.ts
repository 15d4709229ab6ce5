/** Case studies and corrections that come with an archive, and whether there are any. */
import type { Transaction } from 'kysely';
import type { StoredTold } from '../told.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { noteToldGone, putCaseStudy, putCorrection } from './toldWrite.ts';

type Trx = Transaction<Tables>;

/** What stands here under an id is written over; a correction whose session is not here is left out. */
export async function takeTold(trx: Trx, consultation: string, told: StoredTold): Promise<void> {
  for (const { id, ...study } of told.caseStudies) await putCaseStudy(trx, consultation, id, study);
  for (const { id, ...correction } of told.corrections)
    await putCorrection(trx, consultation, id, correction);
  for (const id of told.gone) {
    let went = 0n;
    for (const table of ['case_study', 'correction'] as const)
      went += (
        await trx
          .deleteFrom(table)
          .where('consultation', '=', consultation)
          .where('id', '=', id)
          .executeTakeFirst()
      ).numDeletedRows;
    await noteToldGone(trx, consultation, id);
    if (went > 0n) await noteScrub(trx);
  }
}

/** Whether a session has corrections, or a consultation anything: then copies of the database may have it too. */
export async function hasTold(trx: Trx, of: 'id' | 'consultation', value: string): Promise<boolean> {
  if (of === 'id') {
    const row = await trx
      .selectFrom('correction')
      .innerJoin('session', (join) =>
        join.on((on) =>
          on.or([
            on('session.key', '=', on.ref('correction.session')),
            on('session.key', '=', on.ref('correction.of_session')),
          ]),
        ),
      )
      .select('correction.id')
      .where('session.id', '=', value)
      .executeTakeFirst();
    return row !== undefined;
  }
  for (const table of ['case_study', 'correction'] as const) {
    const row = await trx.selectFrom(table).select('id').where('consultation', '=', value).executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}
