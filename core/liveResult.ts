/**
 * Results that are shown while people place, where the facilitator chose that. They move in batches, so
 * that a change on the screen cannot be tied to whoever has just tapped:
 *
 * - what is shown changes only when at least twice the floor of people have answers that differ from it,
 *   a changed or taken-back answer like a new one;
 * - a batch takes all of these but as many as the floor, picked at random, so that it is of at least the
 *   floor, and so is what is left for the next batch or the close;
 * - batches are at least a gap apart, and come after a random wait (TIMES.liveGapMs, liveJitterMs).
 */
import { figureFrom, type Figure } from './results.ts';
import type { Answer, Scale } from './scale.ts';

/** Answers that what is shown is made of, by tag. */
export type ShownAnswers = Readonly<Record<string, Answer>>;

/**
 * The next batch.
 *
 * @param current each tag with the answer that stands now; null: taken back
 * @param floor least number of people in a batch
 * @param shuffled puts items in random order
 * @returns what is shown from then on, or null while there are too few differences
 */
export function nextBatch(
  current: ReadonlyMap<string, Answer | null>,
  shown: ShownAnswers,
  floor: number,
  shuffled: (tags: string[]) => string[],
): ShownAnswers | null {
  const tags = new Set([...current.keys(), ...Object.keys(shown)]);
  const pending = [...tags].filter((tag) => (current.get(tag) ?? null) !== (shown[tag] ?? null));
  if (pending.length < 2 * floor) return null;
  const next = new Map(Object.entries(shown));
  for (const tag of shuffled(pending).slice(0, pending.length - floor)) {
    const answer = current.get(tag) ?? null;
    if (answer === null) next.delete(tag);
    else next.set(tag, answer);
  }
  // In the order of the tags, which is random and stays: the order of batches is nobody's business.
  return Object.fromEntries([...next].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The figure that is shown; null while fewer people than the floor are behind it. */
export function liveFigure(shown: ShownAnswers, scale: Scale, floor: number): Figure | null {
  const figure = figureFrom(Object.values(shown), scale);
  return figure.n < floor ? null : figure;
}
