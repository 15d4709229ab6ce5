/** Where what is being typed is kept: a place for each window, so that none writes over another's words. */
import { ownPlace, type OwnPlace } from '../ownPlace.ts';
import type { TalkPlace } from './ask.ts';
import { prefixOf } from './kept.ts';

const BEGUN = 'begun';

/** Under which name this window keeps what is being typed in it; another one's only once that was closed. */
export async function begunPlace(place: TalkPlace): Promise<OwnPlace> {
  const prefix = prefixOf(place);
  try {
    const { name, leave } = await ownPlace(`${prefix}${BEGUN}`);
    return { name: name.slice(prefix.length), leave };
  } catch {
    // Storage is blocked: what is typed is in this page's memory, where no other window comes.
    return { name: BEGUN, leave: () => undefined };
  }
}
