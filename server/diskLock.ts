/**
 * Whether the disk that a folder is on is encrypted, where the system tells: a laptop that is lost gives
 * away what is on it otherwise.
 */
import { execFile } from 'node:child_process';
import { readFile, realpath, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

export type DiskLock = 'encrypted' | 'plain' | 'unknown';

/** What is asked of the system; tests answer in its place. */
export interface SystemAsked {
  platform: NodeJS.Platform;
  /** Text of a file; null where it cannot be read. */
  file: (path: string) => Promise<string | null>;
  /** What a program prints; null where it fails. */
  program: (name: string, args: readonly string[]) => Promise<string | null>;
  /** Major and minor number of the device that a path is on, as `8:1`; null where there is none. */
  device: (path: string) => Promise<string | null>;
}

/**
 * Asks Linux whether the device is a LUKS or other dm-crypt one, or lies on such a one; macOS whether
 * FileVault is on; Windows whether BitLocker protects the drive. Never takes longer than a second or two.
 */
export async function diskLock(folder: string, system: SystemAsked = thisSystem): Promise<DiskLock> {
  switch (system.platform) {
    case 'linux': {
      const device = await system.device(folder);
      return device === null ? 'unknown' : linuxLock(device, system);
    }
    case 'darwin': {
      const said = (await system.program('fdesetup', ['status'])) ?? '';
      return /FileVault is On/i.test(said)
        ? 'encrypted'
        : /FileVault is Off/i.test(said)
          ? 'plain'
          : 'unknown';
    }
    case 'win32': {
      // As somebody who is not the administrator may ask it.
      const ask = `(New-Object -ComObject Shell.Application).NameSpace('${drive(folder)}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`;
      const said = (await system.program('powershell', ['-NoProfile', '-Command', ask]))?.trim() ?? '';
      return ['1', '3', '5'].includes(said) ? 'encrypted' : said === '2' ? 'plain' : 'unknown';
    }
    default:
      return 'unknown';
  }
}

/** Letter of a Windows drive with its colon; a path without one has none that could be asked about. */
function drive(folder: string): string {
  return /^[A-Za-z]:/.exec(folder)?.[0] ?? 'C:';
}

/** Looks at a block device and at those it is made of: /sys/dev/block has both. */
async function linuxLock(device: string, system: SystemAsked): Promise<DiskLock> {
  const at = `/sys/dev/block/${device}`;
  const uuid = await system.file(`${at}/dm/uuid`);
  if (uuid?.startsWith('CRYPT-') === true) return 'encrypted';
  const below = ((await system.program('ls', [`${at}/slaves`])) ?? '')
    .split('\n')
    .filter((name) => name !== '');
  const under = await Promise.all(
    below.map(async (name) => {
      const number = (await system.file(`${at}/slaves/${name}/dev`))?.trim();
      return number === undefined ? 'unknown' : linuxLock(number, system);
    }),
  );
  if (under.length > 0)
    return under.every((lock) => lock === 'encrypted')
      ? 'encrypted'
      : under.includes('plain')
        ? 'plain'
        : 'unknown';
  // A disk or a part of one. In a container or on a network drive there is nothing of the kind.
  return (await system.file(`${at}/size`)) === null || /\/(?:loop|ram|zram)\d/.test(await nameOf(at, system))
    ? 'unknown'
    : 'plain';
}

async function nameOf(at: string, system: SystemAsked): Promise<string> {
  return (await system.program('readlink', ['-f', at])) ?? '';
}

const run = promisify(execFile);

const thisSystem: SystemAsked = {
  platform: process.platform,
  file: (path) => readFile(path, 'utf8').catch(() => null),
  program: (name, args) =>
    run(name, [...args], { timeout: 2000, windowsHide: true }).then(
      ({ stdout }) => stdout,
      () => null,
    ),
  device: async (path) => {
    try {
      const { dev } = await stat(await realpath(path), { bigint: true });
      // As glibc's makedev packs them.
      const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn);
      const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn);
      return `${major}:${minor}`;
    } catch {
      return null;
    }
  },
};
