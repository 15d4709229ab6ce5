/** What was decided about quoting a point, or a passage, goes with the point, and with the words it was decided about. */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { withPersons } from '../../../core/release/persons.ts';
import { releaseEn } from '../../../core/messages/release.en.ts';
import type { ReportDocument } from '../../../core/report/document.ts';
import { withoutTexts } from '../../../core/report/withoutTexts.ts';
import type { Release } from '../store.ts';
import { statementTexts } from './proposals.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/**
 * Takes the decision out of the report. A point that is removed goes out of the releases that are kept, too.
 *
 * @param text of the point, as it was
 */
export async function forgetQuoted(
  trx: Trx,
  consultation: string,
  { session, point, text }: { session: string; point: string; text: string },
  removed: boolean,
): Promise<void> {
  const mine = (one: { session: string; point: string }): boolean =>
    one.session === session && one.point === point;
  const review = await takeReviews(trx, consultation, mine);
  if (removed) await takePrinted(trx, consultation, mine, [text, review?.published ?? '']);
}

/** The decisions about points of a session that is removed. */
export async function forgetQuotedOf(trx: Trx, session: string): Promise<void> {
  const row = await trx
    .selectFrom('session')
    .select('consultation')
    .where('id', '=', session)
    .executeTakeFirst();
  if (row !== undefined) await takeReviews(trx, row.consultation, (one) => one.session === session);
}

async function takeReviews(
  trx: Trx,
  consultation: string,
  mine: (one: { session: string; point: string }) => boolean,
): Promise<NonNullable<ReportDocument['points']>[number] | undefined> {
  const row = await trx
    .selectFrom('report')
    .select(['document', 'revision'])
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const document = JSON.parse(row.document) as ReportDocument;
  const found = document.points?.find(mine);
  if (found === undefined) return undefined;
  const points = (document.points ?? []).filter((one) => !mine(one));
  // A window that has the old words open must not save them back.
  await trx
    .updateTable('report')
    .set({ document: JSON.stringify({ ...document, points }), revision: row.revision + 1 })
    .where('consultation', '=', consultation)
    .execute();
  return found;
}

async function takePrinted(
  trx: Trx,
  consultation: string,
  mine: (one: { session: string; point: string }) => boolean,
  texts: readonly string[],
): Promise<void> {
  const rows = await trx
    .selectFrom('release')
    .select(['number', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  const stated = await statementTexts(trx, consultation);
  for (const { number, document } of rows) {
    const release = JSON.parse(document) as Release;
    const { talk } = release.entry;
    const { quotes = [], passages } = talk ?? {};
    // Those of passages have no session.
    const ours = (one: { passage: string }): boolean => mine({ session: '', point: one.passage });
    if (talk === undefined || !(quotes.some(mine) || passages?.some(ours) === true)) continue;
    const model = withoutTexts(release.model, texts, releaseEn['quote.takenOut'], stated);
    const now = createHash('sha256').update(JSON.stringify(model)).digest('hex');
    const left = {
      ...talk,
      quotes: quotes.filter((one) => !mine(one)),
      ...(passages === undefined ? {} : { passages: passages.filter((one) => !ours(one)) }),
    };
    const cleaned: Release = { ...release, model, now, entry: { ...withPersons(release.entry), talk: left } };
    await trx
      .updateTable('release')
      .set({ document: JSON.stringify(cleaned) })
      .where('consultation', '=', consultation)
      .where('number', '=', number)
      .execute();
  }
}
