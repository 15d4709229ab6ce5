/** F5: files are damaged, a thousand times in one place or another; and once under a room of phones. */
import { randomBytes, randomInt } from 'node:crypto';
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal } from '../../core/refusal.ts';
import { readArchive } from '../../server/archive/readArchive.ts';
import { isStoreFault, openStore } from '../../server/store/open.ts';
import { isStaffFault, openStaff } from '../../server/store/openStaff.ts';
import { crowdWrongs } from './crowdCheck.ts';
import { Crowd, sharedNow } from './crowdOrders.ts';
import type { Fault, Figure, Finding, Form } from './fault.ts';
import { heldFolder } from './held.ts';
import { check } from './history.ts';
import { Load } from './load.ts';
import { freshFolder, MEMORY, openRoom, Server, type Room } from './server.ts';
import { readSession } from './stored.ts';

/** Up to 4 KB somewhere are turned over, zeroed, made random, or everything from there on is cut off. */
function damage(path: string): void {
  const size = statSync(path).size;
  if (size === 0) return;
  const at = randomInt(size);
  const length = Math.min(size - at, 2 ** randomInt(13));
  const kind = randomInt(8);
  if (kind === 0) return truncateSync(path, at);
  const file = openSync(path, 'r+');
  writeSync(file, kind < 3 ? Buffer.alloc(length) : randomBytes(length), 0, length, at);
  closeSync(file);
}

/** Waits until a running session has been copied. */
async function copied(folder: string): Promise<void> {
  const names = (): string[] => readdirSync(join(folder, 'live'));
  while (!names().some((name) => /backup-[ab]\.db$/.test(name))) await pause(100);
}

interface Template {
  folder: string;
  load: Load;
  room: Room;
}

/**
 * A folder with a session that is running, a copy of it, and a sealed one: as the power left it, with nearly all
 * answers in the log, or stopped in good order, with all of them in the database.
 */
async function template(held: string, stopped: boolean): Promise<Template> {
  const folder = join(freshFolder('template', MEMORY), 'data');
  cpSync(held, folder, { recursive: true });
  const server = await Server.start(folder);
  const room = await openRoom(server);
  const load = new Load(server, room, 40);
  await load.begin();
  await copied(folder);
  await pause(500);
  await load.stop();
  if (stopped) await server.process.end();
  else await server.kill();
  return { folder, load, room };
}

interface Tally {
  started: number;
  toldWhy: number;
  altered: number;
  alteredIn: number;
}

/** One start on a damaged folder; what is wrong, or nothing. */
async function startOn(folder: string, room: Room, load: Load, tally: Tally): Promise<string | null> {
  const store = await openStore(folder);
  if (isStoreFault(store)) {
    tally.toldWhy += 1;
    return existsSync(join(folder, 'standpoint.db')) ? null : 'a damaged database was not kept';
  }
  const staff = await openStaff(folder);
  if (!isStaffFault(staff)) await staff.close();
  await store.close();
  tally.started += 1;
  const tokens = load.people.map(({ token }) => token);
  const found = await readSession(folder, room.session, tokens).catch(() => 'damaged');
  if (typeof found === 'string') return null;
  const { invented, contradicted } = check(load.history.all(), found.rows);
  tally.altered += invented + contradicted;
  tally.alteredIn += invented + contradicted > 0 ? 1 : 0;
  return null;
}

/** The files of a folder that a start reads, those of the running session as often as all others together. */
function targets(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.db(-wal)?$/.test(name),
  );
  const live = all.filter((name) => /^(live|keys)\//.test(name));
  return [...all, ...live];
}

async function manyDamages(times: number, wrong: Set<string>): Promise<{ done: string; figures: Figure[] }> {
  const { folder: held, archive } = await heldFolder();
  const templates = [await template(held, false), await template(held, true)];
  const folder = join(freshFolder('damaged', MEMORY), 'data');
  const tally: Tally = { started: 0, toldWhy: 0, altered: 0, alteredIn: 0 };
  for (let i = 0; i < times; i++) {
    rmSync(folder, { recursive: true, force: true });
    const { folder: sound, load, room } = templates[i % 2] as Template;
    cpSync(sound, folder, { recursive: true });
    const names = targets(folder);
    const name = names[randomInt(names.length)] ?? '';
    damage(join(folder, name));
    const what = await startOn(folder, room, load, tally).catch((error: Error) => {
      const place = error.stack
        ?.split('\n')[1]
        ?.trim()
        .replace(/\(.*\//, '(');
      return `a start crashed over ${name.replace(/[a-z0-9-]{16,}/, 'ID')}: ${error.name} ${place}`;
    });
    if (what !== null) wrong.add(what);
  }
  const sound = JSON.stringify(await readArchive(archive));
  let accepted = 0;
  for (let i = 0; i < times / 4; i++) {
    const bytes = Buffer.from(archive);
    const at = randomInt(bytes.length);
    randomBytes(1 + randomInt(64)).copy(bytes, at);
    const read = await readArchive(randomInt(8) === 0 ? bytes.subarray(0, at) : bytes);
    if (!isRefusal(read) && JSON.stringify(read) !== sound) accepted += 1;
  }
  if (accepted > 0) wrong.add(`${accepted} damaged archives were taken for whole`);
  return {
    done: `${times} damages, of which ${tally.started} started and ${tally.toldWhy} said why not; ${Math.floor(times / 4)} of an archive`,
    figures: [
      {
        what: 'damages after which an answer was altered unseen',
        value: tally.alteredIn,
        unit: '',
        atMost: 0,
      },
    ],
  };
}

/** The file of a room is damaged while the server is down; the phones are still there. */
async function underPhones(wrong: Set<string>): Promise<Figure> {
  const server = await Server.start(freshFolder('phones'));
  const room = await openRoom(server);
  const crowd = new Crowd();
  try {
    const base = `http://127.0.0.1:${server.port}`;
    await crowd.ask({ do: 'come', base, code: room.code, phones: 100, boards: room.boards });
    await crowd.ask({ do: 'place', every: 1500 });
    await copied(server.folder);
    await pause(2500);
    await server.kill();
    const live = join(server.folder, 'live');
    const file = openSync(join(live, `${room.session}.db`), 'r+');
    writeSync(file, randomBytes(4096), 0, 4096, 0);
    closeSync(file);
    rmSync(join(live, `${room.session}.db-wal`), { force: true });
    const since = sharedNow();
    await server.again();
    // It goes once somebody changes their words, which may still be in it.
    if (!readdirSync(live).some((name) => name.includes('damaged')))
      wrong.add('the damaged file was not kept');
    const { missing, after } = await crowd.ask({ do: 'back', since, ms: 20_000 });
    await crowd.ask({ do: 'rest', ms: 20_000 });
    const report = await crowd.ask({ do: 'report', since: 0 });
    // What a phone sent before, and then finds older on the server, it sends again.
    delete report.refused['stale'];
    for (const what of await crowdWrongs(server, room, report)) wrong.add(`under phones: ${what}`);
    const value = missing > 0 ? null : Math.max(...after) / 1000;
    return { what: 'the last good copy, and every phone, back after', value, unit: 's', atMost: 10 };
  } finally {
    await crowd.end();
    await server.kill();
  }
}

async function run({ long }: Form): Promise<Finding> {
  const wrong = new Set<string>();
  const { done, figures } = await manyDamages(long ? 10_000 : 1000, wrong);
  const back = await underPhones(wrong);
  return { done, wrong: [...wrong].slice(0, 8), figures: [back, ...figures] };
}

export const damaged: Fault = {
  id: 'F5',
  title: 'damaged databases and archives',
  needs: [],
  alone: false,
  patience: { short: 240, long: 2400 },
  run,
};
