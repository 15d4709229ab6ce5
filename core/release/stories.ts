/** What the register keeps of themes, of stories, of reading back, of two coders, and of how it was done. */
import type { Attributes } from '../attribution.ts';
import type { Channel } from '../session.ts';
import type { Coder, Interviewer, SourceForm } from '../talk/sources.ts';

/** A case study that was printed, in which words, and what was said of the person. */
export interface EntryStudy {
  id: string;
  /** The version to which the person said yes. */
  version: string;
  /** SHA-256, in hex, of title and text. It goes when they are taken out of the release. */
  hash: string;
  /** Its place in the chapter, from 1. */
  place: number;
  said: Attributes;
}

/** What was told of reading back. */
export interface EntryReadBack {
  /** YYYY-MM-DD of the release that first printed it. */
  date: string;
  /** As many at least. */
  people: number;
  /** Ids of those in which it was read back. */
  sessions: string[];
  /** How many people in each; an empty id: in none of them. Absent: not known. */
  counts?: { session: string; n: number }[];
  corrections: number;
  /** Those that the wording was changed by. */
  accepted: number;
}

/** One reading back that a release was made from, without anybody's words. */
export interface EntryReading {
  /** Id of what was noted of it. */
  id: string;
  /** Id of the session in which it was; empty: in none. */
  session: string;
  /** YYYY-MM-DD */
  day: string;
  people: number;
  /** Something was corrected, and the wording was changed by that. */
  corrected: boolean;
  accepted: boolean;
}

/**
 * Which interviews a release counted, and in how many of them each theme was raised: which those are, since the next
 * number is held against them.
 */
export interface EntryInterviews {
  /** Ids of the interviews. */
  interviews: string[];
  /** Themes that were in print. */
  themes: {
    theme: string;
    n: number;
    /** YYYY-MM-DD of the release that first told it. */
    date: string;
    /** Ids of those in which it was raised, as it was told. Absent: not known. */
    raised?: string[];
    /** Ids of those that it was counted in. Absent: those above. */
    of?: string[];
    /** It was told that they were fewer than the floor. Absent: that is not known, or they were not. */
    few?: boolean;
  }[];
}

/** What was told of how far two coders of points and post-its agree, as it was printed. */
export interface EntryCoders {
  /** YYYY-MM-DD of the release that first printed it. */
  date: string;
  /** Ids of those whose points and post-its were counted. */
  sessions: string[];
  /** Points and post-its that it rests on. */
  units: number;
  /** How many of them in each session. Absent: not known. */
  counts?: { session: string; n: number }[];
  /** Over all themes; null: it could not be computed. */
  alpha: number | null;
  /** Where it lies in 95 of 100 samples; null: the two never differed. */
  low: number | null;
  high: number | null;
}

/** That two people coded points and post-its was told, and nothing of how far they agree. */
export interface EntryTwice {
  /** Ids of those that were counted. */
  sessions: string[];
  /** They were too few, or it could not be told. */
  why: 'few' | 'held';
}

/** How people of a session answered; `polis`: it is an import from there. */
export type Way = Channel | 'mixed' | 'polis';

/** By which ways people of one session answered, as a release was made from it. */
export interface EntryChannels {
  session: string;
  /** However few. `date`: YYYY-MM-DD of the release that first told it so. */
  ways: { channel: Way; n: number; date: string }[];
  /**
   * Ids of the sessions that it was told of together, where no more is known than what an earlier release said in words.
   * Absent: these are the counts.
   */
  of?: string[];
}

/** Of which interviews and documents it was told who asked and who coded. */
export interface EntryHow {
  texts: {
    /** Empty: it is known from words that were printed, and not of which text. */
    id: string;
    /** Id of the session it belongs to; empty: none. */
    session: string;
    /** YYYY-MM-DD of the release that first told of it. */
    date: string;
    form: SourceForm;
    /** Null: that was not told. */
    interviewer: Interviewer | null;
    coders: Coder[];
  }[];
}

/** A count of a theme that was printed. */
export interface TalkCell {
  /** Id of the theme. */
  theme: string;
  /**
   * Of whom or of what: empty: all of it; `group ID`; `statement ID`. `few`: all of it is under the floor; `one`: it is
   * one participant's; `not`: its number was not told; `dissent`: it was told that somebody disagreed.
   */
  by: string;
  n: number;
  /** YYYY-MM-DD of the release that first printed it. */
  date: string;
  /**
   * How many of it were said in each session, apart by groups of whoever said it, by statement, and by the themes that it
   * was put under itself. Absent: not known; without groups it is known by session alone, without themes by the others.
   */
  sessions?: { session: string; n: number; groups?: string[]; statement?: string; themes?: string[] }[];
  /** Ids of the sessions that it was told of: those in which anything was said. Absent: not known. */
  of?: string[];
}
