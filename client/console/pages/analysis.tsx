/** The results: statements down, groups across, and each statement in full. Working figures for the team. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { AnalysisPage, CommentItem } from '../../../core/api.ts';
import { linesOf } from '../../../core/analysis/lines.ts';
import type { Change } from '../../../core/analysis/units.ts';
import { putUnit } from '../../../core/analysis/units.ts';
import { partsOf } from '../../../core/analysis/parts.ts';
import { sorted } from '../../../core/analysis/order.ts';
import type { Unit } from '../../../core/report/document.ts';
import { api } from '../api.ts';
import { may } from '../staff.ts';
import '../../shared/chart/chart.css';
import './pages.css';
import './analysis.css';
import { AnalysisHere } from './analysis/context.ts';
import { CommentsBox } from './analysis/comments.tsx';
import { commentKey } from './analysis/commentsModel.ts';
import { Controls } from './analysis/controls.tsx';
import { Grounds } from './analysis/grounds.tsx';
import { Opinion } from './analysis/opinion.tsx';
import { OrderBar } from './analysis/orderBar.tsx';
import { Overview } from './analysis/overview.tsx';
import { makeReportDesk } from './analysis/reportDesk.ts';
import { makeReviews } from './analysis/reviews.ts';
import { StatementFull } from './analysis/statement.tsx';
import { Unfinished } from './analysis/unfinished.tsx';
import { usePhotos } from './analysis/wallPhotos.tsx';
import type { View } from './analysis/view.ts';
import { queryOfView, viewFrom } from './analysis/view.ts';
import { Notice } from './editor/notice.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { useRecommendations } from '../recommendations/rests.tsx';
import { announce, Shell } from './parts/shell.tsx';
import { Files } from './results/files.tsx';
import { say, sayRefusal } from './say.ts';

export default function AnalysisPageShown({ id }: { id: string }) {
  const load = useCallback(async () => api.analysis(id), [id]);
  const { state, again } = useLoaded(load);
  const title = state.is === 'here' ? state.value.title : '';
  const earlier = state.is === 'here' ? state.value.repeats : undefined;
  return (
    <Shell
      page={title === '' ? say('res.title') : say('res.page', { title })}
      sample={state.is === 'here' && state.value.sample}
      ways={{ id, at: 'results' }}
      head={
        earlier !== undefined && (
          <div class="bar">
            <a class="button small" href={`/console/c/${id}/waves`}>
              {say('wave.link', { wave: earlier.year === '' ? earlier.title : earlier.year })}
            </a>
          </div>
        )
      }
    >
      <Loaded state={state} again={again}>
        {(page) => (
          <>
            <h1 class="results-title">
              <span>{say('res.title')}</span>
              <bdi>{page.title}</bdi>
            </h1>
            <Unfinished page={page} />
            {page.sessions.length === 0 ? (
              <section class="empty empty-roomy">
                <h2>{say('res.none')}</h2>
                <p>{say('res.none.words')}</p>
                <p>
                  <a href={`/console/c/${id}#sessions`}>{say('res.edit')}</a>
                </p>
              </section>
            ) : (
              <Desk id={id} page={page} />
            )}
          </>
        )}
      </Loaded>
    </Shell>
  );
}

function Desk({ id, page }: { id: string; page: AnalysisPage }) {
  const [view, setView] = useState(() => viewFrom(location.search));
  const [asked] = useState(askedFor);
  const { statement: first } = asked;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(first === '' ? [] : [first]));
  const [removed, setRemoved] = useState<{ unit: Unit; at: number } | null>(null);
  const [renewed, setRenewed] = useState<ReadonlyMap<string, CommentItem>>(new Map());
  const { units, openUnits, change, failed } = useUnits(id);
  const { photos, removed: photoRemoved } = usePhotos(id);
  const recommendations = useRecommendations(id);
  const { chosen, beside, round, order } = view;
  const parts = useMemo(
    () => partsOf(page, units ?? [], beside, chosen.sessions, chosen.groups, say('res.everyone')),
    [page, units, beside, chosen],
  );
  const lines = useMemo(() => linesOf(page, parts, chosen.sessions, round), [page, parts, chosen, round]);
  const inOrder = useMemo(() => sorted(lines, order), [lines, order]);
  const toggle = useCallback((statement: string): void => {
    setOpened(
      (now) =>
        new Set(now.has(statement) ? [...now].filter((one) => one !== statement) : [...now, statement]),
    );
  }, []);
  // At once: later it would take the focus back from the post-it that a link leads to, whose list may be there by then.
  useLayoutEffect(() => {
    if (first !== '') showLine(first);
  }, [first]);
  const look = (next: Partial<View>): void => {
    const then = { ...view, ...next };
    history.replaceState(null, '', `${location.pathname}${queryOfView(then)}`);
    setView(then);
  };
  const decide = useMemo(
    () =>
      makeReviews(id, api, (comment) =>
        setRenewed((now) => new Map([...now, [commentKey(comment), comment]])),
      ),
    [id],
  );
  const here = useMemo(
    () => ({
      id,
      page,
      parts,
      view,
      look,
      units,
      openUnits,
      change,
      renewed,
      decide,
      photos,
      photoRemoved,
      recommendations,
    }),
    [id, page, parts, view, units, renewed, decide, photos, recommendations],
  );
  return (
    <AnalysisHere value={here}>
      <p class="working">
        <strong>{say('res.working')}</strong> {say('res.working.words', { floor: page.floor })}
      </p>
      <Controls removed={(unit, at) => setRemoved({ unit, at })} />
      {failed !== '' && (
        <p class="problem" role="alert">
          {failed}
        </p>
      )}
      <Grounds
        lines={inOrder}
        open={(statement) => {
          setOpened((now) => new Set([...now, statement]));
          goTo(statement);
        }}
      />
      <OrderBar
        lines={lines}
        opened={opened.size}
        openAll={(all) => setOpened(new Set(all ? lines.map((l) => l.statement.id) : []))}
      />
      <Overview lines={inOrder} opened={opened} toggle={toggle}>
        {(line) => (
          <StatementFull
            line={line}
            comments={line.statement.id === first}
            postit={line.statement.id === first ? asked.postit : ''}
          />
        )}
      </Overview>
      <CommentsBox statement={null} />
      <Opinion />
      {may('GET /api/consultations/:id/export') && <Files id={id} page={page} sessions={chosen.sessions} />}
      {removed !== null && (
        <Notice
          text={say('unit.removed', { name: removed.unit.name })}
          undoable
          undo={() => {
            void change(putUnit(removed.unit, removed.at));
            setRemoved(null);
          }}
          close={() => setRemoved(null)}
        />
      )}
    </AnalysisHere>
  );
}

/**
 * The statement whose comments the report's page leads to, its line being in the address, and the post-it that a
 * recommendation leads to, as a `commentKey`; each empty: none.
 */
function askedFor(): { statement: string; postit: string } {
  const [, statement = '', session, board, tag = ''] =
    /^#line-([a-z0-9-]+)(?:\.([a-z0-9-]+)\.(\d+)\.([\w-]+))?$/.exec(location.hash) ?? [];
  const postit = session === undefined ? '' : commentKey({ session, board: Number(board), tag });
  return { statement, postit };
}

/** Goes to a line of the overview once it is drawn. */
function goTo(statement: string): void {
  requestAnimationFrame(() => showLine(statement));
}

function showLine(statement: string): void {
  const line = document.getElementById(`line-${statement}`);
  if (line === null) return;
  line.focus();
  line.scrollIntoView({ block: 'start' });
}

/** The units in the report's document, and the way to change them. */
function useUnits(id: string) {
  const desk = useMemo(() => makeReportDesk(id, api), [id]);
  const [units, setUnits] = useState<readonly Unit[] | null>(null);
  const [failed, setFailed] = useState('');
  const open = useCallback(async (): Promise<void> => {
    await desk.open();
    setUnits(desk.document()?.units ?? null);
  }, [desk]);
  // The units stand in the report, which only its writers read.
  useEffect(() => {
    if (may('GET /api/consultations/:id/report')) void open();
  }, [open]);
  const change = useCallback(
    async (how: Change): Promise<boolean> => {
      const done = await desk.change(how);
      setUnits(desk.document()?.units ?? null);
      setFailed(done === true ? '' : sayRefusal(done));
      if (done === true) announce(say('unit.saved'));
      return done === true;
    },
    [desk],
  );
  return { units, openUnits: open, change, failed };
}
