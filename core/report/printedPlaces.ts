/**
 * Where quotes stand in a report that was printed. The register keeps these places, so that a quote's words are found
 * again in whatever wording they went out, once it is taken back: what stands in its row has often been edited since.
 */
import { reportTalkEn } from '../messages/reportTalk.en.ts';
import type { EntryTalk, QuoteEntry } from '../release/types.ts';
import type { PrintedQuote } from './input.ts';
import type { ReportModel } from './model.ts';
import type { TalkReport } from './talk.ts';

type Model = Pick<ReportModel, 'sections'>;

/** Id of the section whose table has an example of each theme, in its last column. */
export const CODEBOOK = 'codebook';

const NONE = reportTalkEn['codebook.none'];

/**
 * The words at every place where a quote can stand: the blocks of quotes in their order, then the examples of the
 * codebook. An empty text is none. Cleaning a model changes words and never their places.
 */
export function placesIn({ sections }: Model): string[] {
  const blocks = sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : [])),
  );
  const examples = sections.flatMap(({ id, blocks: of }) =>
    id !== CODEBOOK
      ? []
      : of.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.at(-1) ?? '') : [])),
  );
  return [...blocks, ...examples.map((text) => (text === NONE ? '' : text))];
}

/** What was printed of these quotes, as far as it was noted where they stand. */
export function printedAt(model: Model, quotes: readonly { at?: readonly number[] }[]): string[] {
  const places = placesIn(model);
  return quotes.flatMap(({ at = [] }) => at.flatMap((i) => places[i] ?? []));
}

/** Entries of post-its with the places where they stand. */
export function postitsAt(model: Model, quotes: readonly PrintedQuote[]): QuoteEntry[] {
  const places = placesIn(model);
  return quotes.flatMap(({ entry, text }) =>
    entry === null ? [] : [{ ...entry, at: placesOf(places, text) }],
  );
}

/** The same of points and passages. */
export function talkAt(model: Model, { entry, themes }: Pick<TalkReport, 'entry' | 'themes'>): EntryTalk {
  const places = placesIn(model);
  const words = new Map(
    themes.flatMap(({ quotes }) => quotes.map(({ point, text }) => [point, text] as const)),
  );
  const at = (id: string): number[] => placesOf(places, words.get(id) ?? '');
  return {
    ...entry,
    quotes: entry.quotes.map((one) => ({ ...one, at: at(one.point) })),
    ...(entry.passages === undefined
      ? {}
      : { passages: entry.passages.map((one) => ({ ...one, at: at(one.passage) })) }),
  };
}

/** Of two quotes in the same words, each has the places of both: where either goes, its words do. */
function placesOf(places: readonly string[], text: string): number[] {
  return places.flatMap((one, i) => (text !== '' && one === text ? [i] : []));
}
