/** The report's blocks as paragraphs, pictures and tables of the Word file. */
import { BorderStyle, ImageRun, Paragraph, TextRun, type IParagraphOptions, type Table } from 'docx';
import type { Charts } from '../charts.ts';
import type { ReadyBlock, ReadyFigure } from '../prepare.ts';
import { directionOf } from '../../../core/bidi.ts';
import type { Attachments } from './repack.ts';
import { paragraphOf, rtlOf, runsOf } from './runs.ts';
import { BULLETS, QUOTE_BAR, TEXT_PIXELS } from './styles.ts';
import { factsOf, labelRun, tableOf } from './tables.ts';

/** Items of a list that stay on one page. */
const SHORT = 6;
/** Tallest picture of the team's own, in CSS pixels: half a page. */
const TALLEST = 460;

/** What pictures are taken from, and where they are kept until the file is packed. */
export interface Files {
  charts: Charts;
  attachments: Attachments;
}

/** @param leads it introduces what follows, see `leads` */
export function blockOf(block: ReadyBlock, files: Files, leads: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf('Normal', block.text, { lang: block.lang, keepNext: leads })];
    case 'note':
      return [paragraphOf('Note', block.text)];
    case 'list':
      return block.items.map((item, i) =>
        paragraphOf('ListParagraph', item, {
          numbering: { reference: BULLETS, level: 0 },
          keepLines: true,
          keepNext: block.items.length <= SHORT && i < block.items.length - 1,
        }),
      );
    case 'statement':
      return [
        ...(block.for === '' ? [] : [paragraphOf('StatementFor', block.for)]),
        paragraphOf('Statement', block.text, { lang: block.lang }),
      ];
    case 'quote':
      return [
        paragraphOf('Quote', block.text, { lang: block.lang, ...quoteSide(block.text) }),
        new Paragraph({
          style: 'QuoteSource',
          // The source stands under its quote, on the same side.
          ...rtlOf(block.text),
          ...quoteSide(block.text),
          children: [new TextRun('— '), ...runsOf(block.by)],
        }),
      ];
    case 'facts':
      return factsOf(block.items, false);
    case 'table':
      return tableOf(block);
    case 'figure':
      return figureOf(block, files);
    case 'image': {
      const { type, bytes, width, height } = block.picture;
      const scale = Math.min(1, TEXT_PIXELS / width, TALLEST / height);
      return [
        picture(
          type === 'jpeg' ? 'jpg' : 'png',
          files.attachments.add(bytes),
          [width * scale, height * scale],
          'Picture',
          block.alt,
        ),
        ...(block.caption === '' ? [] : [paragraphOf('Caption', block.caption)]),
      ];
    }
  }
}

/** The bar beside a quote stands where its text begins. */
function quoteSide(text: string): IParagraphOptions {
  if (directionOf(text) === 'ltr') return {};
  return {
    indent: { left: 340, right: 340 },
    border: { left: { style: BorderStyle.NONE, size: 0 }, right: QUOTE_BAR },
  };
}

function figureOf(figure: ReadyFigure, { charts, attachments }: Files): (Paragraph | Table)[] {
  const { bytes, width, height } = charts.get(figure.chart, 'png');
  const scale = TEXT_PIXELS / width;
  return [
    ...figure.sentence.split('\n').map((line, i) => paragraphOf(i === 0 ? 'Finding' : 'FindingMore', line)),
    picture('png', attachments.add(bytes), [width * scale, height * scale], figure.label, figure.alt),
    new Paragraph({ style: 'Caption', children: [labelRun(figure.label), ...runsOf(figure.caption)] }),
    ...tableOf(figure.table),
  ];
}

function picture(
  type: 'png' | 'jpg',
  data: Buffer,
  [width, height]: [number, number],
  name: string,
  alt: string,
): Paragraph {
  return new Paragraph({
    style: 'Figure',
    children: [
      new ImageRun({
        type,
        data,
        transformation: { width: Math.round(width), height: Math.round(height) },
        altText: { name, description: alt },
      }),
    ],
  });
}
