/** The main database: one connection, which queries by Kysely and prepared statements take turns on. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { Kysely } from 'kysely';
import type { Db } from './database.ts';
import { checkpoint } from './database.ts';
import { Dialect } from './migrate.ts';
import type { Tables } from './tables.ts';

/** Rows of one long transaction after which the rooms that are open get a turn. */
const ROWS_PER_TURN = 500;

export class MainDb {
  readonly raw: Db;
  readonly query: Kysely<Tables>;

  constructor(raw: Db) {
    this.raw = raw;
    this.query = new Kysely<Tables>({ dialect: new Dialect({ database: raw }) });
  }

  /** All or nothing. Prepared statements on `raw` that run inside it belong to the transaction. */
  transaction<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.query.transaction().execute(work);
  }

  /** Empties the write-ahead log, between other queries. */
  checkpoint(): Promise<boolean> {
    return this.query.connection().execute(async () => checkpoint(this.raw));
  }

  async close(): Promise<void> {
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
