import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EN as phone } from '../../client/phone/messages/en.ts';
import { EN as tablet } from '../../client/tablet/messages/en.ts';
import { EN as projector } from '../../client/projector/messages/en.ts';
import type { Catalogue } from '../../core/message.ts';

const client = join(import.meta.dirname, '../../client');
const sources = ['phone', 'projector', 'tablet', 'shared'].flatMap((folder) =>
  readdirSync(join(client, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({ name, text: readFileSync(join(client, folder, name), 'utf8') })),
);

/** Text between tags, and words in attributes that people read or hear. */
function wordsIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const between = [...code.matchAll(/<\/?[A-Za-z][^<>]*>\s*([^<>{}]*[A-Za-z]{2,}[^<>{}]*?)\s*<\/?[A-Za-z]/g)];
  const spoken = [...code.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*[A-Za-z]{2,}[^"]*)"/g)];
  return [...between, ...spoken].map(([, words]) => words ?? '').filter((w) => !/[;=()]/.test(w));
}

describe('words', () => {
  test('E4 no component of phone, tablet or projector has words of its own', () => {
    expect(sources.length).toBeGreaterThan(25);
    expect(wordsIn('<p class="a">Hello there</p>')).toEqual(['Hello there']);
    expect(wordsIn('<canvas aria-label="A chart" />')).toEqual(['A chart']);
    expect(sources.flatMap(({ name, text }) => wordsIn(text).map((w) => `${name}: ${w}`))).toEqual([]);
  });

  test.each([
    ['phone', phone],
    ['projector', projector],
    ['tablet', tablet],
  ] as [string, Catalogue][])(
    'E4 every plural message of the %s has its forms, and no message shouts',
    (_, catalogue) => {
      for (const [key, message] of Object.entries(catalogue)) {
        const forms = typeof message === 'string' ? [message] : Object.values(message);
        if (typeof message !== 'string')
          expect([key, Object.keys(message).toSorted()]).toEqual([key, ['one', 'other']]);
        for (const form of forms) expect([key, form.includes('!')]).toEqual([key, false]);
      }
    },
  );
});
