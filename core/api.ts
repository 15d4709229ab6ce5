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
 * | POST   /api/sessions/ID/lobby | {} | Session |
 * | POST   /api/sessions/ID/seal | {} | Session |
 * | POST   /api/sessions/ID/rehearse | { people } | Session: a rehearsal with pretend people, in its lobby |
 * | GET    /api/consultations/ID/results | query sessions, groups (comma lists) | ResultsPage |
 * | POST   /api/import/polis | { files: { name: text } } | StoredDocument with `warnings` |
 * | GET    /api/room | query watch=1 begins the waiting anew | RoomCheck |
 * | POST   /api/room/address | { url } | RoomCheck |
 */
import type { Consultation } from './consultation.ts';
import type { Session } from './session.ts';
import type { Figure } from './results.ts';
import type { Scale } from './scale.ts';

export interface ConsultationListItem {
  id: string;
  title: string;
  sample: boolean;
  statements: number;
  sessions: { id: string; name: string; date: string; state: Session['state'] }[];
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
  /** A copy of one that is here. */
  | { copy: string };

export interface ConsultationPage extends StoredDocument {
  sessions: Session[];
  /** Statements someone has answered at their current version: wording and scale are frozen. */
  frozen: string[];
}

/** Fields left out take their defaults: today, all groups, unlinked, guided. */
export type NewSession = Partial<
  Pick<
    Session,
    'name' | 'date' | 'place' | 'mode' | 'style' | 'groups' | 'twoGroups' | 'attendance' | 'others'
  >
>;
export type SessionEdit = NewSession;

export interface StatementResult {
  statement: string;
  number: number;
  /** The common wording of its current version, or the first. */
  text: string;
  wordings: { group: string | null; lang: string; text: string }[];
  version: number;
  /** Answers given on earlier versions are in the figure; the file tells them apart. */
  versionsAnswered: number[];
  scale: Scale;
  rounds: RoundResult[];
}

export interface RoundResult {
  round: 1 | 2;
  whole: Figure;
  /** Every group, unmerged: working figures for the team, marked so on the screen. */
  groups: { id: string; label: string; figure: Figure }[];
  /** The groups chosen together, where a choice was made. */
  chosen: Figure | null;
  sessions: { id: string; name: string; figure: Figure }[];
}

export interface ResultsPage {
  title: string;
  sample: boolean;
  floor: number;
  groups: { id: string; label: string }[];
  /** Sessions that have ended and are not finished yet; their answers are not in the figures. */
  unfinished: { id: string; name: string }[];
  /** Sealed sessions. */
  sessions: { id: string; name: string; date: string; state: Session['state'] }[];
  statements: StatementResult[];
}
