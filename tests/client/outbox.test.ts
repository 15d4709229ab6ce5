import { describe, expect, test } from '@jest/globals';
import type { OwnPostIt } from '../../core/protocol.ts';
import type { RefusalCode } from '../../core/refusal.ts';
import { REFUSALS } from '../../core/refusals.ts';
import { RETRIED } from '../../client/shared/outbox.ts';
import { AGREE, bench } from '../support/outboxBench.ts';
import { fakeStorage } from '../support/storage.ts';

describe('outbox', () => {
  test('S1 only the number of its own revision makes a placement saved', () => {
    const { box, last } = bench();
    const outbox = box();
    outbox.place(AGREE);
    expect(outbox.pending(1)?.state).toBe('sending');
    expect(outbox.saved(1)).toBeUndefined();
    last().ack(7);
    expect(outbox.saved(1)).toBeUndefined();
    last().ack(1);
    expect(outbox.saved(1)).toEqual([1, 1, 4, 'why', 0]);
    expect(outbox.state()).toBeNull();
  });

  test('S2 what was not acknowledged goes out again with the same revision, later and later', () => {
    const { box, sent, last, tick } = bench();
    const outbox = box();
    outbox.place(AGREE);
    const waits: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      last().ack(null);
      expect(outbox.pending(1)?.state).toBe('waiting');
      waits.push(...tick());
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 8000]);
    expect(new Set(sent.map((s) => s.entry.revision))).toEqual(new Set([1]));
    // It stays "not saved" while it is tried again.
    expect(outbox.state()).toBe('waiting');
    last().ack(1);
    expect(outbox.state()).toBeNull();
  });

  test('S1 an answer that is overdue is called not saved before it is given up, and not sent twice', () => {
    const { box, sent, last, tick } = bench();
    const outbox = box();
    outbox.place(AGREE);
    expect(tick()).toEqual([1500]);
    expect(outbox.state()).toBe('waiting');
    outbox.flush();
    expect(sent).toHaveLength(1);
    last().ack(1);
    expect(outbox.state()).toBeNull();
    expect(tick()).toEqual([]);
  });

  test('S2 a late ack of an earlier attempt counts, a late failure of one does not', () => {
    const { box, sent, tick } = bench();
    const outbox = box();
    outbox.place(AGREE);
    sent[0]?.ack(null);
    tick();
    sent[0]?.ack(null);
    expect(tick()).toEqual([]);
    sent[0]?.ack(1);
    expect(outbox.saved(1)?.[1]).toBe(1);
  });

  test('S2 a change takes the next revision, also while the one before is on its way', () => {
    const { box, sent, last } = bench();
    const outbox = box();
    outbox.reconcile([[1, 5, 2, '', 0]]);
    outbox.place(AGREE);
    outbox.place({ ...AGREE, answer: 'n' });
    expect(sent.map((s) => s.entry.revision)).toEqual([6, 7]);
    sent[0]?.ack(6);
    expect(outbox.saved(1)?.[1]).toBe(6);
    expect(outbox.pending(1)?.entry.answer).toBe('n');
    last().ack(7);
    expect(outbox.saved(1)).toEqual([1, 7, 'n', 'why', 0]);
  });

  test('S2 a stale answer is dropped, what counts is shown, and it was never called saved', () => {
    const { box, last } = bench();
    const outbox = box();
    outbox.place(AGREE);
    const current: OwnPostIt = [1, 3, 2, 'from the other tab', 1];
    last().ack({ refusal: 'stale', current });
    expect(outbox.saved(1)).toEqual(current);
    expect(outbox.notice(1)?.code).toBe('stale');
    expect(outbox.state()).toBeNull();
    expect(outbox.failed()).toBe(false);
  });

  test('L5 a refusal that can pass keeps the placement; the next view sends it again at once', () => {
    const { box, sent, last, tick } = bench();
    const outbox = box();
    outbox.place(AGREE);
    last().ack({ refusal: 'paused' });
    expect(outbox.state()).toBe('waiting');
    outbox.flush();
    expect(sent).toHaveLength(2);
    // The timer of the first try is off, so that nothing goes out twice.
    expect(tick()).toEqual([]);
    outbox.flush();
    expect(sent).toHaveLength(2);
  });

  test('L3 a refusal for good keeps what was written', () => {
    const { box, last } = bench();
    const outbox = box();
    outbox.place(AGREE);
    last().ack({ refusal: 'not-open' });
    expect(outbox.notice(1)).toMatchObject({ code: 'not-open', entry: { comment: 'why' } });
    expect(outbox.failed()).toBe(true);
    expect(outbox.state()).toBeNull();
    outbox.place(AGREE);
    expect(outbox.notice(1)).toBeUndefined();
  });

  test('L7 a refresh keeps what was not acknowledged, with its revision', () => {
    const { box, sent } = bench();
    box().place(AGREE);
    const after = box();
    expect(after.pending(1)).toMatchObject({ state: 'waiting', entry: { ...AGREE, revision: 1 } });
    after.reconcile([]);
    expect(sent.at(-1)?.entry).toEqual({ ...AGREE, revision: 1 });
  });

  test('L7 what the server has already is saved when it is the same, and stale when it is not', () => {
    for (const [comment, code] of [
      ['why', undefined],
      ['other words', 'stale'],
    ] as const) {
      const { box, sent } = bench();
      box().place(AGREE);
      const after = box();
      const before = sent.length;
      after.reconcile([[1, 1, 4, comment, 0]]);
      expect(sent).toHaveLength(before);
      expect(after.saved(1)?.[3]).toBe(comment);
      expect(after.notice(1)?.code).toBe(code);
      expect(box().pending(1)).toBeUndefined();
    }
  });

  test('S1 a server that lost what it had acknowledged gets it again, once', () => {
    const { box, sent, last } = bench();
    const outbox = box();
    outbox.place(AGREE);
    last().ack(1);
    outbox.reconcile([]);
    expect(sent).toHaveLength(2);
    expect(last().entry).toEqual({ ...AGREE, revision: 1 });
    last().ack(1);
    outbox.reconcile([[1, 1, 4, 'why', 0]]);
    expect(sent).toHaveLength(2);
  });

  test('W1 what a phone by a card is not told is there, is never sent, and is placed over by the next revision', () => {
    const { box, sent, last } = bench();
    const outbox = box();
    outbox.reconcile([[1, 4, '?', '', 0]]);
    outbox.reconcile([[1, 3, '?', '', 0]]);
    expect([sent.length, outbox.saved(1)]).toEqual([0, [1, 3, '?', '', 0]]);
    outbox.place(AGREE);
    expect(last().entry).toEqual({ ...AGREE, revision: 4 });
  });

  test('a phone whose storage is blocked or full still sends', () => {
    const full = {
      ...fakeStorage(),
      setItem: () => {
        throw new Error('full');
      },
    };
    for (const storage of [null, full]) {
      const { box, last } = bench(storage);
      const outbox = box();
      outbox.place(AGREE);
      last().ack(1);
      expect(outbox.saved(1)?.[1]).toBe(1);
    }
  });

  test('what another tab put there is not removed by an ack of this one', () => {
    const storage = fakeStorage();
    const one = bench(storage);
    const other = bench(storage);
    one.box().place(AGREE);
    other.box().place({ ...AGREE, answer: 5 });
    one.last().ack(1);
    expect(bench(storage).box().pending(1)?.entry).toMatchObject({ answer: 5, revision: 2 });
  });

  test('damaged entries are dropped', () => {
    const storage = fakeStorage();
    for (const [i, text] of ['', '{', 'null', '{"board":1}', '[1]'].entries())
      storage.setItem(`standpoint:out:BCD234:${i}`, text);
    expect(bench(storage).box().state()).toBeNull();
    expect(storage.length).toBe(0);
  });

  test('forgetting leaves nothing to send', () => {
    const { box } = bench();
    const outbox = box();
    outbox.place(AGREE);
    outbox.clear();
    expect(outbox.state()).toBeNull();
    expect(box().state()).toBeNull();
  });

  test('what is sent again is what docs/REFUSALS.md says can help', () => {
    const codes = (Object.keys(REFUSALS) as RefusalCode[]).filter((code) => REFUSALS[code].retry);
    expect([...RETRIED].toSorted()).toEqual(codes.toSorted());
  });
});
