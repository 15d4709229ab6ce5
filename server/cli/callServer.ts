/** Asking a running Standpoint on this machine, as its console does. */
import type { ConsultationListItem } from '../../core/api.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { accept, Stop } from './common.ts';

/**
 * @param body sent as JSON; bytes as they are
 * @returns what the route answers; stops when nothing listens there, or something that is not Standpoint
 */
export async function callServer<T extends object>(
  url: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<T | Refusal> {
  const bytes = body instanceof Uint8Array;
  const response = await fetch(url + path, {
    method,
    headers: {
      'X-Standpoint': '1',
      'Content-Type': bytes ? 'application/octet-stream' : 'application/json',
    },
    ...(body === undefined ? {} : { body: bytes ? Buffer.from(body) : JSON.stringify(body) }),
  }).catch(() => {
    throw new Stop(
      `No Standpoint answers at ${url}. Start it with npm start, or say where it is with --server URL.`,
    );
  });
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer === 'object' && answer !== null && (response.ok || isRefusal(answer)))
    return answer as T | Refusal;
  throw foreign(url);
}

/** The consultations that are there. */
export async function listFrom(url: string): Promise<ConsultationListItem[]> {
  const list = accept(await callServer<ConsultationListItem[]>(url, 'GET', '/api/consultations'));
  if (!Array.isArray(list)) throw foreign(url);
  return list;
}

const foreign = (url: string): Stop =>
  new Stop(
    `What answers at ${url} is not Standpoint. Its address is the one that was printed when it started.`,
  );
