/** Answering an event: exactly one ack, a refusal instead of a fault, and nothing when there is no ack. */
import { EVENT_PARTS } from '../../core/protocol.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { refusals } from '../metrics/coarse.ts';
import { refusalFor } from '../use/unexpected.ts';

/**
 * Runs a handler and acks what it returns. A message without an ack function is passed over: whoever
 * does not want to know is not told, and cannot make the server throw.
 */
export async function answering<T>(
  ack: unknown,
  fault: (error: unknown) => void,
  handler: () => T | Refusal | Promise<T | Refusal>,
): Promise<void> {
  if (typeof ack !== 'function') return;
  let answer: T | Refusal;
  try {
    answer = await handler();
  } catch (error) {
    answer = refusalFor(error, fault);
  }
  if (isRefusal(answer)) refusals.add(answer.refusal);
  (ack as (answer: T | Refusal) => void)(answer);
}

/** A refusal as Socket.IO hands it to `connect_error`, in its `data`. */
export function refusalError(refusal: Refusal): Error {
  refusals.add(refusal.refusal);
  return Object.assign(new Error(refusal.refusal), { data: refusal });
}

/** Whoever asks to be let in is refused by a fault in here, which would end the whole program otherwise. */
export function atDoor<S>(
  fault: (error: unknown) => void,
  look: (socket: S, next: (error?: Error) => void) => void,
): (socket: S, next: (error?: Error) => void) => void {
  return (socket, next) => {
    try {
      look(socket, next);
    } catch (error) {
      next(refusalError(refusalFor(error, fault)));
    }
  };
}

/** Refuses an event that has more parts than it may; one that stands nowhere is passed over elsewhere. */
export function tooMuch(screen: keyof typeof EVENT_PARTS, [name, ...sent]: unknown[]): Refusal | null {
  const table: Partial<Record<string, number>> = EVENT_PARTS[screen];
  const most = table[String(name)];
  return most !== undefined && sent.length - 1 > most
    ? refuse('bad-message', String(name), 'too many parts')
    : null;
}
