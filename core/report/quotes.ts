/** Which comments may be printed, in which words, and what may be said of who wrote them. */
import type { Consultation } from '../consultation.ts';
import type { Audience } from '../response.ts';
import { withAbout } from '../release/about.ts';
import type { AskedBoard, ReleasedBoard, ReleaseEntry, ReleasePlan } from '../release/types.ts';
import type { Answer, Scale } from '../scale.ts';
import { scaleKey } from '../scale.ts';
import type { Membership, Session } from '../session.ts';
import { groupsOf } from '../session.ts';
import type { TallyRow } from '../tally.ts';
import type { ReportDocument, Review } from './document.ts';
import { publishedText } from './document.ts';
import type { PrintedQuote } from './input.ts';
import type { Speech } from './words.ts';
import { speechOf } from './words.ts';
import { isShared, saidOf, type Said } from './writer.ts';

/** A sealed comment with what was decided about it. */
export interface QuotableComment {
  session: string;
  board: number;
  statement: string;
  round: 1 | 2;
  tag: string;
  membership: Membership;
  answer: Answer;
  comment: string;
  audience: Audience;
  /** Its writer agreed to be quoted. */
  quote: boolean;
  review: Review | null;
}

/** What quotes are chosen from and looked up in. */
export interface QuoteSource {
  consultation: Consultation;
  /** The sessions of the report; comments of others are passed over. */
  sessions: readonly Session[];
  document: ReportDocument;
  figures: { boards: readonly AskedBoard[]; tallies: readonly TallyRow[] };
  /** Releases before this one. */
  releases: readonly { entry: ReleaseEntry }[];
}

/** A comment with its place in what is printed. */
export interface Placed {
  comment: QuotableComment;
  scale: Scale;
  board: ReleasedBoard;
}

const chosen = ({ comment, review }: QuotableComment): boolean =>
  review?.chosen === true && publishedText(comment, review) !== '';

/**
 * Comments that a release may print if they are chosen: somebody has read them for signs of a person,
 * their writers gave them to the room and agreed, and their session stands in the printed figure of their
 * statement, round and scale.
 */
export function placedIn(
  comments: readonly QuotableComment[],
  { sessions, figures }: QuoteSource,
  plan: Pick<ReleasePlan, 'boards'>,
): Placed[] {
  return comments.flatMap((comment) => {
    const { statement, round, session, audience, quote, review } = comment;
    if (comment.comment === '' || !quote || audience !== 'room' || review?.checked !== true) return [];
    if (!sessions.some((s) => s.id === session)) return [];
    const scale = scaleOf(comment, figures.boards);
    const board = plan.boards.find(
      (b) =>
        b.statement === statement &&
        b.round === round &&
        scale !== null &&
        scaleKey(b.scale) === scaleKey(scale) &&
        b.whole?.set.sessions.includes(session) === true,
    );
    return scale === null || board === undefined ? [] : [{ comment, scale, board }];
  });
}

/**
 * The chosen comments of a release, in the order of their tags, which follows nothing. Of a writer only a
 * part of the printed figure is said, never a group or a session that stands merged or not at all in it,
 * and only where `document.quoteFloor` people share it, never fewer than the floor. One of whose writer an earlier
 * release said what too few share in the sessions that both reports are about is left out.
 */
export function releasedQuotes(
  comments: readonly QuotableComment[],
  source: QuoteSource,
  plan: Pick<ReleasePlan, 'boards'>,
): PrintedQuote[] {
  const { consultation, document, sessions, figures, releases } = source;
  const speech = speechOf(document.language);
  const hidden = consultation.breakdowns === 'hidden';
  const least = Math.max(document.quoteFloor, document.floor, consultation.floor);
  const before = releases.flatMap(({ entry }) =>
    (entry.quotes ?? []).map((quote) => withAbout(entry, quote)),
  );
  return chosenIn(comments, source, plan).flatMap(({ comment, scale, board }) => {
    const { session, tag } = comment;
    const own = before.filter((q) => q.session === session && q.board === comment.board && q.tag === tag);
    // Whoever finds the same words in two reports knows that they were written where both were about.
    const wasIn = (id: string): boolean =>
      own.every(({ about }) => about === undefined || about.includes(id) || id === session);
    const about = {
      parts: hidden ? ('none' as const) : document.parts,
      least,
      sessions: sessions.filter(({ id }) => wasIn(id)),
      tallies: figures.tallies.filter((row) => wasIn(row.session)),
      before: own.flatMap(({ said }) => said ?? []),
    };
    const isLess = own[0]?.about?.some((id) => wasIn(id) && !sessions.some((one) => one.id === id)) === true;
    if (isLess && !isShared(comment, about)) return [];
    const said = saidOf(comment, board, about);
    const entry = { session, board: comment.board, tag, said };
    return [{ ...printedAs(comment, scale, bySaid(speech, said, consultation)), entry }];
  });
}

/** The chosen comments that a release may print, in the order of their tags. */
export function chosenIn(
  comments: readonly QuotableComment[],
  source: QuoteSource,
  plan: Pick<ReleasePlan, 'boards'>,
): Placed[] {
  return placedIn(comments, source, plan)
    .filter(({ comment }) => chosen(comment))
    .toSorted((a, b) => byTag(a.comment, b.comment));
}

/** The chosen comments for the team, which may have what was for it alone, with all that is known of a writer. */
export function teamQuotes(
  comments: readonly QuotableComment[],
  { consultation, document, sessions, figures }: Omit<QuoteSource, 'releases'>,
): PrintedQuote[] {
  const speech = speechOf(document.language);
  return comments
    .filter((c) => chosen(c) && c.quote && c.comment !== '')
    .toSorted(byTag)
    .flatMap((comment) => {
      const session = sessions.find((s) => s.id === comment.session);
      const scale = scaleOf(comment, figures.boards);
      if (session === undefined || scale === null) return [];
      const [first = ''] = groupsOf(comment.membership);
      const group = consultation.groups.find((g) => g.id === first)?.label ?? '';
      return [printedAs(comment, scale, byAll(speech, group, session.name))];
    });
}

function scaleOf(
  { session, statement, round }: QuotableComment,
  boards: readonly AskedBoard[],
): Scale | null {
  const of = boards.find((b) => b.session === session && b.statement === statement && b.round === round);
  return of?.scale ?? null;
}

const byTag = (a: { tag: string }, b: { tag: string }): number =>
  a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0;

function printedAs(
  { statement, round, comment, review, answer }: QuotableComment,
  scale: Scale,
  by: string,
): PrintedQuote {
  // The language of a comment is not kept.
  const text = publishedText(comment, review);
  return { statement, round, text, lang: '', by, answer, scale, entry: null };
}

/** A group by its own name stands alone; every other part is where a participant was. */
function bySaid({ say }: Speech, said: Said | null, { groups }: Consultation): string {
  if (said === null) return say('by.none');
  return said.as === 'role' && groups.some((g) => g.label === said.label)
    ? say('by.group', { group: said.label })
    : say('by.session', { session: said.label });
}

function byAll({ say }: Speech, group: string, session: string): string {
  if (group === '') return session === '' ? say('by.none') : say('by.session', { session });
  return session === '' ? say('by.group', { group }) : say('by.both', { group, session });
}
