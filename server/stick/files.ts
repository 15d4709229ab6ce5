/**
 * The files on a stick. A stick may be pulled at any moment: what is there stays until what takes its place is
 * whole and on it.
 */
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { onStick } from './failed.ts';

/** Who has the sessions of a stick. In the clear, and says nothing about them. */
export interface Holder {
  /** Of the stick, made when it was set up. */
  stick: string;
  /** The laptop that has them, by a random id. */
  laptop: string;
  /** Rises with each laptop that takes them over. */
  turn: number;
  /** The laptop copies to another stick since, or to none. */
  givenUp?: boolean | undefined;
  /** Sticks in whose place this one was named, while they were out and could not be marked as given up. */
  after?: string[] | undefined;
}

const holderSchema = v.object({
  stick: v.string(),
  laptop: v.string(),
  turn: v.number(),
  givenUp: v.optional(v.boolean()),
  after: v.optional(v.array(v.string())),
});

/** The folder on a stick that is ours. */
export const STICK_FOLDER = 'Standpoint stick';
const SLOTS = ['copy-a.age', 'copy-b.age'] as const;
const KEY = 'key.age';
const README = `This stick belongs to Standpoint. It holds two copies of the sessions that are running, locked by a
passphrase, so that another laptop can take them over: start Standpoint there, and choose "Take over from a
stick" on the console. key.age is the key, locked by the passphrase; the age program opens it as well.
Nothing here can be read without the passphrase. Nobody should keep a copy of this folder.
`;

const pathIn = (folder: string, name: string): string => join(folder, STICK_FOLDER, name);

/** The stick's own folder, also for somebody who names the one in it that is ours. */
export async function rootOf(folder: string): Promise<string> {
  const isOurs = basename(resolve(folder)) === STICK_FOLDER;
  if (!isOurs || (await readHolder(folder)) !== null) return folder;
  const above = dirname(resolve(folder));
  return (await readHolder(above)) === null ? folder : above;
}

/** Null where the stick is not there, or is not one of ours. */
export async function readHolder(folder: string): Promise<Holder | null> {
  const text = await readFile(pathIn(folder, 'holder.json'), 'utf8').catch(() => '');
  try {
    return v.parse(holderSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether a folder is there. */
export function isThere(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    () => false,
  );
}

function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Makes the folder on a stick, with its key as it is locked. Rejects with `StickFailed`, as all that write do. */
export async function setUpStick(folder: string, holder: Holder, lockedKey: Uint8Array): Promise<void> {
  await onStick(mkdir(join(folder, STICK_FOLDER), { recursive: true }));
  await dropCopies(folder);
  await write(folder, 'READ ME.txt', Buffer.from(README));
  await write(folder, KEY, lockedKey);
  await writeHolder(folder, holder);
}

export function writeHolder(folder: string, holder: Holder): Promise<void> {
  return write(folder, 'holder.json', Buffer.from(JSON.stringify(holder)));
}

/** The stick's key as it is locked; null: there is none. */
export function readKeyFile(folder: string): Promise<Uint8Array | null> {
  return readFile(pathIn(folder, KEY)).catch(() => null);
}

/** The copies that are there, locked. */
export async function readCopies(folder: string): Promise<Uint8Array[]> {
  const all = await Promise.all(SLOTS.map((name) => readFile(pathIn(folder, name)).catch(() => null)));
  return all.flatMap((bytes) => bytes ?? []);
}

/**
 * @param at which of the two slots
 * @param alone the other one goes once this is there, since it has words in it that have gone
 */
export async function writeCopy(folder: string, at: 0 | 1, bytes: Uint8Array, alone: boolean): Promise<void> {
  await write(folder, SLOTS[at], bytes);
  if (alone) await onStick(rm(pathIn(folder, SLOTS[at === 0 ? 1 : 0]), { force: true }));
}

/** Nothing runs any more: what is left is a stick that is ready. */
export async function dropCopies(folder: string): Promise<void> {
  for (const name of SLOTS) await onStick(rm(pathIn(folder, name), { force: true }));
}

/** Folders in which systems show what is plugged in. */
export async function likelyPlaces(platform: NodeJS.Platform): Promise<string[]> {
  const user = userName();
  const parents =
    platform === 'darwin'
      ? ['/Volumes']
      : platform === 'linux'
        ? [`/media/${user}`, `/run/media/${user}`]
        : [];
  const drives =
    platform === 'win32' ? Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`) : [];
  const found = await Promise.all(
    parents.map(async (parent) => (await readdir(parent).catch(() => [])).map((name) => join(parent, name))),
  );
  const all = [...found.flat(), ...drives];
  const there = await Promise.all(all.map(isWritable));
  return all.filter((_, i) => there[i]);
}

function write(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  return onStick(writeWhole(folder, name, bytes));
}

/** Dated by the day only: a file on a stick must not tell when somebody answered. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = pathIn(folder, name);
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const day = new Date(new Date().setHours(0, 0, 0, 0));
    await utimes(part, day, day).catch(() => undefined);
    await rename(part, path);
    await utimes(join(folder, STICK_FOLDER), day, day).catch(() => undefined);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
  // Sticks are of file systems that know no syncing of folders.
  await syncFolder(join(folder, STICK_FOLDER)).catch(() => undefined);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
