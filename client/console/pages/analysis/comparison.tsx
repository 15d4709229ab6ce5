/** Tests between groups, asked for, with what they cannot say beside them. */
import { useMemo, useState } from 'preact/hooks';
import type { PartFigure } from '../../../../core/analysis/camps.ts';
import type { Line } from '../../../../core/analysis/lines.ts';
import { answeredIn, sharing } from '../../../../core/analysis/sharing.ts';
import type { Caveat, Comparison, GroupCounts } from '../../../../core/statistics/compare.ts';
import { takesLong } from '../../../../core/statistics/compare.ts';
import { say } from '../say.ts';
import { sayList } from '../../words.ts';
import { useAnalysis } from './context.ts';
import { comparisonOf, countsOf, testedColumns } from './tested.ts';
import { sayLeast, sayNumber, sayP, sayTested } from './words.ts';

interface Props {
  line: Line;
  round: 1 | 2;
  figures: readonly PartFigure[];
}

/** The tests between the groups of one statement in one round, where they share nobody. */
export function Tests({ line, round, figures }: Props) {
  const { view } = useAnalysis();
  /** The groups that the tests were asked for, where they take long. */
  const [asked, setAsked] = useState('');
  const columns = testedColumns(figures);
  const tested = columns.filter(({ figure }) => figure.n > 0);
  const { sessions } = view.chosen;
  const { rows } = line;
  const keys = tested.map(({ part }) => part.key).join();
  const shared = useMemo(
    () =>
      sharing(
        answeredIn(rows, round, sessions),
        tested.map(({ part }) => part),
      ).length > 0,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `keys` is the parts, compared by what they are
    [keys, rows, round, sessions],
  );
  const groups = countsOf(columns);
  const what = JSON.stringify(groups);
  const waits = takesLong(groups) && asked !== what;
  return (
    <div class="statistic">
      <h5>{say('stat.tests')}</h5>
      {shared ? (
        <p>{say('stat.shared')}</p>
      ) : waits ? (
        <p>
          <button type="button" class="button small" onClick={() => setAsked(what)}>
            {say('stat.run')}{' '}
            <span class="visually-hidden">
              {say('pic.of', { n: line.number, round: say(`res.round.${round}`) })}
            </span>
          </button>{' '}
          <span class="quiet">{say('stat.run.hint', { n: tested.length })}</span>
        </p>
      ) : (
        <Tested groups={groups} statement={line.statement.id} round={round} />
      )}
    </div>
  );
}

interface TestedProps {
  groups: readonly GroupCounts[];
  statement: string;
  round: 1 | 2;
}

function Tested({ groups, statement, round }: TestedProps) {
  const what = JSON.stringify(groups);
  const comparison = useMemo(
    () => comparisonOf(statement, round, groups),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `what` is the groups, compared by what is in them
    [what, statement, round],
  );
  return <Compared comparison={comparison} />;
}

function Compared({ comparison }: { comparison: Comparison }) {
  if (comparison.kind === 'none') return <p>{say(`stat.none.${comparison.reason}`)}</p>;
  const label = (i: number): string => comparison.groups[i]?.label ?? '';
  return (
    <>
      {comparison.kind === 'two' ? (
        <p>
          {say('stat.two', {
            a: label(0),
            b: label(1),
            delta: sayNumber(comparison.test.delta),
            size: say(`stat.size.${comparison.test.deltaSize}`),
            p: sayTested(comparison.test.p, comparison.test.method),
          })}{' '}
          {sayLeast(comparison.test)}
        </p>
      ) : (
        <>
          <p>
            {say('stat.several', {
              groups: sayList(comparison.groups.map((g) => g.label)),
              h: sayNumber(comparison.test.h),
              df: comparison.test.df,
              p: sayTested(comparison.test.p, comparison.test.method),
            })}
          </p>
          <ul class="pairs">
            {comparison.pairs.map((pair) => (
              <li key={`${pair.a} ${pair.b}`}>
                {say('stat.two', {
                  a: label(pair.a),
                  b: label(pair.b),
                  delta: sayNumber(pair.delta),
                  size: say(`stat.size.${pair.deltaSize}`),
                  p: sayTested(pair.adjusted, pair.method),
                })}
                {pair.caveats.includes('cannot-reach-05') &&
                  ` ${say('stat.pair.cannot', { least: sayP(pair.leastAdjusted) })}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {comparison.empty.length > 0 && <p>{say('res.silent', { groups: sayList(comparison.empty) })}</p>}
      <Caveats codes={comparison.caveats} least={comparison.test.least} />
    </>
  );
}

/** What a p does not say, beside it. */
export function Caveats({ codes, least }: { codes: readonly Caveat[]; least: number | null }) {
  return (
    <ul class="caveats">
      {codes.map((code) => (
        <li key={code}>{say(`caveat.${code}`, { least: sayP(least ?? 1) })}</li>
      ))}
    </ul>
  );
}
