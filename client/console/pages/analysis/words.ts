/** Figures of the analysis page in words. */
import type { Line } from '../../../../core/analysis/lines.ts';
import type { Apart } from '../../../../core/analysis/order.ts';
import { LEAST_ANSWERS } from '../../../../core/analysis/camps.ts';
import { FLOORS } from '../../../../core/limits.ts';
import type { Figure } from '../../../../core/results.ts';
import { netAgreement, sides } from '../../../../core/results.ts';
import type { Scale } from '../../../../core/scale.ts';
import { labelsOf } from '../../../../core/scale.ts';
import { deltaSize } from '../../../../core/statistics/cliff.ts';
import { intervalOf } from '../../../../core/statistics/interval.ts';
import type { ManyGroups } from '../../../../core/statistics/kruskalWallis.ts';
import type { TwoGroups } from '../../../../core/statistics/mannWhitney.ts';
import { sayAnswers, sayMedian } from '../figureWords.ts';
import { say } from '../say.ts';

/**
 * What stands under a small bar: how many agree, so that cells can be compared across a row, and net
 * agreement with it from twenty people on. Where all are on one side or in the middle, or as many agree as
 * disagree, that is said instead, since the count alone would hide it.
 */
export function sayCell(figure: Figure, scale: Scale): string {
  const { n, counts, declined } = figure;
  if (n === 0) return declined.n + declined.x > 0 ? say('an.cell.declined') : say('an.cell.nobody');
  if (scale.kind === 'own') return say('an.cell.own', { n, median: sayMedian(figure, scale) });
  const { agree, disagree, middle } = sides(counts);
  if (middle === n) return say('an.cell.all.middle', { n });
  if (agree === n) return say('an.cell.all.agree', { n });
  if (disagree === n) return say('an.cell.all.disagree', { n });
  if (agree === disagree) return say('an.cell.even', { agree, disagree });
  const told = say('an.cell.agree', { n: agree, of: n });
  if (n < FLOORS.percentFrom) return told;
  return say('an.cell.net', { told, net: signed(netAgreement(figure) ?? 0) });
}

/** A whole number with its sign: "+42", "−7", "0". */
export function signed(number: number): string {
  const whole = Math.round(number);
  return whole === 0 ? '0' : `${whole > 0 ? '+' : '−'}${Math.abs(whole)}`;
}

/** How far the two groups that answered most differently are apart. */
export function sayApart(apart: Apart | null, scale: Scale): string {
  if (apart === null) return say('an.apart.none', { least: LEAST_ANSWERS });
  const { higher, lower, delta } = apart;
  const size = deltaSize(delta);
  return size === 'negligible'
    ? say('an.apart.negligible')
    : say(`an.apart.${scale.kind === 'own' ? 'own.' : ''}${size}`, {
        higher,
        lower,
        end: labelsOf(scale).at(-1) ?? '',
        delta: delta.toFixed(2),
      });
}

/** A measure to two places, with a true minus. */
export function sayNumber(number: number | null): string {
  return number === null
    ? say('stat.undefined')
    : number
        .toFixed(2)
        .replace(/^-(?=.*[1-9])/, '−')
        .replace(/^-/, '');
}

/** A p as it is: to three places, and never nought. */
export function sayP(p: number): string {
  return p < 0.001 ? say('stat.p.small') : say('stat.p', { p: p.toFixed(3) });
}

/** A p with the way it was found. */
export function sayTested(p: number, method: TwoGroups['method'] | ManyGroups['method']): string {
  return say('stat.p.method', { p: sayP(p), method: say(`tests.method.${method}`) });
}

/** The least p of two groups of these sizes, and with these answers where that is another one. */
export function sayLeast({ n1, n2, least, leastUntied }: TwoGroups): string {
  const slots = { n1, n2, untied: sayP(leastUntied), least: sayP(least) };
  return say(slots.untied === slots.least ? 'tests.least' : 'tests.least.tied', slots);
}

/** The interval of the share of those who stand where most do, with whose share it is. */
export function sayInterval(figure: Figure, scale: Scale): string {
  const interval = intervalOf(figure);
  if (interval === null) return say('stats.interval.few', { from: FLOORS.percentFrom });
  const { of, low, high } = interval;
  const share =
    scale.kind !== 'own'
      ? say(`stats.share.${of}`)
      : of === 'even'
        ? say('stats.share.own.even')
        : sayAnswers(scale, of);
  return say('stats.interval.value', { share, low, high });
}

/** On which side everyone and every compared group are. */
export function sayCommon({ common, statement: { scale } }: CommonOf): string {
  const side = common ?? 'agree';
  return scale.kind === 'own'
    ? say('an.common.own', { answers: sayAnswers(scale, side) })
    : say(`an.common.${side}`);
}

/** What more than half of those on one side of a split did. */
export function saySplitSide(scale: Scale, side: 'agree' | 'disagree'): string {
  return scale.kind === 'own'
    ? say('an.split.own', { answers: sayAnswers(scale, side) })
    : say(`an.split.${side}`);
}

type CommonOf = Pick<Line, 'common'> & { statement: Pick<Line['statement'], 'scale'> };
