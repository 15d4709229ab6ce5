/** Everything a report of a consultation is made from, read at one go. */
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { newReport } from '../../core/report/document.ts';
import type { ChannelCount } from '../../core/report/input.ts';
import type { Session } from '../../core/session.ts';
import type { MovedPage } from '../../core/api.ts';
import type { Release, SessionFigures, Snapshot, Store, StoredComment } from '../store/store.ts';
import { sealedSessions } from './analysis.ts';
import { movedIn } from './moved.ts';

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
  moved: MovedPage['statements'] | null;
  /** Oldest first. */
  releases: Release[];
  /** YYYY-MM-DD. */
  today: string;
}

/** The report's document and its revision; what a new one begins with, at revision 0, where none was saved. */
export async function documentOf(
  store: Pick<Store, 'report'>,
  consultation: Consultation,
): Promise<{ document: ReportDocument; revision: number }> {
  const { id, floor, breakdowns } = consultation;
  return (await store.report(id)) ?? { document: newReport(floor, breakdowns), revision: 0 };
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
  return {
    consultation,
    document: { ...document, floor: Math.max(document.floor, consultation.floor) as ReportDocument['floor'] },
    all,
    sessions,
    figures: await store.figures(all.map((s) => s.id)),
    comments: (await store.comments(id, null)).filter((c) => ids.includes(c.session)),
    channels: await store.channels(ids),
    moved: await movedIn(store, consultation, sessions),
    releases: await store.releases(id),
    today,
  };
}
