/** The report's page: every text of it, saved by itself, and the files that are made from it. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { ReportPage } from '../../../core/api.ts';
import type { ReportDocument } from '../../../core/report/document.ts';
import { api } from '../api.ts';
import './pages.css';
import './editor.css';
import './report.css';
import { Elsewhere } from './editor/elsewhere.tsx';
import { useLeaveOnlySaved } from './editor/leave.ts';
import { Notice } from './editor/notice.tsx';
import { NotSaved } from './editor/saved.tsx';
import { useUndoKeys } from './editor/undoKeys.ts';
import { Faults } from './parts/fields.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell, announce } from './parts/shell.tsx';
import { ReportBar } from './report/bar.tsx';
import { Chapters } from './report/chapters.tsx';
import { WritingContext, type Writing } from './report/context.ts';
import { Cover } from './report/cover.tsx';
import { makeReportDesk } from './report/desk.ts';
import { Figures } from './report/figures.tsx';
import { Heading } from './report/heading.tsx';
import { Make } from './report/make.tsx';
import { Register } from './report/register.tsx';
import { SHEETS } from './report/sheet.tsx';
import { Statements } from './report/statements.tsx';
import { Closing, Opening, Together } from './report/texts.tsx';
import { WorkDialog } from './report/work.tsx';
import { say, sayAtField } from './say.ts';

export default function Report({ id }: { id: string }) {
  const load = useCallback(async () => api.report(id), [id]);
  const { state, again } = useLoaded(load);
  if (state.is !== 'here')
    return (
      <Shell page={say('rep.page')}>
        <h1>{say('rep.page')}</h1>
        <Loaded state={state} again={again}>
          {() => null}
        </Loaded>
        <p>
          <a href="/console">{say('app.back')}</a>
        </p>
      </Shell>
    );
  if (state.value.sessions.length === 0) return <Empty id={id} page={state.value} />;
  return <Open id={id} first={state.value} />;
}

/** Nothing has been finished yet, so there is nothing to report. */
function Empty({ id, page }: { id: string; page: ReportPage }) {
  return (
    <Shell page={say('rep.page')} sample={page.sample}>
      <h1>{say('rep.page')}</h1>
      <section class="empty">
        <h2>{say('res.none')}</h2>
        <p>{say('rep.none')}</p>
        {page.unfinished.map((session) => (
          <p key={session.id}>
            <a href={`/console/s/${session.id}`}>
              {say('rep.unfinished', { name: session.name === '' ? say('ses.unnamed') : session.name })}
            </a>
          </p>
        ))}
        <p>
          <a href={`/console/c/${id}`}>{say('rep.edit')}</a>
        </p>
      </section>
    </Shell>
  );
}

const JOB = 'job';

function Open({ id, first }: { id: string; first: ReportPage }) {
  const [, redraw] = useState(0);
  const [notice, setNotice] = useState<{ text: string; doc: ReportDocument } | null>(null);
  const [job, setJob] = useState(() => new URLSearchParams(location.search).get(JOB));
  const [making, setMaking] = useState(job !== null);
  const [ordered, setOrdered] = useState(false);
  const [turn, setTurn] = useState(0);
  const desk = useMemo(
    () =>
      makeReportDesk(id, first, {
        api,
        later(action, ms) {
          const timer = setTimeout(action, ms);
          return () => clearTimeout(timer);
        },
        changed: () => redraw((n) => n + 1),
      }),
    [id, first],
  );
  const doc = desk.document();
  const page = desk.page();
  const save = desk.save();
  useUndoKeys(desk);
  useLeaveOnlySaved(desk);
  useEffect(() => {
    const back = (): void => {
      if (document.visibilityState === 'visible') void desk.refresh();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [desk]);
  useLayoutEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);

  /** The work stands in the address, so that it is found again when the page is loaded anew. */
  function begun(next: string | null): void {
    const path = next === null ? location.pathname : `${location.pathname}?${JOB}=${next}`;
    history.replaceState(null, '', path);
    setJob(next);
    setOrdered(true);
    setMaking(true);
  }
  function close(): void {
    history.replaceState(null, '', location.pathname);
    setJob(null);
    setMaking(false);
    setTurn((n) => n + 1);
  }
  async function make(): Promise<void> {
    if (job !== null) {
      setMaking(true);
      return;
    }
    if (!(await desk.flush())) return;
    // A session may have been finished since: what was written then shows that it is older.
    await desk.refresh();
    setMaking(true);
  }

  const writing: Writing = {
    id,
    desk,
    doc,
    page,
    gone(text) {
      announce(text);
      setNotice({ text, doc: desk.document() });
    },
  };
  const faults =
    save.is === 'refused' ? [{ where: save.refusal.where ?? '', text: sayAtField(save.refusal) }] : [];
  return (
    <WritingContext.Provider value={writing}>
      <Faults.Provider value={faults}>
        <Shell
          page={say('rep.page.of', { title: page.title })}
          sample={page.sample}
          head={<ReportBar working={job !== null} make={() => void make()} />}
        >
          <NotSaved state={save} />
          <div class="editor">
            <nav class="parts" aria-label={say('edit.sections')}>
              <ul>
                {SHEETS.map((name) => (
                  <li key={name}>
                    <a href={`#${name}`}>{say(`rep.${name}`)}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <div class="sheets">
              <Heading />
              <Cover />
              <Figures />
              <Opening />
              <Statements />
              <Together />
              <Chapters />
              <Closing />
              <Register id={id} turn={turn} begun={begun} />
            </div>
          </div>
          {notice !== null && notice.doc === doc && (
            <Notice
              key={notice.text}
              text={notice.text}
              undoable
              undo={() => {
                desk.undo();
                setNotice(null);
              }}
              close={() => setNotice(null)}
            />
          )}
          {save.is === 'elsewhere' && <Elsewhere desk={desk} />}
          {making && job === null && <Make id={id} begun={begun} close={close} />}
          {making && job !== null && (
            <WorkDialog
              key={job}
              job={job}
              ordered={ordered}
              another={() => begun(null)}
              close={close}
              hide={() => setMaking(false)}
            />
          )}
        </Shell>
      </Faults.Provider>
    </WritingContext.Provider>
  );
}
