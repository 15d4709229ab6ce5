/** What the facilitator does with the room's own list. */
import { LIMITS } from './limits.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import { cleanLine, codePoints } from './text.ts';
import { topicsNow, withTopic, type Topic, type Topics, type TopicStep } from './topics.ts';

export type TopicsChange =
  | { to: 'step'; step: TopicStep }
  | { to: 'add'; text: string }
  | { to: 'drop'; n: number }
  | { to: 'at'; n: number | null }
  | { to: 'done'; n: number; done: boolean }
  | { to: 'minutes'; minutes: number }
  /** Its words, mended. */
  | { to: 'text'; n: number; text: string }
  /** By hand before another topic; null: to the end. */
  | { to: 'move'; n: number; before: number | null }
  /** Counted in a show of hands, while it is put in order. */
  | { to: 'hands'; n: number; hands: number }
  /** Minutes of its own; null: as many as all have. */
  | { to: 'time'; n: number; minutes: number | null };

/**
 * Whoever goes on to another topic has talked about the one before.
 * Dots decide on the order as putting in order is over; what is moved by hand then stays where it was put.
 *
 * @param dotsOn how many dots are on a topic now
 */
export function changeTopics(
  room: Room,
  change: TopicsChange,
  dotsOn: (n: number) => number,
): Room | Refusal {
  const topics = topicsNow(room);
  if (topics === null) return refuse('wrong-state');
  const { list } = topics;
  const known = (n: number): boolean => list.some((topic) => topic.n === n);
  const marked = (n: number, done: boolean): Topic[] =>
    list.map((topic) => (topic.n === n ? { ...topic, done } : topic));
  if ('n' in change && change.n !== null && !known(change.n)) return refuse('no-such-board', 'n');
  switch (change.to) {
    case 'step': {
      if (topics.step !== 'order' || change.step === 'order')
        return { ...room, topics: { ...topics, step: change.step } };
      const has = new Map(list.map(({ n, hands = 0 }) => [n, dotsOn(n) + hands]));
      // The sort is stable: as many dots leave topics as they stood.
      const sorted = list.toSorted((a, b) => (has.get(b.n) ?? 0) - (has.get(a.n) ?? 0));
      return {
        ...room,
        topics: { ...topics, step: change.step, list: sorted, dots: Object.fromEntries(has) },
      };
    }
    case 'add': {
      const text = wordsOf(change.text);
      return typeof text === 'string' ? withTopic(room, { note: '', text }) : text;
    }
    case 'text': {
      const text = wordsOf(change.text);
      return typeof text === 'string' ? withOne(room, topics, change.n, { text }) : text;
    }
    case 'move':
      return moved(room, topics, change.n, change.before);
    case 'hands':
      if (topics.step !== 'order') return refuse('wrong-state');
      return withOne(room, topics, change.n, { hands: change.hands });
    case 'time': {
      const { minutes, n } = change;
      return withOne(room, topics, n, minutes === null ? {} : { minutes }, minutes === null);
    }
    case 'drop':
      return {
        ...room,
        topics: {
          ...topics,
          list: list.filter(({ n }) => n !== change.n),
          at: topics.at === change.n ? null : topics.at,
        },
      };
    case 'at': {
      const left = topics.at === null || topics.at === change.n ? list : marked(topics.at, true);
      return { ...room, topics: { ...topics, list: left, at: change.n } };
    }
    case 'done':
      return { ...room, topics: { ...topics, list: marked(change.n, change.done) } };
    case 'minutes':
      return { ...room, topics: { ...topics, minutes: change.minutes } };
  }
}

/** What may stand as a topic. */
function wordsOf(typed: string): string | Refusal {
  const text = cleanLine(typed);
  if (text === null) return refuse('bad-characters', 'text');
  if (codePoints(text) > LIMITS.topicText)
    return refuse('too-long', 'text', `at most ${LIMITS.topicText} characters`);
  return text === '' ? refuse('bad-message', 'text', 'some text') : text;
}

/** @param common it has no minutes of its own any more */
function withOne(room: Room, topics: Topics, n: number, to: Partial<Topic>, common = false): Room {
  const list = topics.list.map((topic) => {
    if (topic.n !== n) return topic;
    const { minutes, ...others } = topic;
    return { ...others, ...(common || minutes === undefined ? {} : { minutes }), ...to };
  });
  return { ...room, topics: { ...topics, list } };
}

function moved(room: Room, topics: Topics, n: number, before: number | null): Room | Refusal {
  const topic = topics.list.find((one) => one.n === n);
  const others = topics.list.filter((one) => one.n !== n);
  const to = before === null ? others.length : others.findIndex((one) => one.n === before);
  if (topic === undefined || to < 0) return refuse('no-such-board', 'before');
  return { ...room, topics: { ...topics, list: others.toSpliced(to, 0, topic) } };
}
