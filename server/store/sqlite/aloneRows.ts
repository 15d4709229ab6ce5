/**
 * Who would rather talk alone and who wants to be told alone, in the file of what is sealed for the lead. Each kind has
 * a table of its own; a row has no tag, no token, no session and no time.
 */
import type { AloneCounts } from '../../../core/apiAlone.ts';
import { ALONE_KINDS, type AloneKind } from '../../../core/alone.ts';
import type { AloneRow, AloneStore } from '../alone.ts';
import { checkpoint, type Db } from './database.ts';

const TABLE = { talk: 'talk_alone', told: 'told_alone' } as const satisfies Record<AloneKind, string>;

const rowsOf = (table: string): string => `
  CREATE TABLE IF NOT EXISTS ${table} (
    consultation TEXT NOT NULL,
    id TEXT NOT NULL,
    date TEXT NOT NULL,
    until TEXT NOT NULL,
    asked INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID;`;

export const ALONE_TABLES = `
  ${rowsOf(TABLE.talk)}
  ${rowsOf(TABLE.told)}
  CREATE TABLE IF NOT EXISTS former_lead (
    consultation TEXT NOT NULL,
    recipient TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (consultation, recipient)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS alone_gone (
    consultation TEXT NOT NULL,
    kind TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (consultation, kind)
  ) STRICT, WITHOUT ROWID;
`;

/** How long the log may show what came last, in milliseconds. */
const LOG_MS = 1000;

export class AloneRows implements AloneStore {
  readonly #db: Db;
  #soon: NodeJS.Timeout | null = null;

  constructor(db: Db) {
    this.#db = db;
  }

  async add(consultation: string, kind: AloneKind, row: AloneRow): ReturnType<AloneStore['add']> {
    if (this.#has(consultation, kind, row.id)) return 'there';
    if (!this.#insert(consultation, kind, row)) return 'other-lead';
    this.#checkSoon();
    return 'added';
  }

  async put(consultation: string, kind: AloneKind, row: AloneRow): ReturnType<AloneStore['put']> {
    const done = this.#db.transaction(() => {
      const before = ALONE_KINDS.filter((of) => this.#has(consultation, of, row.id));
      // First, so that nothing goes before what takes its place is there.
      if (!this.#insert(consultation, kind, row)) return null;
      for (const of of before)
        if (of !== kind)
          this.#db
            .prepare(`DELETE FROM ${TABLE[of]} WHERE consultation = ? AND id = ?`)
            .run(consultation, row.id);
      return before.length > 0;
    })();
    if (done === null) return 'other-lead';
    if (done) this.#anew();
    else this.#checkSoon();
    return 'put';
  }

  async list(consultation: string, kind: AloneKind): Promise<AloneRow[]> {
    const rows = this.#db
      .prepare(
        `SELECT id, date, until, asked, recipient, sealed FROM ${TABLE[kind]} WHERE consultation = ? ORDER BY id`,
      )
      .all(consultation) as (Omit<AloneRow, 'asked'> & { asked: number })[];
    return rows.map((row) => ({ ...row, asked: row.asked === 1 }));
  }

  async keys(consultation: string): ReturnType<AloneStore['keys']> {
    return this.#db
      .prepare(
        `SELECT document ->> '$.recipient' AS recipient, document ->> '$.key' AS key FROM lead WHERE consultation = @consultation
         UNION SELECT recipient, key FROM former_lead WHERE consultation = @consultation`,
      )
      .all({ consultation }) as { recipient: string; key: string }[];
  }

  async markAsked(consultation: string, kind: AloneKind, id: string): Promise<boolean> {
    const { changes } = this.#db
      .prepare(`UPDATE ${TABLE[kind]} SET asked = 1 WHERE consultation = ? AND id = ?`)
      .run(consultation, id);
    checkpoint(this.#db);
    return changes > 0;
  }

  async remove(consultation: string, kind: AloneKind, id: string): Promise<boolean> {
    const { changes } = this.#db
      .prepare(`DELETE FROM ${TABLE[kind]} WHERE consultation = ? AND id = ?`)
      .run(consultation, id);
    if (changes > 0) this.#anew();
    return changes > 0;
  }

  async dropOver(today: string): Promise<void> {
    let dropped = 0;
    this.#db.transaction(() => {
      for (const kind of ALONE_KINDS) {
        this.#db
          .prepare(
            `INSERT INTO alone_gone (consultation, kind, n)
             SELECT consultation, ?, count(*) FROM ${TABLE[kind]} WHERE until < ? GROUP BY consultation
             ON CONFLICT (consultation, kind) DO UPDATE SET n = n + excluded.n`,
          )
          .run(kind, today);
        dropped += this.#db.prepare(`DELETE FROM ${TABLE[kind]} WHERE until < ?`).run(today).changes;
      }
    })();
    if (dropped > 0) this.#anew();
  }

  async gone(consultation: string): Promise<AloneCounts> {
    const rows = this.#db
      .prepare('SELECT kind, n FROM alone_gone WHERE consultation = ?')
      .all(consultation) as { kind: AloneKind; n: number }[];
    const of = (kind: AloneKind): number => rows.find((row) => row.kind === kind)?.n ?? 0;
    return { talk: of('talk'), told: of('told') };
  }

  async rewrite(): Promise<void> {
    this.#anew();
  }

  /** Keeps the key of a lead in whose place another one comes, while something waits that it alone opens. */
  keepFormer(consultation: string): void {
    this.#db
      .prepare(
        `INSERT OR IGNORE INTO former_lead (consultation, recipient, key)
         SELECT consultation, document ->> '$.recipient', document ->> '$.key' FROM lead WHERE consultation = ?`,
      )
      .run(consultation);
    this.#dropFormer();
  }

  /** With the consultation. */
  forget(consultation: string): void {
    let removed = 0;
    for (const table of [TABLE.talk, TABLE.told, 'former_lead', 'alone_gone'])
      removed += this.#db.prepare(`DELETE FROM ${table} WHERE consultation = ?`).run(consultation).changes;
    if (removed > 0) this.#anew();
  }

  /** Consultations of which something is here, those that were removed among them. */
  known(): string[] {
    const all = [TABLE.talk, TABLE.told, 'alone_gone'].map((table) => `SELECT consultation FROM ${table}`);
    return this.#db.prepare(all.join(' UNION ')).pluck().all() as string[];
  }

  stop(): void {
    if (this.#soon !== null) clearTimeout(this.#soon);
  }

  #has(consultation: string, kind: AloneKind, id: string): boolean {
    const there = this.#db.prepare(`SELECT 1 FROM ${TABLE[kind]} WHERE consultation = ? AND id = ?`);
    return there.get(consultation, id) !== undefined;
  }

  /** Where the key is the lead’s. What is there by its id becomes it, and whoever was asked has been. */
  #insert(consultation: string, kind: AloneKind, row: AloneRow): boolean {
    const { id, date, until, asked, recipient, sealed } = row;
    const { changes } = this.#db
      .prepare(
        `INSERT INTO ${TABLE[kind]} (consultation, id, date, until, asked, recipient, sealed)
         SELECT consultation, @id, @date, @until, @asked, @recipient, @sealed FROM lead
         WHERE consultation = @consultation AND document ->> '$.recipient' = @recipient
         ON CONFLICT (consultation, id) DO UPDATE SET date = excluded.date, until = excluded.until,
           recipient = excluded.recipient, sealed = excluded.sealed`,
      )
      .run({ consultation, id, date, until, asked: Number(asked), recipient, sealed: Buffer.from(sealed) });
    return changes > 0;
  }

  /** The log shows what came last no longer than that. */
  #checkSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      checkpoint(this.#db);
    }, LOG_MS).unref();
  }

  #dropFormer(): void {
    const waits = Object.values(TABLE).map(
      (table) =>
        `SELECT 1 FROM ${table} AS t WHERE t.consultation = former_lead.consultation AND t.recipient = former_lead.recipient`,
    );
    this.#db.prepare(`DELETE FROM former_lead WHERE NOT EXISTS (${waits.join(' UNION ALL ')})`).run();
  }

  /** What is overwritten where it was may still stand where it was before a page was split. */
  #anew(): void {
    this.#dropFormer();
    this.#db.exec('VACUUM');
    checkpoint(this.#db);
  }
}
