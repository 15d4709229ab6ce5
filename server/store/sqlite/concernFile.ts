/**
 * Concerns about somebody's safety, in a file of their own: sealed for the named lead, with no tag, person
 * or answer, so that nothing leads from one to its writer, and neither withdrawal nor export touches it.
 */
import type { Concern, ConcernStore, Lead } from '../concerns.ts';
import { ALONE_TABLES, AloneRows } from './aloneRows.ts';
import { checkpoint, openDatabase, type Db } from './database.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS lead (
    consultation TEXT PRIMARY KEY,
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS concern (
    consultation TEXT NOT NULL,
    id TEXT NOT NULL,
    date TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (consultation, id)
  ) STRICT, WITHOUT ROWID;
  ${ALONE_TABLES}
  PRAGMA user_version = 2;
`;

export class ConcernFile implements ConcernStore {
  /** What else is sealed for the lead. */
  readonly alone: AloneRows;
  readonly #db: Db;

  constructor(path: string) {
    this.#db = openDatabase(path);
    this.#db.exec(TABLES);
    this.alone = new AloneRows(this.#db);
  }

  async lead(consultation: string): Promise<Lead | null> {
    const document = this.#db
      .prepare('SELECT document FROM lead WHERE consultation = ?')
      .pluck()
      .get(consultation) as string | undefined;
    return document === undefined ? null : (JSON.parse(document) as Lead);
  }

  async saveLead(consultation: string, lead: Lead): Promise<boolean> {
    const save = this.#db.prepare(
      `INSERT INTO lead (consultation, document)
       SELECT @consultation, @document
       WHERE NOT EXISTS (SELECT 1 FROM concern WHERE consultation = @consultation)
       ON CONFLICT (consultation) DO UPDATE SET document = excluded.document`,
    );
    return this.#db.transaction(() => {
      this.alone.keepFormer(consultation);
      return save.run({ consultation, document: JSON.stringify(lead) }).changes > 0;
    })();
  }

  async add(consultation: string, { id, date, sealed }: Concern, recipient: string): Promise<boolean> {
    const { changes } = this.#db
      .prepare(
        `INSERT INTO concern (consultation, id, date, sealed)
         SELECT consultation, @id, @date, @sealed FROM lead
         WHERE consultation = @consultation AND document ->> '$.recipient' = @recipient`,
      )
      .run({ consultation, id, date, sealed: Buffer.from(sealed), recipient });
    return changes > 0;
  }

  /** In the order of their random ids. */
  async list(consultation: string): Promise<Concern[]> {
    return this.#db
      .prepare('SELECT id, date, sealed FROM concern WHERE consultation = ? ORDER BY id')
      .all(consultation) as Concern[];
  }

  async remove(consultation: string, id: string): Promise<boolean> {
    const { changes } = this.#db
      .prepare('DELETE FROM concern WHERE consultation = ? AND id = ?')
      .run(consultation, id);
    checkpoint(this.#db);
    return changes > 0;
  }

  /** Consultations that have a lead or anything sealed, those that were removed among them. */
  known(): string[] {
    const named = this.#db.prepare('SELECT consultation FROM lead').pluck().all() as string[];
    return [...new Set([...named, ...this.alone.known()])];
  }

  /** With the consultation: a concern stays until its lead has seen to it, nothing else does. */
  async forget(consultation: string): Promise<void> {
    this.alone.forget(consultation);
    await this.forgetLead(consultation);
  }

  async forgetLead(consultation: string): Promise<void> {
    this.#db
      .prepare(
        `DELETE FROM lead WHERE consultation = ?
         AND consultation NOT IN (SELECT consultation FROM concern)`,
      )
      .run(consultation);
    checkpoint(this.#db);
  }

  close(): void {
    this.alone.stop();
    checkpoint(this.#db);
    this.#db.close();
  }
}
