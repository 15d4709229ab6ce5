/** What goes into the rules of a release and what comes out. */
import type { Figure } from '../results.ts';
import type { Scale } from '../scale.ts';
import type { Membership } from '../session.ts';
import type { EligibleRow, TallyRow } from '../tally.ts';

/** A choice of groups and sessions; empty lists mean all. */
export interface Choice {
  groups: string[];
  sessions: string[];
}

/** A named choice, shown beside the whole. */
export interface ReleaseUnit extends Choice {
  name: string;
}

/** One statement in one session and round, as it was asked. */
export interface AskedBoard {
  session: string;
  statement: string;
  round: 1 | 2;
  version: number;
  scale: Scale;
}

/** The smallest set of people that is known apart: those of one membership in one session. */
export interface Atom {
  session: string;
  membership: Membership;
}

/**
 * Whom a published figure is about. It is kept as a rule and not as a list of atoms, so that a
 * membership that turns up later (a late card) stands in the earlier figures too, with nobody then.
 */
export interface FigureSet {
  sessions: string[];
  /** People in any of these; null: everyone in the sessions. */
  units: Choice[] | null;
  /** Everyone in none of these is in it as well; null: they are not. */
  others: Choice[] | null;
}

export interface EntryBoard {
  statement: string;
  round: 1 | 2;
  figures: { set: FigureSet; /** How many were there was told with it. */ there: boolean }[];
  /** The counts that were used: codes 1..k, then declined `n` and `x`. */
  atoms: (Atom & { cells: number[]; there: number | null })[];
}

/**
 * What the register keeps of a release so that later ones can be held against it. It has counts below
 * the floor and never leaves the team.
 */
export interface ReleaseEntry {
  number: number;
  /** YYYY-MM-DD. */
  date: string;
  floor: number;
  boards: EntryBoard[];
}

export interface ReleaseInput {
  /** Today, YYYY-MM-DD. */
  date: string;
  floor: number;
  /** `hidden`: only the whole is told. */
  breakdowns: 'shown' | 'hidden';
  /** Ids, in their order. */
  statements: readonly string[];
  /** Every sealed session there is; one that stands in an earlier release and not here has been removed. */
  allSessions: readonly string[];
  /** Those chosen; empty: all. */
  sessions: readonly string[];
  units: readonly ReleaseUnit[];
  boards: readonly AskedBoard[];
  /** Whether versions of a wording are one figure. Different scales never are. */
  poolVersions: boolean;
  tallies: readonly TallyRow[];
  eligible: readonly EligibleRow[];
  /** In the order of their numbers. */
  earlier: readonly ReleaseEntry[];
}

/** A figure that may leave the team. */
export interface Released {
  figure: Figure;
  set: FigureSet;
  /** Earlier releases whose counts are printed again in it, because too few people have changed since. */
  reprinted: { release: number; date: string }[];
}

export interface ReleasedPart extends Released {
  /** One name, or those of the units that were merged. */
  names: string[];
  /** Everyone who is in none of the wanted units is in this part as well. */
  others: boolean;
}

/** `under-floor`: too few answered. `earlier`: what was released before would show too few people. */
export type Why = 'under-floor' | 'earlier';

export interface ReleasedBoard {
  statement: string;
  round: 1 | 2;
  /** Versions of the wording that are in the figure. */
  versions: number[];
  scale: Scale;
  whole: Released | null;
  withheld: Why | null;
  parts: ReleasedPart[];
}

export type NoteCode =
  /** Only wholes, as the consultation asks. */
  | 'breakdowns-hidden'
  /** A statement has several figures since its wording or scale changed. Slots: versions. */
  | 'not-pooled'
  /** The figure of a statement is withheld. Slots: why. */
  | 'withheld'
  /** New sessions are left out of a statement's figure, since too few are new. Slots: sessions. */
  | 'held-back'
  /** Units were merged. Slots: names, others (1 or 0), why. */
  | 'merged'
  /** Units of one kind are not shown. Slots: names, why. */
  | 'split-withheld'
  /** Earlier counts are printed again. Slots: release, date, sessions. */
  | 'reprinted'
  /** How many were there and did not answer is not told. */
  | 'not-answered-withheld';

export interface ReleaseNote {
  code: NoteCode;
  /** Null: about the whole release. */
  statement: string | null;
  round: 1 | 2 | null;
  slots: Record<string, string | number | string[]>;
}

/** Stops the release: one of its figures and earlier ones would show too few people by subtraction. */
export interface ReleaseRefusal {
  statement: string;
  round: 1 | 2;
  /** Earlier releases from which it could be subtracted. */
  releases: number[];
  /** Sessions of the few people. */
  sessions: string[];
  /** What to choose instead: sessions to add and to leave out. */
  instead: { add: string[]; remove: string[] };
}

/** Everyone in a figure gave the same answer, or nobody is on one side: to be confirmed, or merged. */
export interface UnanimityFlag {
  /** Names it, for keeping that it was confirmed; changes when the figure does. */
  key: string;
  statement: string;
  round: 1 | 2;
  /** Empty: the whole. */
  names: string[];
  kind: 'one-answer' | 'none-agree' | 'none-disagree';
}

export interface ReleasePlan {
  boards: ReleasedBoard[];
  notes: ReleaseNote[];
  refusals: ReleaseRefusal[];
  flags: UnanimityFlag[];
  /** For the register, once the release is written. */
  entry: Omit<ReleaseEntry, 'number'>;
}
