/** Packs as they are carried to a laptop: unzipped into a folder with spaces in its name, and started there. */
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cache, makePack, version } from '../../build/pack.ts';
import { fetchPackages } from '../../build/pack/fetch.ts';
import { NEXT_LINUX_NODE, packName, PLATFORMS } from '../../build/pack/platforms.ts';
import { canTakeNetworkAway, drive, makeHome } from '../support/packed.ts';
import { unzipTo } from '../support/packedZip.ts';

/** Packed lightly: that costs a third of the time, and what is in it is the same. */
const LIGHTLY = 1;
const MINUTES = 60_000;
let folder: string;
let stick: string;
let pack: string;
let home: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-pack-'));
  const linux = PLATFORMS.find((platform) => platform.name === 'linux-x64');
  if (linux === undefined) throw new Error('There is no pack for Linux.');
  const made = await makePack(linux, join(folder, 'made'), LIGHTLY);
  stick = join(folder, 'My stick (blue)');
  unzipTo(made.zip, stick);
  pack = join(stick, packName(linux, version));
  home = makeHome(join(folder, 'home'));
}, 5 * MINUTES);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Z3 a pack on a bare laptop', () => {
  test(
    'Z3 Z5 with no Node.js on PATH and no network: a session from the start to its files, the browser opened, stopped by a signal',
    async () => {
      const driven = await drive(pack, home, 'session');
      if (canTakeNetworkAway()) expect(driven.network).toEqual(['lo']);
      else console.warn('The network could not be taken away here: unshare is missing or not allowed.');
      expect(driven.counts).toEqual({ wall: [1, 1, 0, 1, 2], analysis: [1, 1, 0, 1, 2] });
      expect(Object.keys(driven.files).toSorted()).toEqual(['archive', 'docx', 'export', 'html', 'pdf']);
      const heads = Object.entries(driven.files).map(([name, { head }]) => [name, head]);
      expect(Object.fromEntries(heads)).toMatchObject({ docx: 'PK\u0003\u0004', pdf: '%PDF', html: '<!do' });
      for (const { bytes } of Object.values(driven.files)) expect(bytes).toBeGreaterThan(2000);
      expect(driven.consultations).toContain('What we expect');

      // Where the data are is said, and they are beside the program, of which nothing changed.
      expect(driven.printed).toContain(`Your data are kept in:    ${join(stick, 'Standpoint data')}`);
      expect(driven.printed).not.toContain('npm');
      expect(readdirSync(stick).toSorted()).toEqual(['Standpoint data', basename(pack)]);
      expect([driven.code, driven.second.code]).toEqual([0, 0]);
      const data = readdirSync(join(stick, 'Standpoint data'));
      expect(data.filter((name) => name.endsWith('-wal') || name === 'local-key')).toEqual([]);
    },
    2 * MINUTES,
  );

  test(
    'Z5 Z6 a newer one beside it finds the data, from a stick that knows no programs, with the next Node.js; a second start shows the one that runs, and a closed window ends it cleanly',
    async () => {
      const newer = join(stick, 'standpoint-99.0.0-linux-x64');
      renameSync(pack, newer);
      const [node = ''] = await fetchPackages([NEXT_LINUX_NODE], cache);
      copyFileSync(join(node, NEXT_LINUX_NODE.binary), join(newer, 'program/node'));
      chmodSync(join(newer, 'program/node'), 0o644);
      const driven = await drive(newer, home, 'again');
      expect(driven.consultations).toContain('What we expect');
      expect(driven.second).toEqual({
        code: 0,
        printed: `Standpoint is running already, on the data in ${join(stick, 'Standpoint data')}.\nYour browser shows its console.\n`,
      });
      expect(driven.opened.length).toBe(2);
      expect(driven.code).toBe(0);
      expect(existsSync(join(stick, 'Standpoint data/local-key'))).toBe(false);
      expect(existsSync(join(home, 'Standpoint data'))).toBe(false);
    },
    2 * MINUTES,
  );
});
