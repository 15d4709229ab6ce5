/** What people said when their themes, quotes and case studies were read back to them. */

export const VERDICTS = ['said', 'notQuite', 'missing'] as const;
/** "That is what we said", "not quite", or something is missing in it. */
export type Verdict = (typeof VERDICTS)[number];

export type CorrectedKind = 'theme' | 'point' | 'caseStudy';

export interface CorrectionFields {
  about: CorrectedKind;
  /** Id of what was read back. */
  of: string;
  /** Of a point its session; else empty. */
  ofSession: string;
  /** Its words as they stood when they were read back. They are never changed. */
  was: string;
  verdict: Verdict;
  /** What people would say instead, or what is missing; empty where it is what they said. */
  text: string;
  /** YYYY-MM-DD */
  day: string;
  /** Where it was said; empty: it was taken to them afterwards. */
  session: string;
  /** How many people said so, never who. */
  people: number;
  /** The wording was changed by it. */
  accepted: boolean;
}

export interface Correction extends CorrectionFields {
  id: string;
}
