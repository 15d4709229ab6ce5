/** The researchers' files of a consultation: sealed sessions, and those that have ended. */
import type { Writable } from 'node:stream';
import { isRevealed } from '../../core/makeView.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Board } from '../../core/room.ts';
import { writeExport } from '../export/writeExport.ts';
import type { ExportSource } from '../export/source.ts';
import type { LiveResponse, SealedResponse, SessionFigures, Store } from '../store/store.ts';
import { fileName } from './fileName.ts';
import { finishedSessions, runningFigures } from './results.ts';
import type { Running } from './running.ts';
import type { Rooms } from './sessions.ts';

export interface ExportJob {
  /** Name of the zip. */
  name: string;
  /** Writes the zip and ends the stream. */
  write: (out: Writable) => Promise<void>;
}

/**
 * @param chosen ids of sessions; none means all that have ended
 * @param today YYYY-MM-DD
 */
export async function exportConsultation(
  store: Store,
  rooms: Rooms,
  id: string,
  chosen: readonly string[],
  today: string,
): Promise<ExportJob | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const finished = await finishedSessions(store, rooms, id);
  if (chosen.some((s) => !finished.some((x) => x.id === s))) return refuse('no-such-session', 'sessions');
  const { consultation } = stored;
  const sessions = finished.filter((s) => chosen.length === 0 || chosen.includes(s.id));
  const figuresOf = async (session: string): Promise<SessionFigures> => {
    const running = rooms.byId(session);
    return running === undefined ? store.figures([session]) : runningFigures(running);
  };
  const source: ExportSource = {
    consultation,
    sessions,
    date: today,
    boardsOf: async (session) => (await figuresOf(session)).boards,
    eligibleOf: async (session) => (await figuresOf(session)).eligible,
    responsesOf: async (session, board) => {
      const running = rooms.byId(session);
      return running === undefined ? store.sealedResponses(session, board) : liveResponses(running, board);
    },
  };
  const mark = consultation.sample ? ['SAMPLE'] : [];
  const parts = [consultation.title, 'files', ...mark, 'CONFIDENTIAL TEAM ONLY'];
  return { name: fileName(today, parts, 'zip'), write: (out) => writeExport(source, out) };
}

/** Responses of an ended session in the form that sealing will give them. */
async function liveResponses(running: Running, n: number): Promise<SealedResponse[]> {
  const board = running.room.boards[n - 1];
  if (board === undefined) return [];
  const all = await running.store.responses();
  return all.flatMap((r) => (r.board === n ? asSealed(running, board, r) : []));
}

function asSealed(running: Running, board: Board, r: LiveResponse): SealedResponse[] {
  if (r.answer === null) return [];
  const seen = board.snapshot?.notes.includes(r.note) === true && isRevealed(board);
  return [
    {
      board: r.board,
      tag: r.tag,
      membership: r.membership,
      answer: r.answer,
      comment: r.comment,
      audience: r.audience,
      quote: r.quote,
      shown: seen && r.audience === 'room' && running.room.notes[r.note] === 'show',
      channel: r.channel,
      person: r.person,
    },
  ];
}
