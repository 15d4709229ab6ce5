/** What each wave is called over its column and beside its bar. */
import type { EarlierWave, WavesPage } from '../../../../core/waves/api.ts';
import { waveLabels } from '../../../../core/waves/names.ts';
import { say } from '../say.ts';

export interface WaveNames {
  now: string;
  of: (wave: Pick<EarlierWave, 'id'>) => string;
}

export function labelsIn({ n, year, earlier }: WavesPage): WaveNames {
  const [now = '', ...before] = waveLabels(say, [{ n, year }, ...earlier]);
  const names = new Map(earlier.map(({ id }, i) => [id, before[i] ?? '']));
  return { now, of: ({ id }) => names.get(id) ?? '' };
}
