/** A session's facts as an archive holds them, and as they are compared with those of another laptop. */
import type { Session } from '../session.ts';
import { mendLine } from '../text.ts';

/**
 * Earlier versions kept the texts of head-counts as they were typed, and any date of the right form; no
 * reader of archives takes those. A day that a month has not is its last one.
 */
export function asArchived(session: Session): Session {
  return {
    ...session,
    name: mendLine(session.name),
    date: dayOf(session.date),
    place: mendLine(session.place),
    attendance: session.attendance.map((row) => ({
      ...row,
      gender: mendLine(row.gender),
      ageBand: mendLine(row.ageBand),
    })),
    others: session.others.map((row) => ({ ...row, role: mendLine(row.role) })),
  };
}

function dayOf(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return date;
  // Day 0 of the month after; set apart from the constructor, which takes years under 100 for 19xx.
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate() ? date : last.toISOString().slice(0, 10);
}
