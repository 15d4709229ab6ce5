/** Signs of a person in comments: each is looked through once, and views are made many times. */
import { findPersonal } from '../../core/personal/findPersonal.ts';
import type { Suggestion } from '../../core/personal/types.ts';
import { RATES } from '../../core/limits.ts';
import { capMarks } from '../../core/text.ts';
import type { Running } from './running.ts';

/** What may show who somebody is in a comment that is there. */
export function signsOf(running: Running, id: string): Suggestion[] {
  const note = running.notes.get(id);
  if (note === undefined) return [];
  const known = running.signs.get(note);
  if (known !== undefined) return known;
  const found = findPersonal(capMarks(note.comment), running.lists);
  running.signs.set(note, found);
  return found;
}

/**
 * Looks through comments before a view needs it, a few at a time: in a full room thousands go to the console
 * together, and nobody's answer is to wait for that.
 */
export function readSoon(running: Running, ids: Iterable<string>): void {
  const waits = running.unread.size > 0;
  for (const id of ids) running.unread.add(id);
  if (!waits && running.unread.size > 0) setImmediate(() => readSome(running));
}

function readSome(running: Running): void {
  const until = performance.now() + RATES.readMs;
  for (const id of running.unread) {
    running.unread.delete(id);
    signsOf(running, id);
    if (performance.now() > until) break;
  }
  if (running.closed) running.unread.clear();
  if (running.unread.size > 0) setImmediate(() => readSome(running));
}
