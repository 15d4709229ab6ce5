/** A key file that is damaged when its session is sealed is not destroyed unsaid: people were promised something by it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { newFolder, opened } from '../made.ts';
import { CODE, held, keys } from '../removed.ts';

test.each([
  ['all of it', Buffer.from('no longer a database '.repeat(300))],
  ['to nothing', Buffer.alloc(0)],
])('O8 W5 damaged, %s, it stays until its day, and that is said', async (_how, bytes) => {
  const folder = newFolder();
  const store = await opened(folder);
  await held(store);
  await store.close();
  writeFileSync(join(folder, 'keys', 'session-1.db'), bytes);
  const again = await opened(folder);
  await again.seal('session-1', true);
  expect(keys(folder)).toEqual(['session-1.db']);
  expect(again.carry.findings()).toContainEqual({ is: 'codes-damaged', session: 'session-1' });
  expect((await again.sealedCodes())(CODE)).toBeNull();
  expect((await again.figures(['session-1'])).boards.length).toBe(2);
  // When nobody is to have a code any more it goes like any other.
  await again.destroyKey('session-1');
  expect(keys(folder)).toEqual([]);
  await again.close();
});
