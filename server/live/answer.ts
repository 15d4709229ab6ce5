/** Answering an event: exactly one ack, a refusal instead of a fault, and nothing when there is no ack. */
import { EVENT_PARTS } from '../../core/protocol.ts';
import { isRefusal, refuse, type Refusal } from '../../core/refusal.ts';
import { refusals } from '../metrics/coarse.ts';
import { refusalFor } from '../use/unexpected.ts';

/**
 * Runs a handler and acks what it returns. A message without an ack function is passed over: whoever
 * does not want to know is not told, and cannot make the server throw.
 */
export function answering<T>(
  ack: unknown,
  fault: (error: unknown) => void,
  handler: () => T | Refusal | Promise<T | Refusal>,
): Promise<void> | undefined {
  if (typeof ack !== 'function') return undefined;
  const tell = (answer: T | Refusal): void => {
    if (isRefusal(answer)) refusals.add(answer.refusal);
    (ack as (answer: T | Refusal) => void)(answer);
  };
  const failed = (error: unknown): void => tell(refusalFor(error, fault));
  let answer: T | Refusal | Promise<T | Refusal>;
  try {
    answer = handler();
  } catch (error) {
    failed(error);
    return undefined;
  }
  if (answer instanceof Promise) return answer.then(tell, failed);
  tell(answer);
  return undefined;
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
export function tooMuch(screen: keyof typeof EVENT_PARTS, event: readonly unknown[]): Refusal | null {
  // Its name and the answer that it wants are no parts.
  return tooManyParts(screen, String(event[0]), event.length - 2);
}

export function tooManyParts(screen: keyof typeof EVENT_PARTS, name: string, parts: number): Refusal | null {
  const table: Partial<Record<string, number>> = EVENT_PARTS[screen];
  const most = table[name];
  return most !== undefined && parts > most ? refuse('bad-message', name, 'too many parts') : null;
}
