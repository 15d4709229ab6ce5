/**
 * Codes for later, in a session's key file. Of a code its keyed hash is kept, and the token of whoever has
 * it, encrypted under a key that only the code gives: whoever reads the file without a code gets no token,
 * and whoever has a code finds one person and nobody else.
 */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { Db } from './database.ts';
import { digest, hmac } from './hmac.ts';
import type { CodeState } from '../rights.ts';
import type { Write } from './writes.ts';

export const CODE_TABLES = `
  CREATE TABLE code (
    hash TEXT PRIMARY KEY,
    owner TEXT,
    token BLOB,
    spent INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE gone (
    hash TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
`;

/** What is written while the session runs, by their places here. */
export const CODE_STATEMENTS = [
  'DELETE FROM code WHERE owner = ? AND hash <> ?',
  `INSERT INTO code (hash, owner, token, spent) VALUES (?, ?, ?, 0)
   ON CONFLICT (hash) DO UPDATE SET owner = excluded.owner, token = excluded.token`,
  'INSERT INTO code (hash, spent) VALUES (?, 0) ON CONFLICT DO NOTHING',
  'UPDATE code SET owner = NULL, token = NULL, spent = 1 WHERE owner = ?',
] as const;

const NONCE_BYTES = 12;
const MARK_BYTES = 16;
/** Stands before a token under a code that was on a card, which others may have seen. */
const ON_CARD = 'card:';

interface CodeRow {
  token: Buffer | null;
  spent: 0 | 1;
}

export class Codes {
  readonly #db: Db;
  readonly #salt: KeyObject;
  readonly #first: number;

  /** @param first where the statements of codes begin among those of the file */
  constructor(db: Db, salt: KeyObject, first: number) {
    this.#db = db;
    this.#salt = salt;
    this.#first = first;
  }

  hashOf(code: string): string {
    return digest(this.#salt, 'code', code);
  }

  find(code: string): CodeState | null {
    const row = this.#db.prepare('SELECT token, spent FROM code WHERE hash = ?').get(this.hashOf(code)) as
      | CodeRow
      | undefined;
    if (row === undefined) return null;
    if (row.spent === 1) return { is: 'spent' };
    if (row.token === null) return { is: 'card' };
    const kept = this.#open(code, row.token);
    const card = kept.startsWith(ON_CARD);
    return { is: 'person', token: card ? kept.slice(ON_CARD.length) : kept, card };
  }

  /** What keeps a code for its owner in the place of the one they had. */
  keep(owner: string, token: string, code: string): Write[] {
    const hash = this.hashOf(code);
    const before = this.find(code);
    const card = before?.is === 'card' || (before?.is === 'person' && before.card);
    const wrapped = this.#wrap(code, card ? ON_CARD + token : token);
    return [
      [this.#first, owner, hash],
      [this.#first + 1, hash, owner, wrapped],
    ];
  }

  /** What keeps cards that nobody has yet. */
  addCards(codes: readonly string[]): Write[] {
    return codes.map((code) => [this.#first + 2, this.hashOf(code)]);
  }

  /** How many cards there are, those that somebody has among them. */
  count(): number {
    return Number(this.#db.prepare('SELECT count(*) FROM code').pluck().get());
  }

  /** A code is good for nothing more; that it was one stays, so that it can be told from a mistyped one. */
  spend(code: string): void {
    this.#db
      .prepare('UPDATE code SET owner = NULL, token = NULL, spent = 1 WHERE hash = ?')
      .run(this.hashOf(code));
  }

  /** The same, by their hashes; those that are not here are noted. @returns hashes of the people who had them */
  spendHashes(hashes: readonly string[]): string[] {
    const find = this.#db.prepare('SELECT owner FROM code WHERE hash = ?').pluck();
    const spend = this.#db.prepare(
      `INSERT INTO code (hash, spent) VALUES (?, 1)
       ON CONFLICT (hash) DO UPDATE SET owner = NULL, token = NULL, spent = 1`,
    );
    return hashes.flatMap((hash) => {
      const owner = find.get(hash) as string | null | undefined;
      spend.run(hash);
      return owner ?? [];
    });
  }

  /** What does the same to the code that somebody has. */
  spendOf(owner: string): Write {
    return [this.#first + 3, owner];
  }

  /** Hashes of all codes, and which of them are spent. */
  all(): Map<string, boolean> {
    const rows = this.#db.prepare('SELECT hash, spent FROM code').all() as { hash: string; spent: 0 | 1 }[];
    return new Map(rows.map(({ hash, spent }) => [hash, spent === 1]));
  }

  /** Leaves only codes that somebody can still use, and of them nothing that is not needed for that. */
  keepUsed(): void {
    this.#db.prepare('DELETE FROM code WHERE token IS NULL').run();
    this.#db.prepare('UPDATE code SET owner = NULL').run();
  }

  #keyFor(code: string): Buffer {
    return hmac(this.#salt, 'wrap', code);
  }

  #wrap(code: string, token: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#keyFor(code), nonce);
    const body = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  #open(code: string, wrapped: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.#keyFor(code), wrapped.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(wrapped.subarray(NONCE_BYTES, NONCE_BYTES + MARK_BYTES));
    const body = wrapped.subarray(NONCE_BYTES + MARK_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }
}
