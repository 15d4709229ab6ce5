/**
 * Setting a PDF with Typst, tagged and refused by it when it does not keep to PDF/UA-1. All content goes in as
 * data: the templates are the only source that is ever compiled.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FAMILY, fontFiles } from '../chart/fonts.ts';
import { REPLACEMENT } from '../text.ts';

/** How often letters that no font has are replaced before it is given up. */
const TRIES = 8;

export interface Setting {
  /** Absolute path of the template; nothing outside its folder can be read. */
  template: string;
  /** Under which name the template finds its content, which is JSON. */
  input: string;
  /**
   * The content. Its texts stand as `lines`, and nowhere else.
   *
   * @param fonts families in the order in which a letter is looked for
   * @param unprintable letters that no font has; they are replaced, and the content says so
   */
  content: (fonts: readonly string[], unprintable: readonly string[]) => unknown;
  /** The same with nothing in it but these letters, so that what no font has is found in a moment. */
  letters: (text: string, fonts: readonly string[], unprintable: readonly string[]) => unknown;
  /** Pictures beside the template, in memory only, by their path from its folder. */
  files: ReadonlyMap<string, Buffer>;
  /** YYYY-MM-DD. */
  date: string;
}

/** How a content would stand. */
export interface Trial {
  pages: number;
  /** Values of the template's metadata of this label, in order. */
  told: (label: string) => unknown[];
}

/**
 * Sets a document. Letters that no font at hand has are replaced.
 *
 * @param fit finds what is set, by setting one content after another without writing any; left out: the setting's own
 * @throws what the compiler found, without the texts it found it in: a picture without a text
 *   alternative, for one
 */
export function setPdf(
  setting: Setting,
  fit?: (stands: (content: Setting['content']) => Trial) => Setting['content'],
): Uint8Array {
  const folder = dirname(setting.template);
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
  });
  for (const [path, bytes] of setting.files) compiler.mapShadow(join(folder, path), bytes);
  const lost: string[] = [];
  const { letters } = setting;
  const rare = rareLetters(setting.content([], []));
  if (rare !== '') setWithout(compiler, setting, (fonts, without) => letters(rare, fonts, without), lost);
  const content = fit?.((one) => stands(compiler, setting, one, lost)) ?? setting.content;
  const bytes = setWithout(compiler, setting, content, lost);
  if (bytes === null) throw new Error('Too many letters of the document are in no font.');
  return bytes;
}

/** Sets it, again and again with what was lost replaced, which is added to `lost`; null when that has no end. */
function setWithout(
  compiler: NodeCompiler,
  setting: Setting,
  content: Setting['content'],
  lost: string[],
): Uint8Array | null {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const made = compile(compiler, setting, content, lost);
    if (!('lost' in made)) return made.bytes;
    lost.push(...made.lost);
  }
  return null;
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Each letter beyond Latin and print's own signs once: what no font has is found among them in a moment, where
 * setting the whole document again takes as long as it took. Empty where there are none.
 */
function rareLetters(content: unknown): string {
  const rare = new Set(
    [...new Set(JSON.stringify(content).match(/[^"\\]?[^\u0020-\u024f\u2000-\u206f]+/gu))].flatMap((part) =>
      [...clusters.segment(part)].map(({ segment }) => segment),
    ),
  );
  return [...rare].join(' ');
}

function laidOut(
  compiler: NodeCompiler,
  { template, input }: Setting,
  content: Setting['content'],
  lost: readonly string[],
): NodeTypstDocument {
  const fonts = FONT_FAMILY.split(', ').map((family) => family.slice(1, -1));
  const without = (line: unknown): string =>
    lost.reduce((text, letter) => text.replaceAll(letter, REPLACEMENT), String(line));
  // In the texts alone: what is lost may be a letter that the template's own keys and words have too.
  const data = JSON.stringify(content(fonts, lost), (key, value: unknown) =>
    key === 'lines' && Array.isArray(value) ? value.map(without) : value,
  );
  const compiled = compiler.compile({ mainFilePath: template, inputs: { [input]: data } });
  if (compiled.result === null) throw new Error(faultOf(diagnostics(compiler, compiled.takeError())));
  return compiled.result;
}

function stands(
  compiler: NodeCompiler,
  setting: Setting,
  content: Setting['content'],
  lost: readonly string[],
): Trial {
  const document = laidOut(compiler, setting, content, lost);
  return {
    pages: document.numOfPages,
    told: (label) => {
      const values: unknown = compiler.query(document, { selector: `<${label}>`, field: 'value' });
      return Array.isArray(values) ? values : [];
    },
  };
}

function compile(
  compiler: NodeCompiler,
  setting: Setting,
  content: Setting['content'],
  lost: readonly string[],
): { bytes: Uint8Array } | { lost: string[] } {
  const document = laidOut(compiler, setting, content, lost);
  try {
    const options = { pdfStandard: 'ua-1', creationTimestamp: Date.parse(setting.date) / 1000 };
    return { bytes: compiler.pdf(document, options) };
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
