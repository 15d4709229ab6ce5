/** The numbers of a statement: a row for each part, declined answers and those without one apart. */
import type { PartFigure } from '../../../../core/analysis/camps.ts';
import type { Figure } from '../../../../core/results.ts';
import type { Scale } from '../../../../core/scale.ts';
import { answerWord, headingsOf } from '../../../../core/answers.ts';
import { sayMedian } from '../figureWords.ts';
import { say } from '../say.ts';

interface Props {
  caption: string;
  scale: Scale;
  rows: readonly PartFigure[];
  /** People of each row whom the statement did not reach; null: not known. */
  unreached: readonly (number | null)[];
}

export function Table({ caption, scale, rows, unreached }: Props) {
  const headings = headingsOf(say, scale);
  const some = unreached.some((n) => n !== 0);
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
            {some && (
              <th scope="col" class="apart">
                {say('an.unreached')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ part, figure }, i) => (
            <Row
              key={part.key}
              label={part.label}
              figure={figure}
              scale={scale}
              {...(some ? { unreached: unreached[i] ?? null } : {})}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  label: string;
  figure: Figure;
  scale: Scale;
  unreached?: number | null;
}

function Row({ label, figure, scale, unreached }: RowProps) {
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
      <td class="apart">{figure.notAnswered ?? say('res.unanswered.unknown')}</td>
      {unreached !== undefined && <td class="apart">{unreached ?? say('res.unanswered.unknown')}</td>}
    </tr>
  );
}
