/** F4: the disk says that it could not keep what it was given. */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Finding, Form } from './fault.ts';
import { Load } from './load.ts';
import { freshFolder, openRoom, Server, type ServeOptions } from './server.ts';
import { watchConsole } from './told.ts';

/** Compiles one of the libraries that stand before the C library of a server. */
export function compiled(source: string, folder: string): string {
  const library = join(folder, `${source}.so`);
  const path = fileURLToPath(new URL(`./${source}.c`, import.meta.url));
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, path, '-ldl', '-lpthread'], {
    stdio: 'pipe',
  });
  return library;
}

/** What was acknowledged although it was sent only after syncs had begun to fail, and stayed failed. */
async function allFail(server: Server, load: Load, flag: string, room: Parameters<typeof watchConsole>[1]) {
  const watch = await watchConsole(server, room);
  writeFileSync(flag, '');
  const since = performance.now();
  const told = await watch.told(since, 5000);
  await pause(Math.max(0, since + 3000 - performance.now()));
  const falsely = load.sentAfter(since);
  rmSync(flag);
  const again = performance.now();
  await pause(4000);
  watch.close();
  return { told, falsely, back: load.allAckedAfter(again) };
}

async function run({ long }: Form): Promise<Finding> {
  const place = freshFolder('sync');
  const data = freshFolder('data');
  const [flag, count] = [join(place, 'flag'), join(place, 'count')];
  const env = {
    LD_PRELOAD: compiled('eio', place),
    FAULT_FOLDER: data,
    FAULT_FLAG: flag,
    FAULT_COUNT: count,
  };
  const failing = (): number => (existsSync(count) ? statSync(count).size : 0);
  const server = await Server.start(data);
  const room = await openRoom(server);
  const load = new Load(server, room, 30);
  await server.kill();
  const how = (every: number): ServeOptions => ({ env: { ...env, FAULT_EVERY: String(every) } });
  const wrong: string[] = [];

  // Each 37th fails. A server that ends over it, and is started again, is well behaved too.
  await server.again(how(0));
  await load.begin();
  await load.stop();
  const rounds = long ? 20 : 3;
  for (let i = 0; i < rounds; i++) {
    await server.kill();
    await server.again(how(37)).catch(() => server.again(how(0)));
    const before = failing();
    load.goOn();
    // On a slow machine it takes longer until there were 37 of them.
    for (let waited = 0; waited < 1500 || (failing() === before && waited < 15_000); waited += 250)
      await pause(250);
    await load.stop();
    await server.kill();
    wrong.push(...(await load.wrongs()));
    await server.again(how(0));
  }
  const some = failing();
  if (some === 0) wrong.push('no sync failed: the test saw nothing');

  load.goOn();
  await pause(500);
  const { told, falsely, back } = await allFail(server, load, flag, room);
  if (falsely > 0) wrong.push(`${falsely} acknowledged while no sync succeeded`);
  writeFileSync(flag, '');
  await pause(500);
  await load.stop();
  await server.kill();
  wrong.push(...(await load.wrongs()));
  return {
    done: `${some} of each 37th and ${failing() - some} in a row failed, ${load.history.acknowledged} acknowledged`,
    wrong,
    figures: [
      { what: 'the console is told after', value: told === null ? null : told / 1000, unit: 's', atMost: 2 },
      { what: 'saving again after', value: back === null ? null : back / 1000, unit: 's', atMost: 5 },
    ],
  };
}

export const syncFails: Fault = {
  id: 'F4',
  title: 'the disk cannot keep what it is given',
  needs: ['gcc', '/proc'],
  alone: false,
  patience: { short: 120, long: 600 },
  run,
};
