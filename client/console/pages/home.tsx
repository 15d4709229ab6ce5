/** The console's first page: what is running, what there is, and the ways to begin. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConsultationListItem } from '../../../core/api.ts';
import type { LaptopPage } from '../../../core/stick.ts';
import { isTwin, seriesTogether } from '../../../core/waves/again.ts';
import { api } from '../api.ts';
import { may, mayCommand } from '../staff.ts';
import './pages.css';
import './home/home.css';
import { Begin } from './home/begin.tsx';
import { Card } from './home/card.tsx';
import { Doubt } from './home/doubt.tsx';
import { Destroyed } from './home/destroyed.tsx';
import { Due } from './home/due.tsx';
import { LaptopNote } from './home/laptopNote.tsx';
import { TakeCard } from './home/takeCard.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';
import { say } from './say.ts';

export default function Home() {
  const { state, again } = useLoaded(api.consultations);
  const laptop = useLaptop();
  const waiting = new Set(laptop?.elsewhere.flatMap(({ session, runs }) => (runs ? [] : session)));
  return (
    <Shell page={say('home.page')}>
      <h1 class="visually-hidden">{say('home.page')}</h1>
      <Loaded state={state} again={again}>
        {(list) => (
          <>
            {laptop !== null && <LaptopNote page={laptop} />}
            {may('POST /api/date') && <Doubt changed={again} />}
            {mayCommand('note') && <Running list={list} waiting={waiting} />}
            {may('GET /api/due') && <Due />}
            <div class="home">
              <List list={list} changed={again} waiting={waiting} idle={laptop?.idle === true} />
              {may('POST /api/consultations') && <Begin open={list.every((c) => c.sample)} changed={again} />}
            </div>
            {may('GET /api/destroyed') && <Destroyed list={list} />}
          </>
        )}
      </Loaded>
    </Shell>
  );
}

/** How this laptop is; null before that is known. */
function useLaptop(): LaptopPage | null {
  const [page, setPage] = useState<LaptopPage | null>(null);
  useEffect(() => {
    // Without an answer the page's own list says so.
    if (may('GET /api/laptop')) void api.laptop().then((result) => result.ok && setPage(result.value));
  }, []);
  return page;
}

interface WithWaiting {
  list: readonly ConsultationListItem[];
  /** Sessions that another laptop may have: they are not running here. */
  waiting: ReadonlySet<string>;
}

function Running({ list, waiting }: WithWaiting) {
  const running = list.flatMap((c) =>
    c.sessions
      .filter((s) => (s.state === 'lobby' || s.state === 'live') && !waiting.has(s.id))
      .map((s) => ({ ...s, title: c.title })),
  );
  if (running.length === 0) return null;
  return (
    <section class="running" aria-labelledby="running">
      <h2 id="running">{say('home.running')}</h2>
      <ul>
        {running.map((session) => (
          <li key={session.id}>
            <span>
              <strong>
                <bdi>{session.name === '' ? say('ses.unnamed') : session.name}</bdi>
              </strong>
              {session.rehearsal && <span class="mark-sample">{say('ses.rehearsal')}</span>}
              <span class="quiet">
                <bdi>{session.title}</bdi> · {say(`state.${session.state}`)}
              </span>
            </span>
            <a class="button button-main" href={`/console/s/${session.id}`}>
              {say('home.go')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function List({ list, waiting, idle, changed }: WithWaiting & { idle: boolean; changed: () => void }) {
  const [told, setTold] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const begins = may('POST /api/consultations');
  const own = list.filter((c) => !c.sample);
  const samples = list.filter((c) => c.sample);
  return (
    <section class="home-list" aria-labelledby="list">
      <h2 id="list" ref={heading} tabIndex={-1}>
        {say(list.length === 0 ? 'home.none' : 'home.title')}
      </h2>
      <p role="status" class="home-told">
        {told}
      </p>
      {begins && list.length === 0 && <p class="empty">{say('home.none.words')}</p>}
      {begins && own.length === 0 && samples.length > 0 && <p class="empty">{say('home.none.own')}</p>}
      {idle && own.length === 0 && may('POST /api/stick/take') && <TakeCard />}
      <ul class="cards">
        {[...seriesTogether(own), ...samples].map((consultation) => (
          <li key={consultation.id}>
            <Card
              consultation={consultation}
              waiting={waiting}
              repeated={own.filter(({ waves }) => waves?.[0]?.id === consultation.id).length}
              twin={own.some((other) => other.id !== consultation.id && isTwin(other, consultation))}
              failed={setTold}
              removed={(words) => {
                setTold(words);
                // The button that had the focus goes with its card.
                heading.current?.focus();
                changed();
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
