/**
 * Photographs of the real wall, for the team only. No time, and without a rowid no order of coming: they lie in the
 * order of random ids.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENT = `CREATE TABLE photo (
  session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  statement TEXT NOT NULL,
  round INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(STATEMENT).execute(db);
}
