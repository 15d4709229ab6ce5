/** Thoughts that the facilitator has noted stand among the scribe's points, as long as they stand on the console. */
import { becomesPoint } from '../../core/beside.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Change, PointChange } from '../../core/talk/change.ts';
import { sourceOf, type PointFields } from '../../core/talk/types.ts';
import { newId } from '../random.ts';
import type { LiveResponse, Store } from '../store/store.ts';
import type { NotedAs } from '../store/talk.ts';
import { pointOfThought } from '../store/thoughtPoints.ts';
import { asideOf, forgetWords, isRefused, madeOf, type Aside } from './notedBefore.ts';
import type { Running } from './running.ts';

/**
 * Brings points in line with what was noted: makes, mends and removes them. A point that the scribe has removed is not
 * made again; one whose writer has changed or taken back its thought goes with the next batch, as the comment does, or
 * its going would show who has just written. Only words follow: of whoever changes their yes to being quoted all points
 * would change together, and what the scribe has said of it would be lost. A yes is counted as the session is sealed.
 */
async function noteThoughts(store: Store, running: Running): Promise<void> {
  const { noted: before, notedBefore, session, room } = running;
  forgetWords(running);
  if (before.size === 0 && ![...running.pending.keys()].some(becomesPoint)) return;
  const after = byPoint(running);
  const moved = [...after].filter(([id, { note }]) => before.get(id)?.note !== note);
  const gone = [...before].filter(([id]) => !after.has(id));
  if (moved.length + gone.length === 0) return;
  const { points } = await store.talk.read(session.consultation);
  const there = new Map(points.flatMap((point) => (point.session === session.id ? [[point.id, point]] : [])));
  const common = { of: 'point' as const, session: session.id };
  const changes: Change[] = gone.map(([key]) => ({ ...common, id: newId(), key, was: {}, set: null }));
  const noted = new Map([...before].filter(([id]) => after.has(id)));
  for (const [key, response] of moved) {
    const { point } = pointOfThought(room, response);
    const was = before.get(key);
    // One that the scribe has removed stays so, and made of what it was: brought back, it has these words to follow.
    if (was !== undefined && !there.has(key)) continue;
    const known = was === undefined ? notedBefore.get(key) : undefined;
    // What it was made with tells later whether the scribe has said no.
    noted.set(key, { note: response.note, quote: (was ?? known?.as ?? response).quote });
    if (there.has(key)) changes.push({ ...common, id: newId(), key, was: {}, set: { text: point.text } });
    else changes.push({ ...common, id: newId(), key, was: null, set: madeOf(point, known) });
  }
  const aside = [...setAside(running, gone, there)];
  const refused = aside.flatMap(([key, one]) => (isRefused(one) ? [[key, one.as] as const] : []));
  // What goes here nobody has removed: whether its writer still has it said is found as the session is sealed.
  const following = new Map([...noted, ...refused]);
  const done = changes.length === 0 ? [] : await store.talk.change(session.consultation, changes, following);
  // A session that is full of points gets these when it is sealed.
  if (isRefusal(done)) return;
  running.noted = noted;
  for (const [key] of moved) notedBefore.delete(key);
  for (const [key, one] of aside) notedBefore.set(key, one);
  if (changes.length > 0) running.said(store.talk.at(session.consultation));
}

function* setAside(
  running: Running,
  gone: readonly [string, NotedAs][],
  there: ReadonlyMap<string, PointFields>,
): Iterable<[string, Aside]> {
  for (const [key, as] of gone) {
    const point = there.get(key);
    const one = point === undefined ? null : asideOf(running, as, point);
    if (one !== null) yield [key, one];
  }
}

/** What was noted, without what was passed on as a concern. The newer text of a thought counts once it was noted too. */
function* standing({ notes, room, superseded }: Running): Iterable<LiveResponse> {
  const noted = [...notes].filter(
    ([id, { board }]) => becomesPoint(board) && room.notes[id] === 'show' && !room.passedOn.includes(id),
  );
  for (const [id, note] of noted) if (superseded.has(id)) yield note;
  for (const [id, note] of noted) if (!superseded.has(id)) yield note;
}

/** The same by the points that they are. */
function byPoint(running: Running): Map<string, LiveResponse> {
  return new Map([...standing(running)].map((note) => [pointOfThought(running.room, note).id, note]));
}

/**
 * A thought that a scribe brings back, in the words that are noted by now: what was taken out meanwhile is on nobody's
 * screen again, and in no file, before the point follows its note.
 */
export function inNotedWords(running: Running, change: PointChange): PointChange {
  const note = byPoint(running).get(change.key);
  if (change.set === null || note === undefined) return change;
  if (running.noted.get(change.key)?.note === note.note) return change;
  return { ...change, set: { ...change.set, text: pointOfThought(running.room, note).point.text } };
}

/** Has points follow in their session's turn, where one was brought back that may have others to follow. */
export function followInTurn(running: Running): Promise<void> {
  const turn = running.turn.then(() => (running.closed ? undefined : running.keepPoints()));
  running.turn = turn.catch(() => undefined);
  return turn;
}

/** From now on points follow what is noted. After a start that is known by what stands among them, and its marks. */
export function followNoted(store: Store, running: Running, fault: (error: unknown) => void): void {
  running.keepPoints = () => noteThoughts(store, running);
  running.turn = running.turn.then(() => findNoted(store, running)).catch(fault);
}

async function findNoted(store: Store, running: Running): Promise<void> {
  const { noted, notedBefore, session } = running;
  const { points, gone } = await store.talk.read(session.consultation);
  const now = byPoint(running);
  const made = await store.talk.notedAs(session.id);
  for (const { id, session: of, mayQuote } of points) {
    if (of !== session.id || sourceOf(id) !== 'phone') continue;
    // An earlier version has not kept what it was made of: its words stay, and so does a no, whosever it was.
    const { note = '', quote = false } = now.get(id) ?? {};
    noted.set(id, made.get(id) ?? { note, quote: mayQuote || quote });
  }
  const unnoted = await store.talk.unnoted(session.id);
  for (const [id, as] of made) if (unnoted.has(id)) notedBefore.set(id, { as, point: null });
  // One that is noted and was removed by the scribe stays so. What only went with its note is made again.
  for (const id of gone) {
    const note = now.get(id);
    if (note !== undefined && !unnoted.has(id)) noted.set(id, made.get(id) ?? note);
  }
  await noteThoughts(store, running);
}
