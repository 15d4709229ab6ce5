/** Planted faults take turns, so one whose place has moved would be noticed only when its turn comes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { FAULTS } from '../planted/faults.ts';

const root = join(import.meta.dirname, '../..');

test('P6 each planted fault has one place in the code', () => {
  expect(FAULTS.length).toBeGreaterThan(30);
  const places = FAULTS.map(({ name, file, code }) => {
    const source = readFileSync(join(root, file), 'utf8');
    return `${name}: ${source.split(code).length - 1}`;
  });
  expect(places).toEqual(FAULTS.map(({ name }) => `${name}: 1`));
});
