/**
 * The report made ready for print: texts cleaned, tables numbered, columns measured, pictures decoded.
 * All three forms start from it.
 */
import { speaker } from '../../core/message.ts';
import { reportEn } from '../../core/messages/report.en.ts';
import type { Block, FigureBlock, ReportModel, Section, TableBlock } from '../../core/report/model.ts';
import { wrapLabel } from '../../core/chart/wrap.ts';
import { FONT_FAMILY, registerFonts } from './chart/fonts.ts';
import { Outlines } from './chart/outlines.ts';
import { columnWidths } from './columns.ts';
import { decodePicture, type Picture } from './pictures.ts';
import { printable } from './text.ts';

export type ReadyTable = TableBlock & {
  /** "Table 1"; empty for the table of a figure, which is under that figure's number. */
  label: string;
  /** Share of the width that each column needs; they add up to 1. */
  widths: number[];
};

export type ReadyFigure = Omit<FigureBlock, 'table'> & {
  /** "Figure 1". */
  label: string;
  /** Which of the report's charts it is, from 0. */
  chart: number;
  table: ReadyTable;
};

export interface ReadyImage {
  kind: 'image';
  alt: string;
  caption: string;
  picture: Picture;
}

export type ReadyBlock =
  | Exclude<Block, { kind: 'table' | 'figure' | 'image' }>
  | ReadyTable
  | ReadyFigure
  | ReadyImage;

export type ReadySection = Omit<Section, 'blocks' | 'links'> & {
  /** Where links to it go; unlike `id` it is safe in any file. */
  anchor: string;
  blocks: ReadyBlock[];
  /** Each with the heading of where it goes. */
  links: { name: string; to: { anchor: string; heading: string }[] }[];
};

export interface ReadyReport extends Omit<ReportModel, 'sections'> {
  sections: ReadySection[];
  /** "Release 3"; empty for the team's own. */
  release: string;
  /** At the foot of a printed page: the title and the release, in one line beside the page's number. */
  foot: string;
  figures: ReadyFigure[];
}

/**
 * Makes a report ready. In the place of a picture that has neither a description nor a credit, a note says
 * that it is left out.
 *
 * @throws for a figure without a sentence, a text alternative or a table: no figure goes without them;
 *   and for a picture that cannot be read.
 */
export async function prepareReport(model: ReportModel): Promise<ReadyReport> {
  const clean = cleaned(model);
  const say = speaker(reportEn, model.language);
  const figures: ReadyFigure[] = [];
  let tables = 0;
  const ready = async (block: Block): Promise<ReadyBlock> => {
    switch (block.kind) {
      case 'table':
        tables += 1;
        return readyTable(block, `${clean.words.table} ${tables}`);
      case 'figure': {
        const figure = readyFigure(block, `${clean.words.figure} ${block.number}`, figures.length);
        figures.push(figure);
        return figure;
      }
      case 'image': {
        const alt = block.alt.trim() === '' ? block.caption.trim() : block.alt;
        if (alt === '') return { kind: 'note', text: say('image.untold') };
        return { kind: 'image', alt, caption: block.caption, picture: await decodePicture(block.data) };
      }
      case 'paragraph':
      case 'note':
      case 'list':
      case 'statement':
      case 'quote':
      case 'facts':
        return block;
    }
  };
  const sections: ReadySection[] = [];
  const anchorOf = (i: number): string => `section-${i + 1}`;
  const places = new Map(
    clean.sections.map(({ id, heading }, i) => [id, { anchor: anchorOf(i), heading }] as const),
  );
  for (const [i, section] of clean.sections.entries()) {
    const blocks: ReadyBlock[] = [];
    for (const block of section.blocks) blocks.push(await ready(block));
    const links = (section.links ?? [])
      .map(({ name, to }) => ({ name, to: to.flatMap((id) => places.get(id) ?? []) }))
      .filter(({ to }) => to.length > 0);
    sections.push({ ...section, anchor: anchorOf(i), blocks, links });
  }
  const release = clean.number === null ? '' : `${clean.words.release} ${clean.number}`;
  return { ...clean, sections, figures, release, foot: footOf(clean.words.foot, release) };
}

/** Type of the foot, and the width that the page's number leaves it, in points. */
const FOOT = { size: 8.5, width: 370 } as const;

/** A title that is too long ends with an ellipsis, so that nothing behind it is pushed into another line. */
function footOf(title: string, release: string): string {
  registerFonts();
  const outlines = new Outlines();
  const wide = (text: string): number => outlines.width(`${FOOT.size}px ${FONT_FAMILY}`, text);
  const said = (text: string): string => [text, release].filter((t) => t !== '').join(' · ');
  return wrapLabel(title, FOOT.width, 1, wide, said)[0] ?? '';
}

function readyFigure(block: FigureBlock, label: string, chart: number): ReadyFigure {
  if (block.sentence === '' || block.alt === '' || block.table.rows.length === 0)
    throw new Error(`${label} has no sentence, no text alternative or no table.`);
  return { ...block, label, chart, table: readyTable(block.table, '') };
}

function readyTable(table: TableBlock, label: string): ReadyTable {
  return { ...table, label, widths: columnWidths(table) };
}

/** Whether a block introduces the one after it and must not be left behind at the foot of a page. */
export function leads(blocks: readonly ReadyBlock[], i: number): boolean {
  const next = blocks[i + 1]?.kind;
  return blocks[i]?.kind === 'paragraph' && (next === 'list' || next === 'quote' || next === 'facts');
}

/** Every text of the model as it can be printed; the data of pictures as they are. */
function cleaned(model: ReportModel): ReportModel {
  const clean = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key === 'data' ? value : printable(value);
    if (Array.isArray(value)) return value.map((item) => clean(item));
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, clean(v, k)]));
    return value;
  };
  return clean(model) as ReportModel;
}
