/** The consultation's page: everything about it, saved by itself, with undo. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConsultationPage } from '../../../core/api.ts';
import type { Consultation } from '../../../core/consultation.ts';
import { api } from '../api.ts';
import './pages.css';
import './editor.css';
import { makeDesk } from './desk.ts';
import { AloneReminder } from './alone/remind.tsx';
import { About, WordsPart } from './editor/about.tsx';
import { Bar } from './editor/bar.tsx';
import type { Editing } from './editor/context.ts';
import { EditingContext } from './editor/context.ts';
import { DocField } from './editor/docField.tsx';
import { Elsewhere } from './editor/elsewhere.tsx';
import { consultationField, consultationValue } from './editor/fieldNames.ts';
import { Groups } from './editor/groups.tsx';
import { Notice } from './editor/notice.tsx';
import { PARTS } from './editor/part.tsx';
import { RightsPart } from './editor/rights.tsx';
import { Rules } from './editor/rules.tsx';
import { NotSaved } from './editor/saved.tsx';
import { ScalePart } from './editor/scaleFields.tsx';
import { Sessions } from './editor/sessions.tsx';
import { Statements } from './editor/statements.tsx';
import { WaveNote } from './editor/waveNote.tsx';
import { useLeaveOnlySaved } from './editor/leave.ts';
import { useUndoKeys } from './editor/undoKeys.ts';
import { Faults } from './parts/fields.tsx';
import { KeepBanner } from './parts/keepBanner.tsx';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell, announce } from './parts/shell.tsx';
import { faultAt, say } from './say.ts';

export default function Editor({ id }: { id: string }) {
  const load = useCallback(async () => api.consultation(id), [id]);
  const { state, again } = useLoaded(load);
  if (state.is !== 'here')
    return (
      <Shell page={say('home.page')}>
        <Loaded state={state} again={again}>
          {() => null}
        </Loaded>
        {state.is === 'failed' && <h1 class="visually-hidden">{say('home.page')}</h1>}
        <p>
          <a href="/console">{say('app.back')}</a>
        </p>
      </Shell>
    );
  return <Open page={state.value} />;
}

function Open({ page }: { page: ConsultationPage }) {
  const [, redraw] = useState(0);
  const [sessions, setSessions] = useState(page.sessions);
  const [notice, setNotice] = useState<{ text: string; undoable: boolean; doc: Consultation } | null>(null);
  const focus = useRef<string | null>(null);
  const desk = useMemo(
    () =>
      makeDesk(page, {
        api,
        later(action, ms) {
          const timer = setTimeout(action, ms);
          return () => clearTimeout(timer);
        },
        changed: () => redraw((n) => n + 1),
      }),
    [page],
  );
  const doc = desk.document();
  const save = desk.save();

  useUndoKeys(desk);
  useLeaveOnlySaved(desk);
  // The part an address names is there only now.
  useLayoutEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  useLayoutEffect(() => {
    if (focus.current === null) return;
    const found = document.getElementById(focus.current);
    if (found === null) return;
    focus.current = null;
    found.focus();
  });

  const editing: Editing = {
    desk,
    doc,
    done(text, undoable) {
      announce(text);
      setNotice({ text, undoable, doc: desk.document() });
    },
    focusNext(elementId) {
      focus.current = elementId;
      redraw((n) => n + 1);
    },
  };
  const fault = save.is === 'refused' ? faultAt(save.refusal, doc, (at) => consultationField(at, doc)) : null;
  const counted = sessions.some((s) => s.state === 'sealed');
  return (
    <EditingContext.Provider value={editing}>
      <Faults.Provider value={fault === null ? [] : [fault]}>
        <Shell
          page={doc.title === '' ? say('home.untitled') : doc.title}
          sample={doc.sample}
          ways={{ id: doc.id, at: 'editor', before: async () => desk.flush() }}
          head={<Bar results={counted} />}
        >
          <NotSaved state={save} fault={fault} />
          <KeepBanner
            id={doc.id}
            title={doc.title}
            keep={doc.keepUntil === page.keep?.until ? page.keep : null}
          />
          <AloneReminder id={doc.id} kinds={['talk', 'told']} />
          <WaveNote />
          <div class="editor">
            <nav class="parts" aria-label={say('edit.sections')}>
              <ul>
                {PARTS.map((name) => (
                  <li key={name}>
                    <a href={`#${name}`} class={name === 'sessions' ? 'button button-main' : ''}>
                      {say(`part.${name}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <div class="sheets">
              <h1 class="visually-hidden">{doc.title === '' ? say('home.untitled') : doc.title}</h1>
              <DocField
                class="title-field"
                path="title"
                label={say('edit.title')}
                value={doc.title}
                area
                rows={1}
                put={(d, title) => ({ ...d, title: title.replace(/\n/g, ' ') })}
              />
              <Statements />
              <Groups />
              <ScalePart />
              <Rules />
              <About />
              <WordsPart />
              <RightsPart sessions={sessions} />
              <Sessions sessions={sessions} today={page.today} put={setSessions} />
            </div>
          </div>
          {/* Once something else has changed, its Undo would take back that. */}
          {notice !== null && notice.doc === doc && (
            <Notice
              key={notice.text}
              text={notice.text}
              undoable={notice.undoable}
              undo={() => {
                desk.undo();
                setNotice(null);
              }}
              close={() => setNotice(null)}
            />
          )}
          {save.is === 'elsewhere' && (
            <Elsewhere
              conflicts={desk.conflicts()}
              choose={desk.choose}
              name={(at) => consultationField(at, doc)}
              tell={consultationValue}
            />
          )}
        </Shell>
      </Faults.Provider>
    </EditingContext.Provider>
  );
}
