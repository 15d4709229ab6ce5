/** An answer that the facilitator enters for someone without a phone. */
import type { AddFor } from '../../core/schema.ts';
import { mayPlace } from '../../core/response.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { boardAt } from '../../core/room.ts';
import { membershipOf } from '../../core/session.ts';
import type { Participant } from '../store/store.ts';
import { newId, newToken } from '../random.ts';
import { takeIn } from './people.ts';
import type { Running } from './running.ts';
import { groupsFor, whoIs } from './joinSession.ts';
import { cardOf, codeFor } from './laterCodes.ts';
import { responseOf, settle } from './placeResponse.ts';

/**
 * Enters or corrects an answer for a person known by a number only. What is entered counts as a late
 * card may: while the board is open or closed, and for the next reveal once it was revealed.
 */
export async function addFor(running: Running, entry: AddFor): Promise<{ ok: true } | Refusal> {
  const board = boardAt(running.room, entry.board);
  if (board === undefined || !board.opened) return refuse('not-open', 'board');
  const groups = groupsFor(running, entry.groups);
  if ('refusal' in groups) return groups;
  const token = await slotToken(running, entry.person);
  if (token === null) return refuse('not-saved');
  const hash = running.store.hashOf(token);
  const known = running.people.get(hash);
  const membership = membershipOf(groups);
  if (known !== undefined && known.membership !== membership && hasAnswered(running, token))
    return refuse('answered-already', 'groups');
  const tag = running.store.tagOf(token, board.statement, board.round);
  const before = running.store.current(board.n, tag);
  const placement = {
    board: board.n,
    revision: (before?.revision ?? 0) + 1,
    answer: entry.answer,
    comment: entry.comment,
    audience: entry.audience,
  };
  // The pause and the reveal hold phones; a card that was read out may still be entered.
  const asOpen = { ...board, state: 'open' as const };
  const room = { ...running.room, paused: false };
  const checked = mayPlace(room, asOpen, board.scale, placement, before);
  if (isRefusal(checked)) return checked;
  const who = whoIs(running, token);
  const card = entry.card === undefined || entry.card === '' ? null : cardOf(running, who, entry.card);
  if (isRefusal(card)) return card;
  // Whose first answer is to a board that has closed was there; who comes to an open one may have come just now.
  const person = await personWithoutPhone(running, hash, {
    entry,
    membership,
    late: board.eligible !== null,
  });
  if (person === null) return refuse('not-saved');
  const code = card === null ? null : await codeFor(running, who, card);
  if (isRefusal(code)) return code;
  const settled = await settle(running, responseOf(running, person, tag, checked, before), who);
  return typeof settled === 'number' ? { ok: true } : settled;
}

/**
 * The random token behind a number, made at its first use and kept in the live file only; null where the session
 * is being finished.
 */
async function slotToken(running: Running, person: number): Promise<string | null> {
  const turn = running.turn.then(async () => {
    if (running.closed) return null;
    const known = running.room.slots[person];
    if (known !== undefined) return known;
    const token = newToken();
    const room = { ...running.room, slots: { ...running.room.slots, [person]: token } };
    await running.store.saveRoom(room);
    running.room = room;
    return token;
  });
  running.turn = turn.catch(() => undefined);
  return turn;
}

function hasAnswered(running: Running, token: string): boolean {
  return running.room.boards.some(
    (b) => running.store.current(b.n, running.store.tagOf(token, b.statement, b.round)) !== undefined,
  );
}

async function personWithoutPhone(
  running: Running,
  hash: string,
  { entry, membership, late }: { entry: AddFor; membership: string; late: boolean },
): Promise<Participant | null> {
  const known = running.people.get(hash);
  if (known?.membership === membership && known.quote === entry.quote) return known;
  const person: Participant = {
    hash,
    membership,
    quote: entry.quote,
    channel: 'paper',
    slot: entry.person,
    person: known?.person ?? (running.session.mode === 'linked' ? newId() : null),
  };
  if (!(await takeIn(running, person, late))) return null;
  running.changed(['projector', 'console']);
  return person;
}
