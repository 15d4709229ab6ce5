/** Putting a paper slip where it counts: a person of its own, all of its answers or none of them. */
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { mayPlace } from '../../core/response.ts';
import type { Board, Room } from '../../core/room.ts';
import { membershipOf, type Membership } from '../../core/session.ts';
import { answerOn, type Slip, type Slips } from '../../core/slips.ts';
import type { LiveResponse, Participant, PlaceSaved } from '../store/store.ts';
import { groupsFor, tagOn, whoIs, type Who } from './joinSession.ts';
import { cardOf, codeFor } from './laterCodes.ts';
import { muteOf } from './moderation.ts';
import { peopleNow, withOneMore } from './people.ts';
import { countIn, responseOf } from './placeResponse.ts';
import type { KnownSlip, Running } from './running.ts';

export interface Put {
  number: number;
  known: KnownSlip;
  slip: Slip;
  /** The code on its card, as typed. */
  card?: string | undefined;
  /** What is known of the slips as a whole once this is done. */
  slips: Slips;
}

/**
 * Enters a slip, or makes it say what it is to say now. What is entered counts as a late card may. The answers
 * come first, with the number in the same commit; should the program be killed before the person is written
 * down, they count and only a correction is no longer possible. Said again it finishes what is missing.
 */
export async function putSlip(running: Running, put: Put): Promise<{ ok: true } | Refusal> {
  const { known, slip } = put;
  const who = whoIs(running, known.token);
  const fresh = !running.slips.has(put.number);
  const full = running.people.size >= LIMITS.peoplePerSession;
  if (fresh && full) return refuse('room-full');
  const groups = groupsFor(running, slip.groups);
  if (isRefusal(groups)) return groups;
  const person: Participant = {
    hash: who.hash,
    membership: membershipOf(groups),
    quote: slip.quote,
    channel: 'paper',
    slot: null,
    person: known.person,
  };
  const responses = responsesOn(running, who, person, slip);
  if (isRefusal(responses)) return responses;
  const typed = put.card?.trim() ?? '';
  const card = typed === '' ? null : cardOf(running, who, typed);
  if (isRefusal(card)) return card;
  const saved = await commit(running, put, { responses, membership: person.membership, fresh });
  if (isRefusal(saved)) return saved;
  const joined = await join(running, person);
  const code = isRefusal(joined) || card === null ? null : await codeFor(running, who, card);
  running.changed(['projector', 'console']);
  if (isRefusal(joined)) return joined;
  return isRefusal(code) ? code : { ok: true };
}

/** What has to be placed so that each statement says what the slip says. */
function responsesOn(running: Running, who: Who, person: Participant, slip: Slip): LiveResponse[] | Refusal {
  const closed = slip.answers.find(({ board }) => running.room.boards[board - 1]?.opened !== true);
  if (closed !== undefined) return refuse('not-open', `answers.${slip.answers.indexOf(closed)}.board`);
  const responses: LiveResponse[] = [];
  for (const board of running.room.boards) {
    const response = responseOn(running, who, person, slip, board);
    if (isRefusal(response)) {
      const at = slip.answers.findIndex((a) => a.board === board.n);
      return { ...response, where: `answers.${at}.${response.where ?? 'answer'}` };
    }
    if (response !== null) responses.push(response);
  }
  return responses;
}

/** Null: it stands there as it is. */
function responseOn(
  running: Running,
  who: Who,
  person: Participant,
  slip: Slip,
  board: Board,
): LiveResponse | Refusal | null {
  const tag = tagOn(running, who, board.n);
  const before = running.store.current(board.n, tag);
  const wanted = answerOn(slip, board.n);
  if (wanted === undefined && (before === undefined || before.answer === null)) return null;
  const placement = {
    board: board.n,
    revision: (before?.revision ?? 0) + 1,
    answer: wanted?.answer ?? null,
    comment: wanted?.comment ?? '',
    audience: slip.audience,
  };
  // The pause and the reveal hold phones; paper may still be entered.
  const asOpen: Board = { ...board, state: 'open' };
  const checked = mayPlace({ ...running.room, paused: false }, asOpen, board.scale, placement, before);
  if (isRefusal(checked)) return checked;
  // Beside no comment, who may read it would show which answers stand on one slip.
  const audience = checked.comment === '' ? 'room' : checked.audience;
  const after = responseOf(running, person, tag, { ...checked, audience }, before);
  return before !== undefined && saysTheSame(before, after) ? null : after;
}

function saysTheSame(a: LiveResponse, b: LiveResponse): boolean {
  const keys = ['membership', 'answer', 'comment', 'audience', 'quote'] as const;
  return keys.every((key) => a[key] === b[key]);
}

interface Change {
  responses: LiveResponse[];
  membership: Membership;
  fresh: boolean;
}

/** Answers, number and how many people were there: together on the disk, or not at all. */
async function commit(
  running: Running,
  { number, known, slips }: Put,
  { responses, membership, fresh }: Change,
): Promise<{ ok: true } | Refusal> {
  const leaves = fresh ? null : known.membership;
  const unchanged = responses.length === 0 && leaves === membership && slips === running.room.slips;
  if (unchanged) return { ok: true };
  const room: Room = { ...running.room, slips, boards: counted(running.room.boards, leaves, membership) };
  let saved: PlaceSaved[] | null;
  try {
    saved = await running.store.placeSlip(responses, room);
  } catch (error) {
    running.saveFailed(error);
    return refuse('not-saved');
  }
  if (saved === null) return refuse('changed-elsewhere', 'number');
  running.room = room;
  running.slips.set(number, Object.assign(known, { membership }));
  const who = whoIs(running, known.token);
  for (const { saved: response } of saved) {
    const mute = response.note === '' ? undefined : muteOf(running, who);
    if (mute !== undefined) running.hushed.set(response.note, mute);
  }
  countIn(running, saved);
  return { ok: true };
}

/** Boards that have closed count whoever was there: with this person, in the groups they are in now. */
function counted(boards: readonly Board[], leaves: Membership | null, membership: Membership): Board[] {
  if (leaves === membership) return [...boards];
  return withOneMore(boards, membership).map((b) => {
    if (b.eligible === null || leaves === null) return b;
    const { [leaves]: were = 0, ...others } = b.eligible;
    return { ...b, eligible: were > 1 ? { ...others, [leaves]: were - 1 } : others };
  });
}

async function join(running: Running, person: Participant): Promise<{ ok: true } | Refusal> {
  const known = running.people.get(person.hash);
  if (known?.membership === person.membership && known.quote === person.quote) return { ok: true };
  try {
    await running.store.saveParticipant(person);
  } catch (error) {
    running.saveFailed(error);
    return refuse('not-saved');
  }
  running.people.set(person.hash, person);
  running.mostJoined = Math.max(running.mostJoined, peopleNow(running));
  return { ok: true };
}
