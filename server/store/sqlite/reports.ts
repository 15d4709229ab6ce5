/** The report's document of a consultation, and the register of what left the team. */
import type { ReportDocument } from '../../../core/report/document.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Release, StoredReport } from '../store.ts';
import type { MainDb } from './mainDb.ts';
import { takenByNow } from './scrub.ts';

/** The report’s document with its revision; null where none was saved. */
export async function readReport(main: MainDb, consultation: string): Promise<StoredReport | null> {
  const row = await main.query
    .selectFrom('report')
    .select(['document', 'revision'])
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { document: JSON.parse(row.document) as ReportDocument, revision: row.revision };
}

/** Saves the first (`from` null) or the next revision; refused when it has changed since. */
export async function writeReport(
  main: MainDb,
  consultation: string,
  report: ReportDocument,
  from: number | null,
): Promise<{ revision: number } | Refusal> {
  const document = JSON.stringify(report);
  const known = await main.query
    .selectFrom('consultation')
    .select('id')
    .where('id', '=', consultation)
    .executeTakeFirst();
  if (known === undefined) return refuse('no-such-consultation');
  const saved =
    from === null
      ? await main.query
          .insertInto('report')
          .values({ consultation, revision: 1, document })
          .onConflict((conflict) => conflict.column('consultation').doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await main.query
          .updateTable('report')
          .set({ revision: from + 1, document })
          .where('consultation', '=', consultation)
          .where('revision', '=', from)
          .returning('revision')
          .executeTakeFirst();
  return saved ?? refuse('changed-elsewhere');
}

/** The register, oldest first. */
export async function readReleases(main: MainDb, consultation: string): Promise<Release[]> {
  const rows = await main.query
    .selectFrom('release')
    .select('document')
    .where('consultation', '=', consultation)
    .orderBy('number')
    .execute();
  return rows.map(({ document }) => JSON.parse(document) as Release);
}

/**
 * Adds the next release; refused when its number is not the next, and as `taken-back` when words were taken out since:
 * those that stand in it would stay.
 *
 * @param taken how often words had been taken out when it was made, see `takenSoFar`; left out: not asked
 */
export function writeRelease(
  main: MainDb,
  release: Release,
  taken?: number,
): Promise<{ number: number } | Refusal> {
  const { consultation, number } = release;
  return main.transaction(async (trx) => {
    const known = await trx
      .selectFrom('consultation')
      .select('id')
      .where('id', '=', consultation)
      .executeTakeFirst();
    if (known === undefined) return refuse('no-such-consultation');
    const last = await trx
      .selectFrom('release')
      .select((build) => build.fn.max('number').as('number'))
      .where('consultation', '=', consultation)
      .executeTakeFirst();
    if (number !== (last?.number ?? 0) + 1) return refuse('changed-elsewhere');
    if (taken !== undefined && taken !== takenByNow()) return refuse('taken-back');
    await trx
      .insertInto('release')
      .values({ consultation, number, document: JSON.stringify(release) })
      .execute();
    return { number };
  });
}
