/** The store's port on SQLite files in one folder. */
import type { Consultation } from '../../../core/consultation.ts';
import type { Room } from '../../../core/room.ts';
import type { Session } from '../../../core/session.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { isRefusal, refuse } from '../../../core/refusal.ts';
import type { ChannelCount } from '../../../core/report/input.ts';
import type { ReportDocument, Review } from '../../../core/report/document.ts';
import type {
  LiveStore,
  LostRelease,
  Release,
  SealedResponse,
  SealedSession,
  SessionFigures,
  SnapshotPlace,
  Store,
  StoredComment,
  StoredConsultation,
  StoredReport,
  TakenIn,
} from '../store.ts';
import { answeredVersions, heldVersions } from './answered.ts';
import { backUp, renewBackups } from './backups.ts';
import { readComments, writeReview } from './comments.ts';
import { ConcernFile } from './concernFile.ts';
import {
  consultationIn,
  consultationsIn,
  readSession,
  sessionsIn,
  unsealedIn,
  writeConsultation,
  writeSession,
} from './documents.ts';
import { readChannels, readFigures, readResponsesOf } from './figures.ts';
import { LiveSessions } from './liveSessions.ts';
import type { MainDb } from './mainDb.ts';
import type { Paths } from './paths.ts';
import { readLostReleases, removeWithRegister } from './removedReleases.ts';
import { readReleases, readReport, writeRelease, writeReport } from './reports.ts';
import { sealedFrom } from './sealedRows.ts';
import { snapshotPlace } from './snapshot.ts';
import { takeIn } from './takeIn.ts';
import { writeSealed } from './writeSealed.ts';

/** How often the main database's write-ahead log is emptied, in milliseconds. */
const CHECKPOINT_EVERY_MS = 60_000;

interface StoreParts {
  paths: Paths;
  main: MainDb;
  random: (bytes: number) => Buffer;
  unlock: () => void;
}

export class SqliteStore implements Store {
  readonly concerns: ConcernFile;
  readonly #paths: Paths;
  readonly #main: MainDb;
  readonly #unlock: () => void;
  readonly #live: LiveSessions;
  readonly #timer: NodeJS.Timeout;
  /** Sessions whose files are about to go: opened now, they would take answers that are then lost. */
  readonly #leaving = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ paths, main, random, unlock }: StoreParts) {
    this.#paths = paths;
    this.#main = main;
    this.#unlock = unlock;
    this.concerns = new ConcernFile(paths.concerns);
    this.#live = new LiveSessions(paths, random);
    // Nothing depends on its success: what is in the log is durable, and the next one takes it over.
    this.#timer = setInterval(() => void main.checkpoint().catch(() => false), CHECKPOINT_EVERY_MS).unref();
  }

  listConsultations(): Promise<StoredConsultation[]> {
    return consultationsIn(this.#main);
  }

  consultation(id: string): Promise<StoredConsultation | null> {
    return consultationIn(this.#main, id);
  }

  saveConsultation(consultation: Consultation, from: number | null): Promise<{ revision: number } | Refusal> {
    return writeConsultation(this.#main, consultation, from);
  }

  async removeConsultation(id: string): Promise<void> {
    await this.#inTurn(async () => {
      const sessions = await this.sessions(id);
      await this.#leave(
        sessions.map((session) => session.id),
        async () => {
          const reported = (await this.report(id)) !== null || (await this.releases(id)).length > 0;
          for (const session of sessions) await this.#live.destroy(session.id);
          await removeWithRegister(this.#main, id);
          await this.#removed(sessions, reported);
        },
      );
    });
  }

  sessions(consultation: string): Promise<Session[]> {
    return sessionsIn(this.#main, consultation);
  }

  async session(id: string): Promise<Session | null> {
    const row = await this.#main.query
      .selectFrom('session')
      .select('document')
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : readSession(row);
  }

  unsealed(): Promise<Session[]> {
    return unsealedIn(this.#main);
  }

  saveSession(session: Session): Promise<void> {
    return writeSession(this.#main, session);
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
    const live = this.#live.create(session.id, room);
    try {
      await this.saveSession({ ...session, state: 'lobby' });
    } catch (error) {
      await live.close();
      throw error;
    }
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

  async addSealed(sealed: SealedSession): Promise<void> {
    await this.#inTurn(async () => {
      await writeSealed(this.#main, sealed);
      await this.#main.checkpoint();
      await backUp(this.#main, this.#paths.backup);
    });
  }

  takeIn(taken: TakenIn): Promise<{ revision: number } | Refusal> {
    return this.#inTurn(async () => {
      const done = await takeIn(this.#main, taken);
      if (isRefusal(done)) return done;
      await this.#main.checkpoint();
      await backUp(this.#main, this.#paths.backup).catch(() => undefined);
      return done;
    });
  }

  figures(sessions: readonly string[]): Promise<SessionFigures> {
    return readFigures(this.#main, sessions);
  }

  sealedResponses(session: string, board: number): Promise<SealedResponse[]> {
    return readResponsesOf(this.#main, session, board);
  }

  async answeredVersions(consultation: string): Promise<Map<string, Set<number>>> {
    return answeredVersions(this.#main, this.#live, consultation, await this.sessions(consultation));
  }

  heldVersions(consultation: string): Promise<Map<string, Set<number>>> {
    return heldVersions(this.#main, consultation);
  }

  reader(): SnapshotPlace {
    return { ...snapshotPlace(this.#paths.main), release: this.#main.readerCame() };
  }

  comments(consultation: string, statement: string | null): Promise<StoredComment[]> {
    return readComments(this.#main, consultation, statement);
  }

  channels(sessions: readonly string[]): Promise<ChannelCount[]> {
    return readChannels(this.#main, sessions);
  }

  saveReview(review: Review, was: Review | null): Promise<{ ok: true } | Refusal> {
    return writeReview(this.#main, review, was);
  }

  report(consultation: string): Promise<StoredReport | null> {
    return readReport(this.#main, consultation);
  }

  saveReport(
    consultation: string,
    document: ReportDocument,
    from: number | null,
  ): Promise<{ revision: number } | Refusal> {
    return writeReport(this.#main, consultation, document, from);
  }

  releases(consultation: string): Promise<Release[]> {
    return readReleases(this.#main, consultation);
  }

  lostReleases(consultation: string): Promise<LostRelease[]> {
    return readLostReleases(this.#main, consultation);
  }

  addRelease(release: Release): Promise<{ number: number } | Refusal> {
    return this.#inTurn(async () => {
      const added = await writeRelease(this.#main, release);
      // What was released is released; a copy that fails now is made at the next sealing.
      if (!isRefusal(added)) await backUp(this.#main, this.#paths.backup).catch(() => undefined);
      return added;
    });
  }

  /** Removes what a crash left behind in the middle of sealing or removing a session. */
  async tidy(): Promise<void> {
    for (const id of this.#live.leftOver()) {
      const session = await this.session(id);
      if (session === null) await this.#live.destroy(id);
      else if (session.state === 'sealed') await this.seal(id, true);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turn.catch(() => undefined);
    await this.#live.close();
    this.concerns.close();
    await this.#main.close();
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
      await writeSealed(this.#main, sealedFrom(session, room, responses, participants));
      await this.#main.checkpoint();
    } else if (!this.#live.exists(id)) return;
    await this.#live.finish(id, keepKey);
    // What is sealed is sealed; a copy that fails now is made at the next sealing.
    await backUp(this.#main, this.#paths.backup).catch(() => undefined);
  }

  async #removeSession(id: string): Promise<void> {
    const session = await this.session(id);
    // The row first: files without a row are tidied away at the next start, a row without files is a loss.
    await this.#main.query.deleteFrom('session').where('id', '=', id).execute();
    await this.#live.destroy(id);
    await this.#removed(session === null ? [] : [session]);
  }

  /** @param reported a report, which may be in the copies, went with them */
  async #removed(sessions: readonly Session[], reported = false): Promise<void> {
    await this.#main.checkpoint();
    if (reported || sessions.some(({ state }) => state === 'sealed'))
      await renewBackups(this.#main, this.#paths.backup);
  }
}
