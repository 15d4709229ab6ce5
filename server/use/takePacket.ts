/** What one person answered on a shared tablet, as it is handed over: opened, and counted exactly once. */
import * as v from 'valibot';
import { mayPlace, type Placement } from '../../core/response.ts';
import { readLaterCode } from '../../core/id.ts';
import { LIMITS } from '../../core/limits.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { boardAt } from '../../core/room.ts';
import { packetSchema, type Packet } from '../../core/schemaTablet.ts';
import { membershipOf } from '../../core/session.ts';
import type { Participant } from '../store/store.ts';
import { newId } from '../random.ts';
import { groupsFor, hasLeft, tagOn, whoIs, type Who } from './joinSession.ts';
import { codeFor } from './laterCodes.ts';
import { responseOf, settle } from './placeResponse.ts';
import { takeIn } from './people.ts';
import type { Running } from './running.ts';

/** Packets of a session are taken one after the other: the same one twice at once must not be two people. */
const turns = new WeakMap<Running, Promise<unknown>>();

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
  const turn = (turns.get(running) ?? Promise.resolve()).then(() => count(running, parsed.output));
  turns.set(
    running,
    turn.catch(() => undefined),
  );
  return turn;
}

function fromJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

async function count(running: Running, packet: Packet): Promise<{ ok: true } | Refusal> {
  if (running.closed) return refuse('not-saved');
  const who = whoIs(running, packet.token);
  // Taken back by a code since: an old packet must not bring it in again.
  if (hasLeft(running, who.hash)) return { ok: true };
  const groups = groupsFor(running, packet.groups);
  if ('refusal' in groups) return groups;
  const placements = placementsOf(running, who, packet);
  if (isRefusal(placements)) return placements;
  const person = await personOf(running, who, packet, membershipOf(groups));
  if (isRefusal(person)) return person;
  if (packet.which === 'every') {
    const refused = await takeCard(running, who, packet.card);
    if (refused !== null) return refused;
  }
  const settled = await Promise.all(
    placements.map((placement) => {
      const tag = tagOn(running, who, placement.board);
      return settle(running, responseOf(running, person, tag, placement, undefined), who);
    }),
  );
  return settled.find(isLost) ?? { ok: true };
}

/** That something newer stands there is no loss: it was changed on a phone by a code since. */
function isLost(outcome: number | Refusal): outcome is Refusal {
  return isRefusal(outcome) && outcome.refusal !== 'stale';
}

/**
 * What of a packet is still to be placed, all of it looked at before anything is. It counts as a card that comes
 * late: the pause and the reveal hold phones.
 */
function placementsOf(running: Running, who: Who, packet: Packet): Placement[] | Refusal {
  const room = { ...running.room, paused: false };
  const placements: Placement[] = [];
  const seen = new Set<number>();
  for (const { board: n, answer, comment, audience } of packet.placed) {
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

/**
 * Whoever answers every statement is a participant. Whoever answers only the one in front of the room may hold the
 * tablet again at the next: nothing is kept by which the two would be one person.
 */
async function personOf(
  running: Running,
  { hash }: Who,
  { which, quote }: Packet,
  membership: string,
): Promise<Participant | Refusal> {
  const known = running.people.get(hash);
  if (known !== undefined) return known;
  const person: Participant = {
    hash,
    membership,
    quote,
    channel: 'tablet',
    slot: null,
    person: which === 'every' && running.session.mode === 'linked' ? newId() : null,
  };
  if (which === 'front') return person;
  if (running.people.size >= LIMITS.peoplePerSession) return refuse('room-full');
  // Every board that has closed was on the tablet too.
  if (!(await takeIn(running, person, true))) return refuse('not-saved');
  running.changed(['projector', 'console']);
  return person;
}

/** The card becomes theirs where nobody else has it: nobody is there any more to be told that it did not. */
async function takeCard(running: Running, who: Who, typed: string | undefined): Promise<Refusal | null> {
  const code = typed === undefined ? null : readLaterCode(typed);
  if (code === null || running.store.findCode(code)?.is !== 'card') return null;
  const taken = await codeFor(running, who, code);
  return isRefusal(taken) && taken.refusal === 'not-saved' ? taken : null;
}
