/** Typing up what stands on the post-its, one heading after the other: Enter for the next. */
import { useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../../core/limits.ts';
import type { Audience } from '../../../../core/response.ts';
import { answerLabel, toneOf, type Answer } from '../../../../core/scale.ts';
import { cleanText, codePoints, mendLine } from '../../../../core/text.ts';
import type { ConsoleBoard } from '../../../../core/view.ts';
import type { WallComment } from '../../../../core/wall.ts';
import { newEntryId } from '../../slips/ask.ts';
import { Choice } from '../choice.tsx';
import type { WallDesk } from './desk.ts';
import { answersOf, keyOf, savedColumns } from './model.ts';
import { say } from './words.ts';
import './typing.css';

export function Typing(props: { desk: WallDesk; board: ConsoleBoard; group: readonly string[] }) {
  const { desk, board, group } = props;
  const { scale, n } = board;
  const wall = desk.wall.value;
  const columns = wall === null ? [] : savedColumns(wall, n);
  const at = new Map(columns.map((c) => [keyOf(c.groups, c.answer), c]));
  const hasWaiting = (key: string): boolean => desk.waiting.value.some((w) => w.n === n && w.key === key);
  const there = answersOf(scale).filter((a) => {
    const key = keyOf(group, a);
    return (at.get(key)?.n ?? 0) > 0 || hasWaiting(key);
  });
  const [chosen, choose] = useState<Answer | null>(null);
  const answer = chosen !== null && there.includes(chosen) ? chosen : there[0];
  if (answer === undefined) return <p class="typing-none">{say('type.none')}</p>;
  const column = at.get(keyOf(group, answer));
  const waiting = desk.waiting.value.filter((w) => w.n === n && w.key === keyOf(group, answer));
  const removed = new Set(waiting.filter((w) => w.change === 'remove').map((w) => w.comment.id));
  const saved = column?.comments ?? [];
  // What is up already although its answer was lost is shown once.
  const coming = waiting
    .filter((w) => w.change === 'add' && !saved.some(({ id }) => id === w.comment.id))
    .map((w) => w.comment);
  const left = (column?.n ?? 0) - saved.length - coming.length;
  return (
    <section class="typing" aria-label={say('type')}>
      <div class="typing-headings" role="group" aria-label={say('type')}>
        {there.map((a) => {
          const own = at.get(keyOf(group, a));
          const tone = typeof a === 'number' ? toneOf(scale, a) : null;
          return (
            <button
              type="button"
              key={a}
              class={tone === null ? 'typing-heading' : `typing-heading tally-tone-${tone}`}
              aria-pressed={a === answer}
              onClick={() => choose(a)}
            >
              <span dir="auto">{answerLabel(scale, a)}</span>
              <span class="typing-count">
                {own?.comments.length ?? 0}/{own?.n ?? 0}
              </span>
            </button>
          );
        })}
      </div>
      <Field
        key={`${n} ${keyOf(group, answer)} ${desk.thrown.value}`}
        label={say('type.field', { answer: answerLabel(scale, answer) })}
        left={left}
        text={desk.texts.get(`${n} ${keyOf(group, answer)}`) ?? ''}
        type={(text) => desk.type(`${n} ${keyOf(group, answer)}`, text)}
        add={(comment) => desk.words(n, keyOf(group, answer), comment, 'add')}
      />
      <p role="status" class="typing-state">
        {desk.trouble.value !== '' && desk.waiting.value.length > 0
          ? `${say('type.waiting', { n: desk.waiting.value.length })} ${desk.trouble.value}`
          : desk.waiting.value.length > 0
            ? say('type.saving')
            : ''}
      </p>
      <Typed
        title={say('type.typed', { answer: answerLabel(scale, answer) })}
        tone={typeof answer === 'number' ? toneOf(scale, answer) : null}
        comments={[...saved, ...coming].filter(({ id }) => !removed.has(id))}
        remove={(comment) => desk.words(n, keyOf(group, answer), comment, 'remove')}
      />
    </section>
  );
}

/** What was pasted is several post-its, one in each line. */
function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map(mendLine)
    .filter((line) => line !== '');
}

function Field(props: {
  label: string;
  left: number;
  /** What was typed here and is still there when somebody comes back to it. */
  text: string;
  type: (text: string) => void;
  add: (comment: WallComment) => void;
}) {
  const { left, add } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, show] = useState(props.text);
  const setText = (now: string): void => {
    props.type(now);
    show(now);
  };
  const [audience, setAudience] = useState<Audience>('room');
  const [quote, setQuote] = useState(false);
  const lines = linesOf(text);
  const over = Math.max(0, ...lines.map((line) => codePoints(line) - LIMITS.commentCodePoints));
  const hang = (): void => {
    const now = lines.slice(0, Math.max(0, left));
    if (over > 0 || now.length === 0) return;
    for (const line of now) add({ id: newEntryId(), text: cleanText(line) ?? line, audience, quote });
    // What found no post-it stays in the field.
    setText(lines.slice(now.length).join('\n'));
    box.current?.focus();
  };
  return (
    <form
      class="typing-form"
      onSubmit={(event) => {
        event.preventDefault();
        hang();
      }}
    >
      <label class="field">
        <span>{props.label}</span>
        <textarea
          ref={box}
          rows={2}
          dir="auto"
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            hang();
          }}
        />
      </label>
      <div class="typing-choices">
        <Choice
          label={say('type.who')}
          options={[
            { value: 'room', label: say('type.room') },
            { value: 'team', label: say('type.team') },
          ]}
          value={audience}
          choose={setAudience}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={quote}
            onChange={(event) => setQuote(event.currentTarget.checked)}
          />
          <span>{say('type.quote')}</span>
        </label>
        <button
          type="submit"
          class="button button-main"
          disabled={lines.length === 0 || left <= 0 || over > 0}
        >
          {say('type.add')}
        </button>
      </div>
      <p class={over > 0 ? 'bad' : 'soft'}>
        {over > 0
          ? say('type.over', { n: over })
          : left > 0
            ? `${say('type.left', { n: left })}. ${lines.length > 1 ? say('type.lines', { n: lines.length }) : say('type.hint')}`
            : say('type.full')}
      </p>
    </form>
  );
}

function Typed(props: {
  title: string;
  tone: number | null;
  comments: readonly WallComment[];
  remove: (comment: WallComment) => void;
}) {
  if (props.comments.length === 0) return null;
  return (
    <>
      <h3 class="typed-title">{props.title}</h3>
      <ul class="typed" style={props.tone === null ? {} : { '--paper-of-note': `var(--note-${props.tone})` }}>
        {props.comments.map((comment) => (
          <li key={comment.id}>
            <span dir="auto">{comment.text}</span>
            {comment.audience === 'team' && <span class="typed-mark">{say('type.teamMark')}</span>}
            {comment.quote && <span class="typed-mark">{say('type.quoteMark')}</span>}
            <button
              type="button"
              class="button button-quiet"
              aria-label={say('type.remove', { text: comment.text })}
              onClick={() => props.remove(comment)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
