/** What an export is written from; the store, or a copy of it in another thread, gives it. */
import type { Consultation } from '../../core/consultation.ts';
import type { Session } from '../../core/session.ts';
import type { EligibleRow } from '../../core/tally.ts';
import type { SealedBoard, SealedResponse } from '../store/store.ts';

export interface ExportSource {
  consultation: Consultation;
  /** The sessions to export, in the order they are numbered. Rehearsals are left out in any case. */
  sessions: readonly Session[];
  /** Today, as YYYY-MM-DD. */
  date: string;
  /** Boards of one session in the order of their numbers. */
  boardsOf(session: string): Promise<SealedBoard[]>;
  /** How many of which groups could have answered each board. */
  eligibleOf(session: string): Promise<EligibleRow[]>;
  /**
   * All responses of one board, in any order. Each board is read more than once, and must give the same
   * responses each time. This, one board's worth, is the most that the writer holds at once.
   */
  responsesOf(session: string, board: number): Promise<SealedResponse[]>;
}
