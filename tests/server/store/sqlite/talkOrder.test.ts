/** Where the points of a sealed session lie in the files tells nothing of the order in which they came. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../../server/store/store.ts';
import { point } from '../../../support/talk.ts';
import { aSession, begun, newFolder, opened } from '../made.ts';

/** Few that are short, all on one page, and many that are long. */
const numbersOf = (letters: number): string[] =>
  Array.from({ length: letters < 100 ? 12 : 40 }, (_, i) => String(i).padStart(2, '0'));
/** Ids in an order that has nothing to do with that in which they come, the same each time. */
const idOf = (n: string): string => createHash('sha256').update(n).digest('hex').slice(0, 20);
/** What is long goes on on a page of its own, so that both ends are looked for. */
const said = (letters: number) =>
  numbersOf(letters).map((n, i) =>
    point(idOf(n), { person: 1 + (i % 3), text: `HEAD${n} ${'x'.repeat(letters)} TAIL${n}` }),
  );

/** Of each database under a folder in which points are: their numbers as they lie; each is there once. */
function layouts(folder: string, mark: 'HEAD' | 'TAIL'): number[][] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(db|db-wal)$/.test(file))
    .flatMap((file) => {
      const bytes = readFileSync(join(folder, file)).toString('latin1');
      const found = [...bytes.matchAll(new RegExp(`${mark}(\\d\\d)`, 'g'))].map(([, n]) => Number(n));
      if (found.length === 0) return [];
      expect([file, found.toSorted((a, b) => a - b)]).toEqual([file, found.map((_, i) => i)]);
      return [found];
    });
}

/** About half of the neighbours lie as they came; in the order of coming, or the other way round, all or none do. */
function expectNoOrder(folder: string): void {
  const all = [...layouts(folder, 'HEAD'), ...layouts(folder, 'TAIL')];
  expect(all.length).toBeGreaterThan(2);
  for (const lie of all) {
    const risen = lie.filter((one, i) => i > 0 && one > (lie[i - 1] ?? 0)).length;
    expect(risen).toBeGreaterThan(lie.length * 0.25);
    expect(risen).toBeLessThan(lie.length * 0.75);
  }
}

/** Seals a session whose points came one by one, while another one is open or not. */
async function sealed(letters: number, another: boolean): Promise<{ folder: string; store: Store }> {
  const folder = newFolder();
  const store = await opened(folder);
  await begun(store);
  if (another) await begun(store, aSession('session-2'));
  for (const change of said(letters)) await store.talk.change('c1', [change]);
  await store.seal('session-1', false);
  return { folder, store };
}

describe.each([60, 900])('TK4 S3 points of %d letters', (letters) => {
  test.each([false, true])('lie in no order once they are sealed; another room open: %s', async (another) => {
    const { folder, store } = await sealed(letters, another);
    expectNoOrder(folder);
    await store.close();
    expectNoOrder(folder);
  });

  test.each([false, true])('lie in no order when they come late; another room open: %s', async (another) => {
    const folder = newFolder();
    const store = await opened(folder);
    await begun(store);
    await store.seal('session-1', false);
    if (another) await begun(store, aSession('session-2'));
    for (const change of said(letters)) await store.talk.change('c1', [change]);
    await store.scrub();
    expectNoOrder(folder);
    await store.close();
    expectNoOrder(folder);
  });
});

test('TK4 S3 long points that came in the same order lie another way each time, so that nothing follows from it', async () => {
  const [one, two] = [await sealed(900, true), await sealed(900, true)];
  expect(layouts(one.folder, 'TAIL')[0]).not.toEqual(layouts(two.folder, 'TAIL')[0]);
  await Promise.all([one.store.close(), two.store.close()]);
});
