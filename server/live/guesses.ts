/**
 * Join codes cannot be guessed: how many wrong ones are looked at has a ceiling for the server as a
 * whole, whatever anybody sends. Never by address: a whole room may share one.
 *
 * While that ceiling is reached, handshakes wait, and whose turn it is is drawn by lot, so that nobody
 * can keep the front by being fast. A right code costs nothing, so a room of honest people passes as
 * quickly as it comes; only a wrong one makes the others wait.
 *
 * A wrong code is a guess at each session that is running, and counts once for each. So at 28^6 codes and
 * eight hours of guessing the chance of a hit is (60 + 8 * 3600) / 28^6 = 6e-5, however many there are.
 */
import { randomInt } from 'node:crypto';
import { fullBucket, take } from '../../core/bucket.ts';
import { RATES } from '../../core/limits.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';

/** The connection that a handshake comes over; one can carry many, one after the other. */
export interface Line {
  once(event: 'close', told: () => void): unknown;
  off(event: 'close', told: () => void): unknown;
  close(): unknown;
}

export interface Handshake<Found> {
  line: Line;
  /** Compares the code. Called at most once, and only when its turn has come. */
  look: () => Found | undefined;
  found: (found: Found) => void;
  refused: (refusal: Refusal) => void;
}

export interface Guesses<Found> {
  /**
   * Has a handshake's code looked at, now or later, and tells it exactly once. Refused: `no-such-code`;
   * `too-fast` unlooked at, when nobody more may wait, when its time is up, when another of the same
   * connection waits, and when the connection ends.
   */
  ask: (handshake: Handshake<Found>) => void;
  /** Counts a handshake that was refused for another reason; too many close the connection. */
  count: (line: Line) => void;
  /** Refuses whoever waits and takes in nobody more. */
  stop: () => void;
}

interface Waiting<Found> extends Handshake<Found> {
  timer: NodeJS.Timeout;
  leave: () => void;
}

/**
 * @param now a monotonic clock in milliseconds
 * @param aims how many codes there are that a wrong one might have been
 */
export function makeGuesses<Found>(now: () => number, aims: () => number = () => 1): Guesses<Found> {
  const wrong = fullBucket(RATES.wrongCodesBurst, now());
  const waiting: Waiting<Found>[] = [];
  const waitingLines = new WeakSet<Line>();
  const refusals = new WeakMap<Line, number>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  /** What one look costs; never more than there can be, or nobody would be let in. */
  const price = (): number => Math.min(RATES.wrongCodesBurst, Math.max(1, aims()));
  const mayLook = (): boolean =>
    take(wrong, RATES.wrongCodesPerSecond, RATES.wrongCodesBurst, now(), price());

  function count(line: Line): void {
    const times = (refusals.get(line) ?? 0) + 1;
    refusals.set(line, times);
    // The answer goes out first; it is on its way by the end of this tick.
    if (times === RATES.wrongCodesPerConnection) setImmediate(() => line.close());
  }

  function no({ line, refused }: Handshake<Found>, refusal: Refusal): void {
    count(line);
    refused(refusal);
  }

  /** Looks at a code that was paid for; who is right gets the price back. */
  function judge(handshake: Handshake<Found>): void {
    const found = handshake.look();
    if (found === undefined) return no(handshake, refuse('no-such-code', 'code'));
    wrong.left += price();
    handshake.found(found);
  }

  function wait(handshake: Handshake<Found>): void {
    const tooLate = (): void => {
      takeOut(entry);
      no(handshake, refuse('too-fast', 'code'));
    };
    const entry = { ...handshake, leave: tooLate, timer: setTimeout(tooLate, RATES.codeWaitMs).unref() };
    handshake.line.once('close', entry.leave);
    waitingLines.add(handshake.line);
    waiting.push(entry);
    if (timer === undefined) serve();
  }

  function takeOut(entry: Waiting<Found>): void {
    clearTimeout(entry.timer);
    entry.line.off('close', entry.leave);
    waitingLines.delete(entry.line);
    const last = waiting.pop();
    if (last !== undefined && last !== entry) waiting[waiting.indexOf(entry)] = last;
  }

  /** Looks at as many as may be looked at now, and comes back when there is one more. */
  function serve(): void {
    timer = undefined;
    while (waiting.length > 0) {
      if (!mayLook()) {
        const ms = Math.ceil(((price() - wrong.left) * 1000) / RATES.wrongCodesPerSecond);
        timer = setTimeout(serve, ms).unref();
        return;
      }
      const drawn = waiting[randomInt(waiting.length)];
      if (drawn === undefined) return;
      takeOut(drawn);
      judge(drawn);
    }
  }

  return {
    ask: (handshake) => {
      const { line } = handshake;
      const spent = (refusals.get(line) ?? 0) >= RATES.wrongCodesPerConnection;
      const full = waiting.length >= RATES.codesWaiting;
      if (stopped || spent || full || waitingLines.has(line)) no(handshake, refuse('too-fast', 'code'));
      // Whoever comes while others wait must not get ahead of them.
      else if (waiting.length === 0 && mayLook()) judge(handshake);
      else wait(handshake);
    },
    count,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      while (waiting.length > 0) waiting[0]?.leave();
    },
  };
}
