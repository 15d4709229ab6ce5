/**
 * The key by which this machine's command line talks to a running server. Whoever can read the file owns
 * the data folder anyway. It is new at each start and gone after a stop; only the loopback takes it.
 */
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface LocalKey {
  key: string;
  /** Where the server that wrote it listens: http://localhost:8080 */
  url: string;
}

const pathIn = (folder: string): string => join(folder, 'local-key');

/** Writes a new key for the owner's eyes only, in the place of whatever a killed server left. */
export async function writeLocalKey(folder: string, url: string): Promise<LocalKey> {
  const key = randomBytes(32).toString('base64url');
  const part = `${pathIn(folder)}.part`;
  await rm(part, { force: true });
  await writeFile(part, `${key}\n${url}\n`, { mode: 0o600, flag: 'wx' });
  await rename(part, pathIn(folder));
  return { key, url };
}

/** The key in a data folder, or null when no server has written one there. */
export async function readLocalKey(folder: string): Promise<LocalKey | null> {
  const text = await readFile(pathIn(folder), 'utf8').catch(() => '');
  const [key = '', url = ''] = text.split('\n');
  return key === '' ? null : { key, url };
}

export async function removeLocalKey(folder: string): Promise<void> {
  await rm(pathIn(folder), { force: true });
}
