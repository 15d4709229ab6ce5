/**
 * The report as a tagged PDF, set by Typst and refused by it when it does not keep to PDF/UA-1. All
 * content goes in as data: the template is the only source that is ever compiled.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FAMILY, fontFiles } from '../chart/fonts.ts';
import type { Charts } from '../charts.ts';
import type { ReadyReport } from '../prepare.ts';
import { REPLACEMENT } from '../text.ts';
import { chartFile, contentOf, imageFile } from './content.ts';

const TEMPLATE = fileURLToPath(new URL('./report.typ', import.meta.url));

/** How often letters that no font has are replaced before it is given up. */
const TRIES = 8;

/**
 * Sets a report. Letters that no font at hand has are replaced, and a note on the second page says so.
 *
 * @param charts with all charts drawn as SVG
 * @throws what the compiler found, without the texts it found it in: a picture without a text
 *   alternative, for one
 */
export function renderPdf(report: ReadyReport, charts: Charts): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: fileURLToPath(new URL('.', import.meta.url)),
    fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
  });
  compiler.addSource(TEMPLATE, readFileSync(TEMPLATE, 'utf8'));
  for (const { chart } of report.figures) map(compiler, chartFile(chart), charts.get(chart, 'svg').bytes);
  const images = report.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'image');
  for (const [i, { picture }] of images.entries()) map(compiler, imageFile(i, picture.type), picture.bytes);
  const lost: string[] = [];
  const rare = rareLetters(report);
  if (rare !== null) setWithout(compiler, rare, lost);
  const bytes = setWithout(compiler, report, lost);
  if (bytes === null) throw new Error('Too many letters of the report are in no font.');
  return bytes;
}

/** Sets it, again and again with what was lost replaced, which is added to `lost`; null when that has no end. */
function setWithout(compiler: NodeCompiler, report: ReadyReport, lost: string[]): Uint8Array | null {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const made = compile(compiler, report, lost);
    if (!('lost' in made)) return made.bytes;
    lost.push(...made.lost);
  }
  return null;
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * One page with each letter beyond Latin and print's own signs once: what no font has is found there in a moment,
 * where setting the whole report again takes as long as it took. Null where there are none.
 */
function rareLetters(report: ReadyReport): ReadyReport | null {
  const all = JSON.stringify(contentOf(report, [], []));
  const rare = new Set(
    [...new Set(all.match(/[^"\\]?[^\u0020-\u024f\u2000-\u206f]+/gu))].flatMap((part) =>
      [...clusters.segment(part)].map(({ segment }) => segment),
    ),
  );
  if (rare.size === 0) return null;
  const text = [...rare].join(' ');
  const block = { kind: 'paragraph' as const, text };
  return {
    ...report,
    cover: [],
    sections: [{ id: 'rare', anchor: 'rare', heading: 'Letters', level: 1, blocks: [block] }],
  };
}

/** Puts a file beside the template, in memory only. */
function map(compiler: NodeCompiler, path: string, bytes: Buffer): void {
  compiler.mapShadow(fileURLToPath(new URL(`.${path}`, import.meta.url)), bytes);
}

function compile(
  compiler: NodeCompiler,
  report: ReadyReport,
  lost: readonly string[],
): { bytes: Uint8Array } | { lost: string[] } {
  const fonts = FONT_FAMILY.split(', ').map((family) => family.slice(1, -1));
  const without = (line: unknown): string =>
    lost.reduce((text, letter) => text.replaceAll(letter, REPLACEMENT), String(line));
  // In the texts alone: what is lost may be a letter that the template's own keys and words have too.
  const content = JSON.stringify(contentOf(report, fonts, lost), (key, value: unknown) =>
    key === 'lines' && Array.isArray(value) ? value.map(without) : value,
  );
  const compiled = compiler.compile({ mainFilePath: TEMPLATE, inputs: { report: content } });
  if (compiled.result === null) throw new Error(faultOf(diagnostics(compiler, compiled.takeError())));
  try {
    const options = { pdfStandard: 'ua-1', creationTimestamp: Date.parse(report.date) / 1000 };
    return { bytes: compiler.pdf(compiled.result, options) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const missing = [...message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)];
    if (missing.length === 0) throw new Error(faultOf(message), { cause: error });
    const told = [...new Set(missing.map((m) => unescaped(m[1] ?? '')))];
    // A mark that no font has loses the letter it stands on too, which is fine once the mark is out.
    const marks = told.filter((letters) => /[\p{M}\p{Cf}]/u.test(letters));
    return { lost: marks.length > 0 ? marks : told };
  }
}

function diagnostics(compiler: NodeCompiler, error: NodeError | null): string {
  if (error === null) return 'nothing was said';
  return compiler
    .fetchDiagnostics(error)
    .map((d: { message?: string }) => d.message ?? '')
    .join('; ');
}

/** What went wrong, without quoted texts: they may be somebody's. */
function faultOf(message: string): string {
  const said = [...message.matchAll(/message: "((?:[^"\\]|\\.)*)"/gu)].map((m) => m[1] ?? '');
  return `The PDF was refused: ${(said.length > 0 ? said.join('; ') : message).replace(/`[^`]*`/gu, '…')}`;
}

/** A text from the compiler's message, where rare letters stand as \u{…}. */
function unescaped(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/gu, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
}
