/**
 * The wall of a small room: post-its as large as their columns allow, comments in larger type too.
 * One size of square for all columns, so that they compare by eye; a comment that is too long for a
 * square goes across the column, above the squares.
 */
import type { PlacedColumn, PlacedNote, Wall, WallColumn, WallSpace } from './wallLayout.ts';
import { cutText, GAP, LANE, LINE, linesOf, PAD } from './wallText.ts';

/** How much larger than usual the type of a comment may be, from large to usual. */
const LARGER = [1.8, 1.65, 1.5, 1.4, 1.3, 1.2, 1.1, 1] as const;
/** Squares that would be smaller than this, in sizes of the usual type, are no small room's. */
const LEAST = 2.6;
/** Of the wall's height, what one square takes at most. */
const HIGHEST = 0.5;
/** Of a cell, what its post-it fills. */
export const FILL = 0.86;

/** Lays out all columns with every comment and one post-it a person, or gives null where the room is too large for that. */
export function layoutSmall(columns: readonly WallColumn[], space: WallSpace): Wall | null {
  let best: { wall: Wall; score: number } | null = null;
  const texts = columns.some((c) => c.notes.length > 0);
  for (const larger of texts ? LARGER : ([1] as const))
    for (const cell of cellsOf(space)) {
      const score = larger * cell;
      if (best !== null && score <= best.score) break;
      const placed = placeAll(columns, enlarged(space, larger), cell, larger > 1);
      if (placed === null) continue;
      best = { wall: { columns: placed, side: cell * FILL, worth: 1, type: space.type * larger }, score };
      break;
    }
  return best?.wall ?? null;
}

function enlarged(space: WallSpace, by: number): WallSpace {
  return { ...space, type: space.type * by, measure: (text) => space.measure(text) * by };
}

/** Sides of a cell that divide the column's width or the wall's height, from large to small. */
function cellsOf({ width, height, type }: WallSpace): number[] {
  const most = Math.min(width, height * HIGHEST);
  const cells = [most];
  for (let n = 1; n <= 40; n += 1) cells.push(width / n, height / n);
  return cells.filter((cell) => cell <= most && cell >= LEAST * type).toSorted((a, b) => b - a);
}

/** All columns with this size of square, or null when one has no room. `whole`: no word may be broken. */
function placeAll(
  columns: readonly WallColumn[],
  space: WallSpace,
  cell: number,
  whole: boolean,
): PlacedColumn[] | null {
  const placed: PlacedColumn[] = [];
  for (const column of columns) {
    const one = placeColumn(column, space, cell, whole);
    if (one === null) return null;
    placed.push(one);
  }
  return placed;
}

function placeColumn(
  column: WallColumn,
  space: WallSpace,
  cell: number,
  whole: boolean,
): PlacedColumn | null {
  const side = cell * FILL;
  const short: { id: string; text: string; lines: number }[] = [];
  const long: { id: string; text: string }[] = [];
  for (const { id, text: full } of column.notes) {
    const text = cutText(full);
    const lines = linesIn(text, side, space, true);
    if (lines !== null && heightOf(lines, space) <= side) short.push({ id, text, lines });
    else long.push({ id, text });
  }
  const across = stackLong(long, space, whole);
  if (across === null) return null;
  const abreast = Math.floor(space.width / cell + 1e-6);
  const squares = short.length + Math.max(0, column.count - column.notes.length);
  const rows = Math.ceil(squares / abreast);
  const height = Math.max(across.end - (rows === 0 ? GAP * space.type : 0), 0) + rows * cell;
  if (height > space.height + 1e-6) return null;
  const left = (space.width - abreast * cell) / 2 + (cell - side) / 2;
  const places = Array.from({ length: squares }, (_, at) => ({
    x: left + (at % abreast) * cell,
    y: across.end + Math.floor(at / abreast) * cell + (cell - side) / 2,
  }));
  const notes = short.map((note, i) => ({
    ...note,
    ...(places[i] ?? { x: left, y: across.end }),
    width: side,
    height: side,
  }));
  return { notes: [...across.notes, ...notes], more: 0, blanks: places.slice(short.length) };
}

/** Comments across the column, side by side where it is wide; `end` is where the squares may begin. */
function stackLong(
  long: readonly { id: string; text: string }[],
  space: WallSpace,
  whole: boolean,
): { notes: PlacedNote[]; end: number } | null {
  const gap = GAP * space.type;
  const count = Math.max(1, Math.floor(space.width / (LANE * space.type)));
  const width = (space.width - (count - 1) * gap) / count;
  const lanes = Array.from({ length: count }, (_, i) => ({ x: i * (width + gap), y: 0 }));
  const notes: PlacedNote[] = [];
  for (const note of long) {
    const lines = linesIn(note.text, width, space, whole);
    if (lines === null) return null;
    const lane = lanes.reduce((least, l) => (l.y < least.y ? l : least));
    const height = heightOf(lines, space);
    notes.push({ ...note, x: lane.x, y: lane.y, width, height, lines });
    lane.y += height + gap;
  }
  return { notes, end: Math.max(...lanes.map((l) => l.y)) };
}

/** Lines of a text on a note of this width; null where a word would be broken and none may. */
function linesIn(text: string, width: number, space: WallSpace, whole: boolean): number | null {
  const inner = width - 2 * PAD * space.type;
  if (whole && text.split(' ').some((word) => space.measure(word) > inner)) return null;
  return linesOf(text, inner, space.measure);
}

function heightOf(lines: number, space: WallSpace): number {
  return (lines * LINE + 2 * PAD) * space.type;
}
