/** The runner of the fault suite; the faults themselves are programs of their own (`npm run test:faults`). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { FAULTS } from './list.ts';
import { readOptions } from './options.ts';

const IDS = FAULTS.map(({ id }) => id);

/** Runs the suite where no compiler is found. */
function withoutCompiler(...args: string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { PATH: '/nowhere', HOME: '/nowhere' },
    encoding: 'utf8',
  });
}

test('S1 a fault that lacks something says what, and fails only where it is required', () => {
  const free = withoutCompiler('--only', 'F15');
  expect([free.status, free.stdout]).toEqual([0, expect.stringContaining('lacks gcc')]);
  expect(free.stdout).toContain('1 could not be run here.\n0 passed, 0 failed\n');
  const required = withoutCompiler('--only', 'F15,F4', '--require', 'F15');
  expect([required.status, required.stdout]).toEqual([1, expect.stringContaining('0 passed, 1 failed\n')]);
}, 60_000);

test('S1 the suite has every fault once, and names one that it does not have', () => {
  expect(new Set(IDS).size).toBe(IDS.length);
  for (let n = 1; n <= 15; n++) expect(IDS).toContain(`F${n}`);
  expect(readOptions(['--only', 'F16'], IDS)).toContain('There is no fault F16.');
  expect(readOptions(['--onyl', 'F1'], IDS)).toContain('Usage:');
  const options = readOptions(['--require', 'all'], IDS);
  expect(typeof options === 'object' && options.required('F2')).toBe(true);
});
