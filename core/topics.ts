/**
 * The room's own list of topics: what to talk about, put in order by everyone with a few dots, and what has not been
 * talked about yet. People put up topics and dots as they put up post-its, on places of their own, so that nothing
 * shows who did, or that two are one person's; they stand in the live file only, and go with it.
 */
import { LIMITS, MOST_PEOPLE } from './limits.ts';
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
  /** Of a note: how the facilitator mended its words; empty: it has its own. */
  text: string;
  /** It was talked about. */
  done: boolean;
  /** Minutes of its own; missing: as many as all have. */
  minutes?: number;
  /** Dots from a show of hands. They add to those of phones. */
  hands?: number;
}

export interface Topics {
  step: TopicStep;
  /** In the order in which everyone sees them. */
  list: Topic[];
  /** Which is talked about now. */
  at: number | null;
  /** Minutes for each that has none of its own. */
  minutes: number;
  /** How many dots each had when putting in order was over, with those of hands; null: not yet. */
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
/** How many dots can be typed for one topic after a show of hands: all dots of as many as a door lets in. */
export const MOST_HANDS = DOTS_EACH * MOST_PEOPLE[3];

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

/** The room's list while it has one before it; null: it has not. */
export function topicsNow(room: Room): Topics | null {
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

/**
 * The room without topics of notes that are not there any more: their mended words would outlive what was taken back.
 *
 * @param isThere whether this note still is
 */
export function withoutGone(room: Room, isThere: (note: string) => boolean): Room {
  const { topics } = room;
  if (topics === undefined || topics.list.every(({ note }) => note === '' || isThere(note))) return room;
  return {
    ...room,
    topics: { ...topics, list: topics.list.filter(({ note }) => note === '' || isThere(note)) },
  };
}

export interface ShownTopic {
  n: number;
  text: string;
  done: boolean;
  /** It came from a phone. */
  phone: boolean;
}

/**
 * The list as everyone sees it.
 *
 * @param textOf the words of a note; empty: it is not there any more
 */
export function shownTopics({ list }: Pick<Topics, 'list'>, textOf: (note: string) => string): ShownTopic[] {
  return list.flatMap(({ n, note, text, done }) => {
    const own = note === '' ? text : textOf(note);
    // What was mended goes with the note that it was mended from.
    const words = own !== '' && text !== '' ? text : own;
    return words === '' ? [] : [{ n, text: words, done, phone: note !== '' }];
  });
}

/** What comes next by that order: the first that was not talked about and is not talked about now. */
export function nextTopic(topics: readonly ShownTopic[], at: number | null): number | null {
  return topics.find(({ n, done }) => !done && n !== at)?.n ?? null;
}
