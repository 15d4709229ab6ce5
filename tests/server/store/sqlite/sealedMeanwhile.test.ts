import { expect, test } from '@jest/globals';
import { aResponse, begun, newFolder, opened } from '../made.ts';

test('F1 S3 what was answered is known at each moment while its session is sealed', async () => {
  const store = await opened(newFolder());
  const live = await begun(store);
  await live.place(aResponse(1, 'a', { answer: 4 }));
  const done = { sealed: false };
  const sealing = store.seal('session-1', true).finally(() => (done.sealed = true));
  let asked = 0;
  while (!done.sealed) {
    expect(await store.answeredVersions('c1')).toEqual(new Map([['s1', new Set([1])]]));
    asked += 1;
    // Others have their turn between two questions.
    await new Promise(setImmediate);
  }
  await sealing;
  expect(asked).toBeGreaterThan(2);
  expect(await store.answeredVersions('c1')).toEqual(new Map([['s1', new Set([1])]]));
  await store.close();
});
