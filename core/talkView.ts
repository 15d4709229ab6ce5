/** What the room is shown while it talks: thoughts that were let through for everyone. */
import type { ConsoleScene, Scene } from './makeView.ts';
import { capMarks } from './text.ts';
import { talkNow, thoughtPlace } from './thought.ts';
import { hasTopics, NO_TOPICS, shownTopics, type ShownTopic } from './topics.ts';
import type { ConsoleView, ProjectorTalk, TopicsView } from './view.ts';

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
  const free = room.freeTalk === true;
  const proposing = room.proposing === true;
  // Ids are random, so that this order says nothing of who wrote first.
  return {
    free,
    proposing,
    topics: hasTopics(room) ? topicsView(scene) : null,
    thoughts: thoughts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The room's own list for everyone in it. */
export function topicsView(scene: Scene): TopicsView {
  const { step, at } = scene.room.topics ?? NO_TOPICS;
  const list = topicsOf(scene).map(({ n, text, done }) => ({ n, text, done }));
  return { step, list, at: list.some(({ n }) => n === at) ? at : null };
}

export function consoleTopics(scene: ConsoleScene): NonNullable<ConsoleView['topics']> {
  const { minutes, dots, list: kept } = scene.room.topics ?? NO_TOPICS;
  const list = topicsOf(scene).map((topic) => {
    const own = kept.find(({ n }) => n === topic.n);
    return {
      ...topic,
      dots: dots === null ? null : (dots[topic.n] ?? 0),
      hands: own?.hands ?? 0,
      minutes: own?.minutes ?? minutes,
      ownTime: own?.minutes !== undefined,
      seconds: Math.floor(scene.spent(topic.n) / 1000),
    };
  });
  return { ...topicsView(scene), minutes, list };
}

function topicsOf(scene: Scene): ShownTopic[] {
  const { room } = scene;
  const topics = shownTopics(room.topics ?? NO_TOPICS, (id) =>
    room.passedOn.includes(id) ? '' : (scene.note(id)?.text ?? ''),
  );
  return topics.map((topic) => ({ ...topic, text: capMarks(topic.text) }));
}
