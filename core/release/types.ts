/** What goes into the rules of a release and what comes out. */
import type { Attributes } from '../attribution.ts';
import type { HeardCells, HeardQuestion } from '../heard.ts';
import type { Figure } from '../results.ts';
import type { Scale } from '../scale.ts';
import type { Membership } from '../session.ts';
import type { EntryPersons } from './persons.ts';
import type { UnanimityFlag } from './unanimity.ts';
import type { SourceForm } from '../talk/sources.ts';
import type {
  EntryChannels,
  EntryCoders,
  EntryHow,
  EntryInterviews,
  EntryReadBack,
  EntryReading,
  EntryStudy,
  EntryTwice,
  TalkCell,
} from './stories.ts';
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

/**
 * Linked people of one atom under one statement. Only who has the same membership in both rounds is a pair;
 * anybody else stands in one round alone.
 */
export interface PairedRow extends Atom {
  statement: string;
  /** The scale of both rounds, as `scaleKey` names it. */
  scale: string;
  /** Of those who gave a code both times: how many gave a lower one then, the same, a higher one. */
  down: number;
  same: number;
  up: number;
  /** How many placed both times, whether they declined or not. */
  both: number;
  /** Linked people of the first and the second round: who gave a code, and all who placed. */
  rounds: [{ coded: number; placed: number }, { coded: number; placed: number }];
}

export interface EntryBoard {
  statement: string;
  round: 1 | 2;
  figures: { set: FigureSet; /** How many were there was told with it. */ there: boolean }[];
  /** The counts that were used: codes 1..k, then declined `n` and `x`. */
  atoms: (Atom & { cells: number[]; there: number | null })[];
}

/** A comment that a release quoted, and what it said of the writer, so that later ones do not say too much. */
export interface QuoteEntry {
  session: string;
  board: number;
  tag: string;
  /** As what they were named, in which words, and who all are meant by them; null: as nothing. */
  said: { as: 'role' | 'group'; label: string; set: FigureSet } | null;
  /** Where in the report its words stand (core/report/printedPlaces.ts). Absent: not known. */
  at?: number[];
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
  /** Absent: shown. */
  breakdowns?: 'shown' | 'hidden';
  /** Ids of the sessions that were chosen for it. Absent: not known. */
  about?: string[];
  /** Who moved between the rounds, as boards of round 2 with the cells down, same, up, 0, 0. Absent: not told. */
  moved?: EntryBoard[];
  /** Absent: none. */
  quotes?: QuoteEntry[];
  /** Of themes and points. Absent: nothing. */
  talk?: EntryTalk;
  /** Of being heard. Absent: nothing. */
  heard?: EntryHeard[];
  /** Case studies, in the order in which they were printed. Absent: none. */
  studies?: EntryStudy[];
  /** What was said of whoever is quoted, and of persons of case studies, for good. Absent: nothing, or not kept apart. */
  persons?: EntryPersons;
  /** Of reading back. Absent: nothing. */
  readBack?: EntryReadBack;
  /** What that was made from, also where none of it was told. Absent: nothing, or not noted. */
  readings?: EntryReading[];
  /** Of two coders. Absent: nothing. */
  coders?: EntryCoders;
  /** That two coded, without how far they agree. Absent: not told so, or not noted. */
  twice?: EntryTwice;
  /** By which ways answers came. Absent: not noted. */
  channels?: EntryChannels[];
  /** Of who asked and who coded. Absent: not told, or not noted. */
  how?: EntryHow;
  /** Head-counts that were printed. Absent: not known, so nothing can be held against them. */
  heads?: EntryHeads[];
}

/** What a release told of discussions. */
export interface EntryTalk {
  /** Ids of those in which anything was said, as was told. Absent: not known. */
  sessions?: string[];
  /** Ids of those that were counted, whether anything was said there or not. Absent: not known. */
  counted?: string[];
  cells: TalkCell[];
  /**
   * Themes that were in print, and those that were merged into them or stood below them. `name`: empty: it was not in
   * print; `above`: ids of those it led up to. Absent: not known.
   */
  themes?: { theme: string; name: string; above: string[] }[];
  /** Quotes of points, what was said of whoever said it, and where they stand, as of post-its. */
  quotes: { session: string; point: string; said: Attributes; at?: number[] }[];
  /** Quotes of passages of interviews and documents likewise. Absent: none. */
  passages?: { source: string; passage: string; said: Attributes; at?: number[] }[];
  /** Absent: interviews were not counted. */
  interviews?: EntryInterviews;
  /** Forms of the texts of which it was told that they are not counted, or that were there. Absent: none, or not noted. */
  left?: SourceForm[];
}

/** What was told of one question on being heard: one figure, over these sessions. */
export interface EntryHeard {
  question: HeardQuestion;
  /** YYYY-MM-DD of the release that first printed it. */
  date: string;
  /** The counts that were used: yes, partly, no, and who is in no base. */
  sessions: { session: string; cells: HeardCells }[];
}

export type HeadKind = 'total' | 'group' | 'gender' | 'ageBand' | 'session' | 'other';

/** Head-counts of one kind, as they were printed. */
export interface EntryHeads {
  kind: HeadKind;
  /** YYYY-MM-DD of the release that first printed them. */
  date: string;
  /** In how many sessions they were counted. */
  of: number;
  /** The counts that were used. `name`: group or session id, attribute or role; empty in the total. */
  cells: { session: string; name: string; n: number }[];
  /** The rows that were printed: one name, or those that were put together. */
  rows: string[][];
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
  /** Of sessions whose answers are linked. */
  paired: readonly PairedRow[];
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
  | 'not-answered-withheld'
  /** Who moved between the rounds is not told. */
  | 'moved-withheld';

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

/** A statement of which it may be told who moved: of linked people in these sessions, on this scale. */
export interface MovedTold {
  statement: string;
  scale: string;
  sessions: string[];
}

export interface ReleasePlan {
  boards: ReleasedBoard[];
  moved: MovedTold[];
  notes: ReleaseNote[];
  refusals: ReleaseRefusal[];
  flags: UnanimityFlag[];
  /** For the register, once the release is written. */
  entry: Omit<ReleaseEntry, 'number'>;
}
