/** Taking a sealed session into the main database, in one transaction and in the order of tags. */
import { withoutRemovedWords } from './checkedWords.ts';
import type { Transaction } from 'kysely';
import { withoutLeftOut } from './leftOut.ts';
import type { MainDb } from './mainDb.ts';
import { inTurns } from './mainDb.ts';
import { whole } from './liveFile.ts';
import type { LiveResponse, SealedResponse, SealedSession } from '../store.ts';
import type { Tables } from './tables.ts';
import { sealTalk } from './talkSeal.ts';
import { sealThoughts } from './thoughts.ts';
import type { LastThought } from '../thoughtPoints.ts';
import type { Answer } from '../../../core/scale.ts';
import type { Membership, Session } from '../../../core/session.ts';
import type { Tally } from '../../../core/tally.ts';
import { count } from '../../../core/tally.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Placed {
  responses: readonly LiveResponse[];
  thoughts: readonly LastThought[];
}

/**
 * Writes session, boards, eligible counts, responses and their tallies. What came first does not show:
 * every table is filled in the order of its key. A session that is here already keeps its row.
 *
 * @param live what was placed while it ran, whose comments points may hang on, and thoughts that become points; null
 * when it was made elsewhere
 */
export async function writeSealed(
  main: MainDb,
  sealed: SealedSession,
  live: Placed | null = null,
): Promise<void> {
  await main.transaction(async (trx) => {
    await writeSealedIn(main, trx, sealed);
    // It may have come by a stick, and a phone may have placed anew what its owner had taken out here.
    if (live !== null) await sealThoughts(trx, sealed.session.id, live.thoughts);
    await withoutLeftOut(main, trx, [sealed]);
    await withoutRemovedWords(trx, sealed.session.consultation);
    await sealTalk(trx, sealed.session.id, live?.responses ?? []);
  });
}

/** The same within a transaction that is under way. */
export async function writeSealedIn(
  main: MainDb,
  trx: Transaction<Tables>,
  sealed: SealedSession,
): Promise<void> {
  const session: Session = { ...sealed.session, state: 'sealed', code: '' };
  const responses = sealed.responses.toSorted((a, b) => a.board - b.board || byText(a.tag, b.tag));
  const row = {
    consultation: session.consultation,
    state: session.state,
    document: JSON.stringify(session),
  };
  const { key } = await trx
    .insertInto('session')
    .values({ id: session.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .returning('key')
    .executeTakeFirstOrThrow();
  for (const board of sealed.boards.toSorted((a, b) => a.n - b.n))
    await trx
      .insertInto('board')
      .values({
        session: key,
        n: board.n,
        statement: board.statement,
        round: board.round,
        version: board.version,
        wordings: JSON.stringify(board.wordings),
        scale: JSON.stringify(board.scale),
      })
      .execute();
  writeEligible(main, key, sealed);
  const insert = main.raw.prepare('INSERT INTO response VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  await inTurns(responses, (r) => {
    const { board, tag, membership, comment, audience, quote, shown, channel, person } = r;
    const flags = [quote ? 1 : 0, shown ? 1 : 0];
    insert.run(key, board, tag, membership, whole(r.answer), comment, audience, ...flags, channel, person);
  });
  writeTallies(main, key, responses);
}

function writeEligible(main: MainDb, key: number, { boards, eligible }: SealedSession): void {
  const insert = main.raw.prepare('INSERT INTO eligible VALUES (?, ?, ?, ?)');
  const rows = eligible.map((row) => {
    const board = boards.find((b) => b.statement === row.statement && b.round === row.round);
    if (board === undefined) throw new Error('People were counted for a board that is not in the session.');
    return { board: board.n, membership: row.membership, n: row.n };
  });
  for (const { board, membership, n } of rows.toSorted(
    (a, b) => a.board - b.board || byText(a.membership, b.membership),
  ))
    insert.run(key, board, membership, n);
}

function writeTallies(main: MainDb, key: number, responses: readonly SealedResponse[]): void {
  const tallies = new Map<number, Tally>();
  for (const { board, membership, answer } of responses) {
    const tally = tallies.get(board) ?? new Map<Membership, Map<Answer, number>>();
    count(tally, membership, answer, 1);
    tallies.set(board, tally);
  }
  const insert = main.raw.prepare('INSERT INTO tally VALUES (?, ?, ?, ?, ?)');
  for (const [board, tally] of [...tallies].toSorted(([a], [b]) => a - b))
    for (const [membership, row] of [...tally].toSorted(([a], [b]) => byText(a, b)))
      for (const [answer, n] of [...row].toSorted(([a], [b]) => byText(String(a), String(b))))
        insert.run(key, board, membership, whole(answer), n);
}
