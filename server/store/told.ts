/** The part of the store's port that keeps case studies, and what people corrected as things were read back to them. */
import type { ToldChange } from '../../core/caseStudies/change.ts';
import type { ToldOutcome } from '../../core/caseStudies/api.ts';
import type { CaseStudy } from '../../core/caseStudies/types.ts';
import type { Correction } from '../../core/readBack/types.ts';
import type { Refusal } from '../../core/refusal.ts';

/** In the order of random ids, which says nothing of when each came. */
export interface StoredTold {
  caseStudies: CaseStudy[];
  corrections: Correction[];
  /** Ids of those that were removed. Nothing else of them is kept. */
  gone: string[];
  /** Ids of those that were removed and brought back here: no older copy removes them. */
  back: string[];
}

export interface ToldStore {
  read(consultation: string): Promise<StoredTold>;
  /**
   * Carries out changes in their order, all or none; durable when the promise resolves. One whose id was carried out
   * before changes nothing. With a case study goes what was corrected in it. Refused where there is no such session,
   * or no room (`told-full`); `where` names the change.
   */
  change(consultation: string, changes: readonly ToldChange[]): Promise<ToldOutcome[] | Refusal>;
}

/** The store has it; a snapshot can only read it. */
export interface WithTold {
  readonly told: ToldStore;
}
export interface ReadsTold {
  readonly told: Pick<ToldStore, 'read'>;
}

/** What an archive brings of them; absent: nothing. */
export interface ToldTaken {
  told?: StoredTold;
}
