/** What was decided about quoting a point, or a passage, goes with the point, and with the words it was decided about. */
import type { Transaction } from 'kysely';
import { withoutPersons, withPersons, type EntryPerson } from '../../../core/release/persons.ts';
import type { PointReview, ReportDocument } from '../../../core/report/document.ts';
import type { Release } from '../store.ts';
import { hasAny, printedOf, withoutPrinted } from './printedWords.ts';
import { statementTexts } from './proposals.ts';
import { noteScrub } from './scrub.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** A quote as a decision or a register names it: of a passage without a session, and there with its text's id. */
interface Named {
  session: string;
  point: string;
  source?: string;
}
type Mine = (one: Named) => boolean;

/** Words of a point or passage. */
export interface Words {
  point: string;
  text: string;
}

/**
 * Takes the decision out of the report. A point that is removed goes out of the releases that are kept, too, in whatever
 * words they printed it.
 *
 * @param text of the point, as it was
 * @returns all words of it that are known
 */
export async function forgetQuoted(
  trx: Trx,
  consultation: string,
  { session, point, text }: { session: string; point: string; text: string },
  removed: boolean,
): Promise<string[]> {
  const mine: Mine = (one) => one.session === session && one.point === point;
  const known: Words[] = [{ point, text }, ...edited(await takeReviews(trx, consultation, mine))];
  if (removed) known.push(...(await takePrinted(trx, consultation, mine, known)));
  return known.map((one) => one.text);
}

function edited(reviews: readonly PointReview[]): Words[] {
  return reviews.map(({ point, published }) => ({ point, text: published ?? '' }));
}

/**
 * The same for whatever was removed here or elsewhere: an archive may bring a release, or a decision, with words of what
 * is gone here, and take away what is printed here.
 *
 * @param known words of points that went just now
 */
export async function forgetGone(trx: Trx, consultation: string, known: readonly Words[]): Promise<void> {
  const rows = await trx
    .selectFrom('talk_gone')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  const gone = new Set(rows.map(({ id }) => id));
  if (gone.size === 0) return;
  const points = await trx
    .selectFrom('point')
    .innerJoin('session', 'session.key', 'point.session')
    .select('point.id')
    .where('session.consultation', '=', consultation)
    .execute();
  // What was removed elsewhere, and came with a running session alone, may stand here in another one.
  for (const { id } of points) gone.delete(id);
  const mine: Mine = ({ point, source = '' }) => gone.has(point) || gone.has(source);
  const standing = await trx
    .selectFrom('passage')
    .select('id')
    .where('consultation', '=', consultation)
    .execute();
  const passages = new Set(standing.map(({ id }) => id));
  // A passage goes with its text, of which a decision says nothing.
  const decided: Mine = (one) => mine(one) || (one.session === '' && !passages.has(one.point));
  const reviews = await takeReviews(trx, consultation, decided);
  await takePrinted(trx, consultation, mine, [...known, ...edited(reviews)]);
}

/**
 * The same for points that one person had said; their session may not be here any more.
 *
 * @param texts of those that stood
 * @param of the session in which they were said; empty: any
 * @returns these, and all other words of theirs that are known; and whether a release had said something of the person
 */
export async function forgetPoints(
  trx: Trx,
  consultation: string,
  ids: ReadonlySet<string>,
  texts: readonly Words[] = [],
  of = '',
): Promise<{ words: string[]; persons: boolean }> {
  const isIn = (session: string): boolean => (of === '' ? session !== '' : session === of);
  const mine: Mine = ({ session, point }) => isIn(session) && ids.has(point);
  const known = [...texts, ...edited(await takeReviews(trx, consultation, mine))];
  const printed = await takePrinted(trx, consultation, mine, known);
  const persons = await forgetPersons(
    trx,
    consultation,
    (one) => one.of === 'point' && isIn(one.in) && ids.has(one.id),
  );
  return { words: [...known, ...printed].map(({ text }) => text), persons };
}

/** Ids of points that a release quotes or says something of, or about which something was decided. */
export async function namedPoints(trx: Trx, consultation: string): Promise<Set<string>> {
  const releases = await trx
    .selectFrom('release')
    .select('document')
    .where('consultation', '=', consultation)
    .execute();
  const report = await trx
    .selectFrom('report')
    .select('document')
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  const decided = report === undefined ? [] : ((JSON.parse(report.document) as ReportDocument).points ?? []);
  return new Set([
    ...releases.flatMap(({ document }) => {
      const { talk, persons } = (JSON.parse(document) as Release).entry;
      return [...(talk?.quotes ?? []).map((one) => one.point), ...(persons?.list ?? []).map(({ id }) => id)];
    }),
    ...decided.map(({ point }) => point),
  ]);
}

/** Nobody brings back what its writer took out, and nothing is left of it: also not what releases said of the writer. */
async function forgetPersons(
  trx: Trx,
  consultation: string,
  isTheirs: (one: EntryPerson) => boolean,
): Promise<boolean> {
  let found = false;
  const rows = await trx
    .selectFrom('release')
    .select(['number', 'document'])
    .where('consultation', '=', consultation)
    .execute();
  for (const { number, document } of rows) {
    const release = JSON.parse(document) as Release;
    const entry = withoutPersons(release.entry, isTheirs);
    if (entry === null) continue;
    await trx
      .updateTable('release')
      .set({ document: JSON.stringify({ ...release, entry }) })
      .where('consultation', '=', consultation)
      .where('number', '=', number)
      .execute();
    await noteScrub(trx);
    found = true;
  }
  return found;
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

async function takeReviews(trx: Trx, consultation: string, mine: Mine): Promise<PointReview[]> {
  const row = await trx
    .selectFrom('report')
    .select(['document', 'revision'])
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  if (row === undefined) return [];
  const document = JSON.parse(row.document) as ReportDocument;
  const { points: decided = [] } = document;
  const found = decided.filter(mine);
  if (found.length === 0) return [];
  const points = decided.filter((one) => !mine(one));
  // A window that has the old words open must not save them back.
  await trx
    .updateTable('report')
    .set({ document: JSON.stringify({ ...document, points }), revision: row.revision + 1 })
    .where('consultation', '=', consultation)
    .execute();
  await noteScrub(trx);
  return found;
}

/**
 * @param known their words, and of others perhaps that were never quoted
 * @returns what was printed of them
 */
async function takePrinted(
  trx: Trx,
  consultation: string,
  mine: Mine,
  known: readonly Words[],
): Promise<Words[]> {
  const rows = await trx
    .selectFrom('release')
    .select('document')
    .where('consultation', '=', consultation)
    .execute();
  const stated = await statementTexts(trx, consultation);
  // Those of passages have no session.
  const ours = ({ passage, source }: { passage: string; source: string }): boolean =>
    mine({ session: '', point: passage, source });
  const which = { point: mine, passage: ours };
  const releases = rows.map(({ document }) => JSON.parse(document) as Release);
  const ids = new Set(
    releases.flatMap(({ entry: { talk } }) => [
      ...(talk?.quotes ?? []).map(({ point }) => point),
      ...(talk?.passages ?? []).map(({ passage }) => passage),
    ]),
  );
  const printed = printedOf(releases, which);
  const words = [...known.flatMap(({ point, text }) => (ids.has(point) ? [text] : [])), ...printed];
  for (const release of releases) {
    const { talk } = release.entry;
    if (talk === undefined || !hasAny(release, which)) continue;
    const { quotes, passages } = talk;
    const left = {
      ...talk,
      quotes: quotes.filter((one) => !mine(one)),
      ...(passages === undefined ? {} : { passages: passages.filter((one) => !ours(one)) }),
    };
    const without = await withoutPrinted(trx, release, which, words, stated);
    const cleaned: Release = { ...release, ...without, entry: { ...withPersons(release.entry), talk: left } };
    await trx
      .updateTable('release')
      .set({ document: JSON.stringify(cleaned) })
      .where('consultation', '=', consultation)
      .where('number', '=', release.number)
      .execute();
    await noteScrub(trx);
  }
  return printed.map((text) => ({ point: '', text }));
}
