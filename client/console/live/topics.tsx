/** The room's own list for the facilitator: adding, the order, what is talked about now, and a gentle clock. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import { nextTopic, type TopicsChange, type TopicStep } from '../../../core/topics.ts';
import type { ConsoleTopic, ConsoleView } from '../../../core/view.ts';
import { mayCommand } from '../staff.ts';
import { Choice } from './choice.tsx';
import type { Desk } from './desk.ts';
import { say } from './topicWords.ts';

const STEPS = ['collect', 'order', 'talk'] as const;
const MINUTES = [3, 5, 10, 15, 20, 30] as const;

export function Topics({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const topics = view.topics;
  if (topics === undefined) return null;
  const { step, list, at, minutes } = topics;
  const leads = mayCommand('topics');
  const next = nextTopic(list, at);
  return (
    <section class="ladder panel topics" aria-label={say('title')}>
      <h2 class="panel-title">{say('title')}</h2>
      {leads && (
        <Choice
          label={say('step')}
          options={STEPS.map((value) => ({ value, label: say(`step.${value}`) }))}
          value={step}
          choose={(to) => void desk.run({ do: 'topics', change: { to: 'step', step: to } })}
        />
      )}
      <p class="soft">{say(`step.${step}.text`)}</p>
      {leads && <Add desk={desk} full={list.length >= LIMITS.topics} />}
      <ol class="topics-list" tabIndex={-1}>
        {list.map((topic) => (
          <Row
            key={topic.n}
            desk={desk}
            topic={topic}
            now={topic.n === at}
            minutes={minutes}
            step={leads ? step : null}
          />
        ))}
        {list.length === 0 && <li class="soft">{say('none')}</li>}
      </ol>
      {leads && step === 'talk' && (
        <div class="topics-foot">
          <label>
            {say('minutes')}{' '}
            <select
              class="select"
              value={String(minutes)}
              onChange={(event) =>
                void desk.run({
                  do: 'topics',
                  change: { to: 'minutes', minutes: Number(event.currentTarget.value) },
                })
              }
            >
              {[...new Set<number>([...MINUTES, minutes])]
                .toSorted((a, b) => a - b)
                .map((n) => (
                  <option key={n} value={String(n)}>
                    {say('minutes.n', { n })}
                  </option>
                ))}
            </select>
          </label>
          <button
            type="button"
            class="button button-main"
            disabled={next === null && at === null}
            onClick={() => void desk.run({ do: 'topics', change: { to: 'at', n: next } })}
          >
            {say(next === null ? 'next.none' : 'next')}
          </button>
        </div>
      )}
    </section>
  );
}

function Add({ desk, full }: { desk: Desk; full: boolean }) {
  const [text, setText] = useState('');
  return (
    <form
      class="topics-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        void desk.run({ do: 'topics', change: { to: 'add', text } }).then((done) => done && setText(''));
      }}
    >
      <input
        aria-label={say('add.label')}
        placeholder={say('add.label')}
        value={text}
        maxLength={LIMITS.topicText}
        dir="auto"
        autocomplete="off"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button class="button" disabled={full}>
        {say('add')}
      </button>
    </form>
  );
}

/** @param props.step what may be done now; null: nothing, somebody else leads */
function Row(props: {
  desk: Desk;
  topic: ConsoleTopic;
  now: boolean;
  minutes: number;
  step: TopicStep | null;
}) {
  const { desk, topic, now, minutes, step } = props;
  const { n, text, done, dots, phone } = topic;
  const id = `topic-${n}`;
  const button = (label: string, change: TopicsChange, pressed?: boolean) => (
    <button
      type="button"
      class="button small"
      aria-describedby={id}
      aria-pressed={pressed}
      onClick={() => void desk.run({ do: 'topics', change })}
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
        <Time topic={topic} now={now} minutes={minutes} />
      </p>
      {step !== null && (
        <p class="topic-buttons">
          {step !== 'talk' && button(say('drop'), { to: 'drop', n })}
          {step === 'talk' && !now && button(say('now'), { to: 'at', n })}
          {step === 'talk' && !now && button(say('done'), { to: 'done', n, done: !done }, done)}
          {step === 'talk' && now && button(say('finish'), { to: 'at', n: null })}
        </p>
      )}
    </li>
  );
}

/** How long it was talked about. Over its time it says so, quietly, here and nowhere else. */
function Time({ topic, now, minutes }: { topic: ConsoleTopic; now: boolean; minutes: number }) {
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
  const over = seconds >= minutes * 60;
  return (
    <span class={over ? 'topic-over' : ''}>{say(over ? 'time.over' : 'time', { time, n: minutes })}</span>
  );
}
