/** The files of a pack and what stands in them, in the order of print. */
import { peopleOf, WALL_PARTS, type PaperPart } from '../../core/paper.ts';
import { aloneCards } from './alone.ts';
import type { TextPart } from './blocks.ts';
import { codeCards, slips, wallCards } from './hand.ts';
import { consentSheet, heardSheet, helpSheet } from './sheets.ts';
import { scriptPart } from './script.ts';
import type { PackSource } from './source.ts';
import { tallySheets } from './tally.ts';
import { headingSheets, statementSheets } from './wall.ts';
import { dayInWords, LANGUAGE, paper, said } from './words.ts';

/** `pack`: all but what is told to be apart. Codes are apart so that their file can be deleted by itself. */
export type PackFileKind = 'pack' | 'wall' | 'codes';

/** One file: its content for the template, and the pictures in it. */
export interface PackFile {
  kind: PackFileKind;
  content: (fonts: readonly string[], unprintable: readonly string[]) => unknown;
  letters: (text: string, fonts: readonly string[], unprintable: readonly string[]) => unknown;
  pictures: ReadonlyMap<string, Buffer>;
}

/** In which file a part is. */
function fileOf(part: PaperPart, paperSize: 'a4' | 'a3'): PackFileKind {
  if (part === 'codes') return 'codes';
  return paperSize === 'a3' && WALL_PARTS.includes(part) ? 'wall' : 'pack';
}

/** The files that an order makes. */
export async function packFiles(source: PackSource): Promise<PackFile[]> {
  const { order } = source;
  const kinds = (['pack', 'wall', 'codes'] as const).filter((kind) =>
    order.parts.some((part) => fileOf(part, order.paper) === kind),
  );
  const files: PackFile[] = [];
  for (const kind of kinds) files.push(await packFile(source, kind));
  return files;
}

async function packFile(source: PackSource, kind: PackFileKind): Promise<PackFile> {
  const { order } = source;
  const parts = order.parts.filter((part) => fileOf(part, order.paper) === kind);
  const pictures = new Map<string, Buffer>();
  const made: object[] = [];
  for (const part of parts) {
    const content = await contentOf(source, part);
    if ('pictures' in content) {
      for (const [path, bytes] of content.pictures) pictures.set(path, bytes);
      made.push({ ...content, pictures: null, part });
    } else made.push({ ...content, part });
  }
  const frame = frameOf(source, kind);
  return {
    kind,
    pictures,
    content: (fonts, unprintable) => ({
      ...frame,
      fonts,
      unprintable: unprintable.length === 0 ? null : said(paper('unprintable')),
      list: kind === 'pack' ? listOf(source) : null,
      parts: made,
    }),
    letters: (text, fonts, unprintable) => ({
      ...frame,
      fonts,
      unprintable: unprintable.length === 0 ? null : said(paper('unprintable')),
      list: null,
      parts: [lettersOnly(text)],
    }),
  };
}

function contentOf(source: PackSource, part: PaperPart) {
  switch (part) {
    case 'statements':
      return statementSheets(source);
    case 'headings':
      return headingSheets(source);
    case 'cards':
      return wallCards(source);
    case 'slips':
      return slips(source);
    case 'tally':
      return tallySheets(source);
    case 'consent':
      return consentSheet(source);
    case 'help':
      return helpSheet(source);
    case 'heard':
      return heardSheet(source);
    case 'script':
      return scriptPart(source);
    case 'alone':
      return aloneCards(source);
    case 'codes':
      return codeCards(source);
  }
}

function frameOf({ order, consultation, today }: PackSource, kind: PackFileKind) {
  return {
    title: paper(`${kind}.title`, { title: consultation.title }),
    date: today.split('-').map(Number),
    lang: LANGUAGE.slice(0, 2),
    region: LANGUAGE.slice(3),
    mark: consultation.sample ? paper('sample') : null,
    large: order.print === 'large',
    paper: kind === 'wall' ? order.paper : 'a4',
  };
}

/** The first page: what is in the pack, on which pages, and what to do with it. */
function listOf({ order, consultation, session, today }: PackSource) {
  const here = order.parts.filter((part) => fileOf(part, order.paper) === 'pack');
  return {
    heading: paper('list.heading'),
    title: said(consultation.title),
    session:
      session === null || session.name === '' ? null : said(paper('list.session', { name: session.name })),
    lines: [paper('list.made', { date: dayInWords(today), n: peopleOf(order) }), paper('list.print')],
    head: [paper('list.part'), paper('list.page'), paper('list.do')],
    pages: paper('list.pages', { from: '%from', to: '%to' }),
    apart: paper('list.apart'),
    rows: order.parts.map((part) => ({
      part,
      here: here.includes(part),
      next: here[here.indexOf(part) + 1] ?? null,
      name: paper(`part.${part}`),
      what: paper(`do.${part}`),
    })),
  };
}

function lettersOnly(text: string): TextPart & { part: string } {
  const pieces = [{ kind: 'p' as const, text: said(text) }];
  return {
    kind: 'text',
    part: 'letters',
    heading: 'Letters',
    lead: null,
    chapters: [{ heading: said('Letters'), pieces }],
  };
}
