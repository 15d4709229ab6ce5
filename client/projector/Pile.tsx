/** Blank post-its on a heap while people place: how many, and never where they will go. */
import { turnOf } from './turn.ts';

/** Post-its in each row of the heap, from the table up; beyond the last row the number tells them. */
const ROWS = [18, 16, 14, 12] as const;
const SIDE = 11;
const STEP = 7.6;
const RISE = 4.4;
const MOST = ROWS.reduce((sum, n) => sum + n, 0);

/** Where the i-th post-it lies: rows grow from the middle outward, so that none moves when one comes. */
function pilePlace(i: number): { x: number; y: number } {
  let row = 0;
  let at = i;
  while (row < ROWS.length - 1 && at >= (ROWS[row] ?? 0)) {
    at -= ROWS[row] ?? 0;
    row += 1;
  }
  const side = at % 2 === 0 ? 1 : -1;
  const shift = row % 2 === 0 ? 0 : STEP / 2;
  return {
    x: side * Math.ceil(at / 2) * STEP + shift + turnOf(`x${i}`),
    y: -row * RISE + turnOf(`y${i}`) / 2,
  };
}

export function Pile({ count }: { count: number }) {
  const width = (ROWS[0] + 1) * STEP + SIDE;
  const height = SIDE + RISE * (ROWS.length - 1) + 4;
  return (
    <svg class="pile" viewBox={`${-width / 2} ${-height} ${width} ${height}`} aria-hidden="true">
      {Array.from({ length: Math.min(count, MOST) }, (_, i) => {
        const { x, y } = pilePlace(i);
        return (
          <g
            key={i}
            transform={`translate(${x - SIDE / 2} ${y - SIDE - 2}) rotate(${turnOf(i) * 3} ${SIDE / 2} ${SIDE / 2})`}
          >
            <rect class="pile-note" width={SIDE} height={SIDE} />
          </g>
        );
      })}
    </svg>
  );
}
