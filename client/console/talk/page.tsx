/** The scribe's screen of one session, while it runs and after it was counted. */
import { UndoRedo } from '../undoRedo.tsx';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { REFUSALS } from '../../../core/refusals.ts';
import { postitKey } from '../../../core/talk/types.ts';
import { connectConsole } from '../socket.ts';
import { mayCommand } from '../staff.ts';
import { begunPlace } from './begun.ts';
import { BoxShown } from './box.tsx';
import type { TalkDesk } from './desk.ts';
import { KeyList } from './keyList.tsx';
import { whenForgotten } from './kept.ts';
import { codingKey } from './mirror.ts';
import { PointList } from './pointList.tsx';
import { Postits, type Postit, type PostitsTold } from './postits.tsx';
import { boardOf, makeScribe, type Scribe } from './scribe.ts';
import { ThemePanel } from './themePanel.tsx';
import { Troubles } from './troubles.tsx';
import { useCounted } from './useComments.ts';
import { useTalk } from './useTalk.ts';
import { say } from './words.ts';
import '../live/dialog.css';
import './talk.css';
import './head.css';
import './box.css';
import './themes.css';

/** @param props.id of the session */
export default function ScribePage({ id }: { id: string }) {
  const [place, setPlace] = useState('');
  useEffect(() => {
    const mine = begunPlace({ session: id }, 'begun');
    void mine.then(({ name }) => setPlace(name));
    return () => void mine.then(({ leave }) => leave());
  }, [id]);
  // Before the laptop is asked: a session that was removed takes what is kept of it from this device.
  return place === '' ? (
    <main class="scribe-none">
      <h1>{say('title')}</h1>
      <p role="status">{say('loading')}</p>
    </main>
  ) : (
    <Opened id={id} place={place} />
  );
}

function Opened({ id, place }: { id: string; place: string }) {
  const { desk, kept } = useTalk({ session: id });
  const scribe = useMemo(() => makeScribe(desk, id, kept, place), [desk, id, kept, place]);
  useEffect(() => whenForgotten(() => scribe.forget()), [scribe]);
  const about = desk.about.value;
  const link = desk.link.value;
  const session = about?.sessions[0];
  const postits = usePostits(scribe);
  useEffect(() => {
    document.title = session === undefined ? say('title') : say('title.page', { name: session.name });
  }, [session?.name]);
  if (typeof link === 'object' || session === undefined)
    return (
      <main class="scribe-none">
        <h1>{say('title')}</h1>
        <p role="status">
          {typeof link === 'object'
            ? link.refusal === 'wrong-state'
              ? say('not.opened')
              : link.refusal === 'no-such-session'
                ? say('not.here')
                : REFUSALS[link.refusal].wording
            : link === 'away'
              ? say('loading.away')
              : say('loading')}
        </p>
        <Troubles desk={desk} />
        {typeof link === 'object' && link.refusal === 'no-such-session' && scribe.typed() !== '' && (
          <p class="trouble" dir="auto">
            {say('not.here.begun', { text: scribe.typed() })}
          </p>
        )}
        <p>
          <a href={`/console/s/${id}`}>{say('way.live')}</a>
        </p>
      </main>
    );
  const textOf = (key: string): string => desk.postitText(id, key);
  return (
    <main class="scribe">
      <Head scribe={scribe} name={session.name} consultation={about?.consultation ?? ''} />
      <div class="scribe-main">
        <Over scribe={scribe} />
        <Troubles desk={desk} />
        <About scribe={scribe} />
        <PointList scribe={scribe} textOf={textOf} />
        <BoxShown scribe={scribe} />
      </div>
      <Side scribe={scribe} postits={postits} />
      <p class="visually-hidden" role="status">
        {scribe.told.value}
      </p>
    </main>
  );
}

function Head({ scribe, name, consultation }: { scribe: Scribe; name: string; consultation: string }) {
  const { desk } = scribe;
  const [keys, setKeys] = useState(false);
  return (
    <header class="scribe-head">
      <h1>
        {say('title')} <span dir="auto">{name}</span>
      </h1>
      <Saved desk={desk} />
      <nav class="scribe-ways">
        <UndoRedo
          steps={desk.steps.value}
          by={{
            undo: () => {
              desk.undo();
              scribe.told.value = say('undo.done');
            },
            redo: () => desk.redo(),
          }}
        />
        <button type="button" class="button small" onClick={() => setKeys(true)}>
          {say('keys')}
        </button>
        <a class="button small" href={`/console/c/${consultation}/themes`}>
          {say('way.themes')}
        </a>
        <a class="button small" href={`/console/s/${scribe.session}`}>
          {say('way.live')}
        </a>
      </nav>
      {keys && <KeyList close={() => setKeys(false)} />}
    </header>
  );
}

/** Points are taken as before: whoever goes on here in another sitting would note them for the wrong one. */
function Over({ scribe }: { scribe: Scribe }) {
  const sealed = scribe.sealed.value;
  return (
    <div role="status" class="scribe-over">
      {(sealed || scribe.ended.value) && <p>{say(sealed ? 'over.sealed' : 'over.ended')}</p>}
    </div>
  );
}

/** Said in words before it is said in colour. */
export function Saved({ desk }: { desk: TalkDesk }) {
  const waiting = desk.waiting.value;
  const away = desk.link.value === 'away';
  return (
    <p class={away ? 'scribe-saved scribe-away' : 'scribe-saved'} role="status">
      {say(
        away ? (waiting > 0 ? 'saved.waiting' : 'saved.away') : waiting > 0 ? 'saved.saving' : 'saved.all',
        {
          n: waiting,
        },
      )}
    </p>
  );
}

/** Which statement new points are about; where nothing is chosen, what the room has in front of it. */
function About({ scribe }: { scribe: Scribe }) {
  const statements = scribe.desk.about.value?.statements ?? [];
  const box = scribe.box.value;
  const now = scribe.inFront.value;
  const at = statements.findIndex(({ id }) => id === now);
  const sealed = scribe.sealed.value;
  const own = sealed && scribe.about.value === 'auto' ? '' : scribe.about.value;
  const chosen = box.at === 'point' ? scribe.marks.value.statement : own;
  const auto =
    at < 0 ? say('about.auto') : say('about.auto.now', { number: at + 1, text: statements[at]?.text ?? '' });
  if (statements.length === 0) return null;
  return (
    <label class="scribe-about">
      <span>{say('about')}</span>
      <select
        // Another list of choices: what was chosen from the one before may not be among them.
        key={String(sealed)}
        class="select"
        value={chosen}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (box.at === 'point') scribe.mark({ statement: value });
          else scribe.about.value = value;
        }}
      >
        {box.at !== 'point' && !sealed && <option value="auto">{auto}</option>}
        <option value="">{say('about.none')}</option>
        {statements.map(({ id, text }, i) => (
          <option key={id} value={id}>
            {say('about.statement', { number: i + 1, text })}
          </option>
        ))}
      </select>
    </label>
  );
}

function Side({ scribe, postits }: { scribe: Scribe; postits: PostitsTold }) {
  const [shown, setShown] = useState<'themes' | 'postits'>('themes');
  return (
    <aside class="scribe-side">
      <div class="scribe-tabs" role="group" aria-label={say('marks')}>
        {(['themes', 'postits'] as const).map((one) => (
          <button
            type="button"
            key={one}
            class="scribe-tab"
            aria-pressed={shown === one}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setShown(one)}
          >
            {say(`${one}.title`)}
          </button>
        ))}
      </div>
      {shown === 'themes' ? <ThemePanel scribe={scribe} /> : <Postits scribe={scribe} all={postits} />}
    </aside>
  );
}

/** Post-its of a running session as the console has them; of a counted one as they are kept. */
function usePostits(scribe: Scribe): PostitsTold {
  const { desk, session } = scribe;
  const about = desk.about.value;
  const sealed = scribe.sealed.value;
  const boards = about?.sessions[0]?.boards ?? [];
  const statementOf = (n: number): string => boards.find((one) => one.n === n)?.statement ?? '';
  // A researcher has no socket: they come once it is counted.
  const link = useMemo(() => (mayCommand('note') ? connectConsole(session) : null), [session]);
  useEffect(() => () => link?.close(), [link]);
  const newest = link?.talk.value ?? '';
  const gone = link?.state.value === 'gone';
  useEffect(() => {
    if (newest !== '' || gone) desk.refresh();
  }, [newest, gone, desk]);
  const view = link?.view.value ?? null;
  const at = view?.room.freeTalk === true ? null : view?.room.at;
  const front = view?.boards.find(({ n }) => n === at)?.n ?? 0;
  useEffect(() => {
    scribe.inFront.value = sealed ? '' : statementOf(front);
  }, [front, sealed, boards.length]);
  const ended = view?.room.state === 'ended';
  useEffect(() => {
    scribe.ended.value = ended;
  }, [ended, scribe]);
  const consultation = about?.consultation ?? '';
  const { all: comments, known, failed } = useCounted(desk, consultation, sealed);
  const kept = useMemo(
    () =>
      comments.value
        .filter((one) => one.session === session)
        .map(({ board, tag, statement, comment }): Postit => ({
          key: postitKey(board, tag),
          statement,
          text: comment,
        })),
    [comments.value, session],
  );
  const box = scribe.box.value;
  // Whoever wrote it has taken it out: its words do not stay in the box either.
  const takenOut = known.value && box.at === 'postit' && !kept.some(({ key }) => key === box.key);
  useEffect(() => {
    if (takenOut) scribe.open({ at: 'new' });
  }, [takenOut, scribe]);
  const live = useMemo(
    () =>
      (view?.notes ?? [])
        .filter((note) => !note.passedOn)
        .map((note): Postit => {
          const key = postitKey(note.board, note.id);
          return { key, statement: statementOf(boardOf(key)), text: note.text };
        }),
    [view?.notes, boards.length],
  );
  const all = sealed ? kept : live;
  useEffect(() => {
    desk.postits.value = new Map(all.map(({ key, text }) => [codingKey(session, key), text]));
  }, [all, desk, session]);
  if (!sealed || known.value) return all;
  return failed.value ? 'failed' : 'asked';
}
