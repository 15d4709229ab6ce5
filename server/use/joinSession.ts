/** Joining: a person says yes, once; coming back finds them again. */
import type { Join } from '../../core/schema.ts';
import { UNTOLD, type Me, type OwnPostIt } from '../../core/protocol.ts';
import { LIMITS } from '../../core/limits.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { membershipOf, groupsOf } from '../../core/session.ts';
import { besideIn, taggedBeside } from '../../core/beside.ts';
import { taggedThought, thoughtAt } from '../../core/thought.ts';
import type { LiveResponse, Participant } from '../store/store.ts';
import { newId } from '../random.ts';
import { isFull, peopleNow } from './people.ts';
import type { AudienceName, Running } from './running.ts';

/** Who a socket is: the token it brought, what it hashes to, and tags that were worked out already. */
export interface Who {
  token: string;
  hash: string;
  /** They came by a card, which others may have seen: they are told no answers. */
  card: boolean;
  tags: Map<number, string>;
}

/** Who is behind a token: they need not have joined yet. */
export function whoIs(running: Running, token: string): Who {
  return { token, hash: running.store.hashOf(token), card: false, tags: new Map() };
}

/** Who comes with a token from outside: its own, or one that a card gave for somebody who is in, or was. */
export function whoComes(running: Running, token: string): Who {
  const own = whoIs(running, token);
  if (running.people.has(own.hash) || hasLeft(running, own.hash)) return own;
  const behind = whoIs(running, running.store.behindCard(token));
  const known = running.people.has(behind.hash) || hasLeft(running, behind.hash);
  return known ? { ...behind, card: true } : own;
}

/** The tag of this person's response on a board, worked out once for a socket. */
export function tagOn(running: Running, who: Who, n: number): string {
  const known = who.tags.get(n);
  if (known !== undefined) return known;
  const { statement, round } = tagged(running, n);
  const tag = running.store.tagOf(who.token, statement, round);
  who.tags.set(n, tag);
  return tag;
}

/** What the tag of a place is made from. */
function tagged({ room }: Running, n: number): { statement: string; round: 1 | 2 } {
  const beside = taggedBeside(n);
  if (beside !== null) return beside;
  const thought = thoughtAt(n);
  const board = room.boards[(thought?.board ?? n) - 1];
  if (thought !== null) return taggedThought(thought.slot, board);
  if (board === undefined) throw new Error('a board that is not in the room');
  return board;
}

/** A response in the form its own writer gets it back; by a card, only that it is there. */
export function ownPostIt(response: LiveResponse, { card }: Pick<Who, 'card'>): OwnPostIt {
  const { board, revision, answer, comment, audience } = response;
  if (card) return [board, revision, answer === null ? null : UNTOLD, '', 0];
  return [board, revision, answer, comment, audience === 'team' ? 1 : 0];
}

/** Whether this person took everything back: an old tab of theirs must not bring it in again. */
export function hasLeft(running: Running, hash: string): boolean {
  return running.leaving.has(hash) || running.store.hasLeft(hash);
}

/** What this person has joined with and placed so far. */
export function me(running: Running, who: Who): Me {
  const person = running.people.get(who.hash);
  if (person === undefined) return { joined: false, groups: [], quote: false, mine: [] };
  const mine: OwnPostIt[] = [];
  for (const board of running.room.boards) {
    if (!board.opened) continue;
    const response = running.store.current(board.n, tagOn(running, who, board.n));
    if (response !== undefined) mine.push(ownPostIt(response, who));
  }
  for (const place of besideIn(running.tallies.keys())) {
    const response = running.store.current(place, tagOn(running, who, place));
    if (response !== undefined) mine.push(ownPostIt(response, who));
  }
  const known: Me = { joined: true, groups: groupsOf(person.membership), quote: person.quote, mine };
  return who.card ? { ...known, card: true } : known;
}

/** The groups someone may be in here, or why not. One group in the session needs no choice. */
export function groupsFor(running: Pick<Running, 'session'>, chosen: readonly string[]): string[] | Refusal {
  const { groups, twoGroups } = running.session;
  if (groups.length < 2) return [...groups];
  const unique = [...new Set(chosen)];
  if (unique.length === 0) return refuse('group-needed', 'groups');
  const most = twoGroups ? LIMITS.groupsPerPerson : 1;
  if (unique.length > most) return refuse('bad-message', 'groups', `at most ${most}`);
  if (unique.some((g) => !groups.includes(g))) return refuse('group-unknown', 'groups');
  return unique;
}

/**
 * Takes someone into the session. Said again it changes nothing, except that groups and the yes to
 * being quoted may be corrected until something has been placed.
 */
export async function joinSession(running: Running, who: Who, join: Join): Promise<Me | Refusal> {
  const { room, people } = running;
  if (room.state === 'ended') return refuse('wrong-state');
  if (hasLeft(running, who.hash)) return refuse('left');
  const known = people.get(who.hash);
  if (known === undefined && (room.doorLocked || isFull(running))) return refuse('door-locked');
  if (known === undefined && people.size >= LIMITS.peoplePerSession) return refuse('room-full');
  const groups = groupsFor(running, join.groups);
  if ('refusal' in groups) return groups;
  const membership = membershipOf(groups);
  if (known !== undefined) {
    if (known.membership === membership && known.quote === join.quote) return me(running, who);
    if (me(running, who).mine.length > 0) return refuse('answered-already');
  }
  const person: Participant = {
    hash: who.hash,
    membership,
    quote: join.quote,
    channel: 'phone',
    slot: null,
    person: known?.person ?? (running.session.mode === 'linked' ? newId() : null),
  };
  await running.store.saveParticipant(person);
  if (hasLeft(running, who.hash)) return refuse('left');
  people.set(who.hash, person);
  running.mostJoined = Math.max(running.mostJoined, peopleNow(running));
  // Phones that have not joined are told that the door is closed.
  const sees: AudienceName[] = isFull(running) ? ['phone', 'projector', 'console'] : ['projector', 'console'];
  running.changed(sees, 'counts');
  return me(running, who);
}
