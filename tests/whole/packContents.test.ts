/** What is in the packs, looked at in their zips; a pack for Linux is started in pack.test.ts. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makePack, version } from '../../build/pack.ts';
import { fetchPackages } from '../../build/pack/fetch.ts';
import { packagesFor } from '../../build/pack/packages.ts';
import { NEXT_LINUX_NODE, packName, PLATFORMS, type Platform } from '../../build/pack/platforms.ts';
import { zipFolder } from '../../build/pack/zip.ts';
import { madeFor } from '../support/binary.ts';
import { readZip, type Zipped } from '../support/packedZip.ts';
import { root } from '../support/server.ts';

/** Not packed: what is in a zip is the same, and most of the time went into packing. */
const UNPACKED = 0;
const MINUTES = 60_000;
/** Windows gives up at 260 signs, of which the folder that it was unzipped into needs some. */
const LONGEST_PATH = 180;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-packs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of a pack by their name below its folder. */
async function packed(platform: Platform): Promise<Map<string, Zipped>> {
  const made = await makePack(platform, folder, UNPACKED);
  const top = `${packName(platform, version)}/`;
  const files = readZip(made.zip);
  for (const path of [made.folder, made.zip]) rmSync(path, { recursive: true });
  expect(files.filter(({ name }) => !name.startsWith(top))).toEqual([]);
  return new Map(files.map((file) => [file.name.slice(top.length), file]));
}

/** Packages that the packed sources ask for by name. */
function askedFor(files: ReadonlyMap<string, Zipped>): Set<string> {
  const found = new Set<string>();
  for (const [name, { bytes }] of files) {
    if (!/^program\/(server|core)\/.*\.ts$/.test(name)) continue;
    const source = bytes().toString();
    for (const [, asked = ''] of source.matchAll(/^(?:import|export) (?!type)[^;]*?from '([^.'][^']*)';/gm))
      found.add(
        asked
          .split('/')
          .slice(0, asked.startsWith('@') ? 2 : 1)
          .join('/'),
      );
  }
  return new Set([...found].filter((name) => !name.startsWith('node:') && !builtinModules.includes(name)));
}

const system = (platform: Platform): string => platform.name.split('-')[0] ?? '';
const CLICKED = {
  windows: ['Standpoint.cmd'],
  macos: ['Standpoint.command'],
  linux: ['Standpoint.desktop', 'standpoint.sh'],
};

describe('Z4 what a pack holds', () => {
  test.each(PLATFORMS.map((platform) => [platform.name, platform] as const))(
    'Z4 %s: Node.js and libraries of that system only, no sources of the screens, licences, marks of programs',
    async (name, platform) => {
      const files = await packed(platform);
      const names = [...files.keys()];
      const windows = system(platform) === 'windows';
      const node = windows ? 'program/node.exe' : 'program/node';

      const binaries = names.flatMap((file) => {
        if (!/\.(node|exe|dll|dylib|so)$|(^|\/)node$/.test(file)) return [];
        return [[file, madeFor(files.get(file)?.bytes() ?? Buffer.alloc(64))]];
      });
      expect(binaries.filter(([, what]) => what !== name)).toEqual([]);
      // Node.js, the database, what draws and what sets.
      expect(binaries.length).toBe(4);
      expect(binaries.map(([file]) => file)).toContain(node);

      expect(names.filter((file) => !file.startsWith('program/')).toSorted()).toEqual(
        [
          'LICENCES.txt',
          'READ ME FIRST.txt',
          ...CLICKED[system(platform) as keyof typeof CLICKED],
        ].toSorted(),
      );
      const programs = names.filter((file) => (files.get(file)?.mode ?? 0) & 0o111).toSorted();
      expect(programs).toEqual(windows ? [] : [...platform.starters, node].toSorted());
      expect(
        names.filter((file) => /^program\/(client|tests|bench|node_modules\/vite)\//.test(file)),
      ).toEqual([]);
      expect(names.filter((file) => /\.(tsx|map)$|\.d\.ts$/.test(file))).toEqual([]);
      expect(names).toContain('program/dist/client/manifest.json');
      const made = files.get('program/dist/server/current')?.bytes().toString();
      expect(names.filter((file) => /^program\/dist\/server\/.*\/run\.js$/.test(file))).toEqual([
        `program/dist/server/${made}/run.js`,
      ]);
      expect(Math.max(...names.map((file) => file.length))).toBeLessThan(LONGEST_PATH);

      const there = new Set(
        names.map((file) => /^program\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]),
      );
      expect([...askedFor(files)].filter((asked) => !there.has(asked))).toEqual([]);

      const licences = files.get('LICENCES.txt')?.bytes().toString() ?? '';
      for (const one of packagesFor(platform, root))
        expect(licences).toContain(`${one.name} ${one.version}: `);
      expect(licences).toContain(`Node.js ${platform.node.version}: MIT`);
      expect(files.get('program/node-licence.txt')?.bytes().toString()).toContain('Node.js is licensed');

      const readMe = files.get('READ ME FIRST.txt')?.bytes().toString() ?? '';
      expect(readMe).toContain(`STANDPOINT ${version}`);
      for (const starter of platform.starters) {
        const text = files.get(starter)?.bytes().toString() ?? '';
        expect(text).not.toContain('{version}');
        expect(readMe).toContain(starter);
        // The interpreter of Windows jumps wrongly without them; a shell does not know what they are.
        expect(/(?<!\r)\n/.test(text)).toBe(!windows);
        expect(text.includes('\r\n')).toBe(windows);
        expect(text).not.toMatch(/\b(npm|npx)\b/);
      }
    },
    5 * MINUTES,
  );

  test('Z4 the same files make the same zip, whenever they were written', async () => {
    const from = join(folder, 'same');
    mkdirSync(join(from, 'program'), { recursive: true });
    writeFileSync(join(from, 'program/node'), 'a program');
    writeFileSync(join(from, 'b.txt'), 'a text');
    await zipFolder(from, 'same', join(folder, 'one.zip'));
    utimesSync(join(from, 'b.txt'), 1, 1);
    await zipFolder(from, 'same', join(folder, 'two.zip'));
    expect(readFileSync(join(folder, 'one.zip'))).toEqual(readFileSync(join(folder, 'two.zip')));
    expect(readZip(join(folder, 'one.zip')).map(({ name, mode }) => [name, mode])).toEqual([
      ['same/b.txt', 0o644],
      ['same/program/node', 0o755],
    ]);
  });

  test('Z4 every package is pinned, and one with another hash than that is not taken', async () => {
    const pinned = PLATFORMS.flatMap((platform) => [
      platform.node,
      NEXT_LINUX_NODE,
      ...packagesFor(platform, root),
    ]);
    expect(pinned.filter(({ integrity }) => !/^sha512-.{86}==$/.test(integrity))).toEqual([]);
    // What the macOS packs have is what is tried on Linux.
    const macos = PLATFORMS.filter((platform) => platform.os === 'darwin').map(({ node }) => node.version);
    expect(new Set(macos)).toEqual(new Set([NEXT_LINUX_NODE.version]));
    const [small] = packagesFor(PLATFORMS[0] as Platform, root).filter(({ name }) => name === 'ms');
    if (small === undefined) throw new Error('The small package is gone; choose another.');
    const cache = join(folder, 'cache');
    const [good = ''] = await fetchPackages([small], cache);
    expect(readFileSync(join(good, 'package.json'), 'utf8')).toContain(`"version": "${small.version}"`);
    const shared = join(folder, 'shared-cache');
    const both = await Promise.all([fetchPackages([small], shared), fetchPackages([small], shared)]);
    expect(both[0]).toEqual(both[1]);
    const other = { ...small, integrity: `sha512-${'A'.repeat(86)}==` };
    await expect(fetchPackages([other], cache)).rejects.toThrow('it has another hash');
  });
});
