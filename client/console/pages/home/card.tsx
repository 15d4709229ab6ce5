/** One consultation on the home page. */
import { useState } from 'preact/hooks';
import type { ConsultationListItem } from '../../../../core/api.ts';
import { api, filePath } from '../../api.ts';
import { Confirm } from '../parts/confirm.tsx';
import { announce } from '../parts/shell.tsx';
import { say } from '../say.ts';
import { sayDate } from '../../words.ts';

const SHOWN = 4;

export function Card(props: { consultation: ConsultationListItem; changed: () => void }) {
  const { id, sample, statements, sessions } = props.consultation;
  const [asking, setAsking] = useState(false);
  const title = props.consultation.title === '' ? say('home.untitled') : props.consultation.title;
  const newest = sessions.toSorted((a, b) => b.date.localeCompare(a.date)).slice(0, SHOWN);
  const ended = sessions.some((s) => s.state === 'ended' || s.state === 'sealed');
  return (
    <article class={sample ? 'card card-sample' : 'card'}>
      <div class="card-head">
        <h3>
          <a href={`/console/c/${id}`} aria-label={say('home.edit.of', { title })}>
            <bdi>{title}</bdi>
          </a>
        </h3>
        {sample && <span class="mark-sample">{say('sample.mark')}</span>}
      </div>
      <p class="quiet">
        {say('home.statements', { n: statements })} ·{' '}
        {sessions.length === 0 ? say('home.sessions.none') : say('home.sessions', { n: sessions.length })}
        {sample && <span class="card-line">{say('sample.words')}</span>}
      </p>
      {newest.length > 0 && (
        <ul class="card-sessions">
          {newest.map((s) => (
            <li key={s.id}>
              <span>
                <bdi>{s.name === '' ? say('ses.unnamed') : s.name}</bdi>
              </span>
              <span class="quiet">{sayDate(s.date)}</span>
              <span class={`state state-${s.state}`}>{say(`state.${s.state}`)}</span>
            </li>
          ))}
          {sessions.length > SHOWN && (
            <li class="quiet">{say('home.more.sessions', { n: sessions.length - SHOWN })}</li>
          )}
        </ul>
      )}
      <div class="row">
        <a class="button" href={`/console/c/${id}`} aria-label={say('home.edit.of', { title })}>
          {say('home.edit')}
        </a>
        {ended && (
          <a class="button" href={`/console/c/${id}/results`} aria-label={say('home.results.of', { title })}>
            {say('home.results')}
          </a>
        )}
        <button
          type="button"
          class="button button-quiet end"
          aria-label={sample ? say('sample.remove') : say('home.remove.of', { title })}
          onClick={() => setAsking(true)}
        >
          {say(sample ? 'sample.remove' : 'home.remove')}
        </button>
      </div>
      {asking && (
        <Confirm
          title={sample ? say('sample.sure') : say('home.remove.sure', { title })}
          what={say(sample ? 'sample.what' : 'home.remove.what')}
          action={say(sample ? 'sample.remove' : 'home.remove.do')}
          run={async () => api.remove(id)}
          done={() => {
            setAsking(false);
            announce(say('home.removed', { title }));
            props.changed();
          }}
          onClose={() => setAsking(false)}
        >
          {!sample && (
            <p>
              <a href={filePath(id)} download>
                {say('home.remove.file')}
              </a>
            </p>
          )}
        </Confirm>
      )}
    </article>
  );
}
