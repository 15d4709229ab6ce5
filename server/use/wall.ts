/** The real wall of a running session: read as it was counted last, and counted anew. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { LIMITS } from '../../core/limits.ts';
import { mayPlace } from '../../core/response.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { boardAt, type Board, type Room } from '../../core/room.ts';
import type { Answer } from '../../core/scale.ts';
import type { WallEntry } from '../../core/schemaWall.ts';
import { groupsOf, membershipOf, type Membership } from '../../core/session.ts';
import {
  changesTo,
  type Heads,
  type Wall,
  type WallChange,
  type WallColumn,
  type WallNote,
  type WallSlot,
} from '../../core/wall.ts';
import { newToken } from '../random.ts';
import type { LiveResponse } from '../store/store.ts';
import { groupsFor, whoIs } from './joinSession.ts';
import { countedAnew, eligibleNow, eligibleThen, peopleNow } from './people.ts';
import { settle } from './placeResponse.ts';
import type { Running } from './running.ts';

/** The wall as it was saved last. Comments stand in the order of their words, which is nobody's. */
export async function readWall(running: Running): Promise<Wall> {
  // First: what is told is then all of one moment.
  const key = await running.store.draftKey();
  const { boards, wall } = running.room;
  const ids = idsByTag(running.room);
  return {
    key,
    version: versionOf(running),
    heads: Object.entries(wall.heads).map(([of, n]): Heads => ({ groups: groupsOf(of), n })),
    boards: boards
      .filter((board) => board.opened)
      .map((board) => ({ n: board.n, columns: columnsOf(slotsOn(running, board, ids)) })),
  };
}

/**
 * Makes a board of the wall what was counted, and the heads of all of it: everything or nothing. It counts as
 * a late card may: while the board is open or closed, and for the next reveal once it was revealed.
 */
export function saveWall(running: Running, n: number, entry: WallEntry): Promise<Wall | Refusal> {
  const turn = running.turn.then(() => save(running, n, entry));
  running.turn = turn.catch(() => undefined);
  return turn;
}

async function save(running: Running, n: number, entry: WallEntry): Promise<Wall | Refusal> {
  if (running.closed) return refuse('wrong-state');
  const board = boardAt(running.room, n);
  if (board === undefined) return refuse('no-such-board', 'board');
  if (!board.opened) return refuse('not-open', 'board');
  const isNow = entry.version === versionOf(running);
  const heads = headsFrom(running, entry.heads);
  if (isRefusal(heads)) return isNow ? heads : refuse('changed-elsewhere');
  const sent = notesFrom(running, board, entry);
  if (isRefusal(sent)) return isNow ? sent : refuse('changed-elsewhere');
  const slots = slotsOn(running, board);
  const notes = withoutGone(running, sent, { slots, gone: entry.gone });
  const changes = changesTo(notes, slots);
  const told = entry.gone.every((id) => running.room.wall.words[id] === '');
  // Sent again because its answer was lost on the way, it is saved already.
  const isSaved = changes.length === 0 && isDeepStrictEqual(heads, running.room.wall.heads);
  if (isSaved && told) return readWall(running);
  if (!isSaved && !isNow) return refuse('changed-elsewhere');
  const tokens = [...running.room.wall.tokens];
  while (changes.some(({ slot }) => slot >= tokens.length)) tokens.push(newToken());
  const words = wordsThen(running, board, { tokens, slots, changes, gone: entry.gone });
  const wall = { tokens, heads, words };
  const people = peopleNow(running);
  if (!(await write(running, board, wall, changes))) return refuse('not-saved');
  // Heads or post-its that were mistyped are nobody who has left.
  const now = peopleNow(running);
  running.mostJoined = Math.max(now, running.mostJoined + now - people);
  running.changed(['phone', 'projector', 'console']);
  return readWall(running);
}

/**
 * The tokens, every post-it and how many people were there share one commit: what is asked for in one turn does.
 */
async function write(
  running: Running,
  board: Board,
  wall: Room['wall'],
  changes: readonly WallChange[],
): Promise<boolean> {
  const responses = changes.map(({ slot, to }) => {
    const tag = running.store.tagOf(wall.tokens[slot] ?? '', board.statement, board.round);
    running.wallTags.add(tag);
    return { who: whoIs(running, wall.tokens[slot] ?? ''), response: responseFrom(running, board, tag, to) };
  });
  const then = eligibleThen(running, { responses: responses.map((r) => r.response), heads: wall.heads });
  const boards = countedAnew(running.room.boards, eligibleNow(running), then);
  const next: Room = { ...running.room, wall, boards };
  const saved = running.store.saveRoom(next);
  const placed = responses.map(({ who, response }) => settle(running, response, who));
  const [room, ...outcomes] = await Promise.allSettled([saved, ...placed]);
  const failed = outcomes.some((o) => o.status === 'rejected' || typeof o.value !== 'number');
  if (room.status === 'rejected' || failed) return false;
  running.room = next;
  return true;
}

/** What stands on a board under each of the wall's tags. */
function slotsOn({ store, room }: Running, board: Board, ids = idsByTag(room)): WallSlot[] {
  return room.wall.tokens.map((token) => {
    const tag = store.tagOf(token, board.statement, board.round);
    const there = store.current(board.n, tag);
    if (there === undefined || there.answer === null) return null;
    const { membership, answer, comment: text, audience, quote, note } = there;
    // What was typed up under an earlier version has no id of its own.
    const id = text === '' ? '' : (ids.get(tag) ?? Buffer.from(note).toString('hex').slice(0, 40));
    return { id, membership, answer, text, audience, quote };
  });
}

function idsByTag({ wall }: Room): Map<string, string> {
  return new Map(Object.entries(wall.words).map(([id, tag]) => [tag, id]));
}

/**
 * What is to be, without words that were up before and were taken away since, by whomever: they were on their
 * way once more because an answer was lost.
 */
function withoutGone(
  { room }: Running,
  notes: readonly WallNote[],
  { slots, gone }: { slots: readonly WallSlot[]; gone: readonly string[] },
): WallNote[] {
  const up = new Set(slots.map((slot) => slot?.id ?? ''));
  for (const id of gone) up.delete(id);
  const isGone = ({ id }: WallNote): boolean =>
    gone.includes(id) || (room.wall.words[id] !== undefined && !up.has(id));
  return notes.map((note) => (note.text !== '' && isGone(note) ? { ...note, ...NO_WORDS } : note));
}

const NO_WORDS = { id: '', text: '', audience: 'room', quote: false } as const;

/** Which words stand where once these changes are done; in an order that does not tell which came first. */
function wordsThen(
  { room, store }: Running,
  board: Board,
  then: {
    tokens: readonly string[];
    slots: readonly WallSlot[];
    changes: readonly WallChange[];
    gone: readonly string[];
  },
): Room['wall']['words'] {
  const after = [...then.slots];
  for (const { slot, to } of then.changes) after[slot] = to;
  const words: Record<string, string> = { ...room.wall.words };
  const before = then.slots.map((slot) => slot?.id ?? '');
  for (const id of [...before, ...then.gone]) if (id !== '') words[id] = '';
  for (const [i, slot] of after.entries())
    if (slot != null && slot.text !== '')
      words[slot.id] = store.tagOf(then.tokens[i] ?? '', board.statement, board.round);
  return Object.fromEntries(Object.entries(words).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function responseFrom({ store }: Running, board: Board, tag: string, to: WallSlot): LiveResponse {
  const before = store.current(board.n, tag);
  const comment = to?.text ?? '';
  return {
    board: board.n,
    tag,
    revision: (before?.revision ?? 0) + 1,
    membership: to?.membership ?? before?.membership ?? '',
    answer: to?.answer ?? null,
    comment,
    audience: to?.audience ?? 'room',
    quote: comment !== '' && to?.quote === true,
    channel: 'paper',
    person: null,
    note: before?.comment === comment ? before.note : store.noteIdOf(tag, comment),
  };
}

function columnsOf(slots: readonly WallSlot[]): WallColumn[] {
  const columns = new Map<string, WallColumn>();
  for (const slot of slots) {
    if (slot === null) continue;
    const { id, membership, answer, text, audience, quote } = slot;
    const key = `${membership} ${answer}`;
    const column = columns.get(key) ?? { groups: groupsOf(membership), answer, n: 0, comments: [] };
    columns.set(key, column);
    column.n += 1;
    if (text !== '') column.comments.push({ id, text, audience, quote });
  }
  for (const { comments } of columns.values())
    comments.sort((a, b) => (`${a.text} ${a.id}` < `${b.text} ${b.id}` ? -1 : 1));
  return [...columns.values()];
}

function headsFrom(running: Running, list: WallEntry['heads']): Record<Membership, number> | Refusal {
  const heads: Record<Membership, number> = {};
  for (const { groups, n } of list) {
    const known = groupsFor(running, groups);
    if (isRefusal(known)) return known;
    heads[membershipOf(known)] = n;
  }
  const all = Object.values(heads).reduce((sum, n) => sum + n, 0);
  return all > LIMITS.peoplePerSession ? tooMany('heads') : heads;
}

/** Every post-it by itself; refused where a count or a comment cannot be so. */
function notesFrom(running: Running, board: Board, { columns }: WallEntry): WallNote[] | Refusal {
  const notes: WallNote[] = [];
  const seen = new Set<string>();
  const ids = new Set<string>();
  for (const [i, { groups, answer, n, comments }] of columns.entries()) {
    const where = `columns.${i}`;
    const known = groupsFor(running, groups);
    if (isRefusal(known)) return { ...known, where: `${where}.groups` };
    const membership = membershipOf(known);
    const key = `${membership} ${answer}`;
    if (seen.has(key)) return refuse('bad-message', where, 'one column for each group and answer');
    seen.add(key);
    if (comments.length > n)
      return refuse('bad-message', `${where}.comments`, `at most ${n}, one on a post-it`);
    if (notes.length + n > LIMITS.peoplePerSession) return tooMany(`${where}.n`);
    for (let at = 0; at < n; at += 1) {
      const { id, text, audience, quote } = comments[at] ?? NO_WORDS;
      if (id !== '' && ids.has(id))
        return refuse('bad-message', `${where}.comments.${at}.id`, 'one for each comment');
      ids.add(id);
      const checked = checkedText(running, board, answer, text);
      if (isRefusal(checked)) return { ...checked, where: `${where}.${checked.where ?? 'n'}` };
      notes.push({ id: checked === '' ? '' : id, membership, answer, text: checked, audience, quote });
    }
  }
  return notes;
}

const tooMany = (where: string): Refusal =>
  refuse('bad-message', where, `at most ${LIMITS.peoplePerSession} in all`);

/** The words as they are kept, held to what a phone may send; a pause does not keep a wall from being counted. */
function checkedText({ room }: Running, board: Board, answer: Answer, comment: string): string | Refusal {
  const placement = { board: board.n, revision: 1, answer, comment, audience: 'room' as const };
  const open = { ...board, state: 'open' as const };
  const checked = mayPlace({ ...room, paused: false }, open, board.scale, placement, undefined);
  return isRefusal(checked) ? checked : checked.comment;
}

/** Changes with everything on the wall; says nothing of it. */
function versionOf(running: Running): string {
  const { wall, boards } = running.room;
  const ids = idsByTag(running.room);
  const all = boards.filter((board) => board.opened).map((board) => [board.n, slotsOn(running, board, ids)]);
  return createHash('sha256')
    .update(JSON.stringify([wall.heads, wall.tokens, all]))
    .digest('base64url');
}
