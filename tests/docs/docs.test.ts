import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { EVENTS } from '../../core/protocol.ts';
import { LIMITS, RATES, STAFF } from '../../core/limits.ts';
import { REFUSALS } from '../../core/refusal.ts';

const root = join(import.meta.dirname, '../..');
const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

test('P6 docs/REFUSALS.md has exactly the refusals of the code, word for word', () => {
  const rows = [...page('REFUSALS.md').matchAll(/^\| `([a-z-]+)` \| (.*) \| (yes|no) \|$/gm)].map(
    ([, code, wording, again]) => [code, { retry: again === 'yes', wording }],
  );
  expect(rows.length).toBeGreaterThan(30);
  expect(Object.fromEntries(rows)).toEqual(REFUSALS);
});

test('P6 docs/PROTOCOL.md has exactly the limits of the code', () => {
  const section = page('PROTOCOL.md').split('## Limits')[1] ?? '';
  const rows = [...section.matchAll(/^\| `([A-Za-z.]+)`[^|]*\| (\d+) \|$/gm)].map(([, k, n]) => [
    k,
    Number(n),
  ]);
  const flat = new Map<string, number>();
  for (const [key, value] of Object.entries({ ...LIMITS, ...RATES, ...STAFF }))
    if (typeof value === 'number') flat.set(key, value);
    else for (const [inner, n] of Object.entries(value)) flat.set(`${key}.${inner}`, n);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(flat));
});

test('P6 docs/PROTOCOL.md names every event of every namespace', () => {
  const text = page('PROTOCOL.md');
  const parts = { phone: '## Phones', projector: '## Projector', console: '## Console' } as const;
  for (const [name, heading] of Object.entries(parts)) {
    const section = text.split(heading)[1]?.split('\n## ')[0] ?? '';
    const { in: incoming, out } = EVENTS[name as keyof typeof parts];
    for (const event of [...incoming, ...out]) expect(section).toContain(`\`${event}\``);
  }
});
