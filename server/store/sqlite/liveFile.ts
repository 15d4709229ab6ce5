/** The tables of a running session's own file, and reading and writing them. */
import type { Db } from './database.ts';
import type { Spot } from '../rights.ts';
import type { Write } from './writes.ts';
import type { LiveResponse } from '../store.ts';
import type { Room } from '../../../core/room.ts';

const FORM = 1;

const TABLES = `
  CREATE TABLE room (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    document TEXT NOT NULL,
    mark TEXT NOT NULL
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
    PRIMARY KEY (board, tag)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${FORM};
`;

type ResponseRow = Omit<LiveResponse, 'quote'> & { quote: 0 | 1 };

/** Fills a new live file. `mark` is the key file's, so that no other key is ever used with it. */
export function createLiveTables(db: Db, room: Room, mark: string): void {
  db.exec(TABLES);
  db.prepare('INSERT INTO room (one, document, mark) VALUES (1, ?, ?)').run(JSON.stringify(room), mark);
}

/** Whether this version of the program understands the file. */
export function isLiveFile(db: Db): boolean {
  return db.pragma('user_version', { simple: true }) === FORM;
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
  const rows = db.prepare('SELECT * FROM response ORDER BY board, tag').all() as ResponseRow[];
  return rows.map((row) => ({ ...row, quote: row.quote === 1 }));
}

/** Boards on which an answer stands. */
export function answeredBoards(db: Db): number[] {
  return db.prepare('SELECT DISTINCT board FROM response WHERE answer IS NOT NULL').pluck().all() as number[];
}

/** What is written to a running session's file, by their places here. */
export const LIVE_STATEMENTS = [
  'UPDATE room SET document = ?',
  `INSERT INTO response
     (board, tag, revision, membership, answer, comment, audience, quote, channel, person, note)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (board, tag) DO UPDATE SET revision = excluded.revision,
     membership = excluded.membership, answer = excluded.answer, comment = excluded.comment,
     audience = excluded.audience, quote = excluded.quote, channel = excluded.channel,
     person = excluded.person, note = excluded.note`,
  'DELETE FROM response WHERE board = ? AND tag = ?',
  'UPDATE response SET quote = ? WHERE board = ? AND tag = ?',
] as const;

/** @param document the room as JSON */
export const writeRoom = (document: string): Write => [0, document];

export const writeResponse = (r: LiveResponse): Write => [
  1,
  r.board,
  r.tag,
  r.revision,
  r.membership,
  r.answer,
  r.comment,
  r.audience,
  r.quote ? 1 : 0,
  r.channel,
  r.person,
  r.note,
];

export const writeTakenOut = ({ board, tag }: Spot): Write => [2, board, tag];

export const writeQuote = ({ board, tag }: Spot, quote: boolean): Write => [3, quote ? 1 : 0, board, tag];

/** JavaScript's numbers reach SQLite as floating point; in a column of any type a code must be whole. */
export function whole(answer: LiveResponse['answer']): bigint | string | null {
  return typeof answer === 'number' ? BigInt(answer) : answer;
}
