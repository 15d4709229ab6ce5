/** Where somebody may have said something that stands while their session runs, and becomes no point of theirs. */
import { taggedBeside } from '../../../core/beside.ts';
import { CHECK_PLACES, checkAt, checkDotPlace } from '../../../core/checking.ts';
import { HEARD_PLACES } from '../../../core/heardPlace.ts';
import { dotOn, dotPlace, TOPIC_PLACES } from '../../../core/topics.ts';
import type { AskedBoard } from './keptCodes.ts';

/** Being heard, topics and dots of all kinds, by what their tags are made from. */
export function askedBeside(): AskedBoard[] {
  const places: number[] = [...HEARD_PLACES, ...TOPIC_PLACES];
  // Whatever number a topic came to have, at whichever laptop.
  for (let n = 1; dotOn(dotPlace(n)) !== null; n += 1) places.push(dotPlace(n));
  for (const place of CHECK_PLACES) places.push(checkDotPlace(checkAt(place) ?? 0));
  return places.flatMap((place) => taggedBeside(place) ?? []);
}
