/** Running sessions on their way to another laptop: packed from the newest copy, and put in place there. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { mergeConsultation } from '../../../core/archive/mergeConsultation.ts';
import type { Consultation } from '../../../core/consultation.ts';
import type { Finding } from '../../../core/laptop.ts';
import { isRefusal, refuse, type Refusal } from '../../../core/refusal.ts';
import { exchange } from '../../keptThread.ts';
import type { AsideStore, Carried, CarryStore } from '../carry.ts';
import { minuteOf } from '../minute.ts';
import { SqliteAside } from './asideStore.ts';
import { bringIn, comingParts, dropParts, finishComing } from './coming.ts';
import { checkWhole, meansDamaged, openDatabase } from './database.ts';
import { consultationIn, writeConsultation } from './documents.ts';
import { checkHash } from './hashes.ts';
import { openKeyFile } from './keyFile.ts';
import { isLiveFile, readMark } from './liveFile.ts';
import { takeOutOfComing } from './leftOutLive.ts';
import type { Watchers } from './liveSessions.ts';
import type { MainDb } from './mainDb.ts';
import { destroyDatabase, keyPath, slotPaths, syncFile, type Paths } from './paths.ts';
import { Reads } from './reads.ts';
import type { TalkTable } from './talk.ts';
import { talkOf } from './talkCarry.ts';
import type { SelfCheckOrder } from './selfCheckThread.ts';
import { takenOutOfRemoved } from './removedSessions.ts';
import { newestFirst } from './slots.ts';

/** Where the header of a database says that it is written by a log (2) or not (1). */
const LOG_BYTES = [18, 19] as const;
const RUNNING = new Set(['lobby', 'live', 'ended']);

export class Carry implements CarryStore, Watchers {
  readonly aside: AsideStore;
  readonly #main: MainDb;
  readonly #paths: Paths;
  readonly #inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly #came: (session: string) => void;
  readonly #findings: Finding[] = [];
  readonly #told: ((textGone: boolean) => void)[] = [];

  /**
   * @param inTurn sealing, removing and taking over take turns
   * @param came told of a session whose files are in place
   * @param talk windows that have it open may lack what came
   */
  constructor(
    main: MainDb,
    paths: Paths,
    inTurn: <T>(work: () => Promise<T>) => Promise<T>,
    came: (session: string) => void,
    talk: Pick<TalkTable, 'renewed'>,
  ) {
    this.#main = main;
    this.aside = new SqliteAside(main, paths);
    this.#came = (session) => {
      talk.renewed();
      came(session);
    };
    this.#paths = paths;
    this.#inTurn = inTurn;
  }

  copied(textGone: boolean): void {
    for (const tell of this.#told) tell(textGone);
  }

  codesDamaged(session: string): void {
    this.found({ is: 'codes-damaged', session });
  }

  restored(session: string, made: number): void {
    this.found({ is: 'session-restored', session, minute: minuteOf(made) });
  }

  onCopied(tell: (textGone: boolean) => void): void {
    this.#told.push(tell);
  }

  findings(): Finding[] {
    return [...this.#findings];
  }

  found(finding: Finding): void {
    this.#findings.push(finding);
  }

  async check(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const release = this.#main.readerCame();
    const worker = new Worker(new URL('./selfCheckThread.ts', import.meta.url));
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop);
    try {
      const order: SelfCheckOrder = { main: this.#paths.main, backup: this.#paths.backup };
      for (const finding of (await exchange(worker, order)) as Finding[]) this.found(finding);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      release();
      await worker.terminate();
    }
  }

  async pack(id: string): Promise<Carried | null> {
    const session = await new Reads(this.#main).session(id);
    if (session === null || !RUNNING.has(session.state)) return null;
    const stored = await consultationIn(this.#main, session.consultation);
    const slot = newestFirst(slotPaths(this.#paths, id)).find((path) => checkHash(path) === 'right');
    const keys = keyPath(this.#paths, id);
    if (stored === null || slot === undefined || !existsSync(keys)) return null;
    const talk = await talkOf(this.#main, session.consultation, id);
    return {
      consultation: stored.consultation,
      session,
      live: readFileSync(slot),
      keys: bytesOf(keys),
      talk,
    };
  }

  put(carried: Carried, replace: boolean): Promise<{ ok: true } | Refusal> {
    return this.#inTurn(() => this.#put(carried, replace));
  }

  async #put(
    { consultation, session, live, keys, talk }: Carried,
    replace: boolean,
  ): Promise<{ ok: true } | Refusal> {
    // One that a fault kept from its end.
    const finished = await finishComing(this.#main, this.#paths);
    const here = await new Reads(this.#main).session(session.id);
    if (here !== null && here.state === 'sealed') return refuse('wrong-state', 'session');
    if (here !== null && here.state !== 'draft' && !replace && !finished.includes(session.id))
      return refuse('session-running', 'session');
    // Out of it somebody took their answers when it was sealed here; which they were is not known any more.
    if (here === null && (await takenOutOfRemoved(this.#main, session.id)) > 0)
      return refuse('taken-out-since', 'session');
    const parts = comingParts(this.#paths, session.id);
    try {
      writeNew(parts.live, live);
      writeNew(parts.keys, keys);
      if (!belongTogether(parts.live, parts.keys)) return refuse('bad-file', 'session');
      await takeOutOfComing(this.#main, this.#paths, session.id);
      const saved = await this.#saveConsultation(consultation);
      if (isRefusal(saved)) return saved;
      await bringIn(this.#main, this.#paths, { session, ...(talk === undefined ? {} : { talk }) });
      this.#came(session.id);
      return { ok: true };
    } finally {
      dropParts(this.#paths);
    }
  }

  /** What the session was begun with stands; what this laptop has besides is added. */
  async #saveConsultation(carried: Consultation): Promise<{ revision: number } | Refusal> {
    const here = await consultationIn(this.#main, carried.id);
    if (here === null) return writeConsultation(this.#main, carried, null);
    if (JSON.stringify(here.consultation) === JSON.stringify(carried)) return here;
    const { consultation, numbers } = mergeConsultation(carried, here.consultation);
    // Sessions that were held here name their wordings by number.
    const moved = [...numbers.values()].some((of) => [...of].some(([from, to]) => from !== to));
    if (moved) return refuse('changed-elsewhere', 'consultation');
    return writeConsultation(this.#main, consultation, here.revision);
  }
}

function writeNew(path: string, bytes: Uint8Array): void {
  destroyDatabase(path);
  writeFileSync(path, bytes, { mode: 0o600 });
  syncFile(path);
}

/** Whether two files are a session's own and each other's. */
function belongTogether(live: string, keys: string): boolean {
  try {
    const db = openDatabase(live);
    try {
      checkWhole(db, 'integrity_check');
      if (!isLiveFile(db)) return false;
      const key = openKeyFile(keys);
      const fits = key !== null && key.mark() === readMark(db);
      key?.close();
      return fits;
    } finally {
      db.close();
    }
  } catch (error) {
    if (meansDamaged(error)) return false;
    throw error;
  }
}

/**
 * A database as it would be written anew, without its log and without a trace of what was in it. Others may
 * write to it meanwhile.
 */
function bytesOf(path: string): Buffer {
  const file = new Database(path, { readonly: true, fileMustExist: true });
  let bytes: Buffer;
  try {
    bytes = file.serialize();
  } finally {
    file.close();
  }
  // In memory there is no log.
  for (const at of LOG_BYTES) bytes[at] = 1;
  const copy = new Database(bytes);
  try {
    copy.exec('VACUUM');
    return copy.serialize();
  } finally {
    copy.close();
  }
}
