/** Words of statistics that the results page and the report have in common. */
import type { Catalogue } from '../message.ts';

export const statisticsEn = {
  'tests.method.exact': 'exact',
  'tests.method.normal': 'by the normal approximation',
  'tests.method.monte-carlo': 'from shuffles drawn by lot, the same each time',
  'tests.method.chi-square': 'by the chi-square approximation',
  'tests.least': 'The least that groups of {n1} and {n2} can reach: {untied}.',
  'tests.least.tied':
    'The least that groups of {n1} and {n2} can reach: {untied} where no two people answer alike, {least} with these answers.',

  'stats.interval': 'Interval of the largest share',
  'stats.interval.value': '{share}: {low}\u00a0% to {high}\u00a0%',
  'stats.interval.few': 'not given below {from} people',
  'stats.share.agree': 'agree',
  'stats.share.disagree': 'disagree',
  'stats.share.middle': 'neither',
  'stats.share.even': 'agree, and as many disagree',
  'stats.share.own.even': 'each end of the scale',
} as const satisfies Catalogue;
