/**
 * The first shape of the main database. Nothing about answers has a time, a counter, or a place that
 * tells when it came: their tables have no rowid and are kept in the order of random tags.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE consultation (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    document TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE session (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    document TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX session_of_consultation ON session (consultation)`,
  `CREATE TABLE board (
    session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    statement TEXT NOT NULL,
    round INTEGER NOT NULL,
    version INTEGER NOT NULL,
    wordings TEXT NOT NULL,
    scale TEXT NOT NULL,
    PRIMARY KEY (session, n)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE eligible (
    session INTEGER NOT NULL,
    board INTEGER NOT NULL,
    membership TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (session, board, membership),
    FOREIGN KEY (session, board) REFERENCES board (session, n) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE response (
    session INTEGER NOT NULL,
    board INTEGER NOT NULL,
    tag TEXT NOT NULL,
    membership TEXT NOT NULL,
    answer ANY NOT NULL CHECK (typeof(answer) = 'integer' OR answer IN ('n', 'x')),
    comment TEXT NOT NULL,
    audience TEXT NOT NULL,
    quote INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    channel TEXT NOT NULL,
    person TEXT,
    PRIMARY KEY (session, board, tag),
    FOREIGN KEY (session, board) REFERENCES board (session, n) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE tally (
    session INTEGER NOT NULL,
    board INTEGER NOT NULL,
    membership TEXT NOT NULL,
    answer ANY NOT NULL CHECK (typeof(answer) = 'integer' OR answer IN ('n', 'x')),
    n INTEGER NOT NULL,
    PRIMARY KEY (session, board, membership, answer),
    FOREIGN KEY (session, board) REFERENCES board (session, n) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
];

/** Makes the first tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
