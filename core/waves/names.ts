/** What the waves of a consultation are called beside each other. */
import type { Say } from '../message.ts';
import type { wavesEn } from '../messages/waves.en.ts';

export interface Named {
  /** 1 for the first wave of all. */
  n: number;
  /** YYYY; empty: not known. */
  year: string;
}

/** Each by its year, and by its number where two are of one year or a year is not known. */
export function waveLabels(say: Say<typeof wavesEn>, waves: readonly Named[]): string[] {
  const alone = (year: string): boolean => waves.filter((wave) => wave.year === year).length === 1;
  return waves.map(({ n, year }) =>
    year === '' ? say('wave.nth', { n }) : alone(year) ? year : say('wave.year.nth', { year, n }),
  );
}
