/**
 * Thoughts from phones that another copy of a sitting has, and that are not in the copy here. As a session is counted each
 * thought that stands becomes a point: so whoever wrote these has taken them back or has left, or they were left out, and
 * nobody can tell which.
 */
import { withoutProposals } from '../../core/proposals.ts';
import { sourceOf, type Point } from '../../core/talk/types.ts';
import type { TakenIn } from '../store/store.ts';
import type { StoredTalk } from '../store/talk.ts';
import type { ReadArchive } from './readArchive.ts';

/**
 * Ids there of sittings that are counted here already. Two holdings of one draft in which nobody answered anything are
 * told apart by their thoughts alone: where each has its own, other people were there.
 *
 * @param held ids of sessions that are counted here
 */
export function countedHere(
  here: StoredTalk,
  { sessions, talk }: ReadArchive,
  idOf: (session: string) => string,
  held: ReadonlySet<string>,
): Set<string> {
  const known = new Set([...here.points.map(({ id }) => id), ...here.gone]);
  const counted = sessions.filter(({ session: { id }, responses }) => {
    if (!held.has(idOf(id))) return false;
    const phone = ({ id: point, session }: Point): boolean =>
      session === idOf(id) && sourceOf(point) === 'phone';
    const theirs = talk.points.filter(({ session }) => session === id);
    return responses.length > 0 || !here.points.some(phone) || theirs.some((point) => known.has(point.id));
  });
  return new Set(counted.map(({ session }) => session.id));
}

/** Nothing that the archive brings is to say what they said either. */
export function withoutMissing(
  { consultation, outWords = [] }: TakenIn,
  missing: readonly Point[],
): Partial<TakenIn> {
  if (missing.length === 0) return {};
  const ids = new Set(missing.map(({ id }) => id));
  const of = Map.groupBy(missing, ({ session }) => session);
  const words = [...of].map(([session, points]) => ({
    session,
    taken: [],
    words: points.map(({ text }) => text),
    ids: points.map(({ id }) => id),
  }));
  return {
    consultation: withoutProposals(consultation, (point) => ids.has(point)),
    outWords: [...outWords, ...words],
  };
}
