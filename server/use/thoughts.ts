/** Thoughts that the facilitator has noted stand among the scribe's points, as long as they stand on the console. */
import { becomesPoint } from '../../core/beside.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Change } from '../../core/talk/change.ts';
import { sourceOf } from '../../core/talk/types.ts';
import { newId } from '../random.ts';
import type { LiveResponse, Store } from '../store/store.ts';
import { pointOfThought } from '../store/thoughtPoints.ts';
import type { Running } from './running.ts';

/**
 * Brings points in line with what was noted: makes, mends and removes them. A point that the scribe has removed is not
 * made again; one whose writer has changed or taken back its thought goes with the next batch, as the comment does, or
 * its going would show who has just written.
 */
async function noteThoughts(store: Store, running: Running): Promise<void> {
  const { noted: before, session, room } = running;
  if (before.size === 0 && ![...running.pending.keys()].some(becomesPoint)) return;
  const after = new Map([...standing(running)].map((note) => [pointOfThought(room, note).id, note]));
  const moved = [...after].filter(([id, note]) => !isSame(before.get(id), note));
  const gone = [...before.keys()].filter((id) => !after.has(id));
  if (moved.length + gone.length === 0) return;
  const { points } = await store.talk.read(session.consultation);
  const there = new Map(points.flatMap((point) => (point.session === session.id ? [[point.id, point]] : [])));
  const common = { of: 'point' as const, session: session.id };
  const changes: Change[] = gone.map((key) => ({ ...common, id: newId(), key, was: {}, set: null }));
  for (const [key, note] of moved) {
    const { point } = pointOfThought(room, note);
    const now = there.get(key);
    if (now === undefined) {
      // One that the scribe has removed stays so.
      if (!before.has(key)) changes.push({ ...common, id: newId(), key, was: null, set: point });
      continue;
    }
    const { text, mayQuote } = point;
    const was = { text: now.text, mayQuote: now.mayQuote };
    changes.push({ ...common, id: newId(), key, was, set: { text, mayQuote } });
  }
  // What goes here nobody has removed: whether its writer still has it said is found as the session is sealed.
  const done = changes.length === 0 ? [] : await store.talk.change(session.consultation, changes, true);
  // A session that is full of points gets these when it is sealed.
  if (isRefusal(done)) return;
  running.noted = after;
  if (changes.length > 0) running.said(store.talk.at(session.consultation));
}

const isSame = (before: LiveResponse | undefined, after: LiveResponse): boolean =>
  before?.note === after.note && before.quote === after.quote;

/** What was noted, without what was passed on as a concern. The newer text of a thought counts once it was noted too. */
function* standing({ notes, room, superseded }: Running): Iterable<LiveResponse> {
  const noted = [...notes].filter(
    ([id, { board }]) => becomesPoint(board) && room.notes[id] === 'show' && !room.passedOn.includes(id),
  );
  for (const [id, note] of noted) if (superseded.has(id)) yield note;
  for (const [id, note] of noted) if (!superseded.has(id)) yield note;
}

/** From now on points follow what is noted. After a start that is known by what stands among them. */
export function followNoted(store: Store, running: Running, fault: (error: unknown) => void): void {
  running.keepPoints = () => noteThoughts(store, running);
  running.turn = running.turn.then(() => findNoted(store, running)).catch(fault);
}

async function findNoted(store: Store, running: Running): Promise<void> {
  const { points, gone } = await store.talk.read(running.session.consultation);
  const now = new Map([...standing(running)].map((note) => [pointOfThought(running.room, note).id, note]));
  for (const { id, session, mayQuote } of points) {
    if (session !== running.session.id || sourceOf(id) !== 'phone') continue;
    // Of one that nobody has any more it is enough that it is known: it goes.
    running.noted.set(id, { ...(now.get(id) ?? NOBODYS), quote: mayQuote });
  }
  const unnoted = await store.talk.unnoted(running.session.id);
  // One that is noted and was removed by the scribe stays so. What only went with its note is made again.
  for (const id of gone) {
    const note = now.get(id);
    if (note !== undefined && !unnoted.has(id)) running.noted.set(id, note);
  }
  await noteThoughts(store, running);
}

const NOBODYS: LiveResponse = {
  board: 0,
  tag: '',
  revision: 0,
  membership: '',
  answer: null,
  comment: '',
  audience: 'team',
  quote: false,
  channel: 'phone',
  person: null,
  note: '',
};
