/** Putting a session aside that could not be taken up: its files are copied, then it is removed as any other is. */
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import type { AsideItem, AsideStore } from '../carry.ts';
import type { MainDb } from './mainDb.ts';
import type { Paths } from './paths.ts';
import { beginPutAside, dropPutAside, finishPutAside, openPutAside, readPutAside } from './putAside.ts';

export class SqliteAside implements AsideStore {
  readonly #main: MainDb;
  readonly #paths: Paths;
  readonly #under = new Set<string>();

  constructor(main: MainDb, paths: Paths) {
    this.#main = main;
    this.#paths = paths;
  }

  async put(
    session: Session,
    day: string,
    remove: () => Promise<{ ok: true } | Refusal>,
  ): Promise<{ ok: true } | Refusal> {
    this.#under.add(session.id);
    try {
      beginPutAside(this.#paths, session, day);
      const removed = await remove();
      finishPutAside(this.#paths, session, !isRefusal(removed));
      return removed;
    } catch (error) {
      finishPutAside(this.#paths, session, await this.#isGone(session.id));
      throw error;
    } finally {
      this.#under.delete(session.id);
    }
  }

  async list(): Promise<AsideItem[]> {
    // A kill may have left one between its copies and its end.
    for (const { session: id, consultation } of openPutAside(this.#paths))
      if (!this.#under.has(id)) finishPutAside(this.#paths, { id, consultation }, await this.#isGone(id));
    return readPutAside(this.#paths);
  }

  async drop(session: string): Promise<void> {
    dropPutAside(this.#paths, session);
  }

  async #isGone(session: string): Promise<boolean> {
    const row = await this.#main.query
      .selectFrom('session')
      .select('id')
      .where('id', '=', session)
      .executeTakeFirst();
    return row === undefined;
  }
}
