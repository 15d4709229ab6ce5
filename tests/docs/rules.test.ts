import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { rulesNamedIn } from '../support/titles.ts';

const root = join(import.meta.dirname, '../..');

function namedByTests(): Set<string> {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((f) => f.endsWith('.ts'))
    .map((f) => readFileSync(join(root, 'tests', f), 'utf8'));
  return new Set(sources.flatMap((source) => [...rulesNamedIn(source)]));
}

test('P6 docs/RULES.md and the titles of the tests name the same rules', () => {
  const page = readFileSync(join(root, 'docs/RULES.md'), 'utf8');
  const rules = [...page.matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(([, id]) => id);
  expect(rules.length).toBeGreaterThan(30);
  expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([]);
  const named = namedByTests();
  expect([...named].filter((id) => !rules.includes(id))).toEqual([]);
  expect(rules.filter((id) => id !== undefined && !named.has(id))).toEqual([]);
});
