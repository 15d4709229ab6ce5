/** The running sessions of a folder: each is open once, however often it is asked for. */
import { existsSync, readdirSync } from 'node:fs';
import type { LiveResponse, Participant } from '../store.ts';
import type { Room } from '../../../core/room.ts';
import type { LiveFiles, Restored } from './liveFiles.ts';
import { createLiveFiles, openKeys, openLiveDb, openLiveFiles } from './liveFiles.ts';
import { answeredBoards, readResponses, readRoom } from './liveFile.ts';
import { SqliteLive } from './liveStore.ts';
import { Slots } from './slots.ts';
import type { Paths } from './paths.ts';
import { dropAllAside, dropPutAside } from './putAside.ts';
import { damagedPath, destroyDatabase, destroyLive, keyPath, livePath, slotPaths } from './paths.ts';

/** What was set aside is not among them: it has an end of its own. */
const OF_SESSION = /^([a-z0-9-]+)\.(?:(?:backup-[ab]\.|damaged\.)?db|backup\.part)$/;

/** What a session has when it ends; participants are null when its key file is gone. */
export interface LastState {
  room: Room;
  responses: LiveResponse[];
  participants: Participant[] | null;
}

/** Told of what becomes of the copies of sessions. */
export interface Watchers {
  /** A slot was written; `textGone`: words went that earlier copies have. */
  copied: (textGone: boolean) => void;
  /** A slot, made at this time in milliseconds, took the place of a file that was damaged or gone. */
  restored: (session: string, made: number) => void;
  /** It is sealed, and its key file, which codes need until their day, cannot be read. */
  codesDamaged: (session: string) => void;
}

export class LiveSessions {
  readonly #paths: Paths;
  readonly #random: (bytes: number) => Buffer;
  readonly #open = new Map<string, SqliteLive>();
  readonly #watchers: Watchers;

  constructor(paths: Paths, random: (bytes: number) => Buffer, watchers: Watchers) {
    this.#paths = paths;
    this.#random = random;
    this.#watchers = watchers;
  }

  create(session: string, room: Room): SqliteLive {
    return this.#start(session, createLiveFiles(this.#paths, session, room, this.#random));
  }

  /** Null when it may not be written to, because its key file or its live file is gone. */
  open(session: string): SqliteLive | null {
    const known = this.#open.get(session);
    if (known !== undefined) return known;
    const files = openLiveFiles(this.#paths, session, this.#restored(session));
    return files === null ? null : this.#start(session, files);
  }

  /** The session has ended; nothing happens where it is not open. */
  ended(session: string): void {
    this.#open.get(session)?.ended();
  }

  exists(session: string): boolean {
    return existsSync(livePath(this.#paths, session));
  }

  /** Closes the session and reads what is to be kept. Throws when there is no live file to read. */
  async last(session: string): Promise<LastState> {
    await this.#open.get(session)?.close();
    const db = openLiveDb(this.#paths, session, { restored: this.#restored(session) });
    if (db === null) throw new Error('The file of this session is gone.');
    const keys = openKeys(this.#paths, session);
    try {
      const participants = keys?.participants() ?? null;
      const room = readRoom(db);
      // Whoever was taking everything back when the program was stopped has taken it back.
      const leaving = (room.leaving ?? []).flatMap(({ spots }) => spots);
      const responses = readResponses(db).filter(
        (r) => !leaving.some(({ board, tag }) => board === r.board && tag === r.tag),
      );
      return { room, responses, participants };
    } finally {
      db.close();
      keys?.close();
    }
  }

  hasKey(session: string): boolean {
    return existsSync(keyPath(this.#paths, session));
  }

  /** All boards of a session that is not sealed; none where its file cannot be read. */
  async boards(session: string): Promise<Room['boards']> {
    return (await this.answered(session))?.room.boards ?? [];
  }

  /** Boards of a running session on which an answer stands, and its room; null when it cannot be read. */
  async answered(session: string): Promise<{ room: Room; boards: number[] } | null> {
    const known = this.#open.get(session);
    if (known !== undefined && !known.isClosing) {
      // Both at once: between them it may be closed.
      const [room, responses] = await Promise.all([known.room(), known.responses()]);
      const standing = responses.filter((r) => r.answer !== null);
      return { room, boards: [...new Set(standing.map((r) => r.board))] };
    }
    // Its file tells as much, until all of it is in the main database.
    await known?.close();
    const db = openLiveDb(this.#paths, session, { restored: this.#restored(session) });
    if (db === null) return null;
    try {
      return { room: readRoom(db), boards: answeredBoards(db) };
    } finally {
      db.close();
    }
  }

  /**
   * After sealing: of the key file stays what codes for later need, if any is in use and it is to be kept;
   * then the live file and its backups are destroyed. In this order, so that a crash between is finished
   * at the next start, which looks for live files.
   */
  async finish(session: string, keepKey: boolean): Promise<void> {
    await this.#open.get(session)?.close();
    const keys = keepKey ? openKeys(this.#paths, session) : null;
    const needed = keys?.keepForLater() === true;
    keys?.close();
    // Damaged, it may still hold codes that people were promised something by.
    const damaged = keepKey && keys === null && this.hasKey(session);
    if (damaged) this.#watchers.codesDamaged(session);
    else if (!needed) destroyDatabase(keyPath(this.#paths, session));
    this.dropCopies(session);
  }

  /** Whether any session is open now. */
  any(): boolean {
    return this.#open.size > 0;
  }

  /** Copies of a session cannot be written just now, or what is gone is still in them. */
  copyFails(): boolean {
    return [...this.#open.values()].some((live) => live.copyFails);
  }

  /** Removes what is left of a session without a live file, also what was put aside; its key file stays. */
  dropCopies(session: string): void {
    destroyLive(this.#paths, session);
    dropPutAside(this.#paths, session);
  }

  /** Removes what was put aside of the sessions of a consultation. */
  dropAside(consultation: string): void {
    dropAllAside(this.#paths, consultation);
  }

  /** Removes every file of a session. */
  async destroy(session: string): Promise<void> {
    await this.#open.get(session)?.close();
    this.dropCopies(session);
    destroyDatabase(keyPath(this.#paths, session));
  }

  /** Ids of sessions of which there is a live file, or a copy of one. */
  leftOver(): string[] {
    const ids = readdirSync(this.#paths.live).flatMap((name) => OF_SESSION.exec(name)?.[1] ?? []);
    return [...new Set(ids)];
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((live) => live.close()));
  }

  #restored(session: string): Restored {
    return (made) => this.#watchers.restored(session, made);
  }

  #start(session: string, { db, keys }: LiveFiles): SqliteLive {
    const places = slotPaths(this.#paths, session);
    const slots = new Slots(db.name, places, damagedPath(this.#paths, session), (textGone) =>
      this.#watchers.copied(textGone),
    );
    const live = new SqliteLive(session, db, keys, slots, () => this.#open.delete(session));
    this.#open.set(session, live);
    return live;
  }
}
