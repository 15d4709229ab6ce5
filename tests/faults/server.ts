/** The product in a process of its own with a data folder of its own, and a room in which every board is open. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Staff } from '../../bench/staff.ts';
import { forget, start, type Process, type Start } from '../../bench/processes.ts';
import type { NewConsultation, NewSession, StoredDocument } from '../../core/api.ts';
import type { Command } from '../../core/room.ts';
import type { Session } from '../../core/session.ts';
import { signIn } from '../support/signIn.ts';

export interface ServeOptions extends Start {
  /** Where it listens; the machine itself only when left out. */
  host?: string;
}

/** A folder that goes when the fault ends. */
export function freshFolder(name = 'data', beneath = tmpdir()): string {
  return forget(mkdtempSync(join(beneath, `standpoint-fault-${name}-`)));
}

/** Where files go of a fault that is not about the disk: in memory, where syncing takes no time. */
export const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export class Server {
  readonly folder: string;
  readonly options: ServeOptions;
  port = 0;
  cookie = '';
  process!: Process;

  private constructor(folder: string, options: ServeOptions) {
    this.folder = folder;
    this.options = options;
  }

  /** Starts one and signs its laptop in. */
  static async start(folder: string, options: ServeOptions = {}): Promise<Server> {
    const server = new Server(folder, options);
    await server.again();
    return server;
  }

  /**
   * Starts it, on the port it had. Milliseconds until it said that it runs; rejects with what it said when
   * it ends instead.
   */
  async again(options: ServeOptions = this.options): Promise<number> {
    const began = performance.now();
    const { host = '127.0.0.1', ...how } = options;
    const args = ['--port', String(this.port), '--host', host, '--data', this.folder, '--no-sample'];
    this.process = start(new URL('../../server/main.js', import.meta.url), args, [], how);
    const link = await this.process.says(/(http:\/\/localhost:\d+\/console#start=\S+)[\s\S]*Ctrl-C/);
    const took = performance.now() - began;
    this.port = Number(new URL(link).port);
    if (this.cookie === '' && how.through === undefined) this.cookie = await signIn(link);
    return took;
  }

  /** SIGKILL: no chance to tidy up. */
  async kill(): Promise<void> {
    await this.process.stop();
  }

  async ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
    const response = await this.fetch(method, path, body);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path} answered ${JSON.stringify(answer)}`);
    return answer as T;
  }

  fetch(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      headers: { 'X-Standpoint': '1', 'Content-Type': 'application/json', Cookie: this.cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

export interface Room {
  session: string;
  consultation: string;
  code: string;
  boards: number;
}

const ALL_OPEN: readonly Command[] = [{ do: 'start' }, { do: 'openAll', round: 1 }];

/** A consultation and a session of it in which every board is open and 5,000 may come, or what is wanted instead. */
export async function openRoom(
  server: Server,
  boards = 4,
  wanted: NewSession = {},
  commands = ALL_OPEN,
): Promise<Room> {
  const statements = Array.from({ length: boards }, (_, i) => `I expect to be told about thing ${i + 1}`);
  const fresh: NewConsultation = { title: 'Under faults', statements: statements.join('\n') };
  const { consultation } = await server.ask<StoredDocument>('POST', '/api/consultations', fresh);
  const style: NewSession = { style: 'walk-around', ...wanted };
  const draft = await server.ask<Session>('POST', `/api/consultations/${consultation.id}/sessions`, style);
  const session = await server.ask<Session>('POST', `/api/sessions/${draft.id}/lobby`, {});
  const staff = await consoleOf(server, session.id);
  for (const command of [{ do: 'most', people: 5000 }, ...commands] as const) await staff.do(command);
  staff.close();
  return { session: session.id, consultation: consultation.id, code: session.code, boards };
}

/** The room's console, once it has its first view; one that is lost says nothing more. */
export async function consoleOf(
  server: Server,
  session: string,
  view: (text: string) => void = () => undefined,
  name: 'console' | 'projector' = 'console',
): Promise<Staff> {
  const staff = new Staff(name, server.port, { session, cookie: server.cookie }, () => undefined, view);
  await staff.ready();
  return staff;
}
