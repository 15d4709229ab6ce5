/** What somebody took out of one copy of a sitting and another copy still has. */
import type { TakenOut } from '../store/rights.ts';
import type { SealedResponse, SealedSession } from '../store/store.ts';

type Held = Pick<SealedSession, 'responses'>;

const keyOf = ({ board, tag }: SealedResponse): string => `${board} ${tag}`;

/** Ways of taking part are put together, and the yes to quoting goes, without anything being answered anew. */
function answerOf(r: SealedResponse): string {
  return JSON.stringify([r.membership, r.answer, r.comment, r.audience, r.shown, r.person]);
}

/**
 * @param later the copy of which something was taken out
 * @returns where it stands in the other; null when the two differ in another way too
 */
export function lessIn(later: Held, earlier: Held): Pick<TakenOut, 'spots' | 'unquoted'> | null {
  const kept = new Map(earlier.responses.map((r) => [keyOf(r), r]));
  const unquoted = [];
  for (const response of later.responses) {
    const before = kept.get(keyOf(response));
    if (before === undefined || answerOf(before) !== answerOf(response)) return null;
    if (response.quote && !before.quote) return null;
    if (before.quote && !response.quote) unquoted.push(spotOf(before));
    kept.delete(keyOf(response));
  }
  return { spots: [...kept.values()].map(spotOf), unquoted };
}

function spotOf({ board, tag }: SealedResponse): { board: number; tag: string } {
  return { board, tag };
}
