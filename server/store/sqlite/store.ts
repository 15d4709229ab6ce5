/** The store's port on SQLite files in one folder. */
import type { Room } from '../../../core/room.ts';
import type { Session } from '../../../core/session.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { isRefusal, refuse } from '../../../core/refusal.ts';
import type { Destroyed } from '../rights.ts';
import type { LiveStore, SealedSession, Store, TakenIn } from '../store.ts';
import { answeredVersions } from './answered.ts';
import { dropAside, dropDamaged } from './aside.ts';
import { backUpOpened, dropOpened } from './backups.ts';
import { Carry } from './carry.ts';
import { finishComing } from './coming.ts';
import { ConcernFile } from './concernFile.ts';
import { destroyRows } from './destroyed.ts';
import { writeSession } from './documents.ts';
import { Documents } from './documentStore.ts';
import { LiveSessions } from './liveSessions.ts';
import type { Paths } from './paths.ts';
import type { StoreParts } from './storeParts.ts';
import { removeWithRegister } from './removedReleases.ts';
import { removeSessionRows } from './removedSessions.ts';
import { writeRelease } from './reports.ts';
import { scrub, scrubIsDue } from './scrub.ts';
import { SealedKeys } from './sealedKeys.ts';
import { SealedCopy } from './sealedCopy.ts';
import { sealedFrom, thoughtsFrom } from './sealedRows.ts';
import { takeIn } from './takeIn.ts';
import { Withdrawals } from './withdrawals.ts';
import { writeSealed } from './writeSealed.ts';

/** How often the main database's write-ahead log is emptied, in milliseconds. */
const CHECKPOINT_EVERY_MS = 60_000;

export class SqliteStore extends Documents implements Store {
  readonly concerns: ConcernFile;
  readonly alone: ConcernFile['alone'];
  readonly carry: Carry;
  readonly #paths: Paths;
  readonly #unlock: () => void;
  readonly #live: LiveSessions;
  readonly #keys: SealedKeys;
  readonly #copy: SealedCopy;
  readonly #withdrawals: Withdrawals;
  readonly #timer: NodeJS.Timeout;
  /** Sessions whose files are about to go: opened now, they would take answers that are then lost. */
  readonly #leaving = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();
  readonly copyFails = (): boolean => this.#live.copyFails();

  constructor({ paths, main, random, unlock }: StoreParts) {
    super(main, () => this.scrub());
    this.#paths = paths;
    this.#unlock = unlock;
    this.concerns = new ConcernFile(paths.concerns);
    this.alone = this.concerns.alone;
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => this.#inTurn(work);
    this.carry = new Carry(main, paths, inTurn, (id) => this.#keys.changed(id), this.talk);
    this.#live = new LiveSessions(paths, random, this.carry);
    this.#keys = new SealedKeys(paths);
    this.#copy = new SealedCopy(main, paths.backup);
    this.#withdrawals = new Withdrawals(main, this.#keys, () => this.talk.renewed());
    // Nothing depends on its success: what is in the log is durable, and the next one takes it over.
    this.#timer = setInterval(() => void main.checkpoint().catch(() => false), CHECKPOINT_EVERY_MS).unref();
  }

  removeConsultation(id: string): Promise<void> {
    return this.#destroy(id, () => removeWithRegister(this.main, id, this.#live));
  }

  destroyConsultation(record: Omit<Destroyed, 'changes' | 'releases'>): Promise<void> {
    return this.#destroy(record.consultation, () => destroyRows(this.main, record));
  }

  async #destroy(id: string, rows: () => Promise<void>): Promise<void> {
    await this.#inTurn(async () => {
      const kept = (await this.keptCodes()).filter((one) => one.consultation === id);
      const ids = [...(await this.sessions(id)).map((one) => one.id), ...kept.map((one) => one.session)];
      await this.#leave(ids, async () => {
        // The rows first: files without a row are tidied away at the next start.
        await rows();
        this.#live.dropAside(id);
        await this.concerns.forget(id);
        for (const session of ids) await this.#leaveFiles(session);
        await this.#scrub();
      });
    });
  }

  async saveSession(session: Session, seen?: Session): Promise<boolean> {
    const saved = await writeSession(this.main, session, seen);
    if (saved && session.state === 'ended') this.#live.ended(session.id);
    return saved;
  }

  async removeSession(id: string): Promise<void> {
    await this.#inTurn(() => this.#leave([id], () => this.#removeSession(id)));
  }

  beginLive(session: Session, room: Room): Promise<LiveStore> {
    return this.#inTurn(() => this.#beginLive(session, room));
  }

  async #beginLive(session: Session, room: Room): Promise<LiveStore> {
    const before = await this.session(session.id);
    if (before === null || before.state !== 'draft') throw new Error('Only a draft can open its lobby.');
    if ((await this.keptCodes()).some((kept) => kept.session === session.id))
      throw new Error('People still have codes for an earlier session of this id.');
    const live = this.#live.create(session.id, room);
    try {
      await this.saveSession({ ...session, state: 'lobby' });
    } catch (error) {
      await live.close();
      throw error;
    }
    // A lobby opens without its copy as well: what is prepared is on the disk.
    await backUpOpened(this.main, this.#paths.backup).catch(() => undefined);
    return live;
  }

  async openLive(id: string): Promise<LiveStore | Refusal> {
    const session = await this.session(id);
    if (session === null) return refuse('no-such-session');
    if (session.state === 'draft' || session.state === 'sealed' || this.#leaving.has(id))
      return refuse('wrong-state');
    return this.#live.open(id) ?? refuse('read-only');
  }

  async seal(id: string, keepKey: boolean): Promise<void> {
    await this.#inTurn(() => this.#leave([id], () => this.#seal(id, keepKey)));
  }

  sealedCodes(): ReturnType<SealedKeys['lookUp']> {
    return this.#keys.lookUp();
  }

  takeOut(session: string, code: string): Promise<{ ok: true } | Refusal> {
    return this.#inTurn(async () => {
      const done = await this.#withdrawals.takeOut(session, code);
      // They are out; should a copy fail to be renewed now, that is done at the next hour or start.
      await this.#scrub().catch(() => undefined);
      return done;
    });
  }

  unquote(session: string, code: string): Promise<{ ok: true } | Refusal> {
    return this.#inTurn(() => this.#withdrawals.unquote(session, code));
  }

  async sessionsWithKeys(): Promise<string[]> {
    return this.#keys.sessions();
  }

  destroyKey(session: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#live.exists(session)) return;
      this.#keys.destroy(session);
      await this.#withdrawals.settle(session);
    });
  }

  scrub(): Promise<void> {
    return this.#inTurn(() => this.#scrub());
  }

  makeUpCopy(): Promise<void> {
    return this.#inTurn(() => this.#copy.makeUp());
  }

  lacksCopy(): boolean {
    return this.#copy.lacking();
  }

  async dropAside(today: string): Promise<void> {
    dropAside(this.#paths, today);
  }

  async addSealed(sealed: SealedSession): Promise<void> {
    await this.#inTurn(async () => {
      await writeSealed(this.main, sealed);
      await this.main.checkpoint();
      await this.#copy.make();
    });
  }

  takeIn(taken: TakenIn): ReturnType<Store['takeIn']> {
    return this.#inTurn(async () => {
      const done = await takeIn(this.main, taken);
      if (isRefusal(done)) return done;
      this.talk.renewed();
      await this.#scrub().catch(() => undefined);
      await this.#copy.make();
      return done;
    });
  }

  async answeredVersions(consultation: string): Promise<Map<string, Set<number>>> {
    return answeredVersions(this.main, this.#live, consultation, await this.sessions(consultation));
  }

  addRelease(...of: Parameters<Store['addRelease']>): ReturnType<Store['addRelease']> {
    return this.#inTurn(async () => {
      const added = await writeRelease(this.main, ...of);
      if (!isRefusal(added)) await this.#copy.make();
      return added;
    });
  }

  /** Removes what a crash left behind in the middle of sealing, removing or taking out. */
  async tidy(): Promise<void> {
    await finishComing(this.main, this.#paths);
    for (const id of this.#live.leftOver()) {
      const session = await this.session(id);
      if (session === null) await this.#leaveFiles(id);
      else if (session.state === 'sealed') await this.seal(id, true);
    }
    await this.#withdrawals.tidy();
    for (const id of this.concerns.known())
      if ((await this.consultation(id)) === null) await this.concerns.forget(id);
    await this.scrub();
    // Without it the program starts all the same, and says so.
    await this.makeUpCopy().catch(() => undefined);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.talk.stop();
    this.recommendations.stop();
    this.studies.stop();
    await this.#turn.catch(() => undefined);
    await this.#live.close();
    if (await scrubIsDue(this.main)) await this.#scrub();
    this.concerns.close();
    await this.main.close();
    this.#unlock();
  }

  /** Sealing, removing and copying take turns: each has steps that must not mix with another's. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.catch(() => undefined).then(work);
    this.#turn = result;
    return result;
  }

  async #leave(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    for (const id of ids) this.#leaving.add(id);
    try {
      await work();
    } finally {
      for (const id of ids) this.#leaving.delete(id);
    }
  }

  async #seal(id: string, keepKey: boolean): Promise<void> {
    const session = await this.session(id);
    if (session === null) throw new Error('There is no session to seal.');
    if (session.rehearsal) return this.#removeSession(id);
    if (session.state !== 'sealed') {
      const { room, responses, participants } = await this.#live.last(id);
      await writeSealed(this.main, sealedFrom(session, room, responses, participants), {
        responses,
        thoughts: thoughtsFrom(room, responses),
      });
      await this.main.checkpoint();
      this.talk.renewed();
    } else if (!this.#live.exists(id)) return this.#live.dropCopies(id);
    await this.#live.finish(id, keepKey);
    this.#keys.changed(id);
    // At every sealing: then the hour of the file is this one's, and nobody's who sent something.
    await this.alone.rewrite().catch(() => undefined);
    // What was taken out before it came by a stick, what only the running session knew; else at the next hour or start.
    if (await scrubIsDue(this.main)) await this.#scrub().catch(() => undefined);
    await this.#copy.make();
  }

  async #removeSession(id: string): Promise<void> {
    // The row first: files without a row are tidied away at the next start, a row without files is a loss.
    await removeSessionRows(this.main, id, this.#live);
    await this.#leaveFiles(id);
    await this.#scrub();
  }

  /** The files of a session whose row is gone; what its codes need stays where that was noted with the removal. */
  async #leaveFiles(id: string): Promise<void> {
    // First: where this is cut off, the session's own files are what brings the next start here.
    dropOpened(this.#paths.backup);
    dropDamaged(this.#paths);
    this.talk.renewed();
    const kept = (await this.keptCodes()).some(({ session }) => session === id);
    if (!kept) await this.#live.destroy(id);
    else if (this.#live.exists(id)) await this.#live.finish(id, true);
    else this.#live.dropCopies(id);
    this.#keys.changed(id);
    if (kept) await this.#withdrawals.settle(id);
  }

  async #scrub(): Promise<void> {
    if (await scrubIsDue(this.main)) await scrub(this.main, this.#paths, !this.#live.any());
    else await this.main.checkpoint();
  }
}
