/** Asking a running Standpoint on this machine, as its console does. */
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { readLocalKey } from '../localKey.ts';
import { Stop } from './common.ts';

/** A running Standpoint, and the key by which it knows this machine's command line. */
export interface RunningServer {
  /** http://localhost:8080 */
  url: string;
  headers: { Authorization: string };
}

/**
 * Finds the running Standpoint that uses a data folder. Stops with a sentence when there is none.
 *
 * @param url where it listens; as it says itself when left out
 */
export async function runningServer(folder: string, url?: string): Promise<RunningServer> {
  const found = await readLocalKey(folder);
  if (found === null)
    throw new Stop(
      `No Standpoint is running on the data in ${folder}. Start it with npm start, or say with --data which folder it uses.`,
    );
  return { url: url ?? found.url, headers: { Authorization: `Bearer ${found.key}` } };
}

/** @returns what the route answers; rejects when no server listens there */
export async function callServer<T>(
  { url, headers }: RunningServer,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<T | Refusal> {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, 'X-Standpoint': '1', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return keyTaken((await response.json()) as T | Refusal);
}

/** The answer; stops with a sentence when the server did not know the key. */
export function keyTaken<T>(answer: T | Refusal): T | Refusal {
  if (isRefusal(answer) && answer.refusal === 'sign-in-needed')
    throw new Stop('The Standpoint that is running there uses another data folder. Say which with --data.');
  return answer;
}
