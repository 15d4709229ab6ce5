/** The main database's tables as queries see them. Documents are JSON. */
import type { Generated } from 'kysely';
import type { Answer } from '../../../core/scale.ts';
import type { Audience } from '../../../core/response.ts';
import type { Channel, Membership, SessionState } from '../../../core/session.ts';
import type { RecommendationTables } from './recommendationTables.ts';
import type { TalkTables } from './talkTables.ts';
import type { StudiesTables } from './studiesTables.ts';

interface ConsultationTable {
  key: Generated<number>;
  id: string;
  revision: number;
  document: string;
}

interface SessionTable {
  /** Short, so that a million responses do not carry the long id. */
  key: Generated<number>;
  id: string;
  consultation: string;
  state: SessionState;
  document: string;
}

interface BoardTable {
  session: number;
  n: number;
  statement: string;
  round: 1 | 2;
  version: number;
  wordings: string;
  scale: string;
}

interface EligibleTable {
  session: number;
  board: number;
  membership: Membership;
  n: number;
}

interface ResponseTable {
  session: number;
  board: number;
  tag: string;
  membership: Membership;
  answer: Answer;
  comment: string;
  audience: Audience;
  quote: 0 | 1;
  shown: 0 | 1;
  channel: Channel | 'mixed';
  person: string | null;
}

interface TallyTable {
  session: number;
  board: number;
  membership: Membership;
  answer: Answer;
  n: number;
}

interface ReviewTable {
  session: number;
  board: number;
  tag: string;
  document: string;
}

interface ReportTable {
  consultation: string;
  revision: number;
  document: string;
}

interface ReleaseTable {
  consultation: string;
  number: number;
  document: string;
}

interface RemovedReleaseTable {
  consultation: string;
  number: number;
  date: string;
  hash: string;
}

interface DayChangeTable {
  consultation: string;
  n: number;
  document: string;
}

interface DestroyedTable {
  key: Generated<number>;
  consultation: string;
  document: string;
}

interface ToScrubTable {
  one: 1;
}

interface DaySeenTable {
  one: 1;
  seen: string;
  doubted: string;
}

interface RemovedSessionTable {
  id: string;
  taken_out: number;
  known: Generated<number>;
}

interface KeptCodesTable {
  session: string;
  consultation: string;
  until: string;
  boards: string;
}

interface LeftOutTable {
  tag: string;
  what: 'all' | 'quote';
}

interface SpentCodeTable {
  session: string;
  hash: string;
}

interface PhotoTable {
  session: number;
  id: string;
  statement: string;
  round: 1 | 2;
  bytes: Buffer;
}

export interface Tables extends TalkTables, RecommendationTables, StudiesTables {
  consultation: ConsultationTable;
  session: SessionTable;
  board: BoardTable;
  eligible: EligibleTable;
  response: ResponseTable;
  tally: TallyTable;
  review: ReviewTable;
  report: ReportTable;
  release: ReleaseTable;
  removed_release: RemovedReleaseTable;
  day_change: DayChangeTable;
  destroyed: DestroyedTable;
  to_scrub: ToScrubTable;
  day_seen: DaySeenTable;
  removed_session: RemovedSessionTable;
  photo: PhotoTable;
  kept_codes: KeptCodesTable;
  left_out: LeftOutTable;
  spent_code: SpentCodeTable;
}
