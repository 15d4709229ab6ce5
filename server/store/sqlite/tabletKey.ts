/**
 * The key to which shared tablets seal what people answered. It stands in the session's key file from the first
 * tablet on, and goes when the session is sealed: what a lost tablet still has is nobody's to open then.
 */
import { createSecretKey } from 'node:crypto';
import { age } from '../../age.ts';
import type { Db } from './database.ts';
import { hmac } from './hmac.ts';
import type { Write } from './writes.ts';

/** What is written, by their places here. Sessions without a tablet, and those of earlier versions, have no table. */
export const TABLET_STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS tablet (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     identity TEXT NOT NULL
   ) STRICT`,
  'INSERT INTO tablet (one, identity) VALUES (1, ?)',
] as const;

/** Forgets it; run where the key file is written anew afterwards. */
export const FORGET_TABLET_KEY = 'DROP TABLE IF EXISTS tablet;';

export class TabletKey {
  readonly #db: Db;
  readonly #first: number;
  readonly #write: (writes: readonly Write[]) => Promise<void>;
  #identity: Promise<string> | null = null;

  /**
   * @param first where the statements of tablets begin among those of the file
   * @param write commits it; durable when the promise resolves
   */
  constructor(db: Db, first: number, write: (writes: readonly Write[]) => Promise<void>) {
    this.#db = db;
    this.#first = first;
    this.#write = write;
  }

  /** The public half; durable before it is told. */
  async recipient(): Promise<string> {
    const { identityToRecipient } = await age();
    return identityToRecipient(await this.#own());
  }

  /** What was sealed to it; null when it cannot be opened. */
  async open(sealed: Uint8Array): Promise<Uint8Array | null> {
    const { Decrypter } = await age();
    const decrypter = new Decrypter();
    decrypter.addIdentity(await this.#own());
    try {
      return await decrypter.decrypt(sealed);
    } catch {
      return null;
    }
  }

  /** For what the team's devices keep of a wall that is not saved yet: it goes with this key when the session is sealed. */
  async draftKey(): Promise<string> {
    return hmac(createSecretKey(await this.#own(), 'utf8'), 'draft').toString('base64');
  }

  #own(): Promise<string> {
    this.#identity ??= this.#make().catch((error: unknown) => {
      // A full disk may have space again for the next one who asks.
      this.#identity = null;
      throw error;
    });
    return this.#identity;
  }

  async #make(): Promise<string> {
    const known = this.#read();
    if (known !== undefined) return known;
    const { generateX25519Identity } = await age();
    const fresh = await generateX25519Identity();
    await this.#write([[this.#first], [this.#first + 1, fresh]]);
    return fresh;
  }

  #read(): string | undefined {
    const table = this.#db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'tablet'`);
    if (table.get() === undefined) return undefined;
    return this.#db.prepare('SELECT identity FROM tablet').pluck().get() as string | undefined;
  }
}
