/** One statement: its sentence, its chart, and the table beside it, for each round. */
import type { ResultsPage, RoundResult, StatementResult } from '../../../../core/api.ts';
import type { ChartRow } from '../../../../core/chart.ts';
import { DivergingChart } from '../../../shared/chart/DivergingChart.tsx';
import { reachOf, sayFigure } from '../figureWords.ts';
import { say } from '../say.ts';
import { sayList } from '../../words.ts';
import type { Chosen } from '../selection.ts';
import { Table } from './table.tsx';

interface Props {
  statement: StatementResult;
  page: ResultsPage;
  chosen: Chosen;
}

export function StatementSection({ statement, page, chosen }: Props) {
  const { number, text, rounds, versionsAnswered, wordings } = statement;
  const id = `statement-${number}`;
  const reach = reachOf(rounds.flatMap((r) => chartRows(r, page, chosen).map((row) => row.figure)));
  return (
    <section class="figure" aria-labelledby={id}>
      <h2 id={id}>
        <span class="statement-number">{number}</span>
        <span dir="auto">{text}</span>
      </h2>
      {wordings.length > 1 && (
        <details>
          <summary>{say('res.wordings')}</summary>
          <ul>
            {wordings.map((w) => (
              <li key={`${w.group ?? ''} ${w.lang}`} lang={w.lang}>
                {say('res.for', { group: groupName(page, w.group), text: w.text })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {versionsAnswered.length > 1 && (
        <p class="hint">{say('res.versions', { versions: sayList(versionsAnswered.map(String)) })}</p>
      )}
      {rounds.map((round) => (
        <Round
          key={round.round}
          round={round}
          named={rounds.length > 1}
          reach={reach}
          {...{ statement, page, chosen }}
        />
      ))}
    </section>
  );
}

function Round(props: Props & { round: RoundResult; named: boolean; reach: number }) {
  const { round, named, reach, statement, page, chosen } = props;
  const { scale } = statement;
  const rows = chartRows(round, page, chosen);
  return (
    <div class="round">
      {named && <h3>{say(`res.round.${round.round}`)}</h3>}
      <p class="sentence">{sayFigure(round.chosen ?? round.whole, scale)}</p>
      <div class="round-figures">
        {round.whole.n > 0 && (
          <div class="chart" style={{ height: `${4 + rows.length * 3.4}rem` }}>
            <DivergingChart rows={rows} scale={scale} say={say} reach={reach} bare />
          </div>
        )}
        <Table
          caption={
            named
              ? say('res.caption.round', {
                  n: statement.number,
                  round: say(`res.round.${round.round}`),
                })
              : say('res.caption', { n: statement.number })
          }
          scale={scale}
          rows={rows}
          sessions={
            round.sessions.length > 1 ? round.sessions.map((s) => ({ label: s.name, figure: s.figure })) : []
          }
        />
      </div>
    </div>
  );
}

/** Everyone first, then the groups chosen together, then each group in its fixed order. */
function chartRows(round: RoundResult, page: ResultsPage, chosen: Chosen): ChartRow[] {
  const together = page.groups.filter((g) => chosen.groups.includes(g.id)).map((g) => g.label);
  return [
    { label: say('res.everyone'), figure: round.whole },
    ...(round.chosen === null || together.length < 2
      ? []
      : [{ label: say('res.together', { groups: sayList(together) }), figure: round.chosen }]),
    ...round.groups.map(({ label, figure }) => ({ label, figure })),
  ];
}

function groupName(page: ResultsPage, id: string | null): string {
  return page.groups.find((g) => g.id === id)?.label ?? say('res.everyone');
}
