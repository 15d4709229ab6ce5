/**
 * Comparisons as the console and the report show them: numbers, and codes for what has to be said beside
 * them. The words are in a message catalogue.
 */
import { agreementA } from './agreement.ts';
import type { ManyGroups, Pair } from './kruskalWallis.ts';
import { kruskalWallis, pairwise } from './kruskalWallis.ts';
import type { TwoGroups } from './mannWhitney.ts';
import { mannWhitney } from './mannWhitney.ts';
import type { AgreementMeaning } from './meaning.ts';
import { agreementMeaning } from './meaning.ts';
import type { BeforeAfter, PairedTests } from './paired.ts';
import { pairedTests } from './paired.ts';
import type { Quartiles } from './quantile.ts';
import { quartiles } from './quantile.ts';
import { tableOfCounts } from './ranks.ts';

/**
 * What a p does not say, and why. The first four stand beside every one.
 *
 * - `not-sampled`: the people were not drawn at random from any population.
 * - `heard-one-another`: those in one session heard one another, and answers may have followed another's.
 * - `moved-together`: for the same reason whole groups may have moved together.
 * - `these-people-only`: p describes re-shuffling these people, nobody else.
 * - `cannot-reach-05`: with these answers p could not have been .05, whoever had given which; `least` says how
 *   low it could be, of a pair `leastAdjusted`.
 * - `least-unknown`: there are too many groups of different sizes to say how low p could have been.
 * - `approximate`: p is not exact, see `method`.
 * - `pairs-approximate`: p of some pairs is not exact, see their `method`.
 * - `several-pairs`: pairs are looked at together; their p is the one adjusted for that.
 */
export type Caveat =
  | 'not-sampled'
  | 'heard-one-another'
  | 'moved-together'
  | 'these-people-only'
  | 'cannot-reach-05'
  | 'least-unknown'
  | 'approximate'
  | 'pairs-approximate'
  | 'several-pairs';

export interface GroupCounts {
  label: string;
  /** Counts of the codes 1..k. */
  counts: readonly number[];
}

/** One group as it is described before any test. */
export interface GroupSummary {
  label: string;
  n: number;
  quartiles: Quartiles;
  agreement: number | null;
  meaning: AgreementMeaning | null;
}

/** A pair of groups by their places in `groups`. Its caveats say only what is not said of the whole. */
export type ComparedPair = Pair & { caveats: Caveat[] };

interface Compared {
  /** Groups in which somebody answered, in the order given. */
  groups: GroupSummary[];
  /** Labels of groups in which nobody did. */
  empty: string[];
  caveats: Caveat[];
}

export type Comparison =
  | { kind: 'none'; reason: 'nobody' | 'too-few-groups' | 'different-scales' }
  | (Compared & { kind: 'two'; test: TwoGroups })
  | (Compared & { kind: 'several'; test: ManyGroups; pairs: ComparedPair[] });

/**
 * The seed of the comparison of a statement's groups in a round. The results page and the report both take
 * it, so that a p by Monte Carlo is the same on both.
 */
export function comparisonSeed(statement: string, round: 1 | 2): string {
  return `${statement} ${round}`;
}

/** Up to this many people in three groups or more the tests take no longer than a fifth of a second. */
const QUICK = 200;

const ALWAYS: readonly Caveat[] = ['not-sampled', 'heard-one-another', 'moved-together', 'these-people-only'];
/** With the slack that `leastP.ts` needs, which works in logarithms. */
const LEVEL = 0.05 + 1e-9;

function caveatsOf(least: number | null, method: string): Caveat[] {
  const caveats: Caveat[] = [];
  if (least === null) caveats.push('least-unknown');
  else if (least > LEVEL) caveats.push('cannot-reach-05');
  if (method !== 'exact') caveats.push('approximate');
  return caveats;
}

/**
 * Compares groups on one statement: two by Mann-Whitney, three or more by Kruskal-Wallis and then in pairs.
 * Groups are taken as separate people; someone who is in two of them has to be counted in one only.
 *
 * @param groups counts on one and the same scale; groups in which nobody answered are left out, and named
 * @param seed see `comparisonSeed`
 * @returns `none` with the reason where nobody answered, fewer than two groups did, or the scales differ
 */
export function compareGroups(groups: readonly GroupCounts[], seed: string): Comparison {
  const summaries = groups.map(summaryOf);
  const here = groups.filter((_, i) => summaries[i] !== null);
  if (here.length === 0) return { kind: 'none', reason: 'nobody' };
  if (new Set(here.map(({ counts }) => counts.length)).size > 1)
    return { kind: 'none', reason: 'different-scales' };
  if (here.length < 2) return { kind: 'none', reason: 'too-few-groups' };
  const compared = {
    groups: summaries.filter((summary) => summary !== null),
    empty: groups.filter((_, i) => summaries[i] === null).map(({ label }) => label),
  };
  const counts = here.map((group) => group.counts);
  if (counts.length === 2) {
    const test = mannWhitney(tableOfCounts(counts));
    return { kind: 'two', ...compared, test, caveats: [...ALWAYS, ...caveatsOf(test.least, test.method)] };
  }
  const test = kruskalWallis(tableOfCounts(counts), seed);
  const pairs = pairwise((a, b) => tableOfCounts([counts[a] ?? [], counts[b] ?? []]), counts.length);
  return {
    kind: 'several',
    ...compared,
    test,
    pairs: pairs.map((pair) => ({ ...pair, caveats: caveatsOf(pair.leastAdjusted, pair.method) })),
    caveats: [
      ...ALWAYS,
      ...caveatsOf(test.least, test.method),
      ...(pairs.some(({ method }) => method !== 'exact') ? (['pairs-approximate'] as const) : []),
      'several-pairs',
    ],
  };
}

/** Whether comparing these groups takes so long that a page should be asked for it first. */
export function takesLong(groups: readonly GroupCounts[]): boolean {
  const sizes = groups.map(({ counts }) => counts.reduce((a, b) => a + b, 0)).filter((n) => n > 0);
  return sizes.length > 2 && sizes.reduce((a, b) => a + b, 0) > QUICK;
}

function summaryOf({ label, counts }: GroupCounts): GroupSummary | null {
  const found = quartiles(counts);
  if (found === null) return null;
  const n = counts.reduce((a, b) => a + b, 0);
  return { label, n, quartiles: found, agreement: agreementA(counts), meaning: agreementMeaning(counts) };
}

export type PairedComparison =
  | { kind: 'none'; reason: 'nobody' }
  | { kind: 'unmoved'; n: number }
  | ({ kind: 'paired'; n: number; caveats: Caveat[] } & PairedTests);

/**
 * Compares the answers of the same people before and after.
 *
 * @param pairs each person who answered both times, by codes; only linked sessions know which two answers are
 *   one person's
 * @returns `none` with the reason, `unmoved` where everyone answered as before, or the tests
 */
export function comparePaired(pairs: readonly BeforeAfter[]): PairedComparison {
  const n = pairs.length;
  if (n === 0) return { kind: 'none', reason: 'nobody' };
  const tests = pairedTests(pairs);
  if (tests === null) return { kind: 'unmoved', n };
  return {
    kind: 'paired',
    n,
    ...tests,
    caveats: [...ALWAYS, ...caveatsOf(tests.least, tests.wilcoxon.method)],
  };
}
