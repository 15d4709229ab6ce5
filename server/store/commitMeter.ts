/**
 * How long the commits of running sessions take, how many placements share one, and how many wait. One object for
 * the whole process, without anything by session. Nothing is done for each placement, and nothing is made.
 *
 * A count that moves by one, beside a clock, is somebody's moment. So both histograms are told anew together, after
 * each hundred placements, and all counts in them are in whole steps.
 */

/** Placements after which what is told is renewed. */
const RENEWED = 100;
/** Counts are told in steps of so many. */
const STEP = 10;

/** As Prometheus has it: of each bound how many were at most that, then all of them; and their sum. */
export interface Told {
  bounds: readonly number[];
  counts: readonly number[];
  sum: number;
}

class Histogram {
  readonly #bounds: readonly number[];
  readonly #counts: Float64Array;
  #sum = 0;
  #told: Told | null = null;

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = new Float64Array(bounds.length + 1);
  }

  add(value: number): void {
    let at = 0;
    while (at < this.#bounds.length && value > (this.#bounds[at] ?? 0)) at += 1;
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    this.#sum += value;
  }

  renew(): void {
    let so = 0;
    const counts = [...this.#counts].map((n) => Math.floor((so += n) / STEP) * STEP);
    this.#told = { bounds: this.#bounds, counts, sum: this.#sum };
  }

  /** Null before the first hundred placements. */
  told(): Told | null {
    return this.#told;
  }
}

export class CommitMeter {
  /** From handing a batch to the thread that writes to its being on the disk. */
  readonly seconds = new Histogram([0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]);
  readonly placements = new Histogram([1, 2, 5, 10, 20, 50, 100, 200, 500]);
  readonly #queues = new Set<{ waiting: () => number }>();
  #since = 0;

  /** @param placements in it; without any it was about the room itself */
  committed(ms: number, placements: number): void {
    this.seconds.add(ms / 1000);
    if (placements > 0) this.placements.add(placements);
    this.#since += placements;
    if (this.#since < RENEWED) return;
    this.#since = 0;
    this.seconds.renew();
    this.placements.renew();
  }

  /** From now on what waits there is counted; call what comes back when it is closed. */
  watch(queue: { waiting: () => number }): () => void {
    this.#queues.add(queue);
    return () => void this.#queues.delete(queue);
  }

  /** How many wait for the next commit, in whole steps. */
  waiting(): number {
    let n = 0;
    for (const queue of this.#queues) n += queue.waiting();
    return Math.floor(n / STEP) * STEP;
  }
}

/** Of this process. */
export const commits = new CommitMeter();
