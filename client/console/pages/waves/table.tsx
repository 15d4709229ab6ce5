/** Statements down, waves across: a small bar in each, and how the two that are compared differ. */
import { useMemo, useState } from 'preact/hooks';
import { LEAST_ANSWERS } from '../../../../core/analysis/camps.ts';
import { reachOf } from '../../../../core/chart/reach.ts';
import type { EarlierWave, WaveFigures, WavesPage } from '../../../../core/waves/api.ts';
import { figureIn, inWaveOrder } from '../../../../core/waves/compare.ts';
import type { ComparedWaves, WaveLine, WaveOrder } from '../../../../core/waves/compare.ts';
import type { Figure } from '../../../../core/results.ts';
import { MiniBar } from '../analysis/miniBar.tsx';
import { sayCell } from '../analysis/words.ts';
import { say } from '../say.ts';
import { WaveFull } from './full.tsx';
import type { WaveNames } from './labels.ts';
import { sayChange } from './words.ts';

/** More columns than these no laptop shows beside the statements; the page compares with each of the others too. */
const MOST = 5;

interface Props {
  page: WavesPage;
  wave: EarlierWave;
  compared: ComparedWaves;
  order: WaveOrder;
  labels: WaveNames;
}

interface Column {
  key: string;
  label: string;
  figures: WaveFigures;
  /** It is one of the two that are compared. */
  compared: boolean;
}

/** Waves that are here, the earliest first; the two that are compared in any case. */
function columnsOf({ page, wave, labels }: Props): Column[] {
  const earlier = page.earlier.flatMap((one): Column[] =>
    one.figures === null
      ? []
      : [{ key: one.id, label: labels.of(one), figures: one.figures, compared: one.id === wave.id }],
  );
  const shown = earlier.filter((column, i) => column.compared || i < MOST - 1);
  const now = { key: 'now', label: labels.now, figures: page.figures, compared: true };
  return [...shown.toReversed(), now];
}

export function WaveTable(props: Props) {
  const { wave, compared, order, labels } = props;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const columns = columnsOf(props);
  const older = 1 + props.page.earlier.filter(({ figures }) => figures !== null).length - columns.length;
  const lines = useMemo(() => inWaveOrder(compared.lines, order), [compared, order]);
  const cells = lines.map((line) => columns.map(({ figures }) => figureIn(figures, line)));
  const reach = reachOf(
    cells.flat().filter((figure) => figure !== null),
    'split',
  ).sides;
  const toggle = (id: string): void =>
    setOpened((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  if (lines.length === 0) return null;
  return (
    <>
      <div class="matrix-box" tabIndex={0} role="region" aria-label={say('wave.overview')}>
        <table class="matrix wave-matrix" style={{ '--columns': columns.length + 1 }}>
          <caption class="visually-hidden">{say('wave.overview')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('an.statement')}</th>
              {columns.map(({ key, label, compared: own }) => (
                <th key={key} scope="col" class={own ? '' : 'wave-other'}>
                  {label}
                </th>
              ))}
              <th scope="col">{say('wave.change')}</th>
            </tr>
          </thead>
          {lines.map((line, i) => {
            const { id } = line.statement;
            const open = opened.has(id);
            return (
              <tbody key={id} class={open ? 'line line-open' : 'line'}>
                <tr>
                  <th scope="row">
                    <Name line={line} open={open} toggle={toggle} />
                  </th>
                  {columns.map(({ key, compared: own }, at) => (
                    <td key={key} class={own ? '' : 'wave-other'}>
                      <Cell figure={cells[i]?.[at] ?? null} line={line} reach={reach} />
                    </td>
                  ))}
                  <td class="wave-change">{sayChange(line.pairs[0]?.change ?? null)}</td>
                </tr>
                {open && (
                  <tr class="full">
                    <td colSpan={columns.length + 2}>
                      <div class="full-box" id={`full-${id}`}>
                        <WaveFull
                          line={line}
                          was={labels.of(wave)}
                          now={labels.now}
                          groups={groupNames(props)}
                        />
                      </div>
                    </td>
                  </tr>
                )}
              </tbody>
            );
          })}
        </table>
      </div>
      <p class="hint matrix-hint">
        {say('an.cell.hint')} {older > 0 && `${say('wave.older', { n: older })} `}
        {say('wave.change.hint', { order: say('wave.order.change'), least: LEAST_ANSWERS })}
      </p>
    </>
  );
}

/** Names of groups by their ids, of today before those of then. */
function groupNames({ page, wave }: Props): ReadonlyMap<string, string> {
  const all = [...(wave.figures?.page.groups ?? []), ...page.figures.page.groups];
  return new Map(all.map(({ id, label }) => [id, label]));
}

function Name(props: { line: WaveLine; open: boolean; toggle: (id: string) => void }) {
  const { line, open, toggle } = props;
  const { id, text } = line.statement;
  return (
    <>
      <button
        type="button"
        class="line-button"
        id={`line-${id}`}
        aria-expanded={open}
        {...(open ? { 'aria-controls': `full-${id}` } : {})}
        onClick={() => toggle(id)}
      >
        <span class="statement-number">{line.number}</span>
        <span class="line-text" dir="auto">
          {text}
        </span>
        <span class="line-mark" aria-hidden="true" />
      </button>
      {line.worded.length > 0 && <p class="line-apart">{say('wave.worded')}</p>}
    </>
  );
}

function Cell({ figure, line, reach }: { figure: Figure | null; line: WaveLine; reach: number }) {
  if (figure === null) return <span class="cell-words quiet">{say('wave.cell.none')}</span>;
  const { scale } = line.statement;
  return (
    <>
      {figure.n > 0 && (
        <MiniBar figure={figure} scale={scale} reach={reach} neutral="split" hatched={false} />
      )}
      <span class="cell-words">{sayCell(figure, scale)}</span>
    </>
  );
}
