/**
 * The hash that lies beside each copy, as `sha256sum` writes and checks it: a copy that the disk has changed
 * since is never put in the place of anything. It goes with its file (`destroyDatabase`).
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hashPath, syncFile, syncFolder } from './paths.ts';

/** `none`: the program was stopped before it was written, or the copy was made before there were hashes. */
export type HashCheck = 'right' | 'wrong' | 'none';

const CHUNK_BYTES = 1 << 20;

/** Writes a copy's hash beside it; the copy must not change any more. */
export async function writeHash(path: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const part = `${hashPath(path)}.part`;
  writeFileSync(part, `${hash.digest('hex')}  ${basename(path)}\n`, { mode: 0o600 });
  syncFile(part);
  renameSync(part, hashPath(path));
  syncFolder(dirname(path));
}

/** Whether a copy is as it was when it was made. */
export function checkHash(path: string): HashCheck {
  if (!existsSync(hashPath(path))) return 'none';
  const [wanted] = readFileSync(hashPath(path), 'utf8').split(' ');
  return wanted === hashOf(path) ? 'right' : 'wrong';
}

function hashOf(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const fd = openSync(path, 'r');
  try {
    for (let n = readSync(fd, chunk); n > 0; n = readSync(fd, chunk)) hash.update(chunk.subarray(0, n));
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}
