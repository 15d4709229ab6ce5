/** Who would rather talk alone and who wants to be told alone: how many wait, what the lead opens, and cards. */
import { useCallback, useState } from 'preact/hooks';
import type { AloneOpened, AlonePage } from '../../../core/apiAlone.ts';
import { sayDate } from '../words.ts';
import './pages.css';
import './concerns/concerns.css';
import './alone/alone.css';
import { askAlone, openAlone } from './alone/ask.ts';
import { CardForm } from './alone/card.tsx';
import { Lists } from './alone/lists.tsx';
import { useClosing } from './alone/closing.ts';
import { Opening } from './concerns/opening.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';
import { say } from './say.ts';

export default function Alone({ id }: { id: string }) {
  const load = useCallback(async () => askAlone(id), [id]);
  const { state, again } = useLoaded(load);
  return (
    <Shell page={say('alone.page')} ways={{ id, at: 'alone' }}>
      <div class="concerns">
        <h1>{say('alone.title')}</h1>
        <p>{say('alone.words')}</p>
        <Loaded state={state} again={again}>
          {(page) => <Known id={id} page={page} again={again} />}
        </Loaded>
      </div>
    </Shell>
  );
}

/** Whoever does not want to write is shown somebody only where talking alone is offered at all. */
function talkToWords(named: boolean, text: string): string {
  if (text === '') return say(named ? 'alone.talkTo.not' : 'alone.talkTo.not.later');
  return say(named ? 'alone.talkTo' : 'alone.talkTo.later', { text });
}

function Known({ id, page, again }: { id: string; page: AlonePage; again: () => void }) {
  const { lead, talkTo, title } = page;
  const who = (
    <section aria-labelledby="lead">
      <h2 id="lead">{say('alone.lead')}</h2>
      <p class={lead === null ? 'caution' : ''}>
        {lead === null ? say('alone.lead.none') : <bdi>{say('alone.lead.is', { name: lead.name })}</bdi>}
      </p>
      <p>
        <a href={`/console/c/${id}/concerns`}>
          {say(lead === null ? 'alone.lead.name' : 'alone.lead.change')}
        </a>
      </p>
      <p class="quiet">{talkToWords(lead !== null, talkTo)}</p>
    </section>
  );
  return (
    <>
      <p>
        <bdi>{title}</bdi>
      </p>
      {lead === null && who}
      <Waiting id={id} page={page} again={again} />
      {lead !== null && (
        <CardForm id={id} recipient={lead.recipient} sessions={page.sessions} taken={again} />
      )}
      {lead !== null && who}
    </>
  );
}

function Waiting({ id, page, again }: { id: string; page: AlonePage; again: () => void }) {
  const { waiting, gone, next, open } = page;
  const [opened, setOpened] = useState<{ found: AloneOpened; passphrase: string } | null>(null);
  const [closed, touched] = useClosing(opened !== null, () => setOpened(null));
  const all = waiting.talk + waiting.told;
  const lost = gone.talk + gone.told;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say('alone.waiting')}</h2>
      {all === 0 ? (
        <p>{say(open ? 'alone.few' : 'alone.none')}</p>
      ) : (
        <ul class="alone-counts">
          {waiting.talk > 0 && <li>{say('alone.talk.n', { n: waiting.talk })}</li>}
          {waiting.told > 0 && <li>{say('alone.told.n', { n: waiting.told })}</li>}
        </ul>
      )}
      {open && <p class="quiet">{say('alone.open.session')}</p>}
      {next !== '' && <p class="quiet">{say('alone.next', { date: sayDate(next) })}</p>}
      {lost > 0 && <p class="quiet">{say('alone.gone', { n: lost })}</p>}
      {closed && opened === null && (
        <p class="quiet" role="status">
          {say('alone.covered')}
        </p>
      )}
      {opened !== null ? (
        <Lists
          // Without it another one takes its place where what stands before it changes, and has nothing to say.
          key="lists"
          id={id}
          passphrase={opened.passphrase}
          found={opened.found}
          settled={(found) => {
            setOpened({ ...opened, found });
            again();
          }}
          close={() => setOpened(null)}
        />
      ) : (
        page.lead !== null &&
        next !== '' && (
          <Opening
            id={id}
            ask={openAlone}
            word={say('alone.open')}
            opened={(found, passphrase) => {
              touched();
              setOpened({ found, passphrase });
            }}
          />
        )
      )}
    </section>
  );
}
