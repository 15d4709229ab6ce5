/**
 * Interviews and documents, passages of them that are under themes, and questions of an interview. They are of the
 * consultation and of no session. No time and no counter; passages go with their source.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE source (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE passage (
    consultation TEXT NOT NULL,
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (consultation, id),
    FOREIGN KEY (consultation, source) REFERENCES source (consultation, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX passage_of ON passage (consultation, source)`,
  `CREATE TABLE question (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
