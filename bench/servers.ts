/**
 * The servers under load: the product as it is run, plain `ws`, Socket.IO without a store, and the product with
 * one transaction for each response.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewConsultation, StoredDocument } from '../core/api.ts';
import type { Session } from '../core/session.ts';
import { signIn } from '../tests/support/signIn.ts';
import type { StaffOf } from './orders.ts';
import { forget, start, type Process } from './processes.ts';

export const TARGETS = ['product', 'ws', 'socket.io', 'one at a time'] as const;
export type Target = (typeof TARGETS)[number];

export interface UnderLoad {
  process: Process;
  port: number;
  code: string;
  staff: StaffOf | null;
}

const STATEMENTS = [
  'I expect my social worker to listen to me',
  'I expect my social worker to do what they say',
  'I know who to turn to when something goes wrong',
  'Meetings about me happen with me in the room',
].join('\n');

const ONE_AT_A_TIME = new URL('./oneAtATime.ts', import.meta.url).href;

/**
 * Starts one, ready to be joined.
 *
 * @param data where the product's folder of data is made
 * @param stateBytes how long the first state is that the others send
 * @param flags for the product's Node, such as a profiler's
 */
export async function startTarget(
  target: Target,
  data: string,
  stateBytes: number,
  flags: readonly string[] = [],
): Promise<UnderLoad> {
  if (target === 'product') return startProduct(data, flags);
  if (target === 'one at a time') return startProduct(data, ['--import', ONE_AT_A_TIME]);
  const script =
    target === 'ws' ? new URL('./echo.ts', import.meta.url) : new URL('./socketEcho.ts', import.meta.url);
  const process = start(script, [String(stateBytes)]);
  return { process, port: Number(await process.says(/port (\d+)/)), code: '', staff: null };
}

async function startProduct(data: string, flags: readonly string[]): Promise<UnderLoad> {
  const { process, port, cookie } = await startServer(
    forget(mkdtempSync(join(data, 'standpoint-bench-'))),
    flags,
  );
  const { code, session } = await openRoom(port, cookie);
  return { process, port, code, staff: { session, cookie } };
}

/**
 * What Node is started with by `npm start`, as by everything else that starts the product: less room for new things,
 * since phones leave little behind, and 25 MB less memory with it.
 */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** The product as it is run, on a folder of data, and its laptop signed in. */
export async function startServer(
  folder: string,
  flags: readonly string[],
): Promise<{ process: Process; port: number; cookie: string }> {
  const args = ['--port', '0', '--host', '127.0.0.1', '--data', folder, '--no-sample'];
  const process = start(new URL('../server/main.js', import.meta.url), args, [...startFlags(), ...flags]);
  const link = await process.says(/(http:\/\/localhost:\d+\/console#start=\S+)[\s\S]*Ctrl-C/);
  const port = Number(new URL(link).port);
  return { process, port, cookie: await signIn(link) };
}

/** A room of a new consultation of the product, in its lobby. */
export async function openRoom(port: number, cookie: string): Promise<{ code: string; session: string }> {
  const url = `http://localhost:${port}`;
  const fresh: NewConsultation = { title: 'Under load', statements: STATEMENTS };
  const { consultation } = await post<StoredDocument>(cookie, `${url}/api/consultations`, fresh);
  const draft = await post<Session>(cookie, `${url}/api/consultations/${consultation.id}/sessions`, {});
  const session = await post<Session>(cookie, `${url}/api/sessions/${draft.id}/lobby`, {});
  return { code: session.code, session: session.id };
}

async function post<T>(cookie: string, url: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json', Cookie: cookie },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${url} answered ${JSON.stringify(answer)}`);
  return answer as T;
}
