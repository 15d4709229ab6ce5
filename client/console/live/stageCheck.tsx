/** The small picture of the big screen while the room is asked about recommendations. */
import type { ProjectorCheck } from '../../../core/checkingView.ts';
import { saidWords } from './checkWords.ts';
import { say } from './words.ts';

/** More than this is set smaller, in two columns. */
const ONE_COLUMN = 6;

export function StageCheck({ check: { step, number, list, shown } }: { check: ProjectorCheck }) {
  return (
    <div class={list.length > ONE_COLUMN ? 'stage-check stage-check-many' : 'stage-check'}>
      <p>{say(`stage.check.${shown === null ? step : 'shown'}`)}</p>
      <ol start={step === 'ask' ? number : 1}>
        {list.map(({ n, text }) => (
          <li key={n}>
            {shown?.[n]?.dots != null && <b>{say('stage.check.dots.n', { n: shown[n].dots.n })}</b>}
            <bdi>{text}</bdi>
            {shown?.[n] !== undefined && <span>{saidWords(shown[n]).join('\u00a0· ')}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
