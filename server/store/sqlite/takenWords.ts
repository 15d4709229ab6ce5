/** Somebody's words go from what was written and printed with them, when their answers are taken out. */
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { releaseEn } from '../../../core/messages/release.en.ts';
import { publishedText, type Review } from '../../../core/report/document.ts';
import { quotesIn, withoutIdeas, withoutTexts } from '../../../core/report/withoutTexts.ts';
import type { Release } from '../store.ts';
import { statementTexts } from './proposals.ts';
import { cleanRecommendations } from './recommendations.ts';
import type { Tables } from './tables.ts';
import type { Taken } from './takeOut.ts';

/** What stands where somebody's words stood. */
const MARK = releaseEn['quote.takenOut'];

/** Their words go from the report and from the releases that are kept. */
export async function cleanWords(
  trx: Transaction<Tables>,
  consultation: string,
  session: string,
  taken: readonly Taken[],
  words: readonly string[] = [],
): Promise<void> {
  const texts = [
    ...words,
    ...taken.flatMap(({ comment, review }) => [comment, publishedText(comment, review)]),
  ];
  const stated = await statementTexts(trx, consultation);
  const report = await trx
    .selectFrom('report')
    .select(['document', 'revision'])
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  if (report !== undefined) {
    const document = JSON.stringify(
      withoutTexts(JSON.parse(report.document) as unknown, texts, MARK, stated),
    );
    // A window that has the old text open must not save it back.
    if (document !== report.document)
      await trx
        .updateTable('report')
        .set({ document, revision: report.revision + 1 })
        .where('consultation', '=', consultation)
        .execute();
  }
  await cleanRecommendations(trx, consultation, texts, MARK);
  const releases = await trx
    .selectFrom('release')
    .select(['number', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  for (const { number, document } of releases) {
    const release = JSON.parse(document) as Release;
    const cleaned = JSON.stringify(await cleanRelease(trx, release, session, taken, { texts, stated }));
    if (cleaned !== document)
      await trx
        .updateTable('release')
        .set({ document: cleaned })
        .where('consultation', '=', consultation)
        .where('number', '=', number)
        .execute();
  }
  await cleanLater(trx, consultation, { texts, stated });
}

/**
 * A wave that repeats the consultation may have printed what became of its recommendations; somebody's words go from
 * there as well.
 */
async function cleanLater(
  trx: Transaction<Tables>,
  consultation: string,
  { texts, stated }: { texts: readonly string[]; stated: ReadonlySet<string> },
): Promise<void> {
  const later = await trx
    .selectFrom('release')
    .innerJoin('consultation', 'consultation.id', 'release.consultation')
    .select(['release.consultation', 'release.number', 'release.document'])
    .where(
      sql<boolean>`EXISTS (
        SELECT 1 FROM json_each(consultation.document, '$.waves') AS wave
        WHERE json_extract(wave.value, '$.id') = ${consultation})`,
    )
    .execute();
  for (const { consultation: of, number, document } of later) {
    const release = JSON.parse(document) as Release;
    const cleaned = JSON.stringify(await cleanRelease(trx, release, '', [], { texts, stated }));
    if (cleaned !== document)
      await trx
        .updateTable('release')
        .set({ document: cleaned })
        .where('consultation', '=', of)
        .where('number', '=', number)
        .execute();
  }
}

/**
 * A release keeps its hash, which stands for what was printed; what is kept of it is another text from now
 * on, with a hash of its own. Should a quote have been worded in a way that is no longer known, every quote
 * goes that no other comment explains.
 */
async function cleanRelease(
  trx: Transaction<Tables>,
  release: Release,
  session: string,
  taken: readonly Taken[],
  { texts, stated }: { texts: readonly string[]; stated: ReadonlySet<string> },
): Promise<Release> {
  const gone = new Set(taken.map(({ board, tag }) => `${board} ${tag}`));
  const theirs = (q: { session: string; board: number; tag: string }): boolean =>
    q.session === session && gone.has(`${q.board} ${q.tag}`);
  const quotes = release.entry.quotes ?? [];
  const left = quotes.filter((q) => !theirs(q));
  const printed = quotesIn(release.model);
  const known = printed.filter((text) => texts.includes(text)).length;
  const unknown = known < quotes.length - left.length ? await unexplained(trx, left, printed) : [];
  const model = withoutIdeas(withoutTexts(release.model, [...texts, ...unknown], MARK, stated), texts, MARK);
  const text = JSON.stringify(model);
  if (left.length === quotes.length && text === JSON.stringify(release.model)) return release;
  const now = createHash('sha256').update(text).digest('hex');
  const entry = release.entry.quotes === undefined ? release.entry : { ...release.entry, quotes: left };
  return { ...release, model, now, entry };
}

/** Printed quotes that none of these comments reads like. */
async function unexplained(
  trx: Transaction<Tables>,
  others: readonly { session: string; board: number; tag: string }[],
  printed: readonly string[],
): Promise<string[]> {
  const explained = new Set<string>();
  for (const { session, board, tag } of others) {
    const found = await trx
      .selectFrom('response')
      .innerJoin('session', 'session.key', 'response.session')
      .leftJoin('review', (join) =>
        join
          .onRef('review.session', '=', 'response.session')
          .onRef('review.board', '=', 'response.board')
          .onRef('review.tag', '=', 'response.tag'),
      )
      .select(['response.comment', 'review.document'])
      .where('session.id', '=', session)
      .where('response.board', '=', board)
      .where('response.tag', '=', tag)
      .executeTakeFirst();
    if (found === undefined) continue;
    const review = found.document === null ? null : (JSON.parse(found.document) as Review);
    explained.add(found.comment).add(publishedText(found.comment, review));
  }
  return printed.filter((text) => !explained.has(text) && text !== MARK);
}
