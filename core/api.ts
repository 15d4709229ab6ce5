/**
 * Shapes of the console's HTTP routes. All answer only on the laptop itself, take and give JSON
 * (downloads apart), and answer a refusal as `{ refusal, where?, detail? }` with status 4xx.
 * Requests that change something carry the header `X-Standpoint: 1` and a JSON body.
 *
 * | route | body | answer |
 * |---|---|---|
 * | GET    /api/consultations | | ConsultationListItem[] |
 * | GET    /api/templates | | TemplateItem[] |
 * | POST   /api/consultations | NewConsultation | StoredDocument |
 * | GET    /api/consultations/ID | | ConsultationPage |
 * | PUT    /api/consultations/ID | { revision, consultation } | { revision, consultation } |
 * | DELETE /api/consultations/ID | | { ok: true } |
 * | POST   /api/consultations/ID/correct | { revision, statement } | StoredDocument: the statement at its next version |
 * | GET    /api/consultations/ID/file | | the consultation file, as a download |
 * | GET    /api/consultations/ID/export | query sessions=a,b (none: all) | a zip, as a download |
 * | POST   /api/consultations/ID/sessions | NewSession | Session |
 * | PUT    /api/sessions/ID | SessionEdit | Session |
 * | DELETE /api/sessions/ID | | { ok: true } |
 * | POST   /api/sessions/ID/lobby | { checks } | Session; checks: what was ticked for people under 18 |
 * | POST   /api/sessions/ID/seal | {} | Session |
 * | POST   /api/sessions/ID/rehearse | { people } | Session: a rehearsal with pretend people, in its lobby |
 * | POST   /api/import/polis | { files: { name: text } } | StoredDocument with `warnings` |
 * | POST   /api/import/qda | the bytes of a .qdpx or .qdc (application/octet-stream); query into (id of a consultation), name (of the file) | StoredDocument with `warnings` |
 * | GET    /api/consultations/ID/analysis | query sessions (comma list) | AnalysisPage |
 * | GET    /api/consultations/ID/moved | query sessions, statement | MovedPage: who moved between the rounds, linked sessions only |
 * | GET    /api/consultations/ID/waves | | WavesPage: beside the earlier waves that it repeats (core/waves/api.ts) |
 * | GET    /api/consultations/ID/opinion | query sessions | OpinionPage: opinion groups, linked sessions only |
 * | GET    /api/consultations/ID/comments | query statement | CommentItem[] |
 * | PUT    /api/consultations/ID/comments | { review, was } | CommentItem |
 * | GET    /api/consultations/ID/report | | ReportPage |
 * | PUT    /api/consultations/ID/report | { revision, document } | { revision, document } |
 * | POST   /api/consultations/ID/report/model | { audience } | ReportModel: the report as it would be printed now |
 * | GET    /api/consultations/ID/report/preview | | the report as a web page, as it would be sent out now |
 * | POST   /api/consultations/ID/report/check | {} | ReleaseCheck: what a release would do and why |
 * | POST   /api/consultations/ID/report/files | ReportOrder | JobState: writes the report, and registers a release |
 * | GET, DELETE /api/jobs/ID | | JobState; DELETE: cancelled |
 * | GET    /api/jobs/ID/files/NAME | | one finished file, as a download |
 * | GET    /api/consultations/ID/releases | | ReleaseItem[] |
 * | POST   /api/consultations/ID/releases/N/files | { formats, confirmed? } | JobState: a registered release once more, as it was; confirmed: also with quotes that were taken back |
 * | GET    /api/consultations/ID/archive | | everything of a consultation as one file, as a download |
 * | POST   /api/consultations/ID/lock | { passphrase } or { recipients } | the same as one locked file (age), as a download |
 * | POST   /api/consultations/ID/lock/remove | { sha256 } of the locked file at hand | { ok: true }: removed from here |
 * | POST   /api/archives | the archive's bytes (application/octet-stream); header X-Standpoint-Key (base64) where it is locked | ArchiveResult: opened, or merged into what is here |
 * | GET    /api/consultations/ID/concerns | | ConcernsPage: who the lead is and how many concerns wait |
 * | PUT    /api/consultations/ID/concerns/lead | { name, contact, passphrase } | ConcernsPage |
 * | POST   /api/consultations/ID/concerns/open | { passphrase } of the lead | ConcernsOpened |
 * | POST   /api/consultations/ID/concerns/CONCERN/settle | { passphrase } of the lead | ConcernsOpened: those that are left |
 * | GET, POST /api/consultations/ID/alone… | | talking alone: apiAlone.ts |
 * | POST   /api/picture | { format, picture } | a chart as PNG or SVG |
 * | POST   /api/sessions/ID/cards | { cards } | { codes }: codes for later on cards; told once |
 * | POST   /api/takeout | { code, what } | { ok: true }: answers under a code, or the yes to quoting, taken out |
 * | GET, POST /api/date | POST: { today }, which is right | GET: DateDoubt or null, what waits since the clock has jumped ahead |
 * | GET    /api/destroyed | | DestroyedItem[]: what is left of consultations that were destroyed on their day |
 * | GET    /api/consultations/ID/sheets/NAME, POST .../ID/paper | POST: PaperOrder | a sheet to print, as a web page; JobState: sets a pack, makes the codes in it |
 * | GET    /api/room | query watch=1 begins the waiting anew | RoomCheck |
 * | POST   /api/room/address | { url } | RoomCheck |
 */
import type { ChoosableStudy } from './caseStudies/api.ts';
import type { Consultation, Wave } from './consultation.ts';
import type { Keeping } from './apiRights.ts';
import type { HeardEdit } from './schemaSession.ts';
import type { Session } from './session.ts';
import type { Audience } from './response.ts';
import type { Refusal } from './refusal.ts';
import type { FlagGroup } from './release/flagGroups.ts';
import type { QuotablePoint } from './report/quotable.ts';
import type { ReportDocument, Review, TextKey } from './report/document.ts';
import type { OpinionResult } from './opinion/opinionGroups.ts';
import type { PairedComparison } from './statistics/compare.ts';
import type { Answer, Scale } from './scale.ts';

export interface ConsultationListItem {
  id: string;
  title: string;
  sample: boolean;
  statements: number;
  sessions: { id: string; name: string; date: string; state: Session['state']; rehearsal: boolean }[];
  keep: Keeping | null;
  waves?: Wave[];
}

export interface TemplateItem {
  id: string;
  title: string;
  /** One or two sentences on when it serves. */
  about: string;
}

export interface StoredDocument {
  consultation: Consultation;
  revision: number;
  warnings?: string[];
}

export type NewConsultation =
  | { template: string }
  /** A pasted list, one statement a line. */
  | { title: string; statements: string }
  /** The parsed JSON of a consultation file. */
  | { file: unknown }
  /** A copy of one that is here, or its next wave. */
  | { copy: string }
  | { again: string };

export interface ConsultationPage extends StoredDocument {
  sessions: Session[];
  /** Statements someone has answered at their current version: wording and scale are frozen. */
  frozen: string[];
  today: string;
  keep: Keeping | null;
}

/** Fields left out take their defaults: today, all groups, unlinked, guided. */
export type NewSession = Partial<
  Pick<
    Session,
    'name' | 'date' | 'place' | 'mode' | 'style' | 'groups' | 'twoGroups' | 'attendance' | 'others'
  >
>;
/** `heard` has what is typed in; what phones said stays, and texts can only be left out. */
export type SessionEdit = NewSession & { heard?: HeardEdit };

/** Counts as they are, so that the page can put groups and sessions together without asking again. For the team. */
export interface AnalysisPage {
  title: string;
  sample: boolean;
  floor: 5 | 8 | 10;
  groups: { id: string; label: string }[];
  repeats?: Wave;
  /** Sessions that have ended and are not finished, and those that have not ended: in no file yet. */
  unfinished: { id: string; name: string }[];
  running: { id: string; name: string }[];
  /** Every sealed session; the counts below are those of the sessions asked for. */
  sessions: { id: string; name: string; date: string; mode: Session['mode']; groups: string[] }[];
  /** Whether something was said in them or there are themes, and whether there are themes. */
  talk: { said: boolean; themes: boolean };
  /** Memberships that the counts point to by their place here. */
  memberships: string[];
  statements: AnalysisStatement[];
}

export interface AnalysisStatement {
  id: string;
  number: number;
  text: string;
  wordings: { group: string | null; lang: string; text: string }[];
  version: number;
  versionsAnswered: number[];
  scale: Scale;
  /** Rounds that were held. */
  rounds: (1 | 2)[];
  /** [place of the session, round, place of the membership, answer, people] */
  counts: [session: number, round: 1 | 2, membership: number, answer: Answer, n: number][];
  /** [place of the session, round, place of the membership, people who could have answered] */
  eligible: [session: number, round: 1 | 2, membership: number, n: number][];
  /** Boards on a scale of another kind that are not pooled with these. */
  apart: number;
}

export interface CommentItem {
  session: string;
  board: number;
  tag: string;
  statement: string;
  round: 1 | 2;
  /** Group ids of its writer. */
  groups: string[];
  answer: Answer;
  comment: string;
  audience: Audience;
  /** Its writer agreed to be quoted. */
  quote: boolean;
  shown: boolean;
  review: Review | null;
  /** Signs of a person that were found in it. */
  found: { from: number; to: number; kind: string; suggestion: string }[];
}

export interface ReportPage {
  /** The consultation's title. */
  title: string;
  /** 0: nothing has been written yet. */
  revision: number;
  document: ReportDocument;
  /** The texts as the program makes them from today's figures. */
  made: Record<TextKey, string>;
  statements: { id: string; number: number; text: string; sentence: string; quotes: number }[];
  sample: boolean;
  floor: 5 | 8 | 10;
  breakdowns: 'shown' | 'hidden';
  approvals: ('lead' | 'panel')[];
  groups: { id: string; label: string }[];
  repeats?: Wave;
  sessions: { id: string; name: string; date: string }[];
  unfinished: { id: string; name: string }[];
  /** How many themes stand, and what was said under them that may be quoted. */
  talk: { themes: number; points: QuotablePoint[] };
  studies: ChoosableStudy[];
}

/** One thing that the release checker did or found, in words. */
export interface ReleaseNote {
  code: string;
  words: string;
  /** Statement numbers it is about; empty: all. */
  statements: number[];
}

export interface ReleaseCheck {
  /** What stops the release; it is not written while there is any. */
  refusals: ReleaseNote[];
  /** What has to be confirmed: a whole group on one answer, quotes without their check, and the like. */
  flags: ReleaseNote[];
  /** The flags by their kind. */
  groups: FlagGroup[];
  /** What was merged, withheld, held back or reprinted, and why. */
  notes: ReleaseNote[];
  /** The number it will have; that of the last release when nothing has changed since. */
  number: number;
  /** Nothing has changed since that release: its files are written again and nothing is registered. */
  same: boolean;
  approvals: ('lead' | 'panel')[];
  /** SHA-256, in hex, of all that was checked; the order says it again, so that nothing else is written. */
  hash: string;
}

export type ReportFormat = 'docx' | 'pdf' | 'html' | 'json';

export interface ReportOrder {
  audience: 'release' | 'team';
  formats: ReportFormat[];
  /** Codes of the flags that the facilitator has read and confirmed. */
  confirmed: string[];
  /** Who approved, by name or role, where the consultation asks for it. */
  approvedBy: Partial<Record<'lead' | 'panel', string>>;
  /** Of the check that was read. A release is refused without it, or when the report is another by now. */
  hash?: string;
}

export interface JobState {
  id: string;
  /** `stopping`: it was cancelled, and its work has not ended yet. */
  state: 'running' | 'stopping' | 'done' | 'failed' | 'cancelled';
  /** What is being done, in words: "Charts: 12 of 40". */
  step: string;
  done: number;
  of: number;
  /** Files that are ready; a failure keeps what was made before it. */
  files: { name: string; bytes: number }[];
  refusal: Refusal | null;
}

export interface ReleaseItem {
  number: number;
  date: string;
  title: string;
  floor: number;
  sessions: string[];
  parts: string[];
  formats: ReportFormat[];
  /** SHA-256 of the report model, in hex. */
  hash: string;
  approvedBy: Partial<Record<'lead' | 'panel', string>>;
  /** What was done so that nobody can be worked out. */
  notes: ReleaseNote[];
  /** What was read and confirmed before it went out. */
  confirmed: FlagGroup[];
}

/** What opening an archive did. */
export interface ArchiveResult {
  consultation: string;
  title: string;
  /** It was new here; otherwise it was merged into the one that is here. */
  opened: boolean;
  added: string[];
  known: string[];
  /** Sessions here that a later state from the archive replaced. */
  replaced: string[];
  /** What differs and could not both be kept, with what was kept. */
  conflicts: string[];
  /** Sessions that the archive lacks, since they were not finished when it was saved; in words. */
  leftOut: string[];
}

export interface MovedPage {
  statements: { statement: string; result: PairedComparison }[];
}

export type OpinionPage = OpinionResult;
