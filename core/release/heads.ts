/**
 * Head-counts that a release may print, held against those of all earlier ones: two of them that differ
 * by a few people would show who came or went, as two figures would (core/release/safe.ts).
 */
import { flooredCounts, headcounts } from '../report/attendance.ts';
import type { Attendance, Session } from '../session.ts';
import { classesSafe } from './headClasses.ts';
import { below, moved, sum } from './people.ts';
import type { EntryHeads, HeadKind, ReleaseEntry } from './types.ts';

export interface ReleasedHeads {
  /** `again`: printed as an earlier release has them, whose date they have. */
  tables: (EntryHeads & { again: boolean })[];
  /**
   * Recorded and not printed: too few, beside an earlier release, people who did not answer, or of sessions
   * that stand in no figure.
   */
  left: { kind: HeadKind; why: 'floor' | 'earlier' | 'there' | 'figures' }[];
}

export interface HeadsInput {
  /** Today, YYYY-MM-DD. */
  date: string;
  floor: number;
  /** `hidden`: neither groups nor sessions are told apart. */
  breakdowns: 'shown' | 'hidden';
  /** Those that stand in a published figure of everyone. */
  sessions: readonly Session[];
  /** Head-counts are recorded of those that were chosen, whether they stand in a figure or not. */
  recorded: boolean;
  /** Figures of single sessions are printed, here or in an earlier release. */
  sessionParts: boolean;
  /** How many were there and did not answer is withheld, and would follow from the heads. */
  thereWithheld: boolean;
  /** In the order of their numbers. */
  earlier: readonly Pick<ReleaseEntry, 'heads'>[];
}

type Cells = EntryHeads['cells'];

/** Attributes of those who took part; each parts everyone and is never crossed with another. */
const NAMES: Record<'total' | 'group' | 'gender' | 'ageBand', (row: Attendance) => string> = {
  total: () => '',
  group: (row) => row.group ?? '',
  gender: (row) => row.gender,
  ageBand: (row) => row.ageBand,
};

/** Plans the head-counts of a release; for the team's own report with a floor of nought and nothing earlier. */
export function planHeads(input: HeadsInput): ReleasedHeads {
  const { sessions, floor, breakdowns, earlier } = input;
  const plan: ReleasedHeads = { tables: [], left: [] };
  const before = earlier.flatMap((entry) => entry.heads ?? []);
  const unknown = earlier.some((entry) => entry.heads === undefined);
  const kinds = (['total', 'group', 'gender', 'ageBand'] as const).filter(
    (kind) => kind !== 'group' || breakdowns === 'shown',
  );
  // A report without a figure is about no session: nothing is told of who was there.
  if (sessions.length === 0)
    return { ...plan, left: input.recorded ? kinds.map((kind) => ({ kind, why: 'figures' })) : [] };
  const total = cellsOf(sessions, NAMES.total);
  const people = before.filter((b) => b.kind !== 'other');
  const whole = { kind: 'total' as const, cells: total, rows: [['']] };
  const totalSafe =
    !unknown &&
    people.every((b) => safeChange(b.cells, total, floor)) &&
    (before.length === 0 || classesSafe(whole, before, floor));
  const printAgain = (kind: HeadKind): boolean => {
    const last = before.findLast((b) => b.kind === kind && mayAgain(b, floor));
    if (last !== undefined) plan.tables.push({ ...last, again: true });
    return last !== undefined;
  };
  for (const kind of sessions.some((s) => s.attendance.length > 0) ? kinds : []) {
    const now = tableOf(input, kind);
    const rows = before.filter((b) => b.kind === kind);
    if (input.thereWithheld) plan.left.push({ kind, why: 'there' });
    else if (
      !totalSafe ||
      (now !== null &&
        !(rows.every((b) => safeRows(b, now, floor)) && (rows.length === 0 || classesSafe(now, rows, floor))))
    ) {
      if (!printAgain(kind)) plan.left.push({ kind, why: 'earlier' });
    } else if (now === null) plan.left.push({ kind, why: 'floor' });
    else plan.tables.push({ ...now, again: false });
  }
  const anew = totalSafe && plan.tables.every((t) => !t.again) && plan.left.every((l) => l.why === 'floor');
  const own = anew && breakdowns === 'shown' && !input.sessionParts ? sessionsTable(input) : null;
  if (
    own !== null &&
    before.every((b) => b.kind !== 'session' || safeRows(b, own, floor)) &&
    classesSafe(own, [...before, ...plan.tables], floor)
  )
    plan.tables.push({ ...own, again: false });
  // Who else was there changes with the sessions, so it is told anew when the people of these are.
  if (totalSafe) plan.tables.push({ ...othersTable(input), again: false });
  else printAgain('other');
  return plan;
}

/** What the register keeps of them. */
export function entryHeads({ tables }: ReleasedHeads): EntryHeads[] {
  return tables.map(({ kind, date, of, cells, rows }) => ({ kind, date, of, cells, rows }));
}

function cellsOf(sessions: readonly Session[], nameOf: (row: Attendance) => string): Cells {
  return sessions.flatMap((s) =>
    headcounts([s], nameOf).map(({ names: [name = ''], n }) => ({ session: s.id, name, n })),
  );
}

function tableOf({ sessions, floor, date }: HeadsInput, kind: keyof typeof NAMES): EntryHeads | null {
  const counts = headcounts(sessions, NAMES[kind]);
  const told = flooredCounts(counts, floor);
  if (told === null) return null;
  const rows = told.map(({ names }) => names);
  const of = sessions.filter(({ attendance }) => attendance.length > 0).length;
  return { kind, date, of, cells: cellsOf(sessions, NAMES[kind]), rows };
}

/** Heads by session, unless a group of one could be had by subtracting these from the heads by group. */
function sessionsTable({ sessions, floor, date }: HeadsInput): EntryHeads | null {
  const safe = sessions.every(
    (s) => s.attendance.length > 0 && headcounts([s], NAMES.group).every(({ n }) => n === 0 || n >= floor),
  );
  if (!safe) return null;
  const cells = sessions.map((s) => ({ session: s.id, name: s.id, n: sum(s.attendance.map((a) => a.n)) }));
  return { kind: 'session', date, of: sessions.length, cells, rows: sessions.map((s) => [s.id]) };
}

function othersTable({ sessions, date }: HeadsInput): EntryHeads {
  const cells = sessions.flatMap((s) =>
    [...Map.groupBy(s.others, (o) => o.role)].map(([role, list]) => ({
      session: s.id,
      name: role,
      n: sum(list.map((o) => o.n)),
    })),
  );
  const rows = [...new Set(cells.map((c) => c.name))].map((role) => [role]);
  return { kind: 'other', date, of: sessions.length, cells, rows };
}

/** Heads of a row, from the counts that were used. */
export function rowHeads(table: Pick<EntryHeads, 'cells'>, names: readonly string[]): number {
  return sum(table.cells.filter((c) => names.includes(c.name)).map((c) => c.n));
}

/** Whether it may still be printed as it was; a floor that was raised since holds for it too. */
function mayAgain(table: EntryHeads, floor: number): boolean {
  if (table.kind === 'other') return true;
  return table.rows.every((row) => !below(rowHeads(table, row), floor));
}

/** No row, and no rows that only together are the same people, changed by a few. */
function safeRows(before: EntryHeads, now: EntryHeads, floor: number): boolean {
  return joined([...before.rows, ...now.rows]).every((names) => {
    const of = (cells: Cells): Cells => cells.filter((c) => names.includes(c.name));
    return safeChange(of(before.cells), of(now.cells), floor);
  });
}

/** Rows that share a name are one. */
function joined(rows: readonly string[][]): string[][] {
  let groups: string[][] = [];
  for (const row of rows) {
    const near = groups.filter((g) => g.some((name) => row.includes(name)));
    groups = [...groups.filter((g) => !near.includes(g)), [...new Set([...near.flat(), ...row])]];
  }
  return groups;
}

/** Nobody, or no fewer than the floor: who came, who went, and what is left when these are set off. */
function safeChange(before: Cells, now: Cells, floor: number): boolean {
  const changes = new Map<string, number>();
  for (const { session, n } of now) changes.set(session, (changes.get(session) ?? 0) + n);
  for (const { session, n } of before) changes.set(session, (changes.get(session) ?? 0) - n);
  const { more, fewer } = moved([...changes.values()]);
  return !below(more, floor) && !below(fewer, floor) && !below(Math.abs(more - fewer), floor);
}
