/**
 * Of sessions that were removed, how often somebody had taken answers out of them: an archive from before
 * must not bring these back. No tag, and nothing of a person.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENT = `CREATE TABLE removed_session (
  id TEXT PRIMARY KEY,
  taken_out INTEGER NOT NULL
) STRICT, WITHOUT ROWID`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(STATEMENT).execute(db);
}
