/**
 * Where every post-it hangs on the wall. Comments keep a size that the back row can read, as many as
 * there is room for; blank ones take the rest, all of one size, so that columns compare by eye. Where
 * few people answered everything is as large as it can be (`wallSmall.ts`).
 */
import { FILL, layoutSmall } from './wallSmall.ts';
import { cutText, GAP, LANE, LINE, linesOf, PAD } from './wallText.ts';

export interface WallColumn {
  /** Everyone who gave this answer, with or without a comment. */
  count: number;
  notes: readonly { id: string; text: string }[];
}

export interface WallSpace {
  /** Of one column, in pixels. */
  width: number;
  height: number;
  /** Usual size of a note's type in pixels. */
  type: number;
  /** Width of a text in that type, in pixels. */
  measure: (text: string) => number;
}

export interface PlacedNote {
  id: string;
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Lines after which the text is cut. */
  lines: number;
}

export interface PlacedColumn {
  notes: PlacedNote[];
  /** Comments for which there was no room. */
  more: number;
  /** Upper left corners of the blank ones. */
  blanks: { x: number; y: number }[];
}

export interface Wall {
  columns: PlacedColumn[];
  /** Side of a blank post-it in pixels. */
  side: number;
  /** People for each blank post-it; above 1 only where a hall is too large for one each. */
  worth: number;
  /** Size of the comments' type in pixels; larger than usual in a small room. */
  type: number;
}

/** Blank post-its side by side in a column, from large to small. */
const ABREAST = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32] as const;
/** From this many abreast on they stand on the wall's foot, so that columns compare by eye. */
const FOOT = 5;
const WORTHS = [1, 2, 5, 10, 20, 50, 100] as const;
/** Of the height that blank ones leave, what notes may take, tried one after the other. */
const SHARES = [1, 0.85, 0.7, 0.55] as const;
/** Height of "and N more", in sizes of the type. */
const MORE = 1.7;

/** Lays out all columns. Notes come first, in their order; blank post-its below them. */
export function layoutWall(columns: readonly WallColumn[], space: WallSpace): Wall {
  const small = layoutSmall(columns, space);
  if (small !== null) return small;
  const all = columns.map((c) => stackNotes(c, space, space.height));
  const whole = all.every((s) => s.more === 0) ? fit(columns, all, space, [1]) : null;
  if (whole !== null && whole.side >= space.type * 0.8) return whole;
  // Not everything has its place: first the blank ones get about a third, then notes what is left.
  const blanks = columns.map((c) => Math.max(0, c.count - c.notes.length));
  const abreast =
    ABREAST.find((a) => blanks.every((n) => rowsHigh(n, a, space.width) < space.height * 0.34)) ?? 20;
  // A comment without a place leaves a blank one too, so notes give way until both have room.
  for (const share of SHARES) {
    const spared = columns.map((c, i) => {
      const need = Math.min(rowsHigh(blanks[i] ?? 0, abreast, space.width), space.height * 0.5);
      return stackNotes(c, space, share * (space.height - need - space.type * MORE));
    });
    const wall = fit(columns, spared, space, WORTHS);
    if (wall !== null) return wall;
  }
  const bare = columns.map((c) => none(c));
  return fit(columns, bare, space, WORTHS) ?? { columns: [], side: 0, worth: 1, type: space.type };
}

interface Stack {
  notes: PlacedNote[];
  more: number;
  /** Where the blank ones may begin. */
  end: number;
}

function none(column: WallColumn): Stack {
  return { notes: [], more: column.notes.length, end: 0 };
}

function stackNotes(column: WallColumn, space: WallSpace, height: number): Stack {
  const gap = GAP * space.type;
  const count = lanesIn(space);
  const width = (space.width - (count - 1) * gap) / count;
  const half = (width - gap) / 2;
  const lanes = Array.from({ length: count }, (_, i) => ({ x: i * (width + gap), y: 0 }));
  const holes: { x: number; y: number }[] = [];
  const notes: PlacedNote[] = [];
  for (const { id, text: full } of column.notes) {
    const text = cutText(full);
    const small = smallLines(text, half, space);
    const hole = small === null ? undefined : holes.shift();
    if (small !== null && hole !== undefined) {
      notes.push({ id, text, ...hole, width: half, height: half, lines: small });
      continue;
    }
    const lane = lanes.reduce((least, l) => (l.y < least.y ? l : least));
    const lines = small ?? linesOf(text, width - 2 * PAD * space.type, space.measure);
    const high = small === null ? Math.max(half * 0.8, (lines * LINE + 2 * PAD) * space.type) : half;
    // A shorter one further on may still find room.
    if (lane.y + high > height) continue;
    notes.push({ id, text, x: lane.x, y: lane.y, width: small === null ? width : half, height: high, lines });
    if (small !== null) holes.push({ x: lane.x + half + gap, y: lane.y });
    lane.y += high + gap;
  }
  return {
    notes,
    more: column.notes.length - notes.length,
    end: Math.max(...lanes.map((l) => l.y)),
  };
}

/** Notes side by side in one column: more than one where a scale has few answers. */
function lanesIn(space: WallSpace): number {
  return Math.max(1, Math.floor(space.width / (LANE * space.type)));
}

/** Lines of a text that fits a post-it of half the column's width, or null when it does not. */
function smallLines(text: string, half: number, space: WallSpace): number | null {
  const width = half - 2 * PAD * space.type;
  if (text.split(' ').some((word) => space.measure(word) > width)) return null;
  const lines = linesOf(text, width, space.measure);
  return (lines * LINE + 2 * PAD) * space.type <= half ? lines : null;
}

function rowsHigh(blanks: number, abreast: number, width: number): number {
  return (Math.ceil(blanks / abreast) * width) / abreast;
}

function fit(
  columns: readonly WallColumn[],
  stacks: readonly Stack[],
  space: WallSpace,
  worths: readonly number[],
): Wall | null {
  const more = (stack: Stack): number => (stack.more > 0 ? space.type * MORE : 0);
  const blanks = columns.map((c, i) => Math.max(0, c.count - (stacks[i]?.notes.length ?? 0)));
  for (const worth of worths)
    for (const abreast of ABREAST) {
      // Large squares that stand for several people would be taken for one person each.
      if (abreast < 2 * lanesIn(space) || (worth > 1 && abreast < 10)) continue;
      const numbers = blanks.map((n) => Math.ceil(n / worth));
      const fits = stacks.every(
        (s, i) => rowsHigh(numbers[i] ?? 0, abreast, space.width) <= space.height - s.end - more(s),
      );
      if (!fits) continue;
      return {
        side: (space.width / abreast) * FILL,
        worth,
        type: space.type,
        columns: stacks.map((stack, i) => ({
          notes: stack.notes,
          more: stack.more,
          blanks: squares(numbers[i] ?? 0, abreast, stack.end + more(stack), space),
        })),
      };
    }
  return null;
}

/** Rows of squares below `top`, or, where they are many, up from the wall's foot. */
function squares(n: number, abreast: number, top: number, space: WallSpace): { x: number; y: number }[] {
  const cell = space.width / abreast;
  const inset = (cell * (1 - FILL)) / 2;
  return Array.from({ length: n }, (_, at) => {
    const row = Math.floor(at / abreast);
    const y = abreast >= FOOT ? space.height - (row + 1) * cell : top + row * cell;
    return { x: (at % abreast) * cell + inset, y: y + inset };
  });
}
