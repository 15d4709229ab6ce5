/** What the room is shown while it talks: thoughts that were let through for everyone. */
import type { Scene } from './makeView.ts';
import { capMarks } from './text.ts';
import { talkNow, thoughtPlace } from './thought.ts';
import type { ProjectorTalk } from './view.ts';

/** Null while the room does not talk. */
export function talkView(scene: Scene): ProjectorTalk | null {
  const { room } = scene;
  const about = talkNow(room);
  if (about === null) return null;
  const thoughts = (room.released[thoughtPlace(about, 0)] ?? []).flatMap((id) => {
    const note = scene.note(id);
    const seen = room.notes[id] === 'show' && !room.passedOn.includes(id) && note?.audience === 'room';
    return seen ? [{ id, text: capMarks(note.text) }] : [];
  });
  // Ids are random, so that this order says nothing of who wrote first.
  return { free: room.freeTalk === true, thoughts: thoughts.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}
