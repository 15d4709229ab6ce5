/** The report's page: every text of it, saved by itself, and the files that are made from it. */
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
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
import type { Fault } from './parts/fields.tsx';
import { Faults } from './parts/fields.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell, announce } from './parts/shell.tsx';
import { ReportBar } from './report/bar.tsx';
import { Chapters } from './report/chapters.tsx';
import { WritingContext, type Writing } from './report/context.ts';
import { Cover } from './report/cover.tsx';
import { reportField, reportValue } from './report/fieldNames.ts';
import { Figures } from './report/figures.tsx';
import { Follow } from './report/follow.tsx';
import { Heading } from './report/heading.tsx';
import { Make } from './report/make.tsx';
import { Register } from './report/register.tsx';
import { SHEETS } from './report/sheet.tsx';
import { Statements } from './report/statements.tsx';
import { Checklists } from './report/checklists.tsx';
import { Studies } from './report/studies.tsx';
import { Talk } from './report/talk.tsx';
import { Closing, Opening, Together } from './report/texts.tsx';
import type { Making } from './report/useMaking.ts';
import { useMaking } from './report/useMaking.ts';
import { useReportDesk } from './report/useReportDesk.ts';
import { WorkDialog } from './report/work.tsx';
import { faultAt, say } from './say.ts';

export default function Report({ id }: { id: string }) {
  const load = useCallback(async () => api.report(id), [id]);
  const { state, again } = useLoaded(load);
  if (state.is !== 'here')
    return (
      <Shell page={say('rep.page')} ways={{ id, at: 'report' }}>
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
    <Shell page={say('rep.page')} sample={page.sample} ways={{ id, at: 'report' }}>
      <h1>{say('rep.page')}</h1>
      <section class="empty empty-roomy report-empty">
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

function Open({ id, first }: { id: string; first: ReportPage }) {
  const [notice, setNotice] = useState<{ text: string; doc: ReportDocument } | null>(null);
  const desk = useReportDesk(id, first);
  const making = useMaking();
  const doc = desk.document();
  const page = desk.page();
  const save = desk.save();
  useUndoKeys(desk);
  useLeaveOnlySaved(desk);
  // The part an address names is there only now.
  useLayoutEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);

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
  const fault = save.is === 'refused' ? faultAt(save.refusal, doc, (at) => reportField(at, doc, page)) : null;
  return (
    <WritingContext.Provider value={writing}>
      <Faults.Provider value={fault === null ? [] : [fault]}>
        <Shell
          page={say('rep.page.of', { title: page.title })}
          sample={page.sample}
          ways={{ id, at: 'report', before: async () => desk.flush() }}
          head={<ReportBar working={making.job !== null} make={making.show} />}
        >
          <NotSaved state={save} fault={fault} />
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
              <Talk />
              <Studies />
              <Follow />
              <Chapters />
              <Closing />
              <Checklists />
              <Register id={id} turn={making.turn} begun={making.begun} />
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
          {save.is === 'elsewhere' ? (
            <Elsewhere
              conflicts={desk.conflicts()}
              choose={desk.choose}
              name={(at) => reportField(at, doc, page)}
              tell={(at, value) => reportValue(at, value, page)}
            />
          ) : (
            <MakeOrWork id={id} making={making} fault={fault} />
          )}
        </Shell>
      </Faults.Provider>
    </WritingContext.Provider>
  );
}

function MakeOrWork({ id, making, fault }: { id: string; making: Making; fault: Fault | null }) {
  const { open, job, ordered, begun, close, hide } = making;
  if (!open) return null;
  if (job === null) return <Make id={id} fault={fault} begun={begun} close={close} />;
  const another = (): void => begun(null);
  return <WorkDialog key={job} job={job} ordered={ordered} another={another} close={close} hide={hide} />;
}
