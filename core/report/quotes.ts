/** Which comments may be printed, in which words, and what may be said of who wrote them. */
import type { Attributes, RegisterRow } from '../attribution.ts';
import { attributionFor } from '../attribution.ts';
import type { Consultation } from '../consultation.ts';
import type { Audience } from '../response.ts';
import type { Answer } from '../scale.ts';
import { points } from '../scale.ts';
import type { Membership, Session } from '../session.ts';
import { groupsOf } from '../session.ts';
import type { ReportDocument, Review } from './document.ts';
import type { PrintedQuote, PublishedStatement } from './input.ts';
import { mainRound } from './input.ts';
import { sideOfAnswer } from './quoteBlocks.ts';
import { onSide } from './sentences.ts';
import type { Speech } from './words.ts';
import { speechOf } from './words.ts';

/** A sealed comment with what was decided about it. */
export interface QuotableComment {
  session: string;
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

interface About {
  consultation: Consultation;
  /** The sessions of the report; comments of others are passed over. */
  sessions: readonly Session[];
  document: ReportDocument;
}

/**
 * Whether a comment may be printed if it is chosen. In a release somebody has read it for signs of a
 * person, and its writer gave it to the room; the team's own report may have what was for the team.
 */
function printable(comment: QuotableComment, audience: 'release' | 'team'): boolean {
  if (comment.comment === '' || !comment.quote) return false;
  return audience === 'team' || (comment.audience === 'room' && comment.review?.checked === true);
}

/**
 * The chosen comments that may be printed, in the order of their tags, which follows nothing. Of a writer
 * only their group and session are known. In a release each is said only where `document.quoteFloor` people
 * of the attendance share all that is said, and neither where the consultation hides breakdowns.
 */
export function printedQuotes(
  comments: readonly QuotableComment[],
  about: About,
  audience: 'release' | 'team',
): PrintedQuote[] {
  const speech = speechOf(about.document.language);
  const register = registerOf(about);
  return comments
    .filter((c) => c.review?.chosen === true && printable(c, audience))
    .toSorted((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0))
    .flatMap((c) => {
      const session = about.sessions.find((s) => s.id === c.session);
      if (session === undefined) return [];
      const published = c.review?.published ?? '';
      return [
        {
          statement: c.statement,
          round: c.round,
          text: published === '' ? c.comment : published,
          // The language of a comment is not kept.
          lang: '',
          by: byWords(speech, attributesOf(c, session, about, register, audience)),
          groups: groupsOf(c.membership),
          answer: c.answer,
        },
      ];
    });
}

/**
 * Sides on which people stand and of which none is quoted, though a comment may be printed: for each
 * statement that quotes anybody at least one of the smaller side is to be heard.
 */
export function unheardSides(
  comments: readonly QuotableComment[],
  quotes: readonly PrintedQuote[],
  statements: readonly PublishedStatement[],
): { statement: string; side: 'agree' | 'disagree' }[] {
  return statements.flatMap((s) => {
    const whole = mainRound(s)?.whole ?? null;
    const own = quotes.filter((q) => q.statement === s.id);
    if (whole === null || own.length === 0) return [];
    const k = points(s.scale);
    const spare = comments.filter((c) => c.statement === s.id && printable(c, 'release'));
    return (['agree', 'disagree'] as const)
      .filter(
        (side) =>
          onSide(whole, side) > 0 &&
          !own.some((q) => sideOfAnswer(q.answer, k) === side) &&
          spare.some((c) => sideOfAnswer(c.answer, k) === side),
      )
      .map((side) => ({ statement: s.id, side }));
  });
}

/** Who took part, from the head-counts: the kind of participant is their role, the session their group. */
function registerOf({ consultation, sessions }: About): RegisterRow[] {
  return sessions.flatMap((session) =>
    session.attendance.map(({ group, n }): RegisterRow => {
      // Where a session is of one group only, so is everyone in it.
      const of = group ?? (session.groups.length === 1 ? (session.groups[0] ?? '') : '');
      return { group: session.name, role: labelOf(consultation, of), n };
    }),
  );
}

function labelOf(consultation: Consultation, group: string): string {
  return consultation.groups.find((g) => g.id === group)?.label ?? '';
}

/** Of two groups only one is said: the register has each person in one, so both together match nobody. */
function attributesOf(
  comment: QuotableComment,
  session: Session,
  { consultation, document }: About,
  register: readonly RegisterRow[],
  audience: 'release' | 'team',
): Attributes {
  const roles = groupsOf(comment.membership).map((id) => labelOf(consultation, id));
  const wanted = (roles.length === 0 ? [''] : roles).map((role): Attributes => ({
    group: session.name,
    role,
  }));
  if (audience === 'team') return wanted[0] ?? {};
  if (consultation.breakdowns === 'hidden') return {};
  const said = wanted.map((attributes) => attributionFor(register, attributes, document.quoteFloor));
  const most = (a: Attributes): number => Object.keys(a).length;
  return said.toSorted((a, b) => most(b.kept) - most(a.kept) || b.k - a.k)[0]?.kept ?? {};
}

function byWords({ say }: Speech, { role = '', group = '' }: Attributes): string {
  if (role === '') return group === '' ? say('by.none') : say('by.session', { session: group });
  return group === '' ? say('by.group', { group: role }) : say('by.both', { group: role, session: group });
}
