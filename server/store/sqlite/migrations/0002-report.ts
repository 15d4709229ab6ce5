/**
 * What comes after the room: what was decided about comments, the report's document, and the register
 * of releases. A review goes with its response. None of it has a time; a release has its date.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE review (
    session INTEGER NOT NULL,
    board INTEGER NOT NULL,
    tag TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (session, board, tag),
    FOREIGN KEY (session, board, tag) REFERENCES response (session, board, tag) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE report (
    consultation TEXT PRIMARY KEY REFERENCES consultation (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE release (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (consultation, number)
  ) STRICT`,
  // Comments are few beside a million answers; without this a list of them reads every answer.
  `CREATE INDEX response_with_comment ON response (session, board, tag) WHERE comment <> ''`,
  `UPDATE consultation SET document = json_set(document, '$.breakdowns', 'shown')
    WHERE json_type(document, '$.breakdowns') IS NULL`,
  `UPDATE consultation SET document = json_set(document, '$.approvals', json('[]'))
    WHERE json_type(document, '$.approvals') IS NULL`,
];

/** Makes the tables and the index, and gives every consultation the two fields that are new. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
