/**
 * The console's HTTP routes (core/api.ts), typed. A refusal comes back as a value; so does the lack of
 * any answer, since the laptop's own server may have been stopped.
 */
import type {
  ConsultationListItem,
  ConsultationPage,
  NewConsultation,
  NewSession,
  ResultsPage,
  SessionEdit,
  StoredDocument,
  TemplateItem,
} from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import type { Refusal } from '../../core/refusal.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';

/** What was asked for, or why not; `refusal` null: nothing answered. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal | null };

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function ask<T>(fetch: Fetch, method: Method, path: string, body?: unknown): Promise<Result<T>> {
  const init: RequestInit =
    method === 'GET'
      ? { method }
      : {
          method,
          headers: { 'Content-Type': 'application/json', 'X-Standpoint': '1' },
          body: JSON.stringify(body ?? {}),
        };
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    return { ok: false, refusal: null };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (isRefusal(answer)) return { ok: false, refusal: answer };
  if (!response.ok || answer === undefined) return { ok: false, refusal: refuse('fault') };
  return { ok: true, value: answer as T };
}

const consultationPath = (id: string): string => `/api/consultations/${encodeURIComponent(id)}`;
const sessionPath = (id: string): string => `/api/sessions/${encodeURIComponent(id)}`;

/** Address of the consultation's file, for a link that downloads it. */
export function filePath(id: string): string {
  return `${consultationPath(id)}/file`;
}

/** Address of the researchers' files; no sessions means all that are finished. */
export function exportPath(id: string, sessions: readonly string[]): string {
  const query = sessions.length === 0 ? '' : `?sessions=${sessions.map(encodeURIComponent).join(',')}`;
  return `${consultationPath(id)}/export${query}`;
}

/** Makes the routes' callers over a given fetch. */
export function makeApi(fetch: Fetch) {
  return {
    consultations: async () => ask<ConsultationListItem[]>(fetch, 'GET', '/api/consultations'),
    templates: async () => ask<TemplateItem[]>(fetch, 'GET', '/api/templates'),
    create: async (from: NewConsultation) => ask<StoredDocument>(fetch, 'POST', '/api/consultations', from),
    consultation: async (id: string) => ask<ConsultationPage>(fetch, 'GET', consultationPath(id)),
    /** Refused with `changed-elsewhere` when `revision` is no longer the newest. */
    save: async (revision: number, consultation: Consultation) =>
      ask<StoredDocument>(fetch, 'PUT', consultationPath(consultation.id), { revision, consultation }),
    remove: async (id: string) => ask<{ ok: true }>(fetch, 'DELETE', consultationPath(id)),
    correct: async (id: string, revision: number, statement: string) =>
      ask<StoredDocument>(fetch, 'POST', `${consultationPath(id)}/correct`, { revision, statement }),
    results: async (id: string, query: string) =>
      ask<ResultsPage>(fetch, 'GET', `${consultationPath(id)}/results${query}`),
    importPolis: async (files: Record<string, string>) =>
      ask<StoredDocument>(fetch, 'POST', '/api/import/polis', { files }),
    newSession: async (consultation: string, session: NewSession) =>
      ask<Session>(fetch, 'POST', `${consultationPath(consultation)}/sessions`, session),
    editSession: async (id: string, edit: SessionEdit) => ask<Session>(fetch, 'PUT', sessionPath(id), edit),
    removeSession: async (id: string) => ask<{ ok: true }>(fetch, 'DELETE', sessionPath(id)),
  };
}

export const api = makeApi(async (path, init) => fetch(path, init));

export type Api = typeof api;
