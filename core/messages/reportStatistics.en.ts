/** Statistics of the report in words, with what each assumes, and what moved between two rounds. */
import type { Catalogue } from '../message.ts';

export const reportStatisticsEn = {
  'stats.caption': 'How far people agreed with each other, statement {number}',
  'stats.agreement': 'Agreement A',
  'stats.meaning': 'In words',
  'stats.meaning.agree': 'people see this alike',
  'stats.meaning.spread': 'people are spread',
  'stats.meaning.camps': 'people see this differently, in two camps',
  'stats.meaning.few': 'too few people to put into words',
  'stats.consensus': 'Consensus',
  'stats.undefined': 'not defined',
  'stats.agreement.note':
    'Agreement A (van der Eijk 2001) is 1 when everyone gave one answer, 0 when all answers were given equally often, and −1 when half stood at each end. It describes these people only.',
  'stats.consensus.note':
    'Consensus (Tastle and Wierman 2007) is 1 when everyone gave one answer and 0 when half stood at each end. It takes the steps between answers to be of one size.',
  'stats.interval.note':
    'The interval (Wilson, 95\u00a0%) would hold for a wider population only if these people were a random sample of it. They are not.',

  'tests.overlap':
    'The groups are not tested against each other: somebody belongs to two of them and would stand on both sides.',
  'tests.two':
    'Compared by ranks: {labels}. Mann-Whitney test, two-sided {p} ({method}). Cliff’s delta {delta}, a {size} difference.',
  'tests.several': 'Compared by ranks: {labels}. Kruskal-Wallis test, {p} ({method}).',
  'tests.delta.negligible': 'negligible',
  'tests.delta.small': 'small',
  'tests.delta.medium': 'medium',
  'tests.delta.large': 'large',
  'tests.caption': 'Pairs of groups on statement {number}',
  'tests.groups': 'Groups',
  'tests.pair': '{a} and {b}',
  'tests.delta': 'Cliff’s delta',
  'tests.size': 'Size',
  'tests.adjusted': 'p, adjusted after Holm',
  'tests.p': 'p = {p}',
  'tests.p.tiny': 'p below 0.001',
  'tests.p.cannot': '{p}; it could not have reached .05, the least is {least}',
  'tests.caveat.not-sampled': 'These people were not drawn at random from any population.',
  'tests.caveat.heard-one-another': 'Those in one session heard one another.',
  'tests.caveat.moved-together': 'Whole groups may have moved together.',
  'tests.caveat.these-people-only': 'The p describes re-shuffling these people and nobody else.',
  'tests.caveat.cannot-reach-05':
    'With so few people, or answers so alike, this comparison could not have reached .05; the least it could reach is {least}.',
  'tests.caveat.least-unknown':
    'How low the p could have been is not known: there are too many groups of different sizes to work it out.',
  'tests.caveat.approximate': 'The p is approximate.',
  'tests.caveat.pairs-approximate':
    'Counting every pair exactly would take too long: the p of the larger pairs is by the normal approximation.',
  'tests.caveat.several-pairs': 'Several pairs are looked at together; their p is adjusted for that.',

  'moved.unlinked':
    'Answers are not linked, so this is the change in the totals. It does not show who changed, or how many did.',
  'moved.nobody':
    'In the linked sessions nobody gave an answer on the scale in both rounds, so this is the change in the totals. It does not show who changed, or how many did.',
  'moved.bases': 'In the first round {before} {verb}; in the second, {after} did.',
  'moved.verb.plural.agree': 'agreed or strongly agreed',
  'moved.verb.plural.disagree': 'disagreed or strongly disagreed',
  'moved.verb.single.agree': 'agreed',
  'moved.verb.single.disagree': 'disagreed',
  'moved.verb.own': 'answered {answers}',
  'moved.change': {
    one: 'That is {n} person {way} than in the first round.',
    other: 'That is {n} people {way} than in the first round.',
  },
  'moved.change.more': 'more',
  'moved.change.fewer': 'fewer',
  'moved.change.none': 'That is as many as in the first round.',
  'moved.one': 'Only one of the two rounds has a figure, so nothing is said of what moved.',
  'moved.others': 'The two rounds were not answered by the same people.',
  'moved.linked': {
    one: '{n} person answered in both rounds in linked sessions. Moved towards agreeing: {up}. Moved towards disagreeing: {down}. The same answer twice: {same}.',
    other:
      'Of {n} people who answered in both rounds in linked sessions, {up} moved towards agreeing, {down} moved towards disagreeing and {same} gave the same answer.',
  },
  'moved.linked.own': {
    one: '{n} person answered in both rounds in linked sessions. Moved towards “{high}”: {up}. Moved towards “{low}”: {down}. The same answer twice: {same}.',
    other:
      'Of {n} people who answered in both rounds in linked sessions, {up} moved towards “{high}”, {down} moved towards “{low}” and {same} gave the same answer.',
  },
  'moved.unmoved': {
    one: 'The {n} person who answered in both rounds in linked sessions gave the same answer twice.',
    other: 'All {n} people who answered in both rounds in linked sessions gave the same answer twice.',
  },
  'moved.withheld': 'Who moved is not told here, since the figures are those of an earlier release.',
  'moved.few': 'Too few people answered in both rounds in linked sessions to tell who moved.',
  'moved.test':
    'Wilcoxon signed-rank test, two-sided {p} ({method}); sign test, two-sided {sign} ({signMethod}). Both leave out those who gave the same answer twice, which is Wilcoxon’s own rule.',
} as const satisfies Catalogue;
