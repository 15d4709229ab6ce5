/** The themes of a consultation over all of its sessions: how often, by group, by statement, and the codebook. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { REFUSALS } from '../../../../core/refusals.ts';
import type { TalkAbout } from '../../../../core/talk/api.ts';
import { contributions } from '../../../../core/talk/contributions.ts';
import { countThemes } from '../../../../core/talk/count.ts';
import type { StudiesDesk } from '../../caseStudies/desk.ts';
import { useStudies } from '../../caseStudies/useStudies.ts';
import { Shell } from '../../pages/parts/shell.tsx';
import { useRecommendations } from '../../recommendations/rests.tsx';
import { sayDate } from '../../words.ts';
import type { TalkDesk } from '../desk.ts';
import { codingList } from '../mirror.ts';
import { SavedAndSteps } from '../steps.tsx';
import { ThemeDialog } from '../themeDialog.tsx';
import { Troubles } from '../troubles.tsx';
import { Twins } from '../twins.tsx';
import { useComments } from '../useComments.ts';
import { useTalk } from '../useTalk.ts';
import { say as sayTalk } from '../words.ts';
import { TogetherShown } from './between.tsx';
import { CodebookShown } from './codebook.tsx';
import { CodersShown } from './coders.tsx';
import { Order } from './order.tsx';
import { Table } from './table.tsx';
import { say } from './words.ts';
import '../../live/dialog.css';
import '../../pages/pages.css';
import '../talk.css';
import '../themes.css';
import './page.css';

const VIEWS = ['order', 'groups', 'statements', 'together', 'coders', 'codebook'] as const;
type View = (typeof VIEWS)[number];

/** @param props.id of the consultation */
export default function ThemesPage({ id }: { id: string }) {
  const { desk } = useTalk({ consultation: id });
  const told = useStudies(id);
  const about = desk.about.value;
  const link = desk.link.value;
  return (
    <Shell
      page={about === null ? say('page') : say('page.of', { title: about.title })}
      sample={about?.sample === true}
      ways={{ id, at: 'themes' }}
      head={about !== null && typeof link !== 'object' && <SavedAndSteps desk={desk} />}
    >
      <div class="theme-page">
        <h1>
          <span>{say('page')}</span> {about !== null && <bdi>{about.title}</bdi>}
        </h1>
        <p class="theme-team">{say('team')}</p>
        {typeof link === 'object' ? (
          <p role="alert">{REFUSALS[link.refusal].wording}</p>
        ) : about === null ? (
          <p role="status">{sayTalk(link === 'away' ? 'loading.away' : 'loading')}</p>
        ) : (
          <>
            <Troubles desk={desk} />
            <Twins desk={desk} />
            <Shown desk={desk} told={told} about={about} />
          </>
        )}
      </div>
    </Shell>
  );
}

function Shown({ desk, told, about }: { desk: TalkDesk; told: StudiesDesk; about: TalkAbout }) {
  const [view, setView] = useState<View>(location.hash === '#coders' ? 'coders' : 'order');
  const [adding, setAdding] = useState(false);
  const coded = desk.codings.value.size > 0;
  const { all: comments, known, failed } = useComments(desk, about.consultation, coded);
  // Without them each post-it would stand under no group and about no statement.
  const placed = !coded || known.value;
  const asks = useRecommendations(about.consultation);
  const [book, points, codings] = [desk.book.value, desk.points.value, desk.codings.value];
  const texts = desk.texts.value;
  // A recommendation leads to the theme that it rests on; the page is there before its themes are.
  const here = book.list.length > 0;
  useEffect(() => {
    if (!here || !location.hash.startsWith('#theme-')) return;
    const row = document.getElementById(location.hash.slice(1));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'start' });
  }, [here]);
  const all = useMemo(
    () => contributions(points, codingList(codings), comments.value, about.sessions, texts),
    [points, codings, comments.value, about, texts],
  );
  const counted = useMemo(() => countThemes(book, all), [book, all]);
  const inOrder = [...counted].toSorted((a, b) => a.number - b.number);
  return (
    <>
      <div class="theme-views" role="group" aria-label={say('views')}>
        {VIEWS.map((one) => (
          <button
            type="button"
            key={one}
            class="button"
            aria-pressed={view === one}
            onClick={() => setView(one)}
          >
            {say(`view.${one}`)}
          </button>
        ))}
        <button type="button" class="button theme-add" onClick={() => setAdding(true)}>
          {sayTalk('themes.add')}
        </button>
      </div>
      {book.list.length === 0 ? (
        <section class="empty">
          <h2>{say('none')}</h2>
          <p>{say('none.text')}</p>
        </section>
      ) : view === 'order' ? (
        <Order desk={desk} told={told} about={about} counted={counted} asks={asks} />
      ) : !placed && (view === 'groups' || view === 'statements') ? (
        <p role="status">{say(failed.value ? 'postits.failed' : 'postits.asked')}</p>
      ) : view === 'groups' ? (
        <Table
          counted={counted}
          columns={[...about.groups, { id: '', label: say('column.none') }]}
          of={(one) => one.groups}
          note={say('group.read')}
        />
      ) : view === 'statements' ? (
        <Table
          counted={counted}
          columns={[
            ...about.statements.map(({ id, text }, i) => ({ id, label: `${i + 1}. ${text}` })),
            { id: '', label: say('column.about') },
          ]}
          of={(one) => one.statements}
          note={say('statement.read')}
        />
      ) : view === 'together' ? (
        <TogetherShown book={book} contributions={all} />
      ) : view === 'coders' ? (
        <CodersShown desk={desk} consultation={about.consultation} />
      ) : (
        <CodebookShown desk={desk} told={told} counted={inOrder} asks={asks} />
      )}
      <section class="theme-sessions">
        <h2>{say('sessions')}</h2>
        {about.sessions.length === 0 && <p>{say('sessions.none')}</p>}
        <ul>
          {about.sessions.map((session) => (
            <li key={session.id}>
              <a href={`/console/s/${session.id}/talk`}>
                {say('session.points', { name: session.name, date: sayDate(session.date) })}
              </a>{' '}
              <span class="soft">
                {say('n.points', { n: points.filter((point) => point.session === session.id).length })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {adding && <ThemeDialog desk={desk} theme={null} close={() => setAdding(false)} />}
    </>
  );
}
