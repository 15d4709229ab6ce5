/** Opening a page of the console once more, by itself. */
import { expect, test } from '@jest/globals';
import { openAnew } from '../../client/console/opening.ts';

/** Loads a page of which a part never comes. @returns what was done, in order */
async function neverComes(answers: readonly boolean[]): Promise<string[]> {
  const done: string[] = [];
  const left = [...answers];
  let next: number | null = 0;
  while (next !== null) {
    const tries: number = next;
    next = null;
    await openAnew({
      tries,
      wait: async (ms) => void done.push(`wait ${ms}`),
      answers: async () => left.shift() ?? true,
      again: (n) => {
        done.push('again');
        next = n;
      },
    });
  }
  return done;
}

test('O11 a page of which a part never comes is opened a few times, each time later, and then no more', async () => {
  expect(await neverComes([])).toEqual([0, 1000, 2000, 4000, 8000].flatMap((ms) => [`wait ${ms}`, 'again']));
});

test('O11 while the laptop does not answer, no page is loaded again: the browser’s own error would take its place', async () => {
  const done = await neverComes([false, false, true]);
  expect(done.slice(0, 4)).toEqual(['wait 0', 'wait 1000', 'wait 1000', 'again']);
});
