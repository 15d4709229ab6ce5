/** Disks of a fault's own: a small one in memory that fills up, and a real file system whose power can be cut. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { forget } from '../../bench/processes.ts';

/** The fault runs in this, so that its mounts go with it however it ends. */
export const OWN_MOUNTS = ['unshare', '--mount'] as const;

/** EXT4_IOC_SHUTDOWN with NOLOGFLUSH: from now on nothing reaches the disk, not even the journal. Node has no ioctl. */
const CUT = `import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack("I", 2))`;

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** An ext4 in a file. */
export class PowerDisk {
  readonly #place = forget(mkdtempSync(join(tmpdir(), 'standpoint-fault-power-')));
  readonly mount = mkdtempSync(join(tmpdir(), 'standpoint-fault-mount-'));

  constructor(megabytes: number) {
    const image = join(this.#place, 'disk');
    writeFileSync(image, '');
    truncateSync(image, megabytes * 1_000_000);
    run('mkfs.ext4', '-q', '-F', image);
    this.on();
  }

  on(): void {
    run('mount', '-o', 'loop', join(this.#place, 'disk'), this.mount);
  }

  cut(): void {
    run('python3', '-c', CUT, this.mount);
  }

  off(): void {
    run('umount', this.mount);
  }

  remove(): void {
    this.off();
    for (const folder of [this.#place, this.mount]) rmSync(folder, { recursive: true, force: true });
  }
}

/** A disk in memory that holds so much and no more. */
export class SmallDisk {
  readonly mount = mkdtempSync(join(tmpdir(), 'standpoint-fault-small-'));

  constructor(megabytes: number) {
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', this.mount);
  }

  /** Leaves that many bytes and no more. */
  fill(left = 0): void {
    this.free();
    // Whoever writes meanwhile may be faster.
    for (let tries = 0; tries < 10; tries++)
      try {
        const { bavail, bsize } = statfsSync(this.mount);
        run('fallocate', '-l', String(Math.max(1, bavail * bsize - left)), this.#ballast);
        return;
      } catch {
        this.free();
      }
    throw new Error('The disk could not be filled.');
  }

  free(): void {
    rmSync(this.#ballast, { force: true });
  }

  remove(): void {
    run('umount', this.mount);
    rmSync(this.mount, { recursive: true, force: true });
  }

  get #ballast(): string {
    return join(this.mount, 'ballast');
  }
}

/** Databases of a data folder whose pages do not fit together. */
export function unsound(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.db'));
  return files.filter((file) => {
    const db = new Database(join(folder, file), { readonly: true });
    try {
      return db.pragma('integrity_check', { simple: true }) !== 'ok';
    } finally {
      db.close();
    }
  });
}
