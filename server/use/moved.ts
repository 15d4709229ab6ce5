/** Who moved between the rounds, from sessions whose answers are linked. */
import type { MovedPage } from '../../core/api.ts';
import { scaleOf, type Consultation } from '../../core/consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { scaleKey } from '../../core/scale.ts';
import type { Session } from '../../core/session.ts';
import { comparePaired } from '../../core/statistics/compare.ts';
import type { SealedBoard, Store } from '../store/store.ts';
import { chosenOf, pooledScale, sealedSessions } from './analysis.ts';

/**
 * A paired comparison for each statement, or for one. Sessions without linking are passed over; refused
 * where there are no others.
 *
 * @param chosen ids of sealed sessions; empty: all
 * @param statement empty: all
 */
export async function movedPage(
  store: Store,
  id: string,
  chosen: readonly string[],
  statement: string,
): Promise<MovedPage | Refusal> {
  const stored = await store.consultation(id);
  if (stored === null) return refuse('no-such-consultation');
  const { consultation } = stored;
  const sessions = chosenOf(await sealedSessions(store, id), chosen);
  if (isRefusal(sessions)) return sessions;
  if (statement !== '' && !consultation.statements.some((s) => s.id === statement))
    return refuse('no-such-board', 'statement');
  const moved = await movedIn(store, consultation, sessions, statement);
  return moved === null ? refuse('needs-linking', 'sessions') : { statements: moved };
}

/** The same for the report: null where no session is linked. */
export async function movedIn(
  store: Pick<Store, 'figures' | 'sealedResponses'>,
  consultation: Consultation,
  sessions: readonly Session[],
  only = '',
): Promise<MovedPage['statements'] | null> {
  const linked = sessions.filter((s) => s.mode === 'linked').map((s) => s.id);
  if (linked.length === 0) return null;
  const { boards } = await store.figures(linked);
  const byStatement = Map.groupBy(boards, (b) => b.statement);
  const statements: MovedPage['statements'] = [];
  for (const statement of consultation.statements) {
    if (only !== '' && statement.id !== only) continue;
    const own = byStatement.get(statement.id) ?? [];
    const key = scaleKey(pooledScale(own, scaleOf(consultation, statement)));
    const pairs: [number, number][] = [];
    for (const before of own.filter((b) => b.round === 1 && scaleKey(b.scale) === key)) {
      const after = own.find(
        (b) => b.session === before.session && b.round === 2 && scaleKey(b.scale) === key,
      );
      if (after !== undefined) pairs.push(...(await pairsOf(store, before, after)));
    }
    if (own.some((b) => b.round === 2) || only !== '')
      statements.push({ statement: statement.id, result: comparePaired(pairs) });
  }
  return statements;
}

/** Codes before and after, of everyone who gave one both times. */
async function pairsOf(
  store: Pick<Store, 'sealedResponses'>,
  before: SealedBoard,
  after: SealedBoard,
): Promise<[number, number][]> {
  const was = new Map<string, number>();
  for (const { person, answer } of await store.sealedResponses(before.session, before.n))
    if (person !== null && typeof answer === 'number') was.set(person, answer);
  const pairs: [number, number][] = [];
  for (const { person, answer } of await store.sealedResponses(after.session, after.n)) {
    const first = person === null ? undefined : was.get(person);
    if (first !== undefined && typeof answer === 'number') pairs.push([first, answer]);
  }
  return pairs;
}
