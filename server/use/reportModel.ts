/** The report as it would be printed now: complete for the team, or planned as a release. */
import { createHash } from 'node:crypto';
import { buildReport } from '../../core/report/build.ts';
import type { ReportInput } from '../../core/report/input.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { releasedStatements, teamStatements } from '../../core/report/published.ts';
import { printedQuotes } from '../../core/report/quotes.ts';
import { planRelease } from '../../core/release/plan.ts';
import type { ReleasePlan, ReleaseUnit } from '../../core/release/types.ts';
import { unitsFor } from '../../core/release/units.ts';
import { noteWords, type Names } from '../../core/release/words.ts';
import type { Release } from '../store/store.ts';
import type { ReportSource } from './reportSource.ts';

/** What a release is printed with. */
export type Imprint = Pick<Release, 'number' | 'date' | 'approvedBy'>;

export function namesOf({ consultation, all, document }: ReportSource): Names {
  return { consultation, sessions: all, floor: document.floor };
}

/** What may leave the team of this report, beside everything that has left it before. */
export function planOf(source: ReportSource): ReleasePlan {
  const { consultation, document, figures } = source;
  return planRelease({
    date: source.today,
    floor: document.floor,
    breakdowns: consultation.breakdowns,
    statements: consultation.statements.map((s) => s.id),
    allSessions: source.all.map((s) => s.id),
    sessions: source.sessions.map((s) => s.id),
    units: unitsOf(source, document.parts),
    boards: figures.boards,
    poolVersions: true,
    tallies: figures.tallies,
    eligible: figures.eligible,
    earlier: source.releases.map((r) => r.entry),
  });
}

function unitsOf(source: ReportSource, parts: ReportSource['document']['parts']): ReleaseUnit[] {
  const groups = source.consultation.groups.map(({ id, label }) => ({ id, name: label }));
  return unitsFor(parts, groups, source.sessions, source.document.units);
}

/** What the builder is given for a release. */
export function releaseInput(source: ReportSource, plan: ReleasePlan, imprint: Imprint): ReportInput {
  const names = namesOf(source);
  const { boards } = source.figures;
  const chosen = new Set(source.sessions.map((s) => s.id));
  return {
    ...common(source),
    statements: releasedStatements(
      boards.filter((b) => chosen.has(b.session)),
      plan,
      source.consultation,
      names,
    ),
    notes: plan.notes.filter((n) => n.statement === null).map((n) => noteWords(n, names)),
    quotes: printedQuotes(source.comments, source, 'release'),
    number: imprint.number,
    date: imprint.date,
    approvedBy: imprint.approvedBy,
    audience: 'release',
  };
}

/** What the builder is given for the team: every group, unmerged. */
export function teamInput(source: ReportSource): ReportInput {
  const { consultation, document, figures } = source;
  const chosen = new Set(source.sessions.map((s) => s.id));
  const own = <T extends { session: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => chosen.has(row.session));
  const counted = {
    boards: own(figures.boards),
    tallies: own(figures.tallies),
    eligible: own(figures.eligible),
  };
  // A team's report is complete: where the release tells nobody apart, it still tells the groups.
  const units = unitsOf(source, document.parts === 'none' ? 'groups' : document.parts);
  return {
    ...common(source),
    statements: teamStatements(consultation, counted, units),
    notes: [],
    quotes: printedQuotes(source.comments, source, 'team'),
    date: source.today,
    number: null,
    approvedBy: {},
    audience: 'team',
  };
}

function common({ consultation, document, sessions, channels, moved }: ReportSource) {
  return { consultation, document, sessions, channels, moved };
}

/** The next release, or the last one once more where nothing has changed since. */
export interface Drafted {
  plan: ReleasePlan;
  imprint: Imprint;
  model: ReportModel;
  /** The release that it is the same as, but for number, date and who approved. */
  same: Release | null;
}

export function draftRelease(source: ReportSource, approvedBy: Release['approvedBy']): Drafted {
  const plan = planOf(source);
  const last = source.releases.at(-1) ?? null;
  const build = (imprint: Imprint): ReportModel => buildReport(releaseInput(source, plan, imprint));
  if (last !== null) {
    const { number, date, approvedBy: by } = last;
    const before = { number, date, approvedBy: by };
    if (hashOf(build(before)) === last.hash) return { plan, imprint: before, model: last.model, same: last };
  }
  const imprint = { number: (last?.number ?? 0) + 1, date: source.today, approvedBy };
  return { plan, imprint, model: build(imprint), same: null };
}

/** SHA-256 of a model as it is kept, in hex. */
export function hashOf(model: ReportModel): string {
  return createHash('sha256').update(JSON.stringify(model)).digest('hex');
}
