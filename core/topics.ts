/**
 * The room's own list of topics: what to talk about, put in order by everyone with a few dots, and what has not been
 * talked about yet. People put up topics and dots as they put up post-its, on places of their own, so that nothing
 * shows who did, or that two are one person's; they stand in the live file only, and go with it.
 */
import { LIMITS } from './limits.ts';
import type { Placed, Placement } from './response.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import { cleanLine, codePoints } from './text.ts';

/** `collect`: phones add topics. `order`: phones have dots. `talk`: one after the other. */
export type TopicStep = 'collect' | 'order' | 'talk';

export interface Topic {
  /** From 1, never used again. */
  n: number;
  /** The note that it came in as, by whose words it is known; empty: the facilitator's, which has its own. */
  note: string;
  text: string;
  /** It was talked about. */
  done: boolean;
}

export interface Topics {
  step: TopicStep;
  list: Topic[];
  /** Which is talked about now. */
  at: number | null;
  /** Minutes for each. */
  minutes: number;
  /** How many dots each had when putting in order was over; null: not yet. */
  dots: Record<number, number> | null;
  /** The number of the next. */
  next?: number;
}

export const NO_TOPICS: Topics = { step: 'collect', list: [], at: null, minutes: 10, dots: null };

/** Above every place of being heard. */
const FIRST_TOPIC = 40_000;
/** How many topics one person may put up. */
const TOPICS_EACH = 2;
const FIRST_DOT = 50_000;
const LAST_DOT = FIRST_DOT + 1000;
/** How many dots one person has. */
export const DOTS_EACH = 3;

export const TOPIC_PLACES: readonly number[] = Array.from({ length: TOPICS_EACH }, (_, i) => FIRST_TOPIC + i);
/** The list by which topics reach the console. */
export const TOPIC_LIST = FIRST_TOPIC;

/** Where one person's dots on a topic stand; their number is the answer. */
export function dotPlace(n: number): number {
  return FIRST_DOT + n;
}

export function isTopicPlace(place: number): boolean {
  return TOPIC_PLACES.includes(place);
}

/** The topic that dots on this place are for; null: it is another place. */
export function dotOn(place: number): number | null {
  return place > FIRST_DOT && place < LAST_DOT ? place - FIRST_DOT : null;
}

/** What the tag of such a place is made from. No statement has such an id. */
export function taggedTopic(place: number): { statement: string; round: 1 | 2 } {
  return { statement: `topic:${place}`, round: 1 };
}

/** Whether the room has its own list before it: while it talks about no statement and is asked for nothing else. */
export function hasTopics({
  freeTalk,
  proposing,
  checking,
}: Pick<Room, 'freeTalk' | 'proposing' | 'checking'>): boolean {
  return freeTalk === true && proposing !== true && checking !== true;
}

function topicsNow(room: Room): Topics | null {
  const talks = room.state === 'live' && hasTopics(room);
  return talks ? (room.topics ?? NO_TOPICS) : null;
}

/** Whether phones add topics now. */
export function collects(room: Room): boolean {
  return topicsNow(room)?.step === 'collect';
}

/** Whether a topic may be put up, changed or taken back now: while the room collects. */
export function mayAddTopic(room: Room, topic: Placement, before: Placed | undefined): Placement | Refusal {
  const comment = topic.answer === null ? '' : cleanLine(topic.comment);
  if (comment === null) return refuse('bad-characters', 'comment');
  if (codePoints(comment) > LIMITS.topicText)
    return refuse('too-long', 'comment', `at most ${LIMITS.topicText} characters`);
  if (topic.answer !== null && topic.answer !== 1) return refuse('no-such-answer', 'answer');
  if (topic.answer !== null && comment === '') return refuse('bad-message', 'comment', 'some text');
  const clean: Placement = { ...topic, comment, audience: 'room' };
  if (before?.revision === topic.revision) return clean;
  if (topicsNow(room)?.step !== 'collect') return refuse('not-open', 'board');
  return room.paused ? refuse('paused') : clean;
}

/** @param others how many dots this person has on other topics */
export function mayPutDots(
  room: Room,
  dots: Placement,
  before: Placed | undefined,
  others: number,
): Placement | Refusal {
  const { answer } = dots;
  if (dots.comment !== '') return refuse('bad-message', 'comment', 'nothing');
  if (answer !== null && (typeof answer !== 'number' || answer > DOTS_EACH))
    return refuse('no-such-answer', 'answer');
  if (before?.revision === dots.revision) return dots;
  const topics = topicsNow(room);
  if (topics?.step !== 'order') return refuse('not-open', 'board');
  if (!topics.list.some(({ n }) => n === dotOn(dots.board))) return refuse('no-such-board', 'board');
  if (answer !== null && others + answer > DOTS_EACH)
    return refuse('no-such-answer', 'answer', `${DOTS_EACH} in all`);
  return room.paused ? refuse('paused') : { ...dots, audience: 'room' };
}

export type TopicsChange =
  | { to: 'step'; step: TopicStep }
  | { to: 'add'; text: string }
  | { to: 'drop'; n: number }
  | { to: 'at'; n: number | null }
  | { to: 'done'; n: number; done: boolean }
  | { to: 'minutes'; minutes: number };

/**
 * What the facilitator does with the list. Whoever goes on to another topic has talked about the one before.
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
  switch (change.to) {
    case 'step': {
      const dots =
        topics.step === 'order' && change.step !== 'order'
          ? Object.fromEntries(list.map(({ n }) => [n, dotsOn(n)]))
          : topics.dots;
      return { ...room, topics: { ...topics, step: change.step, dots } };
    }
    case 'add': {
      const text = cleanLine(change.text);
      if (text === null) return refuse('bad-characters', 'text');
      if (text === '') return refuse('bad-message', 'text', 'some text');
      return withTopic(room, { note: '', text });
    }
    case 'drop':
      if (!known(change.n)) return refuse('no-such-board', 'n');
      return {
        ...room,
        topics: {
          ...topics,
          list: list.filter(({ n }) => n !== change.n),
          at: topics.at === change.n ? null : topics.at,
        },
      };
    case 'at': {
      if (change.n !== null && !known(change.n)) return refuse('no-such-board', 'n');
      const left = topics.at === null || topics.at === change.n ? list : marked(topics.at, true);
      return { ...room, topics: { ...topics, list: left, at: change.n } };
    }
    case 'done':
      if (!known(change.n)) return refuse('no-such-board', 'n');
      return { ...room, topics: { ...topics, list: marked(change.n, change.done) } };
    case 'minutes':
      return { ...room, topics: { ...topics, minutes: change.minutes } };
  }
}

/** The room with one more topic. */
export function withTopic(room: Room, topic: Pick<Topic, 'note' | 'text'>): Room | Refusal {
  const topics = room.topics ?? NO_TOPICS;
  if (topics.list.length >= LIMITS.topics) return refuse('topics-full', 'topics', String(LIMITS.topics));
  const next = topics.next ?? 1;
  return {
    ...room,
    topics: { ...topics, next: next + 1, list: [...topics.list, { n: next, ...topic, done: false }] },
  };
}

/** The room without what came in as this note. */
export function withoutNote(room: Room, note: string): Room {
  const { topics } = room;
  if (topics === undefined || !topics.list.some((topic) => topic.note === note)) return room;
  return { ...room, topics: { ...topics, list: topics.list.filter((topic) => topic.note !== note) } };
}

export interface ShownTopic {
  n: number;
  text: string;
  done: boolean;
  /** It came from a phone. */
  phone: boolean;
}

/**
 * The list as everyone sees it: in the order of the dots once that was chosen, before that as they came on the list.
 *
 * @param textOf the words of a note; empty: it is not there any more
 */
export function shownTopics(
  { list, dots }: Pick<Topics, 'list' | 'dots'>,
  textOf: (note: string) => string,
): ShownTopic[] {
  const topics = list.flatMap(({ n, note, text, done }) => {
    const words = note === '' ? text : textOf(note);
    return words === '' ? [] : [{ n, text: words, done, phone: note !== '' }];
  });
  return dots === null ? topics : topics.toSorted((a, b) => (dots[b.n] ?? 0) - (dots[a.n] ?? 0) || a.n - b.n);
}

/** What comes next by that order: the first that was not talked about and is not talked about now. */
export function nextTopic(topics: readonly ShownTopic[], at: number | null): number | null {
  return topics.find(({ n, done }) => !done && n !== at)?.n ?? null;
}
