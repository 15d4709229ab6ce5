/** What is written by one verb of one file each, over the reads. */
import type { Consultation } from '../../../core/consultation.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { ReportDocument, Review } from '../../../core/report/document.ts';
import type { DayChange } from '../rights.ts';
import { heldVersions } from './answered.ts';
import { writeReview } from './comments.ts';
import { writeConsultation } from './documents.ts';
import type { MainDb } from './mainDb.ts';
import { PhotoTable } from './photos.ts';
import { Reads } from './reads.ts';
import { RecommendationTable } from './recommendations.ts';
import { writeReport } from './reports.ts';
import { TalkTable } from './talk.ts';
import { StudiesTable } from './studies.ts';

/** The documents of a consultation, which need no files beside the main database. */
export class Documents extends Reads {
  readonly photos: PhotoTable;
  readonly talk: TalkTable;
  readonly recommendations: RecommendationTable;
  readonly studies: StudiesTable;

  /** @param scrub has no byte of what was removed stay in the database */
  constructor(main: MainDb, scrub: () => Promise<void>) {
    super(main);
    this.photos = new PhotoTable(main, scrub);
    this.talk = new TalkTable(main, scrub);
    this.recommendations = new RecommendationTable(main, scrub);
    this.studies = new StudiesTable(main, scrub);
  }

  saveConsultation(
    consultation: Consultation,
    from: number | null,
    change?: DayChange,
  ): Promise<{ revision: number } | Refusal> {
    return writeConsultation(this.main, consultation, from, change);
  }

  heldVersions(consultation: string): Promise<Map<string, Set<number>>> {
    return heldVersions(this.main, consultation);
  }

  saveReview(review: Review, was: Review | null): Promise<{ ok: true } | Refusal> {
    return writeReview(this.main, review, was);
  }

  saveReport(
    consultation: string,
    document: ReportDocument,
    from: number | null,
  ): Promise<{ revision: number } | Refusal> {
    return writeReport(this.main, consultation, document, from);
  }
}
