/**
 * Sessions that were removed while somebody could still take their answers out: on which boards a code would find
 * them, and until when. The tags of what was taken out by such a code, so that an archive does not bring it back:
 * in the order of the tags, without anything that shows which were one person's. How far the tags explain what
 * an older copy of a session has more.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE kept_codes (
    session TEXT PRIMARY KEY,
    consultation TEXT NOT NULL,
    until TEXT NOT NULL,
    boards TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE left_out (
    tag TEXT PRIMARY KEY,
    what TEXT NOT NULL CHECK (what IN ('all', 'quote'))
  ) STRICT, WITHOUT ROWID`,
  'ALTER TABLE removed_session ADD COLUMN known INTEGER NOT NULL DEFAULT 0',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
