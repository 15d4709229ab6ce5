/**
 * A thought from a phone that was noted is a point like any other. Its id is made from its tag, so that whoever takes
 * their answers out takes it along, and nothing is kept that leads from the point to anybody else's.
 */
import { createHash } from 'node:crypto';
import { FROM_PHONE, NEW_POINT, type PointFields } from '../../core/talk/types.ts';
import { thoughtAt } from '../../core/thought.ts';
import type { Room } from '../../core/room.ts';
import { groupsOf, type Membership } from '../../core/session.ts';
import type { LiveResponse } from './store.ts';

export interface ThoughtPoint {
  id: string;
  point: PointFields;
}

export function thoughtPointId(tag: string): string {
  return FROM_PHONE + createHash('sha256').update(`thought ${tag}`).digest('hex').slice(0, 32);
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
  return { id: thoughtPointId(tag), point };
}

/** The group of somebody who is in one; of two neither could be named. */
export function groupOfOne(membership: Membership): string {
  const groups = groupsOf(membership);
  return groups.length === 1 ? (groups[0] ?? '') : '';
}
