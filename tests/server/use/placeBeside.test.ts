/** How much can be written beside the boards. */
import { expect, test } from '@jest/globals';
import { checkPlace } from '../../../core/checking.ts';
import { beginCheck } from '../../../core/checkingSteps.ts';
import { LIMITS } from '../../../core/limits.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { Placement } from '../../../core/response.ts';
import { mayPlaceBeside } from '../../../server/use/placeBeside.ts';
import type { Running } from '../../../server/use/running.ts';
import { facts, makeRoom, press } from '../../support/room.ts';

test('CK1 P5 with no room for more words an answer alone still counts', () => {
  const item = { recommendation: 'a', kind: 'change', text: 'Ask first', points: '' } as const;
  const room = beginCheck(press(makeRoom(), 2), [item], facts());
  if (isRefusal(room)) throw new Error(room.refusal);
  const ids = Array.from({ length: LIMITS.thoughts - 1 }, (_, i) => `note${i}`);
  const running = (waiting: string[]) =>
    ({
      room: { ...room, released: { [checkPlace(1)]: ids } },
      pending: new Map([[checkPlace(1), new Set(waiting)]]),
    }) as unknown as Running;
  const who = { token: '', hash: '', card: false, tags: new Map() };
  const said = (of: Running, comment: string, before?: string) => {
    const placement: Placement = { board: checkPlace(1), revision: 2, answer: 2, comment, audience: 'team' };
    const there =
      before === undefined
        ? undefined
        : ({ revision: 1, answer: 2, comment: before, audience: 'team' } as const);
    return mayPlaceBeside(of, who, placement, there);
  };
  expect(said(running([]), 'Say when')).toMatchObject({ comment: 'Say when' });
  const full = running(['one']);
  expect(said(full, 'Say when')).toMatchObject({ refusal: 'thoughts-full', where: 'comment' });
  expect(said(full, '')).toMatchObject({ answer: 2, comment: '' });
  expect(said(full, 'Say when', 'Say')).toMatchObject({ comment: 'Say when' });
});
