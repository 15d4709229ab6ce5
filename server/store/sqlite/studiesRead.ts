/** Reading case studies and corrections of a consultation. */
import type { Correction } from '../../../core/readBack/types.ts';
import type { StoredStudies } from '../studies.ts';
import type { MainDb } from './mainDb.ts';
import { BACK, readCaseStudy, readCorrection } from './studiesTables.ts';

type Query = MainDb['query'];

export async function readStudiesOf(
  { query }: Pick<MainDb, 'query'>,
  consultation: string,
): Promise<StoredStudies> {
  const studies = await query
    .selectFrom('case_study')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .orderBy('id')
    .execute();
  const gone = await studiesGone(query, consultation);
  const back = await query
    .selectFrom('told_done')
    .select('id')
    .where('consultation', '=', consultation)
    .where('id', 'like', `${BACK}%`)
    .execute();
  const rows = await corrections(query).where('correction.consultation', '=', consultation).execute();
  return {
    caseStudies: studies.map(readCaseStudy),
    corrections: rows.map((row) => readCorrection(row, sessionsOf(row))),
    gone,
    back: back.map(({ id }) => id.slice(BACK.length)),
  };
}

/** Ids of what was removed, and of ticks that were taken back. */
export async function studiesGone(query: Query, consultation: string): Promise<string[]> {
  const rows = await query
    .selectFrom('told_gone')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  return rows.map(({ id }) => id);
}

export async function correctionIn(
  query: Query,
  consultation: string,
  id: string,
): Promise<Correction | null> {
  const row = await corrections(query)
    .where('correction.consultation', '=', consultation)
    .where('correction.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : readCorrection(row, sessionsOf(row));
}

function corrections(query: Query) {
  return query
    .selectFrom('correction')
    .leftJoin('session as at', 'at.key', 'correction.session')
    .leftJoin('session as of_at', 'of_at.key', 'correction.of_session')
    .select(['correction.id', 'correction.document', 'at.id as session', 'of_at.id as of_session'])
    .orderBy('correction.id');
}

function sessionsOf(row: { session: string | null; of_session: string | null }) {
  return { session: row.session ?? '', ofSession: row.of_session ?? '' };
}
