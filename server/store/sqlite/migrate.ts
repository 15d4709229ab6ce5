/** Bringing a database to this version's shape: the main one, or the staff's. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { DatabaseConnection, Driver, Kysely } from 'kysely';
import { SqliteAdapter, SqliteDialect, SqliteDriver, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import { up as first } from './migrations/0001-first.ts';
import { up as report } from './migrations/0002-report.ts';
import { up as lostReleases } from './migrations/0003-lost-releases.ts';
import type { Db } from './database.ts';
import { up as rights } from './migrations/0004-rights.ts';
import { up as daySeen } from './migrations/0005-day-seen.ts';
import { up as removedSessions } from './migrations/0006-removed-sessions.ts';
import { up as photos } from './migrations/0007-photos.ts';
import { up as keptCodes } from './migrations/0008-kept-codes.ts';
import { up as spentCodes } from './migrations/0009-spent-codes.ts';
import { checkWhole } from './database.ts';
import { destroyDatabase, syncFile, syncFolder } from './paths.ts';
import { up as talk } from './migrations/0010-talk.ts';
import { up as recommendations } from './migrations/0011-recommendations.ts';
import { up as sources } from './migrations/0012-sources.ts';
import { up as told } from './migrations/0014-told.ts';
import { up as secondCoder } from './migrations/0015-second-coder.ts';
import type { Paths } from './paths.ts';
import type { Tables } from './tables.ts';

/** Every migration by its name, oldest first; a name is never changed once it has shipped. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-first': { up: first },
  '0002-report': { up: report },
  '0003-lost-releases': { up: lostReleases },
  '0004-rights': { up: rights },
  '0005-day-seen': { up: daySeen },
  '0006-removed-sessions': { up: removedSessions },
  '0007-photos': { up: photos },
  '0008-kept-codes': { up: keptCodes },
  '0009-spent-codes': { up: spentCodes },
  '0010-talk': { up: talk },
  '0011-recommendations': { up: recommendations },
  '0012-sources': { up: sources },
  '0014-told': { up: told },
  '0015-second-coder': { up: secondCoder },
};

/** Kysely notes when a migration was made; the database holds no times, so each gets this one. */
const NO_TIME = '1970-01-01T00:00:00.000Z';

/**
 * Kysely takes it that SQLite cannot change tables inside a transaction, but it can: with this a
 * migration and the note that it was made are one transaction, and a crash leaves neither or both.
 */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * On some faults, a full disk for one, SQLite rolls back by itself. Rolling back again would fail and hide
 * what went wrong.
 */
class OwnDriver extends SqliteDriver {
  readonly #database: Db;

  constructor(database: Db) {
    super({ database });
    this.#database = database;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

export class Dialect extends SqliteDialect {
  readonly #database: Db;

  constructor(database: Db) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new OwnDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new Adapter();
  }
}

/** What the migrations noted in a database file say about it. */
export type Version = 'new' | 'current' | 'older' | 'newer' | 'foreign';

/** What Kysely noted of a migration. */
interface Note {
  name: string;
  timestamp: string;
}

function damagedNote(): Error {
  return Object.assign(new Error('a migration has no time'), { code: 'SQLITE_CORRUPT' });
}

/**
 * Finds out how a database stands to this version, without writing to it. `foreign`: it is a database
 * but not one of ours. Throws what SQLite throws for a file that is damaged or is none.
 */
export function versionOf(path: string, known = MIGRATIONS): Version {
  if (!existsSync(path)) return 'new';
  const hadLog = existsSync(`${path}-wal`);
  const db = new Database(path, { readonly: true });
  try {
    checkWhole(db);
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
    if (tables.length === 0) return 'new';
    if (!tables.includes('kysely_migration')) return 'foreign';
    const notes = db.prepare('SELECT name, timestamp FROM kysely_migration').all() as Note[];
    const made = notes.map(({ name }) => name);
    if (made.some((name) => !(name in known))) return 'newer';
    // Kysely would give up over it, and whoever starts the program would see its innards.
    if (notes.some(({ timestamp }) => Number.isNaN(Date.parse(timestamp)))) throw damagedNote();
    return made.length < Object.keys(known).length ? 'older' : 'current';
  } finally {
    db.close();
    // Looking at a database makes an empty log beside it; where there was none there is none again.
    if (!hadLog) for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
}

/** Runs the migrations that are missing. Throws when one fails; the database is then as it was. */
export async function migrate<T = Tables>(db: Kysely<T>, known = MIGRATIONS): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await sql`UPDATE kysely_migration SET timestamp = ${NO_TIME} WHERE timestamp <> ${NO_TIME}`.execute(db);
}

/** Copies a database of an older version to `backup/` before it is changed. */
export function copyBefore(paths: Paths, which: 'main' | 'staff' = 'main'): void {
  const copy = join(paths.backup, which === 'main' ? 'before-upgrade.db' : 'staff-before-upgrade.db');
  const part = `${copy}.part`;
  destroyDatabase(part);
  const db = new Database(paths[which]);
  try {
    db.prepare('VACUUM INTO ?').run(part);
  } finally {
    db.close();
  }
  syncFile(part);
  renameSync(part, copy);
  syncFolder(paths.backup);
}
