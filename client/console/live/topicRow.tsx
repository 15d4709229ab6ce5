/** One topic of the room's own list: where it stands, its words, its dots and its time. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TopicsChange } from '../../../core/topicChange.ts';
import { LIMITS } from '../../../core/limits.ts';
import { MOST_HANDS, type TopicStep } from '../../../core/topics.ts';
import type { ConsoleTopic } from '../../../core/view.ts';
import type { Desk } from './desk.ts';
import { minutesOffered, say } from './topicWords.ts';

interface Props {
  desk: Desk;
  topic: ConsoleTopic;
  now: boolean;
  /** Minutes of those that have none of their own. */
  common: number;
  /** What may be done now; null: nothing, somebody else leads. */
  step: TopicStep | null;
  /** Its neighbours by number; undefined: there is none. */
  above: number | undefined;
  below: number | undefined;
  afterBelow: number | null;
}

export function TopicRow(props: Props) {
  const { desk, topic, now, step } = props;
  const { n, text, done, dots, phone } = topic;
  const changing = desk.topicsChanged.value.get(n);
  const open = changing !== undefined;
  const type = (words: string | null): void => {
    const changed = new Map(desk.topicsChanged.value);
    if (words === null) changed.delete(n);
    else changed.set(n, { typed: words, first: changing?.first ?? text });
    desk.topicsChanged.value = changed;
  };
  const id = `topic-${n}`;
  const send = (change: TopicsChange): Promise<boolean> => desk.run({ do: 'topics', change });
  const button = (label: string, change: TopicsChange, pressed?: boolean) => (
    <button
      type="button"
      class="button small"
      aria-describedby={id}
      aria-pressed={pressed}
      onClick={() => void send(change)}
    >
      {label}
    </button>
  );
  return (
    <li class={now ? 'topic topic-now' : 'topic'} aria-current={now ? 'step' : undefined}>
      <p id={id} dir="auto">
        {text}
      </p>
      <p class="topic-facts">
        <span>{say(now ? 'state.now' : done ? 'state.done' : 'state.waiting')}</span>
        {dots !== null && <span>{say('dots', { n: dots })}</span>}
        {phone && <span>{say('phone')}</span>}
        {topic.ownTime && !now && <span>{say('time.own', { n: topic.minutes })}</span>}
        {!now && <Time topic={topic} now={false} />}
      </p>
      {step === 'order' && <Hands topic={topic} send={send} />}
      {step !== null && (
        <p class="topic-buttons">
          <Move {...props} send={send} />
          {step === 'talk' && !now && button(say('now'), { to: 'at', n })}
          {step === 'talk' && !now && button(say('done'), { to: 'done', n, done: !done }, done)}
          {step === 'talk' && now && button(say('finish'), { to: 'at', n: null })}
          <button
            type="button"
            class="button small"
            aria-describedby={id}
            aria-expanded={open}
            onClick={() => type(open ? null : text)}
          >
            {say('change')}
          </button>
        </p>
      )}
      {step !== null && open && <Change {...props} send={send} typed={changing.typed} type={type} />}
    </li>
  );
}

type Send = (change: TopicsChange) => Promise<boolean>;

/** Up and down by hand. The button that was pressed keeps the focus while its row moves. */
function Move({ topic, above, below, afterBelow, send }: Props & { send: Send }) {
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'up' | 'down' | null>(null);
  useLayoutEffect(() => {
    const [own, other] = pressed.current === 'up' ? [up, down] : [down, up];
    if (pressed.current !== null) (own.current?.disabled === false ? own : other).current?.focus();
    pressed.current = null;
  }, [above, below]);
  const move = (way: 'up' | 'down', before: number | null): void => {
    pressed.current = way;
    void send({ to: 'move', n: topic.n, before });
  };
  const name = { text: topic.text };
  return (
    <>
      <button
        ref={up}
        type="button"
        class="button small topic-move"
        aria-label={say('up', name)}
        disabled={above === undefined}
        onClick={() => move('up', above ?? null)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        ref={down}
        type="button"
        class="button small topic-move"
        aria-label={say('down', name)}
        disabled={below === undefined}
        onClick={() => move('down', afterBelow)}
      >
        <span aria-hidden="true">↓</span>
      </button>
    </>
  );
}

/** Dots of people without a phone, counted in a show of hands. */
function Hands({ topic, send }: { topic: ConsoleTopic; send: Send }) {
  // What is being typed stays while the room moves on; null: nothing is.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label class="topic-hands">
      <span>{say('hands')}</span>
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={MOST_HANDS}
        aria-label={say('hands.of', { text: topic.text })}
        value={typed ?? (topic.hands === 0 ? '' : String(topic.hands))}
        placeholder="0"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => {
          const hands = Number(event.currentTarget.value);
          if (Number.isInteger(hands) && hands >= 0 && hands <= MOST_HANDS)
            void send({ to: 'hands', n: topic.n, hands }).then(() => setTyped(null));
          else setTyped(null);
        }}
      />
    </label>
  );
}

/** Its words, its time, and the way off the list. */
function Change(props: Props & { send: Send; typed: string; type: (words: string | null) => void }) {
  const { topic, common, step, send, typed, type } = props;
  const { n, text, ownTime, minutes } = topic;
  return (
    <form
      class="topic-change"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === text) type(null);
        else if (typed.trim() !== '')
          void send({ to: 'text', n, text: typed }).then((did) => did && type(null));
      }}
    >
      <textarea
        aria-label={say('text', { text })}
        rows={2}
        dir="auto"
        maxLength={LIMITS.topicText}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing || event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <select
        class="select"
        aria-label={say('time.of', { text })}
        value={ownTime ? String(minutes) : ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          void send({ to: 'time', n, minutes: value === '' ? null : Number(value) });
        }}
      >
        <option value="">{say('time.common', { n: common })}</option>
        {minutesOffered(minutes).map((each) => (
          <option key={each} value={String(each)}>
            {say('minutes.n', { n: each })}
          </option>
        ))}
      </select>
      <p class="topic-buttons">
        <button class="button small">{say('save')}</button>
        {step !== 'talk' && (
          <button type="button" class="button small" onClick={() => void send({ to: 'drop', n })}>
            {say('drop')}
          </button>
        )}
      </p>
    </form>
  );
}

/** How long it was talked about. Over its time it says so, quietly, here and nowhere else. */
export function Time({ topic, now }: { topic: ConsoleTopic; now: boolean }) {
  const { minutes } = topic;
  const began = useRef(0);
  const [, draw] = useState(0);
  useEffect(() => {
    began.current = performance.now() - topic.seconds * 1000;
    draw((n) => n + 1);
  }, [topic.seconds, now]);
  useEffect(() => {
    if (!now) return undefined;
    const ticking = setInterval(() => draw((n) => n + 1), 1000);
    return () => clearInterval(ticking);
  }, [now]);
  const seconds = now ? Math.max(0, Math.floor((performance.now() - began.current) / 1000)) : topic.seconds;
  if (seconds === 0 && !now) return null;
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return <span>{say(seconds >= minutes * 60 ? 'time.over' : 'time', { time, n: minutes })}</span>;
}
