/** What the room said: a sentence, then a table whose bars are drawn in HTML. */
import type { JSX } from 'preact';
import type { Figure } from '../../core/results.ts';
import { sides } from '../../core/results.ts';
import type { Answer, Scale } from '../../core/scale.ts';
import type { PublicResult } from '../../core/view.ts';
import { Mark } from './parts.tsx';
import { answerWord, say, toneAndMark } from './words.ts';

/** The figure in one sentence. */
function summary(scale: Scale, figure: Figure): string {
  const { n } = figure;
  if (n === 0) return say('result.none');
  if (scale.kind === 'own') return say('result.own', { n });
  const { agree, disagree } = sides(figure.counts);
  return say(scale.kind === 'agreement-3' ? 'result.agree3' : 'result.agree5', { agree, disagree, n });
}

interface FigureProps {
  scale: Scale;
  figure: Figure;
  caption: string;
  mine: Answer | null;
}

function Bars({ scale, figure, caption, mine }: FigureProps): JSX.Element {
  const { counts, n, percent } = figure;
  return (
    <table>
      <caption dir="auto">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{say('result.answer')}</th>
          <th scope="col">{say('result.people')}</th>
          {percent !== null && <th scope="col">{say('result.percent')}</th>}
        </tr>
      </thead>
      <tbody>
        {counts.map((count, i) => (
          <tr key={i} class={mine === i + 1 ? 'mine' : undefined}>
            <th scope="row">
              <span class="row">
                <Mark scale={scale} answer={i + 1} />
                <span dir="auto">{answerWord(scale, i + 1)}</span>
                {mine === i + 1 && <span class="tag">{say('result.mine')}</span>}
              </span>
              <span class="track" aria-hidden="true">
                <span
                  class={`bar tone-${toneAndMark(scale, i + 1)?.tone ?? 3}`}
                  style={{ inlineSize: `${n === 0 ? 0 : (100 * count) / n}%` }}
                />
              </span>
            </th>
            <td>{count}</td>
            {percent !== null && <td>{say('result.percentOf', { n: percent[i] ?? 0 })}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Declined answers, and people who placed nothing, apart from the figure. */
function Apart({ figure, mine }: { figure: Figure; mine: Answer | null }): JSX.Element {
  const { declined, notAnswered } = figure;
  return (
    <ul class="aside">
      {(['n', 'x'] as const).map(
        (decline) =>
          declined[decline] > 0 && (
            <li key={decline}>
              {say(`result.${decline}`, { n: declined[decline] })}
              {mine === decline && <span class="tag">{say('result.mine')}</span>}
            </li>
          ),
      )}
      {notAnswered !== null && notAnswered > 0 && <li>{say('result.missing', { n: notAnswered })}</li>}
    </ul>
  );
}

/**
 * A board's result, by group where the view brings that.
 *
 * @param mine the own answer, when its owner has uncovered it
 */
export function Result(props: { scale: Scale; result: PublicResult; mine: Answer | null }): JSX.Element {
  const { scale, result, mine } = props;
  return (
    <section aria-label={say('result.heading')}>
      <p class="lead">{summary(scale, result.whole)}</p>
      <Bars scale={scale} figure={result.whole} caption={say('result.heading')} mine={mine} />
      <Apart figure={result.whole} mine={mine} />
      {result.parts !== null && <h2>{say('result.groups')}</h2>}
      {result.parts?.map((part) => (
        <div key={part.label} class="part">
          <Bars scale={scale} figure={part.figure} caption={part.label} mine={null} />
          <p>{summary(scale, part.figure)}</p>
        </div>
      ))}
      {result.withheld === 'floor' && <p class="hint">{say('result.floor')}</p>}
    </section>
  );
}
