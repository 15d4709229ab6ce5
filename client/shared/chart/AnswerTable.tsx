/** One figure in a table, an answer a row; declined and missing answers apart below. */
import type { Figure } from '../../../core/results.ts';
import type { Scale } from '../../../core/scale.ts';
import { answerWord, headingsOf } from '../../../core/answers.ts';
import type { SayChart } from '../../../core/chart/words.ts';

interface Props {
  figure: Figure;
  scale: Scale;
  say: SayChart;
  caption: string;
}

export function AnswerTable({ figure, scale, say, caption }: Props) {
  const { percent } = figure;
  const apart = scale.declines.map((d) => ({ word: answerWord(say, scale, d), n: figure.declined[d] }));
  if (figure.notAnswered !== null) apart.push({ word: say('table.notAnswered'), n: figure.notAnswered });
  return (
    <table class="figures figures-tall">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say('table.answer')}</th>
          <th scope="col">{say('table.people')}</th>
          {percent !== null && <th scope="col">{say('table.share')}</th>}
        </tr>
      </thead>
      <tbody>
        {headingsOf(say, scale).map((h) => (
          <tr key={h.code}>
            <th scope="row">
              <span class={`legend-box tone-${h.tone}`} aria-hidden="true">
                {h.mark}
              </span>
              <bdi>{h.word}</bdi>
            </th>
            <td class="figures-count">{say('chart.number', { n: figure.counts[h.code - 1] ?? 0 })}</td>
            {percent !== null && <td>{say('chart.percent', { n: percent[h.code - 1] ?? 0 })}</td>}
          </tr>
        ))}
        <tr class="figures-sum">
          <th scope="row">{say('table.n')}</th>
          <td class="figures-count">{say('chart.number', { n: figure.n })}</td>
          {percent !== null && <td />}
        </tr>
        {apart.map(({ word, n }) => (
          <tr key={word} class="figures-apart">
            <th scope="row">{word}</th>
            <td>{say('chart.number', { n })}</td>
            {percent !== null && <td />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
