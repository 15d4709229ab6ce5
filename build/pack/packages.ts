/** Which packages go into a pack, and what of each: from the lockfile, so that each is the one that was looked at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from './platforms.ts';

export interface PackedPackage {
  /** Below the project, such as `node_modules/docx/node_modules/hash.js`. */
  path: string;
  name: string;
  version: string;
  integrity: string;
}

interface Entry {
  version: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

/** What a server that is built does without. */
const LEFT_OUT = new Map([
  ['node', 'comes by itself'],
  ['vite', 'the screens are built'],
  ['rolldown', 'the program is put together'],
  ['preact', 'is in the screens'],
  ['@preact/signals', 'is in the screens'],
  ['node-addon-api', 'is for compiling'],
]);

/** Types, what helps to find faults in somebody else's code, and pictures of typefaces. */
const NOT_RUN = /\.d\.[cm]?ts$|\.map$|\.tsbuildinfo$|\.ttf\.png$/;

/** @returns every package that a pack for the platform needs, by the path it has in the lockfile */
export function packagesFor(platform: Platform, root: string): PackedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>;
  };
  const found = new Map<string, PackedPackage>();
  const take = (name: string, from: string): void => {
    if (LEFT_OUT.has(name) || name.startsWith('@types/')) return;
    const path = resolvedFrom(name, from, packages);
    const entry = packages[path];
    // An optional part may be in no lockfile; one that is asked for is.
    if (entry === undefined || found.has(path) || !fits(entry, platform)) return;
    found.set(path, { path, name, version: entry.version, integrity: entry.integrity ?? '' });
    for (const next of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }))
      take(next, path);
  };
  for (const name of Object.keys(packages['']?.dependencies ?? {})) take(name, '');
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where Node.js would find a package that one asks for: with it, or with any that it is inside of. */
function resolvedFrom(name: string, from: string, packages: Record<string, Entry>): string {
  for (let inside = from; inside !== ''; inside = inside.slice(0, inside.lastIndexOf('/node_modules/'))) {
    const path = `${inside}/node_modules/${name}`;
    if (path in packages) return path;
    if (!inside.includes('/node_modules/')) break;
  }
  return `node_modules/${name}`;
}

function fits({ os, cpu, libc }: Entry, platform: Platform): boolean {
  return (
    (os?.includes(platform.os) ?? true) &&
    (cpu?.includes(platform.cpu) ?? true) &&
    (libc === undefined || platform.libc === null || libc.includes(platform.libc))
  );
}

/** Whether a file of a package is needed where it runs. `file` has slashes and begins below the package. */
export function isNeeded(name: string, file: string, platform: Platform): boolean {
  if (NOT_RUN.test(file)) return false;
  if (name !== 'better-sqlite3') return true;
  // It brings its binaries for every platform, and what they were compiled from.
  return (
    /^(lib\/|package\.json$|LICENSE$)/.test(file) || file === `prebuilds/${platform.os}-${platform.cpu}.node`
  );
}
