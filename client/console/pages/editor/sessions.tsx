/** The sessions of the consultation: set up, open, go to, who was there, remove. */
import { useState } from 'preact/hooks';
import type { Session } from '../../../../core/session.ts';
import { api, paperPage } from '../../api.ts';
import { Confirm } from '../parts/confirm.tsx';
import { say } from '../say.ts';
import { sayDate } from '../../words.ts';
import { useEditing } from './context.ts';
import { Part } from './part.tsx';
import { SessionDialog } from './sessionDialog.tsx';
import { TakeOut } from './takeOut.tsx';

type Shown = { what: 'new' | 'out' } | { what: 'edit' | 'remove'; session: Session };

export function Sessions(props: {
  sessions: readonly Session[];
  /** YYYY-MM-DD. */
  today: string;
  put: (sessions: Session[]) => void;
}) {
  const { doc, done } = useEditing();
  const [shown, setShown] = useState<Shown | null>(null);
  const close = (): void => setShown(null);
  const sessions = props.sessions.toSorted((a, b) => b.date.localeCompare(a.date));
  const needs = doc.statements.length === 0;
  return (
    <Part name="sessions">
      {sessions.length === 0 && <p class="empty">{say('ses.none')}</p>}
      <ul class="sessions">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            today={props.today}
            show={(what) => setShown({ what, session })}
          />
        ))}
      </ul>
      {needs && <p class="hint">{say('ses.needs')}</p>}
      <button
        type="button"
        class="button button-main"
        disabled={needs}
        onClick={() => setShown({ what: 'new' })}
      >
        {say('ses.new')}
      </button>
      {sessions.some((s) => s.state !== 'draft' && !s.rehearsal) && (
        <button type="button" class="button" onClick={() => setShown({ what: 'out' })}>
          {say('out.open')}
        </button>
      )}
      {shown?.what === 'out' && <TakeOut close={close} />}
      {(shown?.what === 'new' || shown?.what === 'edit') && (
        <SessionDialog
          session={shown.what === 'edit' ? shown.session : null}
          number={sessions.length + 1}
          close={close}
          saved={(session) => {
            props.put([...props.sessions.filter((s) => s.id !== session.id), session]);
            close();
            done(say('ses.saved'), false);
          }}
        />
      )}
      {shown?.what === 'remove' && (
        <Confirm
          title={say('ses.remove.sure', { name: nameOf(shown.session) })}
          what={removalWords(shown.session)}
          action={say('ses.remove.do')}
          run={async () => api.removeSession(shown.session.id)}
          done={() => {
            props.put(props.sessions.filter((s) => s.id !== shown.session.id));
            close();
            done(say('ses.removed'), false);
          }}
          onClose={close}
        />
      )}
    </Part>
  );
}

function nameOf(session: Session): string {
  return session.name === '' ? say('ses.unnamed') : session.name;
}

/** Until when answers of a finished session can be taken out; nothing of one that is not. */
function outWords({ state, withdrawUntil, rehearsal }: Session, today: string): string {
  if (state !== 'sealed' || rehearsal) return '';
  if (withdrawUntil === undefined) return say('ses.out.never');
  return say(withdrawUntil < today ? 'ses.out.over' : 'ses.out.until', { date: sayDate(withdrawUntil) });
}

function SessionRow(props: { session: Session; today: string; show: (what: 'edit' | 'remove') => void }) {
  const { session, show } = props;
  const out = outWords(session, props.today);
  const { desk, doc } = useEditing();
  const { state } = session;
  const name = nameOf(session);
  const running = state === 'lobby' || state === 'live';
  const go = running ? 'ses.go' : state === 'ended' ? 'ses.finish' : 'ses.open';
  const address = `/console/s/${session.id}`;
  const paper = paperPage(doc.id, session.id);
  // Lobby and paper take the statements as they are saved, so they have to be.
  const afterSaving = (event: Event, to: string): void => {
    if (desk.save().is === 'saved') return;
    event.preventDefault();
    void desk.flush().then((saved) => saved && location.assign(to));
  };
  return (
    <li class="session">
      <div class="session-name">
        <h3>
          <bdi>{name}</bdi>
          {session.rehearsal && <span class="mark-sample">{say('ses.rehearsal')}</span>}
        </h3>
        <p class="quiet">
          {[
            sayDate(session.date),
            session.place,
            say(`form.style.${session.style}`),
            session.mode === 'linked' ? say('ses.linked') : '',
          ]
            .filter((part) => part !== '')
            .map((part, i) => (
              <span key={part}>
                {i > 0 && ' · '}
                <bdi>{part}</bdi>
              </span>
            ))}
        </p>
        {out !== '' && <p class="quiet">{out}</p>}
      </div>
      <span class={`state state-${state}`}>{say(`state.${state}`)}</span>
      <div class="row">
        {state !== 'sealed' && (
          <a
            class="button small"
            href={address}
            aria-label={say(`${go}.of`, { name })}
            onClick={(event) => afterSaving(event, address)}
          >
            {say(go)}
          </a>
        )}
        {state !== 'sealed' && (
          <a
            class="button small"
            href={paper}
            aria-label={say('print.open.of', { name })}
            onClick={(event) => afterSaving(event, paper)}
          >
            {say('print.open')}
          </a>
        )}
        <button
          type="button"
          class="button small"
          aria-label={say(state === 'draft' ? 'ses.edit.of' : 'ses.people.of', { name })}
          onClick={() => show('edit')}
        >
          {say(state === 'draft' ? 'ses.edit' : 'ses.people')}
        </button>
        {!running && (
          <button
            type="button"
            class="button button-quiet small"
            aria-label={say('ses.remove.of', { name })}
            onClick={() => show('remove')}
          >
            {say('ses.remove')}
          </button>
        )}
      </div>
    </li>
  );
}

/** What goes, and what stays for people who have a code. */
function removalWords({ state, withdrawUntil }: Session): string {
  if (state === 'draft') return say('ses.remove.draft');
  if (withdrawUntil === undefined) return say('ses.remove.what');
  const told = { date: sayDate(withdrawUntil), address: `${location.host}/j` };
  return `${say('ses.remove.what')} ${say('ses.remove.codes', told)}`;
}
