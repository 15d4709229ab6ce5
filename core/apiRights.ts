/** Shapes of what the console is told about keeping and destroying data; api.ts has the routes. */

import type { AloneCounts } from './apiAlone.ts';

/** The last day on which data are kept, and how many days that is from now; null: no day was set. */
export interface Keeping {
  until: string;
  days: number;
}

/** What waits because the laptop's clock has gone ahead by more than a week since it was last seen. */
export interface DateDoubt {
  /** What the clock shows. */
  today: string;
  /** The day on which it was last believed. */
  seen: string;
  /** Titles of consultations that will be destroyed. */
  titles: string[];
  /** Of how many sessions the codes will end. */
  codes: number;
}

/** What is left of a consultation whose data were destroyed on the day that was promised. */
export interface DestroyedItem {
  consultation: string;
  title: string;
  on: string;
  keepUntil: string;
  sessions: number;
  /** Days of the first and the last session; empty: there was none. */
  first: string;
  last: string;
  /** How the day had been changed; an empty one is none. */
  changes: { on: string; from: string; to: string }[];
  releases: { number: number; date: string; hash: string }[];
  /** Concerns that still wait, sealed, for their lead. */
  waiting: number;
  /** How many who wanted to talk or be told alone nobody had answered by their day. */
  alone?: AloneCounts;
}
