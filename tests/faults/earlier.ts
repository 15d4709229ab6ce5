/** The main database as an earlier version of the program had it, and everything that is in one. */
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Dialect, migrate } from '../../server/store/sqlite/migrate.ts';

const FOLDER = join(import.meta.dirname, '../../server/store/sqlite/migrations');

/** Every migration by its name, oldest first. */
export async function migrations(): Promise<[name: string, migration: Migration][]> {
  const names = readdirSync(FOLDER).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const migration = (await import(join(FOLDER, name))) as Migration;
      return [name.replace(/\.ts$/, ''), migration] as [string, Migration];
    }),
  );
}

/** Makes a database with the first so many migrations, and in it what of another one fits there. */
export async function makeEarlier(path: string, known: number, from: string): Promise<void> {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  const query = new Kysely<never>({ dialect: new Dialect(db) });
  await migrate(query, Object.fromEntries((await migrations()).slice(0, known)));
  await sql`PRAGMA foreign_keys = OFF`.execute(query);
  db.prepare('ATTACH ? AS later').run(from);
  const columnsOf = (schema: string, table: string): string[] =>
    (db.pragma(`${schema}.table_info("${table}")`) as { name: string }[]).map(({ name }) => name);
  for (const table of tablesOf(db)) {
    if (table.startsWith('kysely')) continue;
    const both = columnsOf('main', table).filter((name) => columnsOf('later', table).includes(name));
    if (both.length === 0) continue;
    const list = both.map((name) => `"${name}"`).join(', ');
    db.exec(`INSERT INTO main."${table}" (${list}) SELECT ${list} FROM later."${table}"`);
  }
  db.exec('DETACH later');
  await query.destroy();
}

function tablesOf(db: Database.Database): string[] {
  return db
    .prepare(
      `SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
}

/** All that is in a database, in one text. */
export function everythingIn(path: string): string {
  const db = new Database(path, { readonly: true });
  try {
    const rows = tablesOf(db).map((table) => [
      table,
      (db.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][])
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]);
    return JSON.stringify([db.prepare('SELECT sql FROM sqlite_master ORDER BY name').pluck().all(), rows]);
  } finally {
    db.close();
  }
}
