import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { builtClient } from '../../build/client.ts';
import { firstLoad } from '../../build/size.ts';
import { TONES } from '../../core/scale.ts';

test('E3 everything a phone needs to place weighs at most 30 kB gzip, and no chart library is in it', async () => {
  const { total, files } = await firstLoad('phone');
  expect(new Set(files.map((f) => f.name.split('.').at(-1)))).toEqual(new Set(['css', 'js']));
  expect(total).toBeGreaterThan(5000);
  expect(total).toBeLessThanOrEqual(30_000);
  const script = files.find((f) => f.name.endsWith('.js'))?.name ?? '';
  expect(readFileSync(join(builtClient, script), 'utf8')).not.toMatch(/CanvasRenderingContext|borderSkipped/);
});

test('E1 the colours of the style sheet are those of the answers', () => {
  const css = readFileSync(join(import.meta.dirname, '../../client/shared/tokens.css'), 'utf8');
  const value = (name: string): string | undefined => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  expect(TONES.map((_, i) => ({ fill: value(`tone-${i}`), ink: value(`tone-ink-${i}`) }))).toEqual([
    ...TONES,
  ]);
});

test('a style sheet is about one subject: none is longer than 300 lines', () => {
  const folder = join(import.meta.dirname, '../../client');
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(20);
  const lines = (file: string): number => readFileSync(join(folder, file), 'utf8').split('\n').length - 1;
  expect(sheets.filter((file) => lines(file) > 300)).toEqual([]);
});
