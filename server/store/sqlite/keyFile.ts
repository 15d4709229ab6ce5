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
import { CODE_STATEMENTS, CODE_TABLES, Codes } from './codes.ts';
import type { Db } from './database.ts';
import { checkpoint, openDatabase } from './database.ts';
import { GroupCommit } from './groupCommit.ts';
import { digest, hmac } from './hmac.ts';
import { landed } from './landed.ts';
import { FORGET_TABLET_KEY, TABLET_STATEMENTS, TabletKey } from './tabletKey.ts';
import { type Write, WrittenFile } from './writes.ts';
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

/** What is written while the session runs, by their places here; the others follow. */
const STATEMENTS = [
  `INSERT INTO participant (hash, membership, quote, channel, slot, person) VALUES (?, ?, ?, ?, ?, ?)
   ON CONFLICT (hash) DO UPDATE SET membership = excluded.membership, quote = excluded.quote,
     channel = excluded.channel, slot = excluded.slot, person = excluded.person`,
  'DELETE FROM participant WHERE hash = ?',
  'INSERT INTO gone (hash) VALUES (?) ON CONFLICT DO NOTHING',
  // A page is written and nothing changed.
  `PRAGMA user_version = ${FORM}`,
] as const;

const writeParticipant = (p: Participant): Write => [
  0,
  p.hash,
  p.membership,
  p.quote ? 1 : 0,
  p.channel,
  p.slot,
  p.person,
];

/** As many as SQLite takes over by itself. */
const LOG_PAGES = 1000;

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
  if (!checkpoint(db)) {
    db.close();
    throw new Error('The key file could not be flushed.');
  }
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

/**
 * Turns a token into another one. Blocks do not depend on each other, so one cipher serves for all; part of a
 * block would stay in it for the next one, so it is refused.
 */
function oneBlock(cipher: Cipheriv | Decipheriv, token: string): string {
  const block = Buffer.from(token, 'base64url');
  if (block.length !== BLOCK_BYTES) throw new Error('This is no token.');
  return cipher.update(block).toString('base64url');
}

export class KeyFile {
  readonly codes: Codes;
  readonly tablet: TabletKey;
  readonly #db: Db;
  readonly #key: KeyObject;
  readonly #salt: KeyObject;
  readonly #toCard: Cipheriv;
  readonly #fromCard: Decipheriv;
  readonly #file: WrittenFile;
  readonly #commits: GroupCommit;
  readonly #gone: Set<string>;
  /** Something was written since the file was written anew. True at first: the program may have been killed. */
  #changed = true;

  constructor(db: Db) {
    const secret = db.prepare('SELECT key, salt FROM secret').get() as { key: Buffer; salt: Buffer };
    this.#db = db;
    // A key object is made ready once; a buffer would be at each of the many digests.
    this.#key = createSecretKey(secret.key);
    this.#salt = createSecretKey(secret.salt);
    const cardKey = hmac(this.#salt, 'card').subarray(0, BLOCK_BYTES);
    this.#toCard = createCipheriv(BLOCK, cardKey, null).setAutoPadding(false);
    this.#fromCard = createDecipheriv(BLOCK, cardKey, null).setAutoPadding(false);
    const statements = [...STATEMENTS, ...CODE_STATEMENTS, ...TABLET_STATEMENTS];
    this.#file = new WrittenFile({ path: db.name, statements, logPages: LOG_PAGES });
    this.#commits = new GroupCommit(this.#file, (writes) => landed(db, statements, writes));
    this.codes = new Codes(db, this.#salt, STATEMENTS.length);
    const tablet = STATEMENTS.length + CODE_STATEMENTS.length;
    this.tablet = new TabletKey(db, tablet, (writes) => this.#write(writes));
    this.#gone = new Set(db.prepare('SELECT hash FROM gone').pluck().all() as string[]);
  }

  /** Shows that a live file and a key file belong together. */
  mark(): string {
    return digest(this.#key, 'mark');
  }

  hashOf(token: string): string {
    return digest(this.#salt, 'participant', token);
  }

  cardTokenOf(token: string): string {
    return oneBlock(this.#toCard, token);
  }

  behindCard(token: string): string {
    return oneBlock(this.#fromCard, token);
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
    return this.#write([writeParticipant(participant)]);
  }

  saveCode(token: string, code: string): Promise<void> {
    return this.#write(this.codes.keep(this.hashOf(token), token, code));
  }

  saveCards(codes: readonly string[]): Promise<void> {
    return this.#write(this.codes.addCards(codes));
  }

  hasLeft(hash: string): boolean {
    return this.#gone.has(hash);
  }

  /** Takes someone out: only that they left stays, so that an old tab of theirs is not taken for a newcomer. */
  async leave(hash: string): Promise<void> {
    await this.#write([[1, hash], [2, hash], this.codes.spendOf(hash)]);
    this.#gone.add(hash);
    // They have left; the log goes with the next that writes the file anew, if it cannot now.
    await this.#file.emptyLog().catch(() => false);
  }

  /** Writes something that changes nothing; rejects as a save would. */
  tryWriting(): Promise<void> {
    return this.#commits.add({ writes: [[3]], done: () => undefined, undo: () => undefined });
  }

  /**
   * Of a session that is not running: takes out whoever's code was spent elsewhere, as `leave` does.
   *
   * @returns numbers of those among them who have no phone
   */
  forgetSpent(hashes: readonly string[]): number[] {
    const owners = this.#db
      .transaction(() => {
        const gone = this.codes.spendHashes(hashes);
        const forget = this.#db.prepare(`${STATEMENTS[1]} RETURNING slot`).pluck();
        const note = this.#db.prepare(STATEMENTS[2]);
        return gone.map((hash) => {
          note.run(hash);
          return forget.get(hash) as number | null | undefined;
        });
      })
      .immediate();
    this.#db.exec('VACUUM');
    return owners.flatMap((slot) => slot ?? []);
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
      await this.#file.rewrite();
    } catch (error) {
      this.#changed = true;
      throw error;
    }
  }

  /** Nothing more is saved; resolves when nobody writes to the file any more. Before `close`, where anything was saved. */
  async endWriting(): Promise<void> {
    await this.#commits.close();
    await this.#file.close();
  }

  close(): void {
    checkpoint(this.#db);
    this.#db.close();
  }

  #write(writes: readonly Write[]): Promise<void> {
    const done = (): void => void (this.#changed = true);
    return this.#commits.add({ writes, done, undo: () => undefined });
  }
}
