/**
 * A room as it really is: phones that place once a second, every third with a comment; console and projector; a
 * facilitator who lets comments through each second; and somebody who fetches all files of an earlier
 * consultation, again and again. In turn with the same room without the last two. The server is a process of its own.
 *
 *   node bench/mixedRoom.ts [--rounds 5] [--quick] [--gate] [--data FOLDER] [--phones 500]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { ConsultationListItem } from '../core/api.ts';
import type { ConsoleToServer, ServerToConsole } from '../core/protocol.ts';
import { Bars, cachePrograms, readWork, say } from './bars.ts';
import type { Placed } from './orders.ts';
import { forget, order, start } from './processes.ts';
import { openRoom, startServer } from './servers.ts';
import { median } from './statistics.ts';

cachePrograms();
const work = readWork(5, ['phones']);
const PHONES = Number(work['phones'] ?? (work.quick ? 30 : 500));
const RESPONSES = work.quick ? 5000 : 200_000;
const SECONDS = work.quick ? 2 : 10;
const EVERY_MS = 1000;

/** Fetches a consultation's files until it is told to stop; how many bytes came. */
async function fetchFiles(url: string, cookie: string, over: AbortSignal): Promise<number> {
  let bytes = 0;
  while (!over.aborted) {
    const answer = await fetch(url, { headers: { Cookie: cookie } });
    if (!answer.ok || answer.body === null) throw new Error(`The files were refused: ${answer.status}`);
    for await (const chunk of answer.body) bytes += chunk.length;
  }
  return bytes;
}

/** Lets all comments through, each second, until it is told to stop; how often. */
async function letThrough(
  desk: Socket<ServerToConsole, ConsoleToServer>,
  over: AbortSignal,
): Promise<number> {
  let times = 0;
  while (!over.aborted) {
    const answer = await desk.emitWithAck('do', { do: 'notes', board: 1, to: 'show' });
    if ('refusal' in answer) throw new Error(`The console was refused: ${answer.refusal}`);
    times += 1;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return times;
}

const told = (placed: readonly Placed[]): string =>
  `p50 ${median(placed.map((p) => p.p50)).toFixed(1)}, p99 ${median(placed.map((p) => p.p99)).toFixed(1)} ms`;

const data = forget(mkdtempSync(join(work.data, 'standpoint-bench-')));
const fill = [join(import.meta.dirname, 'exportCsv.ts'), '--fill', data, '--responses', String(RESPONSES)];
if (spawnSync(process.execPath, fill, { stdio: 'inherit' }).status !== 0)
  throw new Error('the database could not be filled');
const { process: server, port, cookie } = await startServer(data, []);
const origin = `http://localhost:${port}`;
const earlier = (await (
  await fetch(`${origin}/api/consultations`, { headers: { Cookie: cookie } })
).json()) as ConsultationListItem[];
const files = `${origin}/api/consultations/${earlier[0]?.id}/export`;
const { code, session } = await openRoom(port, cookie);
const load = start(new URL('./load.ts', import.meta.url), []);
await order(load, { do: 'connect', plain: false, port, phones: PHONES, code, staff: { session, cookie } });
await order(load, { do: 'join' });
await order(load, { do: 'open', times: 1, text: '' });
const desk: Socket<ServerToConsole, ConsoleToServer> = io(`${origin}/console`, {
  auth: { session },
  extraHeaders: { Cookie: cookie },
  transports: ['websocket'],
});
await desk.emitWithAck('hello');
const placing = (): Promise<Placed> =>
  order(load, { do: 'rate', phones: PHONES, perSecond: 1, seconds: SECONDS, server: server.pid });

const bars = new Bars({ ...work, quick: work.quick || PHONES < 500 });
const alone: Placed[] = [];
const mixed: Placed[] = [];
for (let i = 0; i < work.rounds; i += 1) {
  alone.push(await placing());
  const over = new AbortController();
  const beside = Promise.all([fetchFiles(files, cookie, over.signal), letThrough(desk, over.signal)]);
  mixed.push(await placing());
  over.abort();
  const [bytes, times] = await beside;
  say(
    `round ${i + 1}: alone ${told(alone.slice(-1))}; beside ${(bytes / 1e6).toFixed(0)} MB of files and ${times} times all comments ${told(mixed.slice(-1))}`,
  );
}
const views = (of: 'console' | 'projector'): number => median(mixed.map((p) => p.views[of] / p.seconds));
say(`alone: ${told(alone)}; with everything: ${told(mixed)}`);
for (const screen of ['console', 'projector'] as const)
  bars.hold(`S11 views to the ${screen}, with everything`, views(screen), ' a second', { atLeast: 9.5 });
bars.sure(
  'Everything that was placed was saved',
  [...alone, ...mixed].every((p) => p.acknowledged === p.offered && p.offered > 0),
);
bars.sure(
  'Nothing was sent to phones for it',
  mixed.every((p) => p.views.phones === 0),
);
desk.disconnect();
await load.stop();
await server.stop();
bars.end();
// The folder of data goes as the program ends.
process.exit();
