/** On a card: which wave of a consultation it is, and which one was before. */
import type { Wave } from '../../../../core/consultation.ts';
import { say } from '../say.ts';
import { sayWave } from '../waves/words.ts';

export function WaveLine({ waves, twin }: { waves: readonly Wave[]; twin: boolean }) {
  const [last] = waves;
  if (last === undefined) return null;
  return (
    <p class="quiet wave-line">
      <strong>{say('wave.is', { n: waves.length + 1 })}</strong>{' '}
      {say('wave.after', { before: sayWave(last) })}
      {twin && <span class="card-line wave-twin">{say('wave.twin')}</span>}
    </p>
  );
}
