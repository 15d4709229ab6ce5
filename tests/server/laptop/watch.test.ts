/** What is watched of a laptop: disk, battery, sleep; what each system tells, and what is made of it. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { WELL, whyNotSaving } from '../../../core/laptop.ts';
import { battery, type BatteryAsked } from '../../../server/laptop/battery.ts';
import { freeBytes, savingFault, tryWriting } from '../../../server/laptop/disk.ts';
import { commitBegins } from '../../../server/store/commitWait.ts';
import { thisLaptop, watchLaptop } from '../../../server/laptop/watch.ts';
import { troublesOf } from '../../../client/console/laptopWords.ts';
import { root } from '../../support/server.ts';
import { madeLaptop } from '../../support/laptopPorts.ts';

describe('the disk', () => {
  test('O9 a folder that takes what is written is told from one that does not, and nothing is left behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-disk-'));
    expect(await tryWriting(folder)).toBe('ok');
    expect(await readdir(folder)).toEqual([]);
    expect(await freeBytes(folder)).toBeGreaterThan(0);
    await rm(folder, { recursive: true });
    expect(await tryWriting(folder)).toBe('moved');
    expect(await freeBytes(folder)).toBeNull();
  });

  test('O9 only what kept something from being saved counts as that', () => {
    const of = (code: string) => savingFault(Object.assign(new Error('x'), { code }));
    expect(['SQLITE_FULL', 'EDQUOT'].map(of)).toEqual(['disk-full', 'disk-full']);
    for (const code of ['EROFS', 'EIO', 'SQLITE_READONLY', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE'])
      expect([code, of(code)]).toEqual([code, 'read-only']);
    expect(['EMFILE', 'ENFILE'].map(of)).toEqual(['too-many-files', 'too-many-files']);
    for (const code of ['ENOENT', 'SQLITE_BUSY', 'SQLITE_CORRUPT', 'ECONNRESET']) expect(of(code)).toBeNull();
    expect(savingFault(new Error('x', { cause: { code: 'ENOSPC' } }))).toBe('disk-full');
  });

  test('O9 few megabytes are told before the disk is full, and a save that fails at once', async () => {
    const laptop = madeLaptop();
    const watch = watchLaptop('folder', laptop.ports);
    let told = 0;
    watch.onChange(() => (told += 1));
    await laptop.beat();
    expect([watch.state(), told]).toEqual([WELL, 0]);
    laptop.free = 120_400_000;
    await laptop.beat();
    expect([watch.state().freeMb, told]).toEqual([120, 1]);
    expect(watch.failed(Object.assign(new Error('x'), { code: 'SQLITE_FULL' }))).toBe(true);
    expect([watch.state().saving, told]).toEqual(['disk-full', 2]);
    // Free space alone proves nothing: something has to be written.
    [laptop.free, laptop.writing] = [50e9, 'disk-full'];
    await laptop.beat();
    expect(watch.state().saving).toBe('disk-full');
    laptop.writing = 'ok';
    await laptop.beat();
    expect(watch.state()).toEqual(WELL);
    watch.stop();
  });

  test('O9 too many open files are told as that, and what to do', async () => {
    const script = `
      const { openSync } = await import('node:fs');
      const { tmpdir } = await import('node:os');
      const { tryWriting } = await import('./server/laptop/disk.ts');
      try { for (;;) openSync('/dev/null'); } catch {}
      console.log(await tryWriting(tmpdir()));`;
    const shell = `ulimit -n 128 && exec "$0" --input-type=module -e "$1"`;
    const told = execFileSync('bash', ['-c', shell, process.execPath, script], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(told.trim()).toBe('too-many-files');
    const [trouble] = troublesOf({ ...WELL, saving: 'too-many-files' });
    expect(trouble).toMatchObject({ what: 'saving' });
    expect(trouble?.title).toContain('Too many files');
    expect(trouble?.text).toMatch(/safe on the phones.*close other programs/s);
  });

  test('O7 O9 all is well only once every file has taken something, and nothing failed while that was tried', async () => {
    const laptop = madeLaptop();
    const watch = watchLaptop('folder', laptop.ports);
    const full = Object.assign(new Error('x'), { code: 'SQLITE_FULL' });
    let tries: () => Promise<void> = async () => Promise.reject(full);
    watch.tryFilesBy(() => tries());
    watch.failed(full);
    await laptop.beat();
    expect(watch.state().saving).toBe('disk-full');
    tries = async () => Promise.reject(new Error('something else'));
    await laptop.beat();
    expect(watch.state().saving).toBe('failed');
    tries = async () => void watch.failed(full);
    await laptop.beat();
    expect(watch.state().saving).toBe('disk-full');
    tries = async () => undefined;
    await laptop.beat();
    expect(watch.state()).toEqual(WELL);
    expect([watch.notSaved(new Error('x')), watch.state().saving]).toEqual([false, 'failed']);
    watch.stop();
  });

  test('O9 a disk that is about to be full is tried before a save fails on it', async () => {
    const laptop = madeLaptop();
    const watch = watchLaptop('folder', laptop.ports);
    [laptop.free, laptop.writing] = [0, 'disk-full'];
    await laptop.beat();
    expect(watch.state()).toMatchObject({ saving: 'disk-full', freeMb: 0 });
    watch.stop();
  });
});

describe('sleep', () => {
  test.each([
    ['the steady clock stands still and the wall clock has jumped (Linux, macOS)', 0],
    ['both go on and the beat is late (Windows)', 1],
  ])('O9 a laptop that was asleep says so for ten minutes: %s', async (_, share) => {
    const laptop = madeLaptop();
    const watch = watchLaptop('folder', laptop.ports);
    await laptop.beat();
    laptop.wall += 12 * 60_000;
    laptop.steady += share * 12 * 60_000;
    await laptop.beat();
    expect(watch.state().slept).toBe(12);
    await laptop.beat();
    expect(watch.state().slept).toBe(12);
    for (let i = 0; i < 301; i += 1) await laptop.beat();
    expect(watch.state().slept).toBeNull();
    watch.stop();
  });

  test('O9 a beat that is a little late, and a clock that was put back, are no sleep', async () => {
    const laptop = madeLaptop();
    const watch = watchLaptop('folder', laptop.ports);
    laptop.wall += 15_000;
    laptop.steady += 15_000;
    await laptop.beat();
    laptop.wall -= 3_600_000;
    await laptop.beat();
    expect(watch.state()).toEqual(WELL);
    watch.stop();
  });
});

const SYSTEM: BatteryAsked = {
  platform: 'linux',
  names: async () => [],
  file: async () => '',
  program: async () => '',
};

describe('the battery', () => {
  test('O9 Linux: the emptiest battery of the laptop itself, and whether anything feeds it', async () => {
    const files: Record<string, string> = {
      'AC/type': 'Mains\n',
      'BAT0/type': 'Battery\n',
      'BAT0/capacity': '18\n',
      'BAT0/status': 'Discharging\n',
      'BAT1/type': 'Battery\n',
      'BAT1/capacity': '80\n',
      'BAT1/status': 'Unknown\n',
      'mouse/type': 'Battery\n',
      'mouse/scope': 'Device\n',
      'mouse/capacity': '3\n',
    };
    const linux: BatteryAsked = {
      ...SYSTEM,
      names: async () => ['AC', 'BAT0', 'BAT1', 'mouse'],
      file: async (path) => files[path.replace('/sys/class/power_supply/', '')] ?? '',
    };
    expect(await battery(linux)).toEqual({ percent: 18, plugged: false });
    files['BAT0/status'] = 'Charging\n';
    expect(await battery(linux)).toEqual({ percent: 18, plugged: true });
    expect(await battery(SYSTEM)).toBeNull();
  });

  test('O9 macOS and Windows, by what their programs print', async () => {
    const says = (platform: NodeJS.Platform, text: string) =>
      battery({ ...SYSTEM, platform, program: async () => text });
    const mac = (source: string) =>
      `Now drawing from '${source}'\n -InternalBattery-0 (id=1234)\t42%; discharging; 2:51 remaining present: true\n`;
    expect(await says('darwin', mac('Battery Power'))).toEqual({ percent: 42, plugged: false });
    expect(await says('darwin', mac('AC Power'))).toEqual({ percent: 42, plugged: true });
    expect(await says('darwin', "Now drawing from 'AC Power'\n")).toBeNull();
    expect(await says('win32', '17 1\r\n')).toEqual({ percent: 17, plugged: false });
    expect(await says('win32', '17 2\r\n')).toEqual({ percent: 17, plugged: true });
    expect(await says('win32', '')).toBeNull();
    expect(await says('aix', '17 1')).toBeNull();
  });

  test('O9 it is told once it is low and nothing charges it', async () => {
    const laptop = madeLaptop();
    laptop.power = { percent: 24, plugged: false };
    const watch = watchLaptop('folder', laptop.ports);
    await laptop.beat();
    expect(watch.state().battery).toBe(24);
    laptop.power = { percent: 24, plugged: true };
    for (let i = 0; i < 30; i += 1) await laptop.beat();
    expect(watch.state().battery).toBeNull();
    watch.stop();
  });

  test('O9 this machine answers whatever it has', async () => {
    const now = await thisLaptop.battery();
    expect(now === null || (now.percent >= 0 && now.percent <= 100)).toBe(true);
  });
});

describe('what waits to be saved', () => {
  test('O7 O9 that saving takes long is told while a beat hangs on the same disk, and is over once it came through', async () => {
    const laptop = madeLaptop();
    const watch = watchLaptop('folder', laptop.ports);
    const told: boolean[] = [];
    watch.onChange(() => told.push(watch.state().slow));
    laptop.ports.free = () => new Promise(() => undefined);
    void laptop.beat();
    laptop.waited = 1400;
    laptop.look();
    laptop.waited = 1900;
    laptop.look();
    laptop.look();
    expect(troublesOf(watch.state())).toMatchObject([
      {
        what: 'slow',
        title: expect.stringContaining('Saving takes long'),
        text: expect.stringContaining('safe on'),
      },
    ]);
    expect(whyNotSaving(watch.state())).toBe('slow');
    laptop.waited = 0;
    laptop.look();
    expect([told, watch.state()]).toEqual([[true, false], WELL]);
    watch.stop();
  });

  test('O7 the laptop looks often enough that it is told within two seconds', async () => {
    const begun = performance.now();
    const ends = commitBegins(begun);
    const watch = watchLaptop(tmpdir());
    const changed = Promise.withResolvers<void>();
    watch.onChange(changed.resolve);
    await changed.promise;
    expect([watch.state().slow, performance.now() - begun < 3000]).toEqual([true, true]);
    ends();
    watch.stop();
  });

  test('O2 O9 something finished that has no copy is told until it has one', () => {
    const laptop = madeLaptop();
    const watch = watchLaptop('folder', laptop.ports);
    let lacks = true;
    watch.lacksCopyBy(() => lacks);
    laptop.look();
    expect(troublesOf(watch.state())).toMatchObject([{ what: 'uncopied' }]);
    lacks = false;
    laptop.look();
    expect(watch.state()).toEqual(WELL);
    watch.stop();
  });
});
