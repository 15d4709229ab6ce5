/** A session: one sitting with people. What stays of it is here; what lives only while it runs is `Room`. */

import type { Checked } from './checked.ts';
import type { Heard } from './heard.ts';
import type { WordsTold } from './wordsTold.ts';

export type SessionState = 'draft' | 'lobby' | 'live' | 'ended' | 'sealed';
/** Unlinked: nothing stored shows that two responses came from one person. */
export type Mode = 'unlinked' | 'linked';
/** Guided: one statement at a time for everyone. Walk-around: all boards open, each at one's own pace. */
export type Style = 'guided' | 'walk-around';
export type Channel = 'phone' | 'tablet' | 'paper';

/** How many people of which attributes were there; head-counts only, never joined to answers. */
export interface Attendance {
  group: string | null;
  gender: string;
  ageBand: string;
  n: number;
}

/** Supporters, interpreters, officers: listed, not counted. */
export interface OtherPresent {
  role: string;
  n: number;
}

export interface Imported {
  /** `qda`: a text of another program with what was marked in it, and no answers. */
  from: 'polis' | 'qda';
  /** YYYY-MM-DD of its first answer; the session's own date is that of its last. */
  first: string;
}

export interface Session {
  id: string;
  consultation: string;
  name: string;
  /** YYYY-MM-DD, the finest time that is kept. */
  date: string;
  place: string;
  mode: Mode;
  style: Style;
  state: SessionState;
  /** Groups people can belong to here; empty: the consultation has none or this session does not ask. */
  groups: string[];
  /** A person may choose two groups. */
  twoGroups: boolean;
  /** Join code; empty before the lobby and again after the end. */
  code: string;
  attendance: Attendance[];
  others: OtherPresent[];
  /** The last day on which answers can be taken out, as people were told; absent: only while it lasts. */
  withdrawUntil?: string;
  /** The last day on which answers are kept, as people were told; absent: they were told none. */
  keepUntil?: string;
  /** What people were told can change, as its lobby opened and as it was in the end where that is another; absent: it is not known. */
  told?: WordsTold[];
  /** What was ticked before the lobby opened, where people under 18 take part. */
  checks?: Check[];
  /** How often somebody took something out after sealing, so that of two copies the later one is known. */
  takenOut?: number;
  /** Pretend people only; removed with everything in it when the rehearsal ends. */
  rehearsal: boolean;
  /** Where it was brought in from: it was held in no room. Absent: it was held here. */
  imported?: Imported;
  /** What people said of being heard; absent: nobody was asked, or it is not finished. */
  heard?: Heard;
  /** What was said of recommendations that were shown; absent: none was, or it is not finished. */
  checked?: Checked[];
  /** Rises with each change after sealing, so that of two copies the later one is known; absent: none. */
  generation?: number;
}

/**
 * Where people under 18 take part: their consent was seen to (by parents, or found competent to give it
 * themselves), somebody is named who learns of danger, the sheet was handed out, and somebody is there to go to.
 */
export const CHECKS = ['consent', 'lead', 'sheet', 'someone'] as const;
export type Check = (typeof CHECKS)[number];

/** A session's people belong to groups; the key is the sorted ids joined by `+`, empty for none. */
export type Membership = string;

/** The key of somebody in these groups. */
export function membershipOf(groups: readonly string[]): Membership {
  return groups.toSorted().join('+');
}

/** The groups of a key; of the empty one none. */
export function groupsOf(membership: Membership): string[] {
  return membership === '' ? [] : membership.split('+');
}

/** Whether people answered on the web. */
export function onWeb({ imported }: Pick<Session, 'imported'>): boolean {
  return imported?.from === 'polis';
}

/** What of a session may still change: mode, style and groups are fixed once the lobby has opened. */
export function fixedOnceOpen(before: Session, after: Session): keyof Session | null {
  if (before.state === 'draft') return null;
  const keys = ['consultation', 'mode', 'style', 'groups', 'twoGroups', 'rehearsal'] as const;
  return keys.find((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])) ?? null;
}

/**
 * A draft as it stands with today's groups. One that was removed is out of it, also of its head-counts, and
 * is in it again when the removal is undone: that is why the draft itself keeps it. What was held keeps all.
 */
export function withKnownGroups(session: Session, groups: readonly { id: string }[]): Session {
  if (session.state !== 'draft') return session;
  const known = new Set(groups.map((g) => g.id));
  return {
    ...session,
    groups: session.groups.filter((g) => known.has(g)),
    attendance: session.attendance.map((row) =>
      row.group === null || known.has(row.group) ? row : { ...row, group: null },
    ),
  };
}
