/** The report as a tagged PDF, set by Typst. */
import { fileURLToPath } from 'node:url';
import type { Charts } from '../charts.ts';
import type { ReadyReport } from '../prepare.ts';
import { chartFile, contentOf, imageFile } from './content.ts';
import { setPdf } from './typst.ts';

const TEMPLATE = fileURLToPath(new URL('./report.typ', import.meta.url));

/**
 * Sets a report. Letters that no font at hand has are replaced, and a note on the second page says so.
 *
 * @param charts with all charts drawn as SVG
 * @throws what the compiler found, without the texts it found it in: a picture without a text
 *   alternative, for one
 */
export function renderPdf(report: ReadyReport, charts: Charts): Uint8Array {
  const images = report.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'image');
  return setPdf({
    template: TEMPLATE,
    input: 'report',
    content: (fonts, lost) => contentOf(report, fonts, lost),
    letters: (text, fonts, lost) => contentOf(onlyLetters(report, text), fonts, lost),
    files: new Map([
      ...report.figures.map(({ chart }) => [chartFile(chart), charts.get(chart, 'svg').bytes] as const),
      ...images.map(({ picture }, i) => [imageFile(i, picture.type), picture.bytes] as const),
    ]),
    date: report.date,
  });
}

/** A report of one page with these letters. */
function onlyLetters(report: ReadyReport, text: string): ReadyReport {
  const block = { kind: 'paragraph' as const, text };
  return {
    ...report,
    cover: [],
    sections: [{ id: 'rare', anchor: 'rare', heading: 'Letters', level: 1, blocks: [block], links: [] }],
  };
}
