/** That this is the next wave of an earlier consultation: what came along, what is to be filled in, and parting the two. */
import { partedFrom } from '../../../../core/waves/again.ts';
import { say } from '../say.ts';
import { sayWave } from '../waves/words.ts';
import { useEditing } from './context.ts';

export function WaveNote() {
  const { desk, doc, done } = useEditing();
  const { waves = [] } = doc;
  const [last] = waves;
  if (last === undefined) return null;
  const part = (): void => {
    desk.change(partedFrom, null);
    done(say('wave.parted', { before: sayWave(last) }), true);
  };
  return (
    <section class="wave-note" aria-label={say('wave.nth', { n: waves.length + 1 })}>
      <p>
        <strong>{say('wave.is', { n: waves.length + 1 })}</strong>{' '}
        {say('wave.after', { before: sayWave(last) })} {say('wave.note')}
      </p>
      <div class="row">
        <a class="button small" href={`/console/c/${doc.id}/waves`}>
          {say('wave.compare')}
        </a>
        <button type="button" class="button small" onClick={part}>
          {say('wave.part')}
        </button>
      </div>
    </section>
  );
}
