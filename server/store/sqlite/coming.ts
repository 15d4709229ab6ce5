/**
 * The files of a session that comes by a stick, on their way to their places. Once all of it is there, and what was
 * taken out here is out of it, that is written down; from then on whoever opens the folder brings it to an end.
 */
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Session } from '../../../core/session.ts';
import { meansDamaged, openDatabase } from './database.ts';
import { writeSession } from './documents.ts';
import type { CarriedTalk } from '../talk.ts';
import type { MainDb } from './mainDb.ts';
import { bringTalkIn } from './talkCarry.ts';
import {
  damagedPath,
  destroyDatabase,
  keyPath,
  livePath,
  slotPaths,
  syncFile,
  syncFolder,
  type Paths,
} from './paths.ts';

const PART = /^([a-z0-9-]+)\.(?:db|coming)\.part(?:-wal|-shm|-journal)?$/;
const NOTE = /^([a-z0-9-]+)\.coming$/;

/** What is written down of it. */
interface Coming {
  session: Session;
  talk?: CarriedTalk;
}

/** Where its live file and its key file wait. */
export function comingParts(paths: Paths, session: string): { live: string; keys: string } {
  return { live: `${livePath(paths, session)}.part`, keys: `${keyPath(paths, session)}.part` };
}

/** Puts both in place, in the place of what is here, which is set aside; then its row. */
export async function bringIn(main: MainDb, paths: Paths, coming: Coming): Promise<void> {
  const note = notePath(paths, coming.session.id);
  writeFileSync(`${note}.part`, JSON.stringify(coming), { mode: 0o600, flush: true });
  renameSync(`${note}.part`, note);
  syncFolder(paths.live);
  await finish(main, paths, coming);
}

/**
 * Brings in what was on its way when the program was killed or failed; where it was not whole yet it goes.
 *
 * @returns which sessions came in
 */
export async function finishComing(main: MainDb, paths: Paths): Promise<string[]> {
  const ids = noted(paths);
  for (const id of ids)
    await finish(main, paths, JSON.parse(readFileSync(notePath(paths, id), 'utf8')) as Coming);
  dropParts(paths);
  return ids;
}

/** Removes what is left of files that were on their way and are not written down as whole. */
export function dropParts(paths: Paths): void {
  const whole = new Set(noted(paths));
  for (const folder of [paths.live, paths.keys])
    for (const name of readdirSync(folder)) {
      const id = PART.exec(name)?.[1];
      if (id !== undefined && !whole.has(id)) rmSync(join(folder, name), { force: true });
    }
}

const noted = ({ live }: Paths): string[] => readdirSync(live).flatMap((name) => NOTE.exec(name)?.[1] ?? []);
const notePath = (paths: Paths, session: string): string => livePath(paths, session).replace(/db$/, 'coming');

/** Each step is passed over where it was done before. */
async function finish(main: MainDb, paths: Paths, { session, talk }: Coming): Promise<void> {
  const { live, keys } = comingParts(paths, session.id);
  const place = livePath(paths, session.id);
  if (existsSync(live)) {
    if (existsSync(place)) setAside(place, damagedPath(paths, session.id));
    putOver(live, place);
  }
  if (existsSync(keys)) putOver(keys, keyPath(paths, session.id));
  for (const path of slotPaths(paths, session.id)) destroyDatabase(path);
  // Late: files without a row are tidied away, and a row without its files would be a loss.
  await writeSession(main, session);
  if (talk !== undefined) await bringTalkIn(main, session.consultation, session.id, talk);
  rmSync(notePath(paths, session.id), { force: true });
  syncFolder(paths.live);
}

/** Copied, so that there is a live file at any moment; its log is taken over into it first. */
function setAside(place: string, aside: string): void {
  try {
    openDatabase(place).close();
  } catch (error) {
    if (!meansDamaged(error)) throw error;
  }
  destroyDatabase(aside);
  for (const end of ['-wal', '']) if (existsSync(place + end)) copyFileSync(place + end, aside + end);
  syncFile(aside);
}

/** In the place of what is there, of which a log must not be played into it. */
function putOver(part: string, place: string): void {
  for (const end of ['-wal', '-shm', '-journal']) rmSync(place + end, { force: true });
  renameSync(part, place);
  syncFolder(dirname(place));
}
