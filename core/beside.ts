/** Places beside the boards: thoughts, being heard, topics, recommendations, dots. Each has a tag of its own. */
import { checkAt, checkDotAt, taggedCheck } from './checking.ts';
import { isHeardPlace, taggedHeard } from './heardPlace.ts';
import {
  isProposal,
  isThought,
  listOf as thoughtList,
  placesOf as thoughtPlaces,
  taggedProposal,
  thoughtAt,
} from './thought.ts';
import { dotOn, isTopicPlace, taggedTopic, TOPIC_LIST, TOPIC_PLACES } from './topics.ts';

/** Whether something can be placed there that is no answer to a statement. */
export function isBeside(place: number): boolean {
  return (
    thoughtAt(place) !== null ||
    isHeardPlace(place) ||
    isTopicPlace(place) ||
    dotOn(place) !== null ||
    isCheck(place)
  );
}

const isCheck = (place: number): boolean => checkAt(place) !== null || checkDotAt(place) !== null;

/** Whether what is written there becomes a point: a thought, or words on a recommendation. */
export function becomesPoint(place: number): boolean {
  return isThought(place) || checkAt(place) !== null;
}

/** Nothing of it reaches the console as a note. */
export function isWordless(place: number): boolean {
  return isHeardPlace(place) || dotOn(place) !== null || checkDotAt(place) !== null;
}

/** What goes to the console together: comments of one board, thoughts of one talk, topics. */
export function listOf(place: number): number {
  return isTopicPlace(place) ? TOPIC_LIST : thoughtList(place);
}

/** Where one person's notes of such a list can stand. */
export function placesOf(list: number): readonly number[] {
  return list === TOPIC_LIST ? TOPIC_PLACES : thoughtPlaces(list);
}

/** What the tag of such a place is made from; null: it is a board's, or a thought's about one. */
export function taggedBeside(place: number): { statement: string; round: 1 | 2 } | null {
  if (isHeardPlace(place)) return taggedHeard(place);
  if (isCheck(place)) return taggedCheck(place);
  if (isProposal(place)) return taggedProposal(thoughtAt(place)?.slot ?? 0);
  return isTopicPlace(place) || dotOn(place) !== null ? taggedTopic(place) : null;
}

/**
 * Where somebody may have something that is no answer.
 *
 * @param used places on which anybody has something
 */
export function besideIn(used: Iterable<number>): number[] {
  const places = new Set<number>();
  for (const one of used)
    if (isThought(one) || isTopicPlace(one)) for (const place of placesOf(listOf(one))) places.add(place);
    else if (isWordless(one) || isCheck(one)) places.add(one);
  return [...places];
}
