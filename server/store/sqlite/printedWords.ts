/**
 * What quotes printed in the releases that are kept, so that it goes from there in the words in which it went out: their
 * rows may read otherwise by now, or be gone.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { releaseEn } from '../../../core/messages/release.en.ts';
import type { EntryTalk, QuoteEntry, ReleaseEntry } from '../../../core/release/types.ts';
import { publishedText, type ReportDocument, type Review } from '../../../core/report/document.ts';
import { placesIn, printedAt } from '../../../core/report/printedPlaces.ts';
import { withoutPlaces, withoutTexts } from '../../../core/report/withoutTexts.ts';
import type { Release } from '../store.ts';
import { passageWords } from './sourceRows.ts';
import type { Tables } from './tables.ts';
import { readPoint } from './talkTables.ts';

type Trx = Transaction<Tables>;

/** What stands where somebody's words stood. */
export const MARK = releaseEn['quote.takenOut'];
/** The same where nobody knows any more whether they were theirs. */
const UNKNOWN = releaseEn['quote.unknown'];

/** Quotes of a release. */
interface Quotes {
  postits: readonly QuoteEntry[];
  points: EntryTalk['quotes'];
  passages: NonNullable<EntryTalk['passages']>;
}

/** Which of its quotes are meant. */
export interface Which {
  postit?: (one: QuoteEntry) => boolean;
  point?: (one: EntryTalk['quotes'][number]) => boolean;
  passage?: (one: NonNullable<EntryTalk['passages']>[number]) => boolean;
}

const none = (): boolean => false;

function quotesOf({ quotes = [], talk }: ReleaseEntry): Quotes {
  return { postits: quotes, points: talk?.quotes ?? [], passages: talk?.passages ?? [] };
}

function those({ postits, points, passages }: Quotes, { postit, point, passage }: Which): Quotes {
  return {
    postits: postits.filter(postit ?? none),
    points: points.filter(point ?? none),
    passages: passages.filter(passage ?? none),
  };
}

function all({ postits, points, passages }: Quotes): { at?: number[] }[] {
  return [...postits, ...points, ...passages];
}

/** Whether a release has any of them. */
export function hasAny({ entry }: Pick<Release, 'entry'>, which: Which): boolean {
  return all(those(quotesOf(entry), which)).length > 0;
}

/** What these releases printed of them, as far as it was noted where that stands. */
export function printedOf(releases: readonly Release[], which: Which): string[] {
  const words = releases.flatMap(({ model, entry }) => printedAt(model, all(those(quotesOf(entry), which))));
  return [...new Set(words)].filter((text) => text !== '' && text !== MARK && text !== UNKNOWN);
}

/**
 * The model of a release without these words, and its hash. Of a quote that goes and of which it was not noted where it
 * stands the words may be others than anybody knows: then every quote goes that no other one explains.
 *
 * @param which quotes go
 * @param texts all that is known of their words
 * @param stated what statements say
 */
export async function withoutPrinted(
  trx: Trx,
  { consultation, model, entry }: Release,
  which: Which,
  texts: readonly string[],
  stated: ReadonlySet<string>,
): Promise<Pick<Release, 'model'> & { now: string }> {
  const quotes = quotesOf(entry);
  const away = new Set(all(those(quotes, which)));
  const blind = [...away].filter(({ at }) => at === undefined).length;
  const left = those(quotes, {
    postit: (one) => !away.has(one),
    point: (one) => !away.has(one),
    passage: (one) => !away.has(one),
  });
  const unknown = blind === 0 ? [] : await unexplained(trx, { consultation, model }, left);
  const found = unknown.filter((text) => texts.includes(text)).length;
  const others = found < blind ? unknown.filter((text) => !texts.includes(text)) : [];
  // Where there are more than went, some of them are of others, whose words were changed since.
  const mark = others.length <= blind - found ? MARK : UNKNOWN;
  // Whole quotes before parts of texts, or one that has another in it would not be known any more.
  const whole = withoutPlaces(withoutPlaces(model, texts, MARK), others, mark);
  const cleaned = withoutTexts(withoutTexts(whole, texts, MARK, stated), others, mark, stated);
  return { model: cleaned, now: printHash(cleaned) };
}

/** SHA-256, in hex, of a model as it is kept. */
export function printHash(model: Release['model']): string {
  return createHash('sha256').update(JSON.stringify(model)).digest('hex');
}

/** Words of printed quotes that read like none of these, each once. */
async function unexplained(
  trx: Trx,
  { consultation, model }: Pick<Release, 'consultation' | 'model'>,
  others: Quotes,
): Promise<string[]> {
  const explained = new Set([
    '',
    MARK,
    UNKNOWN,
    ...printedAt(model, all(others)),
    ...(await postitWords(trx, others.postits)),
    ...(await pointWords(trx, others.points)),
    ...(await wordsOfPassages(trx, consultation, others.passages)),
    ...(await editedWords(trx, consultation, others)),
  ]);
  return [...new Set(placesIn(model))].filter((text) => !explained.has(text));
}

async function postitWords(trx: Trx, postits: Quotes['postits']): Promise<string[]> {
  const words: string[] = [];
  for (const { session, board, tag } of postits) {
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
    words.push(found.comment, publishedText(found.comment, review));
  }
  return words;
}

async function pointWords(trx: Trx, points: Quotes['points']): Promise<string[]> {
  const words: string[] = [];
  for (const { session, point } of points) {
    const row = await trx
      .selectFrom('point')
      .innerJoin('session', 'session.key', 'point.session')
      .select(['point.id', 'point.document'])
      .where('session.id', '=', session)
      .where('point.id', '=', point)
      .executeTakeFirst();
    if (row !== undefined) words.push(readPoint(row, { session, place: 0, person: 0, postit: '' }).text);
  }
  return words;
}

async function wordsOfPassages(
  trx: Trx,
  consultation: string,
  passages: Quotes['passages'],
): Promise<string[]> {
  const words = await passageWords(trx, consultation, new Set(passages.map(({ passage }) => passage)));
  return [...words.values()].map((one) => one.trim());
}

/** As the team worded them for printing. */
async function editedWords(trx: Trx, consultation: string, { points, passages }: Quotes): Promise<string[]> {
  const row = await trx
    .selectFrom('report')
    .select('document')
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  if (row === undefined) return [];
  const { points: decided = [] } = JSON.parse(row.document) as ReportDocument;
  const ids = new Set([...points.map(({ point }) => point), ...passages.map(({ passage }) => passage)]);
  return decided.flatMap(({ point, published }) => (ids.has(point) ? [published ?? ''] : []));
}
