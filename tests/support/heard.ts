/** Typing in heads of being heard as the page does: with what is there now as what was seen. */
import type { ConsultationPage } from '../../core/api.ts';
import { NO_COUNTS, type Typed } from '../../core/heard.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import type { TestServer } from './server.ts';

/** @returns the session, or why not */
export async function typeInHeard(
  server: Pick<TestServer, 'get' | 'send'>,
  { id, consultation }: Pick<Session, 'id' | 'consultation'>,
  { paper, later }: Typed,
): Promise<Session | Refusal> {
  const page = await server.get<ConsultationPage>(`/api/consultations/${consultation}`);
  const there = page.sessions.find((one) => one.id === id)?.heard;
  const seen = { paper: there?.paper ?? NO_COUNTS, later: there?.later ?? [] };
  return server.send('PUT', `/api/sessions/${id}`, { heard: { edit: 'typed', paper, later, seen } });
}
