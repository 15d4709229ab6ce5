/** How the analysis is looked at, as it stands in the page's address. */
import type { Beside } from '../../../../core/analysis/parts.ts';
import type { Order } from '../../../../core/analysis/order.ts';
import { ORDERS } from '../../../../core/analysis/order.ts';
import type { Neutral } from '../../../../core/chart/bars.ts';
import { NEUTRALS } from '../../../../core/chart/bars.ts';
import type { Chosen } from '../selection.ts';
import { chosenFrom, EVERYTHING, queryOf } from '../selection.ts';

/** Statistics that have to be asked for. */
export const EXTRAS = ['agreement', 'consensus', 'intervals', 'tests', 'hidden'] as const;
export type Extra = (typeof EXTRAS)[number];

export interface View {
  chosen: Chosen;
  beside: Beside;
  order: Order;
  round: 1 | 2;
  neutral: Neutral;
  hatched: boolean;
  extras: readonly Extra[];
}

export const BESIDE = ['groups', 'sessions', 'units'] as const satisfies readonly Beside[];

export const FIRST_VIEW: View = {
  chosen: EVERYTHING,
  beside: 'groups',
  order: 'board',
  round: 1,
  neutral: 'split',
  hatched: false,
  extras: [],
};

/** Reads a view from an address; whatever it does not say, or says wrongly, is as in `first`. */
export function viewFrom(search: string, first: View = FIRST_VIEW): View {
  const params = new URLSearchParams(search);
  const one = <T extends string>(key: string, known: readonly T[], otherwise: T): T =>
    known.find((value) => value === params.get(key)) ?? otherwise;
  const extras = params.get('more');
  return {
    chosen: chosenFrom(search),
    beside: one('beside', BESIDE, first.beside),
    order: one('order', ORDERS, first.order),
    round: params.get('round') === '2' ? 2 : 1,
    neutral: one('neutral', NEUTRALS, first.neutral),
    hatched: params.get('patterns') === '1',
    extras: extras === null ? first.extras : EXTRAS.filter((e) => extras.split(',').includes(e)),
  };
}

/** The query of a view: only what differs from the first one. */
export function queryOfView(view: View): string {
  const parts = [
    queryOf(view.chosen).slice(1),
    view.beside === FIRST_VIEW.beside ? '' : `beside=${view.beside}`,
    view.order === FIRST_VIEW.order ? '' : `order=${view.order}`,
    view.round === 1 ? '' : 'round=2',
    view.neutral === FIRST_VIEW.neutral ? '' : `neutral=${view.neutral}`,
    view.hatched ? 'patterns=1' : '',
    view.extras.length === 0 ? '' : `more=${view.extras.join(',')}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
