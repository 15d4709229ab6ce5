/**
 * A session's key file: the key that makes tags, the salt that makes participants' hashes, and who
 * takes part. It is apart from the answers, and without it nothing ties a phone to its answers.
 */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Db } from './database.ts';
import { checkpoint, openDatabase } from './database.ts';
import { GroupCommit } from './groupCommit.ts';
import type { Participant } from '../store.ts';
import type { Channel, Membership } from '../../../core/session.ts';

const KEY_BYTES = 32;
/** Tags, hashes and ids of comments are cut to 128 bits. */
const TAG_BYTES = 16;

const FORM = 1;

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

/**
 * HMAC-SHA256 of several parts, cut to 128 bits, as 22 symbols of base64url. Each part is preceded by
 * its length, so that no two lists of parts read the same; the first names what it is for.
 */
function digest(key: KeyObject, ...parts: string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return createHmac('sha256', key).update(text).digest().subarray(0, TAG_BYTES).toString('base64url');
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
    if (db.pragma('user_version', { simple: true }) === FORM) return new KeyFile(db);
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return null;
}

export class KeyFile {
  readonly #db: Db;
  readonly #key: KeyObject;
  readonly #salt: KeyObject;
  readonly #commits: GroupCommit;
  readonly #save: (p: Participant) => void;

  constructor(db: Db) {
    const secret = db.prepare('SELECT key, salt FROM secret').get() as { key: Buffer; salt: Buffer };
    this.#db = db;
    // A key object is made ready once; a buffer would be at each of the many digests.
    this.#key = createSecretKey(secret.key);
    this.#salt = createSecretKey(secret.salt);
    this.#commits = new GroupCommit(db);
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
    return this.#commits.add({ write: () => this.#save(p), done: () => undefined, undo: () => undefined });
  }

  /** Writes the file anew in the order of hashes, so that it does not show who came first. */
  forgetOrder(): void {
    this.#db.exec('VACUUM');
  }

  close(): void {
    this.#commits.close();
    checkpoint(this.#db);
    this.#db.close();
  }
}
