/**
 * Sees to it that what was taken back is soon in no file of a running session, and the order in which
 * answers came not for long: not in the write-ahead log, not in the pages of the file, not in its copies.
 */
import { takeOver } from './copies.ts';
import type { Db } from './database.ts';
import type { KeyFile } from './keyFile.ts';
import { SLOT_EVERY_MS, type Slots } from './slots.ts';
import type { WrittenFile } from './writes.ts';

/** How soon what was changed or taken back is gone from the log and the file, in milliseconds. */
const SCRUB_AFTER_MS = 1000;

/** How soon it is gone from the copies, in milliseconds: copying a large session takes a part of a second. */
const COPY_AFTER_MS = 4000;

/** What could not be done is tried again after this, in milliseconds. */
const AGAIN_MS = 5000;

/**
 * Up to this many pages (8 MB, about 80,000 answers) the file is written anew each minute, since within a
 * page answers lie in the order in which they came. Votes wait for it, 7 ms with 10,000 answers and 45 with
 * 80,000.
 */
const FEW_PAGES = 2000;

/**
 * Up to this many pages (2 MB, about 20,000 answers) the thread that writes makes the copies as well, which votes
 * wait for, 12 ms at most; a second thread would cost every room as much memory as a thousand phones.
 */
const VERY_FEW_PAGES = 500;

/** What may fail: writing the key file anew, writing file and copies, making the log short. */
type Work = 'keys' | 'copies' | 'log';

export class Scrubber {
  readonly #db: Db;
  readonly #file: WrittenFile;
  readonly #slots: Slots;
  readonly #keys: Pick<KeyFile, 'rewrite'>;
  readonly #slotTimer: NodeJS.Timeout;
  #soon: NodeJS.Timeout | null = null;
  #copySoon: NodeJS.Timeout | null = null;
  #again: NodeJS.Timeout | null = null;
  #closed = false;
  readonly #failed = new Set<Work>();
  #working: Promise<void> = Promise.resolve();
  /**
   * Rows were taken out since the file was last written anew. True at first: the program may have been
   * killed just after.
   */
  #rowsGone = true;
  /** Words went that the copies may still have. */
  #wordsGone = false;
  /** Something was committed since then. */
  #changed = true;
  /** It was written anew within the last minute: the next time is with the next copy. */
  #rewritten = false;

  /** @param every how often a session in which something changed is copied, in milliseconds */
  constructor(
    db: Db,
    file: WrittenFile,
    slots: Slots,
    keys: Pick<KeyFile, 'rewrite'>,
    every = SLOT_EVERY_MS,
  ) {
    this.#db = db;
    this.#file = file;
    this.#slots = slots;
    this.#keys = keys;
    this.#slotTimer = setInterval(() => {
      this.#rewritten = false;
      this.#rewriteKeys();
      this.#copy(this.#isDue());
    }, every);
    this.#slotTimer.unref();
    this.#renewCopiesSoon();
  }

  /**
   * The last try to copy the session, or to take what is gone out of its files, failed. It is tried again every
   * few seconds; answers are saved all the while.
   */
  get fails(): boolean {
    return this.#failed.size > 0;
  }

  /** Something was committed; `text`: words were changed or taken back by it. */
  committed(text: boolean): void {
    this.#changed = true;
    this.#slots.noteChange(text);
    if (!text) return;
    this.#wordsGone = true;
    this.#scrubSoon();
    this.#renewCopiesSoon();
  }

  /** Whole answers were taken out. */
  takenOut(): void {
    this.#rowsGone = true;
    this.committed(true);
  }

  /** The session has ended: from now on no file of it tells in which order answers came. */
  ended(): void {
    if (this.#closed) return;
    this.#slots.noteChange(true);
    this.#rewriteKeys();
    this.#copy(true);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#slotTimer);
    for (const timer of [this.#soon, this.#copySoon, this.#again]) if (timer !== null) clearTimeout(timer);
    this.#rewriteKeys();
    this.#then('copies', async () => {
      const anew = this.#rowsGone || this.#changed;
      if (this.#wordsGone) await this.#renew(anew);
      else if (anew) await this.#rewrite();
    });
    await this.#working;
    // What it cannot take over now is taken over when the file is opened next.
    await this.#file.emptyLog().catch(() => false);
  }

  /** Once for everything that goes until then. */
  #renewCopiesSoon(): void {
    // What was committed last is seen to by closing; a copy that is made after it would be left for good.
    if (this.#closed) return;
    this.#copySoon ??= setTimeout(() => {
      this.#copySoon = null;
      this.#copy(this.#rowsGone && !this.#rewritten);
    }, COPY_AFTER_MS).unref();
  }

  /** Once for everything that went until then. */
  #scrubSoon(): void {
    if (this.#soon !== null || this.#closed) return;
    this.#soon = setTimeout(() => {
      this.#soon = null;
      if (this.#rowsGone && !this.#rewritten) this.#copy(true);
      else this.#then('log', () => this.#makeShort());
    }, SCRUB_AFTER_MS);
    this.#soon.unref();
  }

  #copy(anew: boolean): void {
    this.#then('copies', () => this.#renew(anew));
  }

  #rewriteKeys(): void {
    this.#then('keys', () => this.#keys.rewrite());
  }

  /** Whether the file is to be written anew with the next copy. */
  #isDue(): boolean {
    return this.#rowsGone || (this.#changed && this.#pages() <= FEW_PAGES);
  }

  async #renew(anew: boolean): Promise<void> {
    const gone = this.#wordsGone;
    this.#wordsGone = false;
    try {
      if (anew) await this.#rewrite();
      if (this.#pages() > VERY_FEW_PAGES) await this.#slots.write();
      else await this.#slots.write((to, drop) => this.#file.copy(to, drop));
    } catch (error) {
      this.#wordsGone ||= gone;
      throw error;
    }
  }

  /**
   * One after the other, and the log is empty then: a reader would hold up who empties it. The session is not
   * touched by what fails; it is tried again, and told by `fails` until it was done.
   */
  #then(what: Work, work: () => Promise<void>): void {
    this.#working = this.#working
      .then(work)
      .then(async () => {
        if (!(await this.#file.emptyLog())) this.#scrubSoon();
      })
      .then(
        () => void this.#failed.delete(what),
        () => {
          this.#failed.add(what);
          this.#tryAgain();
        },
      );
  }

  #tryAgain(): void {
    if (this.#closed) return;
    this.#again ??= setTimeout(() => {
      this.#again = null;
      if (this.#failed.has('keys')) this.#rewriteKeys();
      if (this.#failed.has('log')) this.#then('log', () => this.#makeShort());
      if (this.#failed.has('copies')) this.#copy(this.#isDue());
    }, AGAIN_MS).unref();
  }

  /** So that little is left of a long log to be taken over where votes wait for it. */
  async #makeShort(): Promise<void> {
    if (this.#pages() > VERY_FEW_PAGES) await takeOver(this.#db.name);
  }

  #pages(): number {
    return Number(this.#db.pragma('page_count', { simple: true }));
  }

  /**
   * Deleted rows are overwritten, but a row that was moved to another page while it stood may have left
   * its bytes behind in the first; only writing the file anew is sure to leave nothing.
   */
  async #rewrite(): Promise<void> {
    await this.#file.rewrite();
    // Traces that go only now are still in the copies.
    if (this.#rowsGone) this.#slots.noteChange(true);
    this.#rowsGone = false;
    this.#changed = false;
    this.#rewritten = true;
  }
}
