/** The live page of one session: before the lobby, while it runs, and after its end. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isRefusal } from '../../../core/refusal.ts';
import { REFUSALS } from '../../../core/refusals.ts';
import { nameOf } from '../../../core/makeView.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { connectConsole } from '../socket.ts';
import { may, mayCommand, signedOut, whoAmI } from '../staff.ts';
import { AddForDialog } from './addForDialog.tsx';
import { findSession, type FoundSession } from './ask.ts';
import { AttendanceDialog } from './attendanceDialog.tsx';
import { CheckDialog, CheckPaperDialog } from './checkDialogs.tsx';
import { CardsDialog } from './cardsDialog.tsx';
import { makeDesk, refusalWords, type Desk } from './desk.ts';
import { Ended } from './ended.tsx';
import { KeyList } from './keyList.tsx';
import { EndSession, FewChanged, NoLead, OneAnswer, PassOn, SmallRoom } from './questions.tsx';
import { Redact } from './redact.tsx';
import { Ready } from './ready.tsx';
import { RoomCheckDialog } from './roomCheck.tsx';
import { Running } from './running.tsx';
import { SimplePage } from './simplePage.tsx';
import { TabletDialog } from './tabletDialog.tsx';
import { nextWords, say } from './words.ts';
import './live.css';
import './stage.css';
import './dialogs.css';
import './moderation.css';
import './rights.css';
import './talking.css';

/** @param props.id of the session */
export default function LivePage({ id }: { id: string }) {
  // A session that opens or is sealed is connected to, or looked up, from the start.
  const [turn, setTurn] = useState(0);
  return <Visit key={turn} id={id} again={() => setTurn((n) => n + 1)} />;
}

function Visit({ id, again }: { id: string; again: () => void }) {
  const desk = useMemo(() => makeDesk(connectConsole(id)), [id]);
  const { link } = desk;
  useEffect(() => {
    const retry = (): void => {
      if (document.visibilityState === 'visible') link.retry();
    };
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', retry);
    return () => {
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', retry);
      link.close();
    };
  }, [link]);

  // Whoever comes back may have signed in anew meanwhile, for longer.
  const here = link.state.value === 'here';
  useEffect(() => {
    if (here) void whoAmI();
  }, [here]);
  const view = link.view.value;
  const refused = link.refused.value;
  const endedAt = useEndedAt(view);
  useTitle(view);
  // What was on the screen before a lasting refusal is over: its buttons would do nothing.
  const over = refused !== null && (view === null || !REFUSALS[refused.refusal].retry);
  // Once somebody has signed in again, it goes on from the start.
  const waits = refused?.refusal === 'sign-in-needed';
  const out = signedOut.value;
  useEffect(() => {
    if (waits && !out) again();
  }, [waits, out]);
  if (refused?.refusal === 'session-waits') return <Waits />;
  if (link.state.value === 'gone' || (over && !waits)) return <NotRunning id={id} again={again} />;
  if (view === null || waits)
    return (
      <SimplePage title={say('page.connecting')} consultation="">
        <p role="status">{link.state.value === 'away' && !waits && say('link.away')}</p>
      </SimplePage>
    );
  return (
    <>
      {view.room.state === 'ended' ? (
        <Ended desk={desk} view={view} endedAt={endedAt} sealed={again} />
      ) : (
        <Running desk={desk} view={view} />
      )}
      <OpenDialog desk={desk} view={view} />
    </>
  );
}

function OpenDialog({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const open = desk.dialog.value;
  const locked = view.room.keysLocked && mayCommand('keys');
  useEffect(() => {
    if (locked) desk.dialog.value = null;
  }, [locked]);
  switch (open?.kind) {
    case undefined:
      return null;
    case 'addFor':
      return <AddForDialog desk={desk} view={view} />;
    case 'attendance':
      return <AttendanceDialog desk={desk} view={view} />;
    case 'cards':
      return <CardsDialog desk={desk} view={view} />;
    case 'tablet':
      return <TabletDialog desk={desk} view={view} />;
    case 'keys':
      return <KeyList desk={desk} />;
    case 'room':
      return <RoomCheckDialog code={view.code} close={() => (desk.dialog.value = null)} />;
    case 'check':
      return <CheckDialog desk={desk} view={view} />;
    case 'checkPaper':
      return view.check === undefined ? null : <CheckPaperDialog desk={desk} check={view.check} />;
    case 'end':
      return <EndSession desk={desk} />;
    case 'redact':
      return <Redact desk={desk} note={open.note} />;
    case 'concern':
      return view.lead ? <PassOn desk={desk} id={open.id} /> : <NoLead desk={desk} view={view} />;
    case 'small':
      return <SmallRoom desk={desk} {...open} />;
    case 'few':
      return <FewChanged desk={desk} changed={open.changed} step={open.step} />;
    case 'alike':
      return <OneAnswer desk={desk} group={nameOf(view.groups, open.groups)} step={open.step} />;
  }
}

/** When the session ended, if that was while this page was open. */
function useEndedAt(view: ConsoleView | null): number | null {
  const last = useRef<string | null>(null);
  const at = useRef<number | null>(null);
  const state = view?.room.state ?? null;
  if (state !== last.current) {
    if (state === 'ended' && last.current === 'live') at.current = performance.now();
    last.current = state;
  }
  return at.current;
}

function useTitle(view: ConsoleView | null): void {
  const title =
    view === null
      ? null
      : say('page.title', {
          name: view.session.name,
          step: view.room.state === 'live' ? nextWords(view).label : say(`state.${view.room.state}`),
        });
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
}

/** Another laptop may have it: nothing goes on here before somebody has decided, and then by itself. */
function Waits() {
  return (
    <SimplePage title={say('page.waits.title')} consultation="">
      <p role="status">{say('page.waits.text')}</p>
      {may('GET /api/laptop') && (
        <p class="simple-buttons">
          <a class="button button-main button-large" href="/console/laptop">
            {say('page.waits.go')}
          </a>
        </p>
      )}
    </SimplePage>
  );
}

/** A session that sockets do not know: not open yet, counted, or not here at all. */
function NotRunning({ id, again }: { id: string; again: () => void }) {
  const [found, setFound] = useState<FoundSession | string | null>(null);
  useEffect(() => {
    void findSession(id).then((answer) => {
      if (!isRefusal(answer)) setFound(answer);
      else setFound(answer.refusal === 'no-such-session' ? '' : refusalWords(answer));
    });
  }, [id]);
  if (found === null) return <SimplePage title={say('page.connecting')} consultation="" children={null} />;
  if (typeof found === 'string')
    return (
      <SimplePage title={say('page.unknown.title')} consultation="">
        <p>{found === '' ? say('page.unknown.text') : found}</p>
      </SimplePage>
    );
  if (found.session.state === 'draft' && may('POST /api/sessions/:id/lobby'))
    return <Ready found={found} opened={again} />;
  return <Closed found={found} again={again} />;
}

function Closed({ found, again }: { found: FoundSession; again: () => void }) {
  const { session } = found;
  const sealed = session.state === 'sealed';
  const draft = session.state === 'draft';
  return (
    <SimplePage
      title={say(sealed ? 'sealed.title' : draft ? 'page.draft.title' : 'page.gone.title')}
      over={session.name}
      consultation={session.consultation}
      sample={found.consultation.sample}
    >
      <p>{say(sealed ? 'sealed.text' : draft ? 'page.draft.text' : 'page.gone.text')}</p>
      <p class="simple-buttons">
        {!draft && (
          <a class="button button-main button-large" href={`/console/c/${session.consultation}/results`}>
            {say('page.results')}
          </a>
        )}
        {sealed && may('GET /api/consultations/:id/report') && (
          <a class="button button-large" href={`/console/c/${session.consultation}/report`}>
            {say('page.report')}
          </a>
        )}
        {!draft && (
          <a class="button button-large" href={`/console/s/${session.id}/talk`}>
            {say('page.talk')}
          </a>
        )}
        {sealed && (
          <a class="button button-large" href={`/console/c/${session.consultation}/themes`}>
            {say('page.themes')}
          </a>
        )}
        {!sealed && (
          <button type="button" class="button" onClick={again}>
            {say('link.retry')}
          </button>
        )}
      </p>
    </SimplePage>
  );
}
