/** The report's document of a consultation, and the register of what left the team. */
import type { ReportDocument } from '../../../core/report/document.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { refuse } from '../../../core/refusal.ts';
import type { WentOut } from '../recommendations.ts';
import type { Release, StoredReport } from '../store.ts';
import type { MainDb } from './mainDb.ts';
import { noteWentOut } from './recommendationsOut.ts';

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
 * Adds the next release; refused when its number is not the next, and as `taken-back` when anything was written since it
 * was made: words that stand in it may have been taken back.
 *
 * @param at what had been written before it was made, see `writtenSoFar`; left out: not asked
 * @param out what is noted as gone out with it
 */
export function writeRelease(
  main: MainDb,
  release: Release,
  at?: number,
  out: readonly WentOut[] = [],
): Promise<{ number: number } | Refusal> {
  const { consultation, number } = release;
  return main.transaction(async (trx) => {
    if (at !== undefined && at !== main.writtenByNow()) return refuse('taken-back');
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
    await trx
      .insertInto('release')
      .values({ consultation, number, document: JSON.stringify(release) })
      .execute();
    for (const told of out) await noteWentOut(trx, told);
    return { number };
  });
}
