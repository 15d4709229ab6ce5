/** The numbers of a statement: one row for everyone and each group, then one for each session. */
import type { ChartRow } from '../../../../core/chart.ts';
import type { Figure } from '../../../../core/results.ts';
import type { Scale } from '../../../../core/scale.ts';
import { answerWord, headingsOf } from '../../../shared/answers.ts';
import { sayMedian } from '../figureWords.ts';
import { say } from '../say.ts';

interface Props {
  caption: string;
  scale: Scale;
  rows: readonly ChartRow[];
  sessions: readonly ChartRow[];
}

export function Table({ caption, scale, rows, sessions }: Props) {
  const headings = headingsOf(say, scale);
  const columns = headings.length + scale.declines.length + 4;
  return (
    // Wide tables scroll within themselves; the keyboard has to be able to reach them.
    <div class="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table class="numbers">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('res.who')}</th>
            {headings.map((h) => (
              <th key={h.code} scope="col" class={`edge-${h.tone}`}>
                <span aria-hidden="true">{h.mark}</span> <bdi>{h.word}</bdi>
              </th>
            ))}
            <th scope="col" class="n">
              {say('res.n.long')}
            </th>
            <th scope="col">{say('res.median')}</th>
            {scale.declines.map((d) => (
              <th key={d} scope="col" class="apart">
                {answerWord(say, scale, d)}
              </th>
            ))}
            <th scope="col" class="apart">
              {say('res.unanswered')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.label} row={row} scale={scale} />
          ))}
        </tbody>
        {sessions.length > 0 && (
          <tbody>
            <tr class="by">
              <th colSpan={columns} scope="colgroup">
                {say('res.by.session')}
              </th>
            </tr>
            {sessions.map((row, i) => (
              <Row key={i} row={row} scale={scale} />
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}

function Row({ row: { label, figure }, scale }: { row: ChartRow; scale: Scale }) {
  return (
    <tr>
      <th scope="row">
        <bdi>{label}</bdi>
      </th>
      {figure.counts.map((count, i) => (
        <td key={i}>
          <b>{count}</b>
          {figure.percent !== null && (
            <span class="share">{say('chart.percent', { n: figure.percent[i] ?? 0 })}</span>
          )}
        </td>
      ))}
      <td class="n">
        <b>{figure.n}</b>
      </td>
      <td class="median">{sayMedian(figure, scale)}</td>
      {scale.declines.map((d) => (
        <td key={d} class="apart">
          {figure.declined[d]}
        </td>
      ))}
      <td class="apart">{unanswered(figure)}</td>
    </tr>
  );
}

function unanswered(figure: Figure): string | number {
  return figure.notAnswered ?? say('res.unanswered.unknown');
}
