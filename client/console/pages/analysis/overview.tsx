/** The overview: statements down, parts across, each cell a small bar with its numbers. A line opens in full. */
import type { ComponentChildren } from 'preact';
import { memo } from '../../../shared/memo.ts';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isSilent } from '../../../../core/analysis/parts.ts';
import type { Line } from '../../../../core/analysis/lines.ts';
import type { PartFigure } from '../../../../core/analysis/camps.ts';
import { reachOf } from '../../../../core/chart/reach.ts';
import { say } from '../say.ts';
import { sayList } from '../../words.ts';
import { sayApart, sayCell } from './words.ts';
import { BeyondButtons, useBeyond } from './beyond.tsx';
import { MiniBar, MiniPatterns } from './miniBar.tsx';
import { useAnalysis } from './context.ts';
import type { View } from './view.ts';

/** Lines that are drawn at first, and more with each turn until all are there. */
const AT_ONCE = 40;

interface Props {
  lines: readonly Line[];
  opened: ReadonlySet<string>;
  toggle: (statement: string) => void;
  /** What an open line shows. */
  children: (line: Line) => ComponentChildren;
}

export function Overview({ lines, opened, toggle, children }: Props) {
  const { view, parts } = useAnalysis();
  const shown = useGrowing(
    lines.length,
    lines.findLastIndex(({ statement }) => opened.has(statement.id)) + 1,
  );
  // One axis for all, so that lengths can be compared down and across.
  const reach = useMemo(
    () =>
      reachOf(
        lines.flatMap((l) => l.figures.map(({ figure }) => figure)),
        view.neutral,
      ).sides,
    [lines, view.neutral],
  );
  const silent = parts.filter(
    (part, i) => part.kind !== 'everyone' && lines.every(({ figures }) => silentAt(figures, i)),
  );
  const columns = parts.filter((part) => !silent.includes(part));
  const twice = lines.some(({ figures, shared }) =>
    shared.some((pair) => pair.every((at) => figures[at]?.part.kind !== 'everyone')),
  );
  const box = useRef<HTMLDivElement>(null);
  const beyond = useBeyond(box, columns.length);
  return (
    <>
      <MiniPatterns />
      <BeyondButtons box={box} {...beyond} />
      <div class="matrix-frame" data-beyond={beyond.right > 0}>
        <div class="matrix-box" ref={box} tabIndex={0} role="region" aria-label={say('an.overview')}>
          <table
            class={beyond.left > 0 ? 'matrix matrix-moved' : 'matrix'}
            style={{ '--columns': columns.length }}
          >
            <caption class="visually-hidden">{say('an.overview')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('an.statement')}</th>
                {columns.map((part) => (
                  <th key={part.key} scope="col" class={`col-${part.kind}`} title={part.label}>
                    <bdi class="col-name">{part.label}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            {lines.slice(0, shown).map((line) => {
              const { id } = line.statement;
              const open = opened.has(id);
              return (
                <tbody key={id} class={open ? 'line line-open' : 'line'}>
                  <LineRow
                    line={line}
                    view={view}
                    reach={reach}
                    open={open}
                    toggle={toggle}
                    hidden={silent.map((part) => part.key).join()}
                  />
                  {open && (
                    <tr class="full">
                      <td colSpan={columns.length + 1}>
                        <div class="full-box" id={`full-${id}`}>
                          {children(line)}
                        </div>
                      </td>
                    </tr>
                  )}
                </tbody>
              );
            })}
          </table>
        </div>
      </div>
      {shown < lines.length && (
        <p class="quiet" role="status">
          {say('an.drawing', { n: shown, of: lines.length })}
        </p>
      )}
      <p class="hint matrix-hint">
        {say('an.cell.hint')} {twice && say('an.twice')} {view.order === 'apart' && say('an.apart.hint')}
      </p>
      {silent.length > 0 && (
        <p class="hint">{say('res.silent', { groups: sayList(silent.map((part) => part.label)) })}</p>
      )}
    </>
  );
}

interface RowProps {
  line: Line;
  view: View;
  /** Ends of the small bars' axis in percent. */
  reach: number;
  open: boolean;
  toggle: (statement: string) => void;
  /** Keys of the columns that nobody is in. */
  hidden: string;
}

const LineRow = memo(function LineRow({ line, view, reach, open, toggle, hidden }: RowProps) {
  const { statement, number, figures, apart } = line;
  const away = hidden.split(',');
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="line-button"
          id={`line-${statement.id}`}
          aria-expanded={open}
          {...(open ? { 'aria-controls': `full-${statement.id}` } : {})}
          onClick={() => toggle(statement.id)}
        >
          <span class="statement-number">{number}</span>
          <span class="line-text" dir="auto">
            {statement.text}
          </span>
          <span class="line-mark" aria-hidden="true" />
        </button>
        {view.order === 'apart' && <p class="line-apart">{sayApart(apart, statement.scale)}</p>}
      </th>
      {figures
        .filter(({ part }) => !away.includes(part.key))
        .map((one) => (
          <Cell key={one.part.key} one={one} line={line} view={view} reach={reach} />
        ))}
    </tr>
  );
});

interface CellProps extends Pick<RowProps, 'line' | 'view' | 'reach'> {
  one: PartFigure;
}

function Cell({ one: { part, figure }, line, view, reach }: CellProps) {
  const { scale } = line.statement;
  return (
    <td class={`col-${part.kind}`}>
      {figure.n > 0 && (
        <MiniBar figure={figure} scale={scale} reach={reach} neutral={view.neutral} hatched={view.hatched} />
      )}
      <span class="cell-words">{sayCell(figure, scale)}</span>
    </td>
  );
}

function silentAt(figures: readonly PartFigure[], i: number): boolean {
  const one = figures[i];
  return one === undefined || isSilent(one.figure);
}

/** How many lines of so many are drawn: some at once, and those that are open, the rest in steps that leave the page free in between. */
function useGrowing(of: number, least: number): number {
  const [shown, setShown] = useState(Math.max(AT_ONCE, least));
  useEffect(() => {
    if (shown >= of) return undefined;
    const turn = setTimeout(() => setShown((n) => n + 2 * AT_ONCE));
    return () => clearTimeout(turn);
  }, [shown, of]);
  return Math.min(shown, of);
}
