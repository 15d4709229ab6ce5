/**
 * What a second coder put points and post-its of sealed sessions under. Each goes with what it is about. A row without
 * themes says that it was looked at. No time and no counter.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE point_second (
    session INTEGER NOT NULL,
    id TEXT NOT NULL,
    themes TEXT NOT NULL,
    PRIMARY KEY (session, id),
    FOREIGN KEY (session, id) REFERENCES point (session, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE coding_second (
    session INTEGER NOT NULL,
    board INTEGER NOT NULL,
    tag TEXT NOT NULL,
    themes TEXT NOT NULL,
    PRIMARY KEY (session, board, tag),
    FOREIGN KEY (session, board, tag) REFERENCES response (session, board, tag) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
