/** Counts of a consultation for the team, as they are, so that the console can put them together itself. */
import type { AnalysisPage, AnalysisStatement } from '../../core/api.ts';
import type { Consultation } from '../../core/consultation.ts';
import { scaleOf, wordingFor } from '../../core/consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Decline, Scale } from '../../core/scale.ts';
import { scaleKey } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import { codebook } from '../../core/talk/themes.ts';
import type { SealedBoard, SessionFigures, Store } from '../store/store.ts';
import type { Rooms } from './sessions.ts';

/**
 * Sessions whose figures may be looked at. While a session can still be gone back into, its totals would
 * show what one more person answered; so only sealed ones count.
 */
export async function sealedSessions(
  store: Pick<Store, 'sessions'>,
  consultation: string,
): Promise<Session[]> {
  return (await store.sessions(consultation)).filter((s) => s.state === 'sealed' && !s.rehearsal);
}

/** Sessions that have ended and are not sealed yet, so that their answers are not counted. */
export function unfinishedSessions(rooms: Rooms, consultation: string): { id: string; name: string }[] {
  return sessionsOf(rooms, consultation, (state) => state === 'ended');
}

/** Sessions of a consultation that are in the room now and in such a state. */
function sessionsOf(
  rooms: Rooms,
  consultation: string,
  is: (state: Session['state']) => boolean,
): { id: string; name: string }[] {
  return [...rooms.all()]
    .map((running) => running.session)
    .filter((s) => s.consultation === consultation && is(s.state) && !s.rehearsal)
    .map(({ id, name }) => ({ id, name }));
}

/**
 * The sessions that are meant by a choice; an empty one means all. Refused when one of them is not
 * there or not sealed.
 */
export function chosenOf(all: readonly Session[], chosen: readonly string[]): Session[] | Refusal {
  if (chosen.some((id) => !all.some((s) => s.id === id))) return refuse('no-such-session', 'sessions');
  return all.filter((s) => chosen.length === 0 || chosen.includes(s.id));
}

/** @param chosen ids of sealed sessions whose counts are wanted; empty: all */
export async function analysisPage(
  store: Store,
  rooms: Rooms,
  id: string,
  chosen: readonly string[],
): Promise<AnalysisPage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const all = await sealedSessions(store, id);
  const sessions = chosenOf(all, chosen);
  if (isRefusal(sessions)) return sessions;
  const figures = await store.figures(sessions.map((s) => s.id));
  const rows = [...figures.tallies, ...figures.eligible];
  const memberships = [...new Set(rows.map((row) => row.membership))].toSorted();
  return {
    title: consultation.title,
    sample: consultation.sample,
    floor: consultation.floor,
    groups: consultation.groups.map(({ id: group, label }) => ({ id: group, label })),
    ...(consultation.waves?.[0] === undefined ? {} : { repeats: consultation.waves[0] }),
    unfinished: unfinishedSessions(rooms, id),
    running: sessionsOf(rooms, id, (state) => state !== 'ended'),
    sessions: all.map(({ id: session, name, date, mode, groups }) => ({
      id: session,
      name,
      date,
      mode,
      groups,
    })),
    talk: await talkIn(store, id, all),
    memberships,
    statements: statementsOf(consultation, all, figures, memberships),
  };
}

/** Whether anything was said in these sessions, in an interview that may be used, or there are themes; and whether there are. */
export async function talkIn(
  store: Store,
  id: string,
  sessions: readonly { id: string }[],
): Promise<AnalysisPage['talk']> {
  const { themes, points, codings, sources } = await store.talk.read(id);
  const own =
    [...points, ...codings].some((one) => sessions.some((s) => s.id === one.session)) ||
    sources.some(({ mayUse }) => mayUse);
  const standing = codebook(themes).list.length > 0;
  return { said: standing || own, themes: standing };
}

function statementsOf(
  consultation: Consultation,
  sessions: readonly Session[],
  figures: SessionFigures,
  memberships: readonly string[],
): AnalysisStatement[] {
  const placeOf = (list: readonly string[]): ((value: string) => number) => {
    const places = new Map(list.map((value, i) => [value, i]));
    return (value) => places.get(value) ?? -1;
  };
  const sessionAt = placeOf(sessions.map((s) => s.id));
  const membershipAt = placeOf(memberships);
  const boardsOf = Map.groupBy(figures.boards, (b) => b.statement);
  const talliesOf = Map.groupBy(figures.tallies, (row) => row.statement);
  const eligibleOf = Map.groupBy(figures.eligible, (row) => row.statement);
  return consultation.statements.map((statement, i) => {
    const boards = boardsOf.get(statement.id) ?? [];
    const scale = pooledScale(boards, scaleOf(consultation, statement));
    const key = scaleKey(scale);
    const pooled = boards.filter((b) => scaleKey(b.scale) === key);
    const places = new Set(pooled.map(placeKey));
    const tallies = (talliesOf.get(statement.id) ?? []).filter((row) => places.has(placeKey(row)));
    const eligible = (eligibleOf.get(statement.id) ?? []).filter((row) => places.has(placeKey(row)));
    return {
      id: statement.id,
      number: i + 1,
      text: wordingFor(statement.wordings, [], consultation.languages[0] ?? 'en')?.text ?? '',
      wordings: statement.wordings,
      version: statement.version,
      versionsAnswered: [...new Set(tallies.map((row) => row.version))].toSorted((a, b) => a - b),
      scale,
      rounds: ([1, 2] as const).filter((round) => pooled.some((b) => b.round === round)),
      counts: tallies.map((row) => [
        sessionAt(row.session),
        row.round,
        membershipAt(row.membership),
        row.answer,
        row.n,
      ]),
      eligible: eligible.map((row) => [
        sessionAt(row.session),
        row.round,
        membershipAt(row.membership),
        row.n,
      ]),
      apart: boards.length - pooled.length,
    };
  });
}

const placeKey = (row: { session: string; round: 1 | 2 }): string => `${row.session} ${row.round}`;

/**
 * The scale whose boards are counted together: the statement's own of today where it was used, else that
 * of the first board. Scales of different kinds are never pooled. It has every way to decline that one of
 * those boards had, so that no declined answer is hidden.
 */
export function pooledScale(boards: readonly SealedBoard[], today: Scale): Scale {
  const key = scaleKey(today);
  const scale = boards.some((b) => scaleKey(b.scale) === key) ? today : (boards[0]?.scale ?? today);
  const pooled = boards.filter((b) => scaleKey(b.scale) === scaleKey(scale));
  if (pooled.length === 0) return scale;
  const offered = (way: Decline): boolean => pooled.some((b) => b.scale.declines.includes(way));
  return { ...scale, declines: (['n', 'x'] as const).filter(offered) };
}
