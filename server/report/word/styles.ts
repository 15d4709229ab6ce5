/** Type of the Word file: every look is a style, so that whoever edits the report can change it in one place. */
import { BorderStyle, LevelFormat, LineRuleType, type INumberingOptions, type IStylesOptions } from 'docx';

export const FONT = 'Atkinson Hyperlegible Next';
export const INK = '1D1B18';
export const SOFT = '57524A';
export const LINE = 'D9D2C3';
export const ACCENT = '1F5F4A';
const TINT = 'F6F1E6';

/** A4 and its margins, in twentieths of a point. */
export const PAGE = {
  width: 11906,
  height: 16838,
  margin: { top: 1700, right: 1417, bottom: 1587, left: 1417, header: 794, footer: 737 },
} as const;
/** Width of the text, in twentieths of a point and in CSS pixels. */
export const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right;
export const TEXT_PIXELS = Math.floor(TEXT_WIDTH / 15);

/** Beside a quote. */
export const QUOTE_BAR = { style: BorderStyle.SINGLE, size: 14, space: 12, color: ACCENT } as const;

export const BULLETS = 'bullets';

/** Lines are as high as what stands in them, times `line` / 240. */
const lineRule = LineRuleType.AUTO;

const font = { ascii: FONT, hAnsi: FONT, cs: 'Arial', eastAsia: 'Arial' };

export const numbering: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '–',
          style: {
            paragraph: { indent: { left: 397, hanging: 284 } },
            run: { color: ACCENT, bold: true },
          },
        },
      ],
    },
  ],
};

/** The styles, in the language of the report. */
export function stylesOf(language: string): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: INK, font },
    paragraph: { spacing: { before, after, line: 264, lineRule }, keepNext: true, keepLines: true },
  });
  const normal = 'Normal';
  return {
    default: {
      document: {
        run: {
          font,
          size: 21,
          color: INK,
          language: { value: language, eastAsia: language, bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 150, line: 288, lineRule } },
      },
      title: {
        run: { size: 60, bold: true, color: INK, font },
        paragraph: { spacing: { before: 0, after: 240, line: 264, lineRule } },
      },
      heading1: heading(40, 720, 280),
      heading2: heading(28, 480, 160),
      heading3: heading(23, 360, 120),
      listParagraph: { paragraph: { spacing: { after: 80 } } },
      caption: {
        run: { size: 18, color: SOFT, bold: false, italics: false, font },
        paragraph: { spacing: { before: 80, after: 120, line: 252, lineRule } },
      },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: normal,
        next: normal,
        quickFormat: true,
        run: { size: 28, color: SOFT },
        paragraph: { spacing: { after: 480, line: 300, lineRule } },
      },
      {
        id: 'ContentsHeading',
        name: 'Contents Heading',
        basedOn: normal,
        next: normal,
        run: { size: 40, bold: true },
        paragraph: { spacing: { before: 0, after: 280 }, keepNext: true },
      },
      {
        id: 'TOC1',
        name: 'toc 1',
        basedOn: normal,
        next: normal,
        run: { bold: true },
        paragraph: { spacing: { before: 120, after: 60 } },
      },
      {
        id: 'TOC2',
        name: 'toc 2',
        basedOn: normal,
        next: normal,
        paragraph: { indent: { left: 340 }, spacing: { after: 40 } },
      },
      {
        id: 'StatementFor',
        name: 'Statement For',
        basedOn: normal,
        next: 'Statement',
        quickFormat: true,
        run: { size: 18, bold: true, color: ACCENT },
        paragraph: { spacing: { before: 120, after: 40 }, keepNext: true },
      },
      {
        id: 'Statement',
        name: 'Statement',
        basedOn: normal,
        next: normal,
        quickFormat: true,
        run: { size: 34 },
        paragraph: {
          spacing: { before: 40, after: 180, line: 264, lineRule },
          keepNext: true,
          keepLines: true,
          indent: { right: 850 },
        },
      },
      {
        id: 'Finding',
        name: 'Finding',
        basedOn: normal,
        next: normal,
        quickFormat: true,
        run: { bold: true, size: 22 },
        paragraph: {
          spacing: { before: 120, after: 80, line: 264, lineRule },
          keepNext: true,
          keepLines: true,
        },
      },
      {
        id: 'FindingMore',
        name: 'Finding More',
        basedOn: normal,
        next: normal,
        quickFormat: true,
        run: { size: 19 },
        paragraph: {
          spacing: { before: 0, after: 60, line: 264, lineRule },
          keepNext: true,
          keepLines: true,
        },
      },
      {
        id: 'Figure',
        name: 'Figure',
        basedOn: normal,
        next: 'Caption',
        paragraph: { spacing: { before: 140, after: 40, line: 240, lineRule }, keepNext: true },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: normal,
        next: 'QuoteSource',
        quickFormat: true,
        run: { size: 23, italics: false, color: INK },
        paragraph: {
          spacing: { before: 120, after: 20, line: 264, lineRule },
          indent: { left: 340 },
          border: { left: QUOTE_BAR },
          keepNext: true,
          keepLines: true,
        },
      },
      {
        id: 'QuoteSource',
        name: 'Quote Source',
        basedOn: 'Quote',
        next: normal,
        quickFormat: true,
        run: { size: 18, color: SOFT },
        paragraph: { spacing: { before: 0, after: 160 }, keepNext: false },
      },
      {
        id: 'Note',
        name: 'Note',
        basedOn: normal,
        next: normal,
        quickFormat: true,
        run: { size: 19 },
        paragraph: {
          spacing: { before: 200, after: 280, line: 280, lineRule },
          indent: { left: 227, right: 227 },
          border: {
            left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: SOFT },
            top: { style: BorderStyle.SINGLE, size: 4, space: 7, color: TINT },
            bottom: { style: BorderStyle.SINGLE, size: 4, space: 7, color: TINT },
            right: { style: BorderStyle.SINGLE, size: 4, space: 8, color: TINT },
          },
          shading: { fill: TINT },
          keepLines: true,
        },
      },
      {
        id: 'Cell',
        name: 'Cell',
        basedOn: normal,
        run: { size: 18 },
        paragraph: { spacing: { before: 40, after: 40, line: 252, lineRule } },
      },
      {
        id: 'CellHead',
        name: 'Cell Head',
        basedOn: 'Cell',
        run: { size: 17, bold: true },
        paragraph: { keepNext: true },
      },
      {
        id: 'NumberCell',
        name: 'Number Cell',
        basedOn: 'Cell',
        run: { size: 17 },
        paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule } },
      },
      {
        id: 'NumberHead',
        name: 'Number Head',
        basedOn: 'CellHead',
        run: { size: 15 },
        paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule } },
      },
      {
        id: 'FactName',
        name: 'Fact Name',
        basedOn: normal,
        run: { color: SOFT },
        paragraph: { spacing: { before: 60, after: 60, line: 276, lineRule } },
      },
      {
        id: 'FactValue',
        name: 'Fact Value',
        basedOn: 'FactName',
        run: { color: INK },
        paragraph: {},
      },
      {
        id: 'Mark',
        name: 'Mark',
        basedOn: normal,
        run: { size: 16, bold: true },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
      {
        id: 'Foot',
        name: 'Foot',
        basedOn: normal,
        run: { size: 17, color: SOFT },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
    ],
  };
}
