/** The files of an export as texts, from a folder. */
import { isUtf8 } from 'node:buffer';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../../core/limits.ts';
import type { Refusal } from '../../core/refusal.ts';
import { refuse } from '../../core/refusal.ts';

const WANTED = /\.(?:csv|json)$/i;

/**
 * Reads the CSV and JSON files that lie directly in a folder.
 *
 * @returns texts by name, or a refusal for a folder that cannot be read, a file that is too large, or
 * one that is not UTF-8
 */
export async function readFolder(folder: string): Promise<Record<string, string> | Refusal> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => WANTED.test(name)).toSorted();
  } catch {
    return refuse('bad-file', folder, 'a folder that can be read');
  }
  const files: Record<string, string> = {};
  for (const name of names) {
    const path = join(folder, name);
    const info = await stat(path);
    if (!info.isFile()) continue;
    if (info.size > LIMITS.polisFileBytes)
      return refuse('too-large', name, `at most ${LIMITS.polisFileBytes / 1_000_000} MB`);
    const bytes = await readFile(path);
    if (!isUtf8(bytes)) return refuse('bad-file', name, 'text in UTF-8');
    files[name] = bytes.toString('utf8');
  }
  return files;
}
