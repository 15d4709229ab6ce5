/** The screen of a peer interviewer: one question at a time, on a phone or tablet, with or without the network. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { REFUSALS } from '../../../../core/refusals.ts';
import type { OwnPlace } from '../../ownPlace.ts';
import { dropSecondPress } from '../../secondPress.ts';
import { newEntryId } from '../../slips/ask.ts';
import { signedOut } from '../../staff.ts';
import { fetchInterview, sendChanges } from '../ask.ts';
import { begunPlace } from '../begun.ts';
import { browserKeep, keptFor, onlyInMemory, whenForgotten } from '../kept.ts';
import { Care, End, Refused } from './after.tsx';
import { Ask } from './ask.tsx';
import { Start, Told } from './before.tsx';
import { makeInterview, sayInterview, type Interview } from './interview.ts';
import '../../live/dialog.css';
import './interview.css';

/** @param props.id of the consultation */
export default function InterviewScreen({ id }: { id: string }) {
  const [place, setPlace] = useState<OwnPlace | null>(null);
  useEffect(() => {
    document.title = sayInterview('page');
    const mine = begunPlace({ consultation: id }, 'interview');
    void mine.then(setPlace);
    return () => void mine.then(({ leave }) => leave());
  }, [id]);
  return place === null ? <Waits words={sayInterview('loading')} /> : <Opened id={id} place={place} />;
}

function Waits({ words }: { words: string }) {
  return (
    <main class="iv">
      <h1>{sayInterview('page')}</h1>
      <p role="status">{words}</p>
    </main>
  );
}

function Opened({ id, place }: { id: string; place: OwnPlace }) {
  const interview = useInterview(id, place);
  const page = interview.page.value;
  const refused = interview.refused.value;
  const begun = interview.begun.value;
  useBack(interview);
  // Each step has its buttons where those of the one before were.
  useLayoutEffect(() => dropSecondPress(), [begun.step, begun.at]);
  if (page === null && begun.step !== 'ask') {
    const loading = sayInterview(interview.away.value ? 'loading.away' : 'loading');
    return <Waits words={refused === null ? loading : REFUSALS[refused.refusal].wording} />;
  }
  switch (begun.step) {
    case 'start':
      return <Start interview={interview} page={page} id={id} />;
    case 'told':
      return <Told interview={interview} page={page} />;
    case 'no':
      return <Refused interview={interview} />;
    case 'ask':
      return <Ask key={begun.at} interview={interview} page={page} />;
    case 'end':
      return <End interview={interview} />;
    case 'care':
      return <Care interview={interview} page={page} />;
  }
}

function useInterview(id: string, place: OwnPlace): Interview {
  const interview = useMemo(() => {
    const of = { consultation: id };
    return makeInterview({
      kept: keptFor(browserKeep(), of),
      place,
      fetch: () => fetchInterview(id),
      send: (changes) => sendChanges(of, changes),
      later: (action, ms) => void setTimeout(action, ms),
      newId: newEntryId,
      today: () => {
        const now = new Date();
        const two = (n: number): string => String(n).padStart(2, '0');
        return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
      },
    });
  }, [id, place]);
  useEffect(() => {
    interview.refresh();
    const again = (): void => interview.refresh();
    // The browser keeps nothing here, so that it would go with the page.
    const leave = (event: BeforeUnloadEvent): void => {
      if (onlyInMemory()) event.preventDefault();
    };
    const deaf = whenForgotten(() => interview.forget());
    window.addEventListener('online', again);
    window.addEventListener('beforeunload', leave);
    return () => {
      deaf();
      window.removeEventListener('online', again);
      window.removeEventListener('beforeunload', leave);
      interview.close();
    };
  }, [interview]);
  // Once somebody has signed in again, it goes on.
  const out = signedOut.value;
  useEffect(() => {
    if (!out) interview.refresh();
  }, [out, interview]);
  return interview;
}

/** Marks the entry of the history that stands for an interview that was begun. */
const INSIDE = 'iv';

/** The device’s own Back goes one step back: without the network a page that was left could not be opened again. */
function useBack(interview: Interview): void {
  const inside = interview.begun.value.step !== 'start';
  /** Whether the entry is being left from here: what comes of that is no Back of somebody’s. */
  const own = useRef(false);
  // Before it is painted: a Back that is pressed at once is heard.
  useLayoutEffect(() => {
    const enter = (): void => history.pushState(INSIDE, '');
    const back = (): void => {
      const mine = own.current;
      own.current = false;
      // Begun again meanwhile, it has its entry anew.
      if (inside && (mine || interview.back())) enter();
    };
    window.addEventListener('popstate', back);
    // Loaded again it is still there: one more would be a Back that does nothing.
    if (inside && history.state !== INSIDE) enter();
    // So would the one of an interview that ended by a button.
    if (!inside && history.state === INSIDE && history.length > 1) {
      own.current = true;
      history.back();
    }
    return () => window.removeEventListener('popstate', back);
  }, [inside, interview]);
}
