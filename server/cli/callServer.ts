/** Asking a running Standpoint on this machine, as its console does. */
import type { Refusal } from '../../core/refusal.ts';

/** @returns what the route answers; rejects when no server listens there */
export async function callServer<T>(
  url: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<T | Refusal> {
  const response = await fetch(url + path, {
    method,
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T | Refusal;
}
