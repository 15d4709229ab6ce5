/** Paper slips, and asking about them as the console does. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SlipAsk, SlipDone } from '../../core/schemaSlips.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Answer } from '../../core/scale.ts';
import type { Slip } from '../../core/slips.ts';
import { newId } from '../../server/random.ts';
import { connectConsole, openSession, type TestServer } from './server.ts';

/** A slip with these answers, statement by statement; null is left blank, and words may follow an answer. */
export function slip(
  answers: readonly (Answer | null | [Answer, string])[],
  more: Partial<Omit<Slip, 'answers'>> = {},
): Slip {
  return {
    groups: [],
    quote: false,
    audience: 'team',
    ...more,
    answers: answers.flatMap((a, i) => {
      const [answer, comment] = Array.isArray(a) ? a : [a, ''];
      return answer === null ? [] : [{ board: i + 1, answer, comment }];
    }),
  };
}

/** Asks for one session. */
export function slipsOf(server: TestServer, session: string) {
  const ask = (body: SlipAsk): Promise<SlipDone | Refusal> =>
    server.send('POST', `/api/sessions/${session}/slips`, body);
  return {
    ask,
    enter: (number: number, said: Slip, id = newId(), card?: string) =>
      ask({ do: 'enter', number, id, slip: said, ...(card === undefined ? {} : { card }) }),
    change: (number: number, said: Slip) => ask({ do: 'change', number, id: newId(), slip: said }),
    check: (number: number, said: Slip, id = newId()) => ask({ do: 'check', number, id, slip: said }),
    read: (number: number) => ask({ do: 'read', number }),
    takeOut: (number: number) => ask({ do: 'takeOut', number }),
  };
}

type Given = Parameters<typeof openSession> extends [unknown, ...infer Rest] ? Rest : never;

/** A session whose statements were opened for paper, and its console. */
export async function paperSession(server: TestServer, ...given: Given) {
  const { session, document } = await openSession(server, ...given);
  const desk = await connectConsole(server, session.id);
  const opened = await desk.do({ do: 'openForPaper' });
  if ('refusal' in opened) throw new Error(opened.refusal);
  return { session, document, desk, slips: slipsOf(server, session.id) };
}

/** What the live file of a session holds. */
export function liveFile(server: TestServer, session: string) {
  const db = new Database(join(server.folder, 'live', `${session}.db`), { readonly: true });
  const room = String(db.prepare('SELECT document FROM room').pluck().get());
  const rows = db.prepare('SELECT * FROM response').all() as Record<string, unknown>[];
  db.close();
  return { room, rows };
}
