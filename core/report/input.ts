/** What a report is made of: figures that may be printed, quotes that may be printed, and the team's document. */
import type { Sharing } from '../analysis/sharing.ts';
import type { Consultation, Wording } from '../consultation.ts';
import type { Way } from '../release/stories.ts';
import type { QuoteEntry } from '../release/types.ts';
import type { ReleasedHeads } from '../release/heads.ts';
import type { Figure } from '../results.ts';
import type { Answer, Scale } from '../scale.ts';
import type { Session } from '../session.ts';
import type { Question } from '../talk/sources.ts';
import type { PairedComparison } from '../statistics/compare.ts';
import type { AskedReport } from './asked.ts';
import type { ReportDocument } from './document.ts';
import type { HeardReport } from './heard.ts';
import type { HowAsked } from './how.ts';
import type { BetweenReport } from './between.ts';
import type { ReadBackReport } from './readBack.ts';
import type { StudiesReport } from './studies.ts';
import type { TalkReport } from './talk.ts';
import type { WaveReport } from './waves.ts';
import type { ToldInTurn } from '../wordsTold.ts';

/** The figure of a group, a named choice of groups and sessions, or a session. */
export interface PublishedPart {
  label: string;
  figure: Figure;
  /** The date (YYYY-MM-DD) of the release that it is taken from unchanged; null: it is today's. */
  reprinted: string | null;
}

export interface PublishedRound {
  round: 1 | 2;
  /** Everyone together; null where even that is withheld. */
  whole: Figure | null;
  reprinted: string | null;
  parts: PublishedPart[];
  /** Which of the parts share somebody who answered, by their places. */
  shared: Sharing;
}

/** A statement with the figures that this audience may see. Rounds that were not held are not there. */
export interface PublishedStatement {
  id: string;
  /** Its place on the wall, from 1. */
  number: number;
  /** The wording that stands for the statement in lists, captions and sentences. */
  text: string;
  wordings: Wording[];
  /** Versions that were answered in these sessions, in order. */
  versions: number[];
  scale: Scale;
  rounds: PublishedRound[];
  /** What was merged, withheld or reprinted in it and why, in words. */
  notes: string[];
}

/** A comment that may be printed, with all that may be said of its writer. */
export interface PrintedQuote {
  statement: string;
  round: 1 | 2;
  text: string;
  lang: string;
  /** Who said it, in words: "Parent, Adult focus group 1". */
  by: string;
  answer: Answer;
  /** The scale that it was answered on. */
  scale: Scale;
  /** What the register keeps of it; null in the team's own report. */
  entry: QuoteEntry | null;
}

/** Most people of one session who answered a board by one way; however few, since the floor is applied here. */
export interface ChannelCount {
  session: string;
  channel: Way;
  n: number;
}

export interface ReportInput {
  consultation: Consultation;
  /** The sealed sessions it is about; in a release those that stand in one of its figures. */
  sessions: readonly Session[];
  /** Head-counts of these sessions that may be printed. */
  heads: ReleasedHeads;
  document: ReportDocument;
  statements: readonly PublishedStatement[];
  quotes: readonly PrintedQuote[];
  /** Null: beside an earlier release they cannot be told. */
  channels: readonly ChannelCount[] | null;
  /** Days (YYYY-MM-DD) that these counts are of, the earliest first; absent or empty: today. */
  channelsOn?: readonly string[];
  /** Questions of the interviews, in their order; absent: none. */
  questions?: readonly Question[];
  /** What people talked about; null: nothing was put under a theme. */
  talk: TalkReport | null;
  /** What was asked for, and what became of it; null: nothing that this audience may read. */
  asked: AskedReport | null;
  /** Whether people were heard; null: nobody was asked. */
  heard: HeardReport | null;
  /** Case studies that may be printed; null: none was chosen. */
  studies: StudiesReport | null;
  /** Whether and to whom it was read back; null: it was not. */
  readBack: ReadBackReport | null;
  /** Who asked and who coded, as far as it is recorded; absent: it is not. */
  how?: HowAsked;
  /** How far two coders agree, and themes that were raised together; absent or null: nothing of either. */
  between?: BetweenReport | null;
  /** Beside the wave before; absent: it repeats none. */
  waves?: WaveReport;
  /** What people were told can change, on any day, the oldest first; absent: it is not known. */
  told?: readonly ToldInTurn[];
  /** Who moved between the rounds, of people whose answers are linked; null where none are. */
  moved: readonly { statement: string; result: PairedComparison }[] | null;
  /** What the release did to the whole of it, in words. */
  notes: readonly string[];
  approvedBy: Partial<Record<'lead' | 'panel', string>>;
  /** YYYY-MM-DD. */
  date: string;
  /** Number of the release; null for the team's own. */
  number: number | null;
  audience: 'release' | 'team';
}

/** The round that a statement is told by: the last that may be shown, after people have talked. */
export function mainRound(statement: PublishedStatement): PublishedRound | null {
  return statement.rounds.findLast((r) => r.whole !== null) ?? statement.rounds.at(-1) ?? null;
}
