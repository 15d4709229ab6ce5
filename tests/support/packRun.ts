/**
 * A pack as somebody with a bare laptop has it, in a program of its own so that the network can be taken
 * from both: starts it with nothing on PATH but what the script itself calls, and drives it over sockets.
 *
 *     node tests/support/packRun.ts PACK HOME session|again [SCRIPT ARGUMENT ...]
 *
 * Prints what came of it as one line of JSON.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { AnalysisPage, ConsultationListItem, JobState, ReleaseCheck } from '../../core/api.ts';
import type { Session } from '../../core/session.ts';
import { figureIn } from './figures.ts';
import { connectConsole, connectProjector, joinPhone, openSession, type TestServer } from './server.ts';
import { signIn, type Asking } from './signIn.ts';

/** What six people answer to the first statement, one of them nothing at all. */
const ANSWERS = [5, 5, 4, 2, 1] as const;

export interface Driven {
  /** Names of the network's doors that the programs had; the loopback is `lo`. */
  network: string[];
  printed: string;
  /** What the browser was told to open, first by the start and then by a second one. */
  opened: string[];
  second: { code: number | null; printed: string };
  /** Signs in by the link that the second start gave. */
  consultations: string[];
  /** Of the room's wall and of the analysis, from 1 to 5. */
  counts: { wall: number[]; analysis: number[] } | null;
  /** Length and first bytes of what was made. */
  files: Record<string, { bytes: number; head: string }>;
  /** How it ended after the signal. */
  code: number | null;
}

const [pack = '', home = '', what = '', ...args] = process.argv.slice(2);

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
});

/** Starts the script as a terminal does: with a group of processes of its own, which a signal goes to. */
function start() {
  const env = { PATH: join(home, 'bin'), HOME: home };
  const child = spawn(join(home, 'bin/sh'), [join(pack, 'standpoint.sh'), ...args], {
    cwd: '/',
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let printed = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      for (const tell of heard) tell();
    });
  const exit = new Promise<number | null>((done) =>
    child.once('exit', (code) => {
      running.delete(child);
      done(code);
    }),
  );
  const said = (pattern: RegExp): Promise<string> =>
    new Promise((done, fail) => {
      const look = (): void => {
        const found = pattern.exec(printed);
        if (found !== null) done(found[0]);
      };
      heard.add(look);
      look();
      void exit.then(() => fail(new Error(`It stopped, having said: ${printed}`)));
    });
  const stop = (signal: NodeJS.Signals): void => {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  };
  return { said, exit, stop, printed: () => printed };
}

/** What the stand-in for a browser has written down, once there are that many lines. */
function openedLinks(count: number): Promise<string[]> {
  const read = (): string[] =>
    readFileSync(join(home, 'opened'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  return new Promise((done) => {
    const look = (): void => {
      const lines = read();
      if (lines.length < count) return;
      watcher.close();
      done(lines);
    };
    const watcher = watch(join(home, 'opened'), look);
    look();
  });
}

/** What the tests' own helpers need of a server. */
function asServer(url: string, cookie: string): TestServer {
  const fetchFrom = (path: string, init: Asking = {}): Promise<Response> =>
    fetch(url + path, { ...init, headers: { ...init.headers, Cookie: cookie } });
  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const headers = { 'X-Standpoint': '1', 'Content-Type': 'application/json' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    return (await fetchFrom(path, init)).json();
  };
  const get = (path: string): Promise<unknown> => send('GET', path);
  return { url, cookie, fetch: fetchFrom, get, send } as unknown as TestServer;
}

/** A session of one statement from the lobby to the end, with five answers of six people. */
async function session(server: TestServer, files: Driven['files']): Promise<Driven['counts']> {
  const { session: held } = await openSession(server, ['They listen to me']);
  const people = await Promise.all(Array.from({ length: 6 }, () => joinPhone(server, held.code)));
  const desk = await connectConsole(server, held.id);
  const wall = await connectProjector(server, held.id);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'next' });
  for (const [i, answer] of ANSWERS.entries()) await people[i]?.place(1, 1, answer, `because ${i}`);
  await desk.do({ do: 'next' });
  await desk.do({ do: 'reveal', board: 1 });
  const shown = await wall.until((view) => view.board?.result?.whole !== undefined);
  const counts = shown.board?.result?.whole?.counts ?? [];
  await desk.do({ do: 'end' });
  await server.send<Session>('POST', `/api/sessions/${held.id}/seal`, {});
  for (const socket of [desk, wall, ...people]) socket.close();
  const path = `/api/consultations/${held.consultation}`;
  const keep = async (name: string, at: string): Promise<void> => {
    const bytes = Buffer.from(await (await server.fetch(at)).arrayBuffer());
    files[name] = { bytes: bytes.length, head: bytes.toString('latin1', 0, 4) };
  };
  await keep('export', `${path}/export?files=all`);
  await keep('archive', `${path}/archive`);
  const { hash, flags } = await server.send<ReleaseCheck>('POST', `${path}/report/check`, {});
  const confirmed = flags.map((flag) => flag.code);
  const order = { hash, audience: 'team', formats: ['html', 'docx', 'pdf'], approvedBy: {}, confirmed };
  let job = await server.send<JobState>('POST', `${path}/report/files`, order);
  while (job.state === 'running') job = await server.get<JobState>(`/api/jobs/${job.id}`);
  for (const { name } of job.files ?? [])
    await keep(name.split('.').at(-1) ?? '', `/api/jobs/${job.id}/files/${encodeURIComponent(name)}`);
  const analysis = figureIn(await server.get<AnalysisPage>(`${path}/analysis`), 0).counts;
  return { wall: counts, analysis };
}

const first = start();
await first.said(/Press (Ctrl-C|Enter)/);
const [link = ''] = await openedLinks(1);
const cookie = await signIn(link);
const files: Driven['files'] = {};
const server = asServer(new URL(link).origin, cookie);
const counts = what === 'session' ? await session(server, files) : null;

const other = start();
const code = await other.exit;
const links = await openedLinks(2);
const again = asServer(new URL(link).origin, await signIn(links[1] ?? ''));
const list = await again.get<ConsultationListItem[]>('/api/consultations');
// The second is what a terminal sends when its window is closed.
first.stop(what === 'session' ? 'SIGTERM' : 'SIGHUP');

const driven: Driven = {
  network: Object.keys(networkInterfaces()),
  opened: links,
  second: { code, printed: other.printed() },
  consultations: list.map((one) => one.title),
  counts,
  files,
  code: await first.exit,
  printed: first.printed(),
};
process.stdout.write(`${JSON.stringify(driven)}\n`);
process.exit(0);
