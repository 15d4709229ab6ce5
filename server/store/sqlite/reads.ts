/** What the store only looks up in the main database, and the day that it last saw. */
import type { ChannelCount } from '../../../core/report/input.ts';
import type { Session } from '../../../core/session.ts';
import type { DayChange, DaySeen, Destroyed, KeptCodes } from '../rights.ts';
import type { Whole } from '../releasing.ts';
import type { SnapshotPlace } from '../snapshotPlace.ts';
import type {
  LostRelease,
  Release,
  SealedResponse,
  SessionFigures,
  StoredComment,
  StoredConsultation,
  StoredReport,
} from '../store.ts';
import { readComments } from './comments.ts';
import { readDaySeen, writeDaySeen } from './daySeen.ts';
import { readDayChanges, readDestroyed } from './destroyed.ts';
import { consultationIn, consultationsIn, readSession, sessionsIn, unsealedIn } from './documents.ts';
import { readChannels, readFigures, readResponsesOf } from './figures.ts';
import { readKeptCodes } from './keptCodes.ts';
import type { MainDb } from './mainDb.ts';
import { readLostReleases } from './removedReleases.ts';
import { takenOutOfRemoved } from './removedSessions.ts';
import { readReleases, readReport } from './reports.ts';
import { openWhole, snapshotPlace } from './snapshot.ts';

export class Reads {
  protected readonly main: MainDb;

  constructor(main: MainDb) {
    this.main = main;
  }

  /** Here since it changes nothing, although a page is written. */
  tryWriting(): Promise<void> {
    return this.main.tryWriting();
  }

  writtenSoFar(): Promise<number> {
    return this.main.writtenSoFar();
  }

  takenOutOfRemoved(session: string): Promise<number> {
    return takenOutOfRemoved(this.main, session);
  }

  keptCodes(): Promise<KeptCodes[]> {
    return readKeptCodes(this.main);
  }

  reader(): SnapshotPlace {
    return { ...snapshotPlace(this.main.raw.name), release: this.main.readerCame() };
  }

  whole(): Whole {
    const release = this.main.readerCame();
    try {
      return openWhole(this.main.raw.name, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  daySeen(): Promise<DaySeen | null> {
    return readDaySeen(this.main);
  }

  saveDaySeen(day: DaySeen): Promise<void> {
    return writeDaySeen(this.main, day);
  }

  listConsultations(): Promise<StoredConsultation[]> {
    return consultationsIn(this.main);
  }

  consultation(id: string): Promise<StoredConsultation | null> {
    return consultationIn(this.main, id);
  }

  sessions(consultation: string): Promise<Session[]> {
    return sessionsIn(this.main, consultation);
  }

  async session(id: string): Promise<Session | null> {
    const row = await this.main.query
      .selectFrom('session')
      .select('document')
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : readSession(row);
  }

  unsealed(): Promise<Session[]> {
    return unsealedIn(this.main);
  }

  figures(sessions: readonly string[]): Promise<SessionFigures> {
    return readFigures(this.main, sessions);
  }

  sealedResponses(session: string, board: number): Promise<SealedResponse[]> {
    return readResponsesOf(this.main, session, board);
  }

  comments(consultation: string, statement: string | null): Promise<StoredComment[]> {
    return readComments(this.main, consultation, statement);
  }

  channels(sessions: readonly string[]): Promise<ChannelCount[]> {
    return readChannels(this.main, sessions);
  }

  report(consultation: string): Promise<StoredReport | null> {
    return readReport(this.main, consultation);
  }

  releases(consultation: string): Promise<Release[]> {
    return readReleases(this.main, consultation);
  }

  lostReleases(consultation: string): Promise<LostRelease[]> {
    return readLostReleases(this.main, consultation);
  }

  dayChanges(consultation: string): Promise<DayChange[]> {
    return readDayChanges(this.main, consultation);
  }

  destroyed(): Promise<Destroyed[]> {
    return readDestroyed(this.main);
  }
}
