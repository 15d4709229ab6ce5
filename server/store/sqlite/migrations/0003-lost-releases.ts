/**
 * What is left of the register of a consultation that was removed: number, date and hash of each release,
 * without a word or a figure of it. An archive that comes back later may be older than what was printed.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const TABLE = `CREATE TABLE removed_release (
  consultation TEXT NOT NULL,
  number INTEGER NOT NULL,
  date TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (consultation, hash)
) STRICT, WITHOUT ROWID`;

/** Makes the table. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db);
}
