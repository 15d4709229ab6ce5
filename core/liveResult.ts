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
export type ShownAnswers = ReadonlyMap<string, Answer>;

/** How many of each answer, by its code or letter: all that is kept of what is shown. */
export type ShownCounts = Readonly<Record<string, number>>;

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
  const tags = new Set([...current.keys(), ...shown.keys()]);
  const pending = [...tags].filter((tag) => (current.get(tag) ?? null) !== (shown.get(tag) ?? null));
  if (pending.length < 2 * floor) return null;
  const next = new Map(shown);
  for (const tag of shuffled(pending).slice(0, pending.length - floor)) {
    const answer = current.get(tag) ?? null;
    if (answer === null) next.delete(tag);
    else next.set(tag, answer);
  }
  return next;
}

/** What is kept of what is shown; in the order of the answers, which says nothing about who came when. */
export function countsOf(shown: ShownAnswers): ShownCounts {
  const counts = new Map<string, number>();
  for (const answer of shown.values()) counts.set(String(answer), (counts.get(String(answer)) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same of a figure. */
export function countsIn({ counts, declined }: Figure): ShownCounts {
  const all = [...counts.map((n, i) => [String(i + 1), n] as const), ...Object.entries(declined)];
  return Object.fromEntries(all.filter(([, n]) => n > 0));
}

/** What was shown last, by board. An earlier version kept answers by tag, which are not taken over. */
export function keptCounts(
  live: Readonly<Record<number, ShownCounts>> | undefined,
): Record<number, ShownCounts> {
  const isAnswer = ([key]: [string, number]): boolean => /^(?:[1-9]|n|x)$/.test(key);
  return Object.fromEntries(
    Object.entries(live ?? {}).map(([n, shown]) => [
      n,
      Object.fromEntries(Object.entries(shown).filter(isAnswer)),
    ]),
  );
}

/**
 * Whose answers may be behind counts that were kept, after a restart: as many of those that stand now as fit,
 * picked at random; the rest are given to people whose answer fits nowhere, each one difference that waits for
 * its batch, and at last to nobody. So what differs is never more than what people have really changed.
 */
export function shownAgain(
  counts: ShownCounts,
  current: ReadonlyMap<string, Answer | null>,
  shuffled: (tags: string[]) => string[],
): ShownAnswers {
  const left = new Map(Object.entries(counts));
  const shown = new Map<string, Answer>();
  const others: string[] = [];
  for (const tag of shuffled([...current.keys()])) {
    const answer = current.get(tag) ?? null;
    const n = left.get(String(answer)) ?? 0;
    if (answer === null) continue;
    if (n > 0) {
      shown.set(tag, answer);
      left.set(String(answer), n - 1);
    } else others.push(tag);
  }
  for (const [key, n] of left)
    for (let i = 0; i < n; i += 1) shown.set(others.pop() ?? `nobody ${key} ${i}`, answerOf(key));
  return shown;
}

const answerOf = (key: string): Answer => (key === 'n' || key === 'x' ? key : Number(key));

/** The figure that is shown; null while fewer people than the floor are behind it. */
export function liveFigure(shown: ShownCounts, scale: Scale, floor: number): Figure | null {
  const answers = Object.entries(shown).flatMap(([key, n]) => Array.from({ length: n }, () => answerOf(key)));
  const figure = figureFrom(answers, scale);
  return figure.n < floor ? null : figure;
}
