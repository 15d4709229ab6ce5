/** Tables of the Word file: heads that repeat on each page, rows that stay whole, lines that print in grey. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ITableBordersOptions,
} from 'docx';
import type { ReadyTable } from '../prepare.ts';
import { paragraphOf, rtlOf, runsOf } from './runs.ts';
import { INK, LINE, SOFT, TEXT_WIDTH } from './styles.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: INK } as const;
const FINE = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
const SIDES: ITableBordersOptions = { left: NONE, right: NONE, insideVertical: NONE };

/** Beside a cell's text, in twentieths of a point. */
const INSET = 60;

/** Rows that are kept on one page with their caption. */
const SMALL = 12;

/** A table under its caption. */
export function tableOf(table: ReadyTable): (Paragraph | Table)[] {
  const { head, rows, numeric, widths, label, caption } = table;
  const columns = widths.map((w) => Math.round(w * TEXT_WIDTH));
  const small = rows.length <= SMALL;
  const counts = numeric.length > 0;
  // A text beside a number needs to keep away from it.
  const afterNumber = (column: number): boolean => !numeric.includes(column) && numeric.includes(column - 1);
  const cell = (text: string, column: number, isHead: boolean, keepNext: boolean): TableCell =>
    new TableCell({
      width: { size: columns[column] ?? 0, type: WidthType.DXA },
      margins: {
        left: column === 0 ? 0 : afterNumber(column) ? 4 * INSET : INSET,
        right: column === head.length - 1 ? 20 : INSET,
      },
      ...(isHead ? { verticalAlign: VerticalAlignTable.BOTTOM, borders: { bottom: STRONG } } : {}),
      children: [
        new Paragraph({
          style: counts ? (isHead ? 'NumberHead' : 'NumberCell') : isHead ? 'CellHead' : 'Cell',
          keepNext,
          ...(numeric.includes(column) ? { alignment: AlignmentType.RIGHT } : rtlOf(text)),
          children: numeric.includes(column) && !isHead ? countRuns(text) : runsOf(text),
        }),
      ],
    });
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      // A table of its own keeps away from the one before it.
      ...(label === '' ? {} : { spacing: { before: 240 } }),
      children: [...(label === '' ? [] : [labelRun(label)]), ...runsOf(caption)],
    }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: columns,
      borders: { ...SIDES, top: STRONG, bottom: STRONG, insideHorizontal: FINE },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: head.map((text, i) => cell(text, i, true, true)),
        }),
        ...rows.map(
          (row, r) =>
            new TableRow({
              cantSplit: true,
              children: row.map((text, i) => cell(text, i, false, small && r < rows.length - 1)),
            }),
        ),
      ],
    }),
    space(),
  ];
}

/** A number; what stands under it, its percentage, steps back. */
function countRuns(text: string): TextRun[] {
  return text
    .split('\n')
    .map((line, i) => new TextRun(i === 0 ? line : { text: line, break: 1, size: 15, color: SOFT }));
}

/** Names and values side by side. */
export function factsOf(
  items: readonly { name: string; value: string }[],
  framed: boolean,
): (Paragraph | Table)[] {
  const columns = [2500, TEXT_WIDTH - 2500];
  const edge = framed ? STRONG : NONE;
  const keep = (row: number): boolean => items.length <= SMALL && row < items.length - 1;
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: columns,
      borders: { ...SIDES, top: edge, bottom: edge, insideHorizontal: NONE },
      rows: items.map(
        ({ name, value }, i) =>
          new TableRow({
            cantSplit: true,
            children: [
              factCell(paragraphOf('FactName', name, { keepNext: keep(i) }), columns[0] ?? 0),
              factCell(paragraphOf('FactValue', value, { keepNext: keep(i) }), columns[1] ?? 0),
            ],
          }),
      ),
    }),
    space(),
  ];
}

function factCell(paragraph: Paragraph, size: number): TableCell {
  return new TableCell({
    width: { size, type: WidthType.DXA },
    margins: { left: 0, right: 120 },
    children: [paragraph],
  });
}

/** "Figure 1." at the head of a caption. */
export function labelRun(label: string): TextRun {
  return new TextRun({ text: `${label}. `, bold: true, color: INK });
}

/** Word runs two tables together that nothing parts. */
function space(): Paragraph {
  return new Paragraph({ style: 'Cell', children: [new TextRun({ text: '', color: SOFT })] });
}
