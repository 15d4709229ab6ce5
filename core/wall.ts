/**
 * The real wall, counted: post-its on paper under five headings, in a room where nobody has a phone. A
 * count is a set, like a response: saving says how the wall is now, and saving it twice changes nothing. Two routes, with refusals as in core/api.ts:
 *
 * | GET /api/sessions/ID/wall | | Wall: as it was counted last
 * | PUT /api/sessions/ID/wall/BOARD | WallEntry (core/schemaWall.ts): how that board is now | Wall
 */
import type { Audience } from './response.ts';
import type { Answer } from './scale.ts';
import type { Membership } from './session.ts';

/** Words that were copied out from a post-it, or said. */
export interface WallComment {
  /**
   * Random, made once by whoever types them, and good for these words only: however often they are sent they
   * are there once, and once taken away they do not come back. The same words on two post-its have two.
   */
  id: string;
  text: string;
  audience: Audience;
  quote: boolean;
}

/** The post-its under one heading, of people in these groups. */
export interface WallColumn {
  /** Ids; empty where the session asks for no group. */
  groups: string[];
  answer: Answer;
  n: number;
  /** At most `n`; in no order. */
  comments: WallComment[];
}

/** How many people of these groups took part at the wall. */
export interface Heads {
  groups: string[];
  n: number;
}

/** The wall of a session as it was saved last. */
export interface Wall {
  /** What it was made from; a save has to bring it, so that two devices do not undo one another's. */
  version: string;
  heads: Heads[];
  /**
   * 32 bytes in base64: what is counted on a device and not saved yet is kept there locked by it. It is
   * given only while the session runs, so that nothing can be read on a device afterwards.
   */
  key: string;
  /** Of every board that was opened, by its number. */
  boards: { n: number; columns: WallColumn[] }[];
}

/** One post-it of the wall; without words its id is empty. */
export interface WallNote extends WallComment {
  membership: Membership;
  answer: Answer;
}

/** What stands under one of the wall's tags; null: nothing, or it was taken down. */
export type WallSlot = WallNote | null;

/** What is to stand there from now on. */
export interface WallChange {
  /** From 0; the first one beyond those there are needs a new tag, and so on. */
  slot: number;
  to: WallSlot;
}

/**
 * The fewest changes that make a wall what it is to be: what is there and wanted stays as it is, words
 * are changed where the answer stays, and only then something goes up or comes down.
 */
export function changesTo(wanted: readonly WallNote[], slots: readonly WallSlot[]): WallChange[] {
  const free = new Set(slots.keys());
  const changes: WallChange[] = [];
  let left = [...wanted];
  /** Gives what is wanted a free slot of the same key; `keep`: it stands there already. */
  const settle = (
    keyOf: (slot: WallSlot) => string | null,
    wish: (note: WallNote) => string,
    keep: boolean,
  ): void => {
    const at = new Map<string, number[]>();
    for (const slot of free) {
      const key = keyOf(slots[slot] ?? null);
      if (key !== null) push(at, key, slot);
    }
    left = left.filter((note) => {
      const slot = at.get(wish(note))?.pop();
      if (slot === undefined) return true;
      free.delete(slot);
      if (!keep) changes.push({ slot, to: note });
      return false;
    });
  };
  settle((slot) => slot && noteKey(slot), noteKey, true);
  settle((slot) => slot && placeKey(slot), placeKey, false);
  settle(
    (slot) => (slot === null ? '' : null),
    () => '',
    false,
  );
  settle(
    () => '',
    () => '',
    false,
  );
  for (const slot of free) if ((slots[slot] ?? null) !== null) changes.push({ slot, to: null });
  left.forEach((note, i) => changes.push({ slot: slots.length + i, to: note }));
  return changes;
}

function push(at: Map<string, number[]>, key: string, slot: number): void {
  const slots = at.get(key);
  if (slots === undefined) at.set(key, [slot]);
  else slots.push(slot);
}

function placeKey({ membership, answer }: WallNote): string {
  return JSON.stringify([membership, answer]);
}

function noteKey(note: WallNote): string {
  const { id, text, audience, quote } = note;
  return JSON.stringify([placeKey(note), ...(text === '' ? [] : [id, text, audience, quote])]);
}

/** How the post-its of a wall and the heads beside them compare; words for it are the screen's. */
export interface HeadCheck {
  /** `no-heads`: nobody counted them. */
  is: 'no-heads' | 'same' | 'more' | 'fewer';
  by: number;
}

/** @param notes post-its, declined ones among them; @param heads people, or null when nobody counted them */
export function compareHeads(notes: number, heads: number | null): HeadCheck {
  if (heads === null || heads === 0) return { is: 'no-heads', by: 0 };
  const by = Math.abs(notes - heads);
  return { is: notes === heads ? 'same' : notes > heads ? 'more' : 'fewer', by };
}
