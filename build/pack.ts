/**
 * Makes the folders, and a zip of each, that run by a double click where nothing is installed.
 *
 *     npm run pack                        for every platform
 *     npm run pack -- linux-x64 ...       for these only
 *
 * What it makes is in dist-pack/. Packages for other platforms come by npm, once, and are held against
 * their hashes; after that it needs no network.
 */
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildClientIfChanged } from './client.ts';
import { buildServerIfChanged } from './server.ts';
import { makeFolder } from './pack/folder.ts';
import { packName, PLATFORMS, type Platform } from './pack/platforms.ts';
import { zipFolder } from './pack/zip.ts';

const root = join(import.meta.dirname, '..');

/** The version that is packed. */
export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
  .version;

/** Where packs stand. */
const packs = join(root, 'dist-pack');
/** What was fetched for them, kept from one time to the next. */
export const cache = join(packs, 'cache');

export interface Pack {
  folder: string;
  zip: string;
}

/**
 * Makes one pack; an older one of the same name goes.
 *
 * @param into where folder and zip are put
 * @param level how hard the zip is packed, from 0, not at all, to 9; as hard as is usual when left out
 */
export async function makePack(platform: Platform, into: string = packs, level?: number): Promise<Pack> {
  await buildClientIfChanged();
  const built = await buildServerIfChanged();
  const name = packName(platform, version);
  const [folder, zip] = [join(into, name), join(into, `${name}.zip`)];
  await mkdir(into, { recursive: true });
  await rm(zip, { force: true });
  await makeFolder({ platform, root, version, built, cache }, folder);
  await zipFolder(folder, name, zip, level);
  return { folder, zip };
}

if (import.meta.main) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !PLATFORMS.some((platform) => platform.name === name));
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no pack for ${unknown.join(', ')}. There is: ${PLATFORMS.map((p) => p.name).join(', ')}.\n`,
    );
    process.exit(1);
  }
  for (const platform of PLATFORMS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    const { zip } = await makePack(platform);
    process.stdout.write(`${zip}\n`);
  }
}
