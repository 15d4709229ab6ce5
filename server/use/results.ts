/** Figures of a consultation for the team: every group and session, and any choice of them together. */
import type { Consultation } from '../../core/consultation.ts';
import { scaleOf, wordingFor } from '../../core/consultation.ts';
import type { ResultsPage, RoundResult, StatementResult } from '../../core/api.ts';
import { figureOf, type Selection } from '../../core/results.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session.ts';
import type { EligibleRow } from '../../core/tally.ts';
import { scaleKey } from '../../core/scale.ts';
import type { SessionFigures, Store } from '../store/store.ts';
import type { Rooms } from './sessions.ts';

/**
 * Sessions whose figures may be looked at. While a session can still be gone back into, its totals would
 * show what one more person answered; so only sealed ones count.
 */
export async function sealedSessions(store: Store, consultation: string): Promise<Session[]> {
  return (await store.sessions(consultation)).filter((s) => s.state === 'sealed' && !s.rehearsal);
}

/**
 * The results page.
 *
 * @param chosen ids of sessions and groups to put together; empty lists mean all
 */
export async function resultsPage(
  store: Store,
  rooms: Rooms,
  id: string,
  chosen: { sessions: readonly string[]; groups: readonly string[] },
): Promise<ResultsPage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const all = await sealedSessions(store, id);
  if (chosen.sessions.some((s) => !all.some((x) => x.id === s))) return refuse('no-such-session', 'sessions');
  if (chosen.groups.some((g) => !consultation.groups.some((x) => x.id === g)))
    return refuse('group-unknown', 'groups');
  const sessions = chosen.sessions.length === 0 ? all : all.filter((s) => chosen.sessions.includes(s.id));
  const figures = await store.figures(sessions.map((s) => s.id));
  return {
    title: consultation.title,
    sample: consultation.sample,
    floor: consultation.floor,
    groups: consultation.groups.map(({ id: g, label }) => ({ id: g, label })),
    unfinished: [...rooms.all()]
      .map((r) => r.session)
      .filter((r) => r.consultation === id && r.state === 'ended' && !r.rehearsal)
      .map(({ id: s, name }) => ({ id: s, name })),
    sessions: all.map(({ id: s, name, date, state }) => ({ id: s, name, date, state })),
    statements: consultation.statements.flatMap((_, i) =>
      statementResult(consultation, i, sessions, figures, chosen.groups),
    ),
  };
}

function statementResult(
  consultation: Consultation,
  index: number,
  sessions: readonly Session[],
  figures: SessionFigures,
  groups: readonly string[],
): StatementResult[] {
  const statement = consultation.statements[index];
  if (statement === undefined) return [];
  const boards = figures.boards.filter((b) => b.statement === statement.id);
  const scale = boards[0]?.scale ?? scaleOf(consultation, statement);
  // Scales of different kinds are never pooled: only boards on the statement's first scale are counted.
  const pooled = new Set(
    boards.filter((b) => scaleKey(b.scale) === scaleKey(scale)).map((b) => `${b.session} ${b.round}`),
  );
  const ofStatement = <T extends { statement: string; session: string; round: number }>(rows: T[]) =>
    rows.filter((r) => r.statement === statement.id && pooled.has(`${r.session} ${r.round}`));
  const tallies = ofStatement(figures.tallies);
  const eligible: EligibleRow[] = ofStatement(figures.eligible);
  const figure = (part: Partial<Selection>, round: 1 | 2) =>
    figureOf(tallies, eligible, { sessions: [], groups: [], statement: statement.id, round, ...part }, scale);
  const rounds = ([1, 2] as const).filter((r) => r === 1 || boards.some((b) => b.round === 2));
  return [
    {
      statement: statement.id,
      number: index + 1,
      text: wordingFor(statement.wordings, [], consultation.languages[0] ?? 'en')?.text ?? '',
      wordings: statement.wordings,
      version: statement.version,
      versionsAnswered: [...new Set(tallies.map((t) => t.version))].toSorted((a, b) => a - b),
      scale,
      rounds: rounds.map((round): RoundResult => ({
        round,
        whole: figure({}, round),
        groups: consultation.groups.map((g) => ({
          id: g.id,
          label: g.label,
          figure: figure({ groups: [g.id] }, round),
        })),
        chosen: groups.length === 0 ? null : figure({ groups }, round),
        sessions: sessions
          .filter((s) => boards.some((b) => b.session === s.id && b.round === round))
          .map((s) => ({ id: s.id, name: s.name, figure: figure({ sessions: [s.id] }, round) })),
      })),
    },
  ];
}
