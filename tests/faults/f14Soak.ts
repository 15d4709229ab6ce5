/** F14: many hours with phones that come and go. STANDPOINT_SOAK_MINUTES says for how long instead. */
import { setTimeout as pause } from 'node:timers/promises';
import { freshFolder, openRoom, Server } from './server.ts';
import type { Fault, Finding, Form } from './fault.ts';
import { Load } from './load.ts';
import { memoryOf, openFiles, slope } from './memory.ts';

/** How many of them lose their line in a second. */
const CHURN = 10;

/** How long it is to go on instead, in minutes; undefined: as long as its form says. */
const ASKED = process.env['STANDPOINT_SOAK_MINUTES'];

async function run({ long }: Form): Promise<Finding> {
  const minutes = Number(ASKED ?? (long ? 480 : 0.4));
  const phones = long || minutes > 1 ? 500 : 200;
  const server = await Server.start(freshFolder('soak'));
  const room = await openRoom(server);
  const files = openFiles(server);
  const load = new Load(server, room, phones, { every: 4000, again: 500 });
  await load.begin();
  const end = performance.now() + minutes * 60_000;
  const points: { x: number; heap: number; resident: number }[] = [];
  // The first hour, or a third, is not counted: compiled code and caches fill up.
  const counted = performance.now() + Math.min(3_600_000, (minutes * 60_000) / 3);
  let turn = 0;
  for (let next = 0; performance.now() < end;) {
    await pause(1000);
    for (let i = 0; i < CHURN; i++) load.people[(turn += 7) % phones]?.drop();
    if (performance.now() < next) continue;
    next = performance.now() + (minutes * 60_000) / 30;
    points.push({ x: performance.now() / 3_600_000, ...(await memoryOf(server)) });
  }
  const most = Math.max(...points.map(({ resident }) => resident));
  const late = points.filter(({ x }) => x * 3_600_000 > counted);
  await load.stop();
  await pause(1000);
  const left = openFiles(server) - files;
  await server.kill();
  const heap = slope(late.map(({ x, heap: y }) => ({ x, y })));
  const came = load.people.reduce((n, person) => n + person.came, 0);
  return {
    done: `${phones} phones for ${minutes} minutes, ${came} connections, ${load.history.acknowledged} acknowledged`,
    wrong: [
      ...(await load.wrongs()),
      ...(left > 10 ? [`${left} files or sockets are open that were not at the start`] : []),
    ],
    figures: [
      { what: 'memory at most', value: most, unit: 'MB', atMost: 300 },
      // In less than an hour a slope is mostly chance.
      ...(minutes < 60 ? [] : [{ what: 'heap slope', value: heap, unit: 'MB/h', atMost: 0.5 } as const]),
    ],
  };
}

export const soak: Fault = {
  id: 'F14',
  title: 'hours of phones that come and go',
  needs: ['/proc'],
  alone: false,
  patience: { short: 900 + Number(ASKED ?? 0) * 75, long: 40_000 },
  run,
};
