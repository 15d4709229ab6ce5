/** Were you heard? Over all sessions of a consultation, with what people were told they could change beside it. */
import { useCallback, useState } from 'preact/hooks';
import type { ConsultationPage } from '../../../core/api.ts';
import { pooledHeard, type Stopped } from '../../../core/heard.ts';
import { isRefusal } from '../../../core/refusal.ts';
import type { Session } from '../../../core/session.ts';
import { firstAndNow, inTurn, wordsToldNow, type FirstAndNow } from '../../../core/wordsTold.ts';
import { ask } from '../live/ask.ts';
import { Loaded, useLoaded } from '../pages/parts/loaded.tsx';
import { Shell } from '../pages/parts/shell.tsx';
import { sayRefusal } from '../pages/say.ts';
import { may } from '../staff.ts';
import { Changed, Pool } from './figures.tsx';
import { TypeIn } from './typeIn.tsx';
import { say } from './words.ts';
import '../pages/pages.css';
import './page.css';

/** @param props.id of the consultation */
export default function HeardPage({ id }: { id: string }) {
  const load = useCallback(async () => {
    const page = await ask<ConsultationPage>('GET', `consultations/${encodeURIComponent(id)}`);
    return isRefusal(page) ? { ok: false as const, refusal: page } : { ok: true as const, value: page };
  }, [id]);
  const { state, again } = useLoaded(load);
  const title = state.is === 'here' ? state.value.consultation.title : null;
  return (
    <Shell
      page={title === null ? say('page') : say('page.of', { title })}
      sample={state.is === 'here' && state.value.consultation.sample}
      ways={{ id, at: 'heard' }}
    >
      <div class="heard">
        <h1>
          <span>{say('page')}</span> {title !== null && <bdi>{title}</bdi>}
        </h1>
        <Loaded state={state} again={again}>
          {(page) => <Shown page={page} again={again} />}
        </Loaded>
      </div>
    </Shell>
  );
}

function Shown({ page, again }: { page: ConsultationPage; again: () => void }) {
  const { consultation, today } = page;
  const { floor } = consultation;
  const sessions = page.sessions.filter((s) => s.state !== 'draft' && !s.rehearsal);
  const unfinished = sessions.filter((s) => s.state !== 'sealed').length;
  const inSessions = inTurn(sessions);
  const declared = (['open', 'decided', 'part'] as const).map((of) => ({
    of,
    ...firstAndNow(inSessions, of, wordsToldNow(consultation)[of]),
  }));
  const { said, told, changed, texts } = pooledHeard(sessions, floor);
  const nameOf = (id: string): string => sessions.find((s) => s.id === id)?.name ?? '';
  const [removal, setRemoval] = useState('');
  const common = { floor, nameOf };
  return (
    <>
      <p>{say('text', { n: floor })}</p>
      {unfinished > 0 && <p class="quiet">{say('unfinished', { n: unfinished })}</p>}
      <section aria-labelledby="said">
        <h2 id="said">{say('said')}</h2>
        <Pool pool={said} apart="declined" caption={say('said')} {...common} />
      </section>
      <div class="heard-beside">
        <section aria-labelledby="beside">
          <h2 id="beside">{say('told.beside')}</h2>
          {declared.every(({ now }) => now === '') && <p class="quiet">{say('told.nothing')}</p>}
          {declared.map((one) => one.now !== '' && <Declared key={one.of} {...one} />)}
        </section>
        <div>
          <section aria-labelledby="told">
            <h2 id="told">{say('told')}</h2>
            <Pool pool={told} apart="unknown" caption={say('told')} {...common} />
          </section>
          <section aria-labelledby="changed">
            <h2 id="changed">{say('changed')}</h2>
            <Changed days={changed} floor={floor} />
          </section>
        </div>
      </div>
      <section aria-labelledby="stopped">
        <h2 id="stopped">{say('stopped')}</h2>
        {said.all === null ? (
          <p class="quiet">{say('stopped.few', { n: floor })}</p>
        ) : (
          <>
            <p class="quiet">{say('stopped.text')}</p>
            {texts.length === 0 && <p>{say('stopped.none')}</p>}
            <ul class="heard-texts">
              {texts.map((one, i) => (
                <Text
                  key={`${i} ${one.text}`}
                  stopped={one}
                  seen={
                    texts.filter(({ session, text }) => session === one.session && text === one.text).length
                  }
                  told={(words) => {
                    setRemoval(words);
                    again();
                  }}
                />
              ))}
            </ul>
            <p role="status" class="bad">
              {removal}
            </p>
          </>
        )}
      </section>
      {may('PUT /api/sessions/:id') && (
        <section aria-labelledby="type">
          <h2 id="type">{say('type.title')}</h2>
          <p>{say(sessions.length === 0 ? 'type.none' : 'type.text')}</p>
          {sessions.map((session) => (
            <TypeIn key={session.id} session={session} today={today} saved={again} />
          ))}
        </section>
      )}
    </>
  );
}

/** As people were told it first, and as it is told now: what was typed after the sessions was told to nobody there. */
function Declared({ of, first, now }: FirstAndNow & { of: 'open' | 'decided' | 'part' }) {
  const quoted = (text: string) => (
    <blockquote class="heard-told" dir="auto">
      {text}
    </blockquote>
  );
  return (
    <>
      <h3>{say(`told.${of}`)}</h3>
      {first === '' ? <p class="quiet">{say('told.none')}</p> : quoted(first)}
      {first !== now && (
        <>
          <p class="quiet">{say('told.now')}</p>
          {quoted(now)}
        </>
      )}
    </>
  );
}

/**
 * What stopped somebody. It may name somebody, and then it can be removed for good.
 *
 * @param props.told why it was not, empty where it was: not said here, since the list may be another by now
 */
function Text(props: { stopped: Stopped; seen: number; told: (words: string) => void }) {
  const { seen, told } = props;
  const { session, text } = props.stopped;
  const [sure, setSure] = useState(false);
  const remove = async (): Promise<void> => {
    // That one and nothing else: the same words may be another person's as well.
    const edit = { heard: { edit: 'without', text, seen } };
    const answer = await ask<Session>('PUT', `sessions/${session}`, edit);
    const elsewhere = isRefusal(answer) && answer.refusal === 'changed-elsewhere';
    setSure(false);
    told(elsewhere ? say('stopped.elsewhere') : isRefusal(answer) ? sayRefusal(answer) : '');
  };
  return (
    <li>
      <p dir="auto">{text}</p>
      {may('PUT /api/sessions/:id') &&
        (sure ? (
          <span class="heard-buttons">
            <button type="button" class="button small" onClick={() => void remove()}>
              {say('stopped.sure')}
            </button>
            <button type="button" class="button small" onClick={() => setSure(false)}>
              {say('stopped.keep')}
            </button>
          </span>
        ) : (
          <button
            type="button"
            class="button small"
            aria-label={say('stopped.remove.of', { text })}
            onClick={() => setSure(true)}
          >
            {say('stopped.remove')}
          </button>
        ))}
    </li>
  );
}
