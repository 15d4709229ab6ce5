/** A session as its form holds it: counts as they are typed, checked before they are sent. */
import type { NewSession } from '../../../core/api.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { Session } from '../../../core/session.ts';

export interface AttendanceRow {
  group: string;
  gender: string;
  ageBand: string;
  n: string;
}

export interface OtherRow {
  role: string;
  n: string;
}

export interface SessionDraft extends Pick<
  Session,
  'name' | 'date' | 'place' | 'mode' | 'style' | 'groups' | 'twoGroups'
> {
  attendance: AttendanceRow[];
  others: OtherRow[];
}

/** What the form begins with: a session that is there, or a new one with the usual answers. */
export function draftOf(
  session: Session | null,
  fresh: { name: string; date: string; groups: string[] },
): SessionDraft {
  if (session === null)
    return {
      ...fresh,
      place: '',
      mode: 'unlinked',
      style: 'guided',
      twoGroups: false,
      attendance: [],
      others: [],
    };
  const { name, date, place, mode, style, groups, twoGroups } = session;
  return {
    name,
    date,
    place,
    mode,
    style,
    groups,
    twoGroups,
    attendance: session.attendance.map((a) => ({ ...a, group: a.group ?? '', n: String(a.n) })),
    others: session.others.map((o) => ({ ...o, n: String(o.n) })),
  };
}

/** From so many groups on, one of them is likely to have few people. */
const MANY_GROUPS = 4;

/**
 * Whether an unlinked session asks for so much about someone that few may share it: the team's files say
 * which groups an answer comes from, and that can point at a person.
 */
export function whoseMayShow({ mode, groups, twoGroups }: SessionDraft): boolean {
  return mode === 'unlinked' && ((twoGroups && groups.length > 1) || groups.length >= MANY_GROUPS);
}

/** What is wrong with a draft: the field, and the row (from 1) where it is a row. */
export type DraftFault =
  | { where: 'name' | 'date'; row: null }
  | { where: 'attendance' | 'others'; row: number };

/** A count as typed; null when it is not a whole number within the limit. */
function countOf(text: string): number | null {
  const n = Number(text.trim());
  return /^\d+$/.test(text.trim()) && n <= LIMITS.attendanceCount ? n : null;
}

/** Rows without anything in them are left out; they are nobody's fault. */
function filled<T extends object>(rows: readonly T[]): { row: T; at: number }[] {
  return rows
    .map((row, i) => ({ row, at: i + 1 }))
    .filter(({ row }) => Object.values(row).some((text) => text !== ''));
}

export function faultsIn(draft: SessionDraft): DraftFault[] {
  return [
    ...(draft.name.trim() === '' ? [{ where: 'name' as const, row: null }] : []),
    ...(/^\d{4}-\d\d-\d\d$/.test(draft.date) ? [] : [{ where: 'date' as const, row: null }]),
    ...filled(draft.attendance)
      .filter(({ row }) => countOf(row.n) === null)
      .map(({ at }) => ({ where: 'attendance' as const, row: at })),
    ...filled(draft.others)
      .filter(({ row }) => countOf(row.n) === null || row.role.trim() === '')
      .map(({ at }) => ({ where: 'others' as const, row: at })),
  ];
}

/**
 * What is sent. Of a session whose lobby has opened only what may still change is, so that nothing
 * fixed is touched by accident.
 */
export function toSend(draft: SessionDraft, fixed: boolean): NewSession {
  const { name, date, place, mode, style, groups, twoGroups } = draft;
  const attendance = filled(draft.attendance).map(({ row }) => ({
    group: row.group === '' ? null : row.group,
    gender: row.gender.trim(),
    ageBand: row.ageBand.trim(),
    n: countOf(row.n) ?? 0,
  }));
  const others = filled(draft.others).map(({ row }) => ({
    role: row.role.trim(),
    n: countOf(row.n) ?? 0,
  }));
  const always = { name: name.trim(), date, place: place.trim(), attendance, others };
  // Two groups need two to choose from.
  return fixed ? always : { ...always, mode, style, groups, twoGroups: twoGroups && groups.length > 1 };
}

/** People in all, of the rows that can be read. */
export function totalOf(rows: readonly AttendanceRow[]): number {
  return rows.reduce((sum, row) => sum + (countOf(row.n) ?? 0), 0);
}
