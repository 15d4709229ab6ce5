/** Reading and writing recommendations with what they rest on. */
import type { Kysely, Transaction } from 'kysely';
import { LIMITS } from '../../../core/limits.ts';
import { refuse, type Refusal } from '../../../core/refusal.ts';
import {
  changeRecommendation,
  lacksWhy,
  type RecommendationChange,
  type RecommendationOutcome,
} from '../../../core/recommendations/change.ts';
import {
  evidenceKey,
  inOrderOfFields,
  readEvidence,
  unitedPromises,
  type Recommendation,
  type RecommendationFields,
} from '../../../core/recommendations/types.ts';
import { postitKey } from '../../../core/talk/types.ts';
import type { RecommendationsTaken, StoredRecommendations } from '../recommendations.ts';
import { forgetShownWords } from './checkedWords.ts';
import type { MainDb } from './mainDb.ts';
import { noteOut, outOf, promisesOut } from './recommendationsOut.ts';
import type { RecommendationTables } from './recommendationTables.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';
import { responseOf } from './talkCoding.ts';

type Trx = Transaction<Tables>;
type What = RecommendationTables['recommendation_known']['what'];

export async function readRecommendations(
  { query }: Pick<MainDb, 'query'>,
  consultation: string,
): Promise<StoredRecommendations> {
  const known = await query
    .selectFrom('recommendation_known')
    .select(['what', 'id'])
    .where('consultation', '=', consultation)
    .where('what', 'in', ['gone', 'back'])
    .execute();
  const of = (what: What): string[] => known.flatMap((row) => (row.what === what ? [row.id] : []));
  return {
    list: await listOf(query, consultation),
    gone: of('gone'),
    back: of('back'),
    out: await outOf(query, consultation),
  };
}

async function listOf(query: Kysely<Tables>, consultation: string, id?: string): Promise<Recommendation[]> {
  const rows = await query
    .selectFrom('recommendation')
    .select(['id', 'document'])
    .where('consultation', '=', consultation)
    .$if(id !== undefined, (some) => some.where('id', '=', id ?? ''))
    .execute();
  const points = await query
    .selectFrom('recommendation_point as of')
    .innerJoin('session', 'session.key', 'of.session')
    .select(['of.id', 'of.point', 'session.id as session'])
    .where('of.consultation', '=', consultation)
    .execute();
  const postits = await query
    .selectFrom('recommendation_postit as of')
    .innerJoin('session', 'session.key', 'of.session')
    .select(['of.id', 'of.board', 'of.tag', 'session.id as session'])
    .where('of.consultation', '=', consultation)
    .execute();
  const links = Map.groupBy(
    [
      ...points.map((row) => ({
        id: row.id,
        key: evidenceKey({ of: 'point', session: row.session, id: row.point }),
      })),
      ...postits.map((row) => ({ id: row.id, key: evidenceKey({ of: 'postit', ...row }) })),
    ],
    (link) => link.id,
  );
  return rows.map((row) => {
    const fields = JSON.parse(row.document) as RecommendationFields;
    const evidence = [...fields.evidence, ...(links.get(row.id) ?? []).map(({ key }) => key)];
    return { id: row.id, ...fields, evidence: evidence.toSorted() };
  });
}

export interface Done {
  outcome: RecommendationOutcome;
  /** Words or links that stood there went: they are to leave the copies as well. */
  wordsWent: boolean;
}

/** @returns what became of it, or why it cannot be */
export async function carryOut(
  trx: Trx,
  consultation: string,
  change: RecommendationChange,
): Promise<Done | Refusal> {
  const again = await isKnown(trx, consultation, 'done', change.id);
  const [row] = await listOf(trx, consultation, change.key);
  const now = row === undefined ? null : fieldsOf(row);
  // Looked up for corrections, and for one that is removed: of a new one nothing has gone out.
  const out =
    change.mend === undefined && now !== null ? [] : await promisesOut(trx, consultation, change.key);
  const { next, outcome } = changeRecommendation(now, change, again, new Set(out));
  if (again) {
    // What stands now may be what the same device has made of it since: that is no difference to tell it.
    if (await isKnown(trx, consultation, 'part', change.id)) return { outcome, wordsWent: false };
    return { outcome: { id: change.id, is: 'done' }, wordsWent: false };
  }
  // One that came without, from another laptop, can be mended field by field.
  if (next !== null && lacksWhy(next) && (now === null || !lacksWhy(now)))
    return refuse('why-needed', 'set.why');
  if (now === null && next !== null) {
    const { n } = await trx
      .selectFrom('recommendation')
      .select((of) => of.fn.countAll<number>().as('n'))
      .where('consultation', '=', consultation)
      .executeTakeFirstOrThrow();
    if (n >= LIMITS.recommendations)
      return refuse('recommendations-full', 'recommendations', String(LIMITS.recommendations));
    // A window that brings it back may not have heard of all that was promised.
    const promises = unitedPromises([next.promises], out);
    await put(trx, consultation, { id: change.key, ...next, promises });
    if (await forget(trx, consultation, 'gone', change.key))
      await note(trx, consultation, 'back', change.key);
  } else if (now !== null && next === null) {
    await remove(trx, consultation, change.key);
    await forgetShownWords(trx, consultation, change.key);
  } else if (now !== null && next !== null && JSON.stringify(now) !== JSON.stringify(inOrderOfFields(next)))
    await put(trx, consultation, { id: change.key, ...next });
  await note(trx, consultation, 'done', change.id);
  if (outcome.is !== 'done') await note(trx, consultation, 'part', change.id);
  return { outcome, wordsWent: now !== null && wentFrom(now, next) };
}

function fieldsOf({ id: _id, ...fields }: Recommendation): RecommendationFields {
  return inOrderOfFields(fields);
}

/** Whether something that was typed, or a link, is there no more. */
function wentFrom(now: RecommendationFields, next: RecommendationFields | null): boolean {
  if (next === null) return true;
  const words = ['text', 'points', 'to', 'owner', 'answerWords', 'why', 'done', 'toldHow'] as const;
  return (
    words.some((field) => !next[field].startsWith(now[field])) ||
    now.evidence.some((key) => !next.evidence.includes(key))
  );
}

/** Writes one over what stands under its id. Links to what is not there are left out. */
async function put(trx: Trx, consultation: string, given: Recommendation): Promise<void> {
  const { id } = given;
  const fields = fieldsOf(given);
  const evidence = fields.evidence.flatMap((key) => readEvidence(key) ?? []);
  // Of no session: a link stays as an id when a theme or a passage goes, since undoing brings it back.
  const inDocument = evidence.filter((one) => !('session' in one));
  const document = JSON.stringify({ ...fields, evidence: inDocument.map(evidenceKey) });
  await trx
    .insertInto('recommendation')
    .values({ consultation, id, document })
    .onConflict((conflict) => conflict.columns(['consultation', 'id']).doUpdateSet({ document }))
    .execute();
  for (const table of ['recommendation_point', 'recommendation_postit'] as const)
    await trx.deleteFrom(table).where('consultation', '=', consultation).where('id', '=', id).execute();
  const sessions = await trx
    .selectFrom('session')
    .select(['id', 'key'])
    .where('consultation', '=', consultation)
    .where('state', '<>', 'draft')
    .execute();
  const keys = new Map(sessions.map((session) => [session.id, session.key]));
  for (const one of evidence) {
    const session = 'session' in one ? keys.get(one.session) : undefined;
    if (session === undefined) continue;
    if (one.of === 'point')
      await trx
        .insertInto('recommendation_point')
        .values({ consultation, id, session, point: one.id })
        .execute();
    else if (one.of === 'postit') {
      const on = await responseOf(trx, session, postitKey(one.board, one.tag));
      if (on !== null)
        await trx
          .insertInto('recommendation_postit')
          .values({ consultation, id, session, ...on })
          .execute();
    }
  }
}

async function remove(trx: Trx, consultation: string, id: string): Promise<void> {
  await trx
    .deleteFrom('recommendation')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .execute();
  await forget(trx, consultation, 'back', id);
  await note(trx, consultation, 'gone', id);
}

/** What an archive brings; what stands here under an id is written over. */
export async function takeRecommendations(
  trx: Trx,
  consultation: string,
  { list, gone, out }: NonNullable<RecommendationsTaken['recommendations']>,
): Promise<void> {
  for (const one of list) await put(trx, consultation, one);
  for (const id of gone) {
    const [there] = await listOf(trx, consultation, id);
    await remove(trx, consultation, id);
    if (there !== undefined) await noteScrub(trx);
  }
  for (const { recommendation, counts } of out) await noteOut(trx, consultation, recommendation, counts);
}

async function isKnown(trx: Trx, consultation: string, what: What, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('recommendation_known')
    .select('id')
    .where('consultation', '=', consultation)
    .where('what', '=', what)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function note(trx: Trx, consultation: string, what: What, id: string): Promise<void> {
  await trx
    .insertInto('recommendation_known')
    .values({ consultation, what, id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns whether it was known */
async function forget(trx: Trx, consultation: string, what: What, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('recommendation_known')
    .where('consultation', '=', consultation)
    .where('what', '=', what)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
