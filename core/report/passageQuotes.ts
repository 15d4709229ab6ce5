/**
 * Quotes out of interviews and documents. In print nothing tells them from what was said in a session: how many people
 * could have said it would fall to those who were interviewed. Whoever took part in a session and shares what is said
 * of the speaker could have said it, and of those there are as many as the floor for quotes.
 */
import type { EntryTalk } from '../release/types.ts';
import { wordsAt } from '../talk/positions.ts';
import { isLost, usableOfTeam, type Passage, type TextSource } from '../talk/sources.ts';
import { codePoints } from '../text.ts';
import { LIMITS } from '../limits.ts';
import type { PointReview, ReportDocument } from './document.ts';
import { groupLabel, makeSayOf } from './register.ts';
import { sayBeside } from './saidBefore.ts';
import { personsTold, type Quoted, type QuoteSource } from './talkQuotes.ts';

interface Texts {
  readonly sources: readonly TextSource[];
  readonly passages: readonly Passage[];
}

export interface QuotablePassage {
  source: TextSource;
  passage: Passage;
  words: string;
}

/** Both yeses, words that stand, a theme; and no longer than a quote may be. */
export function quotablePassages({ sources, passages }: Texts): QuotablePassage[] {
  return usableOfTeam(
    sources.filter(({ mayQuote }) => mayQuote),
    passages.filter((passage) => !isLost(passage) && passage.themes.length > 0),
  ).flatMap(({ source, passage }) => {
    const words = wordsAt(source.text, passage).trim();
    return words === '' || codePoints(words) > LIMITS.publishedText ? [] : [{ source, passage, words }];
  });
}

/** A decision about a passage stands beside those about points, without a session. */
function passageReview(
  { points = [] }: Pick<ReportDocument, 'points'>,
  passage: string,
): PointReview | undefined {
  return points.find((one) => one.session === '' && one.point === passage);
}

/** What would be printed of a passage; empty: nothing. */
export function printedPassage({ words }: QuotablePassage, review: PointReview | undefined): string {
  return review?.chosen === true ? (review.published ?? words) : '';
}

/**
 * @param raised whether a theme of these is in print: one that was raised in interviews alone would tell by its name
 *   what somebody said there
 * @param held gets those that are left out, since beside an earlier release they would tell of too few, or that nobody
 *   in a session of both can have said them
 */
export function quotesOfPassages(
  source: QuoteSource,
  texts: Texts,
  raised: (themes: readonly string[]) => boolean,
  entry: EntryTalk,
  held: string[],
): Quoted[] {
  const { document, audience, consultation } = source;
  const [sayOf, earlier] = [makeSayOf(source), personsTold(source)];
  return quotablePassages(texts).flatMap((one): Quoted[] => {
    const { source: spoken, passage } = one;
    const review = passageReview(document, passage.id);
    const text = printedPassage(one, review);
    if (text === '' || !raised(passage.themes)) return [];
    if (audience === 'release' && review?.checked !== true) return [];
    const { gender, ageBand } = spoken;
    const all = { group: groupLabel(spoken.group, consultation), gender, ageBand };
    const said = sayBeside(
      earlier,
      {
        // All that was said of somebody in an interview was said of the same person.
        is: (told) => {
          if (told.of !== 'passage' || told.in !== spoken.id) return null;
          return told.id === passage.id ? 'same' : 'speaker';
        },
        words: text,
        study: false,
      },
      (before) => sayOf(all, before, ''),
      all,
    );
    if (said === null) {
      held.push(passage.id);
      return [];
    }
    if (audience === 'release')
      entry.passages = [...(entry.passages ?? []), { source: spoken.id, passage: passage.id, said }];
    const dissent = passage.stance === 'disagree';
    return [{ themes: passage.themes, quote: { point: passage.id, text, said, dissent } }];
  });
}
