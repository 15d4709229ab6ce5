/** The researchers' files of a consultation: its sealed sessions. */
import type { Writable } from 'node:stream';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { writeExport } from '../export/writeExport.ts';
import type { ExportSource } from '../export/source.ts';
import type { Store } from '../store/store.ts';
import { fileName } from './fileName.ts';
import { sealedSessions } from './results.ts';

export interface ExportJob {
  /** Name of the zip. */
  name: string;
  /** Writes the zip and ends the stream. */
  write: (out: Writable) => Promise<void>;
}

/**
 * @param chosen ids of sealed sessions; none means all
 * @param today YYYY-MM-DD
 */
export async function exportConsultation(
  store: Store,
  id: string,
  chosen: readonly string[],
  today: string,
): Promise<ExportJob | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const all = await sealedSessions(store, id);
  if (chosen.some((s) => !all.some((x) => x.id === s))) return refuse('no-such-session', 'sessions');
  const { consultation } = stored;
  const source: ExportSource = {
    consultation,
    sessions: all.filter((s) => chosen.length === 0 || chosen.includes(s.id)),
    date: today,
    boardsOf: async (session) => (await store.figures([session])).boards,
    eligibleOf: async (session) => (await store.figures([session])).eligible,
    responsesOf: (session, board) => store.sealedResponses(session, board),
  };
  const mark = consultation.sample ? ['SAMPLE'] : [];
  const parts = [consultation.title, 'files', ...mark, 'CONFIDENTIAL TEAM ONLY'];
  return { name: fileName(today, parts, 'zip'), write: (out) => writeExport(source, out) };
}
