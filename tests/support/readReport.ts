/** Reads a report's files back: their texts as a person would find them, and their tables. */
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import type { ReportFormat } from '../../core/api.ts';
import type { ReportModel, TableBlock } from '../../core/report/model.ts';
import { renderReport } from '../../server/report/render.ts';

export interface Told {
  text: string;
  /** Cells by row, heads first. */
  tables: string[][][];
}

/** White space, and the places to break in long words, as one space or nothing. */
export function plain(text: string): string {
  return text.replaceAll('\u200b', '').replace(/\s+/gu, ' ').trim();
}

/** All forms of a report at once. */
export async function allForms(model: ReportModel): Promise<Record<ReportFormat, Uint8Array>> {
  const files: Partial<Record<ReportFormat, Uint8Array>> = {};
  const quiet = { step: () => undefined, cancelled: () => false };
  for await (const { format, bytes } of renderReport(model, ['html', 'pdf', 'docx', 'json'], quiet))
    files[format] = bytes;
  const none = new Uint8Array();
  const { html = none, pdf = none, docx = none, json = none } = files;
  return { html, pdf, docx, json };
}

/** Every table of the model in the order of the report. */
export function tablesOf(model: ReportModel): TableBlock[] {
  return model.sections
    .flatMap((s) => s.blocks)
    .flatMap((b) => (b.kind === 'table' ? [b] : b.kind === 'figure' ? [b.table] : []));
}

function entities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/giu, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

export function readWeb(bytes: Uint8Array): Told {
  const html = strFromU8(bytes);
  const body = html.slice(html.indexOf('<body'));
  const texts = (part: string): string => plain(entities(part.replace(/<[^>]*>/gu, ' ')));
  const tables = [...body.matchAll(/<table>([\s\S]*?)<\/table>/gu)].map(([, table = '']) =>
    [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/gu)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/gu)].map(([, cell = '']) => texts(cell)),
    ),
  );
  return { text: texts(body), tables };
}

/** A part of the Word file as it stands. */
export function partOf(docx: Uint8Array, name: string): string {
  return strFromU8(unzipSync(docx)[name] ?? new Uint8Array());
}

export function readWord(bytes: Uint8Array): Told {
  const xml = partOf(bytes, 'word/document.xml');
  const texts = (part: string): string =>
    plain(
      entities(
        part
          .replace(/<\/w:p>|<w:br\/>|<w:tab\/>/gu, ' ')
          .replace(/<w:instrText[^>]*>[^<]*/gu, '')
          .replace(/<[^>]*>/gu, ''),
      ),
    );
  const tables = [...xml.matchAll(/<w:tbl>([\s\S]*?)<\/w:tbl>/gu)].map(([, table = '']) =>
    [...table.matchAll(/<w:tr[ >]([\s\S]*?)<\/w:tr>/gu)].map(([, row = '']) =>
      [...row.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/gu)].map(([, cell = '']) => texts(cell)),
    ),
  );
  return { text: texts(xml), tables };
}

export async function readPdf(bytes: Uint8Array): Promise<{ text: string; pages: string[] }> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  const pages: string[] = [];
  for (let i = 1; i <= file.numPages; i += 1) {
    const { items } = await (await file.getPage(i)).getTextContent();
    pages.push(
      plain(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')),
    );
  }
  await task.destroy();
  return { text: plain(pages.join(' ')), pages };
}

/** Without white space, which lines and pages of print put where they end. */
function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200d]/gu, '');
}

function lettersOf(text: string): string[] {
  return [...text.normalize('NFKC')].filter((letter) => /\p{L}/u.test(letter));
}

/**
 * Texts, or letters of them, that a PDF's text has fewer than `times`. A letter that a font draws in parts is told
 * in parts, and the order of lines that run from right to left is the reader's: there, each letter must be found.
 */
export function missingInPdf(text: string, wanted: readonly string[], times = 1): string[] {
  const set = squeezed(text);
  const inParts = /[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Thai}\p{M}]/u;
  return wanted.flatMap((one) =>
    inParts.test(one.normalize('NFD'))
      ? lettersOf(one).filter((letter) => !set.includes(letter))
      : [one].filter((t) => set.split(squeezed(t)).length <= times),
  );
}

/** Without the strings of its dictionaries, which are letters: one ends with the bracket that closes its first one. */
function withoutStrings(raw: string): string {
  return raw
    .split(/\/[A-Z]\w* ?\(/u)
    .map((part, i) => {
      let open = i === 0 ? 0 : 1;
      let at = 0;
      for (; open > 0 && at < part.length; at += 1) {
        if (part[at] === '\\') at += 1;
        else if (part[at] === '(') open += 1;
        else if (part[at] === ')') open -= 1;
      }
      return part.slice(at);
    })
    .join('');
}

/** Whatever in a PDF would do something when it is opened or pressed. */
export function pdfActions(pdf: Uint8Array): string[] {
  const raw = withoutStrings(Buffer.from(pdf).toString('latin1'));
  return ['/JavaScript', '/Launch', '/URI', '/EmbeddedFile', '/OpenAction'].filter((one) =>
    raw.includes(one),
  );
}

/** The XML parts of a Word or spreadsheet file, and the names of those that a browser's parser refuses. */
export async function unsoundParts(page: Page, file: Uint8Array) {
  const parts = Object.entries(unzipSync(file))
    .filter(([name]) => /\.(?:xml|rels)$/u.test(name))
    .map(([name, data]): [string, string] => [name, strFromU8(data)]);
  const unsound = await page.evaluate(
    (texts) =>
      texts
        .filter(([, text]) =>
          new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror'),
        )
        .map(([name]) => name),
    parts,
  );
  return { parts, unsound };
}
