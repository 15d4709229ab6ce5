/** What the room is shown while it talks, beside the chart: thoughts from phones, and the talk about no statement. */
import type { ProjectorTalk } from '../../core/view.ts';
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

export function FreeTalk() {
  return (
    <div class="words">
      <h1>{say('free.heading')}</h1>
      <p>{say('free.text')}</p>
    </div>
  );
}
