/** One consultation on the home page. */
import { useState } from 'preact/hooks';
import type { ConsultationListItem } from '../../../../core/api.ts';
import { api, archivePath } from '../../api.ts';
import { may } from '../../staff.ts';
import { LockAway } from '../lock/lockAway.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { KeepBanner } from '../parts/keepBanner.tsx';
import { say, sayRefusal } from '../say.ts';
import { sayDate } from '../../words.ts';
import { Again } from './again.tsx';
import { WaveLine } from './waveLine.tsx';

const SHOWN = 4;

/** @param props.removed called with what to say of it */
export function Card(props: {
  consultation: ConsultationListItem;
  /** Sessions that another laptop may have. */
  waiting: ReadonlySet<string>;
  removed: (told: string) => void;
  failed: (told: string) => void;
  /** How many here repeat it. */
  repeated: number;
  /** Another one here is the same wave under the same name. */
  twin: boolean;
}) {
  const { id, sample, statements, sessions, waves } = props.consultation;
  const [asking, setAsking] = useState(false);
  const [locking, setLocking] = useState(false);
  const [repeating, setRepeating] = useState(false);
  const title = props.consultation.title === '' ? say('home.untitled') : props.consultation.title;
  const edits = may('PUT /api/consultations/:id');
  const newest = sessions.toSorted((a, b) => b.date.localeCompare(a.date)).slice(0, SHOWN);
  const counted = sessions.some((s) => s.state === 'sealed');
  // Nothing of anyone's is lost with the sample, and it can be had again: no question asked.
  const removeSample = async (): Promise<void> => {
    const result = await api.remove(id);
    if (result.ok) props.removed(say('sample.removed'));
    else props.failed(sayRefusal(result.refusal));
  };
  return (
    <article class={sample ? 'card card-sample' : 'card'}>
      <div class="card-head">
        <h3>
          {edits ? (
            <a href={`/console/c/${id}`} aria-label={say('home.edit.of', { title })}>
              <bdi>{title}</bdi>
            </a>
          ) : (
            <bdi>{title}</bdi>
          )}
        </h3>
        {sample && <span class="mark-sample">{say('sample.mark')}</span>}
      </div>
      <p class="quiet">
        {say('home.statements', { n: statements })} ·{' '}
        {sessions.length === 0 ? say('home.sessions.none') : say('home.sessions', { n: sessions.length })}
        {sample && <span class="card-line">{say('sample.words')}</span>}
      </p>
      {waves !== undefined && <WaveLine waves={waves} twin={props.twin} />}
      {edits && <KeepBanner id={id} title={title} keep={props.consultation.keep} />}
      {newest.length > 0 && (
        <ul class="card-sessions">
          {newest.map((s) => (
            <li key={s.id}>
              <span>
                <bdi>{s.name === '' ? say('ses.unnamed') : s.name}</bdi>
                {s.rehearsal && <span class="mark-sample">{say('ses.rehearsal')}</span>}
              </span>
              <span class="quiet">{sayDate(s.date)}</span>
              {props.waiting.has(s.id) ? (
                <span class="state">{say('state.waits')}</span>
              ) : (
                <span class={`state state-${s.state}`}>{say(`state.${s.state}`)}</span>
              )}
            </li>
          ))}
          {sessions.length > SHOWN && (
            <li>
              {edits ? (
                <a
                  href={`/console/c/${id}#sessions`}
                  aria-label={say('home.more.sessions.of', { n: sessions.length - SHOWN, title })}
                >
                  {say('home.more.sessions', { n: sessions.length - SHOWN })}
                </a>
              ) : (
                say('home.more.sessions', { n: sessions.length - SHOWN })
              )}
            </li>
          )}
        </ul>
      )}
      <div class="row">
        {edits && (
          <a class="button" href={`/console/c/${id}`} aria-label={say('home.edit.of', { title })}>
            {say('home.edit')}
          </a>
        )}
        {counted && (
          <a class="button" href={`/console/c/${id}/results`} aria-label={say('home.results.of', { title })}>
            {say('home.results')}
          </a>
        )}
        {counted && (
          <a class="button" href={`/console/c/${id}/themes`} aria-label={say('home.themes.of', { title })}>
            {say('an.themes')}
          </a>
        )}
        {counted && (
          <a
            class="button"
            href={`/console/c/${id}/recommendations`}
            aria-label={say('home.recommendations.of', { title })}
          >
            {say('an.recommendations')}
          </a>
        )}
        {may('GET /api/consultations/:id/themes') && (
          <a class="button" href={`/console/c/${id}/sources`} aria-label={say('home.sources.of', { title })}>
            {say('home.sources')}
          </a>
        )}
        {counted && (
          <a class="button" href={`/console/c/${id}/heard`} aria-label={say('home.heard.of', { title })}>
            {say('home.heard')}
          </a>
        )}
        {counted && !sample && may('POST /api/consultations') && (
          <button
            type="button"
            class="button"
            title={say('wave.again.hint')}
            aria-label={say('wave.again.of', { title })}
            onClick={() => setRepeating(true)}
          >
            {say('wave.again')}
          </button>
        )}
        {counted && !sample && may('POST /api/consultations/:id/lock') && (
          <button
            type="button"
            class="button button-quiet end"
            aria-label={say('lock.do.of', { title })}
            onClick={() => setLocking(true)}
          >
            {say('lock.do')}
          </button>
        )}
        {may('DELETE /api/consultations/:id') && (
          <button
            type="button"
            class={counted && !sample ? 'button button-quiet' : 'button button-quiet end'}
            aria-label={sample ? say('sample.remove') : say('home.remove.of', { title })}
            onClick={() => (sample ? void removeSample() : setAsking(true))}
          >
            {say(sample ? 'sample.remove' : 'home.remove')}
          </button>
        )}
      </div>
      {repeating && <Again id={id} title={title} there={props.repeated} close={() => setRepeating(false)} />}
      {locking && (
        <LockAway
          id={id}
          title={title}
          removed={() => {
            setLocking(false);
            props.removed(say('lock.removed', { title }));
          }}
          close={() => setLocking(false)}
        />
      )}
      {asking && (
        <Confirm
          title={say('home.remove.sure', { title })}
          what={say('home.remove.what', { address: `${location.host}/j` })}
          action={say('home.remove.do')}
          run={async () => api.remove(id)}
          done={() => {
            setAsking(false);
            props.removed(say('home.removed', { title }));
          }}
          onClose={() => setAsking(false)}
        >
          {sessions
            .filter((s) => s.state === 'ended' && !s.rehearsal)
            .map((s) => (
              <p key={s.id} class="caution">
                {say('home.remove.left', { name: s.name === '' ? say('ses.unnamed') : s.name })}
              </p>
            ))}
          <p>
            <a href={archivePath(id)} download>
              {say('home.remove.file')}
            </a>
          </p>
        </Confirm>
      )}
    </article>
  );
}
