/** The page on which paper slips are entered one after the other, by keyboard. */
import { useEffect, useMemo } from 'preact/hooks';
import { REFUSALS } from '../../../core/refusals.ts';
import { connectConsole, type ConsoleLink } from '../socket.ts';
import { signedOut } from '../staff.ts';
import { Entering } from './entering.tsx';
import { say } from './words.ts';
import '../../shared/chart/chart.css';
import '../live/dialog.css';
import './slips.css';
import './review.css';
import './compare.css';

/** @param props.id of the session */
export default function SlipsPage({ id }: { id: string }) {
  const link = useMemo(() => connectConsole(id), [id]);
  useEffect(() => {
    const retry = (): void => link.retry();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      link.close();
    };
  }, [link]);
  // Once somebody has signed in again, it goes on.
  const out = signedOut.value;
  useEffect(() => {
    if (!out) link.retry();
  }, [out, link]);
  const name = link.view.value?.session.name;
  useEffect(() => {
    document.title = name === undefined ? say('title') : say('title.page', { name });
  }, [name]);
  return (
    <main class="slips">
      <header class="slips-head">
        <h1>{say('title')}</h1>
        {name !== undefined && (
          <p class="soft" dir="auto">
            {name}
          </p>
        )}
        <a href={`/console/s/${id}`}>{say('way.live')}</a>
      </header>
      <Shown link={link} />
    </main>
  );
}

function Shown({ link }: { link: ConsoleLink }) {
  const view = link.view.value;
  const refused = link.refused.value;
  const over = link.state.value === 'gone' || refused?.refusal === 'no-such-session';
  if (over)
    return (
      <section>
        <h2>{say('over')}</h2>
        <p>{say('over.text')}</p>
        <p>
          <a class="button" href="/console">
            {say('way.all')}
          </a>
        </p>
      </section>
    );
  if (view === null || refused?.refusal === 'session-waits')
    return <p role="status">{refused === null ? say('connecting') : REFUSALS[refused.refusal].wording}</p>;
  return (
    <>
      {link.state.value === 'away' && (
        <p class="slips-away" role="status">
          {say('link.away')}
        </p>
      )}
      <Entering link={link} view={view} />
    </>
  );
}
