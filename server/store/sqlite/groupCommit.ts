/**
 * Group commit: writes that come in within a few milliseconds share one transaction and one sync of
 * the disk. The first after a quiet spell is committed at once; when the last batch was large, the
 * next waits a little so that it is large too.
 */
import type { Db } from './database.ts';
import { RATES } from '../../../core/limits.ts';

/** Above this many in the last batch, more are on their way and waiting for them saves syncs. */
const BUSY_BATCH = 10;

export interface Job<T> {
  /** Runs inside the transaction; null when there is nothing to write and only the commit is waited for. */
  write: (() => void) | null;
  /** Runs after the commit; what it returns is the answer. */
  done: () => T;
  /** Runs when the commit failed, latest job first, and puts memory back to what the disk has. */
  undo: () => void;
}

interface Waiting {
  write: (() => void) | null;
  done: () => void;
  undo: () => void;
  fail: (error: unknown) => void;
}

export class GroupCommit {
  readonly #commit: (batch: readonly Waiting[]) => void;
  #queue: Waiting[] = [];
  #last = 0;
  #cancel: (() => void) | null = null;
  #closed = false;
  /** Another connection writes the file. */
  #held = false;

  constructor(db: Db) {
    const commit = db.transaction((batch: readonly Waiting[]) => {
      for (const job of batch) job.write?.();
    });
    this.#commit = (batch) => commit.immediate(batch);
  }

  /** Resolves after the commit, in the order of calls; rejects when it failed or the file is closed. */
  add<T>(job: Job<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) {
        job.undo();
        reject(new Error('The session’s file is closed.'));
        return;
      }
      this.#queue.push({
        write: job.write,
        done: () => resolve(job.done()),
        undo: job.undo,
        fail: reject,
      });
      this.#schedule();
    });
  }

  /**
   * Commits nothing while another connection writes the file; what comes in waits. One at a time.
   * Ends as the work does; by then what waited when this was closed is committed as well.
   */
  async hold(work: () => Promise<void>): Promise<void> {
    this.#held = true;
    try {
      await work();
    } finally {
      this.#held = false;
      if (this.#closed) this.#flush();
      else if (this.#queue.length > 0) this.#schedule();
    }
  }

  /** Commits what is waiting now, or as soon as nobody else writes the file, and takes nothing more. */
  close(): void {
    this.#flush();
    this.#closed = true;
  }

  #schedule(): void {
    if (this.#cancel !== null || this.#held) return;
    if (this.#last > BUSY_BATCH) {
      const timer = setTimeout(() => this.#flush(), RATES.gatherMs);
      this.#cancel = () => clearTimeout(timer);
    } else {
      const soon = setImmediate(() => this.#flush());
      this.#cancel = () => clearImmediate(soon);
    }
  }

  #flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#held) return;
    const batch = this.#queue;
    this.#queue = [];
    this.#last = batch.length;
    if (batch.length === 0) return;
    try {
      this.#commit(batch);
    } catch (error) {
      for (const job of batch.toReversed()) job.undo();
      for (const job of batch) job.fail(error);
      return;
    }
    for (const job of batch) job.done();
  }
}
