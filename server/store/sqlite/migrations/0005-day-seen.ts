/** The last day that the laptop's clock showed, so that one that jumps ahead destroys nothing at once. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENT = `CREATE TABLE day_seen (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seen TEXT NOT NULL,
  doubted TEXT NOT NULL
) STRICT`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(STATEMENT).execute(db);
}
