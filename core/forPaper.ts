/** Opening statements for paper, where nobody drove the ladder on the laptop, and time to type it up. */
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

/**
 * Holds a session open after its end, or no longer. Held anew its two weeks begin anew, as they do after going on:
 * whoever holds it open again has said so once more.
 */
export function holdOpen(room: Room, on: boolean): Room {
  if (on && room.hold) return room;
  const { heldFrom: _, ...others } = room;
  return { ...others, hold: on };
}
