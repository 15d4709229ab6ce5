/** Head-counts of a report: all of them for the team, or those that a release may print beside earlier ones. */
import { entryHeads, planHeads, type ReleasedHeads } from '../../core/release/heads.ts';
import { sessionsIn, tellsSessions, thereWithheld } from '../../core/release/headsBeside.ts';
import type { ReleasePlan } from '../../core/release/types.ts';
import type { Session } from '../../core/session.ts';
import type { ReportSource } from './reportSource.ts';

/** The plan of a release with its head-counts. */
export interface Planned extends ReleasePlan {
  heads: ReleasedHeads;
  /** Those that stand in a figure of everyone; all that were chosen where there is none. */
  sessions: Session[];
}

/** Adds head-counts to the plan and to what the register keeps of it. */
export function withHeads(source: ReportSource, plan: ReleasePlan): Planned {
  const { today, document, consultation, figures, releases } = source;
  const inFigures = sessionsIn(plan);
  const counted = source.sessions.filter((s) => inFigures.has(s.id));
  const earlier = releases.map((r) => r.entry);
  const heads = planHeads({
    date: today,
    floor: document.floor,
    breakdowns: consultation.breakdowns,
    sessions: counted,
    recorded: recordedIn(source.sessions),
    sessionParts: [plan.entry, ...earlier].some(tellsSessions),
    thereWithheld: thereWithheld(plan, figures.eligible, earlier.length > 0),
    earlier,
  });
  return {
    ...plan,
    entry: { ...plan.entry, heads: entryHeads(heads) },
    heads,
    sessions: counted.length === 0 ? source.sessions : counted,
  };
}

function recordedIn(sessions: readonly Session[]): boolean {
  return sessions.some((s) => s.attendance.length > 0);
}

/** Head-counts for the team’s own report: all of them, whatever their size. */
export function teamHeads({ today, sessions }: ReportSource): ReleasedHeads {
  return planHeads({
    date: today,
    floor: 0,
    breakdowns: 'shown',
    sessions,
    recorded: recordedIn(sessions),
    sessionParts: false,
    thereWithheld: false,
    earlier: [],
  });
}
