/** Questions to the laptop's own server over HTTP. */
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import type { ConsultationListItem, ConsultationPage } from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { Session } from '../../../core/session.ts';
import { noticeRefusal } from '../staff.ts';

/** A question that hangs is given up after this, in milliseconds, so that whoever asks can ask again. */
const GIVEN_UP_MS = 20_000;

/**
 * Asks one route. A refusal comes back as a value, and so does a server that does not answer (`fault`).
 *
 * @param T what the route answers, as core/api.ts says
 */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T | Refusal> {
  const change = method !== 'GET';
  try {
    const response = await fetch(`/api/${path}`, {
      method,
      headers: change ? { 'X-Standpoint': '1', 'Content-Type': 'application/json' } : {},
      ...(change ? { body: JSON.stringify(body ?? {}) } : { signal: AbortSignal.timeout(GIVEN_UP_MS) }),
    });
    const answer = (await response.json()) as T | Refusal;
    if (isRefusal(answer)) noticeRefusal(answer);
    return response.ok || isRefusal(answer) ? answer : refuse('fault');
  } catch {
    return refuse('fault');
  }
}

/** A session that is not running, with its consultation. */
export interface FoundSession {
  session: Session;
  consultation: Consultation;
}

/** Looks a session up by its id: sockets know only those that are running. */
export async function findSession(id: string): Promise<FoundSession | Refusal> {
  const list = await ask<ConsultationListItem[]>('GET', 'consultations');
  if (isRefusal(list)) return list;
  const owner = list.find((c) => c.sessions.some((s) => s.id === id));
  if (owner === undefined) return refuse('no-such-session');
  const page = await ask<ConsultationPage>('GET', `consultations/${owner.id}`);
  if (isRefusal(page)) return page;
  const session = page.sessions.find((s) => s.id === id);
  if (session === undefined) return refuse('no-such-session');
  return { session, consultation: page.consultation };
}
