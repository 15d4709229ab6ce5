/** Waves and their differences in words. */
import type { Wave } from '../../../../core/consultation.ts';
import { FLOORS } from '../../../../core/limits.ts';
import type { Figure } from '../../../../core/results.ts';
import { peopleOn } from '../../../../core/side.ts';
import type { Change } from '../../../../core/waves/change.ts';
import { say } from '../say.ts';

/** "Our centre, 2025" */
export function sayWave({ title, year }: Omit<Wave, 'id'>): string {
  const name = title === '' ? say('home.untitled') : title;
  return year === '' ? name : say('wave.named', { title: name, year });
}

/** Who agreed of one wave, also where the other has nobody of them: "7 of 10". */
export function sayAgreed(figure: Pick<Figure, 'counts' | 'n'>): string {
  return figure.n === 0 ? '–' : say('wave.of', { n: peopleOn(figure, 'agree'), of: figure.n });
}

/** How the share differs, or that there are counts only. */
export function sayChange(change: Change | null): string {
  if (change === null) return '';
  const { points } = change;
  if (points === null) return say('wave.points.few', { from: FLOORS.percentFrom });
  if (points === 0) return say('wave.points.same');
  return say(points > 0 ? 'wave.points.more' : 'wave.points.fewer', { n: Math.abs(points) });
}

export function sayChangeInterval({ interval }: Change): string {
  return interval === null
    ? say('wave.interval.few', { from: FLOORS.percentFrom })
    : say('wave.interval', { low: signedPoints(interval.low), high: signedPoints(interval.high) });
}

function signedPoints(points: number): string {
  return points < 0 ? `−${-points}` : points > 0 ? `+${points}` : '0';
}
