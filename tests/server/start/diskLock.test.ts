import { describe, expect, test } from '@jest/globals';
import { diskLock, type SystemAsked } from '../../../server/diskLock.ts';

/** A system that knows these files and what these programs print. */
function system(
  platform: NodeJS.Platform,
  files: Record<string, string> = {},
  programs: Record<string, string> = {},
): SystemAsked {
  return {
    platform,
    file: async (path) => files[path] ?? null,
    program: async (name, args) => programs[`${name} ${args.join(' ')}`] ?? programs[name] ?? null,
    device: async () => '253:1',
  };
}
const at = '/sys/dev/block/253:1';

describe('Z2 whether the disk is encrypted', () => {
  test('Z2 Linux: LUKS, a volume on LUKS, a plain partition, and what cannot be known', async () => {
    expect(await diskLock('/x', system('linux', { [`${at}/dm/uuid`]: 'CRYPT-LUKS2-abc-root' }))).toBe(
      'encrypted',
    );
    const volume = {
      [`${at}/dm/uuid`]: 'LVM-abc',
      [`${at}/slaves/dm-0/dev`]: '253:0\n',
      '/sys/dev/block/253:0/dm/uuid': 'CRYPT-LUKS2-abc-disk',
    };
    expect(await diskLock('/x', system('linux', volume, { [`ls ${at}/slaves`]: 'dm-0\n' }))).toBe(
      'encrypted',
    );
    const plain = { [`${at}/slaves/sda1/dev`]: '8:1\n', '/sys/dev/block/8:1/size': '1000' };
    expect(await diskLock('/x', system('linux', plain, { [`ls ${at}/slaves`]: 'sda1\n' }))).toBe('plain');
    expect(await diskLock('/x', system('linux', { [`${at}/size`]: '1000' }))).toBe('plain');
    expect(await diskLock('/x', system('linux'))).toBe('unknown');
    const loop = system('linux', { [`${at}/size`]: '1' }, { readlink: '/sys/devices/virtual/block/loop0' });
    expect(await diskLock('/x', loop)).toBe('unknown');
  });

  test('Z2 macOS and Windows by their own words, and nothing where they say nothing', async () => {
    const mac = (said?: string) =>
      diskLock('/x', system('darwin', {}, said === undefined ? {} : { fdesetup: said }));
    expect(await mac('FileVault is On.\n')).toBe('encrypted');
    expect(await mac('FileVault is Off.\n')).toBe('plain');
    expect(await mac()).toBe('unknown');
    const windows = (said?: string) =>
      diskLock('D:\\data', system('win32', {}, said === undefined ? {} : { powershell: said }));
    expect(await windows('1\r\n')).toBe('encrypted');
    expect(await windows('2\r\n')).toBe('plain');
    expect(await windows('')).toBe('unknown');
    expect(await windows()).toBe('unknown');
    expect(await diskLock('/x', system('freebsd'))).toBe('unknown');
  });

  test('Z2 of this machine it says one of the three', async () => {
    expect(['encrypted', 'plain', 'unknown']).toContain(await diskLock(import.meta.dirname));
  });
});
