/** The wall after the reveal: post-its under their headings. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { toneOf } from '../../core/scale.ts';
import type { Note, ProjectorBoard } from '../../core/view.ts';
import { Headings } from './Columns.tsx';
import { turnOf } from './turn.ts';
import type { Box } from './useBox.ts';
import { SCALES, unit, useBox } from './useBox.ts';
import type { PlacedColumn, Wall as Layout } from './wallLayout.ts';
import { layoutWall } from './wallLayout.ts';
import { say } from './words.ts';

/** Space between columns and size of a note's type, in units; the style sheet has the same. */
const BETWEEN = 1.6;
const TYPE = 2.7;
const LEAST = 2.3;
/** More squares than this move column by column: an old laptop could not move each. */
const EACH = 200;

interface Props {
  board: ProjectorBoard;
  size: 0 | 1 | 2 | 3 | 4;
  /** They come from the pile. */
  fly: boolean;
}

export function Wall({ board, size, fly }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const box = useBox(area);
  const [flying] = useState(fly);
  const counts = board.result?.whole.counts ?? [];
  const type = Math.max(LEAST, TYPE * SCALES[size]) * unit();
  const key = JSON.stringify([counts, board.notes]);
  const wall = useMemo(
    () => (box === null ? null : layout(board.notes ?? [], counts, box, type)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` is notes and counts, compared by what is in them
    [key, box, type],
  );
  const columns = Math.max(1, counts.length);
  const dense = wall !== null && wall.columns.reduce((n, c) => n + c.blanks.length, 0) > EACH;
  return (
    <>
      <Headings scale={board.scale} counts={counts} />
      <div class={`wall${flying ? ' fly' : ''}${dense ? ' dense' : ''}`} ref={area}>
        {box !== null &&
          wall?.columns.map((column, i) => (
            <Column
              key={i}
              column={column}
              tone={toneOf(board.scale, i + 1)}
              wall={wall}
              width={columnWidth(box, columns)}
              // From the middle of the screen's lower edge, where the pile was.
              from={{ x: box.width / 2 - i * (columnWidth(box, columns) + BETWEEN * unit()), y: box.height }}
            />
          ))}
      </div>
      {wall !== null && wall.worth > 1 && <p class="worth">{say('wall.worth', { n: wall.worth })}</p>}
    </>
  );
}

function columnWidth(box: Box, columns: number): number {
  return (box.width - (columns - 1) * BETWEEN * unit()) / columns;
}

function layout(notes: readonly Note[], counts: readonly number[], box: Box, type: number): Layout {
  const ctx = document.createElement('canvas').getContext('2d');
  if (ctx !== null) ctx.font = `${type}px ${getComputedStyle(document.body).fontFamily}`;
  const widths = new Map<string, number>();
  const measure = (text: string): number => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    // A little more than measured, since the browser rounds in another way.
    const width = (ctx?.measureText(text).width ?? text.length * type * 0.55) * 1.02;
    widths.set(text, width);
    return width;
  };
  return layoutWall(
    counts.map((count, i) => ({ count, notes: notes.filter((n) => n.answer === i + 1) })),
    { width: columnWidth(box, Math.max(1, counts.length)), height: box.height, type, measure },
  );
}

interface ColumnProps {
  column: PlacedColumn;
  tone: number;
  wall: Layout;
  width: number;
  from: { x: number; y: number };
}

function Column({ column, tone, wall, width, from }: ColumnProps) {
  const { side, type } = wall;
  const way = (x: number, y: number) => ({ '--dx': `${from.x - x}px`, '--dy': `${from.y - y}px` });
  const lowest = column.notes.reduce((y, n) => Math.max(y, n.y + n.height), 0);
  return (
    <div class={`column column-${tone}`} style={{ width: `${width}px` }}>
      <svg class="blanks" aria-hidden="true" style={way(width / 2, 0)}>
        {column.blanks.map(({ x, y }, i) => (
          <g
            key={i}
            transform={`translate(${x} ${y}) rotate(${turnOf(`${tone}.${i}`)} ${side / 2} ${side / 2})`}
          >
            <rect class="blank" width={side} height={side} style={way(x, y)} />
          </g>
        ))}
      </svg>
      {column.notes.map((n) => (
        <p
          key={n.id}
          class="note"
          dir="auto"
          style={{
            left: `${n.x}px`,
            top: `${n.y}px`,
            width: `${n.width}px`,
            height: `${n.height}px`,
            fontSize: `${type}px`,
            rotate: `${n.width < width ? turnOf(n.id) : turnOf(n.id) / 2}deg`,
            ...way(n.x, n.y),
          }}
        >
          <span class="note-text" style={{ WebkitLineClamp: n.lines }}>
            {n.text}
          </span>
        </p>
      ))}
      {column.more > 0 && (
        <p class="more" style={{ top: `${lowest + type * 0.3}px` }}>
          {say('wall.more', { n: column.more })}
        </p>
      )}
    </div>
  );
}
