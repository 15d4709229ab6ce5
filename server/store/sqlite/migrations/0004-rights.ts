/**
 * What people's rights need: the record of what was destroyed and of how its day was changed, and a note
 * that something was taken out whose last traces in the files are still to go. None of it has a time.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE day_change (
    consultation TEXT NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (consultation, n)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE destroyed (
    key INTEGER PRIMARY KEY,
    consultation TEXT NOT NULL,
    document TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE to_scrub (
    one INTEGER PRIMARY KEY CHECK (one = 1)
  ) STRICT`,
  `UPDATE consultation SET document = json_set(document, '$.withdrawDays', 14)
    WHERE json_type(document, '$.withdrawDays') IS NULL`,
  `UPDATE consultation SET document = json_set(document, '$.keepUntil', '')
    WHERE json_type(document, '$.keepUntil') IS NULL`,
  `UPDATE consultation SET document = json_set(document, '$.under18', json('false'))
    WHERE json_type(document, '$.under18') IS NULL`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
