/** What a screen loads before it can be used: script and style, gzip, from Vite's manifest. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Manifest } from 'vite';

import { buildClientIfChanged, builtClient, manifestKey } from './client.ts';
import type { Screen } from './client.ts';

export interface FirstLoad {
  /** Sum over the files, in bytes after gzip at level 9. Fonts and images are not counted. */
  readonly total: number;
  readonly files: readonly { readonly name: string; readonly gzip: number }[];
}

/** Builds if needed, then measures the entry, what it imports statically, and their style sheets. */
export async function firstLoad(screen: Screen): Promise<FirstLoad> {
  await buildClientIfChanged();
  const manifest = JSON.parse(await readFile(join(builtClient, 'manifest.json'), 'utf8')) as Manifest;
  const names = [...namesFrom(manifest, manifestKey(screen))];
  const files = await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(builtClient, name));
      return { name, gzip: gzipSync(content, { level: 9 }).length };
    }),
  );
  return { total: files.reduce((sum, file) => sum + file.gzip, 0), files };
}

function namesFrom(manifest: Manifest, key: string, names = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The client's manifest has no ${key}.`);
  if (names.has(chunk.file)) return names;
  names.add(chunk.file);
  for (const style of chunk.css ?? []) names.add(style);
  for (const imported of chunk.imports ?? []) namesFrom(manifest, imported, names);
  return names;
}

if (import.meta.main) {
  for (const screen of ['phone', 'console', 'projector'] as const) {
    const { total, files } = await firstLoad(screen);
    console.log(`${screen} ${(total / 1000).toFixed(1)} kB gzip`);
    for (const file of files) console.log(`  ${file.name} ${(file.gzip / 1000).toFixed(1)} kB`);
  }
}
