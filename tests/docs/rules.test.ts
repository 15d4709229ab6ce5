import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

/** Rule numbers at the start of the titles of all tests; `L1 L2 ...` names two. */
function namedByTests(): Set<string> {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' });
  const named = new Set<string>();
  for (const file of files.filter((f) => f.endsWith('.ts'))) {
    const source = readFileSync(join(root, 'tests', file), 'utf8');
    for (const [, ids] of source.matchAll(/(?:test|describe)\(\s*[`'"]((?:[A-Z]\d+ )+)/g))
      for (const id of (ids ?? '').trim().split(' ')) named.add(id);
  }
  return named;
}

test('P6 docs/RULES.md and the titles of the tests name the same rules', () => {
  const page = readFileSync(join(root, 'docs/RULES.md'), 'utf8');
  const rules = [...page.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id);
  expect(rules.length).toBeGreaterThan(30);
  const named = namedByTests();
  expect([...named].filter((id) => !rules.includes(id))).toEqual([]);
  expect(rules.filter((id) => id !== undefined && !named.has(id))).toEqual([]);
});
