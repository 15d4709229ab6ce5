/** Whether a commit that nobody answered for is in the file after all. */
import { createHash } from 'node:crypto';
import type { Db } from './database.ts';
import { errorCode } from './database.ts';
import { bind, statementOf } from './bound.ts';
import type { Write } from './writes.ts';

/**
 * All that is written sets what stands in a row, so a commit that is there changes nothing when it is carried out
 * once more. That is tried, and taken back.
 *
 * @param statements those of the file, by whose places the writes name them
 */
export function landed(db: Db, statements: readonly string[], writes: readonly Write[]): boolean {
  // Something that changes nothing was to show that a page can be written, and the file does not tell.
  if (writes.every((write) => statements[statementOf(write)]?.startsWith('PRAGMA'))) return false;
  let same = false;
  const tries = db.transaction(() => {
    const before = contentOf(db);
    for (const write of writes) bind(write, (n, values) => db.prepare(statements[n] ?? '').run(values));
    same = contentOf(db) === before;
    throw new TakenBack();
  });
  try {
    tries.immediate();
  } catch (error) {
    // A row that can be there once only is there already.
    if (errorCode(error).startsWith('SQLITE_CONSTRAINT')) return true;
    if (!(error instanceof TakenBack)) throw error;
  }
  return same;
}

class TakenBack extends Error {}

/** A hash of every row of every table. */
function contentOf(db: Db): string {
  const hash = createHash('sha256');
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[];
  for (const table of tables) {
    hash.update(`${table}\n`);
    for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate())
      hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
