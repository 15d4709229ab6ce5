/**
 * What was said: themes of a consultation, points of a session, and post-its that are under themes. No time and no
 * counter; without a rowid they lie in the order of random ids. What only a running session knows stands apart
 * (`talk_live`, `talk_live_coding`) and is emptied as it is sealed. What hangs on a post-it goes with it.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE theme (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE point (
    session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (session, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE point_postit (
    session INTEGER NOT NULL,
    id TEXT NOT NULL,
    board INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (session, id),
    FOREIGN KEY (session, id) REFERENCES point (session, id) ON DELETE CASCADE,
    FOREIGN KEY (session, board, tag) REFERENCES response (session, board, tag) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX point_postit_on ON point_postit (session, board, tag)`,
  `CREATE TABLE coding (
    session INTEGER NOT NULL,
    board INTEGER NOT NULL,
    tag TEXT NOT NULL,
    themes TEXT NOT NULL,
    PRIMARY KEY (session, board, tag),
    FOREIGN KEY (session, board, tag) REFERENCES response (session, board, tag) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE talk_live (
    session INTEGER NOT NULL,
    id TEXT NOT NULL,
    place INTEGER NOT NULL,
    person INTEGER NOT NULL,
    postit TEXT NOT NULL,
    PRIMARY KEY (session, id),
    FOREIGN KEY (session, id) REFERENCES point (session, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE talk_live_coding (
    session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
    postit TEXT NOT NULL,
    themes TEXT NOT NULL,
    PRIMARY KEY (session, postit)
  ) STRICT, WITHOUT ROWID`,
  // Ids only: of what was removed, so that no older copy brings it back, and of changes that were carried out.
  `CREATE TABLE talk_gone (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE talk_done (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
