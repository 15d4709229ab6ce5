/** What an export is written from: a snapshot of the store, read in a thread of its own. */
import type { Consultation } from '../../core/consultation.ts';
import type { LeftOut } from '../../core/leftOut.ts';
import type { PersonalLists } from '../../core/personal/types.ts';
import type { Recommendation } from '../../core/recommendations/types.ts';
import type { Session } from '../../core/session.ts';
import type { SealedResponse, SessionFigures } from '../store/store.ts';
import type { StoredTalk } from '../store/talk.ts';
import type { StoredStudies } from '../store/studies.ts';
import type { WaveCounts } from './waves.ts';

export interface ExportSource {
  consultation: Consultation;
  /** The sessions to export, in the order they are numbered. Rehearsals are left out in any case. */
  sessions: readonly Session[];
  /** Sessions that were asked for and are not in it, since they are not finished. */
  leftOut: readonly LeftOut[];
  /** Today, as YYYY-MM-DD. */
  date: string;
  /** Points and themes; absent: none. */
  talk?: StoredTalk;
  /** Case studies and corrections; absent: none. */
  studies?: StoredStudies;
  /** Names and places that the team has listed; absent: none. */
  lists?: PersonalLists;
  /** Absent: none. */
  recommendations?: readonly Recommendation[];
  /** Earlier waves, the first one first; absent: none is here. */
  waves?: readonly WaveCounts[];
  /** Boards, counts and who could have answered, of one session. */
  figuresOf(session: string): Promise<SessionFigures>;
  /**
   * All responses of one board. Each board is read more than once, and must give the same responses in
   * the same order each time. This, one board's worth, is the most that the writer holds at once.
   */
  responsesOf(session: string, board: number): Promise<SealedResponse[]>;
}
