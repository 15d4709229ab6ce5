/** The main database: one connection, which queries by Kysely and prepared statements take turns on. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { Kysely } from 'kysely';
import type { Db } from './database.ts';
import { checkpoint, writeNothing } from './database.ts';
import { Dialect } from './migrate.ts';
import type { Tables } from './tables.ts';

/** Rows of one long transaction after which the rooms that are open get a turn. */
const ROWS_PER_TURN = 500;

export class MainDb {
  readonly raw: Db;
  readonly query: Kysely<Tables>;
  #readers = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(raw: Db) {
    this.raw = raw;
    this.query = new Kysely<Tables>({ dialect: new Dialect(raw) });
  }

  /** All or nothing. Prepared statements on `raw` that run inside it belong to the transaction. */
  transaction<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.query.transaction().execute(work);
  }

  /**
   * How many rows were written since it was opened, none of a transaction that is not over among them. Whoever read
   * after this number, and finds it the same within a transaction, writes there beside what was read.
   */
  writtenSoFar(): Promise<number> {
    return this.transaction(async () => this.writtenByNow());
  }

  /** The same within a transaction. This connection is the only one that writes, and SQLite counts for it. */
  writtenByNow(): number {
    return Number(this.raw.prepare('SELECT total_changes()').pluck().get());
  }

  /**
   * Empties the write-ahead log, between other queries. While another thread reads a snapshot, emptying
   * would wait for it and hold up the rooms; it is then done when the last reader has gone.
   */
  checkpoint(): Promise<boolean> {
    return this.query
      .connection()
      .execute(async () => checkpoint(this.raw, this.#readers > 0 ? 'PASSIVE' : 'TRUNCATE'));
  }

  /** Writes something that changes nothing; rejects as a save would. */
  async tryWriting(): Promise<void> {
    await this.query.connection().execute(async () => writeNothing(this.raw));
  }

  /** Counts one reader more; what it gives back is called when that reader has gone. */
  readerCame(): () => void {
    this.#readers += 1;
    let here = true;
    return () => {
      if (!here) return;
      here = false;
      this.#readers -= 1;
      if (this.#readers === 0) for (const told of this.#waiting.splice(0)) told();
      // What fails now, the store closed for one, is made good by the next checkpoint or the next start.
      if (this.#readers === 0) void this.checkpoint().catch(() => false);
    };
  }

  /** Waits for threads that read a snapshot: a process that ends under them takes them down hard. */
  async close(): Promise<void> {
    if (this.#readers > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    await this.checkpoint();
    await this.query.destroy();
  }
}

/** Runs a step for each item and lets the event loop go on now and then. */
export async function inTurns<T>(items: readonly T[], step: (item: T) => void): Promise<void> {
  for (const [i, item] of items.entries()) {
    step(item);
    if (i % ROWS_PER_TURN === ROWS_PER_TURN - 1) await nextTurn();
  }
}
