/**
 * That what was finished has a copy. One that fails, or before which the program was killed, is made up for at
 * the next start and every hour: what is sealed has no file of its own any more.
 */
import Database from 'better-sqlite3';
import { backUp, copiesIn, dropOverdue } from './backups.ts';
import { meansDamaged } from './database.ts';
import type { MainDb } from './mainDb.ts';

/** All that a copy is made after: sessions that are sealed, and what left the team. */
const FINISHED = `
  SELECT 'session ' || id FROM session WHERE state = 'sealed'
  UNION ALL SELECT 'release ' || consultation || ' ' || number FROM release`;

export class SealedCopy {
  readonly #main: MainDb;
  readonly #folder: string;
  #lacking = false;
  #looked = false;

  constructor(main: MainDb, folder: string) {
    this.#main = main;
    this.#folder = folder;
  }

  /** Something that was finished is in no copy yet. */
  lacking(): boolean {
    return this.#lacking;
  }

  /** What is finished is finished, with its copy or without: this never rejects. */
  async make(): Promise<void> {
    await this.#make().catch(() => undefined);
  }

  /** Rejects where the copy that is lacking cannot be made now either. */
  async makeUp(): Promise<void> {
    // What fails while it runs is noted; only what an earlier run was killed before has to be looked for.
    if (!this.#looked) {
      dropOverdue(this.#folder);
      this.#lacking = !this.#newestHasAll();
      this.#looked = true;
    }
    if (this.#lacking) await this.#make();
  }

  async #make(): Promise<void> {
    this.#lacking = true;
    await backUp(this.#main, this.#folder);
    this.#lacking = false;
  }

  #newestHasAll(): boolean {
    const here = this.#main.raw.prepare(FINISHED).pluck().all();
    if (here.length === 0) return true;
    const [newest] = copiesIn(this.#folder);
    if (newest === undefined) return false;
    try {
      // Read-only, SQLite would leave its empty log and index beside it. Nothing is written.
      const copy = new Database(newest, { fileMustExist: true });
      try {
        const there = new Set(copy.prepare(FINISHED).pluck().all());
        return here.every((one) => there.has(one));
      } finally {
        copy.close();
      }
    } catch (error) {
      // Of an earlier version, without one of the tables: as good as none.
      if (meansDamaged(error) || isOlder(error)) return false;
      throw error;
    }
  }
}

const isOlder = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
