/** The results: statements down, each with its chart and its numbers, for any choice of sessions and groups. */
import { useCallback, useState } from 'preact/hooks';
import type { ResultsPage } from '../../../core/api.ts';
import { api } from '../api.ts';
import '../../shared/chart/chart.css';
import './pages.css';
import './results.css';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';
import { Choose } from './results/choose.tsx';
import { Files } from './results/files.tsx';
import { StatementSection } from './results/statement.tsx';
import { say } from './say.ts';
import type { Chosen } from './selection.ts';
import { chosenFrom, queryOf } from './selection.ts';

export default function Results({ id }: { id: string }) {
  const [chosen, setChosen] = useState(() => chosenFrom(location.search));
  const load = useCallback(async () => api.results(id, queryOf(chosen)), [id, chosen]);
  const { state, again } = useLoaded(load);
  const title = state.is === 'here' ? state.value.title : '';
  function choose(next: Chosen): void {
    history.replaceState(null, '', `${location.pathname}${queryOf(next)}`);
    setChosen(next);
  }
  return (
    <Shell
      page={title === '' ? say('res.title') : say('res.page', { title })}
      sample={state.is === 'here' && state.value.sample}
      head={
        <div class="bar">
          <a class="button small" href={`/console/c/${id}`}>
            {say('res.edit')}
          </a>
        </div>
      }
    >
      <Loaded state={state} again={again}>
        {(page) => <Figures id={id} page={page} chosen={chosen} choose={choose} />}
      </Loaded>
    </Shell>
  );
}

interface Props {
  id: string;
  page: ResultsPage;
  chosen: Chosen;
  choose: (next: Chosen) => void;
}

function Figures({ id, page, chosen, choose }: Props) {
  return (
    <>
      <h1 class="results-title">
        <span>{say('res.title')}</span>
        <bdi>{page.title}</bdi>
      </h1>
      <Unfinished page={page} />
      {page.sessions.length === 0 ? (
        <section class="empty">
          <h2>{say('res.none')}</h2>
          <p>{say('res.none.words')}</p>
        </section>
      ) : (
        <>
          <p class="working">
            <strong>{say('res.working')}</strong> {say('res.working.words', { floor: page.floor })}
          </p>
          <div class="results">
            <aside aria-label={say('res.choose')}>
              <Choose page={page} chosen={chosen} choose={choose} />
              <Files id={id} page={page} sessions={chosen.sessions} />
            </aside>
            <ol class="figures-list">
              {page.statements.map((statement) => (
                <li key={statement.statement}>
                  <StatementSection statement={statement} page={page} chosen={chosen} />
                </li>
              ))}
            </ol>
          </div>
        </>
      )}
    </>
  );
}

/** Sessions that are over but for one press: their answers are missing from what is below. */
function Unfinished({ page }: { page: ResultsPage }) {
  if (page.unfinished.length === 0) return null;
  return (
    <section class="working" aria-label={say('res.unfinished.title')}>
      <ul>
        {page.unfinished.map(({ id, name: given }) => {
          const name = given === '' ? say('ses.unnamed') : given;
          return (
            <li key={id}>
              {say('res.unfinished', { name })}{' '}
              <a href={`/console/s/${id}`} aria-label={say('res.unfinished.go.of', { name })}>
                {say('res.unfinished.go')}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
