/** From the rounds to a figure, and from the figure to whether its bar is reached. */
import { SATURATION, type Bar, type Figure } from './figures.ts';
import { invalid, type Round } from './round.ts';
import type { Target } from './servers.ts';
import { median } from './statistics.ts';

/** The rounds on all servers that ran one after the other; what is compared is compared within one. */
export type Trio = Record<Target, Round>;

export interface Measured {
  product: number;
  other: number | null;
  /** Of the ratios within each round, or of the product's own figures. */
  middle: number;
  least: number;
  most: number;
  /** In how many rounds it could be measured. */
  rounds: number;
}

/** What waits for the disk at each response is not limited by its processor; that is what is measured. */
const isSlow = ({ against }: Figure): boolean => against === 'one at a time';

/**
 * Null when no round has it.
 *
 * @param all take saturation rounds that do not count as well
 */
export function measure(figure: Figure, trios: readonly Trio[], all = false): Measured | null {
  const counts = ({ saturate }: Round): boolean =>
    all || figure.phase !== SATURATION || invalid(saturate) === null;
  const pairs = trios.flatMap((trio) => {
    const product = figure.of(trio.product);
    const other = figure.against === null ? null : figure.of(trio[figure.against]);
    if (
      !counts(trio.product) ||
      (figure.against !== null && !counts(trio[figure.against]) && !isSlow(figure))
    )
      return [];
    if (product === null || (figure.against !== null && other === null)) return [];
    return [{ product, other, value: other === null ? product : product / other }];
  });
  if (pairs.length === 0) return null;
  const values = pairs.map((p) => p.value);
  const others = pairs.flatMap((p) => p.other ?? []);
  return {
    product: median(pairs.map((p) => p.product)),
    other: others.length === 0 ? null : median(others),
    middle: median(values),
    least: Math.min(...values),
    most: Math.max(...values),
    rounds: pairs.length,
  };
}

/** Rounds that a bar is judged by, unless it says otherwise. */
const ENOUGH_ROUNDS = 5;

export type Verdict = 'reached' | 'missed' | { notMeasured: string };

/** How long a sync takes on a disk from which the bar of a slow one is asked, in milliseconds. */
const SLOW_SYNC_MS = 0.4;

/** The least that a bar asks for where a sync of the disk takes that long. */
export function leastOf({ atLeast, onSlowDisk }: Bar, syncMs: number): number | undefined {
  return syncMs >= SLOW_SYNC_MS ? (onSlowDisk ?? atLeast) : atLeast;
}

/**
 * Whether a figure reaches its bar, or why that was not measured.
 *
 * @param syncMs how long a sync of the disk took, the median over the rounds
 */
export function judge(bar: Bar, measured: Measured | null, phones: number, syncMs: number): Verdict {
  if (phones < bar.phones) return { notMeasured: `needs ${bar.phones} phones` };
  if (measured === null) return { notMeasured: 'no round counts' };
  const { rounds = ENOUGH_ROUNDS } = bar;
  if (measured.rounds < rounds) return { notMeasured: `${measured.rounds} of ${rounds} rounds that count` };
  const { atMost = Infinity } = bar;
  const atLeast = leastOf(bar, syncMs) ?? -Infinity;
  return measured.middle <= atMost && measured.middle >= atLeast ? 'reached' : 'missed';
}

/**
 * What fails a gate: figures that miss their bar, and those that a full run, of enough phones and rounds, was asked for
 * and could not measure, since its rounds did not count.
 *
 * @param ran how many rounds there were
 */
export function failing(
  figures: readonly Figure[],
  trios: readonly Trio[],
  { phones, syncMs, ran }: { phones: number; syncMs: number; ran: number },
): string[] {
  return figures.flatMap((figure) => {
    const { bar } = figure;
    if (bar === undefined) return [];
    const verdict = judge(bar, measure(figure, trios), phones, syncMs);
    if (verdict === 'reached') return [];
    const name = `${bar.id} (${figure.phase}, ${figure.what})`;
    if (verdict === 'missed') return [name];
    const full = phones >= bar.phones && ran >= (bar.rounds ?? ENOUGH_ROUNDS);
    return full ? [`${name}, not measured: ${verdict.notMeasured}`] : [];
  });
}
