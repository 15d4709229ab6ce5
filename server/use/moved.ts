/** Who moved between the rounds, from sessions whose answers are linked. */
import type { MovedPage } from '../../core/api.ts';
import { scaleOf, type Consultation } from '../../core/consultation.ts';
import { pairOf, type LinkedPerson } from '../../core/release/paired.ts';
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

/** The same for the team's report: null where no session is linked. */
async function movedIn(
  store: Pick<Store, 'figures' | 'sealedResponses'>,
  consultation: Consultation,
  sessions: readonly Session[],
  only = '',
): Promise<MovedPage['statements'] | null> {
  const linked = await linkedIn(store, consultation, sessions, only);
  return linked === null ? null : movedOf(linked);
}

/** Who is linked under each statement that had a second round, or that was asked for. */
export interface LinkedStatement {
  statement: string;
  people: LinkedPerson[];
}

/** A paired comparison for each statement, of those who gave a code in both rounds. */
export function movedOf(linked: readonly LinkedStatement[]): MovedPage['statements'] {
  return linked.map(({ statement, people }) => ({
    statement,
    result: comparePaired(people.flatMap((person) => pairsIn(person))),
  }));
}

/** The codes before and after as a list of one; empty for whoever has not both. */
export function pairsIn(person: LinkedPerson): [number, number][] {
  const pair = pairOf(person);
  return pair === null ? [] : [pair];
}

/** Everyone who is linked, with what they placed in each round; null where no session is linked. */
export async function linkedIn(
  store: Pick<Store, 'figures' | 'sealedResponses'>,
  consultation: Consultation,
  sessions: readonly Session[],
  only = '',
): Promise<LinkedStatement[] | null> {
  const linked = sessions.filter((s) => s.mode === 'linked').map((s) => s.id);
  if (linked.length === 0) return null;
  const { boards } = await store.figures(linked);
  const byStatement = Map.groupBy(boards, (b) => b.statement);
  const statements: LinkedStatement[] = [];
  for (const statement of consultation.statements) {
    if (only !== '' && statement.id !== only) continue;
    const all = byStatement.get(statement.id) ?? [];
    const scale = scaleKey(pooledScale(all, scaleOf(consultation, statement)));
    const own = all.filter((b) => scaleKey(b.scale) === scale);
    const people: LinkedPerson[] = [];
    for (const session of new Set(own.map((b) => b.session)))
      people.push(
        ...(await peopleOf(
          store,
          { session, statement: statement.id, scale },
          own.filter((b) => b.session === session),
        )),
      );
    if (all.some((b) => b.round === 2) || only !== '') statements.push({ statement: statement.id, people });
  }
  return statements;
}

/** @param boards those of one statement in one session */
async function peopleOf(
  store: Pick<Store, 'sealedResponses'>,
  where: Pick<LinkedPerson, 'session' | 'statement' | 'scale'>,
  boards: readonly SealedBoard[],
): Promise<LinkedPerson[]> {
  const people = new Map<string, LinkedPerson>();
  for (const board of boards)
    for (const { person, membership, answer } of await store.sealedResponses(board.session, board.n)) {
      if (person === null) continue;
      const known = people.get(person) ?? { ...where, before: null, after: null };
      people.set(person, { ...known, [board.round === 1 ? 'before' : 'after']: { membership, answer } });
    }
  return [...people.values()];
}
