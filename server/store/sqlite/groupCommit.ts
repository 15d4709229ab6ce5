/**
 * Group commit: writes that come in within a few milliseconds share one transaction and one sync of
 * the disk. The first after a quiet spell is committed at once; when the last batch was large and the server has
 * no time to spare, the next waits a little so that it is large too. One batch at a time is with the thread that writes; what
 * comes in meanwhile is the next one.
 */
import { TIMES } from '../../../core/limits.ts';
import { commitBegins } from '../commitWait.ts';
import { Busy, gatherFor } from './gather.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { ThreadEnded, type Write, type WrittenFile } from './writes.ts';

/** Above this many in the last batch, more are on their way and waiting for them saves syncs. */
const BUSY_BATCH = 10;

/** So many are a batch at once: while the thread has them, this one reads what comes in and answers what went before. */
const FULL_BATCH = 200;
/** And no more than so many, should the disk have stalled: the thread has little memory, and a batch fails as a whole. */
const MOST_IN_BATCH = 2000;

export interface Job<T> {
  /** Nothing when only what came before is waited for. */
  writes: readonly Write[];
  /** Runs after the commit; what it returns is the answer. */
  done(): T;
  /** Runs when the commit failed, latest job first, and puts memory back to what the disk has. */
  undo(): void;
}

interface Waiting {
  job: Job<unknown>;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

export class GroupCommit {
  readonly #file: Pick<WrittenFile, 'commit'>;
  readonly #has: (writes: readonly Write[]) => boolean;
  #queue: Waiting[] = [];
  #last = 0;
  readonly #busy = new Busy();
  /** When the first of the queue came. */
  #since = 0;
  #cancel: (() => void) | null = null;
  #closed = false;
  #writing: Promise<void> | null = null;

  /** @param has whether what was last written to each row is what the file has; asked when nobody could say */
  constructor(file: Pick<WrittenFile, 'commit'>, has: (writes: readonly Write[]) => boolean) {
    this.#file = file;
    this.#has = has;
  }

  /** Resolves after the commit, in the order of calls; rejects when it failed or this is closed. */
  add<T>(job: Job<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) {
        job.undo();
        reject(new Error('The session’s file is closed.'));
        return;
      }
      if (this.#queue.length === 0) this.#since = performance.now();
      this.#queue.push({ job, resolve: resolve as Waiting['resolve'], reject });
      this.#schedule();
    });
  }

  /** How many wait for the next commit. */
  waiting(): number {
    return this.#queue.length;
  }

  /** Takes nothing more; resolves when what was waiting is committed or has failed. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#flush();
    while (this.#writing !== null) await this.#writing;
  }

  #schedule(): void {
    if (this.#writing !== null) return;
    if (this.#queue.length >= FULL_BATCH) return this.#flush();
    if (this.#cancel !== null) return;
    const gather = this.#last > BUSY_BATCH ? gatherFor(this.#busy.share()) : 0;
    if (gather > 0) {
      const timer = setTimeout(() => this.#flush(), gather);
      this.#cancel = () => clearTimeout(timer);
    } else {
      const soon = setImmediate(() => this.#flush());
      this.#cancel = () => clearImmediate(soon);
    }
  }

  #flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#writing !== null) return;
    const batch = this.#queue.splice(0, MOST_IN_BATCH);
    this.#last = batch.length;
    const writes: Write[] = [];
    for (const { job } of batch) for (const write of job.writes) writes.push(write);
    if (writes.length > 0) {
      const ends = commitBegins(this.#since);
      this.#writing = this.#commit(batch, writes).finally(ends);
    } else {
      answer(batch);
      this.#goOn();
    }
  }

  async #commit(batch: readonly Waiting[], writes: readonly Write[]): Promise<void> {
    try {
      await this.#file.commit(writes);
    } catch (error) {
      // A thread that ended may have committed before: what memory has must not differ from the file.
      if (error instanceof ThreadEnded && (await this.#landed(writes))) return this.#committed(batch);
      this.#writing = null;
      // What came in meanwhile was measured against what is undone now, so it fails as well.
      const all = [...batch, ...this.#queue];
      this.#queue = [];
      for (const { job } of all.toReversed()) job.undo();
      for (const { reject } of all) reject(error);
      return;
    }
    this.#committed(batch);
  }

  /** A transaction is there as a whole or not at all. Until the file can be read nothing is answered. */
  async #landed(writes: readonly Write[]): Promise<boolean> {
    for (;;) {
      try {
        return this.#has(writes);
      } catch {
        // Only memory that goes with this one could differ from it.
        if (this.#closed) return false;
        await wait(TIMES.readAgainMs);
      }
    }
  }

  #committed(batch: readonly Waiting[]): void {
    this.#writing = null;
    answer(batch);
    this.#goOn();
  }

  #goOn(): void {
    if (this.#queue.length === 0) return;
    if (this.#closed) this.#flush();
    else this.#schedule();
  }
}

function answer(batch: readonly Waiting[]): void {
  for (const { job, resolve } of batch) resolve(job.done());
}
