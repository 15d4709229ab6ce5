import { expect, test } from '@jest/globals';
import type { Decline, Scale } from '../../../core/scale.ts';
import { pooledScale } from '../../../server/use/analysis.ts';

const scale = (...declines: Decline[]): Scale => ({ kind: 'agreement-5', declines });
const board = (of: Scale, n = 1) => ({
  session: 's',
  n,
  statement: 'st',
  round: 1 as const,
  version: 1,
  scale: of,
  wordings: [],
});

test('F3 a way to decline that was offered stays in the figures when it is taken off the scale', () => {
  expect(pooledScale([board(scale('n', 'x'))], scale())).toEqual(scale('n', 'x'));
  expect(pooledScale([board(scale('x')), board(scale('n'), 2)], scale('n'))).toEqual(scale('n', 'x'));
});

test('F4 only boards that are counted together say which ways there are', () => {
  const three: Scale = { kind: 'agreement-3', declines: ['x'] };
  expect(pooledScale([board(scale('n')), board(three, 2)], scale())).toEqual(scale('n'));
  expect(pooledScale([board(three)], scale('n'))).toEqual(three);
  expect(pooledScale([], scale('n'))).toEqual(scale('n'));
});
