/** Interviews, documents, passages and questions as a whole: read, taken from an archive, removed by their ids. */
import type { Transaction } from 'kysely';
import type { Sources } from '../../../core/talk/sources.ts';
import type { MainDb } from './mainDb.ts';
import { questionDocument, readPassage, readQuestion, readSource, sourceDocument } from './sourceRows.ts';
import type { Tables } from './tables.ts';
import { putDocument, putPassage } from './talkSources.ts';

type Trx = Transaction<Tables>;

export async function readSources({ query }: Pick<MainDb, 'query'>, consultation: string): Promise<Sources> {
  const sources = await query
    .selectFrom('source')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  const passages = await query
    .selectFrom('passage')
    .select(['id', 'source', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  const questions = await query
    .selectFrom('question')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  return {
    sources: sources.map(readSource),
    passages: passages.map(readPassage),
    questions: questions.map(readQuestion),
  };
}

/** What stands here under an id is written over: it was compared before (server/archive/sources.ts). */
export async function takeSources(trx: Trx, consultation: string, taken: Sources): Promise<void> {
  for (const { id, ...source } of taken.sources)
    await putDocument(trx, 'source', consultation, id, sourceDocument(source));
  for (const passage of taken.passages) await putPassage(trx, consultation, passage);
  for (const { id, ...question } of taken.questions)
    await putDocument(trx, 'question', consultation, id, questionDocument(question));
}

/** @returns whether one of them had this id */
export async function deleteSourced(trx: Trx, consultation: string, id: string): Promise<boolean> {
  let n = 0n;
  for (const table of ['passage', 'source', 'question'] as const) {
    const { numDeletedRows } = await trx
      .deleteFrom(table)
      .where('consultation', '=', consultation)
      .where('id', '=', id)
      .executeTakeFirst();
    n += numDeletedRows;
  }
  return n > 0n;
}

export async function hasSources(trx: Trx, consultation: string): Promise<boolean> {
  for (const table of ['source', 'question'] as const) {
    const row = await trx
      .selectFrom(table)
      .select('id')
      .where('consultation', '=', consultation)
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}
