/** Rooms, boards and facts to test the rules with. */
import { DEFAULT_SCALE } from '../../core/scale.ts';
import { firstRoom, type BoardSource, type Room } from '../../core/room.ts';
import { climb, nextStep, type Facts } from '../../core/ladder.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Figure } from '../../core/results.ts';
import type { Style } from '../../core/session.ts';

function source(id: string): BoardSource {
  return {
    statement: id,
    version: 1,
    wordings: [{ group: null, lang: 'en', text: `Statement ${id}` }],
    scale: DEFAULT_SCALE,
    picture: null,
  };
}

export function makeRoom(
  style: Style = 'guided',
  statements = 2,
  rounds: 1 | 2 = 1,
  order: 'each' | 'all' = 'each',
): Room {
  const sources = Array.from({ length: statements }, (_, i) => source(`s${i + 1}`));
  return firstRoom(style, sources, rounds, order);
}

function figure(counts: number[]): Figure {
  const n = counts.reduce((a, b) => a + b, 0);
  return { counts, n, declined: { n: 0, x: 0 }, notAnswered: 0, median: null, percent: null };
}

/** Facts of a room in which `answered` people have answered every board. */
export function facts(answered = 12): Facts {
  return {
    answered: () => answered,
    placed: () => answered,
    eligible: () => ({ '': 12 }),
    snapshot: () => ({
      whole: figure([1, 2, 3, 4, 2]),
      parts: null,
      withheld: 'one-group',
      notes: ['a', 'b', 'c'].map((id) => ({ id, answer: 4 })),
    }),
  };
}

/** Presses Next `times` times; throws when a step is refused. */
export function press(room: Room, times: number, known = facts()): Room {
  let now = room;
  for (let i = 0; i < times; i += 1) {
    const step = nextStep(now, known.placed);
    if (step === null) throw new Error('no step left');
    const after = climb(now, step, known);
    if (isRefusal(after)) throw new Error(after.refusal);
    now = after;
  }
  return now;
}
