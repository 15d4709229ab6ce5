/** Statements that were written while a session runs, such as one that its people proposed, placed in that same session. */
import { withStatements } from '../../core/boards.ts';
import type { Statement } from '../../core/consultation.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Room } from '../../core/room.ts';
import { boardSource } from './boardSource.ts';
import type { Running } from './running.ts';

/** Those that the room has no board for and that can be asked, in their order. */
export function freshIn({ consultation, room }: Pick<Running, 'consultation' | 'room'>): Statement[] {
  if (room.state === 'ended') return [];
  const there = new Set(room.boards.map(({ statement }) => statement));
  return consultation.statements.filter(
    ({ id, wordings }) => !there.has(id) && wordings.every(({ text }) => text !== ''),
  );
}

/** @param ids of statements that are new to the room; any other is refused, and none is added */
export function addStatements(running: Running, ids: readonly string[]): Room | Refusal {
  const { consultation, room } = running;
  const fresh = freshIn(running);
  const strange = ids.findIndex((id, i) => !fresh.some((s) => s.id === id) || ids.indexOf(id) !== i);
  if (strange !== -1) return refuse('wrong-state', `statements.${strange}`, 'new to this session');
  const sources = fresh.filter(({ id }) => ids.includes(id)).map((s) => boardSource(consultation, s));
  return withStatements(room, sources, { rounds: consultation.rounds, order: consultation.roundOrder });
}
