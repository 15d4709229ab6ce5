/** F3: the disk is full while people vote, at the start, in an export, in a backup. */
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { OWN_MOUNTS, SmallDisk } from './disks.ts';
import type { Fault, Figure, Finding, Form } from './fault.ts';
import { Load } from './load.ts';
import { openRoom, Server, type Room } from './server.ts';
import { watchConsole } from './told.ts';

interface Scene {
  disk: SmallDisk;
  server: Server;
  room: Room;
  load: Load;
  wrong: string[];
}

/** Still there, and it still reads: a page, the console's list. */
async function reads({ server, wrong }: Scene, when: string): Promise<void> {
  for (const path of ['/j', '/api/consultations'])
    await server.fetch('GET', path).then(
      (answer) => answer.ok || wrong.push(`${path} is not read ${when}: ${answer.status}`),
      () => wrong.push(`the server is gone ${when}`),
    );
}

async function whileVoting(scene: Scene): Promise<Figure[]> {
  const { disk, server, room, load } = scene;
  const watch = await watchConsole(server, room);
  disk.fill();
  const since = performance.now();
  const told = await watch.told(since, 5000);
  await reads(scene, 'while the disk is full');
  disk.free();
  const freed = performance.now();
  await pause(6000);
  watch.close();
  const back = load.allAckedAfter(freed);
  return [
    { what: 'the console is told after', value: told === null ? null : told / 1000, unit: 's', atMost: 2 },
    { what: 'saving again after', value: back === null ? null : back / 1000, unit: 's', atMost: 5 },
  ];
}

/** It starts, or it says in one sentence why not; then there is space, and everything is there. */
async function atStart({ disk, server, load, wrong }: Scene): Promise<void> {
  disk.fill();
  await pause(1500);
  await load.stop();
  await server.kill();
  // Nobody could say it again since: what was acknowledged while the disk was full has to be there.
  disk.free();
  wrong.push(...(await load.wrongs()));
  for (const left of [0, 4096, 20_000, 100_000]) {
    disk.fill(left);
    const said = await server.again().then(
      () => 'Standpoint is running.',
      (error: Error) => error.message,
    );
    if (/\n\s+at |Fault:/.test(said))
      wrong.push(`a start with ${left} bytes left broke off: ${said.slice(0, 1500)}`);
    await server.kill();
  }
  disk.free();
  await server.again();
}

/** Files of an export and the archive: whole, or a refusal; the server goes on. */
async function inExport(scene: Scene): Promise<void> {
  const { disk, server, room, wrong } = scene;
  for (const left of [0, 8192, 60_000]) {
    disk.fill(left);
    for (const what of ['export', 'archive']) {
      const answer = await server
        .fetch('GET', `/api/consultations/${room.consultation}/${what}`)
        .catch(() => null);
      if (answer === null) continue;
      await answer.arrayBuffer().catch(() => undefined);
    }
    await reads(scene, 'after an export on a full disk');
  }
  disk.free();
  const answer = await server.fetch('GET', `/api/consultations/${room.consultation}/archive`);
  if (!answer.ok) wrong.push(`no archive when there is space again: ${answer.status}`);
}

/** Words that change are copied within seconds: there is space for votes and not for a copy. */
async function inBackup(scene: Scene): Promise<void> {
  scene.load.goOn();
  await pause(500);
  scene.disk.fill(120_000);
  await pause(7000);
  await reads(scene, 'after a backup on a full disk');
  scene.disk.free();
  const freed = performance.now();
  // On a busy machine it takes longer until each of them had a turn.
  while (scene.load.allAckedAfter(freed) === null && performance.now() < freed + 20_000) await pause(100);
  if (scene.load.allAckedAfter(freed) === null)
    scene.wrong.push('not everybody could place after a backup failed');
}

async function run({ long }: Form): Promise<Finding> {
  const disk = new SmallDisk(24);
  const [folder, temporary] = [join(disk.mount, 'data'), join(disk.mount, 'tmp')];
  for (const made of [folder, temporary]) mkdirSync(made);
  const server = await Server.start(folder, { env: { TMPDIR: temporary } });
  const room = await openRoom(server);
  const load = new Load(server, room, 40);
  const scene: Scene = { disk, server, room, load, wrong: [] };
  let figures: Figure[] = [];
  try {
    await load.begin();
    for (let i = 0; i < (long ? 20 : 1); i++) {
      if (i > 0) load.goOn();
      await pause(1000);
      figures = await whileVoting(scene);
      await atStart(scene);
      await inExport(scene);
      await inBackup(scene);
      await load.stop();
    }
    await server.kill();
    scene.wrong.push(...(await load.wrongs()));
    const refused = load.people.reduce((n, p) => n + (p.refused['not-saved'] ?? 0), 0);
    const acknowledged = load.history.acknowledged;
    return { done: `${acknowledged} acknowledged, ${refused} times not saved`, wrong: scene.wrong, figures };
  } finally {
    await server.kill();
    disk.remove();
  }
}

export const diskFull: Fault = {
  id: 'F3',
  title: 'disk full while voting, at start, in export, in backup',
  needs: ['root', 'tmpfs'],
  alone: false,
  within: OWN_MOUNTS,
  patience: { short: 120, long: 3600 },
  run,
};
