/** What becomes of a session that an archive brings, beside what is here. */
import type { Session } from '../session.ts';
import { asArchived } from './asArchived.ts';

/**
 * `add`: it is new here. `known`: it is here as it comes. `update`: the same sitting, with a later state of
 * name, date, place or attendance. `differ`: the same sitting, and its facts were changed on both sides;
 * ours stays. `answers`: the same sitting with other answers in it; ours stays. `replace`: here it is
 * only a draft, there it was held. `beside`: another sitting has its id here; it is kept beside that.
 * `unfinished`: ours is running or not finished and stays. `drafts`: two drafts that differ; ours stays.
 */
export type Fate =
  | 'add'
  | 'known'
  | 'update'
  | 'differ'
  | 'answers'
  | 'replace'
  | 'beside'
  | 'unfinished'
  | 'drafts';

/**
 * @param here the session of the same id, or the one that is a copy of the same sitting
 * @param copy whether `here` is the same sitting, and whether its answers are the same; null: it is not
 */
export function sessionFate(
  here: Session | null,
  there: Session,
  copy: { sameAnswers: boolean } | null,
): Fate {
  if (here === null) return 'add';
  if (there.state !== 'sealed') return here.state === 'draft' && !samePlans(here, there) ? 'drafts' : 'known';
  if (here.state === 'draft') return 'replace';
  if (here.state !== 'sealed') return 'unfinished';
  if (copy === null) return 'beside';
  if (!copy.sameAnswers) return 'answers';
  if (sameFacts(here, there)) return 'known';
  const [ours, theirs] = [generationOf(here), generationOf(there)];
  return theirs > ours ? 'update' : theirs < ours ? 'known' : 'differ';
}

/** How often a session's facts were changed after it was sealed. */
export function generationOf(session: Session): number {
  return session.generation ?? 0;
}

/** What may still be changed of a session that was held. Its name is not told apart: a copy may have another. */
function factsOf(session: Session): string {
  const { date, place, attendance, others, heard } = asArchived(session);
  return JSON.stringify([date, place, attendance, others, heard]);
}

function sameFacts(a: Session, b: Session): boolean {
  return factsOf(a) === factsOf(b);
}

function samePlans(a: Session, b: Session): boolean {
  const plan = (s: Session): string =>
    JSON.stringify([s.name, s.mode, s.style, s.groups, s.twoGroups]) + factsOf(s);
  return plan(a) === plan(b);
}
