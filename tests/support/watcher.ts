/**
 * Somebody who keeps every frame that console and projector are sent and every answer of the console's
 * routes, knows to the moment when each person tapped, and does their best to find out who answered what.
 */
import type { Socket } from 'socket.io-client';

/** What was seen after one tap, before the next one. */
export type Seen = readonly string[];

/** Every frame of a socket, acks too, as it came over the wire. */
export function framesOf(socket: Pick<Socket, 'io'>, take: (frame: string) => void): void {
  socket.io.engine.on('data', (data) => take(String(data)));
}

/** What is in a frame: the JSON after the numbers and the namespace of Engine.IO and Socket.IO. */
export function read(frame: string): unknown {
  const from = frame.search(/[[{]/);
  if (from < 0) return frame;
  try {
    return JSON.parse(frame.slice(from));
  } catch {
    return frame;
  }
}

/** Every value in it with its place: `1.boards.0.placed` and 4. */
function leaves(value: unknown, place = '', into = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) leaves(inner, `${place}.${key}`, into);
  else into.set(place, value);
  return into;
}

/** For each tap, everything that is different in what was seen after it from what was seen before. */
export function changesAfter(taps: readonly Seen[]): string[][] {
  const last = new Map<string, Map<string, unknown>>();
  return taps.map((frames) => {
    const changes = new Set<string>();
    for (const frame of frames) {
      // Frames of one kind are compared with each other: of one namespace, or of one route.
      const kind = frame.slice(0, Math.max(0, frame.search(/[[{]/))).replace(/^3(.*?)\d*$/, '2$1');
      const before = last.get(kind) ?? new Map<string, unknown>();
      const after = leaves(kind.startsWith('2/') ? view(read(frame)) : read(frame));
      for (const place of new Set([...before.keys(), ...after.keys()])) {
        const [was, is] = [before.get(place), after.get(place)];
        if (was === is) continue;
        changes.add(`${kind} ${place} moved`);
        if (typeof is === 'number' && typeof was === 'number') changes.add(`${kind} ${place} by ${is - was}`);
        changes.add(`${kind} ${place} is ${String(is)}`);
      }
      last.set(kind, after);
    }
    return [...changes];
  });
}

/** A view is the same whether it was sent or asked for: `["view",VIEW]` or `[VIEW]`. */
function view(message: unknown): unknown {
  return Array.isArray(message) ? message.at(-1) : message;
}

/**
 * Learns on the first half of the taps which change goes with which answer, and guesses the others by the
 * change that told most.
 *
 * @returns how many of the second half were guessed right, and how many there were
 */
export function learnAndGuess(
  changes: readonly string[][],
  answers: readonly string[],
): { right: number; of: number } {
  const half = Math.floor(changes.length / 2);
  const told = new Map<string, Map<string, number>>();
  const all = new Map<string, number>();
  const one = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let i = 0; i < half; i += 1) {
    const answer = answers[i] ?? '';
    one(all, answer);
    for (const change of changes[i] ?? []) {
      const counts = told.get(change) ?? new Map<string, number>();
      told.set(change, counts);
      one(counts, answer);
    }
  }
  const best = (counts: Map<string, number>): { answer: string; sure: number } => {
    const [answer = '', n = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    // One more that went otherwise, so that what was seen once tells little.
    return { answer, sure: n / ([...counts.values()].reduce((a, b) => a + b, 0) + 1) };
  };
  let right = 0;
  for (let i = half; i < changes.length; i += 1) {
    const guesses = (changes[i] ?? []).flatMap((change) => told.get(change) ?? []).map(best);
    const guess = guesses.reduce((a, b) => (b.sure > a.sure ? b : a), best(all));
    if (guess.answer === answers[i]) right += 1;
  }
  return { right, of: changes.length - half };
}

/**
 * How many standard deviations a rate of right guesses is above chance. A test that runs often cannot fail
 * at the edge of a 95 % interval, which chance alone leaves once in forty times; a leak is far beyond four.
 */
export const LEAK = 4;

export function above(right: number, of: number, chance: number): number {
  return (right - of * chance) / Math.sqrt(of * chance * (1 - chance));
}

/** `31 of 180 (17.2 %, 95 % from 12.2 to 23.4), chance 16.7 %`, by Wilson's interval. */
export function rate(right: number, of: number, chance: number): string {
  const [z, p] = [1.96, right / of];
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  const percent = (x: number): string => (100 * x).toFixed(1);
  return `${right} of ${of} (${percent(p)} %, 95 % from ${percent(middle - half)} to ${percent(middle + half)}), chance ${percent(chance)} %`;
}
