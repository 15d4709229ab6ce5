/**
 * Writing to the files of running sessions, by one thread for all of them: a disk that takes its time to sync
 * holds up the answers that wait for it, and nobody else.
 */
import { Worker } from 'node:worker_threads';
import { TIMES } from '../../../core/limits.ts';

/** There are no fractions in these files: a number is a whole one. */
export type Value = string | number | null | Uint8Array;

/** The number of a statement of the file, then its values. */
export type PlainWrite = readonly [statement: number, ...values: Value[]];

/**
 * Rows whose values come as text, which costs far less to hand over than values; the sum of each is worked out by
 * whoever binds them.
 */
export interface RowWrite {
  readonly statement: number;
  /** On each line the values of a row in the order of the columns, all but the sum, which is the last. */
  readonly json: string;
}

export type Write = PlainWrite | RowWrite;

/** What a file is opened with. */
export interface FileForm {
  path: string;
  /** Each is prepared when it is first used. */
  statements: readonly string[];
  /** Pages of the write-ahead log before a commit takes it over into the file. */
  logPages: number;
}

export type WriteOrder =
  | { do: 'open'; file: number; form: FileForm }
  | { do: 'commit'; file: number; writes: readonly Write[] }
  | { do: 'copy'; file: number; to: string; drop: readonly string[] }
  | { do: 'rewrite' | 'emptyLog' | 'close'; file: number };

/** SQLite's own error cannot be sent; its code can. */
export type WriteAnswer = { value: unknown } | { fault: { message: string; code: string } };

/** One commit's rows come and go; all else is done by SQLite. */
const MEMORY = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 };

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** The thread ended with an order that it did not answer: whether that was carried out shows the file alone. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

class WriteThread {
  readonly #worker = new Worker(new URL('./writeThread.ts', import.meta.url), {
    resourceLimits: MEMORY,
    // How this program was started is not how a thread is: text given with --eval would be looked for in it.
    execArgv: [],
  });
  /** It does one thing after the other, so answers come in the order of what was asked. */
  readonly #waiting: Waiting[] = [];
  #fault: ThreadEnded | null = null;

  constructor(ended: () => void) {
    this.#worker.on(
      'error',
      (cause) => void (this.#fault = new ThreadEnded('The thread that writes has failed.', { cause })),
    );
    this.#worker.on('message', (answer: WriteAnswer) => this.#answered(answer));
    this.#worker.on('exit', () => {
      ended();
      const fault = (this.#fault ??= new ThreadEnded('The thread that writes has ended.'));
      for (const { reject } of this.#waiting.splice(0)) reject(fault);
    });
    this.#worker.unref();
  }

  ask(order: WriteOrder): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // What is sent to one that has ended is never answered.
      if (this.#fault !== null) return reject(this.#fault);
      if (this.#waiting.length === 0) this.#worker.ref();
      this.#waiting.push({ resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage(order);
    });
  }

  stop(): void {
    void this.#worker.terminate();
  }

  #answered(answer: WriteAnswer): void {
    const first = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#worker.unref();
    if ('value' in answer) first?.resolve(answer.value);
    else first?.reject(Object.assign(new Error(answer.fault.message), { code: answer.fault.code }));
  }
}

let thread: WriteThread | null = null;
let files = 0;
let open = 0;
let goes: NodeJS.Timeout | undefined;

function running(): WriteThread {
  clearTimeout(goes);
  if (thread !== null) return thread;
  const started = new WriteThread(() => {
    if (thread === started) thread = null;
  });
  thread = started;
  return started;
}

/**
 * A file of a running session, for whoever writes to it. The thread opens it when it is first written to,
 * and anew after it failed as a whole. What is asked is done in that order. Rejects with SQLite's message
 * and code ("SQLITE_FULL"), and then nothing of that order
 * was done; or with `ThreadEnded`, after which it may have been.
 */
export class WrittenFile {
  readonly #form: FileForm;
  readonly #number: number;
  #openIn: WriteThread | null = null;

  constructor(form: FileForm) {
    this.#form = form;
    files += 1;
    this.#number = files;
  }

  /** All of it in one transaction, which is on the disk when the promise resolves. */
  async commit(writes: readonly Write[]): Promise<void> {
    await this.#ask({ do: 'commit', file: this.#number, writes: packed(writes) });
  }

  /**
   * Writes the file anew (VACUUM), in the order of its keys and without a trace of what was in it, and
   * empties its log. What is committed meanwhile waits.
   */
  async rewrite(): Promise<void> {
    await this.#ask({ do: 'rewrite', file: this.#number });
  }

  /** Takes the log over and empties it; false when that is not possible now. */
  async emptyLog(): Promise<boolean> {
    return (await this.#ask({ do: 'emptyLog', file: this.#number })) === true;
  }

  /** Makes a copy as `copyInto` does. What is committed meanwhile waits. */
  async copy(to: string, drop: readonly string[]): Promise<void> {
    await this.#ask({ do: 'copy', file: this.#number, to, drop });
  }

  /** Done after everything that was asked before; whoever has the file open besides still has. */
  async close(): Promise<void> {
    const within = this.#openIn;
    if (within === null) return;
    this.#openIn = null;
    open -= 1;
    // A thread that has ended has closed it.
    await within.ask({ do: 'close', file: this.#number }).catch(() => undefined);
    if (open > 0) return;
    clearTimeout(goes);
    goes = setTimeout(() => {
      // Who comes now gets a new one.
      if (thread === within) thread = null;
      within.stop();
    }, TIMES.threadKeptMs).unref();
  }

  async #ask(order: WriteOrder): Promise<unknown> {
    const within = running();
    if (this.#openIn === within) return within.ask(order);
    if (this.#openIn === null) open += 1;
    this.#openIn = within;
    const opened = within.ask({ do: 'open', file: this.#number, form: this.#form });
    const done = within.ask(order);
    try {
      await opened;
    } catch (error) {
      // The order fails too, for want of a file; why is what is told. Tried anew with the next one.
      await done.catch(() => undefined);
      if (this.#openIn === within) {
        this.#openIn = null;
        open -= 1;
      }
      throw error;
    }
    return done;
  }
}

/** One letter beyond Latin-1 makes all of a text twice as long. */
const ROWS_TOGETHER = 200;

/** Neighbours for one statement become one text: a message costs by what it has in it. */
function packed(writes: readonly Write[]): Write[] {
  const all: Write[] = [];
  let rows: string[] = [];
  let statement = -1;
  const end = (): void => {
    if (rows.length > 0) all.push({ statement, json: rows.join('\n') });
    rows = [];
  };
  for (const write of writes) {
    if (!('json' in write) || write.statement !== statement || rows.length === ROWS_TOGETHER) end();
    if ('json' in write) {
      ({ statement } = write);
      rows.push(write.json);
    } else all.push(write);
  }
  end();
  return all;
}
