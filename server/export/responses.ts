/** Rows of responses_long and comments, board by board; nothing larger than one board is held. */
import { answerLabel } from '../../core/scale.ts';
import type { Answer } from '../../core/scale.ts';
import type { Membership, Session } from '../../core/session.ts';
import { groupsOf } from '../../core/session.ts';
import type { SealedBoard, SealedResponse } from '../store/store.ts';
import type { Codes } from './codes.ts';
import { COLUMNS } from './columns.ts';
import type { Cell } from './csv.ts';
import type { ExportSource } from './source.ts';

const flag = (yes: boolean): number => (yes ? 1 : 0);

/** Rows are made this many at a time, so that they are young still when they are let go. */
const PAGE = 250;

/** Boards of one session in the order of their numbers. */
export async function boardsOf(source: ExportSource, session: string): Promise<SealedBoard[]> {
  return (await source.figuresOf(session)).boards.toSorted((a, b) => a.n - b.n);
}

/**
 * Rows of responses_long. Within a board they are ordered by their random ids, which says nothing about
 * who answered when, nor which answers on two boards are one person's.
 */
export async function* longRows(source: ExportSource, codes: Codes): AsyncGenerator<Cell[][]> {
  for (const session of source.sessions) {
    const personOf = codes.persons(session.id);
    for (const board of await boardsOf(source, session.id)) {
      const list = await source.responsesOf(session.id, board.n);
      if (list.length === 0) continue;
      const ids = codes.responses(board, list.length);
      const rowOf = boardRow(session, board, codes, personOf);
      // Places and no objects: with a million responses, what is made for each is most of the work.
      const order = Uint32Array.from(list.keys()).toSorted((a, b) =>
        (ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1,
      );
      for (let from = 0; from < order.length; from += PAGE) {
        const rows: Cell[][] = [];
        for (const at of order.subarray(from, from + PAGE)) {
          const response = list[at];
          if (response !== undefined) rows.push(rowOf(ids[at] ?? '', response));
        }
        yield rows;
      }
    }
  }
}

/** Makes the rows of one board; what its responses share is looked up once. */
function boardRow(
  session: Session,
  board: SealedBoard,
  codes: Codes,
  personOf: (person: string) => string,
): (id: string, r: SealedResponse) => Cell[] {
  const sessionCode = codes.session(session.id);
  const statement = codes.statement(board.statement);
  const scale = codes.scale(board.scale);
  const groups = remembered((membership: Membership): [string, string] => {
    const ids = groupsOf(membership);
    return [codes.groups(ids), codes.groupLabels(ids)];
  });
  const label = remembered((answer: Answer) => answerLabel(board.scale, answer));
  return (id, r) => {
    const [group, groupLabel] = groups(r.membership);
    const coded = typeof r.answer === 'number';
    const said = r.comment !== '';
    return [
      id,
      sessionCode,
      group,
      groupLabel,
      session.mode === 'linked' && r.person !== null ? personOf(r.person) : null,
      statement,
      board.round,
      board.version,
      scale,
      coded ? r.answer : null,
      label(r.answer),
      coded ? null : r.answer,
      said ? r.comment : null,
      // Without a comment these would only mark the few who said no, and so tie their answers together.
      said ? r.audience : null,
      said ? flag(r.quote) : null,
      said ? flag(r.shown) : null,
      r.channel,
    ];
  };
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}

const LONG_NAMES = COLUMNS.responses_long.map((c) => c.name);
const COMMENT_AT = LONG_NAMES.indexOf('comment');
const PICK = COLUMNS.comments.map((c) => LONG_NAMES.indexOf(c.name));

/** Rows of comments: those of responses_long that have one, with fewer columns. */
export async function* commentRows(source: ExportSource, codes: Codes): AsyncGenerator<Cell[][]> {
  for await (const rows of longRows(source, codes))
    yield rows.filter((row) => row[COMMENT_AT] !== null).map((row) => PICK.map((i) => row[i] ?? null));
}
