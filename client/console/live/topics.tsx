/** The room's own list for the facilitator: adding, the order, what is talked about now, and a gentle clock. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LIMITS } from '../../../core/limits.ts';
import type { ConsoleView } from '../../../core/view.ts';
import { mayCommand } from '../staff.ts';
import { Choice } from './choice.tsx';
import type { Desk } from './desk.ts';
import { Time, TopicRow } from './topicRow.tsx';
import { minutesOffered, say } from './topicWords.ts';

const STEPS = ['collect', 'order', 'talk'] as const;

export function Topics({ desk, view }: { desk: Desk; view: ConsoleView }) {
  const { topics } = view;
  const rows = useRef<HTMLOListElement>(null);
  // What is talked about comes into sight; the list stays where it is as long as it is.
  useLayoutEffect(() => {
    const [{ current }, row] = [rows, rows.current?.querySelector('.topic-now')];
    if (current === null || row == null) return;
    const [box, own] = [current.getBoundingClientRect(), row.getBoundingClientRect()];
    if (own.top < box.top || own.bottom > box.bottom) current.scrollTop += own.top - box.top;
  }, [topics?.at]);
  if (topics === undefined) return null;
  const { step, list, at, minutes } = topics;
  const now = list.find(({ n }) => n === at);
  const leads = mayCommand('topics');
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
      <ol ref={rows} class="topics-list" tabIndex={-1}>
        {list.map((topic, i) => (
          <TopicRow
            key={topic.n}
            desk={desk}
            topic={topic}
            now={topic.n === at}
            common={minutes}
            step={leads ? step : null}
            above={list[i - 1]?.n}
            below={list[i + 1]?.n}
            afterBelow={list[i + 2]?.n ?? null}
          />
        ))}
        {list.length === 0 && <li class="soft">{say('none')}</li>}
      </ol>
      {now !== undefined && (
        <p class="topics-now">
          <bdi>{now.text}</bdi> <Time key={now.n} topic={now} now />
        </p>
      )}
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
              {minutesOffered(minutes).map((n) => (
                <option key={n} value={String(n)}>
                  {say('minutes.n', { n })}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </section>
  );
}

function Add({ desk, full }: { desk: Desk; full: boolean }) {
  const text = desk.topic.value;
  const adding = useRef(new Set<string>());
  return (
    <form
      class="topics-add"
      onSubmit={(event) => {
        event.preventDefault();
        // A second press before the answer adds it once.
        if (text.trim() === '' || adding.current.has(text)) return;
        adding.current.add(text);
        void desk.run({ do: 'topics', change: { to: 'add', text } }).then((done) => {
          adding.current.delete(text);
          // What was typed meanwhile stays.
          if (done && desk.topic.peek() === text) desk.topic.value = '';
        });
      }}
    >
      <input
        aria-label={say('add.label')}
        placeholder={say('add.label')}
        value={text}
        maxLength={LIMITS.topicText}
        dir="auto"
        autocomplete="off"
        onInput={(event) => (desk.topic.value = event.currentTarget.value)}
      />
      <button class="button" disabled={full}>
        {say('add')}
      </button>
    </form>
  );
}
