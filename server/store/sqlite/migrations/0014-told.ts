/**
 * Case studies of a consultation, and what people corrected as they were read back to. No time and no counter; without
 * a rowid they lie in the order of random ids. A correction goes with the session that it was said in, and with the
 * session of the point that it corrects.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE case_study (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE correction (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    about TEXT NOT NULL,
    of TEXT NOT NULL,
    session INTEGER REFERENCES session (key) ON DELETE CASCADE,
    of_session INTEGER REFERENCES session (key) ON DELETE CASCADE,
    document TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX correction_session ON correction (session)`,
  `CREATE INDEX correction_of_session ON correction (of_session)`,
  // Ids only: of what was removed, so that no older copy brings it back, and of changes that were carried out.
  `CREATE TABLE told_gone (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE told_done (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
