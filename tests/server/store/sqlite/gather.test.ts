import { expect, test } from '@jest/globals';
import { RATES } from '../../../../core/limits.ts';
import { Busy, gatherFor } from '../../../../server/store/sqlite/gather.ts';

test('S1 a commit waits for others the longer the busier the server is, and not at all while it has time', () => {
  expect([0, 0.3, 0.6].map(gatherFor)).toEqual([0, 0, 0]);
  expect([0.9, 1].map(gatherFor)).toEqual([RATES.gatherMs, RATES.gatherMs]);
  const waits = Array.from({ length: 101 }, (_, i) => gatherFor(i / 100));
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(new Set(waits).size).toBe(RATES.gatherMs + 1);
});

test('S1 how busy the server is is what it was lately', async () => {
  const busy = new Busy();
  const work = async (ms: number): Promise<void> => {
    for (const until = performance.now() + ms; performance.now() < until;) await new Promise(setImmediate);
  };
  // Turns that follow each other without a pause leave the loop no time.
  await work(120);
  expect(busy.share()).toBeGreaterThan(0.9);
});
