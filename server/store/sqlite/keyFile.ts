/**
 * A session's key file: the key that makes tags, the salt that makes participants' hashes, who takes part,
 * and their codes for later. It is apart from the answers, and without it nothing ties a phone to its answers.
 */
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type Cipheriv,
  type Decipheriv,
  type KeyObject,
} from 'node:crypto';
import { CODE_TABLES, Codes } from './codes.ts';
import { rewrite } from './copies.ts';
import type { Db } from './database.ts';
import { checkpoint, openDatabase } from './database.ts';
import { GroupCommit } from './groupCommit.ts';
import { digest, hmac } from './hmac.ts';
import { FORGET_TABLET_KEY, TabletKey } from './tabletKey.ts';
import type { Participant } from '../store.ts';
import type { Channel, Membership } from '../../../core/session.ts';

const KEY_BYTES = 32;
/** A token is 128 random bits, one block: no two are alike, so the block needs nothing around it. */
const BLOCK = 'aes-128-ecb';
const BLOCK_BYTES = 16;

const FORM = 2;
/** Before there were codes for later. */
const FORM_WITHOUT_CODES = 1;

const TABLES = `
  CREATE TABLE secret (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    key BLOB NOT NULL,
    salt BLOB NOT NULL
  ) STRICT;
  CREATE TABLE participant (
    hash TEXT PRIMARY KEY,
    membership TEXT NOT NULL,
    quote INTEGER NOT NULL,
    channel TEXT NOT NULL,
    slot INTEGER,
    person TEXT
  ) STRICT, WITHOUT ROWID;
  ${CODE_TABLES}
  PRAGMA user_version = ${FORM};
`;

interface ParticipantRow {
  hash: string;
  membership: Membership;
  quote: 0 | 1;
  channel: Channel;
  slot: number | null;
  person: string | null;
}

/** Makes a new key file. `random` gives that many random bytes. */
export function createKeyFile(path: string, random: (bytes: number) => Buffer): KeyFile {
  const db = openDatabase(path);
  db.exec(TABLES);
  db.prepare('INSERT INTO secret (one, key, salt) VALUES (1, ?, ?)').run(
    random(KEY_BYTES),
    random(KEY_BYTES),
  );
  checkpoint(db);
  return new KeyFile(db);
}

/** Opens a key file that exists; null when it holds no key this version understands. */
export function openKeyFile(path: string): KeyFile | null {
  const db = openDatabase(path);
  try {
    const form = db.pragma('user_version', { simple: true });
    if (form === FORM_WITHOUT_CODES)
      db.transaction(() => db.exec(`${CODE_TABLES} PRAGMA user_version = ${FORM};`)).immediate();
    if (form === FORM || form === FORM_WITHOUT_CODES) return new KeyFile(db);
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return null;
}

/** Turns a token into another one. */
function oneBlock(cipher: Cipheriv | Decipheriv, token: string): string {
  cipher.setAutoPadding(false);
  const bytes = Buffer.from(token, 'base64url');
  return Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64url');
}

export class KeyFile {
  readonly codes: Codes;
  readonly tablet: TabletKey;
  readonly #db: Db;
  readonly #key: KeyObject;
  readonly #salt: KeyObject;
  readonly #cardKey: Buffer;
  readonly #commits: GroupCommit;
  readonly #save: (p: Participant) => void;
  readonly #gone: Set<string>;
  /** Something was written since the file was written anew. True at first: the program may have been killed. */
  #changed = true;

  constructor(db: Db) {
    const secret = db.prepare('SELECT key, salt FROM secret').get() as { key: Buffer; salt: Buffer };
    this.#db = db;
    // A key object is made ready once; a buffer would be at each of the many digests.
    this.#key = createSecretKey(secret.key);
    this.#salt = createSecretKey(secret.salt);
    this.#cardKey = hmac(this.#salt, 'card').subarray(0, BLOCK_BYTES);
    this.#commits = new GroupCommit(db);
    this.codes = new Codes(db, this.#salt);
    this.tablet = new TabletKey(db, (write) => this.#write(write));
    this.#gone = new Set(db.prepare('SELECT hash FROM gone').pluck().all() as string[]);
    const save = db.prepare(
      `INSERT INTO participant (hash, membership, quote, channel, slot, person) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (hash) DO UPDATE SET membership = excluded.membership, quote = excluded.quote,
         channel = excluded.channel, slot = excluded.slot, person = excluded.person`,
    );
    this.#save = (p) => void save.run(p.hash, p.membership, p.quote ? 1 : 0, p.channel, p.slot, p.person);
  }

  /** Shows that a live file and a key file belong together. */
  mark(): string {
    return digest(this.#key, 'mark');
  }

  hashOf(token: string): string {
    return digest(this.#salt, 'participant', token);
  }

  cardTokenOf(token: string): string {
    return oneBlock(createCipheriv(BLOCK, this.#cardKey, null), token);
  }

  behindCard(token: string): string {
    return oneBlock(createDecipheriv(BLOCK, this.#cardKey, null), token);
  }

  tagOf(token: string, statement: string, round: 1 | 2): string {
    return digest(this.#key, 'tag', token, statement, String(round));
  }

  noteIdOf(tag: string, text: string): string {
    return text === '' ? '' : digest(this.#key, 'note', tag, text);
  }

  participants(): Participant[] {
    const rows = this.#db.prepare('SELECT * FROM participant').all() as ParticipantRow[];
    return rows.map((row) => ({ ...row, quote: row.quote === 1 }));
  }

  /** Durable when the promise resolves; many at once share a commit. */
  save(participant: Participant): Promise<void> {
    const p = { ...participant };
    return this.#write(() => this.#save(p));
  }

  saveCode(token: string, code: string): Promise<void> {
    return this.#write(() => this.codes.keep(this.hashOf(token), token, code));
  }

  saveCards(codes: readonly string[]): Promise<void> {
    const list = [...codes];
    return this.#write(() => this.codes.addCards(list));
  }

  hasLeft(hash: string): boolean {
    return this.#gone.has(hash);
  }

  /** Takes someone out: only that they left stays, so that an old tab of theirs is not taken for a newcomer. */
  async leave(hash: string): Promise<void> {
    await this.#write(() => {
      this.#db.prepare('DELETE FROM participant WHERE hash = ?').run(hash);
      this.#db.prepare('INSERT INTO gone (hash) VALUES (?) ON CONFLICT DO NOTHING').run(hash);
      this.codes.spendOf(hash);
    });
    this.#gone.add(hash);
    checkpoint(this.#db);
  }

  /**
   * Once the session is sealed: what is left is the key, the salt, and codes that somebody has. Written
   * anew, so that it does not show who came first.
   *
   * @returns whether anybody can still come with a code
   */
  keepForLater(): boolean {
    this.#db
      .transaction(() => {
        this.#db.exec(`DELETE FROM participant; DELETE FROM gone; ${FORGET_TABLET_KEY}`);
        this.codes.keepUsed();
      })
      .immediate();
    this.#db.exec('VACUUM');
    return this.codes.count() > 0;
  }

  /**
   * Written anew while the session runs: within a page people lie in the order in which they came, and in a
   * linked session their numbers lead to their answers. What is saved meanwhile waits.
   */
  async rewrite(): Promise<void> {
    if (!this.#changed) return;
    this.#changed = false;
    try {
      await this.#commits.hold(() => rewrite(this.#db.name));
    } catch (error) {
      this.#changed = true;
      throw error;
    }
  }

  close(): void {
    this.#commits.close();
    checkpoint(this.#db);
    this.#db.close();
  }

  #write(write: () => void): Promise<void> {
    const done = (): void => void (this.#changed = true);
    return this.#commits.add({ write, done, undo: () => undefined });
  }
}
