/** What stands where there is nothing to compare yet, and how that is mended; and which waves came later. */
import type { ComponentChildren } from 'preact';
import type { EarlierWave, WavesPage } from '../../../../core/waves/api.ts';
import { say } from '../say.ts';
import { sayWave } from './words.ts';

export function Empty({ id, wave }: { id: string; wave: EarlierWave | null }) {
  if (wave === null) return <Said title={say('wave.none')} words={say('wave.none.words')} />;
  const before = sayWave(wave);
  if (wave.lacks === 'missing')
    return (
      <Said title={say('wave.missing', { before })} words={say('wave.missing.words')}>
        <p>
          <a class="button" href="/console">
            {say('app.back')}
          </a>
        </p>
      </Said>
    );
  if (wave.lacks === 'none')
    return <Said title={say('wave.empty', { before })} words={say('wave.empty.words')} />;
  return (
    <Said title={say('wave.now.empty')} words={say('wave.now.empty.words', { was: before })}>
      <p>
        <a class="button" href={`/console/c/${id}#sessions`}>
          {say('res.edit')}
        </a>{' '}
        <a class="button" href={`/console/c/${wave.id}/results`}>
          {say('wave.results.of', { before })}
        </a>
      </p>
    </Said>
  );
}

function Said(props: { title: string; words: string; children?: ComponentChildren }) {
  return (
    <section class="empty empty-roomy">
      <h2>{props.title}</h2>
      <p>{props.words}</p>
      {props.children}
    </section>
  );
}

export function Later({ page: { later } }: { page: WavesPage }) {
  if (later.length === 0) return null;
  return (
    <section class="wave-later">
      <p>{say('wave.later')}</p>
      <ul>
        {later.map((wave) => (
          <li key={wave.id}>
            <a href={`/console/c/${wave.id}/waves`}>
              <bdi>{sayWave(wave)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
