/** The runner of the fault suite; the faults themselves are programs of their own (`npm run test:faults`). */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { FAULTS } from './list.ts';
import type { Need } from './needs.ts';
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
  expect(free.stdout).toContain('Could not be run here: F15 lacks gcc.\n0 passed, 0 failed\n');
  const required = withoutCompiler('--only', 'F15,F4', '--require', 'F15');
  expect([required.status, required.stdout]).toEqual([1, expect.stringContaining('0 passed, 1 failed\n')]);
}, 60_000);

test('S1 the suite has every fault once, and names one that it does not have', () => {
  expect(new Set(IDS).size).toBe(IDS.length);
  for (let n = 1; n <= 15; n++) expect(IDS).toContain(`F${n}`);
  for (const id of ['F16', 'all', 'F1,'])
    expect([id, readOptions(['--only', id], IDS)]).toEqual([
      id,
      expect.stringContaining('There is no fault'),
    ]);
  expect(readOptions(['--onyl', 'F1'], IDS)).toContain('Usage:');
});

/** Of the faults named, those that the command line and the environment require. */
function requiredOf(args: readonly string[], machine: string, ...ids: string[]): string[] | string {
  const options = readOptions(args, IDS, machine);
  return typeof options === 'string' ? options : ids.filter((id) => options.required(id));
}

test('S1 a fault that is required and that there is not, or that is left out, is refused; what the machine requires is added', () => {
  expect(requiredOf(['--require', 'all'], '', 'F1', 'F2')).toEqual(['F1', 'F2']);
  expect(requiredOf(['--require', 'F1'], 'F2', 'F1', 'F2', 'F4')).toEqual(['F1', 'F2']);
  expect(requiredOf(['--only', 'F1'], 'all', 'F1', 'F2')).toEqual(['F1', 'F2']);
  expect(requiredOf([], '', 'F1')).toEqual([]);
  for (const id of ['F16', 'F1,F16', 'F1,', ''])
    expect([id, requiredOf(['--require', id], '')]).toEqual([id, expect.stringContaining('to require.')]);
  expect(requiredOf([], 'F99')).toContain('There is no fault “F99” to require.');
  expect(requiredOf(['--only', 'F1', '--require', 'F1,F2'], '')).toContain('F2: required, and left out');
  const { status, stderr } = withoutCompiler('--require', 'F1,F99');
  expect([status, stderr]).toEqual([2, expect.stringContaining('There is no fault “F99” to require.')]);
});

/** Needs that every machine has on which the whole is run: Linux, and the browser that the tests bring. */
const USUAL: readonly Need[] = ['browser', '/proc'];

test('S1 what runs at each change requires every fault that needs nothing special, and no other', () => {
  const run = readFileSync(join(import.meta.dirname, '../../.ci/run'), 'utf8');
  const [, named = ''] = /test:faults -- --require (\S+)/.exec(run) ?? [];
  const plain = FAULTS.filter(({ needs }) => needs.every((need) => USUAL.includes(need)));
  expect(named.split(',')).toEqual(plain.map(({ id }) => id).toSorted(inOrder));
});

function inOrder(a: string, b: string): number {
  return Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10);
}
