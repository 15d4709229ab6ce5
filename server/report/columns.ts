/** How wide the columns of a table are, so that no word and no number in it is broken. */
import type { TableBlock } from '../../core/report/model.ts';

/** Letters of a table's type on the width of an A4 page between its margins: of numbers, and of larger texts. */
const PAGE = { numbers: 115, texts: 100 } as const;
/** Space beside a cell's text, in letters. */
const INSET = 2.4;
/** The names of the rows have at least this, so that they do not run down in single words. */
const NAMES = 20;
/** A column of texts is no wider while another needs the room. */
const TEXT = 40;
/** A word that is longer is broken wherever it stands, see `breakable`. */
const WORD = 28;

/** The share of the width that each column has; they add up to 1. */
export function columnWidths({ head, rows, numeric }: TableBlock): number[] {
  const columns = head.map((name, i) => {
    const cells = rows.map((row) => row[i] ?? '');
    const least = Math.min(WORD, longest([name, ...cells].flatMap(words)));
    const most = numeric.includes(i) ? least : Math.min(TEXT, longest([...words(name), ...cells]));
    const named = numeric.length > 0 && !numeric.includes(i) ? Math.min(NAMES, most) : 0;
    const need = Math.max(least, named) + INSET;
    return { counts: numeric.includes(i), need, wish: Math.max(0, most + INSET - need) };
  });
  const page = numeric.length > 0 ? PAGE.numbers : PAGE.texts;
  const spare = Math.max(0, page - sum(columns.map((c) => c.need)));
  const part = Math.min(1, spare / Math.max(1, sum(columns.map((c) => c.wish))));
  const texts = columns.map((c) => (c.counts ? 0 : c.need + part * c.wish));
  // Numbers in columns of one width are easier to compare, as far as there is room.
  const numbers = columns.flatMap((c) => (c.counts ? [c.need] : []));
  const width = levelled(numbers, page - sum(texts));
  return shares(columns.map((c, i) => (c.counts ? Math.max(c.need, width) : (texts[i] ?? 0))));
}

/** The width to which the narrower columns can be widened in the room there is; at most that of the widest. */
function levelled(needs: readonly number[], room: number): number {
  const widest = Math.max(0, ...needs);
  for (let width = widest; width > 0; width -= 0.1)
    if (sum(needs.map((need) => Math.max(need, width))) <= room) return width;
  return 0;
}

/** Spaces that do not break keep a number and its sign together. */
const words = (text: string): string[] => text.split(/[ \n]+/u);
const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((t) => [...t].length));
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function shares(widths: readonly number[]): number[] {
  const whole = sum(widths);
  return widths.map((w) => w / whole);
}
