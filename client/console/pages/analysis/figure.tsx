/** The figure of one round: the sentence, the chart that can be taken away, and the table under it. */
import type { PartFigure } from '../../../../core/analysis/camps.ts';
import { notReached } from '../../../../core/analysis/reached.ts';
import type { Line } from '../../../../core/analysis/lines.ts';
import type { ChartRow } from '../../../../core/chart/bars.ts';
import type { Reach } from '../../../../core/chart/reach.ts';
import { wrapLabel } from '../../../../core/chart/wrap.ts';
import { agreementMeaning } from '../../../../core/statistics/meaning.ts';
import { DivergingChart } from '../../../shared/chart/DivergingChart.tsx';
import { may } from '../../staff.ts';
import { sayFigure } from '../figureWords.ts';
import { say } from '../say.ts';
import { useAnalysis } from './context.ts';
import { PictureButtons } from './picture.tsx';
import { Table } from './table.tsx';

/** Characters on a line of a row's name, about as wide as the chart makes it. */
const LABEL_LINE = 22;

interface Props {
  line: Line;
  round: 1 | 2;
  /** There is another round beside it. */
  named: boolean;
  figures: readonly PartFigure[];
  reach: Reach;
}

export function RoundFigure({ line, round, named, figures, reach }: Props) {
  const { view } = useAnalysis();
  const { scale } = line.statement;
  const rows = figures.map(({ part, figure }): ChartRow => ({ label: part.label, figure }));
  const everyone = rows[0]?.figure;
  if (everyone === undefined) return null;
  const meaning = agreementMeaning(everyone.counts);
  return (
    <div class="round">
      {named && <h4>{say(`res.round.${round}`)}</h4>}
      <p class="sentence">
        {sayFigure(everyone, scale)}
        {meaning !== null && ` ${say(`an.meaning.${meaning}`)}`}
      </p>
      {everyone.n > 0 && (
        <>
          <div class="chart" style={{ height: `${5 + rows.length * rowHeight(rows)}rem` }}>
            <DivergingChart
              rows={rows}
              scale={scale}
              say={say}
              reach={reach}
              neutral={view.neutral}
              hatched={view.hatched}
              bare
            />
          </div>
          {may('POST /api/picture') && (
            <PictureButtons line={line} round={named ? round : null} rows={rows} reach={reach} />
          )}
        </>
      )}
    </div>
  );
}

/** The numbers of one round, under its chart; those of two rounds stand under each other, as wide as they need. */
export function RoundTable({ line, round, named, figures }: Omit<Props, 'reach'>) {
  const { page, view } = useAnalysis();
  return (
    <div class="round-table">
      {named && <h4>{say(`res.round.${round}`)}</h4>}
      <Table
        caption={
          named
            ? say('res.caption.round', { n: line.number, round: say(`res.round.${round}`) })
            : say('res.caption', { n: line.number })
        }
        scale={line.statement.scale}
        rows={figures}
        unreached={figures.map(({ part }) =>
          notReached(page, line.statement, round, part, view.chosen.sessions),
        )}
      />
    </div>
  );
}

/** Height of a row in rem: names that break over two lines keep their distance from the row above. */
function rowHeight(rows: readonly ChartRow[]): number {
  return rows.some((row) => wrapLabel(row.label, LABEL_LINE, 2).length > 1) ? 4.4 : 3.2;
}
