/** F2 without root: what a server wrote is recorded, and the power goes at any point of the recording. */
import { cpSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compiled } from './f04Sync.ts';
import type { Fault, Finding, Form } from './fault.ts';
import { check, History, wrongs, type Placed, type Tried } from './history.ts';
import { Load } from './load.ts';
import { Disk, readRecording, type Luck } from './replay.ts';
import { freshFolder, MEMORY, openRoom, Server } from './server.ts';
import { readSession } from './stored.ts';

/** Notes how long the recording was when each acknowledgement came. */
class Recorded extends History {
  readonly at: { placed: Placed; end: number }[] = [];
  readonly #log: string;

  constructor(log: string) {
    super();
    this.#log = log;
  }

  override answered(placed: Placed, fate: 'acknowledged' | 'refused'): void {
    super.answered(placed, fate);
    if (fate === 'acknowledged') this.at.push({ placed, end: statSync(this.#log).size });
  }
}

async function run({ long }: Form): Promise<Finding> {
  const points = long ? 10_000 : 100;
  const place = freshFolder('recording');
  const data = join(freshFolder('recorded'), 'data');
  const log = join(place, 'log');
  const env = { LD_PRELOAD: compiled('record', place), FAULT_FOLDER: data, FAULT_LOG: log };
  const server = await Server.start(data);
  const room = await openRoom(server);
  await server.process.end();
  const before = join(place, 'before');
  cpSync(data, before, { recursive: true });
  await server.again({ env });
  const history = new Recorded(log);
  const load = new Load(server, room, 20, { every: 30 }, history);
  await load.begin();
  // Long enough for words to be taken out of the log, and for a copy.
  await pause(6000);
  await load.stop();
  await server.kill();

  const changes = readRecording(readFileSync(log));
  const ends = changes.map(({ end }) => end);
  const chosen = Array.from({ length: points }, () => Math.floor(Math.random() * ends.length)).toSorted(
    (a, b) => a - b,
  );
  const disk = new Disk(before, data);
  const folder = join(freshFolder('replayed', MEMORY), 'data');
  const sent: Tried[] = history.all().map((op) => ({ ...op, fate: 'unknown' }));
  const tokens = load.people.map(({ token }) => token);
  const wrong: string[] = [];
  let next = 0;
  for (const [i, point] of chosen.entries()) {
    for (; next <= point; next++) disk.take(changes[next] as (typeof changes)[number]);
    const luck = (['nothing', 'everything', 'some'] as const satisfies Luck[])[i % 3] ?? 'some';
    disk.writeTo(folder, luck);
    const found = await readSession(folder, room.session, tokens);
    const known: Tried[] = history.at
      .filter(({ end }) => end <= (ends[point] ?? 0))
      .map(({ placed }) => ({ ...placed, fate: 'acknowledged' }));
    const what = typeof found === 'string' ? [found] : wrongs(check([...sent, ...known], found.rows));
    if (what.length > 0)
      wrong.push(`point ${point} of ${ends.length}, ${luck} of the rest: ${what.join(', ')}`);
  }
  return {
    done: `${points} of ${ends.length} points of a recording, ${history.acknowledged} acknowledged`,
    wrong: wrong.slice(0, 5),
    figures: [],
  };
}

export const powerReplayed: Fault = {
  id: 'F2R',
  title: 'power cut at any point of a recording',
  needs: ['gcc', '/proc'],
  alone: false,
  patience: { short: 150, long: 3600 },
  run,
};
