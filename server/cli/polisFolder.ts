/** The folder of a Polis export, or a sentence that says which one was probably meant. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { kindsAmong } from '../import/polis.ts';
import { readFolder } from '../import/readFolder.ts';
import { accept, Stop } from './common.ts';

/** How deep folders are looked into, and how many. Our own zip has its votes three deep. */
const DEEPEST = 4;
const MOST = 500;

/** Texts of the export's files by name; stops when they are not in this folder. */
export async function readExportFolder(path: string): Promise<Record<string, string>> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Stop(`There is no folder ${path}.`);
  if (!found.isDirectory()) throw new Stop(await aboutFile(path));
  const kinds = kindsAmong(await readdir(path));
  if (kinds.has('comments') && kinds.has('votes')) return accept(await readFolder(path));
  const inside = likely(await namesBelow(path));
  if (inside.length > 0)
    throw new Stop(`No comments.csv with its votes.csv is in ${path}. ${nameOne(path, inside)}`);
  throw new Stop(
    kinds.has('comments')
      ? `${path} has comments.csv and no votes.csv. Counts alone cannot be imported: export with --files polis-votes.`
      : `Neither ${path} nor a folder in it has the comments.csv and votes.csv of an export from Polis.`,
  );
}

/** What to do about a file that was named in the place of a folder. */
async function aboutFile(path: string): Promise<string> {
  const names: string[] = [];
  try {
    unzipSync(await readFile(path), { filter: ({ name }) => names.push(name) < 0 });
  } catch {
    return `${path} is a file. Name the folder that has comments.csv and votes.csv.`;
  }
  const inside = likely(names);
  return `${path} is a zip. Unpack it first. ${
    inside.length > 0 ? nameOne('', inside) : 'No folder in it has comments.csv with its votes.csv.'
  }`;
}

const nameOne = (path: string, inside: readonly string[]): string =>
  inside.length === 1
    ? `Name its folder ${join(path, inside[0] ?? '')}`
    : `Name one of its folders:\n${inside.map((folder) => `  ${join(path, folder)}`).join('\n')}`;

/**
 * Folders among these paths that hold a whole export. The pair of files that Polis takes in has no
 * summary. Our own groupings of a round have the same votes, so that `everyone` stands for all of them.
 */
function likely(paths: readonly string[]): string[] {
  const byFolder = Map.groupBy(paths, (path) => path.split('/').slice(0, -1).join('/'));
  const whole = [...byFolder].flatMap(([folder, names]) => {
    const kinds = kindsAmong(names);
    return (['comments', 'votes', 'summary'] as const).every((kind) => kinds.has(kind)) ? [folder] : [];
  });
  const everyone = whole.filter((folder) => /(?:^|\/)everyone$/.test(folder));
  return (everyone.length > 0 ? everyone : whole).toSorted();
}

/** Files below a folder by their paths from it, with `/` on every system. */
async function namesBelow(root: string): Promise<string[]> {
  const names: string[] = [];
  let level = [root];
  for (let depth = 0, seen = 0; depth <= DEEPEST && seen < MOST; depth += 1) {
    const next: string[] = [];
    for (const folder of level.slice(0, MOST - seen)) {
      seen += 1;
      for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) next.push(path);
        else names.push(relative(root, path).replaceAll(sep, '/'));
      }
    }
    level = next;
  }
  return names;
}
