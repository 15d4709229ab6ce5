/**
 * The licences of everything that is installed for use, from the lockfile: a line for each licence with
 * its packages. Ends with 1 when one is not among those that were looked at.
 *
 *     npm run licences
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Licences that allow what we do with a package: use it, and pass it on unchanged in a folder that runs. */
export const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'MIT AND OFL-1.1',
]);

export interface Locked {
  name: string;
  version: string;
  dev: boolean;
  /** SPDX; null where neither the lockfile, the package nor the package that asks for it says. */
  licence: string | null;
  /** It runs a script of its own when it is installed. */
  script: boolean;
  integrity: string | undefined;
}

interface Entry {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

/** Every package of the lockfile. */
export function lockedPackages(): Locked[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>;
  };
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);
  // The builds of a package for other systems are its parts, under its licence.
  const owner = new Map<string, string | undefined>();
  for (const { optionalDependencies = {}, license } of Object.values(packages))
    for (const part of Object.keys(optionalDependencies)) owner.set(part, license);
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '') return [];
    const name = nameOf(path);
    return [
      {
        name,
        version: entry.version ?? '',
        dev: entry.dev === true || entry.devOptional === true,
        licence: entry.license ?? ownWords(path) ?? owner.get(name) ?? null,
        script: entry.hasInstallScript === true,
        integrity: entry.integrity,
      },
    ];
  });
}

/** An old package may name its licence in another form than the lockfile takes over. */
function ownWords(path: string): string | undefined {
  const file = join(root, path, 'package.json');
  if (!existsSync(file)) return undefined;
  const { licenses = [] } = JSON.parse(readFileSync(file, 'utf8')) as { licenses?: { type: string }[] };
  return licenses.length === 1 ? licenses[0]?.type : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const used = lockedPackages().filter((p) => !p.dev);
  const by = Map.groupBy(used, (p) => p.licence ?? 'none that it says');
  for (const [licence, list] of [...by].toSorted(([a], [b]) => a.localeCompare(b)))
    process.stdout.write(
      `${licence}${ALLOWED.has(licence) ? '' : '  (not looked at)'}\n  ${list.map((p) => `${p.name}@${p.version}`).join('\n  ')}\n`,
    );
  process.exitCode = used.every((p) => ALLOWED.has(p.licence ?? '')) ? 0 : 1;
}
