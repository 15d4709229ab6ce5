/** The numbers of a chart in a table: the same rows, the same order, declined answers apart. */
import type { ChartRow } from '../../../core/chart/bars.ts';
import type { Scale } from '../../../core/scale.ts';
import { answerWord, headingsOf } from '../../../core/answers.ts';
import type { SayChart } from '../../../core/chart/words.ts';

interface Props {
  rows: readonly ChartRow[];
  scale: Scale;
  say: SayChart;
  caption: string;
}

export function FigureTable({ rows, scale, say, caption }: Props) {
  const unknown = rows.every((r) => r.figure.notAnswered === null);
  return (
    <table class="figures">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="figures-who">
            {say('table.who')}
          </th>
          {headingsOf(say, scale).map((h) => (
            <th key={h.code} scope="col" class={`figures-answer edge-${h.tone}`}>
              <span class="mark" aria-hidden="true">
                {h.mark}
              </span>
              <bdi>{h.word}</bdi>
            </th>
          ))}
          <th scope="col">{say('table.n')}</th>
          {scale.declines.map((d) => (
            <th key={d} scope="col" class="figures-apart">
              {answerWord(say, scale, d)}
            </th>
          ))}
          {!unknown && (
            <th scope="col" class="figures-apart">
              {say('table.notAnswered')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, figure }, row) => (
          <tr key={row}>
            <th scope="row">
              <bdi>{label}</bdi>
            </th>
            {figure.counts.map((count, i) => (
              <td key={i}>
                <span class="figures-count">{say('chart.number', { n: count })}</span>
                {figure.percent !== null && (
                  <span class="figures-share">{say('chart.percent', { n: figure.percent[i] ?? 0 })}</span>
                )}
              </td>
            ))}
            <td class="figures-n">{say('chart.number', { n: figure.n })}</td>
            {scale.declines.map((d) => (
              <td key={d} class="figures-apart">
                {say('chart.number', { n: figure.declined[d] })}
              </td>
            ))}
            {!unknown && (
              <td class="figures-apart">
                {figure.notAnswered === null ? '' : say('chart.number', { n: figure.notAnswered })}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
