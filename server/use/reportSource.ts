/** Everything a report of a consultation is made from, read at one go. */
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { newReport } from '../../core/report/document.ts';
import { withoutUnknown } from '../../core/report/known.ts';
import type { ChannelCount } from '../../core/report/input.ts';
import { groupsOf, type Session } from '../../core/session.ts';
import type { PostitFacts } from '../../core/talk/contributions.ts';
import type { LostRelease, Release, SessionFigures, Snapshot, Store, StoredComment } from '../store/store.ts';
import type { StoredRecommendations } from '../store/recommendations.ts';
import type { StoredStudies } from '../store/studies.ts';
import type { StoredTalk } from '../store/talk.ts';
import type { WaveThen } from '../../core/report/waves.ts';
import { sealedSessions } from './analysis.ts';
import { waveThen } from './earlierWave.ts';
import { twinsOf, type Twin } from './otherRegisters.ts';
import { linkedIn, type LinkedStatement } from './moved.ts';

export interface ReportSource {
  consultation: Consultation;
  /** With a floor no lower than the consultation's. */
  document: ReportDocument;
  /** Every sealed session there is. */
  all: Session[];
  /** Those that the report is about. */
  sessions: Session[];
  /** Of all sealed sessions. */
  figures: SessionFigures;
  comments: StoredComment[];
  channels: ChannelCount[];
  /** Points and themes of all sessions. */
  talk: StoredTalk;
  /** Case studies, and what people corrected. */
  studies: StoredStudies;
  /** Those of the consultation, and what was told of them. */
  recommendations: StoredRecommendations;
  /** Comments of all sealed sessions, which recommendations may rest on and which may be under themes. */
  postits: PostitFacts[];
  /** Linked people of those sessions; null where no session is linked. */
  linked: LinkedStatement[] | null;
  /** Oldest first. */
  releases: Release[];
  /** Releases that nothing can be held against any more, oldest first. */
  lost: LostRelease[];
  /** Other consultations here that may be about the same people. */
  twins: Twin[];
  /** The wave before; null: there is none, or it is not here. */
  waveThen: WaveThen | null;
  /** YYYY-MM-DD. */
  today: string;
}

/**
 * The report's document and its revision; what a new one begins with, at revision 0, where none was saved.
 * Sessions that were removed since are no longer in it.
 */
export async function documentOf(
  store: Pick<Store, 'report' | 'sessions'>,
  consultation: Consultation,
): Promise<{ document: ReportDocument; revision: number }> {
  const { id, floor, breakdowns, groups } = consultation;
  const saved = await store.report(id);
  if (saved === null) return { document: newReport(floor, breakdowns), revision: 0 };
  const sessions = (await sealedSessions(store, id)).map((s) => s.id);
  const document = withoutUnknown(
    saved.document,
    sessions,
    groups.map((g) => g.id),
  );
  return { document, revision: saved.revision };
}

/** @param today YYYY-MM-DD */
export async function reportSource(
  store: Snapshot,
  id: string,
  today: string,
): Promise<ReportSource | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const { document } = await documentOf(store, consultation);
  const all = await sealedSessions(store, id);
  const sessions = all.filter((s) => document.sessions.length === 0 || document.sessions.includes(s.id));
  const ids = sessions.map((s) => s.id);
  const comments = await store.comments(id, null);
  return {
    consultation,
    document: { ...document, floor: Math.max(document.floor, consultation.floor) as ReportDocument['floor'] },
    all,
    sessions,
    figures: await store.figures(all.map((s) => s.id)),
    comments: comments.filter((c) => ids.includes(c.session)),
    channels: await store.channels(ids),
    talk: await store.talk.read(id),
    studies: await store.studies.read(id),
    recommendations: await store.recommendations.read(id),
    postits: comments
      .filter((c) => all.some((s) => s.id === c.session))
      .map(({ membership, session, board, tag, statement }) => ({
        session,
        board,
        tag,
        statement,
        groups: groupsOf(membership),
      })),
    linked: await linkedIn(store, consultation, sessions),
    releases: await store.releases(id),
    lost: await store.lostReleases(id),
    twins: await twinsOf(store, consultation),
    waveThen: await waveThen(store, consultation),
    today,
  };
}
