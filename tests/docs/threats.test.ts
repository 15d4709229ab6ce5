import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const docs = join(import.meta.dirname, '../../docs');
const page = (name: string): string => readFileSync(join(docs, name), 'utf8');

test('P6 every threat that is said to be met points to rules, and every rule it points to is there', () => {
  const rules = new Set([...page('RULES.md').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, rule]) => rule));
  const section = page('THREATS.md').split('## What holds')[1]?.split('\n## ')[0] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| who,'))
    .map((line) => line.split('|').at(-2)?.trim() ?? '');
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((cell) => !/^[A-Z]\d+( [A-Z]\d+)*$/.test(cell))).toEqual([]);
  expect(rows.flatMap((cell) => cell.split(' ')).filter((rule) => !rules.has(rule))).toEqual([]);
});
