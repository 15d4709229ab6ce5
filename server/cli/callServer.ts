/** Asking a running Standpoint on this machine, as its console does. */
import type { ConsultationListItem } from '../../core/api.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { LOOPBACK_NAMES } from '../http/guard.ts';
import { readLocalKey } from '../localKey.ts';
import { accept, Stop } from './common.ts';

/** A running Standpoint, and the key by which it knows this machine's command line. */
export interface RunningServer {
  /** http://localhost:8080 */
  url: string;
  headers: { Authorization: string };
}

/**
 * Finds the running Standpoint that uses a data folder. Stops with a sentence when there is none.
 *
 * @param url where on this machine it listens; as it says itself when left out. Any other machine is refused,
 *   since whoever has the key may do everything
 */
export async function runningServer(folder: string, url?: string): Promise<RunningServer> {
  const found = await readLocalKey(folder);
  if (found === null)
    throw new Stop(
      `No Standpoint is running on the data in ${folder}. Start it with npm start, or say with --data which folder it uses.`,
    );
  if (url !== undefined && !here(url))
    throw new Stop(
      `${url} is not on this machine, or not an address. The key of ${folder} goes nowhere else: use the address that was printed at the start, such as ${found.url}.`,
    );
  return { url: url ?? found.url, headers: { Authorization: `Bearer ${found.key}` } };
}

/** Whether an address is this machine's own, by a name that no other can have. */
function here(url: string): boolean {
  return URL.canParse(url) && LOOPBACK_NAMES.has(new URL(url).hostname);
}

/**
 * @param body sent as JSON; bytes as they are
 * @returns what the route answers; stops when nothing listens there, something that is not Standpoint, or
 *   a Standpoint that uses another data folder
 */
export async function callServer<T extends object>(
  { url, headers }: RunningServer,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<T | Refusal> {
  const bytes = body instanceof Uint8Array;
  const response = await fetch(url + path, {
    method,
    headers: {
      ...headers,
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
    return keyTaken(answer as T | Refusal);
  throw foreign(url);
}

/** The answer; stops with a sentence when the server did not know the key. */
export function keyTaken<T>(answer: T | Refusal): T | Refusal {
  if (isRefusal(answer) && answer.refusal === 'sign-in-needed')
    throw new Stop('The Standpoint that is running there uses another data folder. Say which with --data.');
  return answer;
}

/** The consultations that are there. */
export async function listFrom(server: RunningServer): Promise<ConsultationListItem[]> {
  const list = accept(await callServer<ConsultationListItem[]>(server, 'GET', '/api/consultations'));
  if (!Array.isArray(list)) throw foreign(server.url);
  return list;
}

const foreign = (url: string): Stop =>
  new Stop(
    `What answers at ${url} is not Standpoint. Its address is the one that was printed when it started.`,
  );
