/** What one person answered on a shared tablet, as it is handed over: opened, and counted exactly once. */
import * as v from 'valibot';
import { isBeside } from '../../core/beside.ts';
import { mayBeHeard, SAID_PLACE, TOLD_PLACE } from '../../core/heardPlace.ts';
import { mayPlace, type Placement } from '../../core/response.ts';
import { readLaterCode } from '../../core/id.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { boardAt, type Room } from '../../core/room.ts';
import { packetSchema, type Packet } from '../../core/schemaTablet.ts';
import { membershipOf, type Membership } from '../../core/session.ts';
import type { Participant, PlaceSaved } from '../store/store.ts';
import { newId } from '../random.ts';
import { groupsFor, hasLeft, tagOn, whoIs, type Who } from './joinSession.ts';
import { codeFor } from './laterCodes.ts';
import { countIn, responseOf } from './placeResponse.ts';
import { stays } from './leaveSession.ts';
import { countedAnew, eligibleNow, eligibleThen, peopleNow, takeInNow } from './people.ts';
import type { Running } from './running.ts';

/**
 * Takes a person's answers. Said again with the same packet it changes nothing: the packet's token is theirs
 * alone, and their answers stand under tags that it makes.
 *
 * @returns that everything in it is durable; or why nothing of it counts yet, or ever
 */
export async function takePacket(running: Running, sealed: Uint8Array): Promise<{ ok: true } | Refusal> {
  const opened = await running.store.openSealed(sealed);
  if (opened === null) return refuse('other-session', 'packet');
  const parsed = v.safeParse(packetSchema, fromJson(opened));
  if (!parsed.success) return refuse('bad-message', v.getDotPath(parsed.issues[0]) ?? 'packet');
  return count(running, parsed.output);
}

function fromJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

async function count(running: Running, packet: Packet): Promise<{ ok: true } | Refusal> {
  const who = whoIs(running, packet.token);
  // Taken back by a code since: an old packet must not bring it in again.
  if (hasLeft(running, who.hash)) return { ok: true };
  // Of whoever only says whether they were heard no group is asked.
  const groups = packet.which === 'heard' ? [] : groupsFor(running, packet.groups);
  if ('refusal' in groups) return groups;
  // It takes a turn of its own.
  if (running.room.leaving.length > 0 && !(await stays(running, who))) return refuse('not-saved');
  // The same one twice at once must not be two people.
  const turn = running.turn.then(() => take(running, who, packet, membershipOf(groups)));
  running.turn = turn.catch(() => undefined);
  const taken = await turn;
  if (isRefusal(taken)) return taken;
  running.changed(['projector', 'console']);
  return (packet.which === 'every' ? await takeCard(running, who, packet.card) : null) ?? { ok: true };
}

/**
 * The answers come first, as those of a slip do: should the program be killed before the person is written
 * down, the packet comes again and only they are missing.
 */
async function take(
  running: Running,
  who: Who,
  packet: Packet,
  membership: Membership,
): Promise<{ ok: true } | Refusal> {
  if (running.closed) return refuse('not-saved');
  const placements = placementsOf(running, who, packet);
  if (isRefusal(placements)) return placements;
  const heard = heardIn(running, who, packet);
  if (isRefusal(heard)) return heard;
  const known = running.people.get(who.hash);
  const isNew = known === undefined && packet.which === 'every';
  if (isNew && running.people.size >= LIMITS.peoplePerSession) return refuse('room-full');
  const person = known ?? personOf(running, who, packet, membership);
  const refused = await place(running, who, [...placements, ...heard], { person, isNew });
  if (refused !== null) return refused;
  // Whoever left everything out was there for every board that has closed; others were counted with their answers.
  const isCounted = answersIn(packet).length > 0;
  return !isNew || (await takeInNow(running, person, !isCounted)) ? { ok: true } : refuse('not-saved');
}

/**
 * The answers, and how many people were there: together on the disk, or not at all. What comes in for a board
 * that has closed was on the tablet when it did.
 */
async function place(
  running: Running,
  who: Who,
  placements: readonly Placement[],
  { person, isNew }: { person: Participant; isNew: boolean },
): Promise<Refusal | null> {
  if (placements.length === 0) return null;
  const responses = placements.map((placement) =>
    responseOf(running, person, tagOn(running, who, placement.board), placement, undefined),
  );
  // Whether somebody was heard is no answer to a statement.
  const answers = responses.filter(({ board }) => !isBeside(board));
  const then = eligibleThen(running, {
    responses: answers,
    person: isNew && answers.length > 0 ? person : null,
  });
  const room: Room = {
    ...running.room,
    boards: countedAnew(running.room.boards, eligibleNow(running), then),
  };
  let saved: PlaceSaved[] | null;
  try {
    saved = await running.store.placeSlip(responses, room);
  } catch {
    return refuse('not-saved');
  }
  if (saved === null) return refuse('not-saved');
  running.room = room;
  countIn(running, saved);
  running.mostJoined = Math.max(running.mostJoined, peopleNow(running));
  return null;
}

/**
 * What of a packet is still to be placed, all of it looked at before anything is. It counts as a card that comes
 * late: the pause and the reveal hold phones.
 */
function placementsOf(running: Running, who: Who, packet: Packet): Placement[] | Refusal {
  const room = { ...running.room, paused: false };
  const placements: Placement[] = [];
  const seen = new Set<number>();
  for (const { board: n, answer, comment, audience } of answersIn(packet)) {
    const board = boardAt(running.room, n);
    if (board === undefined || !board.opened) return refuse('not-open', 'board');
    if (seen.has(n)) return refuse('bad-message', 'placed', 'a board twice');
    seen.add(n);
    const asOpen = { ...board, state: 'open' as const };
    const wanted = { board: n, revision: 1, answer, comment, audience };
    const checked = mayPlace(room, asOpen, board.scale, wanted, undefined);
    if (isRefusal(checked)) return checked;
    if (running.store.current(n, tagOn(running, who, n)) === undefined) placements.push(checked);
  }
  return placements;
}

function answersIn(packet: Packet) {
  return packet.which === 'heard' ? [] : packet.placed;
}

/** What they say of being heard, as a phone does after the end: whoever hands the tablet on has come to theirs. */
function heardIn(running: Running, who: Who, packet: Packet): Placement[] | Refusal {
  if (packet.which === 'front' || packet.heard === undefined) return [];
  const { said, stopped = '', told } = packet.heard;
  const room = { ...running.room, state: 'ended' as const };
  const placements: Placement[] = [];
  for (const [board, answer, comment] of [
    [SAID_PLACE, said, stopped],
    [TOLD_PLACE, told, ''],
  ] as const) {
    if (answer === undefined) continue;
    const checked = mayBeHeard(room, { board, revision: 1, answer, comment, audience: 'team' }, undefined);
    if (isRefusal(checked)) return checked;
    if (running.store.current(board, tagOn(running, who, board)) === undefined) placements.push(checked);
  }
  return placements;
}

/**
 * Whoever answers every statement is a participant. Whoever answers only the one in front of the room may hold the
 * tablet again at the next: nothing is kept by which the two would be one person.
 */
function personOf(running: Running, who: Who, packet: Packet, membership: Membership): Participant {
  const linked = packet.which === 'every' && running.session.mode === 'linked';
  return {
    hash: who.hash,
    membership,
    quote: packet.which !== 'heard' && packet.quote,
    channel: 'tablet',
    slot: null,
    person: linked ? (standingAs(running, who, packet) ?? newId()) : null,
  };
}

/** Whose the answers are that stand there already, of somebody who could not be written down with them. */
function standingAs(running: Running, who: Who, packet: Packet): string | null {
  for (const { board } of answersIn(packet)) {
    const there = running.store.current(board, tagOn(running, who, board));
    if (there !== undefined) return there.person;
  }
  return null;
}

/** The card becomes theirs where nobody else has it: nobody is there any more to be told that it did not. */
async function takeCard(running: Running, who: Who, typed: string | undefined): Promise<Refusal | null> {
  const code = typed === undefined ? null : readLaterCode(typed);
  if (code === null || running.store.findCode(code)?.is !== 'card') return null;
  const taken = await codeFor(running, who, code);
  return isRefusal(taken) && taken.refusal === 'not-saved' ? taken : null;
}
