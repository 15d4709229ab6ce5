import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import type { LiveResponse } from '../../../../server/store/store.ts';
import type { Answer } from '../../../../core/scale.ts';
import { aResponse, begun, newFolder, opened, reopened } from '../made.ts';

const sent = fc.record({
  board: fc.constantFrom(1, 2),
  tag: fc.constantFrom('a', 'b', 'c'),
  revision: fc.integer({ min: 1, max: 6 }),
  answer: fc.constantFrom<(Answer | null)[]>(null, 1, 5, 'n', 'x'),
  comment: fc.constantFrom('', 'one', 'two'),
  again: fc.integer({ min: 1, max: 5 }),
  at: fc.nat(),
  /** Whether the next waits for this one. */
  wait: fc.boolean(),
});

test('S2 every placement sent once to five times, shuffled, ends as a model says', async () => {
  const folder = newFolder();
  let store = await opened(folder);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { maxLength: 40 }), async (list) => {
      run += 1;
      // Boards of its own for each run, so that one store serves them all.
      const base = run * 2;
      let live = run === 1 ? await begun(store) : await reopened(store);
      const model = new Map<string, LiveResponse>();
      const operations = list
        .flatMap((op) =>
          Array.from({ length: op.again }, (_, i) => ({ ...op, at: (op.at * (i + 1)) % 9973 })),
        )
        .toSorted((a, b) => a.at - b.at);
      const waiting: Promise<void>[] = [];
      for (const { board, tag, revision, answer, comment, wait } of operations) {
        const response = aResponse(base + board, tag, { revision, answer, comment });
        const key = `${response.board} ${tag}`;
        const now = model.get(key);
        const newer = now === undefined || revision > now.revision;
        const replay = now?.revision === revision && now.answer === answer && now.comment === comment;
        if (newer) model.set(key, response);
        const expected = newer
          ? { saved: response, before: now }
          : replay
            ? { saved: now, before: now }
            : { stale: now };
        const placing = live.place(response).then((outcome) => expect(outcome).toEqual(expected));
        waiting.push(placing);
        if (wait) await placing;
      }
      await Promise.all(waiting);
      if (run % 10 === 0) {
        await store.close();
        store = await opened(folder);
        live = await reopened(store);
      }
      const mine = (await live.responses()).filter((r) => r.board > base);
      const byKey = (a: LiveResponse, b: LiveResponse): number =>
        a.board - b.board || a.tag.localeCompare(b.tag);
      expect(mine.toSorted(byKey)).toEqual([...model.values()].toSorted(byKey));
    }),
    { numRuns: 100 },
  );
  await store.close();
});
