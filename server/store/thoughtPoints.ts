/**
 * A thought from a phone that was noted is a point like any other. Its id is made from its tag, so that whoever takes
 * their answers out takes it along, and nothing is kept that leads from the point to anybody else's.
 */
import { createHash } from 'node:crypto';
import { CHECK_PLACES, checkAt } from '../../core/checking.ts';
import { checkPrefix, FROM_PHONE, NEW_POINT, PROPOSED, type PointFields } from '../../core/talk/types.ts';
import { isProposal, thoughtAt } from '../../core/thought.ts';
import type { Room } from '../../core/room.ts';
import { groupsOf, type Membership } from '../../core/session.ts';
import type { LiveResponse } from './store.ts';

export interface ThoughtPoint {
  id: string;
  point: PointFields;
}

/** One that becomes a point as its session is sealed. */
export interface LastThought extends ThoughtPoint {
  note: string;
  /** The facilitator has noted these words. */
  isNoted: boolean;
}

/** As long as an id may be. */
const ID_LENGTH = 40;

function thoughtPointId(tag: string, prefix: string): string {
  const hash = createHash('sha256').update(`thought ${tag}`).digest('hex').slice(0, 32);
  return (prefix + hash).slice(0, ID_LENGTH);
}

function prefixOf(place: number): string {
  const on = checkAt(place);
  return on !== null ? checkPrefix(on) : isProposal(place) ? PROPOSED : FROM_PHONE;
}

const PREFIXES = [FROM_PHONE, PROPOSED, ...CHECK_PLACES.map(prefixOf)];

/** Ids of the points that could have come from a tag, whatever was placed there. */
export function thoughtPointIds(tag: string): string[] {
  return PREFIXES.map((prefix) => thoughtPointId(tag, prefix));
}

/** Of what a thought is about, and whether it may be quoted; its group is known when the session is sealed. */
export function pointOfThought(room: Room, { board, tag, comment, quote }: LiveResponse): ThoughtPoint {
  const about = room.boards[(thoughtAt(board)?.board ?? 0) - 1];
  const point: PointFields = {
    ...NEW_POINT,
    text: comment,
    kind: 'quote',
    mayQuote: quote,
    statement: about?.statement ?? '',
  };
  return { id: thoughtPointId(tag, prefixOf(board)), point };
}

/** The group of somebody who is in one; of two neither could be named. */
export function groupOfOne(membership: Membership): string {
  const groups = groupsOf(membership);
  return groups.length === 1 ? (groups[0] ?? '') : '';
}
