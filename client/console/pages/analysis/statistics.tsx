/** Statistics that have to be asked for. Each prints what it assumes beside it. */
import type { PartFigure } from '../../../../core/analysis/camps.ts';
import type { Line } from '../../../../core/analysis/lines.ts';
import { placedIn, sharing } from '../../../../core/analysis/sharing.ts';
import type { Scale } from '../../../../core/scale.ts';
import { agreementA, consensus } from '../../../../core/statistics/agreement.ts';
import { quartiles } from '../../../../core/statistics/quantile.ts';
import { sayCode } from '../figureWords.ts';
import { say } from '../say.ts';
import { Tests } from './comparison.tsx';
import { useAnalysis } from './context.ts';
import { Hidden } from './hidden.tsx';
import { sayInterval, sayNumber } from './words.ts';

interface Props {
  line: Line;
  round: 1 | 2;
  named: boolean;
  figures: readonly PartFigure[];
}

export function Statistics({ line, round, named, figures }: Props) {
  const {
    extras,
    chosen: { sessions },
  } = useAnalysis().view;
  const apart = figures.flatMap(({ part }) => (part.kind === 'everyone' ? [] : [part]));
  const asked = extras.filter((extra) => extra !== 'tests' && extra !== 'hidden');
  const title = named ? say('stat.title.round', { round: say(`res.round.${round}`) }) : say('stat.title');
  return (
    <div class="statistics">
      <h4>{title}</h4>
      {asked.length > 0 && (
        <Measures
          figures={figures}
          scale={line.statement.scale}
          caption={say('stat.caption', { n: line.number, title })}
        />
      )}
      {extras.includes('tests') && <Tests line={line} round={round} figures={figures} />}
      {extras.includes('hidden') && (
        <Hidden
          path={`${line.number}-${round}`}
          caption={say('hid.caption', { n: line.number, title })}
          scale={line.statement.scale}
          figures={figures}
          shared={sharing(placedIn(line.rows, round, sessions), apart).length > 0}
        />
      )}
    </div>
  );
}

interface MeasuresProps {
  figures: readonly PartFigure[];
  scale: Scale;
  caption: string;
}

function Measures({ figures, scale, caption }: MeasuresProps) {
  const { extras } = useAnalysis().view;
  const has = (extra: (typeof extras)[number]): boolean => extras.includes(extra);
  return (
    <>
      <div class="table-box" tabIndex={0} role="region" aria-label={caption}>
        <table class="numbers">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say('res.who')}</th>
              <th scope="col">{say('table.n')}</th>
              <th scope="col">{say('stat.quarter')}</th>
              <th scope="col">{say('stat.half')}</th>
              <th scope="col">{say('stat.quarters')}</th>
              {has('agreement') && <th scope="col">{say('stat.a')}</th>}
              {has('consensus') && <th scope="col">{say('stat.consensus')}</th>}
              {has('intervals') && <th scope="col">{say('stats.interval')}</th>}
            </tr>
          </thead>
          <tbody>
            {figures.map(({ part, figure }) => {
              const { counts, n } = figure;
              const { lower = null, median = null, upper = null } = quartiles(counts) ?? {};
              return (
                <tr key={part.key}>
                  <th scope="row">
                    <bdi>{part.label}</bdi>
                  </th>
                  <td>{n}</td>
                  {[lower, median, upper].map((code, i) => (
                    <td key={i} class="median">
                      {sayCode(code, scale)}
                    </td>
                  ))}
                  {has('agreement') && <td>{sayNumber(agreementA(counts))}</td>}
                  {has('consensus') && <td>{sayNumber(consensus(counts))}</td>}
                  {has('intervals') && <td>{sayInterval(figure, scale)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ul class="caveats">
        <li>{say('stat.quartiles.what')}</li>
        {has('agreement') && <li>{say('stat.a.what')}</li>}
        {has('consensus') && <li>{say('stat.consensus.what')}</li>}
        {has('intervals') && <li>{say('stat.interval.what')}</li>}
      </ul>
    </>
  );
}
