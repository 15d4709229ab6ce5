/** F15: a program that brings the data of an earlier version up to date is killed at every change of a file. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStoreFault, openStore } from '../../server/store/open.ts';
import { everythingIn, makeEarlier, migrations } from './earlier.ts';
import { compiled } from './f04Sync.ts';
import type { Fault, Finding, Form } from './fault.ts';
import { heldFolder } from './held.ts';
import { freshFolder, MEMORY } from './server.ts';

const UPGRADE = fileURLToPath(new URL('./upgrade.ts', import.meta.url));

/** A start that nothing kills; what is wrong with it, or nothing. */
async function startsAgain(folder: string): Promise<string | null> {
  const store = await openStore(folder).catch((error: unknown) => String(error));
  if (typeof store === 'string') return store;
  if (isStoreFault(store)) return store.sentence;
  await store.close();
  return null;
}

async function run({ long }: Form): Promise<Finding> {
  const place = freshFolder('upgrade', MEMORY);
  const library = compiled('die', place);
  const count = join(place, 'count');
  const { folder: full } = await heldFolder();
  const wrong = new Set<string>();
  let [kills, versions] = [0, 0];
  const all = (await migrations()).length;
  for (let known = 1; known < all; known++) {
    versions += 1;
    const old = join(place, `old-${known}`);
    mkdirSync(old, { mode: 0o700 });
    await makeEarlier(join(old, 'standpoint.db'), known, join(full, 'standpoint.db'));
    const folder = join(place, 'folder');
    /** Begins with the old folder anew and kills at a change; 0: not at all. */
    const upgrade = (at: number): ReturnType<typeof spawnSync> => {
      rmSync(folder, { recursive: true, force: true });
      cpSync(old, folder, { recursive: true });
      const env = {
        ...process.env,
        FAULT_FOLDER: folder,
        FAULT_COUNT: count,
        FAULT_AT: String(at),
        LD_PRELOAD: library,
      };
      return spawnSync(process.execPath, [UPGRADE, folder], { env, encoding: 'utf8' });
    };
    if (upgrade(0).status !== 0) throw new Error(`version ${known} is not brought up to date`);
    const whole = everythingIn(join(folder, 'standpoint.db'));
    const steps = statSync(count).size;
    const points = long ? steps : Math.min(steps, 4);
    for (let i = 0; i < points; i++) {
      const at = 1 + Math.floor(((i + (long ? 0 : Math.random())) * steps) / points);
      if (upgrade(at).signal !== 'SIGKILL') wrong.add(`version ${known} was not killed at change ${at}`);
      kills += 1;
      const fault = await startsAgain(folder);
      const where = `version ${known} killed at change ${at} of ${steps}`;
      if (fault !== null) wrong.add(`${where} does not start again: ${fault}`);
      else if (everythingIn(join(folder, 'standpoint.db')) !== whole) wrong.add(`${where} has other data`);
      else if (!existsSync(join(folder, 'backup/before-upgrade.db')))
        wrong.add(`${where} has no copy of before`);
    }
  }
  return {
    done: `${kills} kills in upgrades from ${versions} earlier versions`,
    wrong: [...wrong].slice(0, 5),
    figures: [],
  };
}

export const upgradeKilled: Fault = {
  id: 'F15',
  title: 'upgrade killed at every step',
  needs: ['gcc', '/proc'],
  alone: false,
  patience: { short: 300, long: 20_000 },
  run,
};
