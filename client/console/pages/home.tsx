/** The console's first page: what is running, what there is, and the ways to begin. */
import { useRef, useState } from 'preact/hooks';
import type { ConsultationListItem } from '../../../core/api.ts';
import { api } from '../api.ts';
import { may, mayCommand } from '../staff.ts';
import './pages.css';
import './home/home.css';
import { Begin } from './home/begin.tsx';
import { Card } from './home/card.tsx';
import { Doubt } from './home/doubt.tsx';
import { Destroyed } from './home/destroyed.tsx';
import { LaptopNote } from './home/laptopNote.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';
import { say } from './say.ts';

export default function Home() {
  const { state, again } = useLoaded(api.consultations);
  return (
    <Shell page={say('home.page')}>
      <h1 class="visually-hidden">{say('home.page')}</h1>
      <Loaded state={state} again={again}>
        {(list) => (
          <>
            {may('GET /api/laptop') && <LaptopNote />}
            {may('POST /api/date') && <Doubt changed={again} />}
            {mayCommand('note') && <Running list={list} />}
            <div class="home">
              <List list={list} changed={again} />
              {may('POST /api/consultations') && <Begin open={list.every((c) => c.sample)} changed={again} />}
            </div>
            {may('GET /api/destroyed') && <Destroyed list={list} />}
          </>
        )}
      </Loaded>
    </Shell>
  );
}

function Running({ list }: { list: readonly ConsultationListItem[] }) {
  const running = list.flatMap((c) =>
    c.sessions
      .filter((s) => s.state === 'lobby' || s.state === 'live')
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

function List({ list, changed }: { list: readonly ConsultationListItem[]; changed: () => void }) {
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
      <ul class="cards">
        {[...own, ...samples].map((consultation) => (
          <li key={consultation.id}>
            <Card
              consultation={consultation}
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
