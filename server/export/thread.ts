/**
 * The thread that writes an export, so that no room waits for it. It has a connection of its own that
 * cannot write, and sends what it made to the thread that asked, in buffers that come back when they were taken.
 */
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../giveWay.ts';
import type { Snapshot } from '../store/store.ts';
import type { FromThread, Job } from './inThread.ts';
import type { ExportSource } from './source.ts';
import { earlierWaves } from './waves.ts';
import { writeExport } from './writeExport.ts';

/** So many buffers of so many bytes are all that is ever on its way. */
const BUFFERS = 8;
const SIZE = 1 << 17;

if (parentPort === null) throw new Error('this runs in a thread of its own');
const port = parentPort;
const tell = (message: FromThread, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

/** Sends what is written in whole buffers, and waits while none is free. */
function sender(): Writable {
  const free = Array.from({ length: BUFFERS }, () => new ArrayBuffer(SIZE));
  let waiting: ((buffer: ArrayBuffer) => void) | null = null;
  let buffer: ArrayBuffer | null = null;
  let filled = 0;
  port.on('message', (back: ArrayBuffer) => {
    const given = waiting;
    waiting = null;
    if (given === null) free.push(back);
    else given(back);
  });
  const next = (): ArrayBuffer | Promise<ArrayBuffer> =>
    free.pop() ?? new Promise((resolve) => (waiting = resolve));
  const flush = (): void => {
    if (buffer !== null) tell({ buffer, filled }, [buffer]);
    buffer = null;
    filled = 0;
  };
  const take = async (chunk: Uint8Array): Promise<void> => {
    for (let at = 0; at < chunk.length;) {
      buffer ??= await next();
      const n = Math.min(SIZE - filled, chunk.length - at);
      new Uint8Array(buffer, filled, n).set(chunk.subarray(at, at + n));
      filled += n;
      at += n;
      if (filled === SIZE) flush();
    }
  };
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      take(chunk).then(() => done(), done);
    },
    final(done) {
      flush();
      tell({ end: true });
      done();
    },
  });
}

async function run(job: Job): Promise<void> {
  const { openSnapshot } = (await import(job.module)) as { openSnapshot: (path: string) => Snapshot };
  const snapshot = openSnapshot(job.path);
  const stored = await snapshot.consultation(job.consultation);
  if (stored === null) throw new Error('the consultation was removed');
  const source: ExportSource = {
    consultation: stored.consultation,
    sessions: (await snapshot.sessions(job.consultation)).filter(
      (s) => s.state === 'sealed' && job.sessions.includes(s.id),
    ),
    leftOut: job.leftOut,
    date: job.date,
    talk: await snapshot.talk.read(job.consultation),
    studies: await snapshot.studies.read(job.consultation),
    lists: (await snapshot.report(job.consultation))?.document.lists ?? { names: [], places: [] },
    recommendations: (await snapshot.recommendations.read(job.consultation)).list,
    waves: await earlierWaves(snapshot, stored.consultation),
    figuresOf: (session) => snapshot.figures([session]),
    responsesOf: (session, board) => snapshot.sealedResponses(session, board),
  };
  const out = sender();
  await writeExport(source, job.wanted, out, (step) => tell({ step }));
  await finished(out);
  await snapshot.close();
}

giveWay();
await run(workerData as Job);
// Buffers may still come back, which would keep the thread for nothing.
port.close();
