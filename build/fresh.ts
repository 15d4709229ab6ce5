/** Whether what was built is made of the sources as they are. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** What a build was made of: all that was in its sources, and how the files looked from outside. */
interface Made {
  hash: string;
  seen: string;
}

/**
 * The hash of what is in these sources. Where each file is as large and as old as when `note` was written, that is taken
 * from there: reading several hundred files takes longer than all else that a start has to do.
 *
 * @param sources files, whose names end in a dot and letters, or folders with all that is below them; from the project's folder
 * @param note where it is kept; that it cannot be written only makes the next time slower
 */
export async function hashOf(sources: readonly string[], note: string): Promise<string> {
  const files = sources.flatMap(filesUnder).toSorted();
  const seen = seenOf(files);
  const before = await readNote(note);
  if (before?.seen === seen) return before.hash;
  const contents = await Promise.all(files.map(async (file) => readFile(file)));
  const hash = createHash('sha256');
  for (const [index, content] of contents.entries())
    hash.update(`\0${nameOf(files[index] ?? '')}\0${content.length}\0`).update(content);
  const made: Made = { hash: hash.digest('hex'), seen };
  await writeWhole(note, JSON.stringify(made)).catch(() => undefined);
  return made.hash;
}

/** Writes beside it and swaps, so that nobody reads half. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, text);
  await rename(beside, file);
}

function seenOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
    hash.update(`${nameOf(file)}\0${size}\0${mtimeMs}\0${ctimeMs}\0${ino}\0`);
  }
  return hash.digest('hex');
}

async function readNote(note: string): Promise<Made | null> {
  try {
    return JSON.parse(await readFile(note, 'utf8')) as Made;
  } catch {
    return null;
  }
}

const nameOf = (file: string): string => relative(root, file).replaceAll(sep, '/');

function filesUnder(source: string): string[] {
  const path = resolve(root, source);
  if (/\.\w+$/.test(source)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
