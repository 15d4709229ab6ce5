/**
 * The store of one running session: answers in memory, as the disk has them or is about to, and the
 * two files behind them.
 */
import type { Db } from './database.ts';
import { checkpoint } from './database.ts';
import { GroupCommit, type Job } from './groupCommit.ts';
import type { KeyFile } from './keyFile.ts';
import {
  LIVE_STATEMENTS,
  WRITE_NOTHING,
  readResponses,
  readRoom,
  writeQuote,
  writeResponse,
  writeRoom,
  writeTakenOut,
} from './liveFile.ts';
import { landed } from './landed.ts';
import { LiveMemory, Saving } from './liveMemory.ts';
import { Scrubber } from './scrubber.ts';
import type { Slots } from './slots.ts';
import { timed } from './timedFile.ts';
import { WrittenFile, type Write } from './writes.ts';
import { commits as meter } from '../commitMeter.ts';
import type { CodeState, Spot } from '../rights.ts';
import type { LiveResponse, LiveStore, Participant, PlaceOutcome, PlaceSaved } from '../store.ts';
import type { Room } from '../../../core/room.ts';

/**
 * Pages of the write-ahead log before it is taken over in the middle of a commit. Tags are random, so a
 * full room touches most pages of the file in each batch; the usual 1,000 would be reached every few
 * batches. In between it is taken over once a minute, beside the copies.
 */
const LOG_PAGES = 16_000;

/** What counts where something was taken out. */
const NOTHING = { answer: null, comment: '', note: '' };

const keyOf = (board: number, tag: string): string => `${board} ${tag}`;

/** What a phone says with a placement; a replay says the same again. */
const sameContent = (a: LiveResponse, b: LiveResponse): boolean =>
  a.answer === b.answer && a.comment === b.comment && a.audience === b.audience;

/** A placement on its way to the disk. */
class Placing extends Saving implements Job<PlaceSaved> {
  readonly writes: readonly Write[];
  readonly #scrubber: Scrubber;

  constructor(memory: LiveMemory, saved: LiveResponse, scrubber: Scrubber) {
    super(memory, saved);
    this.writes = [writeResponse(saved)];
    this.#scrubber = scrubber;
  }

  done(): PlaceSaved {
    this.landed();
    this.#scrubber.committed(this.tookBack);
    const { saved, before } = this;
    return { saved, before };
  }
}

export class SqliteLive implements LiveStore {
  readonly session: string;
  readonly #db: Db;
  readonly #keys: KeyFile;
  readonly #scrubber: Scrubber;
  readonly #file: WrittenFile;
  readonly #commits: GroupCommit;
  readonly #memory = new LiveMemory();
  /** Keys of what was taken out, where nothing is placed again. */
  readonly #takenOut = new Set<string>();
  readonly #forget: () => void;
  readonly #unwatch: () => void;
  #closing: Promise<void> | null = null;

  /** @param closed called once when the store is closed */
  constructor(session: string, db: Db, keys: KeyFile, slots: Slots, closed: () => void) {
    this.session = session;
    this.#db = db;
    this.#keys = keys;
    this.#forget = closed;
    this.#file = new WrittenFile({ path: db.name, statements: LIVE_STATEMENTS, logPages: LOG_PAGES });
    this.#commits = new GroupCommit(timed(this.#file), (writes) => landed(db, LIVE_STATEMENTS, writes));
    this.#unwatch = meter.watch(this.#commits);
    // Words that were taken back just before the program was killed are still in the log.
    checkpoint(db);
    for (const response of readResponses(db)) this.#memory.set(response);
    this.#scrubber = new Scrubber(db, this.#file, slots, keys);
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

  draftKey(): Promise<string> {
    return this.#keys.tablet.draftKey();
  }

  async room(): Promise<Room> {
    return readRoom(this.#db);
  }

  saveRoom(room: Room): Promise<void> {
    // Taken as it is now: the caller may go on with the same object.
    const document = JSON.stringify(room);
    return this.#commits.add({
      writes: [writeRoom(document)],
      done: () => this.#scrubber.committed(false),
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
    return this.#memory.all();
  }

  current(board: number, tag: string): LiveResponse | undefined {
    return this.#memory.get(board, tag);
  }

  place(response: LiveResponse): Promise<PlaceOutcome> {
    const { board, tag, revision } = response;
    if (this.#isTakenOut(response)) return Promise.resolve({ stale: { ...response, ...NOTHING } });
    const entry = this.#memory.entry(board, tag);
    if (entry !== undefined && revision <= entry.response.revision) {
      const before = entry.response;
      const replay = revision === before.revision && sameContent(response, before);
      const outcome = replay ? { saved: before, before } : { stale: before };
      // What it is measured against may still be on its way to disk, and could yet fail.
      return entry.waits > 0
        ? this.#commits.add({ writes: [], done: () => outcome, undo: () => undefined })
        : Promise.resolve(outcome);
    }
    return this.#commits.add(new Placing(this.#memory, response, this.#scrubber));
  }

  placeSlip(responses: readonly LiveResponse[], room: Room): Promise<PlaceSaved[] | null> {
    const isLate = responses.some(
      (r) => this.#isTakenOut(r) || r.revision <= (this.current(r.board, r.tag)?.revision ?? 0),
    );
    if (isLate) return Promise.resolve(null);
    const slip = responses.map((response) => new Saving(this.#memory, response));
    const document = JSON.stringify(room);
    return this.#commits.add<PlaceSaved[]>({
      writes: [...responses.map(writeResponse), writeRoom(document)],
      done: () => {
        for (const saving of slip) saving.landed();
        // Until the log is emptied it shows what one commit wrote: a number beside answers of one person.
        this.#scrubber.committed(true);
        return slip.map(({ saved, before }) => ({ saved, before }));
      },
      undo: () => {
        for (const saving of slip.toReversed()) saving.undo();
      },
    });
  }

  #isTakenOut({ board, tag }: Spot): boolean {
    return this.#takenOut.size > 0 && this.#takenOut.has(keyOf(board, tag));
  }

  takeOut(spots: readonly Spot[]): Promise<LiveResponse[]> {
    const list = [...spots];
    for (const { board, tag } of list) this.#takenOut.add(keyOf(board, tag));
    return this.#commits.add({
      writes: list.map(writeTakenOut),
      // What was placed before and is committed with it goes as well.
      done: () => {
        const gone = list.flatMap(({ board, tag }) => this.#memory.get(board, tag) ?? []);
        for (const { board, tag } of list) this.#memory.delete(board, tag);
        if (gone.length > 0) this.#scrubber.takenOut();
        return gone;
      },
      undo: () => {
        for (const { board, tag } of list) this.#takenOut.delete(keyOf(board, tag));
      },
    });
  }

  quote(spots: readonly Spot[], quote: boolean): Promise<void> {
    const changed = spots.flatMap((spot) => {
      const before = this.#memory.get(spot.board, spot.tag);
      return before === undefined ? [] : [{ before, after: { ...before, quote } }];
    });
    // At once, so that what is placed from now on is measured against it.
    for (const { after } of changed) this.#memory.set(after);
    return this.#commits.add({
      writes: changed.map(({ after }) => writeQuote(after)),
      done: () => this.#scrubber.committed(false),
      undo: () => {
        // What was taken out meanwhile stays out.
        for (const { before } of changed) if (!this.#isTakenOut(before)) this.#memory.set(before);
      },
    });
  }

  cardTokenOf(token: string): string {
    return this.#keys.cardTokenOf(token);
  }

  behindCard(token: string): string {
    return this.#keys.behindCard(token);
  }

  findCode(code: string): CodeState | null {
    return this.#keys.codes.find(code);
  }

  codes(): number {
    return this.#keys.codes.count();
  }

  saveCode(token: string, code: string): Promise<void> {
    return this.#keys.saveCode(token, code);
  }

  saveCards(codes: readonly string[]): Promise<void> {
    return this.#keys.saveCards(codes);
  }

  hasLeft(hash: string): boolean {
    return this.#keys.hasLeft(hash);
  }

  forgetPerson(hash: string): Promise<void> {
    return this.#keys.leave(hash);
  }

  tabletRecipient(): Promise<string> {
    return this.#keys.tablet.recipient();
  }

  openSealed(packet: Uint8Array): Promise<Uint8Array | null> {
    return this.#keys.tablet.open(packet);
  }

  settled(): Promise<void> {
    return this.#commits.add({ writes: [], done: () => undefined, undo: () => undefined });
  }

  async tryWriting(): Promise<void> {
    if (this.#closing !== null) return;
    await this.#commits.add({ writes: [WRITE_NOTHING], done: () => undefined, undo: () => undefined });
    await this.#keys.tryWriting();
  }

  /** The session has ended. */
  ended(): void {
    this.#scrubber.ended();
  }

  /** It cannot be copied just now, or what is gone is still in its copies. */
  get copyFails(): boolean {
    return this.#scrubber.fails;
  }

  /** It is being closed, or is. */
  get isClosing(): boolean {
    return this.#closing !== null;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#commits.close();
    this.#unwatch();
    await this.#scrubber.close();
    await this.#file.close();
    this.#db.close();
    await this.#keys.endWriting();
    this.#keys.close();
    this.#forget();
  }
}
