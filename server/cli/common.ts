/** What the commands share: saying why not, and the store they work on. */
import { isRefusal, REFUSALS, type Refusal } from '../../core/refusal.ts';
import { isStoreFault, openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import type { RunningServer } from './callServer.ts';
import { makeRooms } from '../use/rooms.ts';
import type { Rooms } from '../use/sessions.ts';

/** Ends the program with a sentence for whoever started it. */
export class Stop extends Error {}

export interface Options {
  data: string;
  server: RunningServer | undefined;
  consultation: string | undefined;
  out: string | undefined;
  files: string | undefined;
  table: string | undefined;
  form: string | undefined;
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A refusal in words. */
export function sentence(refusal: Refusal): string {
  const { where, detail } = refusal;
  const place = where === undefined || where === '' ? '' : ` At ${where}`;
  const wanted = detail === undefined || detail === '' ? '' : `: expected ${detail}`;
  return `${REFUSALS[refusal.refusal].wording}${place === '' ? '' : `${place}${wanted}.`}`;
}

/** The answer; a refusal ends the program. */
export function accept<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Stop(sentence(answer));
  return answer;
}

/** Opens the store of a folder and closes it afterwards. */
export async function withStore<T>(
  folder: string,
  use: (store: Store, rooms: Rooms) => Promise<T>,
): Promise<T> {
  const store = await openStore(folder);
  if (isStoreFault(store)) {
    const hint = store.storeFault === 'in-use' ? ' To ask it, add --server http://localhost:8080.' : '';
    throw new Stop(`${store.sentence}${hint}`);
  }
  const rooms = makeRooms(
    () => undefined,
    () => undefined,
  );
  try {
    return await use(store, rooms);
  } finally {
    await store.close();
  }
}

/** Which consultation is meant: the one named, or the only one there is beside the sample. */
export function choose(list: { id: string; title: string; sample: boolean }[], wanted: string | undefined) {
  const found =
    wanted === undefined
      ? list.filter((c) => !c.sample || list.length === 1)
      : list.filter((c) => c.id === wanted || c.title === wanted);
  if (found.length === 1 && found[0] !== undefined) return found[0];
  const names = list.map((c) => `  ${c.id}  ${c.title}${c.sample ? ' (SAMPLE)' : ''}`).join('\n');
  throw new Stop(`Say which with --consultation ID:\n${names === '' ? '  there are none' : names}`);
}
