/**
 * Points and themes over HTTP. Refusals are as in core/api.ts:
 *
 * | GET  /api/sessions/ID/talk | query since | TalkPage of one session
 * | POST /api/sessions/ID/talk | { changes } | ChangesDone
 * | GET  /api/consultations/ID/themes | query since | TalkPage of all sessions
 * | POST /api/consultations/ID/themes | { changes } | ChangesDone
 * | GET  /api/consultations/ID/interview | - | InterviewPage: what an interviewer needs, and no word of anybody else
 *
 * What changes is told to the consoles of its running sessions as `talk`, and they ask for what is newer.
 */
import type { Reworded } from '../readBack/quotes.ts';
import type { SessionState } from '../session.ts';
import type { Outcome } from './change.ts';
import type { SecondCoding, SecondFields } from './second.ts';
import type { Passage, Question, TextSource } from './sources.ts';
import type { Coding, Point, Theme } from './types.ts';

/** What people are known by to the scribe: attributes that attendance has, or groups alone. */
export interface Description {
  group: string;
  gender: string;
  ageBand: string;
}

export interface TalkSession {
  id: string;
  name: string;
  /** YYYY-MM-DD */
  date: string;
  state: SessionState;
  groups: string[];
  descriptions: Description[];
  /** Which statement each board is about; on the page of one session only. */
  boards: { n: number; statement: string }[];
}

/** What points are about and who can have said them. */
export interface TalkAbout {
  consultation: string;
  title: string;
  sample: boolean;
  /** Tags, the main one first. */
  languages: string[];
  groups: { id: string; label: string }[];
  statements: { id: string; text: string }[];
  /** Held and running ones; for the page of one session that one. */
  sessions: TalkSession[];
  /** What the team has listed, which is looked for in texts. */
  lists: { names: string[]; places: string[] };
  /** Quotes that the report prints in other words. Only with a whole consultation. */
  reworded: Reworded[];
}

export interface TalkPage {
  /** How new it is, to be sent back as `since`. It holds until the server starts again. */
  at: string;
  /** Everything; else only what is newer than `since`. */
  whole: boolean;
  themes: Theme[];
  points: Point[];
  codings: Coding[];
  /** With a whole consultation only, of its finished sessions. Not `coded`: it is taken back. */
  seconds: (SecondCoding & Pick<SecondFields, 'coded'>)[];
  /** With a whole consultation only, as passages and questions are. */
  sources: TextSource[];
  passages: Passage[];
  questions: Question[];
  /** Ids of all of them that were removed since. */
  gone: string[];
  /** With everything only. */
  about: TalkAbout | null;
}

/** What became of each change, in their order. */
export interface ChangesDone {
  at: string;
  outcomes: Outcome[];
}

/** What the question-by-question screen works with, also once the network is away. */
export interface InterviewPage {
  consultation: string;
  title: string;
  sample: boolean;
  /** Tag of the language in which it is held. */
  language: string;
  questions: Question[];
  groups: { id: string; label: string }[];
  /** As attendance has them. */
  genders: string[];
  ageBands: string[];
  /** Who learns of it when somebody seems to be in danger, and who helps; empty: nobody was named. */
  dangerTo: string;
  helpFrom: string;
  /** What the team has listed, which is looked for in texts. */
  lists: { names: string[]; places: string[] };
}
