/** How large what is read back can be set on two pages; where that is too small, what would have to be left out. */
import type { Setting, Trial } from '../report/pdf/typst.ts';
import { halved, partsOf, type Part, type Picked } from './readBackParts.ts';

const PAGES = 2;
/** Points of type. Below this, people who read with difficulty do not. */
const [LARGEST, LEAST, STEP] = [20, 13, 0.5];
/** Millimetres of a page that can be written on, and from where. */
const [HIGH, FROM] = [267, 15];

/** How it is set. */
export interface Form {
  /** Points of type. */
  size: number;
  /** Boxes stand under one another. */
  stacked: boolean;
  /** What is left of a page is filled with lines; not where it is asked how long it is. */
  fills: boolean;
}

export type Content = (parts: readonly Part[], form: Form) => Setting['content'];

export const SMALLEST: Form = { size: LEAST, stacked: false, fills: true };

const KINDS = ['caseStudies', 'quotes', 'themes'] as const;

/** How much too much was picked. */
export interface TooMuch {
  /** Pages. */
  over: number;
  /** How many of a kind, its last ones, would have to be left out, each alone being enough. */
  without: { kind: (typeof KINDS)[number]; n: number }[];
}

const TOO_MUCH = 'more than two pages: ';

/** How much too much it was, where that is why setting it failed; else null. */
export function tooMuchIn(fault: unknown): TooMuch | null {
  // From a thread it is an Error of another realm.
  const [, told] = String(fault).split(TOO_MUCH);
  return told === undefined ? null : (JSON.parse(told) as TooMuch);
}

/**
 * The largest that fits. Where there is room to spare both pages get their half of what is read back, so that neither
 * holds little but lines.
 *
 * @throws what `tooMuchIn` reads, where nothing fits
 */
export function fitted(
  picked: Picked,
  stands: (parts: readonly Part[], form: Form) => Trial,
  content: Content,
): Setting['content'] {
  const parts = partsOf(picked);
  const fits = (form: Form, of: readonly Part[] = parts): boolean => stands(of, form).pages <= PAGES;
  if (!fits(SMALLEST)) throw new Error(`${TOO_MUCH}${JSON.stringify(tooMuch(picked, stands))}`);
  let [low, high] = [0, (LARGEST - LEAST) / STEP];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits({ ...SMALLEST, size: LEAST + middle * STEP })) low = middle;
    else high = middle - 1;
  }
  const beside: Form = { ...SMALLEST, size: LEAST + low * STEP };
  const form = fits({ ...beside, stacked: true }) ? { ...beside, stacked: true } : beside;
  const { pages, told } = stands(parts, form);
  const halves = halved(parts);
  const spare = (form.stacked && form.size === LARGEST) || told('item').every((page) => page === 1);
  return content(pages === PAGES && spare && fits(form, halves) ? halves : parts, form);
}

function tooMuch(picked: Picked, stands: (parts: readonly Part[], form: Form) => Trial): TooMuch {
  const [end] = stands(partsOf(picked), { ...SMALLEST, fills: false }).told('end') as {
    page: number;
    mm: number;
  }[];
  const over = end === undefined ? 1 : end.page - 1 - PAGES + (end.mm - FROM) / HIGH;
  const without = KINDS.flatMap((kind): TooMuch['without'] => {
    const all = picked[kind].length;
    // Something has to be left to read.
    const most = KINDS.some((other) => other !== kind && picked[other].length > 0) ? all : all - 1;
    const enough = (n: number): boolean =>
      stands(partsOf({ ...picked, [kind]: picked[kind].slice(0, all - n) }), SMALLEST).pages <= PAGES;
    if (most < 1 || !enough(most)) return [];
    let [low, high] = [1, most];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (enough(middle)) high = middle;
      else low = middle + 1;
    }
    return [{ kind, n: low }];
  });
  return { over, without };
}
