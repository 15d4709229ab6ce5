/** Post-its of counted sessions on a page: asked for until they are told, and again as one more session is counted. */
import { expect, test } from '@jest/globals';
import { makeCountedComments } from '../../client/console/talk/countedComments.ts';
import type { CommentItem } from '../../core/api.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import { settled } from '../support/talkLaptop.ts';

const item = (session: string, comment: string) =>
  ({ session, board: 1, tag: comment, comment }) as CommentItem;

function bench() {
  const timers: (() => void)[] = [];
  /** What is asked for and not answered yet. */
  const open: ((answer: readonly CommentItem[] | Refusal) => void)[] = [];
  const counted = makeCountedComments({
    fetch: () => new Promise((answer) => open.push(answer)),
    later: (action) => {
      timers.push(action);
      return () => void timers.splice(timers.indexOf(action), 1);
    },
  });
  const answers = async (answer: readonly CommentItem[] | Refusal): Promise<void> => {
    open.shift()?.(answer);
    await settled();
  };
  const tick = (): void => timers.splice(0).forEach((action) => action());
  const now = () => [counted.known.value, counted.failed.value, counted.all.value.map((one) => one.comment)];
  return { counted, open, answers, tick, now };
}

test('TK9 post-its that could not be had are not known to be none: they are asked for until they are told', async () => {
  const { counted, open, answers, tick, now } = bench();
  counted.refresh();
  expect(open).toHaveLength(0);
  counted.of(['aa']);
  counted.refresh();
  expect(open).toHaveLength(1);
  await answers(refuse('fault'));
  expect(now()).toEqual([false, true, []]);
  tick();
  await answers([item('aa', 'Late')]);
  expect(now()).toEqual([true, false, ['Late']]);
  // Asked now and then, a refusal takes away nothing that is known.
  counted.refresh();
  await answers(refuse('fault'));
  expect(now()).toEqual([true, true, ['Late']]);
  // What its writer took out goes.
  tick();
  await answers([]);
  expect(now()).toEqual([true, false, []]);
  counted.close();
});

test('TK9 as one more session is counted, what was told before is not all any more, nor is an answer that was under way', async () => {
  const { counted, open, answers, now } = bench();
  counted.of([]);
  expect([open.length, ...now()]).toEqual([0, true, false, []]);
  counted.of(['aa']);
  counted.of(['bb', 'aa']);
  await answers([item('aa', 'One')]);
  expect(now()).toEqual([false, false, ['One']]);
  await answers([item('aa', 'One'), item('bb', 'Two')]);
  expect([open.length, ...now()]).toEqual([0, true, false, ['One', 'Two']]);
  counted.of(['aa', 'bb']);
  expect([open.length, counted.known.value]).toEqual([0, true]);
  counted.close();
});
