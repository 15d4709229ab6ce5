/**
 * On which side of a scale the people of a figure stand. Two questions that have different answers: which
 * side most of them took, and which side more than half of them took.
 */
import type { Figure } from './results.ts';
import { sides } from './results.ts';
import type { Scale } from './scale.ts';
import { labelsOf } from './scale.ts';

export type Side = 'agree' | 'disagree';

/** `middle`: more chose the middle answer than either side; `even`: as many agree as disagree. */
export type Plurality = Side | 'middle' | 'even';

/** Where most of a figure's people stand; null where nobody gave an answer with a code. */
export function pluralityOf({ counts, n }: Pick<Figure, 'counts' | 'n'>): Plurality | null {
  const { agree, disagree, middle } = sides(counts);
  if (n === 0) return null;
  if (middle > agree && middle > disagree) return 'middle';
  return agree === disagree ? 'even' : agree > disagree ? 'agree' : 'disagree';
}

/** How many of a figure's people stand there; of `even`, how many on each side. */
export function peopleOn({ counts }: Pick<Figure, 'counts'>, where: Plurality): number {
  const { agree, disagree, middle } = sides(counts);
  return where === 'middle' ? middle : where === 'disagree' ? disagree : agree;
}

/** The side that more than half of those who answered took; null where neither has more than half. */
export function majorityOf({ counts, n }: Pick<Figure, 'counts' | 'n'>): Side | null {
  return majority({ ...sides(counts), n });
}

/** The same of people who have been counted by side. */
export function majority({ agree, disagree, n }: Record<Side | 'n', number>): Side | null {
  return 2 * agree > n ? 'agree' : 2 * disagree > n ? 'disagree' : null;
}

/** The labels of a scale's answers on one side, most disagreeing first. */
export function sideLabels(scale: Scale, where: Exclude<Plurality, 'even'>): readonly string[] {
  const labels = labelsOf(scale);
  const half = Math.floor(labels.length / 2);
  if (where === 'disagree') return labels.slice(0, half);
  return where === 'middle' ? labels.slice(half, labels.length - half) : labels.slice(labels.length - half);
}
