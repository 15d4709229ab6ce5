/**
 * Recommendations, what they rest on, and the page that tells what became of them. Links to post-its go with their
 * responses, links to points with their session. No time but days, which the team types, and no counter.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE recommendation (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE recommendation_point (
    consultation TEXT NOT NULL,
    id TEXT NOT NULL,
    session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
    point TEXT NOT NULL,
    PRIMARY KEY (consultation, id, session, point),
    FOREIGN KEY (consultation, id) REFERENCES recommendation (consultation, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX recommendation_point_in ON recommendation_point (session)`,
  `CREATE TABLE recommendation_postit (
    consultation TEXT NOT NULL,
    id TEXT NOT NULL,
    session INTEGER NOT NULL,
    board INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (consultation, id, session, board, tag),
    FOREIGN KEY (consultation, id) REFERENCES recommendation (consultation, id) ON DELETE CASCADE,
    FOREIGN KEY (session, board, tag) REFERENCES response (session, board, tag) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX recommendation_postit_on ON recommendation_postit (session, board, tag)`,
  // Ids only: of changes that were carried out (in part), and of what was removed or brought back.
  `CREATE TABLE recommendation_known (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    what TEXT NOT NULL CHECK (what IN ('done', 'part', 'gone', 'back')),
    id TEXT NOT NULL,
    PRIMARY KEY (consultation, what, id)
  ) STRICT, WITHOUT ROWID`,
  // Counts of participants' word that left the team, against which later ones are held.
  `CREATE TABLE recommendation_out (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    counts TEXT NOT NULL,
    PRIMARY KEY (consultation, id, counts)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE told (
    consultation TEXT PRIMARY KEY REFERENCES consultation (id) ON DELETE CASCADE,
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE told_quote (
    consultation TEXT NOT NULL REFERENCES told (consultation) ON DELETE CASCADE,
    id TEXT NOT NULL,
    session INTEGER NOT NULL,
    board INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (consultation, id, session, board, tag),
    FOREIGN KEY (session, board, tag) REFERENCES response (session, board, tag) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX told_quote_on ON told_quote (session, board, tag)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
