/**
 * What the scribe has made of thoughts that are noted no more. Whoever notes one again, after a slip, has all of it
 * again; its words are kept in memory only, and no longer than they are said.
 */
import type { PointChange } from '../../core/talk/change.ts';
import type { PointFields } from '../../core/talk/types.ts';
import { newId } from '../random.ts';
import type { Store } from '../store/store.ts';
import type { NotedAs } from '../store/talk.ts';
import type { Running } from './running.ts';

/** A point that went with its note. */
export interface Aside {
  as: NotedAs;
  /** Null: its words have gone, and all that is known is that the scribe had said it is not to be quoted. */
  point: PointFields | null;
}

/** What stays of a point that goes with its note; null: nothing. */
export function asideOf(running: Running, as: NotedAs, point: PointFields): Aside | null {
  if (isStillSaid(running, as)) return { as, point };
  return isRefused({ as, point }) ? { as, point: null } : null;
}

/** The facilitator has only taken the note back: it is not its writer who has, and nobody has passed it on. */
function isStillSaid({ notes, superseded, room }: Running, { note }: NotedAs): boolean {
  return notes.has(note) && !superseded.has(note) && !room.passedOn.includes(note);
}

/** Whether the scribe has said of it that it is not to be quoted. That holds, however often it is noted. */
export function isRefused({ as, point }: Aside): boolean {
  return point === null || (as.quote && !point.mayQuote);
}

/** Words that are not said any more are nobody's to bring back. */
export function forgetWords(running: Running): void {
  const { notedBefore } = running;
  for (const [key, { as, point }] of notedBefore) {
    const left = point === null ? { as, point } : asideOf(running, as, point);
    if (left === null) notedBefore.delete(key);
    else notedBefore.set(key, left);
  }
}

/** A point that is made, or made again, of a thought that is noted. */
export function madeOf(point: PointFields, before: Aside | undefined): PointFields {
  return before === undefined ? point : (before.point ?? { ...point, mayQuote: false });
}

/** Before a session is sealed: what was noted once and is said becomes a point then, with what was made of it. */
export async function bringBack(store: Store, running: Running): Promise<void> {
  forgetWords(running);
  const { session, room, notedBefore } = running;
  if (notedBefore.size === 0) return;
  const unnoted = await store.talk.unnoted(session.id);
  const changes: PointChange[] = [];
  const following = new Map<string, NotedAs>();
  for (const [key, { as, point }] of notedBefore) {
    if (point === null || !unnoted.has(key) || room.notes[as.note] === 'hide') continue;
    changes.push({ of: 'point', id: newId(), session: session.id, key, was: null, set: point });
    following.set(key, as);
  }
  if (changes.length > 0) await store.talk.change(session.consultation, changes, following);
}
