/** Carrying out changes to interviews, documents, passages and questions, within one transaction. */
import type { Transaction } from 'kysely';
import { LIMITS } from '../../../core/limits.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import {
  applyChange,
  type Applied,
  type PassageChange,
  type QuestionChange,
  type SourceChange,
} from '../../../core/talk/change.ts';
import { changedPassage, movedPassages } from '../../../core/talk/passages.ts';
import type { Passage, QuestionFields, SourceFields, TextSource } from '../../../core/talk/sources.ts';
import {
  passageDocument,
  questionDocument,
  readPassage,
  readQuestion,
  readSource,
  sourceDocument,
} from './sourceRows.ts';
import type { Tables } from './tables.ts';
import type { Done } from './talkCoding.ts';
import { bringBack, noteGone } from './talkKnown.ts';

type Trx = Transaction<Tables>;

export async function changeSource(
  trx: Trx,
  consultation: string,
  change: SourceChange,
  again: boolean,
): Promise<Done | Refusal> {
  const now = await sourceOf(trx, consultation, change.key);
  const applied = applyChange<SourceFields>(now, change, again);
  const { next, outcome } = applied;
  const before = now === null ? null : sourceDocument(now);
  const after = next === null ? null : sourceDocument(next);
  const refused = await put(trx, 'source', consultation, change, before, after, LIMITS.sources);
  if (refused !== null) return refused;
  if (now === null || next === null) return { outcome, wordsWent: now !== null };
  const touched: string[] = [];
  if (next.text !== now.text)
    for (const passage of movedPassages(now.text, next.text, await passagesOf(trx, consultation, now.id))) {
      await putPassage(trx, consultation, passage);
      touched.push(passage.id);
    }
  // What it was called, and of whom it is, is to leave the copies as its words are.
  return { outcome, wordsWent: before !== after, touched };
}

export async function changePassage(
  trx: Trx,
  consultation: string,
  change: PassageChange,
  again: boolean,
): Promise<Done | Refusal> {
  const row = await trx
    .selectFrom('passage')
    .select(['id', 'source', 'document'])
    .where('consultation', '=', consultation)
    .where('id', '=', change.key)
    .executeTakeFirst();
  const now = row === undefined ? null : readPassage(row);
  const source = await sourceOf(trx, consultation, now?.source ?? change.source);
  if (source === null) {
    const nothing = change.set === null ? ('done' as const) : ('gone' as const);
    return { outcome: { id: change.id, is: nothing }, wordsWent: false };
  }
  if (change.set !== null && !source.mayUse) return refuse('no-consent', 'source');
  const { next, outcome } = changedPassage(now, change, source.text, again);
  if (next === null) {
    if (now !== null) {
      await trx
        .deleteFrom('passage')
        .where('consultation', '=', consultation)
        .where('id', '=', change.key)
        .execute();
      await noteGone(trx, consultation, change.key);
    }
    return { outcome, wordsWent: now !== null };
  }
  if (now === null) {
    const { n } = await trx
      .selectFrom('passage')
      .select((of) => of.fn.countAll<number>().as('n'))
      .where('consultation', '=', consultation)
      .where('source', '=', source.id)
      .executeTakeFirstOrThrow();
    if (n >= LIMITS.passages) return refuse('sources-full', 'passages', String(LIMITS.passages));
    await bringBack(trx, consultation, change.key, change.id);
  }
  await putPassage(trx, consultation, { ...next, id: change.key, source: source.id });
  const noteWent = now !== null && now.note !== '' && next.note !== now.note;
  return { outcome, wordsWent: noteWent || now?.themes.some((one) => !next.themes.includes(one)) === true };
}

export async function changeQuestion(
  trx: Trx,
  consultation: string,
  change: QuestionChange,
  again: boolean,
): Promise<Done | Refusal> {
  const row = await trx
    .selectFrom('question')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .where('id', '=', change.key)
    .executeTakeFirst();
  const now = row === undefined ? null : readQuestion(row);
  const { next, outcome }: Applied<QuestionFields> = applyChange<QuestionFields>(now, change, again);
  const before = now === null ? null : questionDocument(now);
  const after = next === null ? null : questionDocument(next);
  const refused = await put(trx, 'question', consultation, change, before, after, LIMITS.questions);
  if (refused !== null) return refused;
  return { outcome, wordsWent: now !== null && next?.text !== now.text };
}

/** Writes what is to stand in the place of what stood there. */
async function put(
  trx: Trx,
  table: 'source' | 'question',
  consultation: string,
  { id: change, key: id }: { id: string; key: string },
  before: string | null,
  after: string | null,
  most: number,
): Promise<Refusal | null> {
  if (before === after) return null;
  if (after === null) {
    await trx.deleteFrom(table).where('consultation', '=', consultation).where('id', '=', id).execute();
    await noteGone(trx, consultation, id);
    return null;
  }
  if (before === null) {
    const { n } = await trx
      .selectFrom(table)
      .select((of) => of.fn.countAll<number>().as('n'))
      .where('consultation', '=', consultation)
      .executeTakeFirstOrThrow();
    if (n >= most) return refuse('sources-full', `${table}s`, String(most));
    await bringBack(trx, consultation, id, change);
  }
  await putDocument(trx, table, consultation, id, after);
  return null;
}

export async function putDocument(
  trx: Trx,
  table: 'source' | 'question',
  consultation: string,
  id: string,
  document: string,
): Promise<void> {
  await trx
    .insertInto(table)
    .values({ consultation, id, document })
    .onConflict((conflict) => conflict.columns(['consultation', 'id']).doUpdateSet({ document }))
    .execute();
}

export async function putPassage(trx: Trx, consultation: string, passage: Passage): Promise<void> {
  const { id, source } = passage;
  const document = passageDocument(passage);
  await trx
    .insertInto('passage')
    .values({ consultation, id, source, document })
    .onConflict((conflict) => conflict.columns(['consultation', 'id']).doUpdateSet({ document }))
    .execute();
}

async function sourceOf(trx: Trx, consultation: string, id: string): Promise<TextSource | null> {
  const row = await trx
    .selectFrom('source')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : readSource(row);
}

async function passagesOf(trx: Trx, consultation: string, source: string): Promise<Passage[]> {
  const rows = await trx
    .selectFrom('passage')
    .select(['id', 'source', 'document'])
    .where('consultation', '=', consultation)
    .where('source', '=', source)
    .execute();
  return rows.map(readPassage);
}
