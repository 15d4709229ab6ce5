/** What the room is shown while it talks, beside the chart: thoughts from phones, and the talk about no statement. */
import type { ProjectorTalk, TopicsView } from '../../core/view.ts';
import { Fit } from './Fit.tsx';
import { say } from './words.ts';

/** More than this nobody reads from the last row. */
const MOST = 9;

/** @param props.most largest size of their type, in units */
export function Thoughts({ talk, most }: { talk: ProjectorTalk; most: number }) {
  const shown = talk.thoughts.slice(0, MOST);
  const more = talk.thoughts.length - shown.length;
  return (
    <Fit most={most} of={JSON.stringify(shown)} class="thoughts">
      <ul class={`thoughts-list thoughts-${Math.min(3, shown.length)}`}>
        {shown.map(({ id, text }) => (
          <li key={id} class="thought" dir="auto">
            {text}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="thoughts-more">{say('wall.more', { n: more })}</p>}
    </Fit>
  );
}

/** The room's own list: what there is, what comes first, what was talked about and what was not. */
export function FreeTalk({ topics, k }: { topics: TopicsView; k: number }) {
  const { step, list, at } = topics;
  const now = step === 'talk' ? list.find(({ n }) => n === at) : undefined;
  if (list.length === 0)
    return (
      <div class="words">
        <h1>{say(`free.${step}`)}</h1>
        <p>{say(`free.${step}.text`)}</p>
      </div>
    );
  return (
    <>
      <h1 class="free-heading" dir="auto">
        {now?.text ?? say(`free.${step}`)}
      </h1>
      {now === undefined && <p class="free-how">{say(`free.${step}.text`)}</p>}
      <Fit most={5.4 * k} of={JSON.stringify([list, at])} class="topics">
        <ol class={list.length > 8 ? 'topic-list topic-list-many' : 'topic-list'}>
          {list.map(({ n, text, done }, i) => (
            <li
              key={n}
              class={done && n !== at ? 'topic topic-done' : 'topic'}
              aria-current={n === at || undefined}
            >
              <span class="topic-mark" aria-hidden="true">
                {n === at ? '▸' : done ? '✓' : '○'}
              </span>
              <span class="topic-number">{i + 1}.</span>
              <span class="topic-text" dir="auto">
                {text}
              </span>
              {(n === at || done) && (
                <span class="visually-hidden">{say(n === at ? 'topic.now' : 'topic.done')}</span>
              )}
            </li>
          ))}
        </ol>
      </Fit>
    </>
  );
}

/** People write statements of their own on their phones; none of them is shown. */
export function Propose() {
  return (
    <div class="words">
      <h1 class="propose-heading">{say('propose.heading')}</h1>
      <p>{say('propose.text')}</p>
      <p class="propose-begin">{say('propose.begin')}</p>
      <p class="propose-example">{say('propose.example')}</p>
    </div>
  );
}
