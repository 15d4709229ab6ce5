/**
 * Backups of a running session: two slots that overwrite each other, so that one is always whole and
 * neither dates an answer. They die when the session is sealed.
 */
import { existsSync, statSync, utimesSync } from 'node:fs';
import { copy } from './copies.ts';
import { writeHash } from './hashes.ts';

/** How often a session in which something changed is copied, in milliseconds. */
export const SLOT_EVERY_MS = 60_000;

/** Makes a copy as `copyInto` does. */
export type MakeCopy = (to: string, drop: readonly string[]) => Promise<void>;

export class Slots {
  readonly #file: string;
  readonly #paths: readonly [string, string];
  #next: 0 | 1 = 0;
  #changed = true;
  /** True at first: what was taken back just before the program was killed may still be in a copy. */
  #textGone = true;
  readonly #damaged: string;
  readonly #written: (textGone: boolean) => void;
  /** What was set aside may hold text that has gone since. */
  #damagedGoes = false;

  /**
   * @param file the session's database
   * @param damaged where one that was damaged is set aside, which is kept until some text goes
   * @param written told of each copy that is whole and has its hash, and whether words went that earlier ones have
   */
  constructor(
    file: string,
    paths: readonly [string, string],
    damaged: string,
    written: (textGone: boolean) => void = () => undefined,
  ) {
    this.#file = file;
    this.#paths = paths;
    this.#damaged = damaged;
    this.#written = written;
    // The older slot is written over first, so that the newer one is there until a second is.
    this.#next = newestFirst(paths)[0] === paths[0] ? 1 : 0;
  }

  /** Something was committed since the last copy; `textGone` when a comment was changed or taken back. */
  noteChange(textGone: boolean): void {
    this.#changed = true;
    this.#textGone ||= textGone;
    this.#damagedGoes ||= textGone;
  }

  /**
   * Copies the session if something changed. A comment that was taken back must not live on in the
   * other slot, which then goes as soon as the new copy is whole.
   *
   * @param make how; a thread of its own unless told otherwise
   */
  async write(make: MakeCopy = (to, drop) => copy(this.#file, to, drop)): Promise<void> {
    if (!this.#changed) return;
    const [textGone, at] = [this.#textGone, this.#next];
    [this.#changed, this.#textGone] = [false, false];
    try {
      const other = at === 0 ? 1 : 0;
      const older = textGone ? [this.#paths[other]] : [];
      await make(this.#paths[at], this.#damagedGoes ? [...older, this.#damaged] : older);
      this.#next = other;
      makeOlder(this.#paths[other], this.#paths[at]);
      await writeHash(this.#paths[at]);
      this.#written(textGone);
    } catch (error) {
      this.noteChange(textGone);
      throw error;
    }
  }
}

/** Where the laptop's clock was put back in between, the earlier copy would pass for the later one. */
function makeOlder(path: string, newer: string): void {
  if (!existsSync(path)) return;
  const latest = statSync(newer).mtimeMs - 1000;
  if (statSync(path).mtimeMs > latest) utimesSync(path, latest / 1000, latest / 1000);
}

/** The slots that exist, the one written last first. */
export function newestFirst(paths: readonly string[]): string[] {
  return paths
    .filter((path) => existsSync(path))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}
