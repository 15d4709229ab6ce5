/** The researchers' files of a consultation: its sealed sessions. */
import type { Writable } from 'node:stream';
import { leftOutOf, type LeftOut } from '../../core/leftOut.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { exportInThread } from '../export/inThread.ts';
import { nameOf, needsLinking, needsTalk, type Wanted } from '../export/kinds.ts';
import type { Step } from '../export/writeExport.ts';
import type { Store } from '../store/store.ts';
import { fileName } from './fileName.ts';
import { sealedSessions, talkIn } from './analysis.ts';

export interface ExportJob {
  /** Name of the file. */
  name: string;
  /** Sessions that are not in it though they were asked for, since they are not finished. */
  leftOut: LeftOut[];
  /**
   * Writes the file in a thread of its own and ends the stream; stops when the stream closes.
   *
   * @param step told as each file of a zip begins
   */
  write: (out: Writable, step?: (step: Step) => void) => Promise<void>;
}

/**
 * @param chosen ids of sealed sessions; none means all
 * @param today YYYY-MM-DD
 * @returns what to write, or a refusal: no such consultation or session, or files that tell which
 * answers are one person's where no chosen session knows that
 */
export async function exportConsultation(
  store: Store,
  id: string,
  chosen: readonly string[],
  wanted: Wanted,
  today: string,
): Promise<ExportJob | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const leftOut = chosen.length > 0 ? [] : leftOutOf(await store.sessions(id));
  const all = await sealedSessions(store, id);
  if (chosen.some((s) => !all.some((x) => x.id === s))) return refuse('no-such-session', 'sessions');
  const sessions = all.filter((s) => chosen.length === 0 || chosen.includes(s.id));
  const refused = sessions.some((s) => s.mode === 'linked') ? null : needsLinking(wanted);
  if (refused !== null) return refused;
  const silent = needsTalk(wanted, await talkIn(store, id, sessions));
  if (silent !== null) return silent;
  const { consultation } = stored;
  const { name, ending } = nameOf(wanted);
  const mark = consultation.sample ? ['SAMPLE'] : [];
  const job = { consultation: id, sessions: sessions.map((s) => s.id), leftOut, date: today, wanted };
  return {
    name: fileName(today, [consultation.title, name, ...mark, 'CONFIDENTIAL TEAM ONLY'], ending),
    leftOut,
    write: (out, step) => exportInThread(store.reader(), job, out, step),
  };
}
