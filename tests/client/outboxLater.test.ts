/** What becomes of an outbox later: words that came too late, chance, waking, an older copy. */
import { describe, expect, test } from '@jest/globals';
import { AGREE, bench } from '../support/outboxBench.ts';
import { fakeStorage } from '../support/storage.ts';

describe('an outbox, later', () => {
  test('TP1 words that came too late outlive a refresh, until they are settled', () => {
    const storage = fakeStorage();
    const { box, last, sent } = bench(storage);
    const outbox = box();
    outbox.place(AGREE);
    last().ack({ refusal: 'not-open' });
    expect(outbox.notices()).toHaveLength(1);
    const later = box();
    expect(later.notices()).toMatchObject([{ code: 'not-open', entry: { board: 1, comment: 'why' } }]);
    // It is not sent again by itself.
    later.flush();
    expect([sent.length, later.state(), later.failed()]).toEqual([1, null, true]);
    later.settle(1);
    expect([later.failed(), box().notices()]).toEqual([false, []]);
    // What is placed there anew takes its place; forgetting everything takes it too.
    later.place(AGREE);
    last().ack({ refusal: 'not-open' });
    box().place({ ...AGREE, comment: 'anew' });
    expect(box().notices()).toEqual([]);
    last().ack({ refusal: 'not-open' });
    box().clear();
    expect(box().notices()).toEqual([]);
  });

  test('S2 chance moves when something is sent again by up to a half, so that phones which failed together do not come back together', () => {
    const waits = (chance: number): number[] => {
      const { box, last, tick } = bench(fakeStorage(), chance);
      box().place(AGREE);
      return Array.from({ length: 6 }, () => {
        last().ack({ refusal: 'not-saved' });
        return tick()[0] ?? 0;
      });
    };
    const [soon, late] = [waits(0), waits(0.999)];
    expect(soon).toEqual([1000, 2000, 4000, 8000, 8000, 8000]);
    for (const [i, ms] of late.entries()) {
      expect(ms).toBeGreaterThan(1.4 * (soon[i] ?? 0));
      expect(ms).toBeLessThanOrEqual(1.5 * (soon[i] ?? 0));
    }
  });

  test('L7 a phone that was woken sends at once, and what fails then does not wait as long as before; it never said Sending meanwhile', () => {
    const { box, sent, last, tick } = bench();
    const outbox = box();
    outbox.place(AGREE);
    for (let i = 0; i < 6; i += 1) {
      last().ack({ refusal: 'not-saved' });
      tick();
    }
    const before = sent.length;
    outbox.reconcile([]);
    expect(sent.length).toBe(before + 1);
    expect(outbox.state()).toBe('waiting');
    last().ack(null);
    expect(tick()).toEqual([2000]);
  });

  test('O8 after an older copy has come back a page that stayed open sends again what was saved; one that was loaded again has forgotten it', () => {
    const { box, sent, last } = bench();
    const outbox = box();
    outbox.place(AGREE);
    last().ack(1);
    const loadedAgain = box();
    loadedAgain.reconcile([]);
    expect(sent.length).toBe(1);
    outbox.reconcile([]);
    expect(sent.length).toBe(2);
    expect(last().entry).toEqual({ ...AGREE, revision: 1 });
  });
});
