/**
 * Tablets that are passed round in a running session: which are here, and how many people's answers wait on each.
 * In memory only, and nothing of who had one in their hands.
 */
import type { Tablets } from '../../core/tabletView.ts';
import type { Running } from './running.ts';

interface Known {
  sockets: number;
  waiting: number;
  /** Whether it is still passed round, so that it may hold answers while it is away. */
  isOut: () => boolean;
}

const known = new WeakMap<Running, Map<string, Known>>();

/**
 * A tablet has a line to the laptop from now on, until the function that comes back is called.
 *
 * @param id of its sign-in
 */
export function tabletHere(running: Running, id: string, isOut: () => boolean): () => void {
  const all = known.get(running) ?? new Map<string, Known>();
  known.set(running, all);
  const one = all.get(id) ?? { sockets: 0, waiting: 0, isOut };
  all.set(id, { ...one, sockets: one.sockets + 1, isOut });
  running.changed(['console']);
  return () => {
    const now = all.get(id);
    if (now !== undefined) all.set(id, { ...now, sockets: now.sockets - 1 });
    running.changed(['console']);
  };
}

/** It says how many people's answers it has still to hand over. */
export function tabletWaits(running: Running, id: string, waiting: number): void {
  const one = known.get(running)?.get(id);
  if (one === undefined || one.waiting === waiting) return;
  one.waiting = waiting;
  running.changed(['console']);
}

/** How many there are, for the console. */
export function tabletsOf(running: Running): Tablets {
  const counted: Tablets = { here: 0, away: 0, waiting: 0 };
  for (const { sockets, waiting, isOut } of known.get(running)?.values() ?? []) {
    if (sockets > 0) {
      counted.here += 1;
      counted.waiting += waiting;
    } else if (isOut()) counted.away += 1;
  }
  return counted;
}
