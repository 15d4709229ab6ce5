/** What moved between the rounds: the net change of each answer, and who moved where answers are linked. */
import { useCallback } from 'preact/hooks';
import type { PartFigure } from '../../../../core/analysis/camps.ts';
import type { Line } from '../../../../core/analysis/lines.ts';
import { netChange } from '../../../../core/analysis/moved.ts';
import { headingsOf } from '../../../../core/answers.ts';
import type { Scale } from '../../../../core/scale.ts';
import { labelsOf } from '../../../../core/scale.ts';
import type { PairedComparison } from '../../../../core/statistics/compare.ts';
import { api } from '../../api.ts';
import { Loaded, useLoaded } from '../parts/loaded.tsx';
import { say } from '../say.ts';
import { useAnalysis } from './context.ts';
import { Caveats } from './comparison.tsx';
import { sayTested, signed } from './words.ts';

interface Props {
  line: Line;
  before: readonly PartFigure[];
  after: readonly PartFigure[];
}

export function MovedPart({ line, before, after }: Props) {
  const { page, view } = useAnalysis();
  const { scale } = line.statement;
  const rows = after.flatMap(({ part, figure }) => {
    const first = before.find((one) => one.part.key === part.key)?.figure;
    return first === undefined ? [] : [{ part, first, figure, change: netChange(first, figure) }];
  });
  const caption = say('mov.caption', { n: line.number });
  const counted = page.sessions.filter(
    ({ id }) => view.chosen.sessions.length === 0 || view.chosen.sessions.includes(id),
  );
  return (
    <div class="moved">
      <h4>{say('mov.title')}</h4>
      <div class="table-box" tabIndex={0} role="region" aria-label={caption}>
        <table class="numbers">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say('res.who')}</th>
              {headingsOf(say, scale).map((h) => (
                <th key={h.code} scope="col" class={`edge-${h.tone}`}>
                  <span aria-hidden="true">{h.mark}</span> <bdi>{h.word}</bdi>
                </th>
              ))}
              <th scope="col" class="n">
                {say('mov.n')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ part, first, figure, change }) => (
              <tr key={part.key}>
                <th scope="row">
                  <bdi>{part.label}</bdi>
                </th>
                {figure.counts.map((count, i) => (
                  <td key={i}>
                    {say('mov.from', { before: first.counts[i] ?? 0, after: count })}
                    {change?.people !== null && change !== null && (
                      <span class="share">{signed(change.people[i] ?? 0)}</span>
                    )}
                    {change !== null && change.people === null && change.points !== null && (
                      <span class="share">{say('mov.points', { n: signed(change.points[i] ?? 0) })}</span>
                    )}
                  </td>
                ))}
                <td class="n">{say('mov.from', { before: first.n, after: figure.n })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">{say('mov.net')}</p>
      {counted.some(({ mode }) => mode === 'linked') ? (
        <WhoMoved line={line} />
      ) : (
        <p>{say('mov.not-linked')}</p>
      )}
    </div>
  );
}

function WhoMoved({ line: { statement } }: { line: Line }) {
  const { id, view } = useAnalysis();
  const { sessions } = view.chosen;
  const load = useCallback(async () => api.moved(id, sessions, statement.id), [id, sessions, statement.id]);
  const { state, again } = useLoaded(load);
  return (
    <Loaded state={state} again={again}>
      {(moved) => {
        const result = moved.statements.find((one) => one.statement === statement.id)?.result;
        return result === undefined ? (
          <p>{say('mov.nobody')}</p>
        ) : (
          <Pairs result={result} scale={statement.scale} />
        );
      }}
    </Loaded>
  );
}

function Pairs({ result, scale }: { result: PairedComparison; scale: Scale }) {
  const { view } = useAnalysis();
  if (result.kind === 'none') return <p>{say(`mov.${result.reason}`)}</p>;
  if (result.kind === 'unmoved') return <p>{say('mov.unmoved', { n: result.n })}</p>;
  const { up, down, same, n, wilcoxon, sign, least } = result;
  const [low, high] = [labelsOf(scale)[0] ?? '', labelsOf(scale).at(-1) ?? ''];
  return (
    <>
      <p class="sentence">
        {say(scale.kind === 'own' ? 'mov.pairs.own' : 'mov.pairs', { n, up, down, same, low, high })}
      </p>
      {view.extras.includes('tests') && (
        <div class="statistic">
          <p>
            {say('mov.test', {
              wilcoxon: sayTested(wilcoxon.p, wilcoxon.method),
              sign: sayTested(sign.p, sign.method),
            })}
          </p>
          <Caveats codes={result.caveats} least={least} />
        </div>
      )}
    </>
  );
}
