/** Concerns about somebody's safety: who the lead is, and what waits, which the lead alone can open. */
import { useCallback, useState } from 'preact/hooks';
import type { ConcernsOpened, ConcernsPage } from '../../../core/apiConcerns.ts';
import { api } from '../api.ts';
import { sayDate, sayList } from '../words.ts';
import './pages.css';
import './concerns/concerns.css';
import { LeadForm } from './concerns/leadForm.tsx';
import { Opened } from './concerns/opened.tsx';
import { Opening } from './concerns/opening.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';
import { say } from './say.ts';

export default function Concerns({ id }: { id: string }) {
  const load = useCallback(async () => api.concerns(id), [id]);
  const { state, again } = useLoaded(load);
  return (
    <Shell page={say('con.page')} ways={{ id, at: 'concerns' }}>
      <div class="concerns">
        <h1>{say('con.title')}</h1>
        <p>{say('con.words')}</p>
        <Loaded state={state} again={again}>
          {(page) => <Known id={id} page={page} again={again} />}
        </Loaded>
      </div>
    </Shell>
  );
}

function Known({ id, page, again }: { id: string; page: ConcernsPage; again: () => void }) {
  const [opened, setOpened] = useState<{ found: ConcernsOpened; passphrase: string } | null>(null);
  const [naming, setNaming] = useState(false);
  const { lead, dates, said, title } = page;
  return (
    <>
      <p>
        <bdi>{title}</bdi>
      </p>
      <p class={said === '' ? 'caution' : 'quiet'}>
        {said === '' ? say('con.said.not') : say('con.said', { text: said })}
      </p>
      <section aria-labelledby="lead">
        <h2 id="lead">{say('con.lead')}</h2>
        <p>
          {lead === null ? (
            say('con.lead.none')
          ) : (
            <bdi>{lead.contact === '' ? lead.name : say('con.lead.is', lead)}</bdi>
          )}
        </p>
        {lead !== null && dates.length > 0 ? (
          <p class="hint">{say('con.lead.change.not')}</p>
        ) : lead === null || naming ? (
          <LeadForm
            id={id}
            done={() => {
              setNaming(false);
              again();
            }}
          />
        ) : (
          <button type="button" class="button" onClick={() => setNaming(true)}>
            {say('con.lead.change')}
          </button>
        )}
      </section>
      {lead !== null && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">
            {dates.length === 0 ? say('con.waiting.none') : say('con.waiting', { n: dates.length })}
          </h2>
          {dates.length > 0 && (
            <p class="quiet">
              {say('con.waiting.dates', { dates: sayList([...new Set(dates)].map(sayDate)) })}
            </p>
          )}
          {opened !== null ? (
            <Opened
              id={id}
              passphrase={opened.passphrase}
              found={opened.found}
              settled={(found) => {
                setOpened({ ...opened, found });
                again();
              }}
            />
          ) : (
            dates.length > 0 && (
              <Opening
                id={id}
                ask={api.openConcerns}
                word={say('con.open')}
                opened={(found, passphrase) => setOpened({ found, passphrase })}
              />
            )
          )}
        </section>
      )}
    </>
  );
}
