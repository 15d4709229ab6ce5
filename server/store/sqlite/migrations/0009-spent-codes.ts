/**
 * Hashes of codes by which somebody took their answers out of a session that was removed: its key may be gone by
 * then, and a copy of the session on a stick still takes the code for one that is good.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const table = `CREATE TABLE spent_code (
    session TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (session, hash)
  ) STRICT, WITHOUT ROWID`;
  await sql.raw(table).execute(db);
}
