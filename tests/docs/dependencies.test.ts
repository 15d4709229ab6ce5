/** The supply chain: what is installed is what was looked at. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { ALLOWED, lockedPackages } from '../../build/licences.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const locked = lockedPackages();
const licenceOf = (name: string): string | null => locked.find((p) => p.name === name)?.licence ?? null;

/** Rows of one table of docs/DEPENDENCIES.md: package, licence, reason. */
function tableOf(heading: string): string[][] {
  const page = readFileSync(join(root, 'docs/DEPENDENCIES.md'), 'utf8');
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `(.+?)` \| (.+?) \| (.+?) \|$/gm)].map(([, ...cells]) => cells);
}

describe('P6 docs/DEPENDENCIES.md', () => {
  test.each([
    ['Used', own.dependencies],
    ['For developing', own.devDependencies],
  ])('P6 names exactly the packages that are asked for, with their licences: %s', (heading, wanted) => {
    const rows = tableOf(heading);
    expect(rows.map(([name, licence]) => [name, licence])).toEqual(
      Object.keys(wanted)
        .toSorted()
        .map((name) => [name, licenceOf(name)]),
    );
    expect(rows.every(([, , why = '']) => why.length > 4)).toBe(true);
  });
});

test('P6 everything that is installed for use has a licence that was looked at', () => {
  const used = locked.filter((p) => !p.dev);
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((p) => !ALLOWED.has(p.licence ?? ''))).toEqual([]);
});

test('P6 every package is pinned by its hash, and scripts at installing are named, allowed or not', () => {
  expect(locked.filter((p) => p.integrity?.startsWith('sha512-') !== true).map((p) => p.name)).toEqual([]);
  const wanting = [...new Set(locked.filter((p) => p.script).map((p) => p.name))];
  expect(wanting.length).toBeGreaterThan(0);
  expect(wanting.filter((name) => !(name in own.allowScripts))).toEqual([]);
  expect(Object.entries(own.allowScripts).filter(([, may]) => may)).toEqual([['node', true]]);
});

test('P6 the bill of materials is CycloneDX and has everything that is asked for', async () => {
  const { stdout } = await run('npm', ['run', '--silent', 'sbom'], { cwd: root, maxBuffer: 1 << 26 });
  const bill = JSON.parse(stdout) as { bomFormat: string; components: { name: string }[] };
  expect(bill.bomFormat).toBe('CycloneDX');
  const names = new Set(bill.components.map((c) => c.name));
  expect(Object.keys(own.dependencies).filter((name) => !names.has(name))).toEqual([]);
});
