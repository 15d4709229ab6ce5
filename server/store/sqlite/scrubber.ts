/**
 * Sees to it that what was taken back is soon in no file of a running session: not in the write-ahead log,
 * not in the pages of the file, not in its copies.
 */
import type { Db } from './database.ts';
import { checkpoint } from './database.ts';
import { SLOT_EVERY_MS, type Slots } from './slots.ts';

/** How soon what was changed or taken back is gone, in milliseconds. */
const SCRUB_AFTER_MS = 1000;

export class Scrubber {
  readonly #db: Db;
  readonly #slots: Slots;
  readonly #slotTimer: NodeJS.Timeout;
  #soon: NodeJS.Timeout | null = null;
  #copying: Promise<void> = Promise.resolve();
  /**
   * Rows were taken out since the file was last written anew. True at first: the program may have been
   * killed just after.
   */
  #rowsGone = true;
  /** It was written anew within the last minute: the next time is with the next copy. */
  #rewritten = false;

  constructor(db: Db, slots: Slots) {
    this.#db = db;
    this.#slots = slots;
    this.#slotTimer = setInterval(() => {
      this.#rewritten = false;
      this.#copy();
    }, SLOT_EVERY_MS);
    this.#slotTimer.unref();
  }

  /** Something was committed; `text`: words were changed or taken back by it. */
  committed(text: boolean): void {
    this.#slots.noteChange(text);
    if (text) this.#scrubSoon();
  }

  /** Whole answers were taken out. */
  takenOut(): void {
    this.#rowsGone = true;
    this.committed(true);
  }

  async close(): Promise<void> {
    clearInterval(this.#slotTimer);
    if (this.#soon !== null) clearTimeout(this.#soon);
    await this.#copying;
    if (this.#rowsGone) this.#rewrite();
    checkpoint(this.#db);
  }

  /** Once for everything that went until then. */
  #scrubSoon(): void {
    if (this.#soon !== null) return;
    this.#soon = setTimeout(() => {
      this.#soon = null;
      if (this.#rowsGone && !this.#rewritten) this.#copy();
      else if (!checkpoint(this.#db)) this.#scrubSoon();
    }, SCRUB_AFTER_MS);
    this.#soon.unref();
  }

  /** One after the other. A copy that fails is tried again next time; the session is not touched by it. */
  #copy(): void {
    this.#copying = this.#copying
      .then(() => {
        if (this.#rowsGone) this.#rewrite();
        return this.#slots.write();
      })
      .then(
        () => void this.#db.pragma('wal_checkpoint(PASSIVE)'),
        () => undefined,
      );
  }

  /**
   * Deleted rows are overwritten, but a row that was moved to another page while it stood may have left
   * its bytes behind in the first; only writing the file anew is sure to leave nothing.
   */
  #rewrite(): void {
    this.#db.exec('VACUUM');
    checkpoint(this.#db);
    this.#rowsGone = false;
    this.#rewritten = true;
  }
}
