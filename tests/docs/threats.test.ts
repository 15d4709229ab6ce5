import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { rulesNamedIn } from '../support/titles.ts';

const docs = join(import.meta.dirname, '../../docs');
const page = (name: string): string => readFileSync(join(docs, name), 'utf8');

test('P6 every threat that is said to be met points to rules, and every rule it points to is there', () => {
  const rules = new Set([...page('RULES.md').matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(([, rule]) => rule));
  const section = page('THREATS.md').split('## What holds')[1]?.split('\n## ')[0] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| who,'))
    .map((line) => line.split('|').at(-2)?.trim() ?? '');
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((cell) => !/^[A-Z]+\d+( [A-Z]+\d+)*$/.test(cell))).toEqual([]);
  expect(rows.flatMap((cell) => cell.split(' ')).filter((rule) => !rules.has(rule))).toEqual([]);
});

test('P6 each promise that nobody is found out has its rules, and a test file for each of them with a title that begins with it', () => {
  const section = page('THREATS.md').split('## Why nobody is found out')[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| (\d+) \| .+ \| ((?:[A-Z]+\d+ ?)+) \| (.+) \|$/gm)];
  expect(rows.map(([, n]) => Number(n))).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  for (const [, n, rules = '', files = ''] of rows) {
    const wanted = rules.trim().split(' ');
    const named = [...files.matchAll(/`([\w/.-]+)`/g)].map(([, file = '']) =>
      rulesNamedIn(readFileSync(join(docs, '../tests', `${file}.test.ts`), 'utf8')),
    );
    expect(named.length).toBeGreaterThan(0);
    // No rule without a test here, and no file that is named for nothing.
    expect([n, wanted.filter((rule) => !named.some((titles) => titles.has(rule)))]).toEqual([n, []]);
    expect([n, named.filter((titles) => !wanted.some((rule) => titles.has(rule))).length]).toEqual([n, 0]);
  }
});
