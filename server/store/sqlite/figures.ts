/** Reading what is sealed. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MainDb } from './mainDb.ts';
import type { SealedBoard, SealedResponse, SessionFigures } from '../store.ts';
import type { Wording } from '../../../core/consultation.ts';
import type { ChannelCount } from '../../../core/report/input.ts';
import type { Scale } from '../../../core/scale.ts';
import type { EligibleRow, TallyRow } from '../../../core/tally.ts';

/** Boards, tallies and eligible counts of these sessions, by session and board. */
export async function readFigures(main: MainDb, ids: readonly string[]): Promise<SessionFigures> {
  const none: SessionFigures = { boards: [], tallies: [], eligible: [] };
  if (ids.length === 0) return none;
  const sessions = await main.query
    .selectFrom('session')
    .select(['key', 'id'])
    .where('id', 'in', ids)
    .execute();
  if (sessions.length === 0) return none;
  const idOf = new Map(sessions.map(({ key, id }) => [key, id]));
  const keys = [...idOf.keys()];
  const [boardRows, tallyRows, eligibleRows] = await Promise.all([
    main.query.selectFrom('board').selectAll().where('session', 'in', keys).execute(),
    main.query.selectFrom('tally').selectAll().where('session', 'in', keys).execute(),
    main.query.selectFrom('eligible').selectAll().where('session', 'in', keys).execute(),
  ]);
  const parse = parser();
  const at = new Map<string, SealedBoard>();
  for (const row of boardRows)
    at.set(`${row.session} ${row.n}`, {
      ...row,
      session: idOf.get(row.session) ?? '',
      wordings: parse(row.wordings) as Wording[],
      scale: parse(row.scale) as Scale,
    });
  const boardOf = (row: { session: number; board: number }): SealedBoard => {
    const board = at.get(`${row.session} ${row.board}`);
    if (board === undefined) throw new Error('A count belongs to no board.');
    return board;
  };
  const tallies = tallyRows.map((row): TallyRow => {
    const { session, statement, round, version } = boardOf(row);
    return { session, statement, round, version, membership: row.membership, answer: row.answer, n: row.n };
  });
  const eligible = eligibleRows.map((row): EligibleRow => {
    const { session, statement, round } = boardOf(row);
    return { session, statement, round, membership: row.membership, n: row.n };
  });
  return { boards: [...at.values()], tallies, eligible };
}

/** Responses of one board of a sealed session, in the order of their tags. */
export async function readResponsesOf(
  main: MainDb,
  session: string,
  board: number,
): Promise<SealedResponse[]> {
  const rows = await main.query
    .selectFrom('response')
    .innerJoin('session', 'session.key', 'response.session')
    .select(['board', 'tag', 'membership', 'answer', 'comment', 'audience', 'quote', 'shown', 'channel'])
    .select('person')
    .where('session.id', '=', session)
    .where('response.board', '=', board)
    .orderBy('response.tag')
    .execute();
  return rows.map((row) => ({
    ...row,
    quote: row.quote === 1,
    shown: row.shown === 1,
  }));
}

/**
 * Most people who answered one board by each way, session by session, so that a room that is open gets a turn between
 * two: every answer of a session is looked at.
 */
export async function readChannels(main: MainDb, sessions: readonly string[]): Promise<ChannelCount[]> {
  const counts: ChannelCount[] = [];
  for (const session of sessions) {
    const boards = main.query
      .selectFrom('response')
      .innerJoin('session', 'session.key', 'response.session')
      .select(({ fn }) => ['response.channel', fn.countAll<number>().as('people')])
      .where('session.id', '=', session)
      .groupBy(['response.board', 'response.channel']);
    const rows = await main.query
      .selectFrom(boards.as('board'))
      .select(({ fn }) => ['board.channel', fn.max<number>('board.people').as('n')])
      .groupBy('board.channel')
      .orderBy('board.channel')
      .execute();
    for (const { channel, n } of rows) counts.push({ session, channel, n });
    await nextTurn();
  }
  return counts;
}

/** Most sessions of a consultation share their texts, so each is parsed once. */
function parser(): (text: string) => unknown {
  const known = new Map<string, unknown>();
  return (text) => {
    const value: unknown = known.get(text) ?? JSON.parse(text);
    known.set(text, value);
    return value;
  };
}
