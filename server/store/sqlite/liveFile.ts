/** The tables of a running session's own file, and reading and writing them. */
import { statementOf, sumOf } from './bound.ts';
import type { Db } from './database.ts';
import type { Spot } from '../rights.ts';
import type { PlainWrite, RowWrite, Value, Write } from './writes.ts';
import type { LiveResponse } from '../store.ts';
import type { Room } from '../../../core/room.ts';

const FORM = 2;
/** Before rows had sums. */
const FORM_WITHOUT_SUMS = 1;

const TABLES = `
  CREATE TABLE room (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    document TEXT NOT NULL,
    mark TEXT NOT NULL,
    sum INTEGER
  ) STRICT;
  CREATE TABLE response (
    board INTEGER NOT NULL,
    tag TEXT NOT NULL,
    revision INTEGER NOT NULL,
    membership TEXT NOT NULL,
    answer ANY,
    comment TEXT NOT NULL,
    audience TEXT NOT NULL,
    quote INTEGER NOT NULL,
    channel TEXT NOT NULL,
    person TEXT,
    note TEXT NOT NULL,
    sum INTEGER,
    PRIMARY KEY (board, tag)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${FORM};
`;

type ResponseRow = Omit<LiveResponse, 'quote'> & { quote: 0 | 1; sum: number | null };

const sumOfValues = (values: readonly Value[]): number => sumOf(JSON.stringify(values));

const valuesOf = (r: LiveResponse | Omit<ResponseRow, 'sum'>): Value[] => [
  r.board,
  r.tag,
  r.revision,
  r.membership,
  r.answer,
  r.comment,
  r.audience,
  Number(r.quote),
  r.channel,
  r.person,
  r.note,
];

/** Fills a new live file. `mark` is the key file's, so that no other key is ever used with it. */
export function createLiveTables(db: Db, room: Room, mark: string): void {
  const document = JSON.stringify(room);
  // At once: a file that has tables and no room is nothing that could be opened or begun anew.
  db.transaction(() => {
    db.exec(TABLES);
    db.prepare('INSERT INTO room (one, document, mark, sum) VALUES (1, ?, ?, ?)').run(
      document,
      mark,
      sumOfValues([document]),
    );
  }).immediate();
}

/** Whether this version of the program understands the file. */
export function isLiveFile(db: Db): boolean {
  const form = db.pragma('user_version', { simple: true });
  return form === FORM || form === FORM_WITHOUT_SUMS;
}

/** Whether every row is as it was written. Those from before there were sums are taken as they are. */
export function isAsWritten(db: Db): boolean {
  if (db.pragma('user_version', { simple: true }) === FORM_WITHOUT_SUMS) return true;
  const isRight = (sum: number | null | undefined, values: readonly Value[]): boolean =>
    sum === null || sum === undefined || sum === sumOfValues(values);
  const room = db.prepare('SELECT document, sum FROM room').get() as
    | { document: string; sum: number | null }
    | undefined;
  if (room === undefined || !isRight(room.sum, [room.document])) return false;
  for (const row of db.prepare('SELECT * FROM response').iterate() as IterableIterator<ResponseRow>)
    if (!isRight(row.sum, valuesOf(row))) return false;
  return true;
}

/** From now on what is written gets a sum, in a file from before there were any too. */
export function addSums(db: Db): void {
  if (db.pragma('user_version', { simple: true }) === FORM) return;
  db.transaction(() =>
    db.exec(`ALTER TABLE room ADD COLUMN sum INTEGER; ALTER TABLE response ADD COLUMN sum INTEGER;
      PRAGMA user_version = ${FORM};`),
  ).immediate();
}

/** Whether it was begun to the end. */
export function hasRoom(db: Db): boolean {
  return db.prepare('SELECT 1 FROM room').get() !== undefined;
}

/** The mark of the key file that belongs to this live file. */
export function readMark(db: Db): string {
  return String(db.prepare('SELECT mark FROM room').pluck().get());
}

/** The room as it was last saved. */
export function readRoom(db: Db): Room {
  return JSON.parse(String(db.prepare('SELECT document FROM room').pluck().get())) as Room;
}

/** Everything placed, taken back ones too, by board and tag. */
export function readResponses(db: Db): LiveResponse[] {
  const rows = db
    .prepare(
      `SELECT board, tag, revision, membership, answer, comment, audience, quote, channel, person, note
       FROM response ORDER BY board, tag`,
    )
    .all() as ResponseRow[];
  return rows.map((row) => ({ ...row, quote: row.quote === 1 }));
}

/** Boards on which an answer stands. */
export function answeredBoards(db: Db): number[] {
  return db.prepare('SELECT DISTINCT board FROM response WHERE answer IS NOT NULL').pluck().all() as number[];
}

/** What is written to a running session's file, by their places here. */
export const LIVE_STATEMENTS = [
  'UPDATE room SET document = ?, sum = ?',
  `INSERT INTO response
     (board, tag, revision, membership, answer, comment, audience, quote, channel, person, note, sum)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (board, tag) DO UPDATE SET revision = excluded.revision,
     membership = excluded.membership, answer = excluded.answer, comment = excluded.comment,
     audience = excluded.audience, quote = excluded.quote, channel = excluded.channel,
     person = excluded.person, note = excluded.note, sum = excluded.sum`,
  'DELETE FROM response WHERE board = ? AND tag = ?',
  'UPDATE response SET quote = ?, sum = ? WHERE board = ? AND tag = ?',
  // A page is written and nothing changed.
  `PRAGMA user_version = ${FORM}`,
] as const;

/** The statement of them that places. */
const PLACE = 1;

/** How many of these are placements. */
export function placementsIn(writes: readonly Write[]): number {
  let n = 0;
  for (const write of writes) if (statementOf(write) === PLACE) n += 1;
  return n;
}

/** @param document the room as JSON */
export const writeRoom = (document: string): PlainWrite => [0, document, sumOfValues([document])];

export const writeResponse = (response: LiveResponse): RowWrite => ({
  statement: PLACE,
  json: JSON.stringify(valuesOf(response)),
});

export const writeTakenOut = ({ board, tag }: Spot): PlainWrite => [2, board, tag];

/** Changes nothing, and is written all the same. */
export const WRITE_NOTHING: Write = [4];

/** @param response with the yes or no as it is now */
export const writeQuote = (response: LiveResponse): PlainWrite => {
  const { quote, board, tag } = response;
  return [3, Number(quote), sumOfValues(valuesOf(response)), board, tag];
};

/** JavaScript's numbers reach SQLite as floating point; in a column of any type a code must be whole. */
export function whole(answer: LiveResponse['answer']): bigint | string | null {
  return typeof answer === 'number' ? BigInt(answer) : answer;
}
