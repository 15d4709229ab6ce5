import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { EVENTS } from '../../core/protocol.ts';
import { LIMITS, RATES, STAFF } from '../../core/limits.ts';
import { REFUSALS } from '../../core/refusals.ts';
import { howToInstall, PROGRAMS } from '../programs/needed.ts';

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
  const parts = {
    phone: '## Phones',
    projector: '## Projector',
    tablet: '## Shared tablet',
    console: '## Console',
  } as const;
  for (const [name, heading] of Object.entries(parts)) {
    const section = text.split(heading)[1]?.split('\n## ')[0] ?? '';
    const { in: incoming, out } = EVENTS[name as keyof typeof parts];
    for (const event of [...incoming, ...out]) expect(section).toContain(`\`${event}\``);
  }
});

test('P6 the version is the newest one of CHANGELOG.md', () => {
  const versionOf = (name: string): string =>
    (JSON.parse(readFileSync(join(root, name), 'utf8')) as { version: string }).version;
  const [newest] = /^## (\S+)$/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))?.slice(1) ?? [];
  expect([versionOf('package.json'), versionOf('package-lock.json')]).toEqual([newest, newest]);
});

test('P6 npm run programs runs each comparison, and says how to install what each needs', () => {
  const folder = join(root, 'tests/programs');
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const scripts = readdirSync(folder).filter((name) => text(name).includes('process.exitCode ='));
  const named = [...text('all.ts').matchAll(/^ {2}'(\w+\.ts)': /gm)].map((m) => m[1] ?? '');
  expect(named.toSorted()).toEqual(scripts.filter((name) => name !== 'all.ts').toSorted());
  const header = (name: string): string[] =>
    (/^ \* +apt-get install ([\w .-]+)/m.exec(text(name))?.[1] ?? '').trim().split(' ');
  const packages = [...PROGRAMS].map((one) => howToInstall([one]).replace('apt-get install ', '').split(' '));
  expect(header('all.ts').toSorted()).toEqual([...new Set(packages.flat())].toSorted());
  for (const name of named) expect(header('all.ts')).toEqual(expect.arrayContaining(header(name)));
  for (const file of ['README.md', 'ARCHITECTURE.md'])
    expect(readFileSync(join(root, file), 'utf8')).toContain('npm run programs');
});
