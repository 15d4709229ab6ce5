/** The page on which a real wall is counted and photographed and its words are typed up, on the laptop or a scribe's device. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { wordingFor } from '../../../../core/consultation.ts';
import { LIMITS } from '../../../../core/limits.ts';
import { nameOf } from '../../../../core/makeView.ts';
import { REFUSALS } from '../../../../core/refusals.ts';
import type { ConsoleView } from '../../../../core/view.ts';
import { makePhotoDesk } from '../../photos/desk.ts';
import { say as sayPhoto } from '../../photos/words.ts';
import { connectConsole } from '../../socket.ts';
import { Choice } from '../choice.tsx';
import { boardNow } from '../words.ts';
import { Counting } from './counting.tsx';
import { makeWallDesk, type WallDesk } from './desk.ts';
import { isSame, pairsIn, savedCounts, savedHeads } from './model.ts';
import { useFresh } from './fresh.ts';
import { FromBefore, Unsaved } from './leftOver.tsx';
import { AlsoIn, GroupChoice, isLong } from './groupChoice.tsx';
import { Photographs } from './photographs.tsx';
import { Typing } from './typing.tsx';
import { say } from './words.ts';
import '../live.css';
import '../dialogs.css';
import './wall.css';

/** Characters from which a statement is set smaller, so that the columns stay in sight. */
const LONG_TEXT = 90;

/** @param props.id of the session */
export default function WallPage({ id }: { id: string }) {
  const link = useMemo(() => connectConsole(id), [id]);
  const desk = useMemo(() => makeWallDesk(id), [id]);
  useEffect(() => {
    void desk.load();
    return () => {
      desk.close();
      link.close();
    };
  }, [desk, link]);
  const view = link.view.value;
  const refused = link.refused.value;
  const waits = refused?.refusal === 'session-waits';
  const over = link.state.value === 'gone' || (view === null && refused !== null && !waits);
  // What is kept here goes with the session; a page that never heard of it says nothing about it.
  useEffect(() => {
    if (link.state.value === 'gone') desk.forget();
  }, [link.state.value === 'gone', desk]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (desk.waiting.value.length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [desk]);
  useEffect(() => {
    if (view !== null) document.title = say('page.title', { name: view.session.name });
  }, [view?.session.name]);
  return (
    <main class="wall-page">
      <header class="wall-head">
        <a class="button" href={`/console/s/${id}`}>
          {say('back')}
        </a>
        <h1>{say('title')}</h1>
        <p class="soft" dir="auto">
          {view?.session.name}
        </p>
      </header>
      {waits ? (
        <p role="status">{REFUSALS[refused.refusal].wording}</p>
      ) : over ? (
        <>
          <p>{say('notRunning')}</p>
          <Unsaved desk={desk} />
        </>
      ) : view === null || desk.wall.value === null ? (
        <p role="status">
          {link.state.value === 'away' ? say('away') : desk.trouble.value || say('loading')}
        </p>
      ) : (
        <Board desk={desk} view={view} away={link.state.value === 'away'} />
      )}
    </main>
  );
}

function Board({ desk, view, away }: { desk: WallDesk; view: ConsoleView; away: boolean }) {
  const opened = view.boards.filter((b) => b.opened);
  const [at, setAt] = useState<number | null>(null);
  const [look, setLook] = useState<'count' | 'type' | 'photo'>('count');
  const photos = useMemo(() => makePhotoDesk(view.session.id), [view.session.id]);
  useEffect(() => () => photos.close(), [photos]);
  // Where there is one group everyone is in it, and the wall says so.
  const singles: (readonly string[])[] = view.groups.length === 0 ? [[]] : view.groups.map((g) => [g.id]);
  const [group, setGroup] = useState<readonly string[]>(singles[0] ?? []);
  const choices = [...singles, ...pairsOf(desk)];
  const named = (groups: readonly string[]): string =>
    view.groups.length < 2 ? '' : nameOf(view.groups, groups);
  const front = opened.find((b) => b.n === boardNow(view)?.n) ?? opened.at(-1);
  // Whoever is in the middle of one stays there when the room goes on: what they press next is meant for it.
  const last = useRef<number | null>(null);
  const stays = at === null && last.current !== front?.n && isBegun(desk, last.current);
  useEffect(() => {
    if (stays) setAt(last.current);
  }, [stays]);
  const board = opened.find((b) => b.n === (stays ? last.current : at)) ?? front;
  last.current = board?.n ?? null;
  // A board opens while this page waits for it.
  useEffect(() => {
    void desk.load();
  }, [opened.length]);
  useFresh(
    desk,
    view.boards.reduce((sum, b) => sum + b.placed, 0),
    look,
  );
  if (board === undefined)
    return (
      <section class="wall-none">
        <h2>{say('none.title')}</h2>
        <p>{say('none.text')}</p>
      </section>
    );
  const text = wordingFor(board.wordings, [...group], 'en')?.text ?? '';
  const where = opened.indexOf(board);
  const go = (by: 1 | -1): void => {
    const to = opened[where + by]?.n ?? board.n;
    // At the one in front of the room it goes on with the room again.
    setAt(to === front?.n ? null : to);
  };
  return (
    <>
      {desk.restored.value && <FromBefore desk={desk} />}
      {away && (
        <p role="status" class="wall-away">
          {say('away')}
        </p>
      )}
      <div class="wall-statement">
        <button
          type="button"
          class="button"
          disabled={where === 0}
          aria-label={say('previous')}
          onClick={() => go(-1)}
        >
          ‹
        </button>
        <h2 dir="auto" class={text.length > LONG_TEXT ? 'wall-long' : ''}>
          {say(board.round === 2 ? 'statement.second' : 'statement.first', {
            number: board.number,
            text,
          })}
        </h2>
        <button
          type="button"
          class="button"
          disabled={where === opened.length - 1}
          aria-label={say('next')}
          onClick={() => go(1)}
        >
          ›
        </button>
      </div>
      {front !== undefined && front !== board && (
        <p role="status" class="wall-front">
          {say('front', { number: front.number })}{' '}
          <button type="button" class="button" onClick={() => setAt(null)}>
            {say('front.go')}
          </button>
        </p>
      )}
      <div class="wall-bar">
        <Choice
          label={say('title')}
          options={[
            { value: 'count', label: say('count') },
            { value: 'type', label: say('type') },
            { value: 'photo', label: sayPhoto('look') },
          ]}
          value={look}
          choose={setLook}
        />
        {singles.length > 1 && look !== 'photo' && (
          <GroupChoice view={view} group={group} choose={setGroup} />
        )}
        {view.session.twoGroups && singles.length > 1 && look !== 'photo' && (
          <AlsoIn view={view} group={group} choose={setGroup} />
        )}
        {look === 'count' && (
          <HeadsField desk={desk} group={group} name={named(group)} said={isLong(view.groups)} />
        )}
      </div>
      {look === 'count' ? (
        <Counting
          key={`${board.n} ${desk.thrown.value}`}
          desk={desk}
          board={board}
          group={group}
          choices={choices}
          nameOf={named}
        />
      ) : look === 'type' ? (
        <Typing desk={desk} board={board} group={group} />
      ) : (
        <Photographs desk={photos} session={view.session.id} board={board} />
      )}
    </>
  );
}

/** Whether something was counted or typed on a board that is not saved yet. */
function isBegun(desk: WallDesk, n: number | null): boolean {
  const wall = desk.wall.value;
  if (n === null || wall === null) return false;
  const draft = desk.drafts.value[n];
  const typed = [...desk.texts.keys()].some((place) => place.startsWith(`${n} `));
  return typed || (draft !== undefined && !isSame(draft, savedCounts(wall, n)));
}

/** Everyone who is in two groups and was counted, on whichever board. */
function pairsOf(desk: WallDesk): string[][] {
  const wall = desk.wall.value;
  const saved = wall === null ? [] : [...wall.boards.map(({ n }) => savedCounts(wall, n)), savedHeads(wall)];
  return pairsIn([...saved, ...Object.values(desk.drafts.value), desk.heads.value ?? {}]);
}

/** @param props.said the name stands beside it already, and is long */
function HeadsField(props: { desk: WallDesk; group: readonly string[]; name: string; said: boolean }) {
  const { desk, group, name } = props;
  const wall = desk.wall.value;
  if (wall === null) return null;
  const heads = desk.heads.value ?? savedHeads(wall);
  const key = group.toSorted().join('+');
  return (
    <label class="wall-heads">
      <span>
        {say('heads')}
        {name !== '' && <bdi class={props.said ? 'visually-hidden' : ''}>: {name}</bdi>}
      </span>
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={LIMITS.peoplePerSession}
        value={heads[key] ?? ''}
        title={say('heads.hint')}
        onInput={(event) => {
          const n = Math.min(
            LIMITS.peoplePerSession,
            Math.max(0, Math.floor(event.currentTarget.valueAsNumber || 0)),
          );
          desk.setHeads({ ...heads, [key]: n });
        }}
      />
    </label>
  );
}
