/** Statistics that have to be asked for. Each prints what it assumes beside it. */
import { useMemo, useState } from 'preact/hooks';
import type { PartFigure } from '../../../../core/analysis/camps.ts';
import type { Line } from '../../../../core/analysis/lines.ts';
import { answeredIn, placedIn, sharing } from '../../../../core/analysis/sharing.ts';
import { FLOORS } from '../../../../core/limits.ts';
import { sides } from '../../../../core/results.ts';
import { agreementA, consensus } from '../../../../core/statistics/agreement.ts';
import type { Caveat, Comparison, GroupCounts } from '../../../../core/statistics/compare.ts';
import { compareGroups, takesLong } from '../../../../core/statistics/compare.ts';
import { quartiles } from '../../../../core/statistics/quantile.ts';
import { wilson } from '../../../../core/statistics/wilson.ts';
import { say } from '../say.ts';
import { sayList } from '../../words.ts';
import { useAnalysis } from './context.ts';
import { Hidden } from './hidden.tsx';
import { sayNumber, sayP } from './words.ts';

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
        <Measures figures={figures} caption={say('stat.caption', { n: line.number, title })} />
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

function Measures({ figures, caption }: { figures: readonly PartFigure[]; caption: string }) {
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
              <th scope="col">{say('stat.quartiles')}</th>
              {has('agreement') && <th scope="col">{say('stat.a')}</th>}
              {has('consensus') && <th scope="col">{say('stat.consensus')}</th>}
              {has('intervals') && <th scope="col">{say('stat.interval')}</th>}
            </tr>
          </thead>
          <tbody>
            {figures.map(({ part, figure: { counts, n } }) => {
              const quarter = quartiles(counts);
              const { low, high } = wilson(sides(counts).agree, n);
              return (
                <tr key={part.key}>
                  <th scope="row">
                    <bdi>{part.label}</bdi>
                  </th>
                  <td>{n}</td>
                  <td>
                    {quarter === null
                      ? ''
                      : sayList([quarter.lower, quarter.median, quarter.upper].map(String))}
                  </td>
                  {has('agreement') && <td>{sayNumber(agreementA(counts))}</td>}
                  {has('consensus') && <td>{sayNumber(consensus(counts))}</td>}
                  {has('intervals') && (
                    <td>
                      {n < FLOORS.percentFrom
                        ? say('stat.interval.few')
                        : say('stat.interval.of', {
                            low: Math.round(100 * low),
                            high: Math.round(100 * high),
                          })}
                    </td>
                  )}
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

function Tests({ line, round, figures }: Omit<Props, 'named'>) {
  const { view } = useAnalysis();
  /** The groups that the tests were asked for, where they take long. */
  const [asked, setAsked] = useState('');
  // Units stand for groups that are there already; the groups, or the sessions, are tested.
  const own = figures.filter(({ part }) => part.kind === 'group' || part.kind === 'session');
  const units = own.length > 0 ? own : figures.filter(({ part }) => part.kind === 'unit');
  const tested = units.filter(({ figure }) => figure.n > 0);
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
  const groups = units.map(({ part, figure }) => ({ label: part.label, counts: figure.counts }));
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
        <Tested groups={groups} seed={`${line.statement.id} ${round}`} />
      )}
    </div>
  );
}

function Tested({ groups, seed }: { groups: readonly GroupCounts[]; seed: string }) {
  const what = JSON.stringify(groups);
  const comparison = useMemo(
    () => compareGroups(groups, seed),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `what` is the groups, compared by what is in them
    [what, seed],
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
            p: sayP(comparison.test.p),
          })}
        </p>
      ) : (
        <>
          <p>
            {say('stat.several', {
              groups: sayList(comparison.groups.map((g) => g.label)),
              h: sayNumber(comparison.test.h),
              df: comparison.test.df,
              p: sayP(comparison.test.p),
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
                  p: sayP(pair.adjusted),
                })}
                {pair.caveats.includes('cannot-reach-05') &&
                  ` ${say('caveat.cannot-reach-05', { least: sayP(pair.least) })}`}
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
