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
  /** Held and running ones, the newest first. */
  sessions: { id: string; name: string; date: string }[];
  /** What the team has listed, which is looked for in texts. */
  lists: { names: string[]; places: string[] };
  /** The laptop's day, YYYY-MM-DD. */
  today: string;
}

export interface ToldPage {
  caseStudies: CaseStudy[];
  corrections: Correction[];
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
