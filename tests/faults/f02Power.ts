/** F2: the power goes while people place. What was acknowledged was on the disk. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OWN_MOUNTS, PowerDisk, unsound } from './disks.ts';
import type { Fault, Finding, Form } from './fault.ts';
import { Load } from './load.ts';
import { openRoom, Server } from './server.ts';

async function run({ long }: Form): Promise<Finding> {
  const cuts = long ? 200 : 10;
  const disk = new PowerDisk(96);
  const folder = join(disk.mount, 'data');
  mkdirSync(folder);
  const wrong: string[] = [];
  try {
    const server = await Server.start(folder);
    const load = new Load(server, await openRoom(server), 30);
    for (let i = 0; i < cuts; i++) {
      if (i > 0) await server.again();
      if (i === 0) await load.begin();
      else load.goOn();
      await pause(200 + 500 * Math.random());
      load.history.powerGoes();
      disk.cut();
      // Whoever sends now and is told that an answer is saved is told wrong, and it is missing afterwards.
      await pause(100);
      await load.stop();
      await server.kill();
      disk.off();
      disk.on();
      load.history.powerIsBack();
      wrong.push(...unsound(folder).map((file) => `${file} is damaged`), ...(await load.wrongs()));
      if (wrong.length > 0) break;
    }
    return { done: `${cuts} cuts, ${load.history.acknowledged} acknowledged`, wrong, figures: [] };
  } finally {
    disk.remove();
  }
}

export const powerCut: Fault = {
  id: 'F2',
  title: 'power cut under load',
  needs: ['root', 'loop device', 'python3'],
  alone: false,
  within: OWN_MOUNTS,
  patience: { short: 120, long: 1800 },
  run,
};
