/** A Polis consultation as one of ours: a consultation with one sealed, linked session. */
import type { Consultation, Statement } from '../../core/consultation.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Scale } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import { cleanLine, cleanText, codePoints } from '../../core/text.ts';
import type { SealedBoard, SealedResponse, SealedSession } from '../store/store.ts';
import type { PolisConsultation } from './polis.ts';
import type { PolisComment, PolisVoteValue } from './polisVote.ts';

/** Polis has no way to decline: a pass is the middle answer. */
const SCALE: Scale = { kind: 'agreement-3', declines: [] };
/** Codes of the three-point scale for disagree, pass and agree. */
export const CODE_OF: Record<PolisVoteValue, number> = { [-1]: 1, 0: 2, 1: 3 };

// Control characters have no place on a screen; in a source that is already published they become spaces.
// oxlint-disable-next-line no-control-regex -- replacing control characters is the purpose
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

export interface Imported {
  consultation: Consultation;
  sealed: SealedSession;
  /** Everything the facilitator should know, those of reading included. */
  warnings: string[];
}

/**
 * Makes the consultation. Statements keep the order of their ids; each voter becomes one random person,
 * so that nothing here leads back to the number they had. Computed opinion groups are not declared
 * groups and are left out. Everyone who voted at all could have answered every statement.
 *
 * @param newId makes a random id
 * @param randomTag makes a random tag for a response
 */
export function toSealed(polis: PolisConsultation, newId: () => string, randomTag: () => string): Imported {
  const warnings = [...polis.warnings];
  const consultation: Consultation = {
    id: newId(),
    title: shorten(cleanLine(polis.topic.replace(CONTROLS, ' ')) ?? '', LIMITS.title),
    aim: shorten(
      cleanText(polis.description.replace(/\r/g, '\n').replace(CONTROLS, ' ')) ?? '',
      LIMITS.paragraph,
    ),
    askedBy: '',
    ledBy: '',
    answeredBy: '',
    answerDue: '',
    decided: '',
    open: '',
    words: { dangerTo: '', helpFrom: '', complainTo: '', withdrawUntil: '', consent: '', rights: '' },
    languages: ['en'],
    scale: SCALE,
    groups: [],
    statements: polis.comments.map((comment) => statementOf(comment, newId, warnings)),
    rounds: 1,
    roundOrder: 'each',
    floor: 5,
    breakdowns: 'shown',
    approvals: [],
    withdrawDays: 0,
    keepUntil: '',
    under18: false,
    sample: false,
  };
  if (consultation.title === '') consultation.title = 'From Polis, without a title';
  tellTwins(consultation, polis.comments, warnings);
  return { consultation, sealed: sessionOf(polis, consultation, newId, randomTag), warnings };
}

function shorten(text: string, most: number): string {
  return codePoints(text) <= most
    ? text
    : `${[...text]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

function statementOf(comment: PolisComment, newId: () => string, warnings: string[]): Statement {
  const whole = cleanLine(comment.text.replace(CONTROLS, ' ')) ?? '';
  const notes = [`Number ${comment.id} in Polis.`];
  if (comment.moderated === -1) notes.push('The moderators had rejected it.');
  if (whole === '') warnings.push(`comments.csv line ${comment.line}: number ${comment.id} has no text.`);
  const text = whole === '' ? `(Number ${comment.id} has no text.)` : shorten(whole, LIMITS.statementText);
  if (text !== whole && whole !== '') {
    notes.push(`The whole text: ${whole}`);
    warnings.push(
      `comments.csv line ${comment.line}: number ${comment.id} is longer than ${LIMITS.statementText} characters and was shortened; its notes hold more.`,
    );
  }
  return {
    id: newId(),
    notes: shorten(notes.join(' '), LIMITS.notes),
    picture: null,
    scale: null,
    version: 1,
    wordings: [{ group: null, lang: 'en', text }],
    earlier: [],
  };
}

function tellTwins(consultation: Consultation, comments: readonly PolisComment[], warnings: string[]): void {
  const first = new Map<string, number>();
  for (const [i, statement] of consultation.statements.entries()) {
    const text = statement.wordings[0]?.text ?? '';
    const id = comments[i]?.id ?? 0;
    const twin = first.get(text);
    if (twin === undefined) first.set(text, id);
    else warnings.push(`Numbers ${twin} and ${id} have the same text; they stay two statements.`);
  }
}

function sessionOf(
  polis: PolisConsultation,
  consultation: Consultation,
  newId: () => string,
  randomTag: () => string,
): SealedSession {
  const id = newId();
  // The finest time that is kept is a date.
  const day = (time: number | undefined): string => new Date(time ?? 0).toISOString().slice(0, 10);
  const session: Session = {
    id,
    consultation: consultation.id,
    name: shorten(consultation.title, LIMITS.label),
    date: day(polis.events.at(-1)?.time),
    place: '',
    mode: 'linked',
    style: 'walk-around',
    state: 'sealed',
    groups: [],
    twoGroups: false,
    code: '',
    attendance: [],
    others: [],
    rehearsal: false,
    imported: { from: 'polis', first: day(polis.events[0]?.time) },
  };
  const boards = consultation.statements.map((statement, i): SealedBoard => ({
    session: id,
    n: i + 1,
    statement: statement.id,
    round: 1,
    version: 1,
    wordings: statement.wordings,
    scale: SCALE,
  }));
  const boardOf = new Map(polis.comments.map((comment, i) => [comment.id, i + 1]));
  const persons = new Map(polis.voters.map((voter) => [voter, newId()]));
  const responses = polis.votes.map((vote): SealedResponse => ({
    board: boardOf.get(vote.comment) ?? 0,
    tag: randomTag(),
    membership: '',
    answer: CODE_OF[vote.vote],
    comment: '',
    audience: 'room',
    quote: false,
    shown: false,
    channel: 'mixed',
    person: persons.get(vote.voter) ?? null,
  }));
  return {
    session,
    boards,
    eligible: boards.map(({ statement }) => ({
      session: id,
      statement,
      round: 1,
      membership: '',
      n: polis.voters.length,
    })),
    // In the order of their tags, as sealing leaves them, so that nothing of the file's order stays.
    responses: responses.toSorted((a, b) => a.board - b.board || (a.tag < b.tag ? -1 : 1)),
  };
}
