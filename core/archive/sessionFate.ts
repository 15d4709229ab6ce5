/** What becomes of a session that an archive brings, beside the one of the same id that is here. */
import type { Session } from '../session.ts';

/**
 * `add`: it is new here. `known`: it is here as it comes. `update`: the same answers, with a later state
 * of name, date, place or attendance. `differ`: the same answers, and both changed since; ours stays.
 * `replace`: here it is only a draft, there it was held. `beside`: both were held, with different
 * people; it is kept beside ours. `unfinished`: ours is running or not finished and stays.
 */
export type Fate = 'add' | 'known' | 'update' | 'differ' | 'replace' | 'beside' | 'unfinished';

/**
 * @param sameAnswers both are sealed and hold the same boards and responses
 */
export function sessionFate(here: Session | null, there: Session, sameAnswers: boolean): Fate {
  if (here === null) return 'add';
  if (there.state !== 'sealed') return 'known';
  if (here.state === 'draft') return 'replace';
  if (here.state !== 'sealed') return 'unfinished';
  if (!sameAnswers) return 'beside';
  if (sameFacts(here, there)) return 'known';
  const [ours, theirs] = [generationOf(here), generationOf(there)];
  return theirs > ours ? 'update' : theirs < ours ? 'known' : 'differ';
}

/** How often a session's facts were changed after it was sealed. */
export function generationOf(session: Session): number {
  return session.generation ?? 0;
}

function sameFacts(a: Session, b: Session): boolean {
  const facts = ({ name, date, place, attendance, others }: Session): string =>
    JSON.stringify([name, date, place, attendance, others]);
  return facts(a) === facts(b);
}
