/** Figures of the analysis page in words. */
import type { Apart } from '../../../../core/analysis/order.ts';
import { LEAST_ANSWERS } from '../../../../core/analysis/camps.ts';
import { FLOORS } from '../../../../core/limits.ts';
import type { Figure } from '../../../../core/results.ts';
import { netAgreement, sides } from '../../../../core/results.ts';
import type { Scale } from '../../../../core/scale.ts';
import { deltaSize } from '../../../../core/statistics/cliff.ts';
import { sayMedian } from '../figureWords.ts';
import { say } from '../say.ts';

/** What stands under a small bar: below twenty people a count, from there on the net agreement in points. */
export function sayCell(figure: Figure, scale: Scale): string {
  const { n, counts, declined } = figure;
  if (n === 0) return declined.n + declined.x > 0 ? say('an.cell.declined') : say('an.cell.nobody');
  if (scale.kind === 'own') return say('an.cell.own', { n, median: sayMedian(figure, scale) });
  if (n >= FLOORS.percentFrom) return say('an.cell.net', { of: n, net: signed(netAgreement(figure) ?? 0) });
  const { agree, disagree } = sides(counts);
  return disagree > agree
    ? say('an.cell.disagree', { n: disagree, of: n })
    : say('an.cell.agree', { n: agree, of: n });
}

/** A whole number with its sign: "+42", "−7", "0". */
export function signed(number: number): string {
  const whole = Math.round(number);
  return whole === 0 ? '0' : `${whole > 0 ? '+' : '−'}${Math.abs(whole)}`;
}

/** How far the two groups that answered most differently are apart. */
export function sayApart(apart: Apart | null): string {
  if (apart === null) return say('an.apart.none', { least: LEAST_ANSWERS });
  const { higher, lower, delta } = apart;
  const size = deltaSize(delta);
  return size === 'negligible'
    ? say('an.apart.negligible')
    : say(`an.apart.${size}`, { higher, lower, delta: delta.toFixed(2) });
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
