/** Words of people who took their answers out of one copy of a sitting, and that the other copy still has. */
import type { Session } from '../../core/session.ts';
import { sourceOf } from '../../core/talk/types.ts';
import type { OutWords, Spot } from '../store/rights.ts';
import type { SealedSession } from '../store/store.ts';
import type { StoredTalk } from '../store/talk.ts';
import type { ReadArchive } from './readArchive.ts';

/** The copy here. */
interface Ours {
  session: Session;
  kept: Pick<SealedSession, 'responses'>;
  talk: StoredTalk;
}

/**
 * Whatever an archive brings may hold them: its releases, its recommendations, its report. They are known by what it
 * has of them, and nothing of that is kept. Where somebody took theirs out here, what is there alone is that, also
 * where the two copies differ otherwise and nobody can tell.
 */
export function outWords(
  { session, kept, talk }: Ours,
  incoming: SealedSession,
  archive: ReadArchive,
): OutWords {
  const { id, takenOut: there = 0 } = incoming.session;
  const { takenOut: here = 0 } = session;
  const keyOf = ({ board, tag }: Spot): string => `${board} ${tag}`;
  const standing = new Set(kept.responses.map(keyOf));
  const reviews = new Map(archive.reviews.flatMap((r) => (r.session === id ? [[keyOf(r), r] as const] : [])));
  const taken = incoming.responses.flatMap((response) => {
    const { board, tag, comment } = response;
    const key = keyOf(response);
    const isOut = here > 0 && comment !== '' && !standing.has(key);
    return isOut ? [{ board, tag, comment, review: reviews.get(key) ?? null }] : [];
  });
  // What was brought back here since stands.
  const goneThere = there > 0 ? archive.talk.gone.filter((one) => !talk.back.includes(one)) : [];
  const goneHere = here > 0 ? talk.gone : [];
  const words = [...thoughts(archive.talk, id, goneHere), ...thoughts(talk, session.id, goneThere)];
  const ids = [...new Set([...goneHere, ...goneThere])].filter((one) => sourceOf(one) === 'phone');
  return { session: session.id, taken, words, ids };
}

/** What people wrote on their phones and that is gone from the other copy. */
function thoughts({ points }: StoredTalk, session: string, gone: readonly string[]): string[] {
  const away = new Set(gone);
  return points.flatMap((point) =>
    point.session === session && sourceOf(point.id) === 'phone' && away.has(point.id) ? [point.text] : [],
  );
}
