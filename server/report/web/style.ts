/** The style of the web page: one text inside the file, with the fonts it needs. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadyReport } from '../prepare.ts';

const STYLE = new URL('../../../templates/report.css', import.meta.url);

/** Letters outside the small Latin font, which most reports do without. */
const EXTENDED = /[\u0100-\u02ba\u1e00-\u1eff]/u;

const RANGES = {
  latin: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212',
  'latin-ext': 'U+0100-02BA,U+1E00-1EFF,U+20A0-20AB,U+2C60-2C7F,U+A720-A7FF',
};

/**
 * The style sheet of a report. Mark, foot and page numbers stand in the margins of each printed page.
 *
 * @param text everything the report says, from which it is seen which letters are needed
 */
export function styleOf(report: ReadyReport, text: string): string {
  const fonts = fontsFor(text);
  const page = `@page {
  size: A4;
  margin: 28mm 25mm 26mm;
  @top-right { content: ${cssText(report.mark)}; font: 700 8pt 'Atkinson Hyperlegible Next', sans-serif; }
  @bottom-left { content: ${cssText(report.foot)}; font: 8.5pt 'Atkinson Hyperlegible Next', sans-serif; color: #57524a; }
  @bottom-right { content: ${cssText(`${report.words.page} `)} counter(page); font: 8.5pt 'Atkinson Hyperlegible Next', sans-serif; color: #57524a; }
}`;
  return [...fonts, readFileSync(STYLE, 'utf8'), page].join('\n');
}

/** The faces of the font that a page with this text needs. */
export function fontsFor(text: string): string[] {
  const sets = EXTENDED.test(text) ? (['latin', 'latin-ext'] as const) : (['latin'] as const);
  return sets.flatMap((set) => [400, 700].map((weight) => fontFace(set, weight)));
}

function fontFace(set: keyof typeof RANGES, weight: number): string {
  const name = `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${set}-${weight}-normal.woff2`;
  const data = readFileSync(fileURLToPath(import.meta.resolve(name))).toString('base64');
  return `@font-face { font-family: 'Atkinson Hyperlegible Next'; font-weight: ${weight}; unicode-range: ${RANGES[set]}; src: url(data:font/woff2;base64,${data}) format('woff2'); }`;
}

/** Any text as a CSS string: whatever is not a plain letter, digit or space is written as its number. */
function cssText(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} ]/gu, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `);
  return `"${safe}"`;
}
