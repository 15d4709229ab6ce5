/** Puts the folder of a pack together. */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fetchPackages } from './fetch.ts';
import { filesBelow, isProgram } from './files.ts';
import { licencesText } from './licences.ts';
import { isNeeded, packagesFor, type PackedPackage } from './packages.ts';
import { LINUX_NODE, PROGRAM, type Platform } from './platforms.ts';

export interface PackParts {
  platform: Platform;
  /** The project's folder, installed and with its screens built. */
  root: string;
  version: string;
  /** The program of its server, by its name in dist/server. */
  built: string;
  /** Where packages for other platforms are kept from one time to the next. */
  cache: string;
}

/** What of the project runs, and where it does; screens and program are built. */
const PROJECT = ['server', 'core', 'templates', 'data', 'dist/client'];
/** They tell where that is. */
const PLACES = ['build/client.ts', 'build/server.ts', 'build/fresh.ts'];
const NOT_RUN = /(^|\/)(tsconfig\.json|\.hash)$/;

const TEXTS = join(import.meta.dirname, 'texts');

/** Makes the folder anew; whatever was there goes. */
export async function makeFolder(parts: PackParts, folder: string): Promise<void> {
  const { platform, root, version } = parts;
  await rm(folder, { recursive: true, force: true });
  const program = join(folder, PROGRAM);
  const built = `dist/server/${parts.built}`;
  for (const part of [...PROJECT, built])
    await copyFiles(join(root, part), join(program, part), (file) => !NOT_RUN.test(file));
  for (const one of PLACES) await copyOne(join(root, one), join(program, one));
  await writeFile(join(program, 'dist/server/current'), parts.built);
  const about = { name: 'standpoint', version, private: true, type: 'module' };
  await writeFile(join(program, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  const packages = packagesFor(platform, root);
  await copyPackages(packages, parts, program);
  await copyNode(parts, program);
  await writeTexts(parts, folder);
  const windows = platform.os === 'win32';
  await writeFile(join(folder, 'LICENCES.txt'), lines(licencesText(packages, platform.node), windows));
  for (const file of await filesBelow(folder))
    await chmod(join(folder, file), isProgram(file) ? 0o755 : 0o644);
}

async function copyPackages(
  packages: readonly PackedPackage[],
  { platform, root, cache }: PackParts,
  program: string,
): Promise<void> {
  const elsewhere = packages.filter(({ path }) => !existsSync(join(root, path)));
  const fetched = await fetchPackages(elsewhere, cache);
  const from = new Map(elsewhere.map(({ path }, i) => [path, fetched[i] ?? '']));
  for (const { path, name } of packages)
    // Packages inside of packages have rows of their own.
    await copyFiles(
      from.get(path) ?? join(root, path),
      join(program, path),
      (file) => !file.startsWith('node_modules/') && isNeeded(name, file, platform),
    );
}

async function copyNode({ platform: { node }, cache }: PackParts, program: string): Promise<void> {
  // The package for Windows has no licence with it; it is the same for all.
  const [own = '', linux = ''] = await fetchPackages([node, LINUX_NODE], cache);
  const licence = join(own, 'LICENSE');
  await copyOne(join(own, node.binary), join(program, node.binary.replace('bin/', '')));
  await copyOne(existsSync(licence) ? licence : join(linux, 'LICENSE'), join(program, 'node-licence.txt'));
}

/** What is clicked, and what is read before that. */
async function writeTexts({ platform, version }: PackParts, folder: string): Promise<void> {
  const windows = platform.os === 'win32';
  const write = async (name: string, source: string): Promise<void> => {
    const text = await readFile(join(TEXTS, source), 'utf8');
    await writeFile(join(folder, name), lines(text.replaceAll('{version}', version), windows));
  };
  const shell = (name: string): boolean => /\.(sh|command)$/.test(name);
  for (const name of platform.starters) await write(name, shell(name) ? 'start.sh' : name);
  await write('READ ME FIRST.txt', `read-me-${platform.name.split('-')[0]}.txt`);
}

/** The interpreter of Windows and its old editors want both signs at the end of a line. */
function lines(text: string, windows: boolean): string {
  return windows ? text.replaceAll('\n', '\r\n') : text;
}

async function copyFiles(from: string, to: string, wanted: (file: string) => boolean): Promise<void> {
  for (const file of await filesBelow(from))
    if (wanted(file)) await copyOne(join(from, file), join(to, file));
}

async function copyOne(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}
