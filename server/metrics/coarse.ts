/**
 * Numbers that come from what participants do, made so coarse that watching them over time tells nobody's
 * moment: a count that moves by one, beside a clock, is somebody.
 */

/** Steps in which anything about participants is counted. */
export const STEP = 10;

/** Up to whole steps. */
export function roundedUp(n: number): number {
  return Math.ceil(n / STEP) * STEP;
}

/** Down to whole steps. */
export function roundedDown(n: number): number {
  return Math.floor(n / STEP) * STEP;
}

/** Counts by kind, for the whole process. */
export class Counts {
  readonly #counts = new Map<string, number>();

  add(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** Kinds that have come to a whole step, in the order of their names. */
  coarse(): [string, number][] {
    return [...this.#counts]
      .map(([kind, n]): [string, number] => [kind, roundedDown(n)])
      .filter(([, n]) => n > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}

const KEPT = 500;
const RENEWED = 100;

/** How long things took, as quantiles of the last 500, told anew only after each hundred. */
export class Durations {
  readonly #ring = new Float64Array(KEPT);
  #kept = 0;
  #at = 0;
  #since = 0;
  #told = new Float64Array(0);

  /** @param ms what one of them took */
  add(ms: number): void {
    this.#ring[this.#at] = ms;
    this.#at = (this.#at + 1) % KEPT;
    this.#kept = Math.min(KEPT, this.#kept + 1);
    this.#since += 1;
    if (this.#since < RENEWED) return;
    this.#since = 0;
    // Sorted as numbers, without asking for each two of them.
    this.#told = this.#ring.slice(0, this.#kept).toSorted();
  }

  /** In milliseconds; null before the first hundred. */
  quantile(q: number): number | null {
    return this.#told[Math.min(this.#told.length - 1, Math.floor(q * this.#told.length))] ?? null;
  }
}

/** Placements on their way, and how long they take until they are durable. */
export class Meter {
  readonly saving = new Durations();
  waiting = 0;

  /** @returns when it began, for `ended` */
  begins(): number {
    this.waiting += 1;
    return performance.now();
  }

  ended(begun: number): void {
    this.waiting -= 1;
    this.saving.add(performance.now() - begun);
  }
}

/** Refusals of every kind that this process has given. */
export const refusals = new Counts();
