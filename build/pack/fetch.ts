/** Packages that are not installed here, since they are for another platform: by npm, each held against its hash. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Wanted {
  name: string;
  version: string;
  /** As the lockfile has it: `sha512-...` */
  integrity: string;
}

/**
 * Gives the folder of each package, fetched once and kept in `cache`. Throws when one has another hash than
 * was pinned; what is kept was held against it.
 */
export async function fetchPackages(wanted: readonly Wanted[], cache: string): Promise<string[]> {
  await mkdir(cache, { recursive: true });
  const byFolder = new Map(wanted.map((one) => [folderOf(one, cache), one]));
  const missing = [...byFolder].flatMap(([folder, one]) => (existsSync(folder) ? [] : [one]));
  const inbox = await mkdtemp(join(cache, 'inbox-'));
  try {
    if (missing.length > 0) await npmPack(missing, inbox);
    for (const one of missing) await unpack(one, inbox, cache);
  } finally {
    await rm(inbox, { recursive: true, force: true });
  }
  return wanted.map((one) => folderOf(one, cache));
}

/** Named by what is in it, so that nothing that was kept is ever another thing than is wanted. */
function folderOf({ name, version, integrity }: Wanted, cache: string): string {
  const hash = createHash('sha256').update(integrity).digest('hex').slice(0, 16);
  return join(cache, `${fileName(name, version)}-${hash}`);
}

/** As `npm pack` names what it brings. */
function fileName(name: string, version: string): string {
  return `${name.replace(/^@/, '').replaceAll('/', '-')}-${version}`;
}

async function npmPack(wanted: readonly Wanted[], folder: string): Promise<void> {
  const specs = wanted.map(({ name, version }) => `${name}@${version}`);
  const args = ['pack', ...specs, '--prefer-offline', '--silent', '--pack-destination', folder];
  const { npm_execpath: npm } = process.env;
  const options = { maxBuffer: 1 << 26, cwd: folder };
  // Under `npm run` npm says where it is; without, a shell finds it, which Windows asks for.
  if (npm === undefined) await run('npm', args, { ...options, shell: process.platform === 'win32' });
  else await run(process.execPath, [npm, ...args], options);
}

async function unpack(one: Wanted, inbox: string, cache: string): Promise<void> {
  const file = join(inbox, `${fileName(one.name, one.version)}.tgz`);
  const hash = createHash('sha512')
    .update(await readFile(file))
    .digest('base64');
  if (`sha512-${hash}` !== one.integrity)
    throw new Error(`${one.name}@${one.version} is not the one that was pinned: it has another hash.`);
  const folder = join(inbox, fileName(one.name, one.version));
  await mkdir(folder);
  await run('tar', ['-xzf', file, '-C', folder, '--strip-components=1']);
  try {
    await rename(folder, folderOf(one, cache));
  } catch (error) {
    // Another run was faster; what it kept was held against the same hash.
    if (!existsSync(folderOf(one, cache))) throw error;
  }
}
