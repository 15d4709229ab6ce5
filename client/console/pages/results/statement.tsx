/** One statement: its sentence, its chart, and the table beside it, for each round. */
import type { ResultsPage, RoundResult, StatementResult } from '../../../../core/api.ts';
import type { ChartRow } from '../../../../core/chart.ts';
import type { Figure } from '../../../../core/results.ts';
import { DivergingChart } from '../../../shared/chart/DivergingChart.tsx';
import { wrapLabel } from '../../../shared/chart/wrap.ts';
import { reachOf, sayFigure } from '../figureWords.ts';
import { say } from '../say.ts';
import { sayList } from '../../words.ts';
import type { Chosen } from '../selection.ts';
import { Table } from './table.tsx';

/** Characters on a line of a chart's label, as client/shared/chart/config.ts breaks it. */
const LABEL_LINE = 22;

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
  const silent = round.groups.filter((g) => isSilent(g.figure)).map((g) => g.label);
  return (
    <div class="round">
      {named && <h3>{say(`res.round.${round.round}`)}</h3>}
      <p class="sentence">{sayFigure(round.chosen ?? round.whole, scale)}</p>
      <div class="round-figures">
        {round.whole.n > 0 && (
          <div class="chart" style={{ height: `${4 + rows.length * rowHeight(rows)}rem` }}>
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
        {silent.length > 0 && <p class="hint">{say('res.silent', { groups: sayList(silent) })}</p>}
      </div>
    </div>
  );
}

/** Nobody of a group answered, declined or is known to have been there. */
function isSilent({ n, declined, notAnswered }: Figure): boolean {
  return n === 0 && declined.n === 0 && declined.x === 0 && (notAnswered ?? 0) === 0;
}

/** Height of a row in rem: names that break over two lines keep their distance from the row above. */
function rowHeight(rows: readonly ChartRow[]): number {
  return rows.some((row) => wrapLabel(row.label, LABEL_LINE, 2).length > 1) ? 4.6 : 3.4;
}

/** Everyone first, then the groups chosen together, then each group in its fixed order. */
function chartRows(round: RoundResult, page: ResultsPage, chosen: Chosen): ChartRow[] {
  const together = page.groups.filter((g) => chosen.groups.includes(g.id)).map((g) => g.label);
  return [
    { label: say('res.everyone'), figure: round.whole },
    ...(round.chosen === null || together.length < 2
      ? []
      : [{ label: say('res.together', { groups: sayList(together) }), figure: round.chosen }]),
    ...round.groups.filter(({ figure }) => !isSilent(figure)).map(({ label, figure }) => ({ label, figure })),
  ];
}

function groupName(page: ResultsPage, id: string | null): string {
  return page.groups.find((g) => g.id === id)?.label ?? say('res.everyone');
}
