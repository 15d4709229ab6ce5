/** Where a command may leave its file, looked at before any work is done. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Stop } from './common.ts';

/** Stops when `--out` names a folder, or a file in a folder that is not there. */
export async function checkOut(out: string | undefined): Promise<void> {
  if (out === undefined) return;
  const isFolder = async (path: string): Promise<boolean> => {
    const found = await stat(path).catch(() => null);
    return found?.isDirectory() === true;
  };
  const path = resolve(out);
  if (await isFolder(path))
    throw new Stop(
      `${out} is a folder. Name a file in it with --out, for instance ${join(out, 'files.zip')}.`,
    );
  if (!(await isFolder(dirname(path))))
    throw new Stop(`There is no folder ${dirname(path)}. Make it first, or name another file with --out.`);
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written on that disk',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOENT: 'its folder is not there',
  EISDIR: 'a folder has that name',
};

/** What the system said about a file, in words; null when it is about something else. */
export function fileFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const why = WHY[String(error.code)];
  if (why === undefined) return null;
  // A file is written beside its name first.
  const path = 'path' in error ? String(error.path).replace(/(?:\.\d+)?\.part$/, '') : 'The file';
  return `${path} could not be written: ${why}.`;
}
