/** What the commands share: saying why not, and the store they work on. */
import { sayFinished, sayLeftOut, type LeftOut } from '../../core/leftOut.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { REFUSALS } from '../../core/refusals.ts';
import { hasStore, isStoreFault, openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { finishEnded } from '../use/finishEnded.ts';
import type { RunningServer } from './callServer.ts';
import { makeRooms } from '../use/rooms.ts';
import type { Rooms } from '../use/sessions.ts';

/** Ends the program with a sentence for whoever started it. */
export class Stop extends Error {}

/** The options as they were typed. */
export interface Given {
  data: string;
  /** http://localhost:8080 */
  server: string | undefined;
  consultation: string | undefined;
  sessions: string | undefined;
  out: string | undefined;
  files: string | undefined;
  table: string | undefined;
  form: string | undefined;
  /** Files with what to lock and what to open with. */
  lock: string | undefined;
  key: string | undefined;
  /** A copy, or a stick. */
  from: string | undefined;
  /** The day of an old copy on a stick, as it was named. */
  'as-of': string | undefined;
}

export type Options = Omit<Given, 'server'> & { server: RunningServer | undefined };

/** Prints a line of what a command answers. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What a refusal can be about that is an option here. */
const OPTIONS = new Set(['files', 'table', 'form', 'sessions']);

/** For whoever reads along; what was asked for goes to the other stream. */
const note = (line: string): void => void process.stderr.write(`${line}\n`);

/** Done, and not all of it: something that was asked for is not finished yet. */
const LEFT_OUT = 2;

/** Names the sessions that a file lacks. The program then ends with 2, so that a script notices. */
export function tellLeftOut(leftOut: readonly LeftOut[]): void {
  for (const session of leftOut) note(sayLeftOut(session));
  if (leftOut.length > 0) process.exitCode = LEFT_OUT;
}

/** A refusal in words, as the console puts it. */
export function sentence(refusal: Refusal): string {
  const { refusal: code, where = '', detail = '' } = refusal;
  const { wording } = REFUSALS[code];
  if (detail === '' || code === 'file-newer') return wording;
  if (code === 'bad-message' && OPTIONS.has(where)) return `--${where} should be ${detail}.`;
  return where === ''
    ? `${wording} It should be ${detail}.`
    : `${wording} At ${where} it should have: ${detail}.`;
}

/** The answer; a refusal ends the program. */
export function accept<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Stop(sentence(answer));
  return answer;
}

/**
 * Opens the store of a folder, or makes one there, and closes it afterwards. What had ended there is
 * finished first, as at a start of the server: nothing else would do it on a laptop that is only asked for
 * its files.
 */
export async function withStore<T>(
  folder: string,
  use: (store: Store, rooms: Rooms) => Promise<T>,
): Promise<T> {
  const store = await openStore(folder);
  if (isStoreFault(store)) {
    const hint =
      store.storeFault === 'in-use'
        ? ' To ask the one that is running, add --server and the address of its console, as it was printed at its start, for instance http://localhost:8080.'
        : '';
    throw new Stop(`${store.sentence}${hint}`);
  }
  const rooms = makeRooms(
    () => undefined,
    () => undefined,
  );
  try {
    const { finished, failed } = await finishEnded(store);
    for (const name of finished) note(sayFinished(name, true));
    for (const name of failed) note(sayFinished(name, false));
    return await use(store, rooms);
  } finally {
    await store.close();
  }
}

/** As `withStore`, for what only reads: where there is no store, none is made. */
export async function withExistingStore<T>(
  folder: string,
  use: (store: Store, rooms: Rooms) => Promise<T>,
): Promise<T> {
  if (!hasStore(folder))
    throw new Stop(`There is no Standpoint folder at ${folder}. Say where it is with --data FOLDER.`);
  return withStore(folder, use);
}
