/** Somebody's words go from what was written and printed with them, when their answers are taken out. */
import { sql, type Transaction } from 'kysely';
import { publishedText } from '../../../core/report/document.ts';
import { withoutIdeas, withoutTexts } from '../../../core/report/withoutTexts.ts';
import type { OutWords } from '../rights.ts';
import type { Release } from '../store.ts';
import { MARK, printedOf, printHash, withoutPrinted, type Which } from './printedWords.ts';
import { statementTexts } from './proposals.ts';
import { cleanRecommendations } from './recommendations.ts';
import type { Tables } from './tables.ts';

/** Their words go from the report and from the releases that are kept, in whatever wording these printed them. */
export async function cleanWords(
  trx: Transaction<Tables>,
  consultation: string,
  session: string,
  taken: OutWords['taken'],
  words: readonly string[] = [],
): Promise<void> {
  const gone = new Set(taken.map(({ board, tag }) => `${board} ${tag}`));
  await cleanQuoted(
    trx,
    consultation,
    { postit: (one) => one.session === session && gone.has(`${one.board} ${one.tag}`) },
    [...words, ...taken.flatMap(({ comment, review }) => [comment, publishedText(comment, review)])],
  );
}

/**
 * Quotes go from the releases that are kept, and their words from whatever else was written with them.
 *
 * @param which post-its
 * @param known words of theirs, and of the same people
 */
export async function cleanQuoted(
  trx: Transaction<Tables>,
  consultation: string,
  which: Pick<Which, 'postit'>,
  known: readonly string[],
): Promise<void> {
  const rows = await trx
    .selectFrom('release')
    .select('document')
    .where('consultation', '=', consultation)
    .execute();
  const releases = rows.map(({ document }) => JSON.parse(document) as Release);
  const texts = [...known, ...printedOf(releases, which)];
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
  for (const release of releases) await cleanRelease(trx, release, which, { texts, stated });
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
    .select('release.document')
    .where(
      sql<boolean>`EXISTS (
        SELECT 1 FROM json_each(consultation.document, '$.waves') AS wave
        WHERE json_extract(wave.value, '$.id') = ${consultation})`,
    )
    .execute();
  for (const { document } of later)
    await cleanRelease(trx, JSON.parse(document) as Release, {}, { texts, stated });
}

/**
 * A release keeps its hash, which stands for what was printed; what is kept of it is another text from now on, with a
 * hash of its own.
 */
async function cleanRelease(
  trx: Transaction<Tables>,
  release: Release,
  which: Pick<Which, 'postit'>,
  { texts, stated }: { texts: readonly string[]; stated: ReadonlySet<string> },
): Promise<void> {
  const without = await withoutPrinted(trx, release, which, texts, stated);
  const model = withoutIdeas(without.model, texts, MARK);
  const { quotes } = release.entry;
  const left = quotes?.filter((one) => which.postit?.(one) !== true);
  if (left?.length === quotes?.length && JSON.stringify(model) === JSON.stringify(release.model)) return;
  const entry = left === undefined ? release.entry : { ...release.entry, quotes: left };
  await trx
    .updateTable('release')
    .set({ document: JSON.stringify({ ...release, model, now: printHash(model), entry }) })
    .where('consultation', '=', release.consultation)
    .where('number', '=', release.number)
    .execute();
}
