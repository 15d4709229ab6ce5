/** Who is signed in, the passphrase, and who did what. Times are milliseconds since 1970. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const TABLES = [
  `CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    since INTEGER NOT NULL,
    used INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE passphrase (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    kib INTEGER NOT NULL,
    passes INTEGER NOT NULL,
    lanes INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE audit (
    n INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    place TEXT NOT NULL,
    role TEXT,
    name TEXT NOT NULL,
    what TEXT NOT NULL,
    consultation TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX audit_by_time ON audit (at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(table).execute(db);
}
