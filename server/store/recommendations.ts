/** The part of the store's port that keeps recommendations, and the page that tells what became of them. */
import type { RecommendationChange, RecommendationOutcome } from '../../core/recommendations/change.ts';
import type { ToldPage, ToldQuote, ToldOut } from '../../core/recommendations/told.ts';
import type { Recommendation } from '../../core/recommendations/types.ts';
import type { Refusal } from '../../core/refusal.ts';

export interface StoredRecommendations {
  /** In the order of their random ids. */
  list: Recommendation[];
  /** Ids of those that were removed. Nothing else of them is kept. */
  gone: string[];
  /** Ids of those that were removed and brought back here: an older copy does not remove them. */
  back: string[];
  /** What went out of participants' word, of where it comes from, and of promises. */
  out: ToldOut[];
}

/** A page as it is put at its address: its quotes by their responses, whose words are kept nowhere else. */
export interface Published {
  page: ToldPage;
  quotes: ToldQuote[];
  /** What is noted as it goes out, with what the page tells itself. */
  out?: ToldOut[];
}

/** The page as it can be read now. */
export interface PublishedNow {
  page: ToldPage;
  /** Words of those quotes that may still be quoted. */
  quotes: { recommendation: string; text: string }[];
}

/** What leaves the team of a consultation's recommendations. */
export interface WentOut {
  consultation: string;
  out: readonly ToldOut[];
}

export interface RecommendationStore {
  read(consultation: string): Promise<StoredRecommendations>;
  /**
   * Carries out changes in their order, all or none; durable when the promise resolves. One whose id was carried out
   * before changes nothing. What it rests on is kept where it is there: post-its of sealed sessions, points of opened
   * ones. Refused where there is no room (`recommendations-full`) or a "no" says no why (`why-needed`); `where` names
   * the change.
   */
  change(
    consultation: string,
    changes: readonly RecommendationChange[],
  ): Promise<RecommendationOutcome[] | Refusal>;
  /**
   * Notes counts and promises that leave the team. Nothing takes them out but the end of the consultation. Refused as
   * `taken-back` when `writtenSoFar` is no longer `at`.
   */
  wentOut(consultation: string, out: readonly ToldOut[], at?: number): Promise<{ ok: true } | Refusal>;
  /** Puts a page at its address, in the place of the one before, and notes what goes out with it. Refused as `wentOut`. */
  publish(consultation: string, published: Published, at?: number): Promise<{ ok: true } | Refusal>;
  /** Null: there is none. */
  published(consultation: string): Promise<PublishedNow | null>;
  withdraw(consultation: string): Promise<void>;
}

/** The store has it; a snapshot can only read it. */
export interface WithRecommendations {
  readonly recommendations: RecommendationStore;
}
export interface ReadsRecommendations {
  readonly recommendations: Pick<RecommendationStore, 'read'>;
}

/** What an archive brings of them; absent: nothing. */
export interface RecommendationsTaken {
  recommendations?: Omit<StoredRecommendations, 'back'>;
}
