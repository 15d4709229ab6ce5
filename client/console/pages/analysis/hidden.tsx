/** The table of a statement with its small cells hidden, to be taken into a paper. */
import { useState } from 'preact/hooks';
import type { PartFigure } from '../../../../core/analysis/camps.ts';
import { CELL_THRESHOLDS, hiddenAsText, hiddenTable } from '../../../../core/analysis/hiddenTable.ts';
import { answerWord, headingsOf } from '../../../../core/answers.ts';
import type { Scale } from '../../../../core/scale.ts';
import { Radios } from '../parts/choices.tsx';
import { say } from '../say.ts';
import './hidden.css';

interface Props {
  /** Names it beside the same table of other statements and rounds. */
  path: string;
  caption: string;
  scale: Scale;
  figures: readonly PartFigure[];
  /** Some people are in two of the parts, so that their rows do not add up. */
  shared: boolean;
}

export function Hidden({ path, caption, scale, figures, shared }: Props) {
  const [threshold, setThreshold] = useState<(typeof CELL_THRESHOLDS)[number]>(5);
  const [copied, setCopied] = useState<boolean | null>(null);
  const everyone = figures.find(({ part }) => part.kind === 'everyone')?.figure;
  const parts = figures
    .filter(({ part }) => part.kind !== 'everyone')
    .map(({ part, figure }) => ({ label: part.label, figure }));
  if (everyone === undefined || everyone.n === 0) return null;
  const table = shared ? null : hiddenTable(everyone, parts, scale.declines, threshold);
  const answers = [
    ...headingsOf(say, scale).map((h) => h.word),
    ...scale.declines.map((d) => answerWord(say, scale, d)),
  ];
  const words = {
    who: say('res.who'),
    answers,
    total: say('hid.total'),
    everyone: say('res.everyone'),
    rest: say('hid.rest'),
    hidden: say('hid.cell'),
  };

  async function copy(): Promise<void> {
    if (table === null) return;
    const done = await navigator.clipboard.writeText(hiddenAsText(table, words)).then(
      () => true,
      () => false,
    );
    setCopied(done);
  }

  return (
    <div class="statistic hidden-cells">
      <h5>{say('hid.title')}</h5>
      <Radios
        path={`hidden-${path}`}
        legend={say('hid.threshold')}
        value={String(threshold)}
        options={CELL_THRESHOLDS.map((n) => ({ value: String(n), label: say('hid.threshold.n', { n }) }))}
        onChange={(value) => {
          setThreshold(CELL_THRESHOLDS.find((n) => String(n) === value) ?? 5);
          setCopied(null);
        }}
      />
      {table === null ? (
        <p>{say(shared ? 'hid.shared' : 'hid.none')}</p>
      ) : (
        <>
          <div class="table-box" tabIndex={0} role="region" aria-label={caption}>
            <table class="numbers">
              <caption class="visually-hidden">{caption}</caption>
              <thead>
                <tr>
                  {[words.who, ...answers, words.total].map((word, i) => (
                    <th key={i} scope="col">
                      <bdi>{word}</bdi>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{words.everyone}</th>
                  {table.totals.map((n, j) => (
                    <td key={j}>{n}</td>
                  ))}
                  <td class="n">{table.total}</td>
                </tr>
                {table.rows.map(({ label, cells, total }, i) => (
                  <tr key={i}>
                    <th scope="row">
                      <bdi>{label ?? words.rest}</bdi>
                    </th>
                    {cells.map((n, j) => (
                      <td key={j}>{n ?? words.hidden}</td>
                    ))}
                    <td class="n">{total}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div class="row">
            <button type="button" class="button small" onClick={() => void copy()}>
              {say('hid.copy')}
            </button>
            <span role="status" class="quiet">
              {copied === null ? '' : say(copied ? 'hid.copied' : 'hid.copied.not')}
            </span>
          </div>
          <ul class="caveats">
            <li>{say('hid.what', { small: table.small, others: table.others, hidden: words.hidden })}</li>
            <li>{say('hid.alone')}</li>
          </ul>
        </>
      )}
    </div>
  );
}
