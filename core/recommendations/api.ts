/**
 * Recommendations over HTTP. Refusals are as in core/api.ts:
 *
 * | GET  /api/consultations/ID/recommendations | RecommendationsPage
 * | POST /api/consultations/ID/recommendations | { changes } | RecommendationsDone, all of it or nothing
 * | GET  /api/due | DueItem[] of all consultations
 * | GET  /api/consultations/ID/told | Telling
 * | PUT  /api/consultations/ID/told | Telling: the page of now is published
 * | DELETE /api/consultations/ID/told | Telling: nobody finds it any more
 * | GET  /api/consultations/ID/told/preview | the page of now
 * | POST /api/consultations/ID/told/files | { address } of the page, or nothing | JobState: the page, and the poster A4 and A3
 * | GET  /told/ID | the published page, for everyone
 */
import type { Checked } from '../checked.ts';
import type { RecommendationOutcome } from './change.ts';
import type { Due } from './due.ts';
import type { Recommendation } from './types.ts';

export interface RecommendationsPage {
  consultation: string;
  title: string;
  sample: boolean;
  /** YYYY-MM-DD */
  today: string;
  list: Recommendation[];
  /** How many people came to the finished sessions by their head-counts; nought: it is not known. */
  came: number;
  /** From how many people on participants' word is told. */
  floor: number;
  /** Who is to answer, as it was told to people before. */
  answeredBy: string;
  /** By when, as it was typed. */
  answerDue: string;
  /** Promises that have gone out and stay, each as `ID KEY` of its recommendation. */
  promised: string[];
  /** What rooms said of recommendations, of each finished session that was asked. */
  checked: CheckedSession[];
}

export interface CheckedSession {
  id: string;
  name: string;
  checked: Checked[];
  /** What phones wrote, by the number that the recommendation had there, in the order of the alphabet. */
  words: { n: number; id: string; text: string }[];
}

export interface RecommendationsDone {
  /** What became of each change, in their order. */
  outcomes: RecommendationOutcome[];
  list: Recommendation[];
}

export interface DueItem extends Due {
  consultation: string;
  title: string;
  recommendation: string;
  text: string;
  to: string;
}

export interface Telling {
  /** The day on which the page that can be read now was made; empty: none can be. */
  publishedOn: string;
  /** It reads differently now. */
  changed: boolean;
  /** As a phone in the room opens it. */
  address: string;
}
