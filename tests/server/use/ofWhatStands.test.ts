/** What is made of what stands, beside somebody who writes all the time. */
import { expect, test } from '@jest/globals';
import { keptOfWhatStands } from '../../../server/use/ofWhatStands.ts';

test('F16 work that is cancelled is not read and made anew, however often something else is written beside it', async () => {
  const cancelled = new AbortController();
  let [written, reads] = [0, 0];
  const work = (signal: AbortSignal) =>
    keptOfWhatStands(
      { writtenSoFar: async () => (written += 1) },
      {
        signal,
        read: async () => ({ n: (reads += 1) }),
        make: async ({ n }) => {
          if (n === 2) cancelled.abort();
          return n;
        },
      },
    );
  await expect(work(cancelled.signal)).rejects.toThrow('aborted');
  expect(reads).toBe(2);
  // Without that it ends as well.
  expect(await work(new AbortController().signal)).toMatchObject({ refusal: 'taken-back' });
});
