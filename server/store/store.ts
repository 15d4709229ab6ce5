/**
 * The store's port: verbs of the field that return promises, one verb one transaction. Expected refusals are
 * values, faults throw. `sqlite/` implements it; one contract suite runs against it.
 *
 * A session lives in two files of its own, `live/ID.db` (room, responses) and `keys/ID.db` (key, participants), on
 * disk before the lobby opens. Sealing moves the responses into the main database by their tags, without revisions.
 */
import type { Consultation, Wording } from '../../core/consultation.ts';
import type { Session, Channel, Membership } from '../../core/session.ts';
import type { Room } from '../../core/room.ts';
import type { Answer, Scale } from '../../core/scale.ts';
import type { Audience } from '../../core/response.ts';
import type { EligibleRow, TallyRow } from '../../core/tally.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ReleaseEntry } from '../../core/release/types.ts';
import type { ReportFormat, ReleaseNote } from '../../core/api.ts';
import type { ChannelCount } from '../../core/report/input.ts';
import type { ReportDocument, Review } from '../../core/report/document.ts';
import type { ReportModel } from '../../core/report/model.ts';
import type { CarryStore } from './carry.ts';
import type { AloneStore } from './alone.ts';
import type { ConcernStore } from './concerns.ts';
import type { PhotosTaken, PhotoStore } from './photos.ts';
import type { Releasing } from './releasing.ts';
import type { DayChange, LiveRights, OutWords, Rights, TakenOut } from './rights.ts';
import type { LiveSlips } from './slips.ts';
import type { SnapshotPlace } from './snapshotPlace.ts';
import type { TriesWriting } from './tryWriting.ts';
import type { ReadsSaid, SaidTaken, WithSaid } from './said.ts';

export interface StoredConsultation {
  consultation: Consultation;
  /** Rises with each save; a save names the one it was made from. */
  revision: number;
}

/** One participant, known to the system only by a hash of their token. */
export interface Participant {
  /** HMAC of the token; the token itself is never stored. */
  hash: string;
  membership: Membership;
  /** The second yes: may be quoted. */
  quote: boolean;
  channel: Channel;
  /** For people without a phone, whose answers the facilitator enters: their number from 1. */
  slot: number | null;
  /** Random number in linked sessions, null otherwise. */
  person: string | null;
}

/** A response while the session lives. */
export interface LiveResponse {
  board: number;
  tag: string;
  revision: number;
  membership: Membership;
  /** Null: taken back. */
  answer: Answer | null;
  comment: string;
  audience: Audience;
  quote: boolean;
  channel: Channel;
  person: string | null;
  /** Id of the comment, an HMAC of tag and text; empty without a comment. */
  note: string;
}

/** What became of a placement: durable now, or older than what is there. */
export type PlaceOutcome = PlaceSaved | { stale: LiveResponse };

export interface PlaceSaved {
  saved: LiveResponse;
  before: LiveResponse | undefined;
}

/** The store of one running session. */
export interface LiveStore extends LiveRights, LiveSlips, TriesWriting {
  readonly session: string;
  /** HMAC of a participant's token under the session's salt; how participants are recognised. */
  hashOf(token: string): string;
  /**
   * HMAC of the token with statement and round under the session's key. Nothing two tags share shows
   * that they are one person's.
   */
  tagOf(token: string, statement: string, round: 1 | 2): string;
  /** A random id for a comment, made from its tag and text so that a replay gives the same one. */
  noteIdOf(tag: string, text: string): string;
  room(): Promise<Room>;
  /** Durable when the promise resolves. */
  saveRoom(room: Room): Promise<void>;
  participants(): Promise<Participant[]>;
  /** Adds a participant or changes their groups and consent; durable when the promise resolves. */
  saveParticipant(participant: Participant): Promise<void>;
  /** Everything placed so far, to rebuild memory from at start. */
  responses(): Promise<LiveResponse[]>;
  /** What this tag has on this board now, committed or not yet. */
  current(board: number, tag: string): LiveResponse | undefined;
  /**
   * Places, changes or takes back. Gathered with others for a few milliseconds into one transaction
   * with full sync. Resolves after the commit; rejects when the commit failed, and then nothing of it
   * is kept. The same revision again with the same content is `saved` without a write; an older one,
   * or the same with other content, is `stale`.
   */
  place(response: LiveResponse): Promise<PlaceOutcome>;
  /** Resolves when everything placed before has been committed or has failed. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A board as it is kept of a sealed session. */
export interface SealedBoard {
  session: string;
  n: number;
  statement: string;
  round: 1 | 2;
  version: number;
  wordings: Wording[];
  scale: Scale;
}

export interface SealedResponse {
  board: number;
  tag: string;
  membership: Membership;
  answer: Answer;
  comment: string;
  audience: Audience;
  quote: boolean;
  /** Whether the room saw the comment. */
  shown: boolean;
  /** `mixed` where fewer than five came by the same way. */
  channel: Channel | 'mixed';
  person: string | null;
}

/** A whole session made elsewhere, for imports: sealed as it comes in. */
export interface SealedSession {
  session: Session;
  boards: SealedBoard[];
  eligible: EligibleRow[];
  responses: SealedResponse[];
}

/** What an archive or an import brings, as it is to stand here. */
export interface TakenIn extends PhotosTaken, SaidTaken {
  consultation: Consultation;
  /** The revision it was merged from; null: it is new here. */
  from: number | null;
  /** Held sessions that are new here, or in the place of a draft. */
  sealed: SealedSession[];
  /** What was taken out of sessions elsewhere and still stands here; absent: nothing. */
  takenOut?: TakenOut[];
  /** Words that were taken out of one copy of a session; absent: none. */
  outWords?: OutWords[];
  /** Drafts that are new, and later facts of sessions that are here; their state does not change. */
  sessions: Session[];
  /** Decisions about comments that have none here. */
  reviews: Review[];
  /** Only where none has been written yet. */
  report: ReportDocument | null;
  /** With the numbers that follow those of the register here. */
  releases: Release[];
}

export interface SessionFigures {
  boards: SealedBoard[];
  tallies: TallyRow[];
  eligible: EligibleRow[];
}

/** A comment with where it stands and what was decided about it. */
export interface StoredComment extends SealedResponse {
  session: string;
  statement: string;
  round: 1 | 2;
  review: Review | null;
}

/** What the team has written for the report. */
export interface StoredReport {
  document: ReportDocument;
  /** Rises with each save, as a consultation's. */
  revision: number;
}

/** A report that left the team, as the register keeps it. */
export interface Release {
  consultation: string;
  /** Counts from 1 within the consultation. */
  number: number;
  date: string;
  formats: ReportFormat[];
  approvedBy: Partial<Record<'lead' | 'panel', string>>;
  notes: ReleaseNote[];
  /** SHA-256 of the model as it was printed, in hex. */
  hash: string;
  /** That of the model as it is kept, once somebody's words were taken out of it. */
  now?: string;
  model: ReportModel;
  /** The counts it used, against which later releases are held (core/release). */
  entry: ReleaseEntry;
}

/** A release of which only this is known: its consultation was removed here and came back without it. */
export type LostRelease = Pick<Release, 'number' | 'date' | 'hash'>;

/** What is sealed, all of it as it was when this was opened; for long reading in another thread. */
export type Snapshot = Pick<
  Store,
  | 'listConsultations'
  | 'consultation'
  | 'sessions'
  | 'figures'
  | 'sealedResponses'
  | 'comments'
  | 'channels'
  | 'report'
  | 'releases'
  | 'lostReleases'
  | 'close'
> &
  ReadsSaid;

type Saved = Promise<{ revision: number } | Refusal>;

export interface Store extends Rights, Releasing, TriesWriting, WithSaid {
  readonly concerns: ConcernStore;
  readonly alone: AloneStore;
  readonly photos: PhotoStore;
  readonly carry: CarryStore;
  listConsultations(): Promise<StoredConsultation[]>;
  consultation(id: string): Promise<StoredConsultation | null>;
  /** Saves a new one (`from` null) or the next revision of one; refused when it has changed since. */
  saveConsultation(consultation: Consultation, from: number | null, change?: DayChange): Saved;
  /** With every session and its files. Number, date and hash of each release stay (`lostReleases`), and `keptCodes`. */
  removeConsultation(id: string): Promise<void>;
  sessions(consultation: string): Promise<Session[]>;
  session(id: string): Promise<Session | null>;
  /** Sessions in lobby, live or ended: those with a live file. */
  unsealed(): Promise<Session[]>;
  /** With `seen`, as one without a live file was read: nothing is saved, and the answer is no, where it is another by now. */
  saveSession(session: Session, seen?: Session): Promise<boolean>;
  /** With its files. What codes need until the day that people were told stays: `keptCodes`. */
  removeSession(id: string): Promise<void>;
  /** Makes the live and the key file, flushed to disk, and sets the session's state to lobby. */
  beginLive(session: Session, room: Room): Promise<LiveStore>;
  /**
   * Opens a running session again after a restart. Refused as `read-only` when its key file is gone:
   * a missing key never becomes a new key.
   */
  openLive(session: string): Promise<LiveStore | Refusal>;
  /**
   * Seals: one transaction takes over board, eligible, response (those taken back are left out) and
   * tally in the order of tags, channels used by fewer than five become `mixed`, the session's state
   * becomes sealed; then the live file and its backups are destroyed. Closes the live store first.
   * May be called again after a crash at any point.
   *
   * @param keepKey the key file stays if anybody has a code, since withdrawal was promised until later
   */
  seal(session: string, keepKey: boolean): Promise<void>;
  /** Takes in a session that was made elsewhere, sealed, in one transaction. */
  addSealed(sealed: SealedSession): Promise<void>;
  /**
   * Takes in an archive or an import in one transaction, without what people took out of sessions that had been
   * removed here; `less` names the sessions that came with more. Refused when something it was planned on has
   * changed since.
   */
  takeIn(taken: TakenIn): Promise<{ revision: number; less: string[] } | Refusal>;
  /** Boards, tallies and eligible counts of sealed sessions, for figures. */
  figures(sessions: readonly string[]): Promise<SessionFigures>;
  /** Responses of one board of a sealed session, in the order of their tags. */
  sealedResponses(session: string, board: number): Promise<SealedResponse[]>;
  /** Versions of statements that have been answered anywhere, live sessions included: `statement` to versions. */
  answeredVersions(consultation: string): Promise<Map<string, Set<number>>>;
  /** Versions of statements that were put to people in sealed sessions, answered or not. */
  heldVersions(consultation: string): Promise<Map<string, Set<number>>>;
  /** Most people of each session who answered one board by each way, in the order of the sessions. */
  channels(sessions: readonly string[]): Promise<ChannelCount[]>;
  /** Responses with a comment, of the sealed sessions of a consultation; of one statement when it is named. */
  comments(consultation: string, statement: string | null): Promise<StoredComment[]>;
  /**
   * Keeps what was decided about a comment. Refused when there is no such comment (`no-such-note`), and as
   * `changed-elsewhere` when what is kept of it is no longer `was`.
   */
  saveReview(review: Review, was: Review | null): Promise<{ ok: true } | Refusal>;
  /** The report's document, or null when nothing has been written yet. */
  report(consultation: string): Promise<StoredReport | null>;
  /** Saves the first (`from` null) or the next revision; refused when it has changed since. */
  saveReport(consultation: string, document: ReportDocument, from: number | null): Saved;
  /** The register of releases, oldest first. Nothing is ever taken out of it but with the consultation. */
  releases(consultation: string): Promise<Release[]>;
  /**
   * Releases that the register of a consultation had when it was removed here, and does not have now that
   * it has come back from an archive; oldest first.
   */
  lostReleases(consultation: string): Promise<LostRelease[]>;
  /** A place to read what is sealed from without holding up this thread. */
  reader(): SnapshotPlace;
  close(): Promise<void>;
}
