/**
 * The store of one running session: answers in memory, as the disk has them or is about to, and the
 * two files behind them.
 */
import type { Db } from './database.ts';
import { checkpoint } from './database.ts';
import { GroupCommit } from './groupCommit.ts';
import type { KeyFile } from './keyFile.ts';
import type { LiveWriters } from './liveFile.ts';
import { prepareWriters, readResponses, readRoom } from './liveFile.ts';
import { SLOT_EVERY_MS, type Slots } from './slots.ts';
import type { LiveResponse, LiveStore, Participant, PlaceOutcome } from '../store.ts';
import type { Room } from '../../../core/room.ts';

/** How soon text that was changed or taken back is gone from the write-ahead log, in milliseconds. */
const SCRUB_AFTER_MS = 1000;

/**
 * Pages of the write-ahead log before it is taken over in the middle of a commit. Tags are random, so a
 * full room touches most pages of the file in each batch; the usual 1,000 would be reached every few
 * batches. In between it is taken over once a minute, beside the copies.
 */
const LOG_PAGES = 16_000;

const keyOf = (board: number, tag: string): string => `${board} ${tag}`;

/** What a phone says with a placement; a replay says the same again. */
function sameContent(a: LiveResponse, b: LiveResponse): boolean {
  return a.answer === b.answer && a.comment === b.comment && a.audience === b.audience;
}

export class SqliteLive implements LiveStore {
  readonly session: string;
  readonly #db: Db;
  readonly #keys: KeyFile;
  readonly #slots: Slots;
  readonly #commits: GroupCommit;
  readonly #write: LiveWriters;
  readonly #memory = new Map<string, LiveResponse>();
  /** Keys of what is accepted and not committed yet. */
  readonly #pending = new Set<string>();
  readonly #forget: () => void;
  readonly #slotTimer: NodeJS.Timeout;
  #scrub: NodeJS.Timeout | null = null;
  #copying: Promise<void> = Promise.resolve();
  #closing: Promise<void> | null = null;

  /** @param closed called once when the store is closed */
  constructor(session: string, db: Db, keys: KeyFile, slots: Slots, closed: () => void) {
    this.session = session;
    this.#db = db;
    this.#keys = keys;
    this.#slots = slots;
    this.#forget = closed;
    this.#commits = new GroupCommit(db);
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    this.#write = prepareWriters(db);
    // Words that were taken back just before the program was killed are still in the log.
    checkpoint(db);
    for (const r of readResponses(db)) this.#memory.set(keyOf(r.board, r.tag), r);
    // A copy that fails is tried again next time; the session itself is not touched by it.
    this.#slotTimer = setInterval(() => {
      this.#copying = this.#slots.write().then(
        () => void this.#db.pragma('wal_checkpoint(PASSIVE)'),
        () => undefined,
      );
    }, SLOT_EVERY_MS);
    this.#slotTimer.unref();
  }

  hashOf(token: string): string {
    return this.#keys.hashOf(token);
  }

  tagOf(token: string, statement: string, round: 1 | 2): string {
    return this.#keys.tagOf(token, statement, round);
  }

  noteIdOf(tag: string, text: string): string {
    return this.#keys.noteIdOf(tag, text);
  }

  async room(): Promise<Room> {
    return readRoom(this.#db);
  }

  saveRoom(room: Room): Promise<void> {
    // Taken as it is now: the caller may go on with the same object.
    const document = JSON.stringify(room);
    return this.#commits.add({
      write: () => this.#write.room(document),
      done: () => this.#slots.noteChange(false),
      undo: () => undefined,
    });
  }

  async participants(): Promise<Participant[]> {
    return this.#keys.participants();
  }

  saveParticipant(participant: Participant): Promise<void> {
    return this.#keys.save(participant);
  }

  async responses(): Promise<LiveResponse[]> {
    return [...this.#memory.values()];
  }

  current(board: number, tag: string): LiveResponse | undefined {
    return this.#memory.get(keyOf(board, tag));
  }

  place(response: LiveResponse): Promise<PlaceOutcome> {
    const key = keyOf(response.board, response.tag);
    const before = this.#memory.get(key);
    if (before !== undefined && response.revision <= before.revision) {
      const replay = response.revision === before.revision && sameContent(response, before);
      const outcome = replay ? { saved: before, before } : { stale: before };
      // What it is measured against may still be on its way to disk, and could yet fail.
      return this.#pending.has(key)
        ? this.#commits.add({ write: null, done: () => outcome, undo: () => undefined })
        : Promise.resolve(outcome);
    }
    const saved = { ...response };
    this.#memory.set(key, saved);
    this.#pending.add(key);
    return this.#commits.add({
      write: () => this.#write.response(saved),
      done: () => {
        this.#pending.delete(key);
        this.#committed(before !== undefined && before.comment !== '' && before.comment !== saved.comment);
        return { saved, before };
      },
      undo: () => {
        this.#pending.delete(key);
        if (before === undefined) this.#memory.delete(key);
        else this.#memory.set(key, before);
      },
    });
  }

  settled(): Promise<void> {
    return this.#commits.add({ write: null, done: () => undefined, undo: () => undefined });
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    clearInterval(this.#slotTimer);
    this.#commits.close();
    if (this.#scrub !== null) clearTimeout(this.#scrub);
    await this.#copying;
    checkpoint(this.#db);
    this.#db.close();
    this.#keys.close();
    this.#forget();
  }

  #committed(textGone: boolean): void {
    this.#slots.noteChange(textGone);
    if (textGone && this.#scrub === null) this.#scrubSoon();
  }

  /** Empties the write-ahead log a little later, once for all texts that went until then. */
  #scrubSoon(): void {
    this.#scrub = setTimeout(() => {
      this.#scrub = null;
      if (!checkpoint(this.#db)) this.#scrubSoon();
    }, SCRUB_AFTER_MS);
    this.#scrub.unref();
  }
}
