/** One heading of the wall with how many post-its hang under it, and two large buttons. */
import { answerLabel, keyOfAnswer, MARKS, toneOf, type Answer, type Scale } from '../../../../core/scale.ts';
import { say } from './words.ts';

export function Column(props: { scale: Scale; answer: Answer; n: number; change: (by: 1 | -1) => void }) {
  const { scale, answer, n, change } = props;
  const label = answerLabel(scale, answer);
  const tone = typeof answer === 'number' ? toneOf(scale, answer) : null;
  return (
    <li class={tone === null ? 'tally tally-decline' : `tally tally-tone-${tone}`}>
      <p class="tally-head">
        {tone !== null && (
          <span class="tally-mark" aria-hidden="true">
            {MARKS[tone]}
          </span>
        )}
        <span dir="auto">{label}</span>
      </p>
      <p class="tally-n">{n}</p>
      <button
        type="button"
        class="tally-more"
        aria-label={say('more', { answer: label })}
        onClick={() => change(1)}
      >
        +
      </button>
      <button
        type="button"
        class="tally-less"
        aria-label={say('less', { answer: label })}
        disabled={n === 0}
        onClick={() => change(-1)}
      >
        −
      </button>
      <p class="tally-key" aria-hidden="true">
        {say('key', { key: keyOfAnswer(answer) })}
      </p>
    </li>
  );
}
