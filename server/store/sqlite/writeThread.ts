/** The thread that writes to the files of running sessions, by connections of its own. */
import { existsSync, statSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { bind } from './bound.ts';
import { copyInto } from './copyInto.ts';
import { checkpoint, checkWhole, errorCode, openDatabase, type Db } from './database.ts';
import type { FileForm, Write, WriteAnswer, WriteOrder } from './writes.ts';

interface OpenFile {
  db: Db;
  commit: (writes: readonly Write[]) => void;
}

/** What the disk could not do leaves a connection in doubt: it is closed, and what comes next opens the file anew. */
const DISK_FAILED = 'SQLITE_IOERR';

const forms = new Map<number, FileForm>();

const open = new Map<number, OpenFile>();

parentPort?.on('message', (order: WriteOrder) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(answerTo(order));
});

function answerTo(order: WriteOrder): WriteAnswer {
  try {
    return { value: carryOut(order) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { fault: { message, code: errorCode(error) } };
  }
}

function carryOut(order: WriteOrder): boolean {
  if (order.do === 'open') {
    open.set(order.file, opened(order.form));
    forms.set(order.file, order.form);
    return true;
  }
  const known = open.get(order.file);
  if (known === undefined && order.do === 'close') {
    forms.delete(order.file);
    return true;
  }
  const file = known ?? openedAgain(order.file);
  try {
    return carryOutOn(file, order);
  } catch (error) {
    if (errorCode(error).startsWith(DISK_FAILED)) {
      open.delete(order.file);
      file.db.close();
    }
    throw error;
  }
}

/** Only where its pages still fit together. */
function openedAgain(n: number): OpenFile {
  const form = forms.get(n);
  if (form === undefined) throw new Error('The file of this session is not open.');
  const file = opened(form);
  try {
    checkWhole(file.db);
  } catch (error) {
    file.db.close();
    throw error;
  }
  open.set(n, file);
  return file;
}

function carryOutOn(file: OpenFile, order: Exclude<WriteOrder, { do: 'open' }>): boolean {
  if (order.do === 'commit') file.commit(order.writes);
  else if (order.do === 'emptyLog') return checkpoint(file.db);
  else if (order.do === 'copy') copyInto(file.db, order.to, order.drop);
  else if (order.do === 'rewrite') {
    file.db.exec('VACUUM');
    checkpoint(file.db);
  } else {
    open.delete(order.file);
    forms.delete(order.file);
    file.db.close();
  }
  return true;
}

function opened({ path, statements, logPages }: FileForm): OpenFile {
  // Opening would make it anew.
  if (!existsSync(path)) throw new Error('The file of this session is gone.');
  const db = openDatabase(path);
  db.pragma(`wal_autocheckpoint = ${logPages}`);
  const prepared: (Database.Statement | undefined)[] = [];
  // Later than at once: one may be about a table that another makes.
  const statement = (n: number): Database.Statement => (prepared[n] ??= db.prepare(statements[n] ?? ''));
  const run = (n: number, values: Parameters<Parameters<typeof bind>[1]>[1]): void =>
    void statement(n).run(values);
  const commit = db.transaction((writes: readonly Write[]) => {
    for (const write of writes) bind(write, run);
  });
  const { ino } = statSync(path);
  return {
    db,
    commit: (writes) => {
      // Into a file that was moved or removed it could be written all the same, and would be gone with the program.
      if (statSync(path, { throwIfNoEntry: false })?.ino !== ino) throw new Moved();
      commit.immediate(writes);
    },
  };
}

/** As SQLite calls it itself where it looks. */
class Moved extends Error {
  readonly code = 'SQLITE_READONLY_DBMOVED';
  constructor() {
    super('The file of this session is not where it was.');
  }
}
