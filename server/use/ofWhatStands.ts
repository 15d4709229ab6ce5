/** What is made of what the store holds, and is not to go out, or to be kept, once that is another. */
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import type { Store } from '../store/store.ts';

/** How often it is looked at again, and made anew, where something else is written each time. */
const LOOKS = 20;

interface Made<Read, What, Ended> {
  /** Aborted where nobody waits for it any more: then it is not read again. */
  signal?: AbortSignal;
  /** What was read already, and what had been written before; it is made of that at once. */
  first?: { at: number; read: Read };
  read: () => Promise<Read | Refusal>;
  make: (read: Read) => Promise<What | Refusal>;
  /**
   * Writes what was made, in the transaction in which it finds `writtenSoFar` still to be `at`; refused as `taken-back`
   * where it is not.
   */
  end: (what: What, read: Read, at: number) => Promise<Ended | Refusal>;
}

/**
 * Reads, makes and ends. Where anything was written between, it is read again: the same, and what was made is good;
 * another, and it is made anew. Refused as `taken-back` where that does not come to rest; throws where it is cancelled.
 */
export async function ofWhatStands<Read, What, Ended>(
  store: Pick<Store, 'writtenSoFar'>,
  { signal, first, read, make, end }: Made<Read, What, Ended>,
): Promise<Ended | Refusal> {
  let made: { of: string; what: What } | undefined;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    signal?.throwIfAborted();
    const known = looks === 0 && first !== undefined;
    const at = known ? first.at : await store.writtenSoFar();
    const now = known ? first.read : await read();
    if (isRefusal(now)) return now;
    const of = JSON.stringify(now);
    if (made?.of !== of) {
      const what = await make(now);
      if (isRefusal(what)) return what;
      made = { of, what };
    }
    const ended = await end(made.what, now, at);
    if (!isRefusal(ended) || ended.refusal !== 'taken-back') return ended;
  }
  return refuse('taken-back');
}

/** The same for what is written nowhere: it is good where nothing was written since it was read. */
export function keptOfWhatStands<Read, What>(
  store: Pick<Store, 'writtenSoFar'>,
  of: Omit<Made<Read, What, What>, 'end'>,
): Promise<What | Refusal> {
  const end = async (what: What, _: Read, at: number): Promise<What | Refusal> =>
    (await store.writtenSoFar()) === at ? what : refuse('taken-back');
  return ofWhatStands(store, { ...of, end });
}
