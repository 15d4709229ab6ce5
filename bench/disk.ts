/** How fast the disk is that the durable figures rest on: serial writes of 4 KiB, each synced. */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Spread } from './orders.ts';
import { spreadOf } from './statistics.ts';

const BLOCKS = 64;

/** Milliseconds of one write and its sync, over `writes` of them in a file that is there already. */
export function syncSpeed(folder: string, writes: number): Spread {
  const path = join(folder, 'sync-speed');
  const file = openSync(path, 'w+');
  try {
    const block = Buffer.alloc(4096, 1);
    for (let i = 0; i < BLOCKS; i++) writeSync(file, block, 0, block.length, i * block.length);
    fsyncSync(file);
    const times: number[] = [];
    for (let i = 0; i < writes; i++) {
      const start = performance.now();
      writeSync(file, block, 0, block.length, (i % BLOCKS) * block.length);
      fsyncSync(file);
      times.push(performance.now() - start);
    }
    return spreadOf(times);
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}
