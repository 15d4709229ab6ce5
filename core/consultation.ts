/**
 * A consultation: the whole piece of work as its facilitator prepares it. It is kept, edited and
 * saved to a file as one document of this shape (see docs/consultation-file.md).
 */
import type { Scale } from './scale.ts';

/** The text of a statement for one group and language; `group` null serves every group without its own. */
export interface Wording {
  group: string | null;
  lang: string;
  text: string;
}

/** A wording that people have answered and that a later version replaced. */
export interface EarlierVersion {
  version: number;
  wordings: Wording[];
}

export interface Picture {
  type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Base64 of the file. */
  data: string;
  /** What the picture shows, for those who cannot see it. */
  alt: string;
}

/** A wording that a participant put forward. */
export interface Proposal {
  /** Id of the point that it is kept as, by which it goes when its proposer takes it out. */
  point: string;
  text: string;
}

/** Where a statement comes from that participants proposed. */
export interface FromParticipants {
  who: 'participants';
  /** What each proposer wrote. Of somebody who has taken it out nothing is left. */
  wordings: Proposal[];
  /** Who accepted it, such as a peer panel; empty: not told. */
  acceptedBy: string;
}

/** A proposal that became no statement, and why. */
export interface NotTaken {
  point: string;
  why: string;
}

export interface Statement {
  id: string;
  /** For the facilitator only. */
  notes: string;
  picture: Picture | null;
  /** Null: the consultation's scale. */
  scale: Scale | null;
  /** Counts from 1 and rises when an answered wording is corrected. */
  version: number;
  wordings: Wording[];
  earlier: EarlierVersion[];
  /** Absent: the team wrote it. */
  from?: FromParticipants;
}

export interface Group {
  id: string;
  /** Its name in reports and files. */
  label: string;
  /** Its name in the room where that differs; empty: the label. */
  roomLabel: string;
}

/** What participants are told before they are asked for a yes. */
export interface Words {
  /** Who learns of it when someone seems to be in danger: a name or a role. */
  dangerTo: string;
  /** Who helps when something upsets. */
  helpFrom: string;
  /** Who hears complaints. */
  complainTo: string;
  /** Anything this consultation has to add about taking answers out; the day itself is the session's. */
  withdrawUntil: string;
  /** Anything this consultation has to add about consent. */
  consent: string;
  /** Anything it has to add about rights. */
  rights: string;
  /** Whom somebody can go to who would rather talk alone, and where they are. */
  talkTo?: string;
}

/** How far people have a part (after the spectrum of the IAP2), from least to most. */
export const INVOLVEMENT = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const;
export type Involvement = (typeof INVOLVEMENT)[number];

/** What Lundy (2007) asks for where children and young people are heard. */
export interface Voice {
  /** A safe place, and help. */
  space: string;
  /** How views could be given. */
  voice: string;
  /** Who with the power to act heard them. */
  audience: string;
  /** What happened. */
  influence: string;
}

/** An earlier consultation that another one repeats, by what it was called then, since it may not be here. */
export interface Wave {
  id: string;
  title: string;
  /** YYYY of its sessions; empty: none was held. */
  year: string;
}

export interface Consultation {
  id: string;
  title: string;
  aim: string;
  askedBy: string;
  ledBy: string;
  answeredBy: string;
  /** When an answer is promised: a date (YYYY-MM-DD) or words. */
  answerDue: string;
  decided: string;
  open: string;
  words: Words;
  /** BCP 47 tags of the languages it is held in, the first is the default. */
  languages: string[];
  scale: Scale;
  groups: Group[];
  statements: Statement[];
  /** Absent: no proposal was refused. */
  notTaken?: NotTaken[];
  rounds: 1 | 2;
  /** Two rounds: each statement twice in a row, or all statements and then all again. */
  roundOrder: 'each' | 'all';
  /** Least number of people behind a split that others may see. */
  floor: 5 | 8 | 10;
  /** Whether what leaves the team may tell groups and sessions apart; `hidden` in custody and child protection. */
  breakdowns: 'shown' | 'hidden';
  /** Who has to approve a release before it is written. */
  approvals: ('lead' | 'panel')[];
  /** For how many days after a session answers can be taken out with a code; 0: only while it lasts. */
  withdrawDays: number;
  /** The last day on which its data are kept (YYYY-MM-DD); empty: no day was set. */
  keepUntil: string;
  /** People under 18 take part, so that a checklist stands before each lobby. */
  under18: boolean;
  /** How far people have a part, as the team declares it and never worked out; absent: not declared. */
  involvement?: Involvement;
  /** Where people under 18 take part: Lundy's four questions; absent: none is answered. */
  voice?: Voice;
  /** What it repeats, the latest first; absent: it is no repetition. Same ids are the same statement and group. */
  waves?: Wave[];
  /** The made-up consultation that ships with the program; marked on every screen and in every file. */
  sample: boolean;
}

/** The scale a statement is answered on. */
export function scaleOf(consultation: Pick<Consultation, 'scale'>, statement: Statement): Scale {
  return statement.scale ?? consultation.scale;
}

/**
 * The text one person sees: their group's wording in their language, else their group's in the
 * default language, else the common one. Null only when the statement has no wording at all.
 */
export function wordingFor(
  wordings: readonly Wording[],
  groups: readonly string[],
  lang: string,
): Wording | null {
  const score = (w: Wording): number =>
    (w.group !== null && groups.includes(w.group) ? 4 : w.group === null ? 2 : 0) + (w.lang === lang ? 1 : 0);
  let best: Wording | null = null;
  for (const w of wordings) if (best === null || score(w) > score(best)) best = w;
  return best;
}

/** The name a group goes by in the room. */
export function roomLabel(group: Group): string {
  return group.roomLabel === '' ? group.label : group.roomLabel;
}

/** The wordings of one version of a statement, or null when it never had that version. */
export function wordingsOf(statement: Statement, version: number): Wording[] | null {
  if (version === statement.version) return statement.wordings;
  return statement.earlier.find((e) => e.version === version)?.wordings ?? null;
}

/** Same texts for the same groups and languages, in whatever order they stand. */
export function sameWordings(a: readonly Wording[], b: readonly Wording[]): boolean {
  const key = (list: readonly Wording[]): string =>
    list
      .map((w) => JSON.stringify([w.group, w.lang, w.text]))
      .toSorted()
      .join();
  return key(a) === key(b);
}

/**
 * Starts a corrected version of an answered statement: the old wording is kept under its number and
 * the new one takes the next.
 */
export function correctedVersion(statement: Statement, wordings: Wording[]): Statement {
  return {
    ...statement,
    version: statement.version + 1,
    wordings,
    earlier: [...statement.earlier, { version: statement.version, wordings: statement.wordings }],
  };
}

/**
 * Reads a pasted list of statements, one a line. Bullets and numbers at the start of a line are
 * dropped ("1.", "2)", "(3)", "a)", "-", "*", "•"); empty lines are passed over; typographic quotes
 * around a whole line go.
 */
export function readStatementList(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\v\f]/u)
    .map((line) =>
      line
        .replace(/^[\s\ufeff]+/u, '')
        .replace(
          /^(?:[-*+–—•◦▪‣·●○■□]\s+|[•◦▪‣●○■□]|\(?\d{1,3}[.):]\s+|\(?\d{1,3}\)\s*|\(?[a-zA-Z][.)]\s+)/u,
          '',
        )
        .replace(/^(?:\[[ xX]?\]\s+)/u, '')
        .trim()
        .replace(/^[“"«](.*)[”"»]$/u, '$1')
        .trim(),
    )
    .filter((line) => line !== '');
}
