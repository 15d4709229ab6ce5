/** The files of a pack. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every file below a folder, with slashes and in an order that no system changes. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();
}

/** Whether a file of a pack has to be marked as a program where a system has such marks. */
export function isProgram(file: string): boolean {
  return file === 'program/node' || /^[^/]+\.(sh|command|desktop)$/.test(file);
}
