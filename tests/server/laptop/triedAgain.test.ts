/** How often saving is tried while nothing can be saved, against what the console says of it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { troublesOf } from '../../../client/console/laptopWords.ts';
import { thisLaptop, watchLaptop } from '../../../server/laptop/watch.ts';
import { madeLaptop } from '../../support/laptopPorts.ts';
import { simulateTime, type SimulatedTime } from '../../support/simulatedTime.ts';

let time: SimulatedTime;
beforeEach(() => void (time = simulateTime()));
afterEach(() => time.end());

test('O7 O9 the console says how often saving is tried again, that is how often it is tried, and no word of it moves meanwhile', async () => {
  const laptop = madeLaptop();
  let tried = 0;
  const watch = watchLaptop('folder', {
    ...laptop.ports,
    beats: thisLaptop.beats,
    tryWriting: async () => {
      tried += 1;
      return 'disk-full';
    },
  });
  let told = 0;
  watch.onChange(() => (told += 1));
  watch.failed(Object.assign(new Error('x'), { code: 'SQLITE_FULL' }));
  const [said] = troublesOf(watch.state());
  const [, seconds] = /Saving is tried again every (\d+) seconds/.exec(said?.text ?? '') ?? [];
  await time.pass(60_000);
  expect(tried).toBe(60 / Number(seconds));
  expect([told, troublesOf(watch.state())]).toEqual([1, [said]]);
  watch.stop();
});
