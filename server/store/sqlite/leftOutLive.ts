/**
 * A session that comes by a stick brings answers that somebody took out here, after it had been removed here. They
 * go from its files before these are put in place, as if their people had left it.
 */
import type { Room } from '../../../core/room.ts';
import { withoutGone } from '../../../core/topics.ts';
import type { LiveResponse } from '../store.ts';
import { comingParts } from './coming.ts';
import { checkpoint, openDatabase, type Db } from './database.ts';
import { openKeyFile } from './keyFile.ts';
import {
  addSums,
  LIVE_STATEMENTS,
  readResponses,
  readRoom,
  writeQuote,
  writeRoom,
  writeTakenOut,
} from './liveFile.ts';
import { openKeys } from './liveFiles.ts';
import { leftOutOfRunning } from './leftOutTags.ts';
import type { MainDb } from './mainDb.ts';
import type { Paths } from './paths.ts';
import type { PlainWrite } from './writes.ts';

/** Writes both files anew where anything goes, so that no byte of it is left. May be done again. */
export async function takeOutOfComing(main: MainDb, paths: Paths, session: string): Promise<void> {
  const { live, keys } = comingParts(paths, session);
  const slots = await spendCodes(main, paths, session, keys);
  const known = await leftOutOfRunning(main.query);
  const db = openDatabase(live);
  try {
    if (!takeOut(db, known, slots)) return;
    db.exec('VACUUM');
    checkpoint(db);
  } finally {
    db.close();
  }
}

/** @returns numbers of those people who have no phone */
async function spendCodes(main: MainDb, paths: Paths, session: string, keys: string): Promise<number[]> {
  const noted = await main.query
    .selectFrom('spent_code')
    .select('hash')
    .where('session', '=', session)
    .execute();
  const spent = new Set(noted.map(({ hash }) => hash));
  // The key file that is here still.
  const before = openKeys(paths, session);
  for (const [hash, isSpent] of before?.codes.all() ?? []) if (isSpent) spent.add(hash);
  before?.close();
  if (spent.size === 0) return [];
  const file = openKeyFile(keys);
  try {
    return file?.forgetSpent([...spent]) ?? [];
  } finally {
    file?.close();
  }
}

function takeOut(db: Db, known: ReadonlyMap<string, 'all' | 'quote'>, slots: readonly number[]): boolean {
  const responses = readResponses(db);
  const gone = responses.filter(({ tag }) => known.get(tag) === 'all');
  const unquoted = responses.filter(({ tag, quote }) => quote && known.get(tag) === 'quote');
  if (gone.length + unquoted.length + slots.length === 0) return false;
  addSums(db);
  const writes: PlainWrite[] = [
    ...gone.map(writeTakenOut),
    ...unquoted.map((response) => writeQuote({ ...response, quote: false })),
    writeRoom(JSON.stringify(roomWithout(readRoom(db), gone, slots))),
  ];
  const run = db.transaction(() => {
    for (const [statement, ...values] of writes) db.prepare(LIVE_STATEMENTS[statement] ?? '').run(...values);
  });
  run.immediate();
  return true;
}

/** As it is after they have left: where they had answered, one less could have. */
function roomWithout(room: Room, gone: readonly LiveResponse[], slots: readonly number[]): Room {
  const tags = new Set(gone.map(({ tag }) => tag));
  const notes = new Set(gone.map(({ note }) => note));
  return {
    // Words of a topic that the facilitator has mended go with those that it had.
    ...withoutGone(room, (note) => !notes.has(note)),
    muted: room.muted.filter(({ tag }) => !tags.has(tag)),
    slots: Object.fromEntries(
      Object.entries(room.slots).filter(([number]) => !slots.includes(Number(number))),
    ),
    boards: room.boards.map((board) => {
      if (board.eligible === null) return board;
      const eligible = { ...board.eligible };
      for (const { board: n, answer, membership } of gone)
        if (n === board.n && answer !== null) eligible[membership] = (eligible[membership] ?? 0) - 1;
      return { ...board, eligible: Object.fromEntries(Object.entries(eligible).filter(([, n]) => n > 0)) };
    }),
  };
}
