/**
 * Case studies, and what people corrected, over HTTP. Refusals are as in core/api.ts:
 *
 * | GET  /api/consultations/ID/case-studies | ToldPage
 * | POST /api/consultations/ID/case-studies | { changes } | StudiesDone
 * | GET  /api/consultations/ID/case-studies/names | query for: id of a case study | ChangedNames
 */
import type { Correction } from '../readBack/types.ts';
import type { Applied } from '../talk/change.ts';
import type { CaseStudy } from './types.ts';

export interface StudiesAbout {
  title: string;
  sample: boolean;
  groups: { id: string; label: string }[];
  /** Attributes that attendance has, as the facilitator typed them. */
  genders: string[];
  ageBands: string[];
  /** Held and running ones, the newest first, each with its head-count; 0: none was typed in. */
  sessions: { id: string; name: string; date: string; came: number }[];
  /** What the team has listed, which is looked for in texts. */
  lists: { names: string[]; places: string[] };
  /** The laptop's day, YYYY-MM-DD. */
  today: string;
}

/** A release that printed a case study, and the version that it printed. */
export interface StudyOut {
  study: string;
  version: string;
  number: number;
  /** YYYY-MM-DD */
  date: string;
}

/** A case study on the report's page, by title. */
export interface ChoosableStudy {
  id: string;
  title: string;
  text: string;
  /** What it needs before it may be printed, a sentence each. */
  missing: string[];
  out: StudyOut[];
}

export interface ToldPage {
  caseStudies: CaseStudy[];
  corrections: Correction[];
  /** What went out, oldest first. */
  out: StudyOut[];
  about: StudiesAbout;
}

/** What became of one change. Fields that differ are as they stand now. */
export type StudiesOutcome = Applied<object>['outcome'];

export interface StudiesDone {
  /** In the order of the changes. */
  outcomes: StudiesOutcome[];
}

/** Names that nobody in the team's lists has and that stand in no text of the consultation, some of them. */
export interface ChangedNames {
  names: string[];
}
