/** What a fault of the suite is, and what it finds. */
import type { Need } from './needs.ts';

export interface Form {
  /** The long form, by hand; the short one is part of what runs at each change. */
  long: boolean;
}

/** A measured time, ratio or size; `atMost` is its bar. Null: it never came. */
export interface Figure {
  what: string;
  value: number | null;
  unit: 's' | 'ms' | 'MB' | 'x' | '%' | 'MB/h' | '';
  atMost?: number;
}

export interface Finding {
  /** What was done, in a few words: "50 kills, 21,300 acknowledged". */
  done: string;
  /** Everything that may never be: lost, doubled, invented, falsely acknowledged, crashed. Fails always. */
  wrong: string[];
  /** A figure over its bar fails only where that was asked for. */
  figures: Figure[];
}

export interface Fault {
  id: string;
  title: string;
  needs: readonly Need[];
  /** Its times are judged, so nothing else runs beside it. */
  alone: boolean;
  /** A command that runs it, such as one that gives it mounts of its own, which go with it. */
  within?: readonly string[];
  /** After so many seconds it is ended and has failed. */
  patience: { short: number; long: number };
  run(form: Form): Promise<Finding>;
}

/** The value under which that share of all lie; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Whether a figure misses its bar. */
export function missed({ value, atMost }: Figure): boolean {
  return atMost !== undefined && (value === null || value > atMost);
}
