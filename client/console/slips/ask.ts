/** Asking the laptop about slips; over a lost connection it is asked again until it answers. */
import { isRefusal, type Refusal } from '../../../core/refusal.ts';
import type { SlipAsk, SlipDone } from '../../../core/schemaSlips.ts';
import { ask } from '../live/ask.ts';

/** How long between two tries, in milliseconds. */
const AGAIN_MS = 1000;

export interface Delivery {
  answer: SlipDone | Refusal;
  /** It was sent more than once, so that the first time may have been carried out. */
  again: boolean;
}

/**
 * Asks until there is an answer. Everything that is asked can be sent twice: its id says that it is the same.
 *
 * @param waiting told each time that there was none
 * @param stop ends it; then there is no answer
 */
export async function deliver(
  session: string,
  body: SlipAsk,
  waiting: () => void,
  stop: AbortSignal,
): Promise<Delivery | null> {
  for (let again = false; ; again = true) {
    const answer = await ask<SlipDone>('POST', `sessions/${session}/slips`, body);
    if (stop.aborted) return null;
    if (!isRefusal(answer) || answer.refusal !== 'fault') return { answer, again };
    waiting();
    await new Promise<void>((go) => {
      const timer = setTimeout(go, AGAIN_MS);
      stop.addEventListener('abort', () => (clearTimeout(timer), go()), { once: true });
    });
    if (stop.aborted) return null;
  }
}

/** An id for one entry. */
export function newEntryId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join(
    '',
  );
}
