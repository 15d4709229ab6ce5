/** What stands on the boards of a running session, by board and tag: as the disk has it, or is about to. */
import type { LiveResponse } from '../store.ts';

export interface Entry {
  response: LiveResponse;
  /** How many commits it still waits for. */
  waits: number;
}

export class LiveMemory {
  /** By board: a tag is looked up as it is, and no key is made for each placement. */
  readonly #boards = new Map<number, Map<string, Entry>>();

  entry(board: number, tag: string): Entry | undefined {
    return this.#boards.get(board)?.get(tag);
  }

  get(board: number, tag: string): LiveResponse | undefined {
    return this.entry(board, tag)?.response;
  }

  /** What stands there from now on; its entry stays the same one. */
  set(response: LiveResponse): Entry {
    const { board, tag } = response;
    let tags = this.#boards.get(board);
    if (tags === undefined) this.#boards.set(board, (tags = new Map<string, Entry>()));
    const known = tags.get(tag);
    if (known !== undefined) {
      known.response = response;
      return known;
    }
    const fresh = { response, waits: 0 };
    tags.set(tag, fresh);
    return fresh;
  }

  delete(board: number, tag: string): void {
    this.#boards.get(board)?.delete(tag);
  }

  all(): LiveResponse[] {
    const all: LiveResponse[] = [];
    for (const tags of this.#boards.values()) for (const { response } of tags.values()) all.push(response);
    return all;
  }
}

/** One response on its way to the disk. */
export class Saving {
  readonly saved: LiveResponse;
  /** What stood there before; undefined: nothing. */
  readonly before: LiveResponse | undefined;
  readonly #memory: LiveMemory;
  readonly #entry: Entry;

  /** It stands in memory from now on. */
  constructor(memory: LiveMemory, saved: LiveResponse) {
    this.saved = saved;
    this.before = memory.get(saved.board, saved.tag);
    this.#memory = memory;
    this.#entry = memory.set(saved);
    this.#entry.waits += 1;
  }

  /** Words were changed, or an answer was taken back without any. */
  get tookBack(): boolean {
    const { before, saved } = this;
    return (
      before !== undefined &&
      ((before.comment !== '' && before.comment !== saved.comment) ||
        (before.answer !== null && saved.answer === null))
    );
  }

  /** The disk has it. */
  landed(): void {
    this.#entry.waits -= 1;
  }

  /** The disk does not: memory is as before. The latest of one spot goes first. */
  undo(): void {
    this.#entry.waits -= 1;
    if (this.before === undefined) this.#memory.delete(this.saved.board, this.saved.tag);
    else this.#memory.set(this.before);
  }
}
