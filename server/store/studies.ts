/** The part of the store's port that keeps case studies, and what people corrected as things were read back to them. */
import type { StudiesChange } from '../../core/caseStudies/change.ts';
import type { StudiesOutcome } from '../../core/caseStudies/api.ts';
import type { CaseStudy } from '../../core/caseStudies/types.ts';
import type { Correction } from '../../core/readBack/types.ts';
import type { Refusal } from '../../core/refusal.ts';

/** In the order of random ids, which says nothing of when each came. */
export interface StoredStudies {
  caseStudies: CaseStudy[];
  corrections: Correction[];
  /** Ids of those that were removed. Nothing else of them is kept. */
  gone: string[];
  /** Ids of those that were removed and brought back here: no older copy removes them. */
  back: string[];
}

export interface StudiesStore {
  read(consultation: string): Promise<StoredStudies>;
  /**
   * Carries out changes in their order, all or none; durable when the promise resolves. One whose id was carried out
   * before changes nothing. With a case study goes what was corrected in it. Refused where there is no such session,
   * or no room (`case-studies-full`); `where` names the change.
   */
  change(consultation: string, changes: readonly StudiesChange[]): Promise<StudiesOutcome[] | Refusal>;
}

/** The store has it; a snapshot can only read it. */
export interface WithStudies {
  readonly studies: StudiesStore;
}
export interface ReadsStudies {
  readonly studies: Pick<StudiesStore, 'read'>;
}

/** What an archive brings of them; absent: nothing. */
export interface StudiesTaken {
  studies?: StoredStudies;
}
