/** Recommendations in the main database, and the page that tells what became of them. */
import type { Transaction } from 'kysely';
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import type { RecommendationChange, RecommendationOutcome } from '../../../core/recommendations/change.ts';
import { mayStand, wordsOf, type ToldPage, type ToldOut } from '../../../core/recommendations/told.ts';
import { postitKey } from '../../../core/talk/types.ts';
import type { Review } from '../../../core/report/document.ts';
import { withoutTexts } from '../../../core/report/withoutTexts.ts';
import type {
  Published,
  PublishedNow,
  RecommendationStore,
  StoredRecommendations,
} from '../recommendations.ts';
import { cleanShownWords } from './checkedWords.ts';
import { LateScrub } from './lateScrub.ts';
import type { MainDb } from './mainDb.ts';
import { carryOut, readRecommendations } from './recommendationRows.ts';
import { keepOut, noteWentOut } from './recommendationsOut.ts';
import { Refused } from './refused.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { responseOf } from './talkCoding.ts';

export class RecommendationTable implements RecommendationStore {
  readonly #main: MainDb;
  readonly #scrub: LateScrub;

  /** @param scrub takes the last traces of what was removed out of every file */
  constructor(main: MainDb, scrub: () => Promise<void>) {
    this.#main = main;
    this.#scrub = new LateScrub(scrub);
  }

  read(consultation: string): Promise<StoredRecommendations> {
    return readRecommendations(this.#main, consultation);
  }

  async change(
    consultation: string,
    changes: readonly RecommendationChange[],
  ): Promise<RecommendationOutcome[] | Refusal> {
    const outcomes: RecommendationOutcome[] = [];
    let wordsWent = false;
    try {
      await this.#main.transaction(async (trx) => {
        for (const [i, change] of changes.entries()) {
          const done = await carryOut(trx, consultation, change);
          if (isRefusal(done)) throw new Refused({ ...done, where: `changes.${i}.${done.where ?? ''}` });
          outcomes.push(done.outcome);
          wordsWent ||= done.wordsWent;
        }
        if (wordsWent) await noteScrub(trx);
      });
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
    if (wordsWent) this.#scrub.soon();
    return outcomes;
  }

  wentOut(consultation: string, out: readonly ToldOut[], at?: number): Promise<{ ok: true } | Refusal> {
    return this.#main.transaction(async (trx) => {
      if (at !== undefined && at !== this.#main.writtenByNow()) return refuse('taken-back');
      await noteWentOut(trx, { consultation, out });
      return { ok: true };
    });
  }

  async publish(
    consultation: string,
    { page, quotes, out = [] }: Published,
    at?: number,
  ): Promise<{ ok: true } | Refusal> {
    const done = await this.#main.transaction(async (trx): Promise<{ ok: true } | Refusal> => {
      if (at !== undefined && at !== this.#main.writtenByNow()) return refuse('taken-back');
      await noteWentOut(trx, { consultation, out });
      await keepOut(trx, consultation);
      const before = await trx.deleteFrom('told').where('consultation', '=', consultation).executeTakeFirst();
      if (before.numDeletedRows > 0n) await noteScrub(trx);
      await trx
        .insertInto('told')
        .values({ consultation, document: JSON.stringify(page) })
        .execute();
      for (const { recommendation: id, session, board, tag } of quotes) {
        const row = await trx
          .selectFrom('session')
          .select('key')
          .where('id', '=', session)
          .where('consultation', '=', consultation)
          .executeTakeFirst();
        const on = row === undefined ? null : await responseOf(trx, row.key, postitKey(board, tag));
        if (row !== undefined && on !== null)
          await trx
            .insertInto('told_quote')
            .values({ consultation, id, session: row.key, ...on })
            .execute();
      }
      return { ok: true };
    });
    if (!isRefusal(done)) this.#scrub.soon();
    return done;
  }

  async published(consultation: string): Promise<PublishedNow | null> {
    const { query } = this.#main;
    const row = await query
      .selectFrom('told')
      .select('document')
      .where('consultation', '=', consultation)
      .executeTakeFirst();
    if (row === undefined) return null;
    const rows = await query
      .selectFrom('told_quote as of')
      .innerJoin('response as on', (join) =>
        join
          .onRef('on.session', '=', 'of.session')
          .onRef('on.board', '=', 'of.board')
          .onRef('on.tag', '=', 'of.tag'),
      )
      .innerJoin('review', (join) =>
        join
          .onRef('review.session', '=', 'of.session')
          .onRef('review.board', '=', 'of.board')
          .onRef('review.tag', '=', 'of.tag'),
      )
      .select(['of.id', 'on.comment', 'on.audience', 'on.quote', 'review.document as review'])
      .where('of.consultation', '=', consultation)
      .orderBy('of.tag')
      .execute();
    const quotes = rows.flatMap(({ id, comment, audience, quote, review }) => {
      const of = { comment, audience, quote: quote === 1, review: JSON.parse(review) as Review };
      return mayStand(of) ? [{ recommendation: id, text: wordsOf(of) }] : [];
    });
    return { page: JSON.parse(row.document) as ToldPage, quotes };
  }

  async withdraw(consultation: string): Promise<void> {
    await this.#main.transaction(async (trx) => {
      await keepOut(trx, consultation);
      const { numDeletedRows } = await trx
        .deleteFrom('told')
        .where('consultation', '=', consultation)
        .executeTakeFirst();
      if (numDeletedRows > 0n) await noteScrub(trx);
    });
    this.#scrub.soon();
  }

  stop(): void {
    this.#scrub.stop();
  }
}

/** Somebody's words go from recommendations, and from the page that is out, when their answers are taken out. */
export async function cleanRecommendations(
  trx: Transaction<Tables>,
  consultation: string,
  texts: readonly string[],
  mark: string,
): Promise<void> {
  const cleaned = <T>(value: T): T => withoutTexts(withoutWhole(value), texts, mark) as T;
  const clean = (document: string): string => JSON.stringify(cleaned(JSON.parse(document)));
  // An idea that became a recommendation, or a point of it, is the whole of that, however short.
  const whole = (words: string): string => (words !== '' && texts.includes(words.trim()) ? mark : words);
  const withoutWhole = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withoutWhole);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]: [string, unknown]) => {
        if (key === 'text' && typeof inner === 'string') return [key, whole(inner)];
        // On lines of their own where they are written, one by one on the page that is out.
        if (key === 'points' && typeof inner === 'string')
          return [key, inner.split('\n').map(whole).join('\n')];
        if (key === 'points' && Array.isArray(inner))
          return [key, inner.map((line) => (typeof line === 'string' ? whole(line) : withoutWhole(line)))];
        return [key, withoutWhole(inner)];
      }),
    );
  };
  const rows = await trx
    .selectFrom('recommendation')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  for (const { id, document } of rows) {
    const now = clean(document);
    if (now !== document)
      await trx
        .updateTable('recommendation')
        .set({ document: now })
        .where('consultation', '=', consultation)
        .where('id', '=', id)
        .execute();
  }
  await cleanShownWords(trx, consultation, cleaned);
  const told = await trx
    .selectFrom('told')
    .select('document')
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  if (told === undefined) return;
  const now = clean(told.document);
  if (now !== told.document)
    await trx.updateTable('told').set({ document: now }).where('consultation', '=', consultation).execute();
}

export async function hasRecommendations(trx: Transaction<Tables>, consultation: string): Promise<boolean> {
  const row = await trx
    .selectFrom('recommendation')
    .select('id')
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  return row !== undefined;
}
