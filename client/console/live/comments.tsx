/** Comments for a look before the room sees them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleNote, ConsoleView } from '../../../core/view.ts';
import { FREE_TALK, TALK_KINDS, talkKindNow, type TalkKind } from '../../../core/thought.ts';
import { Choice } from './choice.tsx';
import { Comment, type Shelf, shelfOf } from './comment.tsx';
import { mayCommand } from '../staff.ts';
import type { Desk } from './desk.ts';
import { nextNote } from '../keys.ts';
import { OffWhileAway } from './offWhileAway.tsx';
import { say, textOf } from './words.ts';

const SHELVES = ['waiting', 'show', 'hide', 'team'] as const;

/** `here` follows what is in front of the room: a statement, or what the talk about none is for. */
type From = 'here' | 'all' | TalkKind | number;

/** What of the talk about no statement a comment is; null: it is about a statement. */
function kindOf({ board, proposal, check }: ConsoleNote): TalkKind | null {
  if (board !== FREE_TALK) return null;
  return check !== undefined ? 'checked' : proposal === true ? 'proposed' : 'said';
}

const KIND_WORDS = {
  said: 'comments.free',
  proposed: 'comments.proposing',
  checked: 'comments.checking',
} as const;

export function Comments({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const [shelf, setShelf] = useState<Shelf>('waiting');
  const [from, setFrom] = useState<From>('here');
  const here = view.room.freeTalk === true ? talkKindNow(view.room) : view.room.at;
  const wanted = from === 'here' ? here : from === 'all' ? null : from;
  const kept = wanted === 'proposed' || wanted === 'checked';
  const among = view.notes.filter((n) => wanted === null || n.board === wanted || kindOf(n) === wanted);
  const on = (which: Shelf): ConsoleNote[] => among.filter((n) => shelfOf(n) === which);
  const listed = on(shelf);
  const list = useRef<HTMLUListElement>(null);
  const focusAt = useFocusOnNext(list, listed.length);

  const waits = on('waiting');
  const waiting = waits.length;
  return (
    <aside class="comments panel" aria-label={say('comments.title')}>
      <div class="comments-head">
        <h2 class="panel-title">{say('comments.title')}</h2>
        <FromSelect view={view} from={from} setFrom={setFrom} />
      </div>
      <Choice
        label={say('comments.title')}
        options={SHELVES.map((value) => ({
          value,
          label: `${say(kept && value === 'show' ? 'comments.kept' : `comments.${value}`)} ${on(value).length}`,
        }))}
        value={shelf}
        choose={setShelf}
      />
      <OffWhileAway desk={desk}>
        {mayCommand('screen') && <OneAtATime desk={desk} view={view} />}
        <ul class="comments-list" ref={list}>
          {listed.map((note, i) => (
            <Comment
              key={note.id}
              desk={desk}
              note={note}
              view={view}
              naming={wanted === null}
              choose={(to) => {
                focusAt(i);
                void desk.run({ do: 'note', id: note.id, to });
              }}
            />
          ))}
          {listed.length === 0 && (
            <li class="comments-none">
              {say(`comments.none.${shelf}`)}
              {shelf === 'waiting' && (
                <span class="soft">
                  {say(view.room.freeTalk === true ? 'comments.batches.talk' : 'comments.batches')}
                </span>
              )}
              {shelf === 'team' && <span class="soft">{say('comments.team.text')}</span>}
            </li>
          )}
        </ul>
        {shelf === 'waiting' && wanted !== null && waiting > 0 && (
          <button
            type="button"
            class="button comments-all"
            onClick={() =>
              void desk.run(
                typeof wanted === 'number'
                  ? { do: 'notes', board: wanted, to: 'show' }
                  : { do: 'notes', board: FREE_TALK, of: wanted, to: 'show' },
              )
            }
          >
            {say(allWord(kept, waits), { n: waiting })}
          </button>
        )}
      </OffWhileAway>
    </aside>
  );
}

/** All at once, in the word that each row has; where rows have different ones, what is true of all. */
function allWord(kept: boolean, waits: readonly ConsoleNote[]) {
  if (kept) return 'comments.keepAll';
  if (waits.every(({ topic }) => topic === true)) return 'comments.listAll';
  if (waits.every(({ thought }) => thought === true)) return 'comments.noteAll';
  return waits.some(({ topic, thought }) => topic === true || thought === true)
    ? 'comments.letAll'
    : 'comments.showAll';
}

/** A decided comment leaves the list; the focus goes to the one that takes its place. */
function useFocusOnNext(list: { current: HTMLUListElement | null }, length: number) {
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const items = list.current?.querySelectorAll<HTMLElement>('.comment') ?? [];
    const at = items[Math.min(wanted.current, items.length - 1)];
    at?.querySelector<HTMLElement>('button')?.focus();
    wanted.current = null;
  }, [length]);
  return (at: number): void => {
    wanted.current = at;
  };
}

function FromSelect(props: { view: ConsoleView; from: From; setFrom: (from: From) => void }) {
  const { view, from, setFrom } = props;
  const free = view.room.freeTalk === true;
  const now = free ? talkKindNow(view.room) : null;
  const kinds = TALK_KINDS.filter(
    (kind) => kind !== now && (kind === from || view.notes.some((n) => kindOf(n) === kind)),
  );
  const others = view.boards.filter((b) => view.notes.some((n) => n.board === b.n) || b.n === from);
  return (
    <select
      class="select"
      aria-label={say('comments.from')}
      value={String(from)}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const kind = TALK_KINDS.find((one) => one === value);
        setFrom(value === 'here' || value === 'all' ? value : (kind ?? Number(value)));
      }}
    >
      <option value="here">{say(now === null ? 'comments.here' : KIND_WORDS[now])}</option>
      <option value="all">{say('comments.all')}</option>
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {say(KIND_WORDS[kind])}
        </option>
      ))}
      {others.map((b) => (
        <option key={b.n} value={String(b.n)}>
          {say(b.round === 2 ? 'comments.board.second' : 'comments.board', {
            number: b.number,
            text: textOf(b.wordings),
          })}
        </option>
      ))}
    </select>
  );
}

/** While results are up: all comments together on the big screen, or one after the other. */
function OneAtATime({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const count = view.projector.board?.notes?.length ?? 0;
  if (count === 0 || view.projector.board?.result == null) return null;
  const { notes, noteAt } = view.room.screen;
  return (
    <div class="one-at-a-time">
      <Choice
        label={say('comments.mode')}
        options={[
          { value: 'all', label: say('comments.together') },
          { value: 'one', label: say('comments.one') },
        ]}
        value={notes}
        choose={(to) => void desk.run({ do: 'screen', change: { notes: to, noteAt: 0, result: 'notes' } })}
      />
      {notes === 'one' && (
        <div class="one-row">
          <button
            type="button"
            class="button"
            aria-label={say('comments.previous')}
            onClick={() => void desk.run(...nextNote(view, -1))}
          >
            ‹
          </button>
          <span>{say('comments.at', { n: Math.min(noteAt + 1, count), of: count })}</span>
          <button
            type="button"
            class="button"
            aria-label={say('comments.next')}
            onClick={() => void desk.run(...nextNote(view, 1))}
          >
            ›
          </button>
        </div>
      )}
    </div>
  );
}
