/** The stick that running sessions are copied to, as the console asks for it and is told of it. */
import type { Finding, LaptopState } from './laptop.ts';
import type { Refusal } from './refusal.ts';

/** A session that this laptop had and another one may have taken over. */
export interface ElsewhereItem {
  session: string;
  name: string;
  /** `taken`: the stick says so. `unknown`: the stick is not here, so that nobody can tell. */
  why: 'taken' | 'unknown';
  /** It runs here as well: its phones do not wait. */
  runs: boolean;
}

/** What the console's page about this laptop shows. */
export interface LaptopPage {
  laptop: LaptopState;
  findings: (Finding & { name?: string })[];
  /** Sessions that could not be taken up at the start, with the reason. */
  notTakenUp: { session: string; name: string; reason: string }[];
  elsewhere: ElsewhereItem[];
  /** Sessions that were put aside, with their files. */
  aside: { session: string; name: string; day: string; until: string; folder: string }[];
  /** Nothing real runs or waits here: this may be the laptop that is to go on for another one. */
  idle: boolean;
  stick: {
    /** The folder that was named; empty: none. */
    folder: string;
    /** Time of day of the last copy since the program started; empty: none yet. */
    copied: string;
    /** Folders of this laptop that look like a stick. */
    places: string[];
  };
}

/** What a stick has, where somebody has to say first that it is to be taken over. */
export interface StickDoubt {
  /** Day (YYYY-MM-DD) and time of day of its newest copy, by the clock of the laptop that made it. */
  day: string;
  minute: string;
  /** Minutes since then by the clock of this laptop; below nought where the other one is ahead of it. */
  age: number;
  /** Where another stick is plugged in that took the place of this one; empty: nowhere. */
  newer: string;
  sessions: { name: string; ended: boolean }[];
}

/** What came over from a stick. */
export interface TakenOver {
  sessions: {
    id: string;
    name: string;
    /** What was placed after this time of day of the other laptop may be missing. */
    minute: string;
    /** The day of it where that is another one than today, YYYY-MM-DD; else empty. */
    day: string;
  }[];
  /** Those that did not, and why; they are on the stick still. */
  refused: { name: string; refusal: Refusal }[];
  /** Where the other laptop was: phones that still ask there come by themselves if this one is there now. */
  address: string;
  /** This laptop answers there. */
  sameAddress: boolean;
}

/** What came of taking over: it is done, or somebody is asked first and nothing is changed. */
export type Taking = TakenOver | { doubt: StickDoubt };
