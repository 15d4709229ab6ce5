/** Where what is being typed is kept: a place for each window, so that none writes over another's words. */
import { ownPlace, type OwnPlace } from '../ownPlace.ts';
import type { TalkPlace } from './ask.ts';
import { prefixOf } from './kept.ts';

/**
 * Under which name this window keeps what is being typed in it; another one's only once that was closed.
 *
 * @param what with which the names begin
 */
export async function begunPlace(place: TalkPlace, what: 'begun' | 'interview'): Promise<OwnPlace> {
  const prefix = prefixOf(place);
  try {
    const own = await ownPlace(`${prefix}${what}`);
    return { ...own, name: own.name.slice(prefix.length) };
  } catch {
    // Storage is blocked: what is typed is in this page's memory, where no other window comes.
    return { name: what, again: true, leave: () => undefined };
  }
}
