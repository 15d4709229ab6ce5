/** Opening statements for paper, where nobody drove the ladder on the laptop. */
import type { Facts } from './ladder.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';
import type { Room } from './room.ts';

/**
 * Every statement that was never opened counts as opened and closed, so that slips of it can be entered;
 * from the lobby the session starts with that. What is on the screens otherwise stays.
 */
export function openForPaper(room: Room, facts: Facts): Room | Refusal {
  if (room.boards.every((b) => b.opened)) return refuse('wrong-state');
  const started: Room = room.state === 'lobby' ? { ...room, state: 'live', at: 1 } : room;
  return {
    ...started,
    boards: room.boards.map((b) =>
      b.opened ? b : { ...b, opened: true, state: 'closed' as const, eligible: facts.eligible() },
    ),
  };
}
