import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { startFlags } from '../../bench/servers.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test.each(['Dockerfile', 'build/pack/texts/start.sh', 'build/pack/texts/Standpoint.cmd'])(
  'the bench starts the product as npm start does, and so does %s',
  (path) => {
    const flags = startFlags();
    expect(flags).not.toEqual([]);
    for (const flag of flags) expect(read(path)).toContain(flag);
  },
);
