/** The talk that is about no statement: a step beside the ladder, which any step of it ends. */
import type { Facts } from './ladder.ts';
import { closeWhere } from './ladder.ts';
import { refuse, type Refusal } from './refusal.ts';
import { onStatement, type Room } from './room.ts';

/** The room talks about no statement, or goes back to where it was before. What was open closes. */
export function talkFreely(room: Room, on: boolean, facts: Facts): Room | Refusal {
  if (room.state !== 'live') return refuse('wrong-state');
  if (!on) return onStatement(room);
  const closed = closeWhere(room, facts, () => true);
  return { ...closed, freeTalk: true, screen: { ...closed.screen, blank: 'none', join: false } };
}
