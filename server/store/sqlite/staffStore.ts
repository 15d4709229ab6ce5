/** What is kept about staff, in a SQLite file of its own. */
import { Kysely } from 'kysely';
import type { AuditKind } from '../../../core/staffApi.ts';
import type { Role } from '../../../core/staff.ts';
import type { PassphraseHash, StaffSession, StaffStore, StoredAudit, TabletSign } from '../staffStore.ts';
import type { Db } from './database.ts';
import { checkpoint, writeNothing } from './database.ts';
import { Dialect } from './migrate.ts';

interface AuditTable {
  at: number;
  place: StoredAudit['place'];
  role: Role | null;
  name: string;
  what: AuditKind;
  consultation: string;
  detail: string;
}

interface StaffTables {
  session: StaffSession;
  passphrase: PassphraseHash & { one: 1 };
  audit: AuditTable & { n?: number };
  tablet: TabletSign;
}

export class SqliteStaffStore implements StaffStore {
  readonly #db: Db;
  readonly query: Kysely<StaffTables>;

  constructor(db: Db) {
    this.#db = db;
    this.query = new Kysely<StaffTables>({ dialect: new Dialect(db) });
  }

  async tryWriting(): Promise<void> {
    await this.query.connection().execute(async () => writeNothing(this.#db));
  }

  sessions(): Promise<StaffSession[]> {
    return this.query.selectFrom('session').selectAll().orderBy('since').execute();
  }

  async addSession(session: StaffSession): Promise<void> {
    await this.query.insertInto('session').values(session).execute();
  }

  async saveUsed(sessions: readonly Pick<StaffSession, 'hash' | 'used'>[]): Promise<void> {
    await this.query.transaction().execute(async (trx) => {
      for (const { hash, used } of sessions)
        await trx.updateTable('session').set({ used }).where('hash', '=', hash).execute();
    });
  }

  tablets(): Promise<TabletSign[]> {
    return this.query.selectFrom('tablet').selectAll().execute();
  }

  async saveTablet(tablet: TabletSign): Promise<void> {
    const { exit, which, putAway } = tablet;
    await this.query
      .insertInto('tablet')
      .values(tablet)
      .onConflict((conflict) => conflict.column('hash').doUpdateSet({ exit, which, putAway }))
      .execute();
  }

  async removeSessions(hashes: readonly string[]): Promise<void> {
    await this.query.transaction().execute(async (trx) => {
      await trx.deleteFrom('session').where('hash', 'in', hashes).execute();
      await trx.deleteFrom('tablet').where('hash', 'in', hashes).execute();
    });
    await this.#empty();
  }

  async passphrase(): Promise<PassphraseHash | null> {
    const row = await this.query
      .selectFrom('passphrase')
      .select(['salt', 'hash', 'kib', 'passes', 'lanes'])
      .executeTakeFirst();
    return row ?? null;
  }

  async savePassphrase(passphrase: PassphraseHash | null): Promise<void> {
    await this.query.transaction().execute(async (trx) => {
      await trx.deleteFrom('passphrase').execute();
      if (passphrase !== null)
        await trx
          .insertInto('passphrase')
          .values({ one: 1, ...passphrase })
          .execute();
    });
    await this.#empty();
  }

  audit(): Promise<StoredAudit[]> {
    return this.query
      .selectFrom('audit')
      .select(['at', 'place', 'role', 'name', 'what', 'consultation', 'detail'])
      .orderBy('n', 'desc')
      .execute();
  }

  async addAudit(entry: StoredAudit): Promise<void> {
    await this.query.insertInto('audit').values(entry).execute();
  }

  async dropAudit(before: number, most: number): Promise<void> {
    const kept = this.query.selectFrom('audit').select('n').orderBy('n', 'desc').limit(most);
    const dropped = await this.query
      .deleteFrom('audit')
      .where((eb) => eb.or([eb('at', '<', before), eb('n', 'not in', kept)]))
      .executeTakeFirst();
    if (dropped.numDeletedRows > 0n) await this.#empty();
  }

  async close(): Promise<void> {
    await this.#empty();
    await this.query.destroy();
  }

  /** What was deleted would otherwise stay in the write-ahead log. Waits its turn among the queries. */
  async #empty(): Promise<void> {
    await this.query.connection().execute(async () => checkpoint(this.#db));
  }
}
