/**
 * The beginnings of the files in docs/samples, made from the sample that ships as if it had been linked:
 * `node tests/server/export/samples.ts` writes them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readKinds } from '../../../server/export/kinds.ts';
import { partsOf } from '../../../server/export/parts.ts';
import { linkedSample } from './sources.ts';

export const SAMPLES = join(import.meta.dirname, '../../../docs/samples');

/** Header and rows that are kept of a table. */
const LINES = 6;

/** The samples by their names; the random ids in them are the same each time. */
export async function samples(): Promise<Map<string, string>> {
  const kinds = readKinds('csv,datapackage,spss,r,polis-votes,polis-import');
  if ('refusal' in kinds) throw new Error(kinds.detail);
  const made = new Map<string, string>();
  for (const { name, chunks } of await partsOf(await linkedSample(), kinds, Buffer.alloc(32))) {
    if (name.includes('round-1/everyone')) continue;
    let text = '';
    for await (const chunk of chunks()) text += Buffer.from(chunk).toString('utf8');
    const end = name.includes('polis') ? '\n' : '\r\n';
    if (name.endsWith('.csv') && !name.endsWith('summary.csv'))
      text = text.split(end).slice(0, LINES).join(end) + end;
    made.set(name, text);
  }
  return made;
}

if (import.meta.main) {
  rmSync(SAMPLES, { recursive: true, force: true });
  for (const [name, text] of await samples()) {
    mkdirSync(dirname(join(SAMPLES, name)), { recursive: true });
    writeFileSync(join(SAMPLES, name), text);
  }
}
