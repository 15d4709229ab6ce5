/** The benches that need no phones: each is a program of its own, with memory and caches of its own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Options } from './options.ts';

const SCRIPTS = {
  'results.ts': 'counting a million answers',
  'exportCsv.ts': 'a million responses as a file, while a room votes',
  'mixedRoom.ts': 'a room with everything going on',
  'documents.ts': 'a report of twenty sessions',
  'start.ts': 'starting, and what a screen loads',
};

/** Runs one after the other. Those that failed, or missed a bar where `--gate` asks for that. */
export function runOthers({ quick, gate, data }: Pick<Options, 'quick' | 'gate' | 'data'>): string[] {
  const args = ['--data', data, ...(quick ? ['--quick'] : []), ...(gate ? ['--gate'] : [])];
  return Object.entries(SCRIPTS).flatMap(([script, what]) => {
    process.stdout.write(`\n== ${what} (bench/${script})\n\n`);
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, script), ...args], {
      stdio: 'inherit',
    });
    return status === 0 ? [] : [script];
  });
}
