/** Sign-ins that are tablets which are passed round: how they are left, and what for. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE tablet (
        hash TEXT PRIMARY KEY,
        exit TEXT NOT NULL,
        which TEXT NOT NULL,
        putAway INTEGER
      ) STRICT, WITHOUT ROWID`,
    )
    .execute(db);
}
